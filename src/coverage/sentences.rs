//! Where sentences start and end.
//!
//! The rules of UAX #29 find most ends; what they can't know is mended here: full stops of abbreviations
//! and initials, and marks inside a sentence that goes on (`"Why?" she asked`).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::Lexicon;

/// Where full stops end no sentence, by language. Entries are without their last full stop.
#[derive(Debug, Clone, Copy)]
pub struct Abbreviations<'a> {
    /// Never the end: "Mr".
    pub never: &'a Lexicon,
    /// Not the end where a number follows: "No".
    pub numbered: &'a Lexicon,
    /// The end where a new sentence follows: "U.S".
    pub open: &'a Lexicon,
    /// Words that start sentences, and seldom a name.
    pub starters: &'a Lexicon,
}

/// The sentences of a block of text, as byte ranges without the space around them.
pub fn sentences(text: &str, abbreviations: Option<&Abbreviations<'_>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last: &str = "";
    for (start, part) in text.split_sentence_bound_indices() {
        match found.last_mut() {
            Some(sentence) if goes_on(last, part, abbreviations) => {
                sentence.end = start + part.len();
            }
            _ => found.push(start..start + part.len()),
        }
        last = part;
    }
    let trim = |range: Range<usize>| {
        let whole = &text[range.clone()];
        let start = range.start + (whole.len() - whole.trim_start().len());
        start..start + whole.trim().len()
    };
    found.into_iter().map(trim).filter(|range| !range.is_empty()).collect()
}

/// Whether a part of a text goes on in the next.
fn goes_on(last: &str, next: &str, abbreviations: Option<&Abbreviations<'_>>) -> bool {
    let next = next.trim_start();
    let Some(first) = next.chars().next() else { return true };
    let opening = |c: char| matches!(c, '—' | '–' | '-' | ' ' | '(' | '[');
    let word = next.trim_start_matches(opening);
    if matches!(first, ',' | ';' | ':' | ')' | ']' | '”' | '»' | '’' | '.' | '%')
        || word.starts_with(char::is_lowercase)
    {
        return true;
    }
    let Some(abbreviations) = abbreviations else { return false };
    let last = last.trim_end();
    let Some(token) =
        last.rsplit(char::is_whitespace).next().and_then(|token| token.strip_suffix('.'))
    else {
        return false;
    };
    let token = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    if token.is_empty() || token.len() > 24 {
        return false;
    }
    let digit = word.starts_with(|c: char| c.is_ascii_digit());
    // The number of an entry, alone before its text.
    if token.bytes().all(|byte| byte.is_ascii_digit()) && last.len() == token.len() + 1 {
        return true;
    }
    let name = token.to_lowercase();
    let end =
        word.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').unwrap_or(word.len());
    let starts = abbreviations.starters.has(&word[..end].to_lowercase());
    let initials = token.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    // "EE. UU.": the second half is never a sentence of its own.
    abbreviations.never.has(&name)
        || (name == "ee" && &word[..end] == "UU")
        || (abbreviations.numbered.has(&name) && digit)
        || (abbreviations.open.has(&name) && digit)
        || ((initials || name == "uu") && !starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{english, spanish};

    fn english(text: &str) -> Vec<&str> {
        let rules = english::abbreviations();
        sentences(text, Some(&rules)).into_iter().map(|range| &text[range]).collect()
    }

    fn spanish(text: &str) -> Vec<&str> {
        let rules = spanish::abbreviations();
        sentences(text, Some(&rules)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn english_abbreviations() {
        for whole in [
            "Mr. Okafor met Sen. J. R. Hill at No. 10 on Jan. 5.",
            "The U.S. Senate met at 9 a.m. on Monday.",
            "It fell 3.5 percent, to $1.2 million.",
            "“Why?” she asked.",
            "The ship (built c. 1900 by Vickers Ltd. in Barrow) sank.",
        ] {
            assert_eq!(english(whole), [whole]);
        }
        assert_eq!(
            english("He left the U.S. The war ended."),
            ["He left the U.S.", "The war ended."]
        );
        assert_eq!(
            english("It began at 9 a.m. Residents fled."),
            ["It began at 9 a.m.", "Residents fled."]
        );
        assert_eq!(
            english("One. Two! Three? “Four.” Five…"),
            ["One.", "Two!", "Three?", "“Four.”", "Five…"]
        );
    }

    #[test]
    fn spanish_abbreviations() {
        for whole in [
            "El Sr. Ortega y la Dra. Ruiz viven en EE. UU. desde 1961.",
            "La norma núm. 12 y el art. 3 siguen vigentes.",
            "—¿Por qué? —preguntó la jueza.",
            "Empezó a las 9 a. m. del lunes.",
            "«¿Quién lo sabía?», preguntó.",
        ] {
            assert_eq!(spanish(whole), [whole]);
        }
        assert_eq!(
            spanish("Vive en EE. UU. La guerra acabó. ¿Y ahora?"),
            ["Vive en EE. UU.", "La guerra acabó.", "¿Y ahora?"]
        );
    }

    #[test]
    fn lines_and_spaces() {
        assert_eq!(english("  A line\nwent on. \n  End "), ["A line\nwent on.", "End"]);
        assert!(english(" \n ").is_empty());
        assert_eq!(sentences("中国。日本。", None).len(), 2);
    }
}
