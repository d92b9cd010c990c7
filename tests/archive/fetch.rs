//! One page, with everything that a server can do wrong.

use std::io::Write;
use std::time::Duration;

use factpress::archive::fetch::{FetchError, fetch};
use factpress::archive::{Found, Limits};
use factpress::snapshots::media::Media;

use super::server::{Server, html, page, path, until_gone};

const LIMITS: Limits = Limits { bytes: 100_000, timeout: Duration::from_secs(20) };
const HASTY: Limits = Limits { bytes: 100_000, timeout: Duration::from_millis(300) };

fn said(answer: impl Into<Vec<u8>>) -> Result<Found, FetchError> {
    fetch(&Server::saying(answer).url("/"), &LIMITS)
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_page_comes_with_what_its_server_says_of_it() {
    let seen = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let kept = std::sync::Arc::clone(&seen);
    let server = Server::new(move |request, stream| {
        request.clone_into(&mut kept.lock().unwrap());
        let headers = "Content-Type: Text/HTML; Charset=\"ISO-8859-1\"\r\nETag: \"x\"\r\nLast-Modified: \
                       Mon, 23 Nov 2026 10:00:00 GMT\r\nSet-Cookie: a=b\r\n";
        let _ = stream.write_all(&page("200 OK", headers, b"<p>caf\xe9"));
    });
    let found = fetch(&server.url("/a?b#c"), &LIMITS).unwrap();
    assert_eq!((&*found.bytes, found.media), (&b"<p>caf\xe9"[..], Media::Html));
    assert_eq!(found.charset.as_deref(), Some("iso-8859-1"));
    let answer = found.answer.unwrap();
    assert_eq!((answer.asked, answer.address), (server.url("/a?b#c"), server.url("/a?b")));
    assert_eq!((answer.status, answer.etag.as_deref()), (200, Some("\"x\"")));
    assert_eq!(answer.last_modified.as_deref(), Some("Mon, 23 Nov 2026 10:00:00 GMT"));
    let request = seen.lock().unwrap().to_lowercase();
    assert!(
        request.contains(&format!("user-agent: factpress/{} ", env!("CARGO_PKG_VERSION"))),
        "{request}"
    );
    assert!(request.contains("accept-encoding: gzip\r\n"), "{request}");
    assert!(!request.contains("cookie"), "{request}");
}

#[test]
fn redirects_are_followed_ten_times_and_not_in_circles() {
    let server = Server::new(|request, stream| {
        let to = |status: &str, to: &str| {
            page(status, &format!("location: {to}\r\nset-cookie: a=b\r\n"), "moved")
        };
        let answer = match path(request) {
            "/end" if request.to_lowercase().contains("cookie") => page("500 No", "", ""),
            "/end" => html("<p>here"),
            "/circle" => to("302 Found", "/back"),
            "/back" => to("302 Found", "/circle#x"),
            "/file" => to("301 Moved", "file:///etc/passwd"),
            "/script" => to("302 Found", "javascript:alert(1)"),
            "/password" => to("302 Found", "//user:secret@example.org/"),
            "/nowhere" => page("302 Found", "", "no location"),
            "/0" => to("302 Found", "end"),
            path => {
                let number: u32 = path[1..].parse().unwrap();
                to("308 Permanent Redirect", &format!("../{}", number - 1))
            }
        };
        let _ = stream.write_all(&answer);
    });
    let get = |path: &str| fetch(&server.url(path), &LIMITS);
    let found = get("/9").unwrap();
    assert_eq!(found.bytes, b"<p>here");
    assert_eq!(found.answer.unwrap().address, server.url("/end"));
    assert_eq!(get("/10"), Err(FetchError::TooManyRedirects));
    assert_eq!(get("/circle"), Err(FetchError::Circle));
    for path in ["/file", "/script", "/password"] {
        assert!(matches!(get(path), Err(FetchError::Address(..))), "{path}: {:?}", get(path));
    }
    assert_eq!(get("/nowhere"), Err(FetchError::Status(302)));
}

#[test]
fn only_good_answers_are_taken() {
    for status in [
        "204 No Content",
        "403 Forbidden",
        "404 Not Found",
        "410 Gone",
        "429 Slow",
        "500 Oh",
        "503 No",
    ] {
        let found = said(page(status, "content-type: text/html\r\n", "<p>Not found"));
        assert_eq!(found, Err(FetchError::Status(status[..3].parse().unwrap())), "{status}");
    }
    assert_eq!(said(html("")), Err(FetchError::Empty));
    for answer in ["", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\nabc"] {
        assert!(
            matches!(said(answer), Err(FetchError::Other(_) | FetchError::CutShort)),
            "{answer}: {:?}",
            said(answer)
        );
    }
    let closed = Server::saying("").url("/");
    assert!(matches!(fetch(&closed, &LIMITS), Err(FetchError::Other(_))));
}

#[test]
fn only_what_holds_words_is_taken() {
    let of = |kind: &str, body: &[u8]| {
        said(page("200 OK", &format!("content-type: {kind}\r\n"), body)).map(|found| found.media)
    };
    assert_eq!(of("application/xhtml+xml", b"<p>a"), Ok(Media::Html));
    assert_eq!(of("text/plain", b"a"), Ok(Media::Text));
    assert_eq!(of("application/tei+xml", b"<a/>"), Ok(Media::Xml));
    assert_eq!(of("application/octet-stream", b"%PDF-1.7\n"), Ok(Media::Pdf));
    assert_eq!(of("text/html", b"%PDF-1.7\n"), Ok(Media::Pdf));
    assert_eq!(of("", b"<!DOCTYPE html><p>a"), Ok(Media::Html));
    assert_eq!(of("application/pdf", b"<html>log in"), Err(FetchError::NoPdf));
    for kind in ["image/png", "video/mp4", "application/zip", "image/svg+xml", "nonsense"] {
        assert_eq!(of(kind, b"a"), Err(FetchError::WrongType(kind.to_owned())));
    }
    assert!(matches!(of("application/octet-stream", b"\0\x01"), Err(FetchError::WrongType(_))));
    let untyped = said(page("200 OK", "", "words")).map(|found| found.media);
    assert_eq!(untyped, Ok(Media::Text));
}

#[test]
fn no_more_is_read_than_allowed() {
    let limits = Limits { bytes: 1000, ..LIMITS };
    let headers = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";
    // Told in advance: nothing is read.
    let server = Server::new(move |_, stream| {
        let _ = write!(stream, "{headers}content-length: 1001\r\n\r\n");
        until_gone(stream);
    });
    assert_eq!(fetch(&server.url("/"), &limits), Err(FetchError::TooLarge(1000)));
    // Not told, and without end.
    for chunked in [true, false] {
        let server = Server::new(move |_, stream| {
            let coding = if chunked { "transfer-encoding: chunked\r\n" } else { "" };
            let _ = write!(stream, "{headers}{coding}\r\n");
            let piece =
                if chunked { format!("400\r\n{}\r\n", "x".repeat(1024)) } else { "x".repeat(1024) };
            while stream.write_all(piece.as_bytes()).is_ok() {}
        });
        assert_eq!(fetch(&server.url("/"), &limits), Err(FetchError::TooLarge(1000)), "{chunked}");
    }
    let whole = Server::saying(html(&"x".repeat(1000)));
    assert_eq!(fetch(&whole.url("/"), &limits).unwrap().bytes.len(), 1000);
    // Headers without end.
    let server = Server::new(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream.write_all(b"x-a: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n").is_ok() {}
    });
    assert!(matches!(fetch(&server.url("/"), &limits), Err(FetchError::Other(_))));
}

#[test]
fn packed_pages_are_unpacked_within_the_limit() {
    let packed = |body: &[u8]| {
        page("200 OK", "content-type: text/plain\r\ncontent-encoding: gzip\r\n", body)
    };
    assert_eq!(said(packed(&zipped(b"words"))).unwrap().bytes, b"words");
    // A thousand times as large as it looks.
    assert_eq!(said(packed(&zipped(&vec![b'a'; 10_000_000]))), Err(FetchError::TooLarge(100_000)));
    let cut = zipped("some words and others".repeat(50).as_bytes());
    assert_eq!(said(packed(&cut[..cut.len() - 12])), Err(FetchError::CutShort));
    assert_eq!(said(packed(b"no gzip at all")), Err(FetchError::Damaged));
    let brotli = page("200 OK", "content-type: text/plain\r\ncontent-encoding: br\r\n", "x");
    assert_eq!(said(brotli), Err(FetchError::Packed("br".to_owned())));
}

#[test]
fn what_is_cut_short_is_not_kept() {
    let short = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\n<p>half";
    assert_eq!(said(short), Err(FetchError::CutShort));
    let chunked = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n9\r\n<p>hal";
    assert_eq!(said(chunked), Err(FetchError::CutShort));
}

#[test]
fn nobody_waits_for_ever() {
    for before in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-type: te",
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<p>",
    ] {
        let server = Server::new(move |_, stream| {
            let _ = stream.write_all(before.as_bytes());
            until_gone(stream);
        });
        assert_eq!(fetch(&server.url("/"), &HASTY), Err(FetchError::TimedOut(0)), "{before}");
    }
    // All redirects together have the time of one.
    let server = Server::new(|request, stream| match path(request) {
        "/a" => stream.write_all(&page("302 Found", "location: /b\r\n", "")).unwrap_or(()),
        _ => until_gone(stream),
    });
    assert_eq!(fetch(&server.url("/a"), &HASTY), Err(FetchError::TimedOut(0)));
}

#[test]
fn addresses_that_are_not_of_the_web_are_refused() {
    for address in
        ["file:///etc/passwd", "ftp://example.org/", "example.org", "https://u:p@example.org/", ""]
    {
        assert!(matches!(fetch(address, &LIMITS), Err(FetchError::Address(..))), "{address}");
    }
}
