//! Text for markup that no template writes.

use crate::markdown;

/// Text for HTML and for XML 1.0, in content and in quoted attributes: markup is escaped, and
/// characters that XML can't hold are dropped (section 2.2).
pub(crate) fn escape(text: &str) -> String {
    let allowed = |char: &char| !matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(allowed).collect();
    markdown::escape::escape(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_only_what_it_can() {
        assert_eq!(escape("a\u{b}<&>\"'\u{ffff}\né"), "a&lt;&amp;&gt;&quot;&#39;\né");
    }
}
