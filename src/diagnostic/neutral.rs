//! Text from content, made fit for a terminal and for a log.
//!
//! A quote may hold anything: escape sequences that move the cursor, marks that turn the reading
//! direction, characters without width. They are shown, one for one, as characters that do nothing,
//! so that a finding can't be forged and columns stay true.

use std::borrow::Cow;

/// The harmless stand-in of a character; itself where it is harmless.
///
/// Tabs and line feeds are kept: the caller decides about them.
pub(super) fn neutral_char(char: char) -> char {
    match char {
        '\t' | '\n' => char,
        // Unicode has a picture of each control character.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => '\u{2424}',
        // Second set of control characters, direction marks, characters without width, tags,
        // and code points that are no characters.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => '\u{fffd}',
        other if u32::from(other) & 0xfffe == 0xfffe => '\u{fffd}',
        other => other,
    }
}

/// A text of several lines, neutral.
pub(crate) fn neutral(text: &str) -> Cow<'_, str> {
    if text.chars().all(|char| neutral_char(char) == char) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace("\r\n", "\n").chars().map(neutral_char).collect())
    }
}

/// A text on one line, neutral: line ends and tabs become spaces.
pub(super) fn neutral_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\t']) {
        let flat = text.trim_end().replace("\r\n", " ").replace(['\n', '\t'], " ");
        Cow::Owned(neutral(&flat).into_owned())
    } else {
        neutral(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_of_all_scripts_is_untouched() {
        let text = "Andrés — “20 %” 中文 العربية עברית 👩\u{200d}🌾 e\u{301}";
        assert!(matches!(neutral(text), Cow::Borrowed(_)));
    }

    #[test]
    fn what_could_steer_a_terminal_is_shown() {
        assert_eq!(neutral("\u{1b}[31m\u{7}\u{9b}2J\0\u{7f}"), "␛[31m␇\u{fffd}2J␀␡");
        assert_eq!(neutral("a\u{202e}b\u{2066}c\u{200b}d"), "a\u{fffd}b\u{fffd}c\u{fffd}d");
        assert_eq!(neutral("a\r\nb\rc"), "a\nb␍c");
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(neutral_line("a\nerror: b\tc\r\nd"), "a error: b c d");
    }
}
