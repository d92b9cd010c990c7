//! Who may ask.
//!
//! Any web page can make its reader's browser send requests to 127.0.0.1, and a name that is
//! pointed there after the page was loaded even gets to read the answers (DNS rebinding). The
//! browser tells the name it used in `Host` and the asking page in `Origin`; both must be ours.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Uri};

/// Names of this machine for itself.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Whether a request comes from a page of the preview itself, or from no page at all.
pub(super) fn allows(uri: &Uri, headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|host| is_ours(host, port))
        && uri.authority().is_none_or(|authority| is_ours(authority.as_str(), port))
        && headers.get_all(ORIGIN).iter().all(|origin| {
            let host = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
            host.is_some_and(|host| is_ours(host, port))
        })
}

fn is_ours(authority: &str, port: u16) -> bool {
    NAMES.iter().any(|name| {
        let Some((start, rest)) = authority.split_at_checked(name.len()) else { return false };
        start.eq_ignore_ascii_case(name)
            && match rest.strip_prefix(':') {
                Some(digits) => digits == port.to_string(),
                // Browsers leave out the port that belongs to http.
                None => rest.is_empty() && port == 80,
            }
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn allowed(uri: &str, headers: &[(&'static str, &'static str)], port: u16) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        allows(&uri.parse().unwrap(), &map, port)
    }

    #[test]
    fn our_own_names_pass() {
        for host in ["127.0.0.1:4000", "localhost:4000", "LocalHost:4000", "[::1]:4000"] {
            assert!(allowed("/", &[("host", host)], 4000), "{host}");
        }
        assert!(allowed("/", &[("host", "localhost")], 80));
        let origin = ("origin", "http://localhost:4000");
        assert!(allowed("/", &[("host", "127.0.0.1:4000"), origin], 4000));
    }

    #[test]
    fn other_names_do_not() {
        for host in [
            "evil.example:4000",
            "127.0.0.1",
            "127.0.0.1:4001",
            "127.0.0.1:40000",
            "127.0.0.1.evil.example:4000",
            "localhost.evil.example:4000",
            "localhost@evil.example:4000",
            "",
        ] {
            assert!(!allowed("/", &[("host", host)], 4000), "{host}");
        }
        assert!(!allowed("/", &[], 4000));
        assert!(!allowed("/", &[("host", "localhost:4000"), ("host", "localhost:4000")], 4000));
        assert!(!allowed("http://evil.example/", &[("host", "localhost:4000")], 4000));
    }

    #[test]
    fn other_pages_do_not() {
        for origin in
            ["https://evil.example", "null", "http://localhost:3000", "https://localhost:4000"]
        {
            let headers = [("host", "localhost:4000"), ("origin", origin)];
            assert!(!allowed("/", &headers, 4000), "{origin}");
        }
    }
}
