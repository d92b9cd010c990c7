//! Bytes into text, in the encoding that they were written in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How many bytes at the start of a file are searched for the name of its encoding (HTML Standard,
/// "prescan a byte stream"; 1024 there, but some pages have long comments first).
const PRESCAN: usize = 4096;

/// Decodes HTML: by its byte order mark, its server's word, or its own `<meta charset>`.
pub fn html<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
    decode(bytes, charset, || named(bytes, b"charset"))
}

/// Decodes XML: by its byte order mark, its server's word, or its declaration.
pub fn xml<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
    decode(bytes, charset, || {
        if bytes.starts_with(b"<?xml") { named(bytes, b"encoding") } else { None }
    })
}

/// Decodes plain text: by its byte order mark or its server's word.
pub fn plain<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
    decode(bytes, charset, || None)
}

/// Without any word about it, a text is UTF-8 where it can be that, and else Windows-1252, which
/// browsers assume.
fn decode<'a>(
    bytes: &'a [u8],
    charset: Option<&str>,
    own: impl FnOnce() -> Option<&'static Encoding>,
) -> Cow<'a, str> {
    let said = charset.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    let encoding = said
        .or_else(own)
        .unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    // The byte order mark, where there is one, goes before all words about it.
    encoding.decode(bytes).0
}

/// The encoding after `key=` at the start of a file. A file that says of itself in ASCII that it is
/// UTF-16 is not (HTML Standard, likewise).
fn named(bytes: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let at = memchr::memmem::find(&start, key)? + key.len();
    let rest = start[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let name = &rest[..rest.iter().position(|byte| !is_name(byte)).unwrap_or(rest.len())];
    let encoding = Encoding::for_label(name)?;
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_about_the_encoding_counts() {
        assert_eq!(html(b"<meta charset=iso-8859-1>\xe9", None), "<meta charset=iso-8859-1>é");
        let old = b"<META http-equiv=x content=\"text/html; CharSet = 'windows-1251'\">\xff";
        assert!(html(old, None).ends_with('я'));
        assert_eq!(
            html(b"<meta charset=iso-8859-1>\xc3\xa9", Some("UTF-8")),
            "<meta charset=iso-8859-1>é"
        );
        assert_eq!(html(b"<meta charset=utf-16>\xc3\xa9", None), "<meta charset=utf-16>é");
        assert_eq!(
            xml(b"<?xml version='1.0' encoding='ISO-8859-15'?>\xa4", None).chars().last(),
            Some('€')
        );
        assert_eq!(plain(b"\xff\xfea\0\xe9\0", Some("utf-8")), "aé");
    }

    #[test]
    fn without_a_word_that_is_known_browsers_are_followed() {
        assert_eq!(plain("é".as_bytes(), None), "é");
        assert_eq!(plain(b"\xe9\x80", None), "é€");
        assert_eq!(plain("é".as_bytes(), Some("no-such-thing")), "é");
        assert_eq!(
            html(b"<meta charset=\"no-such-thing\">\xe9", None),
            "<meta charset=\"no-such-thing\">é"
        );
        assert_eq!(html(b"charset", None), "charset");
    }
}
