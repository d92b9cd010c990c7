//! The few lines of a file that a drawn finding shows.
//!
//! The drawing library looks at all the text it is given, so it is given only the lines of the
//! place, and of a very long line only the stretch around it.

use std::ops::Range;

use super::neutral::neutral_char;
use super::{At, Place};
use crate::input::LineColumn;

/// A place of more lines than this is shown by its first line.
const MOST_LINES: usize = 12;
/// Characters of one line that are kept on each side of the place.
const AROUND: usize = 240;
/// Characters of a place on one line that are underlined at most.
const MOST_UNDERLINED: usize = 240;

/// Lines around a place, neutral, with the place in them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines.
    pub text: String,
    /// The place, as bytes of [`Self::text`].
    pub span: Range<usize>,
    /// Number of the first line.
    pub first_line: usize,
    /// Where the place starts in the file.
    pub start: LineColumn,
    /// The column that the start has in [`Self::text`]; another one where the line was cut.
    pub shown_column: usize,
}

impl Excerpt {
    /// The lines of a place; none for a file as a whole.
    pub fn of(place: &Place) -> Option<Self> {
        if place.at == At::Whole {
            return None;
        }
        let text = place.file.text.as_str();
        let mut range = place.range();
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        if text[range.clone()].bytes().filter(|byte| *byte == b'\n').count() >= MOST_LINES {
            range.end = line_end(text, range.start);
        }
        let before: Vec<char> = tail(&text[line_start..range.start], AROUND);
        let mut inside = String::new();
        push_neutral(&mut inside, &text[range.clone()], MOST_UNDERLINED);
        let after = &text[range.end..line_end(text, range.end)];

        let mut shown: String = before.iter().copied().map(neutral_char).collect();
        let span_start = shown.len();
        shown.push_str(&inside);
        let span = span_start..shown.len();
        push_neutral(&mut shown, after, AROUND);
        let start = place.file.line_column(range.start);
        Some(Self {
            text: shown,
            span,
            first_line: start.line,
            start,
            shown_column: before.len() + 1,
        })
    }
}

/// The end of the line that holds a byte, without its line feed.
fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at)
}

/// The last characters of a text, at most `most`.
fn tail(text: &str, most: usize) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().rev().take(most).collect();
    chars.reverse();
    chars
}

/// Adds the characters of a text, of each of its lines at most `most`.
fn push_neutral(into: &mut String, text: &str, most: usize) {
    for line in text.split_inclusive('\n') {
        let (words, end) = match line.strip_suffix('\n') {
            Some(words) => (words, "\n"),
            None => (line, ""),
        };
        let words = words.strip_suffix('\r').unwrap_or(words);
        into.extend(words.chars().take(most).map(neutral_char));
        into.push_str(end);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::input::InputFile;

    fn of(text: &str, range: Range<usize>) -> Excerpt {
        Excerpt::of(&Place::bytes(&InputFile::new("a.md", text), range)).unwrap()
    }

    #[test]
    fn only_the_line_is_kept() {
        let excerpt = of("one\ntwo three\r\nfour\n", 8..13);
        assert_eq!(excerpt.text, "two three");
        assert_eq!(&excerpt.text[excerpt.span.clone()], "three");
        assert_eq!(excerpt.start, LineColumn { line: 2, column: 5 });
        assert_eq!(excerpt.shown_column, 5);
    }

    #[test]
    fn a_long_line_is_cut_and_its_column_kept() {
        let text = format!("x\n{}needle{}", "é".repeat(5000), "z".repeat(5000));
        let at = text.find("needle").unwrap();
        let excerpt = of(&text, at..at + 6);
        assert_eq!(excerpt.text.chars().count(), 240 + 6 + 240);
        assert_eq!(&excerpt.text[excerpt.span.clone()], "needle");
        assert_eq!(excerpt.start, LineColumn { line: 2, column: 5001 });
        assert_eq!(excerpt.shown_column, 241);
    }

    #[test]
    fn a_place_of_many_lines_is_its_first() {
        let text = "line\n".repeat(100);
        let excerpt = of(&text, 7..400);
        assert_eq!(excerpt.text, "line");
        assert_eq!(&excerpt.text[excerpt.span], "ne");
    }

    #[test]
    fn places_at_the_ends_exist() {
        for (text, range) in [("", 0..0), ("a\n", 2..2), ("a", 1..9)] {
            let excerpt = of(text, range);
            assert!(excerpt.span.end <= excerpt.text.len());
        }
    }
}
