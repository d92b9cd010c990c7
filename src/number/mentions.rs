//! All numbers in a text.

use std::ops::Range;

use super::day::{ENGLISH_MONTHS, SPANISH_MONTHS};
use super::language::{Language, Words};
use super::read::Reader;
use super::tokens::{Token, token};
use super::words::Meaning;
use super::{Exact, NumberError, before, digits, words};

/// Most digits and words of one number.
const MOST_TOKENS: usize = 8;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it says.
    pub says: Said,
    /// Whether it is written in digits. A month is, where it stands beside digits; ordinal numbers,
    /// decades and fractions are not.
    pub in_digits: bool,
}

/// What a [`Mention`] says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Said {
    /// A number.
    Amount(Exact),
    /// A month, 1 to 12.
    Month(usize),
    /// Digits that are no number in the language, and why.
    NoNumber(String, NumberError),
}

/// Whether the number words and months of a language are known, so that [`mentions`] can say what a
/// text of it says.
pub fn is_known(tag: &str) -> bool {
    Language::new(tag).words.is_some()
}

/// The numbers in a text, in order. A date is its day, its month and its year.
///
/// # Examples
/// ```
/// use factpress::number::{mentions, Exact, Said};
/// let found = mentions("de los 20.000 millones", "es");
/// assert_eq!(found[0].says, Said::Amount(Exact::parse("20e9")?));
/// # Ok::<(), factpress::number::NoNumber>(())
/// ```
pub fn mentions(text: &str, tag: &str) -> Vec<Mention> {
    let language = Language::new(tag);
    let reader = Reader { language: &language };
    let (plain, places) = plain(text);
    let mut scan = Scan { reader, plain: &plain, at: 0, found: Vec::new() };
    while scan.step() {}
    let mut found = scan.found;
    for mention in &mut found {
        mention.range = places[mention.range.start]..places[mention.range.end];
    }
    found
}

/// The text with every white space as one space, and for each of its bytes (and its end) the place in
/// the text as it was.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        let c = if c.is_whitespace() { ' ' } else { c };
        plain.push(c);
        places.resize(plain.len(), at);
    }
    places.push(text.len());
    (plain, places)
}

struct Scan<'t> {
    reader: Reader<'t>,
    plain: &'t str,
    at: usize,
    found: Vec<Mention>,
}

impl Scan<'_> {
    /// Looks at the next token; false at the end.
    fn step(&mut self) -> bool {
        let rest = &self.plain[self.at..];
        let Some((found, after)) = token(rest) else { return false };
        let start = self.plain.len() - rest.trim_start().len();
        let end = self.plain.len() - after.len();
        self.at = end;
        match found {
            Token::Digits(written) => self.digits(written, start..end),
            Token::Word(word) => self.word(word, start..end),
            Token::Fraction(above, below) => {
                if let Ok(amount) = Exact::from(above).divided_by(&below.into()) {
                    self.keep(start..end, Said::Amount(amount), false);
                }
            }
            Token::Dash | Token::Other => {}
        }
        true
    }

    fn keep(&mut self, mut range: Range<usize>, mut says: Said, in_digits: bool) {
        if let Said::Amount(amount) = &mut says {
            let signed = self.plain[range.start..].starts_with(|c: char| c.is_ascii_digit());
            let language = self.reader.language.words;
            let text = &self.plain[..range.start];
            if let Some(start) = before::minus(text, signed, language) {
                range.start = start;
                *amount = amount.negated();
            }
        }
        self.found.push(Mention { range, says, in_digits });
    }

    fn digits(&mut self, written: &str, token: Range<usize>) {
        let after = &self.plain[token.end..];
        if let Some(length) = ordinal_or_decade(after, self.reader.language.words) {
            self.at = token.end + length;
            let in_digits = self.is_beside_month(token.start, self.at);
            if let Ok((amount, _)) = digits::read(written, self.reader.language) {
                self.keep(token.start..self.at, Said::Amount(amount), in_digits);
            }
            return;
        }
        let is_spanish = self.reader.language.words == Some(Words::Spanish);
        if is_spanish
            && before::names_decade(&self.plain[..token.start], written, self.found.last())
            && let Ok((amount, _)) = digits::read(written, self.reader.language)
        {
            return self.keep(token, Said::Amount(amount), false);
        }
        // As much as belongs to one number, such as 20 mil millones; else the digits alone.
        if let Some((amount, end)) = self.amount(token.start) {
            self.at = end;
            return self.keep(token.start..end, Said::Amount(amount), true);
        }
        let says = match digits::read(written, self.reader.language) {
            Ok((amount, _)) => Said::Amount(amount),
            Err(error) => Said::NoNumber(written.to_owned(), error),
        };
        self.keep(token, says, true);
    }

    fn word(&mut self, word: &str, token: Range<usize>) {
        let Some(language) = self.reader.language.words else { return };
        if let Some(month) = month_of(word, language) {
            let in_digits = self.is_beside_digits(&token);
            return self.keep(token, Said::Month(month), in_digits);
        }
        if words::meaning(word, language).is_none() {
            return;
        }
        if let Some((amount, end)) = self.amount(token.start) {
            let range = token.start..end;
            let in_digits = self.plain[range.clone()].contains(|c: char| c.is_ascii_digit());
            self.at = end;
            self.keep(range, Said::Amount(amount), in_digits);
        }
    }

    /// The longest number that starts at a place, and where it ends. `20 million and 30 million` are
    /// two.
    fn amount(&self, start: usize) -> Option<(Exact, usize)> {
        let mut ends = Vec::new();
        let mut rest = &self.plain[start..];
        let mut after_digits = false;
        while let Some((found, after)) = token(rest).filter(|_| ends.len() < MOST_TOKENS) {
            let digits_follow = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
            if matches!(found, Token::Word(word) if digits_follow && self.links(word)) {
                break;
            }
            // The B of `MH370 and B-52` is no billion.
            if matches!(found, Token::Word(word) if !after_digits && self.is_abbreviation(word)) {
                break;
            }
            // Metres and millimetres, but for money.
            if matches!(found, Token::Word("m" | "mm")) && !self.is_money(start) {
                break;
            }
            after_digits = matches!(found, Token::Digits(_));
            ends.push(self.plain.len() - after.len());
            rest = after;
        }
        ends.into_iter().rev().find_map(|end| {
            let found = self.reader.number(&self.plain[start..end]).ok()?;
            Some((found.number?.amount, end - found.rest.len()))
        })
    }

    /// Whether a word is a multiplier of one or two letters, such as `M`, `bn` and `k`.
    fn is_abbreviation(&self, word: &str) -> bool {
        let meaning = self.reader.language.words.and_then(|it| words::meaning(word, it));
        matches!(meaning, Some(Meaning::Times(_))) && word.chars().count() <= 2
    }

    /// Whether the number that starts here has a currency sign before it.
    fn is_money(&self, start: usize) -> bool {
        self.plain[start..].starts_with(before::CURRENCIES)
            || self.plain[..start].ends_with(before::CURRENCIES)
    }

    /// Whether a word may stand inside a number without a meaning of its own.
    fn links(&self, word: &str) -> bool {
        self.reader.language.words.is_some_and(|language| {
            words::joins(word, language) || words::is_filler(word, language)
        })
    }

    /// Whether digits stand right before or after a word, but for the small words of dates.
    fn is_beside_digits(&self, token: &Range<usize>) -> bool {
        let before = without_links(self.plain[..token.start].trim_end(), |text, word| {
            text.strip_suffix(word).filter(|rest| rest.ends_with([' ', 'º', '.']))
        });
        let after =
            without_links(self.plain[token.end..].trim_start_matches(['.', ' ']), |text, word| {
                text.strip_prefix(word).filter(|rest| rest.starts_with(' '))
            });
        let ordinal = before.trim_end_matches(['º', '°', '.', 's', 't', 'n', 'd', 'r', 'h']);
        ordinal.ends_with(|c: char| c.is_ascii_digit())
            || after.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a month stands right before or after digits.
    fn is_beside_month(&self, start: usize, end: usize) -> bool {
        let Some(language) = self.reader.language.words else { return false };
        let is_month = |word: &str| month_of(word, language).is_some();
        let word = |c: char| !c.is_alphabetic();
        let before = self.plain[..start].trim_end_matches(['.', ' ']);
        let before = before.rsplit(word).next().unwrap_or("");
        let after = without_links(self.plain[end..].trim_start(), |text, word| {
            text.strip_prefix(word).filter(|rest| rest.starts_with(' '))
        });
        is_month(before) || is_month(after.split(word).next().unwrap_or(""))
    }
}

/// A text without the small words of dates at one end.
fn without_links<'t>(
    mut text: &'t str,
    strip: impl Fn(&'t str, &str) -> Option<&'t str>,
) -> &'t str {
    while let Some(rest) = ["de", "del", "of", "the"].iter().find_map(|word| strip(text, word)) {
        text = rest.trim();
    }
    text
}

/// How long the end is that makes digits an ordinal number or a decade: 21st, 1.º, 1960s.
fn ordinal_or_decade(after: &str, language: Option<Words>) -> Option<usize> {
    let ends: &[&str] = match language? {
        Words::English => &["st", "nd", "rd", "th", "s", "'s", "\u{2019}s"],
        Words::Spanish => {
            &[".º", ".ª", ".°", "º", "ª", "°", ".er", ".os", ".as", "s", "'s", "\u{2019}s"]
        }
    };
    let ends_there = |end: &str| !after[end.len()..].starts_with(char::is_alphanumeric);
    ends.iter().find(|end| after.starts_with(**end) && ends_there(end)).map(|end| end.len())
}

/// The month that a word names, 1 to 12. In English it has a capital letter, which tells it from
/// `may` and `march`.
fn month_of(word: &str, language: Words) -> Option<usize> {
    let place = match language {
        Words::English => ENGLISH_MONTHS.iter().position(|name| {
            *name == word || (name.starts_with(word) && (word.len() == 3 || word == "Sept"))
        }),
        Words::Spanish => {
            let lower = word.to_lowercase();
            let month = SPANISH_MONTHS.iter().position(|name| *name == lower);
            month.or((lower == "setiembre").then_some(8))
        }
    };
    place.map(|place| place + 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// The mentions of a text, those that are not in digits in brackets.
    fn told(text: &str, language: &str) -> String {
        let told = mentions(text, language).into_iter().map(|mention| {
            let says = match mention.says {
                Said::Amount(amount) => amount.to_string(),
                Said::Month(month) => format!("m{month}"),
                Said::NoNumber(written, _) => format!("?{written}"),
            };
            if mention.in_digits { says } else { format!("[{says}]") }
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn both_languages_say_the_same() {
        for (english, spanish, says) in [
            ("a $20 billion loan", "un préstamo de 20.000 millones de dólares", "20000000000"),
            ("a $20 billion loan", "20 mil millones de dólares", "20000000000"),
            ("10.7 percent", "el 10,7 %", "10.7"),
            ("266,071 encounters", "266.071 encuentros", "266071"),
            ("January 5, 2024", "el 5 de enero de 2024", "5 m1 2024"),
            ("on 1 January", "el 1.º de enero", "1 m1"),
            ("in December 2022", "en diciembre de 2022", "m12 2022"),
            ("May 9, 2017", "9 de mayo del 2017", "9 m5 2017"),
            ("more than $3.5 billion", "más de 3500 millones", "3500000000"),
            ("1960–70", "1960–70", "1960 70"),
        ] {
            let mut both = [told(english, "en"), told(spanish, "es")].map(|told| {
                let mut told: Vec<_> = told.split(' ').map(str::to_owned).collect();
                told.retain(|it| !it.starts_with('['));
                told.sort();
                told
            });
            let mut due: Vec<_> = says.split(' ').map(str::to_owned).collect();
            due.sort();
            assert_eq!(both[0], due, "{english}");
            assert_eq!(std::mem::take(&mut both[1]), due, "{spanish}");
        }
    }

    #[test]
    fn words_ordinals_and_decades_are_told_apart() {
        for (text, language, says) in [
            ("two of 26", "en", "[2] 26"),
            ("20 million and 30 million", "en", "20000000 30000000"),
            ("20 billion of 3", "en", "20000000000 3"),
            ("2 millones y medio", "es", "2500000"),
            ("ten million people", "en", "[10000000]"),
            ("the 1960s and the 21st century", "en", "[1960] [21]"),
            ("It may march on.", "en", ""),
            ("In May it was", "en", "[m5]"),
            ("la década de 1960", "es", "1960"),
            ("dos veces 2.5", "es", "[2] ?2.5"),
            ("Of the 32, 26 were", "en", "32 26"),
            ("about half, 1/2", "en", "[0.5] [0.5]"),
            ("5 y 6 de enero", "es", "5 6 m1"),
        ] {
            assert_eq!(told(text, language), says, "{text}");
        }
    }

    #[test]
    fn a_minus_is_told_from_a_hyphen() {
        for (text, language, says) in [
            ("It fell to −5 degrees", "en", "-5"),
            ("-5, (-6) and $-7 or −$8 billion", "en", "-5 -6 -7 -8000000000"),
            ("COVID-19, 10–12, 2024-01-05", "en", "19 10 12 2024 1 5"),
            ("–3 of them– or 10-12", "en", "3 10 12"),
            ("minus 5, minus five, plus or minus 2", "en", "-5 [-5] 2"),
            ("a menos 5 grados", "es", "-5"),
            ("al menos 5, por lo menos 6, más o menos 7, menos de 8", "es", "5 6 7 8"),
        ] {
            assert_eq!(told(text, language), says, "{text}");
        }
        let text = "los\u{a0}−5 grados";
        assert_eq!(&text[mentions(text, "es")[0].range.clone()], "−5");
    }

    #[test]
    fn abbreviations_stand_right_after_digits() {
        for (text, language, says) in [
            ("Flight MH370 and B-52 bombers.", "en", "370 52"),
            ("El vuelo MH370 y bombarderos B-52.", "es", "370 52"),
            ("$20bn, 20 B, $3.5 m", "en", "20000000000 20000000000 3500000"),
            ("100 m of road, 5 mm of rain", "en", "100 5"),
            ("20 of M. Leon", "en", "20"),
            ("3,5 M€, 20 mil mdd", "es", "3500000 20000000000"),
        ] {
            assert_eq!(told(text, language), says, "{text}");
        }
    }

    #[test]
    fn decades_are_not_in_digits() {
        for (text, language, says) in [
            ("the 60s, 1960s", "en", "[60] [1960]"),
            ("los años 60, los 60s y los 1970s", "es", "[60] [60] [1970]"),
            ("Los años 60, 70 y 80", "es", "[60] [70] [80]"),
            ("la década de los 60", "es", "[60]"),
            ("hace 50 años 60 personas, los años 61", "es", "50 60 61"),
            ("en 60 y 70 casos", "es", "60 70"),
        ] {
            assert_eq!(told(text, language), says, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "los\u{a0}20\u{a0}000\u{a0}euros";
        let found = mentions(text, "es");
        assert_eq!(&text[found[0].range.clone()], "20\u{a0}000");
    }
}
