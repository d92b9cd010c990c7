//! JSON that stands in a script element.

use serde_json::Value;

/// The JSON, with every character escaped that could end the script element or that old JavaScript
/// takes for a line end.
pub fn script_json(value: &Value) -> String {
    let json = value.to_string();
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' => escaped.push_str("\\u003c"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            other => escaped.push(other),
        }
    }
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
