//! JSON that stands in a script element.

use serde_json::Value;

/// The JSON, with every character escaped that could end the script element or that old JavaScript
/// takes for a line end.
pub fn script_json(value: &Value) -> String {
    let json = value.to_string();
    let mut escaped = String::with_capacity(json.len());
    let mut rest = json.as_str();
    // 0xE2 is the first byte of both line ends, and of dashes and quotation marks.
    while let Some(at) = memchr::memchr2(b'<', 0xE2, rest.as_bytes()) {
        escaped.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = rest.chars().next().map_or(0, char::len_utf8);
        let (character, after) = rest.split_at(length);
        escaped.push_str(match character {
            "<" => "\\u003c",
            "\u{2028}" => "\\u2028",
            "\u{2029}" => "\\u2029",
            other => other,
        });
        rest = after;
    }
    escaped.push_str(rest);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "tests")]
    fn nothing_ends_the_script() {
        let value = serde_json::json!({"a": "</script><!--\u{2028}\u{2029}"});
        let text = script_json(&value);
        assert!(!text.contains('<') && !text.contains('\u{2028}') && !text.contains('\u{2029}'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
