//! Words that make a number less than exact: `about`, `more than`, `casi`.

use super::language::Words;

/// What stands beside a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Qualifier {
    /// Whether the number is a rounded one: `about`, `nearly`, `casi`.
    pub approximate: bool,
    /// On which side of it the exact number is.
    pub bound: Option<Bound>,
}

/// A side of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// More than it.
    Above,
    /// It or more.
    AtLeast,
    /// Less than it.
    Below,
    /// It or less.
    AtMost,
}

impl Qualifier {
    const ABOUT: Self = Self { approximate: true, bound: None };
    const ABOVE: Self = Self { approximate: false, bound: Some(Bound::Above) };
    const AT_LEAST: Self = Self { approximate: false, bound: Some(Bound::AtLeast) };
    const BELOW: Self = Self { approximate: false, bound: Some(Bound::Below) };
    const AT_MOST: Self = Self { approximate: false, bound: Some(Bound::AtMost) };
    const JUST_ABOVE: Self = Self { approximate: true, bound: Some(Bound::Above) };
    const JUST_BELOW: Self = Self { approximate: true, bound: Some(Bound::Below) };

    /// Both together; a second bound is one too many.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let bound = match (self.bound, other.bound) {
            (Some(_), Some(_)) => return None,
            (one, other) => one.or(other),
        };
        Some(Self { approximate: self.approximate || other.approximate, bound })
    }
}

type Entry = (&'static str, Qualifier);

const SIGNS: [Entry; 8] = [
    (">=", Qualifier::AT_LEAST),
    ("<=", Qualifier::AT_MOST),
    ("≥", Qualifier::AT_LEAST),
    ("≤", Qualifier::AT_MOST),
    (">", Qualifier::ABOVE),
    ("<", Qualifier::BELOW),
    ("~", Qualifier::ABOUT),
    ("≈", Qualifier::ABOUT),
];

const ENGLISH: [Entry; 54] = [
    // An article says nothing about the number.
    ("the", Qualifier { approximate: false, bound: None }),
    ("about", Qualifier::ABOUT),
    ("around", Qualifier::ABOUT),
    ("approximately", Qualifier::ABOUT),
    ("approx.", Qualifier::ABOUT),
    ("approx", Qualifier::ABOUT),
    ("roughly", Qualifier::ABOUT),
    ("some", Qualifier::ABOUT),
    ("circa", Qualifier::ABOUT),
    ("ca.", Qualifier::ABOUT),
    ("c.", Qualifier::ABOUT),
    ("close to", Qualifier::ABOUT),
    ("in the region of", Qualifier::ABOUT),
    ("on the order of", Qualifier::ABOUT),
    ("an estimated", Qualifier::ABOUT),
    ("estimated", Qualifier::ABOUT),
    ("just about", Qualifier::ABOUT),
    ("nearly", Qualifier::JUST_BELOW),
    ("almost", Qualifier::JUST_BELOW),
    ("just under", Qualifier::JUST_BELOW),
    ("just below", Qualifier::JUST_BELOW),
    ("slightly less than", Qualifier::JUST_BELOW),
    ("slightly fewer than", Qualifier::JUST_BELOW),
    ("slightly under", Qualifier::JUST_BELOW),
    ("slightly below", Qualifier::JUST_BELOW),
    ("a little less than", Qualifier::JUST_BELOW),
    ("a little under", Qualifier::JUST_BELOW),
    ("just over", Qualifier::JUST_ABOVE),
    ("just above", Qualifier::JUST_ABOVE),
    ("slightly more than", Qualifier::JUST_ABOVE),
    ("slightly over", Qualifier::JUST_ABOVE),
    ("slightly above", Qualifier::JUST_ABOVE),
    ("a little more than", Qualifier::JUST_ABOVE),
    ("a little over", Qualifier::JUST_ABOVE),
    ("more than", Qualifier::ABOVE),
    ("greater than", Qualifier::ABOVE),
    ("over", Qualifier::ABOVE),
    ("above", Qualifier::ABOVE),
    ("exceeding", Qualifier::ABOVE),
    ("in excess of", Qualifier::ABOVE),
    ("upwards of", Qualifier::ABOVE),
    ("at least", Qualifier::AT_LEAST),
    ("no less than", Qualifier::AT_LEAST),
    ("not less than", Qualifier::AT_LEAST),
    ("no fewer than", Qualifier::AT_LEAST),
    ("less than", Qualifier::BELOW),
    ("fewer than", Qualifier::BELOW),
    ("under", Qualifier::BELOW),
    ("below", Qualifier::BELOW),
    ("at most", Qualifier::AT_MOST),
    ("up to", Qualifier::AT_MOST),
    ("no more than", Qualifier::AT_MOST),
    ("not more than", Qualifier::AT_MOST),
    ("as many as", Qualifier::AT_MOST),
];

const ENGLISH_AFTER: [Entry; 9] = [
    ("or so", Qualifier::ABOUT),
    ("approximately", Qualifier::ABOUT),
    ("roughly", Qualifier::ABOUT),
    ("more or less", Qualifier::ABOUT),
    ("at least", Qualifier::AT_LEAST),
    ("or more", Qualifier::AT_LEAST),
    ("at most", Qualifier::AT_MOST),
    ("or less", Qualifier::AT_MOST),
    ("or fewer", Qualifier::AT_MOST),
];

const SPANISH: [Entry; 59] = [
    ("unos", Qualifier::ABOUT),
    ("unas", Qualifier::ABOUT),
    ("cerca del", Qualifier::ABOUT),
    ("cerca de", Qualifier::ABOUT),
    ("alrededor del", Qualifier::ABOUT),
    ("alrededor de", Qualifier::ABOUT),
    ("en torno al", Qualifier::ABOUT),
    ("en torno a", Qualifier::ABOUT),
    ("aproximadamente", Qualifier::ABOUT),
    ("aprox.", Qualifier::ABOUT),
    ("aprox", Qualifier::ABOUT),
    ("más o menos", Qualifier::ABOUT),
    ("mas o menos", Qualifier::ABOUT),
    ("del orden de", Qualifier::ABOUT),
    ("algo así como", Qualifier::ABOUT),
    ("hacia", Qualifier::ABOUT),
    ("casi", Qualifier::JUST_BELOW),
    ("poco menos del", Qualifier::JUST_BELOW),
    ("poco menos de", Qualifier::JUST_BELOW),
    ("un poco menos del", Qualifier::JUST_BELOW),
    ("un poco menos de", Qualifier::JUST_BELOW),
    ("algo menos del", Qualifier::JUST_BELOW),
    ("algo menos de", Qualifier::JUST_BELOW),
    ("poco más del", Qualifier::JUST_ABOVE),
    ("poco más de", Qualifier::JUST_ABOVE),
    ("un poco más del", Qualifier::JUST_ABOVE),
    ("un poco más de", Qualifier::JUST_ABOVE),
    ("algo más del", Qualifier::JUST_ABOVE),
    ("algo más de", Qualifier::JUST_ABOVE),
    ("más del", Qualifier::ABOVE),
    ("más de", Qualifier::ABOVE),
    ("mas del", Qualifier::ABOVE),
    ("mas de", Qualifier::ABOVE),
    ("por encima del", Qualifier::ABOVE),
    ("por encima de", Qualifier::ABOVE),
    ("superior al", Qualifier::ABOVE),
    ("superior a", Qualifier::ABOVE),
    ("al menos", Qualifier::AT_LEAST),
    ("por lo menos", Qualifier::AT_LEAST),
    ("cuando menos", Qualifier::AT_LEAST),
    ("como mínimo", Qualifier::AT_LEAST),
    ("no menos del", Qualifier::AT_LEAST),
    ("no menos de", Qualifier::AT_LEAST),
    ("menos del", Qualifier::BELOW),
    ("menos de", Qualifier::BELOW),
    ("por debajo del", Qualifier::BELOW),
    ("por debajo de", Qualifier::BELOW),
    ("inferior al", Qualifier::BELOW),
    ("inferior a", Qualifier::BELOW),
    ("como máximo", Qualifier::AT_MOST),
    ("a lo sumo", Qualifier::AT_MOST),
    ("hasta el", Qualifier::AT_MOST),
    ("hasta un", Qualifier::AT_MOST),
    ("hasta", Qualifier::AT_MOST),
    ("no más del", Qualifier::AT_MOST),
    ("no más de", Qualifier::AT_MOST),
    // Articles before a number say nothing about it: el 10,7 %, los 32 migrantes.
    ("el", Qualifier { approximate: false, bound: None }),
    ("los", Qualifier { approximate: false, bound: None }),
    ("las", Qualifier { approximate: false, bound: None }),
];

const SPANISH_AFTER: [Entry; 11] = [
    ("aproximadamente", Qualifier::ABOUT),
    ("aprox.", Qualifier::ABOUT),
    ("aprox", Qualifier::ABOUT),
    ("más o menos", Qualifier::ABOUT),
    ("o más", Qualifier::AT_LEAST),
    ("como mínimo", Qualifier::AT_LEAST),
    ("por lo menos", Qualifier::AT_LEAST),
    ("al menos", Qualifier::AT_LEAST),
    ("o menos", Qualifier::AT_MOST),
    ("como máximo", Qualifier::AT_MOST),
    ("a lo sumo", Qualifier::AT_MOST),
];

/// The qualifier that a text starts with, and its length.
pub(super) fn at_start(text: &str, words: Option<Words>) -> Option<(Qualifier, usize)> {
    if let Some((sign, qualifier)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Some((*qualifier, sign.len()));
    }
    let entries: &[Entry] = match words? {
        Words::English => &ENGLISH,
        Words::Spanish => &SPANISH,
    };
    entries
        .iter()
        .filter(|(phrase, _)| {
            starts_with(text, phrase) && ends_word(&text[phrase.len()..], phrase.ends_with('.'))
        })
        .max_by_key(|(phrase, _)| phrase.len())
        .map(|(phrase, qualifier)| (*qualifier, phrase.len()))
}

/// The qualifier that a text ends with, and where it starts.
pub(super) fn at_end(text: &str, words: Option<Words>) -> Option<(Qualifier, usize)> {
    // 10+ or 200 million+
    if let Some(before) = text.strip_suffix('+') {
        return Some((Qualifier::AT_LEAST, before.len()));
    }
    let entries: &[Entry] = match words? {
        Words::English => &ENGLISH_AFTER,
        Words::Spanish => &SPANISH_AFTER,
    };
    entries.iter().find_map(|(phrase, qualifier)| {
        let start = text.len().checked_sub(phrase.len())?;
        let fits = text.get(start..)?.to_lowercase() == *phrase && text[..start].ends_with(' ');
        fits.then_some((*qualifier, start))
    })
}

fn starts_with(text: &str, phrase: &str) -> bool {
    text.get(..phrase.len()).is_some_and(|start| start.to_lowercase() == phrase)
}

fn ends_word(rest: &str, after_mark: bool) -> bool {
    after_mark || !rest.starts_with(char::is_alphanumeric)
}
