//! What follows a number: what it counts, and the year of its prices.

use super::currency::{self, Currency};
use super::read::Reader;
use super::words::{self, Meaning};
use super::{NumberError, WrittenUnit};

impl Reader<'_> {
    /// What follows a number: what it counts, and the year of its prices.
    pub(super) fn unit(
        &self,
        text: &str,
        before: Option<Currency>,
    ) -> Result<(Option<WrittenUnit>, Option<i16>), NumberError> {
        let mut rest = text.trim().trim_start_matches(['-', '\u{2010}', '\u{2011}']);
        let lower = rest.to_lowercase();
        if let Some(length) = percent(&lower) {
            self.words_and_year(lower.get(length..).unwrap_or_default())?;
            return joined(before, Some(WrittenUnit::Percent), None);
        }
        // 20.000 M€, 20 US$
        let sign = rest.trim_start_matches(['(', ' ']);
        let mut named = None;
        if let Some((currency, length)) = currency::at_start(sign) {
            named = Some(currency);
            rest = sign[length..].trim_start();
        }
        let (mut words, year) = self.words_and_year(rest)?;
        if self.language.words.is_none() && !words.is_empty() {
            return Err(NumberError::Language(self.language.name.clone()));
        }
        if named.is_none() {
            while let [first, ..] = &*words
                && is_between(first)
            {
                words.remove(0);
            }
            named = (1..=words.len().min(4)).rev().find_map(|count| {
                currency::of_words(&words[..count].join(" "), self.language.words)
            });
            if named.is_none() && !words.is_empty() {
                let phrase = words.join(" ").to_lowercase();
                let unit = if phrase.contains(char::is_alphabetic) {
                    WrittenUnit::Noun(phrase)
                } else {
                    return Err(NumberError::NotUnderstood(phrase));
                };
                // `$5 a day` counts dollars.
                return joined(before.clone(), before.is_none().then_some(unit), year);
            }
        }
        joined(before, named.map(WrittenUnit::Currency), year)
    }

    /// The words of a text, and the year among them: of 1961, in 2023 dollars.
    fn words_and_year<'t>(
        &self,
        text: &'t str,
    ) -> Result<(Vec<&'t str>, Option<i16>), NumberError> {
        let mut words = Vec::new();
        let mut year = None;
        for word in text.split([' ', '(', ')', ',']).filter(|word| !word.is_empty()) {
            if !word.contains(|c: char| c.is_ascii_digit()) {
                if self.is_number(word) && !words.is_empty() {
                    return Err(second(&words));
                }
                words.push(word);
                continue;
            }
            let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
            match word.parse::<i16>() {
                Ok(number @ 1000..=2999) if is_year && year.is_none() => year = Some(number),
                _ => return Err(second(&words)),
            }
        }
        if year.is_some() {
            let about_prices = [
                "in", "of", "at", "prices", "money", "constant", "de", "en", "a", "precios", "del",
                "año",
            ];
            words.retain(|word| !about_prices.contains(&word.to_lowercase().as_str()));
        }
        Ok((words, year))
    }

    /// Whether a word names a number by itself; `one` and `un` are often articles.
    fn is_number(&self, word: &str) -> bool {
        let Some(language) = self.language.words else { return false };
        match words::meaning(word, language) {
            Some(Meaning::Value(value, _)) => value != 1,
            Some(Meaning::Times(factor)) => factor >= 1000 && word.len() > 2,
            _ => false,
        }
    }
}

/// Words between a number and what it counts: two thirds *of* the members, tres cuartas *partes de*.
fn is_between(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "of" | "de" | "in" | "en" | "parte" | "partes")
}

/// How long the word for hundredths is that a text in small letters starts with.
fn percent(text: &str) -> Option<usize> {
    const PHRASES: [&str; 12] = [
        "percentage points",
        "percentage point",
        "percent",
        "per cent",
        "pct",
        "pp",
        "por ciento",
        "por 100",
        "por cien",
        "porciento",
        "puntos porcentuales",
        "punto porcentual",
    ];
    if text.starts_with('%') {
        return Some(1);
    }
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let found = PHRASES.iter().find(|known| text.strip_prefix(**known).is_some_and(ends));
    found.map(|phrase| phrase.len())
}

/// What a sign before and words after a number say together.
fn joined(
    before: Option<Currency>,
    after: Option<WrittenUnit>,
    year: Option<i16>,
) -> Result<(Option<WrittenUnit>, Option<i16>), NumberError> {
    let unit = match (before, after) {
        (None, unit) => unit,
        (Some(currency), None) => Some(WrittenUnit::Currency(currency)),
        (Some(one), Some(WrittenUnit::Currency(other))) => {
            let codes: Vec<_> =
                one.codes.iter().copied().filter(|code| other.codes.contains(code)).collect();
            if codes.is_empty() {
                return Err(NumberError::TwoUnits(one.written, other.written));
            }
            Some(WrittenUnit::Currency(Currency { written: one.written, codes }))
        }
        (Some(one), Some(_)) => {
            return Err(NumberError::TwoUnits(one.written, "percent".to_owned()));
        }
    };
    Ok((unit, year))
}

/// A second number after these words.
fn second(words: &[&str]) -> NumberError {
    let is_joint = |word: &&str| {
        matches!(word.to_lowercase().as_str(), "to" | "or" | "a" | "o" | "hasta" | "through")
    };
    if words.last().is_some_and(is_joint) { NumberError::Range } else { NumberError::Several }
}
