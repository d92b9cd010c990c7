//! Which addresses are fetched: http and https, and, once a page sends its reader on, nothing inside
//! the reader's own network that a public page has no business with.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use url::{Host, Url};

/// Reads an address of the web.
///
/// # Errors
/// Why it can't be fetched, as the end of a sentence that starts with the address.
pub fn parse(text: &str) -> Result<Url, &'static str> {
    let mut url = Url::parse(text.trim())
        .map_err(|_| "is no whole address, such as https://example.org/page")?;
    check(&url)?;
    url.set_fragment(None);
    Ok(url)
}

/// Where a redirect leads.
///
/// # Errors
/// As [`parse`].
pub fn follow(from: &Url, location: &str) -> Result<Url, &'static str> {
    let mut url = from.join(location.trim()).map_err(|_| "is no address")?;
    check(&url)?;
    url.set_fragment(None);
    Ok(url)
}

fn check(url: &Url) -> Result<(), &'static str> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err("is not of the web: only http and https are fetched");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("holds a user name or password, which would be published");
    }
    Ok(())
}

/// Whether an address names, without being looked up, a machine that is not on the public internet.
pub fn is_private_name(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_private(ip.into()),
        Some(Host::Ipv6(ip)) => is_private(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost"
                || [".localhost", ".local", ".internal"].iter().any(|end| name.ends_with(end))
        }
        None => true,
    }
}

/// Whether an address is not of the public internet (IANA's registries of special-purpose addresses).
pub fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_private_v4(ip),
        IpAddr::V6(ip) => is_private_v6(ip),
    }
}

/// Which of the addresses that a name leads to may be asked, and whether they are of the own network;
/// none where it leads only there and `own` does not allow that. Where some are of the public internet,
/// the others are left out: the owner of a public name may not choose machines of its reader.
pub fn sift(found: &[SocketAddr], own: bool) -> Option<(Vec<SocketAddr>, bool)> {
    let public: Vec<_> = found.iter().copied().filter(|it| !is_private(it.ip())).collect();
    if !public.is_empty() {
        return Some((public, false));
    }
    own.then(|| (found.to_vec(), true))
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (b == 18 || b == 19))
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    // Addresses that hold one of the fourth version lead there.
    let v4 =
        |high: u16, low: u16| is_private_v4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)));
    if let Some(ip) = ip.to_ipv4_mapped() {
        return is_private_v4(ip);
    }
    match parts {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => v4(high, low),
        // Unspecified, loopback, and the old embedding of the fourth version.
        [0, 0, 0, 0, 0, 0, ..]
        | [0x64, 0xff9b, 1, ..]
        | [0x100, 0, 0, 0, ..]
        | [0x2001, 0xdb8, ..]
        | [0x3fff, ..] => true,
        [first, second, ..] => {
            ip.is_multicast()
                || (0xfc00..0xfe00).contains(&first)
                || (0xfe80..0xff00).contains(&first)
                || (first == 0x2001 && second < 0x200)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_fetched() {
        assert_eq!(
            parse(" HTTPS://Example.org/a b?c#d ").unwrap().as_str(),
            "https://example.org/a%20b?c"
        );
        for bad in [
            "file:///etc/passwd",
            "ftp://a/",
            "javascript:x",
            "data:,x",
            "https://u:p@a/",
            "https://u@a/",
            "example.org",
            "/a",
            "",
            "https://",
            "gopher://a",
            "http://[::1",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        let from = parse("https://example.org/a/b?c").unwrap();
        assert_eq!(follow(&from, "../d").unwrap().as_str(), "https://example.org/d");
        assert_eq!(follow(&from, "//other.org").unwrap().as_str(), "https://other.org/");
        for bad in ["file:///etc/passwd", "HTTPS://u:p@other.org/", "mailto:x@y"] {
            assert!(follow(&from, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_with_addresses_of_both_kinds_is_public() {
        let sifted = |found: &str, own: bool| {
            let found: Vec<SocketAddr> =
                found.split(' ').map(|ip| SocketAddr::new(ip.parse().unwrap(), 80)).collect();
            sift(&found, own).map(|(kept, are_own)| {
                let kept: Vec<_> = kept.iter().map(|it| it.ip().to_string()).collect();
                (kept.join(" "), are_own)
            })
        };
        let kept = |ips: &str, are_own: bool| Some((ips.to_owned(), are_own));
        for own in [true, false] {
            assert_eq!(
                sifted("8.8.8.8 2606:4700::1111", own),
                kept("8.8.8.8 2606:4700::1111", false)
            );
            assert_eq!(sifted("127.0.0.1 8.8.8.8 10.0.0.1", own), kept("8.8.8.8", false));
            assert_eq!(sifted("::1 8.8.8.8", own), kept("8.8.8.8", false));
        }
        assert_eq!(sifted("::1 127.0.0.1", true), kept("::1 127.0.0.1", true));
        assert_eq!(sifted("::1 127.0.0.1", false), None);
        assert_eq!(sifted("169.254.169.254", false), None);
    }

    #[test]
    fn machines_of_ones_own_network_are_known() {
        for private in [
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in [
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
        let private = |text: &str| is_private_name(&Url::parse(text).unwrap());
        // Browsers and this library read these as 127.0.0.1.
        for name in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://LOCALHOST:80/",
            "http://a.localhost./",
            "http://[::1]/",
        ] {
            assert!(private(name), "{name}");
        }
        assert!(!private("http://localhost.example.org/"));
    }
}
