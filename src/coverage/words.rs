//! The words of a sentence, and which of them stand in quotation marks.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// A word, a number or a mark of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is written.
    pub text: &'a str,
    /// In lower case, with straight apostrophes.
    pub lower: String,
    /// Bytes of the sentence.
    pub range: Range<usize>,
    /// What it is made of.
    pub kind: WordKind,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters.
    Letters,
    /// A digit first: `3.2`, `1960s`, `40th`.
    Number,
    /// Punctuation, signs of currency.
    Mark,
}

impl Word<'_> {
    /// Whether it starts with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.kind == WordKind::Letters && self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is an abbreviation in capitals, such as `NATO`.
    pub fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && self.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// Whether it is a certain mark.
    pub fn is(&self, mark: &str) -> bool {
        self.text == mark
    }
}

/// A sentence in words.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    /// The words, without the spaces between them.
    pub words: Vec<Word<'a>>,
    /// What stands in quotation marks, with the marks where they are there: bytes of the sentence.
    pub quotations: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    /// Takes a sentence apart.
    pub fn new(sentence: &'a str) -> Self {
        let quotations = quotations(sentence);
        let mut quoted = quotations.iter().peekable();
        let mut words = Vec::with_capacity(sentence.len() / 5 + 1);
        for (at, text) in sentence.split_word_bound_indices() {
            let Some(first) = text.chars().next().filter(|c| !c.is_whitespace()) else { continue };
            while quoted.next_if(|range| range.end <= at).is_some() {}
            let kind = if first.is_numeric() {
                WordKind::Number
            } else if first.is_alphabetic() {
                WordKind::Letters
            } else {
                WordKind::Mark
            };
            words.push(Word {
                text,
                lower: text.to_lowercase().replace('\u{2019}', "'"),
                range: at..at + text.len(),
                kind,
                quoted: quoted.peek().is_some_and(|range| range.start <= at),
            });
        }
        Self { words, quotations }
    }
}

/// What stands in quotation marks. A mark that is not closed reaches to the end of the sentence, one
/// that was not opened to its start, since quotations go over several sentences.
fn quotations(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before: Option<char> = None;
    let mut rest = sentence.char_indices().peekable();
    while let Some((at, mark)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        let end = at + mark.len_utf8();
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match open {
            None => {
                let closer = match mark {
                    '"' => Some('"'),
                    '“' => Some('”'),
                    '„' => Some('“'),
                    '«' => Some('»'),
                    '‘' if !in_word(before) => Some('’'),
                    '\'' if !in_word(before) && in_word(after) => Some('\''),
                    // The dash of spoken words in Spanish, at the start of a sentence only.
                    '—' | '–' if before.is_none() && after.is_some_and(|c| !c.is_whitespace()) => {
                        Some(mark)
                    }
                    _ => None,
                };
                if let Some(closer) = closer {
                    open = Some((at, closer));
                } else if matches!(mark, '”' | '»') && found.is_empty() {
                    found.push(0..end);
                }
            }
            Some((start, closer)) => {
                let apostrophe = matches!(closer, '\'' | '’') && in_word(after);
                if mark == closer && !apostrophe {
                    found.push(start..end);
                    open = None;
                }
            }
        }
        before = Some(mark);
    }
    if let Some((start, closer)) = open {
        // An apostrophe that nothing closes quotes nothing.
        if !matches!(closer, '\'' | '’') {
            found.push(start..sentence.len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(sentence: &str) -> Vec<&str> {
        quotations(sentence).into_iter().map(|range| &sentence[range]).collect()
    }

    #[test]
    fn quotation_marks() {
        assert_eq!(quoted("He called it \"a farce\" and “a lie”."), ["\"a farce\"", "“a lie”"]);
        assert_eq!(quoted("Lo llamó «una farsa “total”»."), ["«una farsa “total”»"]);
        assert_eq!(quoted("—Lo sabían —declaró."), ["—Lo sabían —"]);
        assert_eq!(quoted("The workers' pay, it's said, fell in '98."), [] as [&str; 0]);
        assert_eq!(quoted("It was ‘don’t know’ again."), ["‘don’t know’"]);
    }

    #[test]
    fn quotations_over_several_sentences() {
        assert_eq!(quoted("“We knew it."), ["“We knew it."]);
        assert_eq!(quoted("We said so,” he added."), ["We said so,”"]);
    }

    #[test]
    fn words_numbers_and_marks() {
        let words = Words::new("The U.S. paid $3.2 million, “twice” that.");
        let texts: Vec<_> = words.words.iter().map(|word| word.text).collect();
        assert_eq!(
            texts,
            ["The", "U.S", ".", "paid", "$", "3.2", "million", ",", "“", "twice", "”", "that", "."]
        );
        let quoted: Vec<_> = words.words.iter().filter(|word| word.quoted).collect();
        assert_eq!(quoted.len(), 3);
        assert_eq!(words.words[5].kind, WordKind::Number);
    }
}
