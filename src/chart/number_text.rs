//! Numbers of charts as a language writes them.

use rust_decimal::Decimal;

use crate::number::{self, Exact};

/// A number with every digit that it has, after the habits of a language (a BCP 47 tag).
pub fn write(number: Decimal, language: &str) -> String {
    let plain = number.abs().to_string();
    let Ok(exact) = Exact::parse(&plain) else { return plain };
    let decimals = usize::try_from(number.scale()).unwrap_or(0);
    let digits = number::write_decimals(&exact, decimals, language);
    let is_below = number.is_sign_negative() && !number.is_zero();
    if is_below { format!("\u{2212}{digits}") } else { digits }
}

/// How numbers of an axis are told in brief: divided by a power of ten that the unit then names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Magnitude {
    /// The power of ten.
    pub exponent: i32,
    /// Its name with the unit: `million USD`.
    pub unit: Option<String>,
}

impl Magnitude {
    /// The magnitude for numbers up to `largest` that are `step` apart: the highest that has a name
    /// and leaves them whole.
    pub fn of(largest: Decimal, step: Decimal, unit: Option<&str>, language: &str) -> Self {
        let plain = Self { exponent: 0, unit: unit.map(str::to_owned) };
        let largest = largest.abs();
        let power = |exponent: u32| Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
        let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        if largest >= power(6) {
            let scaled = unit.is_some_and(names_magnitude);
            let named = words(&primary)
                .iter()
                .rev()
                .find(|(exponent, _, _)| step >= power(*exponent))
                .filter(|_| largest < power(15) && !scaled);
            return match named {
                Some((exponent, word, of)) => Self {
                    exponent: i32::try_from(*exponent).unwrap_or(0),
                    unit: Some(
                        unit.map_or_else(|| (*word).to_owned(), |unit| format!("{word}{of}{unit}")),
                    ),
                },
                None if step >= power(9) => Self::power(step, unit),
                None => plain,
            };
        }
        if largest.is_zero() || largest >= Decimal::new(1, 4) {
            plain
        } else {
            Self::power(step, unit)
        }
    }

    /// A magnitude that is told as a power of ten.
    fn power(largest: Decimal, unit: Option<&str>) -> Self {
        let mut exponent = 0_i32;
        let mut rest = largest;
        let thousand = Decimal::ONE_THOUSAND;
        while rest >= thousand {
            rest /= thousand;
            exponent += 3;
        }
        while rest < Decimal::ONE && exponent > -27 {
            rest *= thousand;
            exponent -= 3;
        }
        let raised: String = exponent.to_string().chars().map(raise).collect();
        let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
        Self { exponent, unit: Some(format!("× 10{raised}{unit}")) }
    }

    /// A number of the axis, divided; exact.
    pub fn apply(&self, number: Decimal) -> Option<Decimal> {
        let power = self.exponent.unsigned_abs();
        let factor = Decimal::try_from_i128_with_scale(10_i128.checked_pow(power)?, 0).ok()?;
        let divided = if self.exponent >= 0 {
            let scale = number.normalize().scale() + power;
            let mantissa = number.normalize().mantissa();
            // Decimal has at most 28 decimals; so many are more than any axis shows.
            Decimal::try_from_i128_with_scale(mantissa, scale).ok()?
        } else {
            number.checked_mul(factor)?
        };
        Some(divided.normalize())
    }
}

fn raise(digit: char) -> char {
    match digit {
        '-' => '⁻',
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    }
}

/// Whether a unit already says millions, so that "million million" is never written.
fn names_magnitude(unit: &str) -> bool {
    const WORDS: [&str; 16] = [
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "trillions",
        "m",
        "mn",
        "bn",
        "k",
        "mil",
        "millones",
        "mio",
        "mrd",
    ];
    unit.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Powers of ten with a name, and the word between it and the unit.
fn words(language: &str) -> &'static [(u32, &'static str, &'static str)] {
    match language {
        "en" => &[(6, "million", " "), (9, "billion", " "), (12, "trillion", " ")],
        "es" => {
            &[(6, "millones", " de "), (9, "miles de millones", " de "), (12, "billones", " de ")]
        }
        "fr" => &[(6, "millions", " de "), (9, "milliards", " de ")],
        "de" => &[(6, "Millionen", " "), (9, "Milliarden", " "), (12, "Billionen", " ")],
        "pt" => &[(6, "milhões", " de ")],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn each_language_has_its_signs() {
        for (language, text) in [
            ("en", "\u{2212}1,234,567.50"),
            ("es", "\u{2212}1.234.567,50"),
            ("es-MX", "\u{2212}1,234,567.50"),
            ("fr", "\u{2212}1\u{202f}234\u{202f}567,50"),
            ("de-CH", "\u{2212}1\u{2019}234\u{2019}567.50"),
        ] {
            assert_eq!(write(decimal("-1234567.50"), language), text, "{language}");
        }
        assert_eq!(write(decimal("1234"), "es"), "1234");
        assert_eq!(write(decimal("999"), "en"), "999");
        assert_eq!(write(decimal("-0.0"), "en"), "0.0");
    }

    #[test]
    fn magnitudes_are_named_where_a_language_has_a_name() {
        let of = |number: &str, unit: Option<&str>, language: &str| {
            let magnitude = Magnitude::of(decimal(number), decimal(number), unit, language);
            (magnitude.exponent, magnitude.unit.unwrap_or_default())
        };
        assert_eq!(of("1500000000", Some("USD"), "en"), (9, "billion USD".to_owned()));
        assert_eq!(of("5000000", Some("USD"), "es-MX"), (6, "millones de USD".to_owned()));
        assert_eq!(of("5000000", Some("million USD"), "en"), (0, "million USD".to_owned()));
        assert_eq!(of("80000", Some("encounters"), "en"), (0, "encounters".to_owned()));
        assert_eq!(of("5000000000000000000", None, "en"), (18, "× 10¹⁸".to_owned()));
        assert_eq!(of("0.00002", Some("g"), "en"), (-6, "× 10⁻⁶ g".to_owned()));
    }

    #[test]
    fn dividing_loses_nothing() {
        let million = Magnitude { exponent: 6, unit: None };
        assert_eq!(
            million.apply(decimal("1095108000")).map(|n| n.to_string()).as_deref(),
            Some("1095.108")
        );
        let tiny = Magnitude { exponent: -6, unit: None };
        assert_eq!(tiny.apply(decimal("0.00002")).map(|n| n.to_string()).as_deref(), Some("20"));
    }
}
