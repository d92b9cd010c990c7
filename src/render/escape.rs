//! Text for markup that no template writes.

/// Text for HTML and for XML 1.0, in content and in quoted attributes: markup is escaped, and
/// characters that XML can't hold are dropped (section 2.2).
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_only_what_it_can() {
        assert_eq!(escape("a\u{b}<&>\"'\u{ffff}\né"), "a&lt;&amp;&gt;&quot;&#39;\né");
    }
}
