//! Words of texts in normal form, and comparisons word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

use super::WordDiff;
use super::lines::is_han_or_kana;

/// The words of a text in normal form, as byte ranges: what stands between spaces; Chinese and
/// Japanese, which have no spaces, character by character.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = 0;
    for (at, c) in text.char_indices() {
        // ASCII is by far the most.
        if c == ' ' || (!c.is_ascii() && is_han_or_kana(c)) {
            if start < at {
                found.push(start..at);
            }
            start = at + c.len_utf8();
            if c != ' ' {
                found.push(at..start);
            }
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The part of a word that is compared to find what is near: without marks at its ends.
pub(super) fn core(text: &str, word: &Range<usize>) -> Range<usize> {
    let whole = &text[word.clone()];
    let kept = |c: char| c.is_alphanumeric() || "$€£¥%+-".contains(c);
    match (whole.find(kept), whole.rfind(kept)) {
        (Some(first), Some(last)) => {
            let end = whole[last..].chars().next().map_or(last, |c| last + c.len_utf8());
            word.start + first..word.start + end
        }
        _ => word.clone(),
    }
}

/// Compares two texts in normal form word by word. Steps alternate and hold as many words as they
/// can.
pub(super) fn compare_words(quote: &str, article: &str) -> Vec<WordDiff> {
    let (old, new) = (words(quote), words(article));
    let old_words: Vec<&str> = old.iter().map(|word| &quote[word.clone()]).collect();
    let new_words: Vec<&str> = new.iter().map(|word| &article[word.clone()]).collect();
    let slice = |text: &str, words: &[Range<usize>]| match words {
        [] => String::new(),
        [first, .., last] => text[first.start..last.end].to_owned(),
        [only] => text[only.clone()].to_owned(),
    };
    let mut steps = Vec::new();
    for op in similar::capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let (from, to) = (slice(quote, &old[op.old_range()]), slice(article, &new[op.new_range()]));
        match op {
            DiffOp::Equal { .. } => steps.push(WordDiff::Same(from)),
            DiffOp::Delete { .. } => steps.push(WordDiff::Quote(from)),
            DiffOp::Insert { .. } => steps.push(WordDiff::Article(to)),
            DiffOp::Replace { .. } => {
                steps.push(WordDiff::Quote(from));
                steps.push(WordDiff::Article(to));
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_spaces() {
        let text = "a $20 (b), 中国 x日y";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(found, ["a", "$20", "(b),", "中", "国", "x", "日", "y"]);
        let cores: Vec<&str> = words(text).iter().map(|word| &text[core(text, word)]).collect();
        assert_eq!(cores, ["a", "$20", "b", "中", "国", "x", "日", "y"]);
        assert!(words("").is_empty());
    }

    #[test]
    fn comparison_shows_runs_of_words() {
        assert_eq!(
            compare_words("only 12 percent of it", "only 21 percent of all it"),
            [
                WordDiff::Same("only".into()),
                WordDiff::Quote("12".into()),
                WordDiff::Article("21".into()),
                WordDiff::Same("percent of".into()),
                WordDiff::Article("all".into()),
                WordDiff::Same("it".into()),
            ]
        );
    }
}
