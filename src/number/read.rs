//! Numbers as people write them.

use super::language::{Language, Words};
use super::parts::{Part, push, push_fraction, sum_below};
use super::qualifier::{self, Qualifier};
use super::tokens::{Token, token};
use super::words::{self, Meaning};
use super::{Exact, NumberError, Written, currency, digits};

/// Longest text that is read, in bytes.
const LONGEST: usize = 400;

/// Reads a number as people write it, after the words and marks of a language (a BCP 47 tag).
///
/// ```
/// use factpress::number::{self, Exact};
///
/// let written = number::read("about $204 billion", "en")?;
/// assert_eq!(written.amount, Exact::parse("204e9")?);
/// assert!(written.qualifier.approximate);
/// assert_eq!(number::read("20 mil millones", "es")?.amount, Exact::parse("20e9")?);
/// assert_eq!(number::read("10,7 %", "es-ES")?.amount, Exact::parse("10.7")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// No number, several, or one that can be understood in two ways.
pub fn read(text: &str, language: &str) -> Result<Written, NumberError> {
    if text.len() > LONGEST {
        return Err(NumberError::TooLong);
    }
    let text = plain(text);
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    if text.is_empty() {
        return Err(NumberError::Missing);
    }
    Reader { language: &Language::new(language) }.read(text)
}

/// The text with one kind of space, and without what shows nothing.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
            | '\u{61c}' => {}
            c if c.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            c => plain.push(c),
        }
    }
    plain
}

pub(super) struct Reader<'a> {
    pub(super) language: &'a Language,
}

impl Reader<'_> {
    fn read(&self, text: &str) -> Result<Written, NumberError> {
        let words = self.language.words;
        let mut qualifier = Qualifier::default();
        let mut join = |found: Qualifier| {
            qualifier.and(found).map(|both| qualifier = both).ok_or(NumberError::TwoBounds)
        };
        let mut rest = text;
        if self.starts_range(rest) {
            return Err(NumberError::Range);
        }
        while let Some((found, length)) = qualifier::at_start(rest, words) {
            join(found)?;
            rest = rest[length..].trim_start();
        }
        if let Some((found, start)) = qualifier::at_end(rest, words) {
            join(found)?;
            rest = rest[..start].trim_end();
        }
        let (mut negative, mut rest) = self.sign(rest);
        let mut currency = None;
        if let Some((found, length)) = currency::at_start(rest) {
            currency = Some(found);
            rest = rest[length..].trim_start();
            if !negative {
                (negative, rest) = self.sign(rest);
            }
        }
        let found = self.number(self.without_article(rest))?;
        let Some(Part { amount, place, .. }) = found.number else {
            return Err(match words {
                None if rest.contains(char::is_alphabetic) => {
                    NumberError::Language(self.language.name.clone())
                }
                _ => NumberError::Missing,
            });
        };
        let currency = match found.currency {
            Some(word) if currency.is_none() => currency::of_words(word, words),
            _ => currency,
        };
        let (unit, year) = self.unit(found.rest, currency)?;
        let amount = if negative { amount.negated() } else { amount };
        let (is_scaled, loose_zeros) = (found.is_scaled, found.loose_zeros);
        Ok(Written { amount, unit, year, qualifier, place, is_scaled, loose_zeros })
    }

    /// The text without the article of `un 42 %`.
    fn without_article<'t>(&self, text: &'t str) -> &'t str {
        if self.language.words != Some(Words::Spanish) {
            return text;
        }
        let rest = text.strip_prefix("un ").or_else(|| text.strip_prefix("una "));
        rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
    }

    /// Whether words of a range come first.
    fn starts_range(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let (start, joint): (&[&str], &[&str]) = match self.language.words {
            Some(Words::English) => (&["between ", "from "], &[" and ", " to "]),
            Some(Words::Spanish) => (&["entre ", "de ", "desde "], &[" y ", " a ", " hasta "]),
            None => return false,
        };
        start.iter().any(|start| lower.starts_with(start))
            && joint.iter().any(|joint| lower.contains(joint))
    }

    /// Whether a minus comes first, and what follows.
    fn sign<'t>(&self, text: &'t str) -> (bool, &'t str) {
        if let Some(rest) = text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2011}']) {
            return (true, rest.trim_start());
        }
        if let Some(rest) = text.strip_prefix('+') {
            return (false, rest.trim_start());
        }
        let minus = match self.language.words {
            Some(Words::English) => "minus ",
            Some(Words::Spanish) => "menos ",
            None => return (false, text),
        };
        match text.get(..minus.len()) {
            Some(start) if start.eq_ignore_ascii_case(minus) => (true, &text[minus.len()..]),
            _ => (false, text),
        }
    }

    /// The number that a text starts with.
    pub(super) fn number<'t>(&self, text: &'t str) -> Result<Found<'t>, NumberError> {
        let mut parts: Vec<Part> = Vec::new();
        let mut found =
            Found { number: None, is_scaled: false, loose_zeros: 0, currency: None, rest: text };
        let mut rest = text;
        // Whether `and` stands before the next part.
        let mut is_joined = false;
        while let Some((token, after)) = token(rest) {
            let taken = match token {
                Token::Digits(written) => {
                    let (amount, decimals) = digits::read(written, self.language)?;
                    let place = Exact::power_of_ten(-i32::try_from(decimals).unwrap_or(0));
                    push(Part { amount, scale: Exact::one(), place: Some(place) }, &mut parts)?;
                    true
                }
                Token::Fraction(above, below) => {
                    let part = Exact::from(above).divided_by(&below.into());
                    let amount = part.map_err(|_| NumberError::Missing)?;
                    push(Part { amount, scale: Exact::zero(), place: None }, &mut parts)?;
                    true
                }
                Token::Word(word) => match self.take_word(word, is_joined, &mut parts)? {
                    Taken::Yes { scale } => {
                        found.is_scaled |= scale;
                        found.currency = words::currency_within(word);
                        true
                    }
                    // Part of the number only where it goes on after them.
                    Taken::Joint => {
                        is_joined |= self.joins(word);
                        rest = after;
                        continue;
                    }
                    Taken::No => false,
                },
                Token::Dash => {
                    let to = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
                    match (to, parts.is_empty()) {
                        (true, false) => return Err(NumberError::Range),
                        (false, false) => {
                            rest = after;
                            continue;
                        }
                        _ => false,
                    }
                }
                Token::Other => false,
            };
            if !taken {
                break;
            }
            is_joined = false;
            rest = after;
            found.rest = after;
        }
        found.number = sum_below(&mut parts, None, &Exact::zero())?;
        if let Some(number) = &mut found.number
            && let Some(place) = &number.place
            && !number.amount.is_zero()
            && let Ok(steps) = number.amount.divided_by(place)
        {
            let mut zeros = 0;
            while steps.rounded_at(zeros + 1) == steps {
                zeros += 1;
            }
            // 20 billion has two digits that say something, 204,000 million three.
            let thousands = zeros - zeros % 3;
            match self.language.words {
                _ if !found.is_scaled && *place == Exact::one() => found.loose_zeros = zeros,
                _ if !found.is_scaled => {}
                // Spanish has no word for them, so 204.000 millones is 204 billion.
                Some(Words::Spanish) => {
                    let thousands = Exact::power_of_ten(thousands.min(3));
                    number.place = place.times(&thousands).ok();
                }
                _ => found.loose_zeros = thousands,
            }
        }
        Ok(found)
    }

    fn joins(&self, word: &str) -> bool {
        self.language.words.is_some_and(|language| words::joins(word, language))
    }

    fn take_word(
        &self,
        word: &str,
        is_joined: bool,
        parts: &mut Vec<Part>,
    ) -> Result<Taken, NumberError> {
        let Some(language) = self.language.words else { return Ok(Taken::No) };
        let Some(meaning) = words::meaning(word, language) else {
            let goes_on = words::joins(word, language) || words::is_filler(word, language);
            // `a million`, `half a million`, `two and a half`
            return Ok(if goes_on { Taken::Joint } else { Taken::No });
        };
        match meaning {
            Meaning::Value(value, scale) => {
                let place = Some(Exact::one());
                push(Part { amount: value.into(), scale: scale.into(), place }, parts)?;
                Ok(Taken::Yes { scale: false })
            }
            // Millions of people, thousands: nobody can say how many.
            Meaning::Times(_) if parts.is_empty() && !words::may_stand_alone(word, language) => {
                Ok(Taken::No)
            }
            Meaning::Times(factor) => {
                let exact = Exact::from(factor);
                let stands_alone = parts.last().is_none_or(|part| part.scale >= exact);
                let number = sum_below(parts, Some(&exact), &Exact::one())?;
                let number = number.unwrap_or_else(|| Part {
                    amount: Exact::one(),
                    scale: Exact::one(),
                    place: Some(Exact::one()),
                });
                // A thousand by itself, a dozen and a hundred are said of exact numbers.
                let keeps_place = factor < 1000 || (factor == 1000 && stands_alone);
                let amount = number.amount.times(&exact).map_err(|_| NumberError::TooLarge)?;
                let place = match number.place {
                    Some(place) if !keeps_place => {
                        Some(place.times(&exact).map_err(|_| NumberError::TooLarge)?)
                    }
                    place => place,
                };
                push(Part { amount, scale: exact, place }, parts)?;
                Ok(Taken::Yes { scale: !keeps_place })
            }
            Meaning::Part(below) => {
                push_fraction(below, is_joined, parts)?;
                Ok(Taken::Yes { scale: false })
            }
            Meaning::Ambiguous(one, other) => {
                if parts.is_empty() {
                    return Ok(Taken::No);
                }
                Err(NumberError::Ambiguous {
                    written: word.to_owned(),
                    one: one.to_owned(),
                    other: other.to_owned(),
                })
            }
        }
    }
}

/// What a text starts with.
pub(super) struct Found<'t> {
    pub(super) number: Option<Part>,
    /// Whether something multiplied it by a thousand or more.
    is_scaled: bool,
    /// How many zeros at its end may only hold places.
    loose_zeros: i32,
    /// The currency that an abbreviation of it names.
    currency: Option<&'static str>,
    /// What follows.
    pub(super) rest: &'t str,
}

/// What a word was to a number.
enum Taken {
    /// A part; whether it multiplied by a thousand or more.
    Yes {
        scale: bool,
    },
    /// A word between parts.
    Joint,
    No,
}
