//! The whole server over a socket, around a build that only reads one file.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use snapbox::dir::DirRoot;
use tokio::sync::oneshot;

use super::*;

/// A page of what stands in content/a.md; none where that says "wrong".
fn build_one_file(root: &Path) -> Built {
    let path = root.join("content/a.md");
    let text = fs::read_to_string(&path).map_err(|error| BuildError::Io { path, error })?;
    assert!(text != "panic", "asked for");
    let outcome = Outcome { passed: text != "wrong", ..Outcome::default() };
    let page = format!("<body>{text}</body>").into_bytes();
    let site = outcome.passed.then(|| MemorySite::from([("index.html".into(), page)]));
    Ok((outcome, site))
}

/// Runs a test against a server for a folder with content/a.md.
fn with_server(text: &str, visit: impl FnOnce(&Path, u16) + Send) {
    let folder = DirRoot::mutable_temp().unwrap();
    let root = folder.path().unwrap();
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("content/a.md"), text).unwrap();
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
            visit(root, told.recv().unwrap());
        });
        let options = ServeOptions { port: Some(0), open: false };
        run(root, &|_| build_one_file(root), options, &talk, async { drop(stopped.await) })
            .unwrap();
    });
}

fn request(port: u16, head: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(head.replace('\n', "\r\n").as_bytes()).unwrap();
    stream
}

fn get(port: u16, path: &str) -> String {
    let head = format!("GET {path} HTTP/1.1\nHost: 127.0.0.1:{port}\nConnection: close\n\n");
    let mut text = String::new();
    request(port, &head).read_to_string(&mut text).unwrap();
    text
}

/// Listens for versions as a page does.
struct Events(BufReader<TcpStream>);

impl Events {
    fn listen(port: u16) -> Self {
        let head = format!("GET /_factpress/events HTTP/1.1\nHost: localhost:{port}\n\n");
        Self(BufReader::new(request(port, &head)))
    }

    fn next(&mut self) -> String {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
        }
        line[5..].trim().to_owned()
    }
}

fn version(page: &str) -> &str {
    page.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[test]
fn a_change_shows_without_a_reload_by_hand() {
    with_server("one", |root, port| {
        let page = get(port, "/");
        assert!(page.contains("<body>one<script"), "{page}");
        assert!(page.contains("content-security-policy: default-src 'none'"), "{page}");
        let mut events = Events::listen(port);
        assert_eq!(events.next(), version(&page));
        fs::write(root.join("content/a.md"), "two").unwrap();
        let new = events.next();
        let page = get(port, "/");
        assert!(page.contains("<body>two<script"), "{page}");
        assert_eq!(version(&page), new);
    });
}

#[test]
fn a_failure_shows_and_goes_away_when_mended() {
    with_server("wrong", |root, port| {
        assert!(get(port, "/").starts_with("HTTP/1.1 500"));
        let mut events = Events::listen(port);
        events.next();
        for (text, status) in [("right", "200"), ("panic", "500"), ("right again", "200")] {
            fs::write(root.join("content/a.md"), text).unwrap();
            events.next();
            let page = get(port, "/");
            assert_eq!(&page[9..12], status, "{page}");
        }
    });
}

#[test]
fn a_site_that_goes_away_comes_back() {
    with_server("one", |root, port| {
        let mut events = Events::listen(port);
        events.next();
        fs::remove_dir_all(root).unwrap();
        events.next();
        assert!(get(port, "/").starts_with("HTTP/1.1 500"));
        fs::create_dir_all(root.join("content")).unwrap();
        fs::write(root.join("content/a.md"), "back").unwrap();
        events.next();
        assert!(get(port, "/").contains("<body>back"));
        fs::write(root.join("content/a.md"), "still watched").unwrap();
        events.next();
        assert!(get(port, "/").contains("<body>still watched"));
    });
}

#[test]
fn only_our_own_pages_are_answered() {
    with_server("one", |_, port| {
        let status = |head: String| {
            let mut text = String::new();
            request(port, &head).read_to_string(&mut text).unwrap();
            assert!(text.contains("x-content-type-options: nosniff"), "{text}");
            (text[9..12].to_owned(), text)
        };
        let ours = format!("Host: 127.0.0.1:{port}\nConnection: close\n");
        assert_eq!(status(format!("GET / HTTP/1.1\n{ours}\n")).0, "200");
        let evil = format!("GET / HTTP/1.1\nHost: evil.example:{port}\nConnection: close\n\n");
        assert_eq!(status(evil).0, "403");
        let origin =
            format!("GET /_factpress/events HTTP/1.1\n{ours}Origin: http://evil.example\n\n");
        assert_eq!(status(origin).0, "403");
        assert_eq!(status(format!("POST / HTTP/1.1\n{ours}\n")).0, "405");
        let (code, head) = status(format!("HEAD / HTTP/1.1\n{ours}\n"));
        assert_eq!(code, "200");
        assert!(head.ends_with("\r\n\r\n"), "{head}");
    });
}

#[test]
fn changes_during_a_build_make_one_more() {
    let builds = AtomicUsize::new(0);
    let (tell, news) = mpsc::channel();
    let build = || {
        if builds.fetch_add(1, Ordering::SeqCst) == 0 {
            for _ in 0..5 {
                tell.send(News::Changed(Change { folders: false })).unwrap();
            }
        } else {
            tell.send(News::Stop).unwrap();
        }
        Ok((Outcome::default(), None))
    };
    let show = Show { build: &build, preview: Arc::new(Preview::new()), talk: &|_| {} };
    tell.send(News::Changed(Change { folders: false })).unwrap();
    show.follow(Watch::new(Path::new("."), |_| {}).unwrap(), true, &news);
    assert_eq!(builds.load(Ordering::SeqCst), 2);
}

#[test]
fn a_port_that_is_taken_is_an_error_only_where_it_was_asked_for() {
    let taken = bind(Some(0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = bind(Some(port)).unwrap_err();
    assert!(error.to_string().contains(&port.to_string()), "{error}");
    let (one, other) = (bind(None).unwrap(), bind(None).unwrap());
    assert_ne!(one.local_addr().unwrap(), other.local_addr().unwrap());
}
