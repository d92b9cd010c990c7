//! Rules for languages without rules of their own: numbers, dates and quotations.

use super::Kind;
use super::signs::{Reading, Signs, is_number, is_year};

/// What can be seen in any language.
pub fn signs(reading: &Reading<'_>) -> Signs {
    let asked = reading.own.last().is_some_and(|word| word.is("？") || word.is("؟"));
    let mut signs = Signs { closed: asked || reading.is_question(), ..Signs::default() };
    read(reading, &mut signs);
    signs
}

/// Adds what needs no knowledge of words.
pub fn read(reading: &Reading<'_>, signs: &mut Signs) {
    for (at, word) in reading.all.iter().enumerate() {
        if is_number(&reading.all, at) {
            signs.kinds.insert(if is_year(word) { Kind::Date } else { Kind::Number });
        }
    }
    signs.add(Kind::Quotation, reading.quotes);
}
