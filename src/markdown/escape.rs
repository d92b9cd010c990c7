//! Text and addresses in HTML that is written by hand.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Text for content and for quoted attributes.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

/// An address for an attribute: what may not stand in one is percent-encoded, then it is escaped.
pub(super) fn escape_address(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        if character <= ' ' || "\"<>\\^`{|}\u{7f}".contains(character) {
            let _ = write!(encoded, "%{:02X}", u32::from(character));
        } else {
            encoded.push(character);
        }
    }
    match escape(&encoded) {
        Cow::Borrowed(_) => encoded,
        Cow::Owned(escaped) => escaped,
    }
}
