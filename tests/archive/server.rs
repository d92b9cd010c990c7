//! A small server of one's own on 127.0.0.1, which ends with the test.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// What is done with a connection: the request is given, all of the answer is written by hand.
type Answer = dyn Fn(&str, &mut TcpStream) + Send + Sync;

pub struct Server {
    address: SocketAddr,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn new(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let ends = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&ends);
        let answer: Arc<Answer> = Arc::new(answer);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                let (Ok(mut stream), answer) = (stream, Arc::clone(&answer)) else { continue };
                let mut request = Vec::new();
                let mut byte = [0];
                while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n > 0)
                {
                    request.push(byte[0]);
                }
                answer(&String::from_utf8_lossy(&request), &mut stream);
                let _ = stream.shutdown(Shutdown::Both);
            }
        });
        Self { address, ends, thread: Some(thread) }
    }

    /// One answer to everything.
    pub fn saying(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::new(move |_, stream| {
            let _ = stream.write_all(&answer);
        })
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        // It waits for the next visitor.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// An answer with its length.
pub fn page(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let mut answer =
        format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n").into_bytes();
    answer.extend(body);
    answer
}

/// A page that is fine.
pub fn html(body: &str) -> Vec<u8> {
    page("200 OK", "content-type: text/html; charset=utf-8\r\n", body)
}

/// Waits, without sleeping, until the visitor has gone.
pub fn until_gone(stream: &mut TcpStream) {
    let mut byte = [0];
    while stream.read(&mut byte).is_ok_and(|n| n > 0) {}
}

/// The path that is asked for.
pub fn path(request: &str) -> &str {
    request.split(' ').nth(1).unwrap_or("")
}
