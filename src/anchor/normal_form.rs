//! The form in which texts are compared: differences of appearance are gone, all else stays.
//!
//! - Unicode normal form C;
//! - any run of white space, borders of blocks included, is one space; between Chinese or Japanese
//!   characters, which set none between words, it is nothing;
//! - curly and straight quotation marks are alike, and so are all dashes and hyphens;
//! - what shows nothing is dropped: soft hyphens, break opportunities, marks of writing direction.
//!
//! Letters, case, digits and signs stay as they are: they can turn a statement into its opposite.

use std::ops::Range;

use super::characters::{is_dropped, joins_previous, plain_length};
use super::lines::{is_idle_space, is_part_of_letter};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in normal form, with the way back to the bytes it was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NormalForm {
    /// The text in normal form.
    pub text: String,
    /// Stretches of `text` and of the original, in order.
    runs: Vec<Run>,
}

/// A stretch of normal text and the bytes it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    normal: usize,
    original: usize,
    normal_len: usize,
    original_len: usize,
    /// Whether each byte stands for one byte; else the stretch is one whole.
    even: bool,
}

impl NormalForm {
    /// Brings a text into normal form.
    pub fn new(original: &str) -> Self {
        let mut form =
            Self { text: String::with_capacity(original.len()), runs: Vec::with_capacity(16) };
        form.read(original);
        form
    }

    /// The bytes of the original that a range of the normal text stands for, or none where the range
    /// cuts through what was one whole, such as a letter and its accent.
    pub fn original(&self, normal: &Range<usize>) -> Option<Range<usize>> {
        if normal.start >= normal.end || normal.end > self.text.len() {
            return None;
        }
        let first = self.run_at(normal.start)?;
        let last = self.run_at(normal.end - 1)?;
        let start = match normal.start - first.normal {
            0 => first.original,
            within if first.even => first.original + within,
            _ => return None,
        };
        let end = match normal.end - last.normal {
            whole if whole == last.normal_len => last.original + last.original_len,
            within if last.even => last.original + within,
            _ => return None,
        };
        Some(start..end)
    }

    /// Like [`NormalForm::original`], but a whole that the range cuts through is taken in.
    pub fn original_around(&self, normal: &Range<usize>) -> Option<Range<usize>> {
        let mut wider = normal.clone();
        let first = self.run_at(wider.start)?;
        let last = self.run_at(wider.end.checked_sub(1)?)?;
        if !first.even {
            wider.start = first.normal;
        }
        if !last.even {
            wider.end = last.normal + last.normal_len;
        }
        self.original(&wider)
    }

    fn run_at(&self, normal: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.normal <= normal);
        self.runs.get(after.checked_sub(1)?).copied()
    }

    fn read(&mut self, original: &str) {
        let bytes = original.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let after_letter = at > 0 && !bytes[at - 1].is_ascii();
            let plain =
                if after_letter && bytes[at] == b' ' { 0 } else { plain_length(&bytes[at..]) };
            if plain > 0 {
                self.add(&original[at..at + plain], at, plain, true);
                at += plain;
                continue;
            }
            let Some(c) = original[at..].chars().next() else { break };
            let length = c.len_utf8();
            let source = at..at + length;
            at = match c {
                c if is_dropped(c) => source.end,
                c if c.is_whitespace() => self.read_space(original, at),
                '\u{201C}'..='\u{201F}' => self.mark("\"", &source),
                '\u{2018}'..='\u{201B}' => self.mark("'", &source),
                '\u{2010}'..='\u{2015}' | '\u{2212}' => self.mark("-", &source),
                c if c < '\u{300}' => {
                    self.add(&original[source.clone()], at, length, true);
                    source.end
                }
                c => self.read_letter(original, at, c),
            };
        }
    }

    /// Adds a mark in the place of the one that stands there; returns where it ends.
    fn mark(&mut self, mark: &str, source: &Range<usize>) -> usize {
        self.add(mark, source.start, source.len(), source.len() == mark.len());
        source.end
    }

    /// Reads a run of white space as one space; what is dropped within it doesn't part it.
    fn read_space(&mut self, original: &str, start: usize) -> usize {
        let mut end = start;
        let mut at = start;
        for c in original[start..].chars() {
            at += c.len_utf8();
            if c.is_whitespace() {
                end = at;
            } else if !is_dropped(c) {
                break;
            }
        }
        if !self.is_idle(&original[end..]) {
            self.add(" ", start, end - start, end - start == 1);
        }
        end
    }

    /// Whether a space between what was read and what is next means nothing.
    fn is_idle(&self, next: &str) -> bool {
        let before = self.text.chars().rev().find(|c| !is_part_of_letter(*c));
        let after = next.chars().find(|c| !is_dropped(*c));
        let (Some(before), Some(after)) = (before, after) else { return false };
        // Where neither is beyond ASCII, neither is Chinese or Japanese.
        if before.is_ascii() && after.is_ascii() {
            return false;
        }
        let after = match after {
            '\u{201C}'..='\u{201F}' => '"',
            '\u{2018}'..='\u{201B}' => '\'',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => std::iter::once(c).nfc().next().unwrap_or(c),
        };
        is_idle_space(before, after)
    }

    /// Reads a character that may not be in normal form C, with the marks that follow it.
    fn read_letter(&mut self, original: &str, start: usize, c: char) -> usize {
        if !joins_previous(c) {
            let end = start + c.len_utf8();
            let mut text = [0; 4];
            let text = &*c.encode_utf8(&mut text);
            if is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes {
                self.add(text, start, end - start, true);
            } else {
                let composed: String = text.nfc().collect();
                self.add(&composed, start, end - start, composed == text);
            }
            return end;
        }
        // Marks: they may change the character before them, which is then taken back.
        let mut marks = String::new();
        let mut at = start;
        let mut end = start;
        for c in original[start..].chars() {
            at += c.len_utf8();
            if is_dropped(c) {
                continue;
            }
            if c < '\u{300}' || !joins_previous(c) {
                break;
            }
            marks.push(c);
            end = at;
        }
        let base = self.last_letter();
        let composed: String = self.text[base..].chars().chain(marks.chars()).nfc().collect();
        if let Some(tail) = composed.strip_prefix(&self.text[base..]) {
            let tail = tail.to_owned();
            let even = original[start..end] == *tail;
            self.add(&tail, start, end - start, even);
        } else {
            let from = self.cut(base).unwrap_or(start);
            self.add(&composed, from, end - from, false);
        }
        end
    }

    /// Where the last character (with its marks) starts that marks after it could change; the end of
    /// the text where there is none.
    fn last_letter(&self) -> usize {
        let Some(run) = self.runs.last() else { return self.text.len() };
        if !run.even {
            return if self.text[run.normal..] == *" " { self.text.len() } else { run.normal };
        }
        match self.text[run.normal..].char_indices().next_back() {
            Some((_, c)) if c.is_whitespace() => self.text.len(),
            Some((within, _)) => run.normal + within,
            None => self.text.len(),
        }
    }

    /// Takes back the text from a byte in its last run; returns the byte of the original there.
    fn cut(&mut self, from: usize) -> Option<usize> {
        let run = self.runs.last_mut()?;
        if from == self.text.len() {
            return None;
        }
        self.text.truncate(from);
        let kept = from - run.normal;
        let original = run.original + kept;
        if kept == 0 {
            self.runs.pop();
        } else {
            run.normal_len = kept;
            run.original_len = kept;
        }
        Some(original)
    }

    fn add(&mut self, text: &str, original: usize, original_len: usize, even: bool) {
        if text.is_empty() {
            return;
        }
        let normal = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.runs.last_mut()
            && even
            && last.even
            && last.original + last.original_len == original
        {
            last.normal_len += text.len();
            last.original_len += original_len;
            return;
        }
        self.runs.push(Run { normal, original, normal_len: text.len(), original_len, even });
    }
}

/// The normal form of a text, without white space at its ends: how two texts are compared that are
/// not looked for in another.
pub fn normal(text: &str) -> String {
    let mut form = NormalForm::new(text).text;
    form.truncate(form.trim_end().len());
    let blank = form.len() - form.trim_start().len();
    form.drain(..blank);
    form
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn appearance_is_levelled() {
        assert_eq!(normal(" a\u{a0}\n \u{2003}b\u{3000}c "), "a b c");
        assert_eq!(normal("“a” „b‟ ‘c’ ‚d‛ it’s"), "\"a\" \"b\" 'c' 'd' it's");
        assert_eq!(normal("a‐b‑c‒d–e—f―g−h"), "a-b-c-d-e-f-g-h");
        assert_eq!(normal("co\u{ad}ope \u{ad} rate"), "coope rate");
        assert_eq!(normal("e\u{301}\u{323} Å \u{212B}"), "\u{1EB9}\u{301} Å Å");
        assert_eq!(
            normal("中 国\u{3000}は\n “中” a 中"),
            "中国は\"中\"a 中".replace("\"a", "\" a")
        );
        assert_eq!(normal("\u{1112}\u{1161}\u{11AB}"), "한");
    }

    #[test]
    fn what_means_something_stays() {
        for text in [
            "«a» ‹b›",
            "5′ 6″",
            "…",
            "Ä a",
            "½ 2²",
            "ﬁ",
            "٢",
            "a\u{200d}b",
            "1,234.5",
            "\u{202e}12",
        ] {
            assert_eq!(normal(text), text);
        }
    }

    #[test]
    fn ranges_lead_back() {
        let text = "x “cafe\u{301}”  \n bar\u{ad}n";
        let form = NormalForm::new(text);
        assert_eq!(form.text, "x \"café\" barn");
        let back = |words: &str| {
            let at = form.text.find(words).unwrap();
            form.original(&(at..at + words.len())).map(|range| &text[range])
        };
        assert_eq!(back("café"), Some("cafe\u{301}"));
        assert_eq!(back("é"), Some("e\u{301}"));
        assert_eq!(back("\" b"), Some("”  \n b"));
        assert_eq!(back("barn"), Some("bar\u{ad}n"));
        assert_eq!(form.original(&(0..0)), None);
        let accent = form.text.find('é').unwrap() + 1;
        assert_eq!(form.original(&(accent..accent + 1)), None);
    }

    /// The same form, the slow and simple way.
    fn simple(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars().filter(|c| !is_dropped(*c)).nfc() {
            let c = match c {
                c if c.is_whitespace() => ' ',
                '\u{201C}'..='\u{201F}' => '"',
                '\u{2018}'..='\u{201B}' => '\'',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                c => c,
            };
            if c == ' ' && out.ends_with(' ') {
                continue;
            }
            let before = out
                .strip_suffix(' ')
                .and_then(|before| before.chars().rev().find(|c| !is_part_of_letter(*c)));
            if before.is_some_and(|before| is_idle_space(before, c)) {
                out.pop();
            }
            out.push(c);
        }
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_the_simple_way(
            text in "([a-c\"' \n\u{3000}…-]|[\u{a0}\u{ad}\u{200b}\u{200f}“’–−]|[e\u{301}\u{323}\u{316}\u{345}]|[\u{1100}\u{1161}\u{11a8}가 中“は\u{3099}\u{fe00}\u{f900}\u{344}\u{f73}\u{212b}\u{9c7}\u{9be}]|\\PC){0,24}"
        ) {
            let form = NormalForm::new(&text);
            prop_assert_eq!(&form.text, &simple(&text));
            prop_assert_eq!(&NormalForm::new(&form.text).text, &form.text);
            let mut end = 0;
            for run in &form.runs {
                prop_assert_eq!(run.normal, end);
                end += run.normal_len;
                prop_assert!(run.normal_len > 0 && run.original_len > 0);
            }
            prop_assert_eq!(end, form.text.len());
        }
    }
}
