//! The words of a copy, and what is odd about those of PDF files.

/// The longest word, in characters, that is looked at on either side of a hyphen.
const LONGEST_WORD: usize = 64;

/// The words of a kept copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    text: String,
    /// Bytes of `text` where a line of a printed page ends with a hyphen: it may part a word, or
    /// belong to one.
    breaks: Vec<usize>,
    /// Whether the copy is a printed page.
    printed: bool,
    /// Whether some of its words could not be read, so that what is not found may be there.
    pub partly: bool,
}

impl Words {
    /// The words of a text without pages.
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// The words of printed pages: each line ends with a line break.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code))]
    pub fn printed(text: &str, partly: bool) -> Self {
        let text = ligatures(text);
        let mut words = Self { partly, printed: true, ..Self::default() };
        let mut rest = text.as_str();
        while let Some(at) = rest.find('\n') {
            let line = rest[..at].trim_end();
            let stem = line
                .strip_suffix(['-', '\u{2010}', '\u{ad}'])
                .filter(|stem| stem.ends_with(char::is_alphabetic));
            // Looked for only here, since empty lines can go on for long.
            let parted = stem
                .map(|stem| (stem, rest[at + 1..].trim_start_matches([' ', '\n'])))
                .filter(|(_, next)| next.starts_with(char::is_lowercase));
            if let Some((stem, next)) = parted {
                words.text.push_str(stem);
                words.breaks.push(words.text.len());
                rest = next;
            } else {
                words.text.push_str(line);
                words.text.push('\n');
                rest = &rest[at + 1..];
            }
        }
        words.text.push_str(rest);
        words
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text in which quotations are looked for. A word that a line end parts is one word; only
    /// where a quotation has its hyphen, the hyphen stands.
    pub fn text_for(&self, quotes: &[String]) -> String {
        let mut text = String::with_capacity(self.text.len() + self.breaks.len());
        let mut from = 0;
        for at in &self.breaks {
            text.push_str(&self.text[from..*at]);
            let letters = |c: &char| c.is_alphanumeric();
            let before = self.text[..*at].chars().rev().take_while(letters).take(LONGEST_WORD);
            let before: Vec<char> = before.collect();
            let after = self.text[*at..].chars().take_while(letters).take(LONGEST_WORD);
            let whole: String =
                before.into_iter().rev().chain(std::iter::once('-')).chain(after).collect();
            if quotes.iter().any(|quote| quote.contains(&whole)) {
                text.push('-');
            }
            from = *at;
        }
        text.push_str(&self.text[from..]);
        text
    }

    /// A quotation in the form in which it is looked for here.
    pub fn quote(&self, quote: &str) -> String {
        if self.printed { ligatures(quote) } else { quote.to_owned() }
    }
}

/// The letters that ligatures stand for: which ones a printed page has is a matter of its typeface.
pub fn ligatures(text: &str) -> String {
    if !text.contains(|c: char| matches!(c, '\u{fb00}'..='\u{fb06}')) {
        return text.to_owned();
    }
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => letters.push_str("ff"),
            '\u{fb01}' => letters.push_str("fi"),
            '\u{fb02}' => letters.push_str("fl"),
            '\u{fb03}' => letters.push_str("ffi"),
            '\u{fb04}' => letters.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => letters.push_str("st"),
            c => letters.push(c),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parted_by_a_line_end_are_whole() {
        let words =
            Words::printed("assis-\ntance of the well-\nknown o\u{fb03}ce\n1961-\n1970\n", false);
        let text = |quote: &str| words.text_for(&[quote.to_owned()]);
        assert_eq!(text("x"), "assistance of the wellknown office\n1961-\n1970\n");
        assert_eq!(text("a well-known x"), "assistance of the well-known office\n1961-\n1970\n");
        assert_eq!(words.quote("o\u{fb03}ce"), "office");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        let words = Words::of("assis-\ntance \u{fb01}".to_owned());
        assert_eq!(words.text_for(&[]), "assis-\ntance \u{fb01}");
        assert_eq!(words.quote("\u{fb01}"), "\u{fb01}");
    }
}
