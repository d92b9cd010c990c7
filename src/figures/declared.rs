//! Units as figures.yaml writes them.

use super::unit::{Base, Noun, Unit, Year};
use crate::model::PartialDate;
use crate::nearest;
use crate::number::{currency_codes, currency_sign};

/// A unit as written: `million USD of 1961`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// What is counted.
    pub unit: Unit,
    /// In which power of ten: 6 for millions.
    pub scale: i32,
}

/// Words of scales and their powers of ten. A Spanish *billón* is a million millions.
const SCALES: [(&str, i32); 21] = [
    ("miles de millones de", 9),
    ("mil millones de", 9),
    ("miles de", 3),
    ("millones de", 6),
    ("millones", 6),
    ("billones de", 12),
    ("billones", 12),
    ("mil", 3),
    ("hundred", 2),
    ("thousand", 3),
    ("thousands", 3),
    ("thousands of", 3),
    ("million", 6),
    ("millions", 6),
    ("millions of", 6),
    ("billion", 9),
    ("billions", 9),
    ("billions of", 9),
    ("trillion", 12),
    ("trillions", 12),
    ("trillions of", 12),
];

/// Why a text is no unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoUnit {
    /// What is wrong with it, for authors.
    pub message: String,
    /// The unit that was probably meant.
    pub meant: Option<String>,
}

impl NoUnit {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), meant: None }
    }

    fn meant(text: &str, meant: impl Into<String>) -> Self {
        Self { message: format!("`{text}` is no unit"), meant: Some(meant.into()) }
    }
}

impl Declared {
    /// Reads a unit; `on` gives money and an index their year.
    ///
    /// # Errors
    /// What is wrong with it, and what was probably meant.
    pub fn parse(text: &str, on: Option<PartialDate>) -> Result<Self, NoUnit> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(NoUnit::new("the unit is empty"));
        }
        let (above, below) = text
            .split_once(" per ")
            .or_else(|| text.split_once('/'))
            .map_or((&*text, None), |(above, below)| (above.trim(), Some(below.trim())));
        let (above, scale) = scaled(above);
        let mut unit = base(above, on)?;
        if let Some(below) = below {
            unit = unit.times(&base(below, None)?, -1);
        }
        Ok(Self { unit, scale })
    }

    /// The unit of a number that was given none.
    pub fn none(on: Option<PartialDate>) -> Self {
        let unit = on.map_or_else(Unit::default, |on| Unit::of(Base::Bare(on.year)));
        Self { unit, scale: 0 }
    }
}

/// A unit without its scale, and the power of ten.
fn scaled(text: &str) -> (&str, i32) {
    let lower = text.to_lowercase();
    let found = SCALES.iter().filter(|(word, _)| {
        lower
            .strip_prefix(*word)
            .is_some_and(|rest| rest.starts_with(' ') && text.is_char_boundary(word.len()))
    });
    match found.max_by_key(|(word, _)| word.len()) {
        Some((word, power)) => (text[word.len()..].trim_start(), *power),
        None => (text, 0),
    }
}

fn base(text: &str, on: Option<PartialDate>) -> Result<Unit, NoUnit> {
    let lower = text.to_lowercase();
    match &*lower {
        "%"
        | "percent"
        | "per cent"
        | "percentage"
        | "percentages"
        | "percentage points"
        | "percentage point"
        | "por ciento"
        | "porcentaje"
        | "puntos porcentuales" => return Ok(Unit::percent()),
        "number" | "ratio" | "times" | "veces" => return Ok(Unit::default()),
        _ => {}
    }
    let (word, year) = year_of(text, on);
    if matches!(&*word.to_lowercase(), "index" | "price index" | "índice" | "indice") {
        let year = match year {
            Year::Of(year) => Some(year),
            _ => None,
        };
        return Ok(Unit::of(Base::Index(year)));
    }
    match &*currency_codes(word) {
        [code] => return Ok(Unit::of(Base::Money((*code).to_owned(), year))),
        [] => {}
        [first, ..] => {
            return Err(NoUnit {
                message: format!("`{word}` may be money of several countries"),
                meant: Some((*first).to_owned()),
            });
        }
    }
    if let Some(meant) = meant(text) {
        return Err(NoUnit::meant(text, meant));
    }
    if text.contains(|c: char| c.is_ascii_digit()) || !text.contains(char::is_alphabetic) {
        return Err(NoUnit::new(format!("`{text}` is no unit")));
    }
    Ok(Unit::of(Base::Counted(Noun(lower))))
}

/// The unit that a text was probably meant to be, where it is not the name of something counted: a
/// code in small letters, a year without `of`, a misspelt word.
fn meant(text: &str) -> Option<String> {
    let code = text.to_uppercase();
    if text.len() == 3 && currency_sign(&code).is_some() {
        return Some(code);
    }
    if let Some((word, year)) = text.rsplit_once(' ')
        && let (_, Year::Of(year)) = year_of(&format!("{year} {word}"), None)
        && !currency_codes(word).is_empty()
    {
        return Some(format!("{word} of {year}"));
    }
    // Money with a word beside it: a scale, misspelt or in the wrong place, or one that means nothing.
    let scales = || SCALES.iter().map(|(word, _)| *word);
    let sides =
        [text.split_once(' '), text.rsplit_once(' ').map(|(money, beside)| (beside, money))];
    for (beside, money) in sides.into_iter().flatten() {
        if let ([_], Some(scale)) = (&*currency_codes(money), nearest::nearest(beside, scales())) {
            return Some(format!("{scale} {money}"));
        }
    }
    let is_code = |word: &&str| {
        word.bytes().all(|byte| byte.is_ascii_uppercase()) && currency_codes(word) == [*word]
    };
    if let Some(code) = text.split(' ').find(is_code) {
        return Some(code.to_owned());
    }
    let is_misspelt = |word: &&str| strsim::damerau_levenshtein(&text.to_lowercase(), word) == 1;
    let word = ["percent", "percentage", "persons", "people", "dollars", "euros", "index"]
        .into_iter()
        .find(is_misspelt)
        .filter(|word| !Noun(text.to_owned()).is(word))?;
    Some(if word == "dollars" { "USD" } else { word }.to_owned())
}

/// A unit without its year: `USD of 1961`, `1961 USD`, `USD of the time`.
fn year_of(text: &str, on: Option<PartialDate>) -> (&str, Year) {
    for phrase in [" of the time", " de la época", " del momento"] {
        if let Some(word) = text.strip_suffix(phrase) {
            return (word, Year::OfTheTime);
        }
    }
    for phrase in ["current ", "nominal "] {
        if let Some(word) = text.strip_prefix(phrase) {
            return (word, Year::OfTheTime);
        }
    }
    let text = text.strip_prefix("constant ").unwrap_or(text);
    let year = |text: &str| match text.parse::<i16>() {
        Ok(year @ 1000..=2999) if text.len() == 4 => Some(Year::Of(year)),
        _ => None,
    };
    if let Some((word, after)) = text.rsplit_once(' ')
        && let Some(year) = year(after)
        && let Some(word) = word.strip_suffix(" of").or_else(|| word.strip_suffix(" de"))
    {
        return (word, year);
    }
    if let Some((before, word)) = text.split_once(' ')
        && let Some(year) = year(before)
    {
        return (word, year);
    }
    (text, on.map_or(Year::Unsaid, |on| Year::Of(on.year)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn units_are_read() {
        for (text, written, scale) in [
            ("USD", "USD", 0),
            ("million USD", "USD", 6),
            ("USD of 2023", "USD of 2023", 0),
            ("2023 USD", "USD of 2023", 0),
            ("constant 2021 USD", "USD of 2021", 0),
            ("USD of the time", "USD of the time", 0),
            ("current USD", "USD of the time", 0),
            ("billion EUR of 1999", "EUR of 1999", 9),
            ("US dollars", "USD", 0),
            ("euros", "EUR", 0),
            ("percent", "percent", 0),
            ("%", "percent", 0),
            ("percentage", "percent", 0),
            ("US$", "USD", 0),
            ("billions USD", "USD", 9),
            ("por ciento", "percent", 0),
            ("persons", "persons", 0),
            ("thousand persons", "persons", 3),
            ("miles de millones de EUR", "EUR", 9),
            ("index of 1961", "index of 1961", 0),
            ("ratio", "", 0),
            ("USD of 2023 per person", "USD of 2023 per person", 0),
            ("million USD per year", "USD per year", 6),
            ("encounters", "encounters", 0),
        ] {
            let declared = Declared::parse(text, None).unwrap();
            assert_eq!((&*declared.unit.to_string(), declared.scale), (written, scale), "{text}");
        }
        let on = "1961-03".parse().unwrap();
        assert_eq!(Declared::parse("USD", Some(on)).unwrap().unit.to_string(), "USD of 1961");
        assert_eq!(Declared::parse("index", Some(on)).unwrap().unit.to_string(), "index of 1961");
        for text in ["", "5", "…"] {
            assert_eq!(Declared::parse(text, None).unwrap_err().meant, None, "{text}");
        }
    }

    #[test]
    fn what_is_no_unit_was_meant_to_be_one() {
        for (text, unit) in [
            ("dollars", "USD"),
            ("$", "USD"),
            ("usd", "USD"),
            ("usd per person", "USD"),
            ("persons per usd", "USD"),
            ("USD 2023", "USD of 2023"),
            ("US dollars 2023", "US dollars of 2023"),
            ("milion USD", "million USD"),
            ("milion euros", "million euros"),
            ("USD thousand", "thousand USD"),
            ("USD constant", "USD"),
            ("precent", "percent"),
            ("poeple", "people"),
            ("dolars", "USD"),
        ] {
            let meant = Declared::parse(text, None).unwrap_err().meant;
            assert_eq!(meant.as_deref(), Some(unit), "{text}");
        }
        for text in ["person", "prisons", "cop", "patients", "real estates", "tons of CO2e"] {
            let told = Declared::parse(text, None).err().and_then(|no| no.meant);
            assert_eq!(told, None, "{text}");
        }
    }
}
