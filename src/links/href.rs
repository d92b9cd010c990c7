//! What an address names before the site is asked, read as browsers read it.

use std::borrow::Cow;

/// What an address names, before the site is asked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of the schemes that may be linked to.
    Web,
    /// A host, with the scheme left out.
    Host,
    /// A web address without a host.
    Hostless,
    /// A scheme that may not.
    Refused,
    /// A place in the site.
    Relative,
}

impl Kind {
    /// `href`: as browsers read it.
    pub(super) fn of(href: &str) -> Self {
        if let Some(scheme) = scheme(href) {
            let rest = &href[scheme.len() + 1..];
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" => {
                    let host = rest.strip_prefix("//").map(host);
                    if host.is_some_and(is_host) { Self::Web } else { Self::Hostless }
                }
                "mailto" | "tel" => Self::Web,
                _ => Self::Refused,
            };
        }
        // Browsers read `\` as `/`.
        let mut start = href.chars();
        let is_slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
        if is_slash(start.next()) && is_slash(start.next()) {
            let host = host(start.as_str());
            return if is_host(host) && host.contains('.') { Self::Host } else { Self::Refused };
        }
        Self::Relative
    }
}

/// Whether an address may stand in `href` or `src`, whether or not it leads anywhere: http, https,
/// mailto, tel, or relative (design: one allow-list).
pub(crate) fn is_allowed(href: &str) -> bool {
    !matches!(Kind::of(&as_browsers_read(href)), Kind::Refused | Kind::Hostless)
}

/// An address without what browsers pass over: control characters and spaces around it, tabs and
/// line breaks anywhere (WHATWG URL, section 4.4), and other control characters as well.
pub(super) fn as_browsers_read(href: &str) -> Cow<'_, str> {
    let href = href.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    if href.contains(char::is_control) {
        Cow::Owned(href.chars().filter(|c| !c.is_control()).collect())
    } else {
        Cow::Borrowed(href)
    }
}

/// The scheme of an address, without the colon (RFC 3986, section 3.1).
fn scheme(href: &str) -> Option<&str> {
    let scheme = &href[..href.find(':')?];
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then_some(scheme)
}

/// The host in what follows `//`, without user and port.
fn host(rest: &str) -> &str {
    let authority = &rest[..rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len())];
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => host,
    }
}

fn is_host(host: &str) -> bool {
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.starts_with(|c: char| c.is_alphanumeric() || c == ':')
        && host.chars().all(|c| c.is_alphanumeric() || "-._:".contains(c))
}

/// A percent-encoded text as it is meant; none where that is not UTF-8 or holds control characters.
pub(crate) fn percent_decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (Some(high), Some(low)) if byte == b'%' => {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or(byte));
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    let decoded = String::from_utf8(decoded).ok()?;
    (!decoded.contains(char::is_control)).then_some(Cow::Owned(decoded))
}
