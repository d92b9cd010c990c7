//! The preview as a browser sees it: an edit of the article arrives without a reload by hand.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use factpress::build::Options;
use factpress::serve::{Event, ServeOptions, serve_until};
use tokio::sync::oneshot;

const ARTICLE: &str = "# Aid\n\nThe pledge was 20 billion dollars.\n";
const CLAIMS: &str = "\
claims:
  - id: pledge
    quote: 20 billion dollars
    origin: own
    verdict: unverified
    finding: Nobody has counted.
";

fn request(port: u16, path: &str, more: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    // A guard, so that a failure is no hang.
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}\r\n").unwrap();
    BufReader::new(stream)
}

fn get(port: u16, path: &str) -> String {
    let mut text = String::new();
    request(port, path, "Connection: close\r\n").read_to_string(&mut text).unwrap();
    text
}

/// Waits for the next version that the server announces.
fn next_version(events: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    while !line.starts_with("data:") {
        line.clear();
        assert_ne!(events.read_line(&mut line).unwrap(), 0, "the stream ended");
    }
}

fn edit_and_look(root: &Path, port: u16) {
    let article = root.join("content/aid.md");
    let page = get(port, "/aid/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("20 billion dollars"), "{page}");
    assert!(page.contains("/_factpress/reload.js"), "{page}");
    let mut events = request(port, "/_factpress/events", "");
    next_version(&mut events);

    fs::write(&article, ARTICLE.replace("The pledge", "Kennedy's pledge")).unwrap();
    next_version(&mut events);
    assert!(get(port, "/aid/").contains("Kennedy"), "the new words are shown");

    // A quote that no longer holds is told in the browser, at its line.
    fs::write(&article, ARTICLE.replace("20 billion", "21 billion")).unwrap();
    next_version(&mut events);
    let page = get(port, "/aid/");
    assert!(page.starts_with("HTTP/1.1 500"), "{page}");
    assert!(page.contains("quote-not-found"), "{page}");
    assert!(page.contains("content/aid.claims.yaml:3:"), "{page}");

    fs::write(&article, ARTICLE).unwrap();
    next_version(&mut events);
    assert!(get(port, "/aid/").starts_with("HTTP/1.1 200"));
    assert!(!root.join("public").exists(), "the preview writes nothing");
}

#[test]
fn an_edit_arrives_without_a_reload_by_hand() {
    let folder = snapbox::dir::DirRoot::mutable_temp().unwrap();
    let root = folder.path().unwrap();
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("content/aid.md"), ARTICLE).unwrap();
    fs::write(root.join("content/aid.claims.yaml"), CLAIMS).unwrap();

    let (stop, stopped) = oneshot::channel::<()>();
    let (tell, told) = mpsc::channel();
    let talk = move |event: Event<'_>| {
        if let Event::Listening(url) = event {
            let port = url.trim_end_matches('/').rsplit_once(':').unwrap().1;
            tell.send(port.parse().unwrap()).unwrap();
        }
    };
    thread::scope(|scope| {
        scope.spawn(move || {
            // Dropped also when the test fails, which stops the server.
            let _stop = stop;
            edit_and_look(root, told.recv().unwrap());
        });
        let options = Options { root: root.to_path_buf(), ..Options::default() };
        let serve_options = ServeOptions { port: Some(0), open: false };
        serve_until(options, serve_options, &talk, async { drop(stopped.await) }).unwrap();
    });
}
