//! Numbers written for readers.

use super::currency;
use super::language::{Language, Marks, Words};
use super::{Exact, Rounding};

/// Numbers with more decimals than this are not written out.
const MOST_DECIMALS: usize = 6;

/// What a number counts, for writing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting<'a> {
    /// Nothing: a plain number.
    Nothing,
    /// Hundredths.
    Percent,
    /// Money: the code of its currency.
    Money(&'a str),
    /// Whatever this word says.
    Noun(&'a str),
}

/// Writes a number with what it counts, after the habits of a language (a BCP 47 tag): `$20 billion`,
/// `10,7 %`. Numbers with endless decimals are rounded to six digits and said to be approximate.
pub fn write(amount: &Exact, counting: Counting<'_>, tag: &str) -> String {
    let language = Language::new(tag);
    let (number, scale) = shortened(amount, &language);
    let text = with_unit(&number, scale, counting, amount.is_negative(), &language);
    if is_finite(amount) {
        return text;
    }
    match language.words {
        Some(Words::English) => format!("about {text}"),
        Some(Words::Spanish) => format!("aproximadamente {text}"),
        None => format!("≈ {text}"),
    }
}

/// Writes a number in digits alone, with so many decimals and the marks of a language: `1,000.50`.
pub fn write_decimals(amount: &Exact, decimals: usize, tag: &str) -> String {
    grouped(amount, decimals, marks(&Language::new(tag)))
}

/// Writes a number in digits alone, with the marks of a language: `203,814,849,498.327…`.
pub fn write_digits(amount: &Exact, tag: &str) -> String {
    let language = Language::new(tag);
    if is_finite(amount) {
        return grouped(amount, amount.decimals().unwrap_or(0), marks(&language));
    }
    let first = amount.magnitude().unwrap_or(0);
    let decimals = usize::try_from(7 - first).unwrap_or(0).max(2);
    format!("{}…", grouped(amount, decimals, marks(&language)))
}

fn is_finite(amount: &Exact) -> bool {
    amount.decimals().is_some_and(|decimals| decimals <= MOST_DECIMALS)
}

fn marks(language: &Language) -> Marks {
    language.marks.unwrap_or(Marks { decimal: '.', group: '\u{202f}' })
}

/// The number without its sign, in digits, and the word of its scale.
fn shortened(amount: &Exact, language: &Language) -> (String, &'static str) {
    let amount = amount.unsigned();
    let amount = if is_finite(&amount) { amount } else { Rounding::Significant(6).of(&amount) };
    let marks = marks(language);
    let scales: &[(i32, &str, &str)] = match language.words {
        Some(Words::English) => &[
            (12, " trillion", " trillion"),
            (9, " billion", " billion"),
            (6, " million", " million"),
        ],
        // A thousand millions are 1.000 millones.
        Some(Words::Spanish) => &[(12, " billón", " billones"), (6, " millón", " millones")],
        None => &[],
    };
    for (power, one, many) in scales {
        let unit = Exact::power_of_ten(*power);
        let Ok(count) = amount.divided_by(&unit) else { continue };
        if count >= Exact::one()
            && let Some(decimals @ 0..=3) = count.decimals()
        {
            let word = if count == Exact::one() { one } else { many };
            return (grouped(&count, decimals, marks), word);
        }
    }
    (grouped(&amount, amount.decimals().unwrap_or(0), marks), "")
}

fn with_unit(
    number: &str,
    scale: &str,
    counting: Counting<'_>,
    negative: bool,
    language: &Language,
) -> String {
    let sign = if negative { "-" } else { "" };
    match (counting, language.words) {
        (Counting::Nothing, _) => format!("{sign}{number}{scale}"),
        (Counting::Percent, Some(Words::English)) => format!("{sign}{number}{scale}%"),
        (Counting::Percent, _) => format!("{sign}{number}{scale}\u{a0}%"),
        (Counting::Noun(noun), Some(Words::Spanish)) if !scale.is_empty() => {
            format!("{sign}{number}{scale} de {noun}")
        }
        (Counting::Noun(noun), _) => format!("{sign}{number}{scale} {noun}"),
        (Counting::Money(code), Some(Words::English)) => match currency::sign(code) {
            Some(currency) => format!("{sign}{currency}{number}{scale}"),
            None => format!("{sign}{code} {number}{scale}"),
        },
        (Counting::Money(code), Some(Words::Spanish)) => {
            let word = match code {
                "USD" => "dólares",
                "EUR" => "euros",
                "GBP" => "libras",
                "MXN" if language.mexican => "pesos",
                _ => code,
            };
            let of = if scale.is_empty() { "" } else { "de " };
            format!("{sign}{number}{scale} {of}{word}")
        }
        (Counting::Money(code), None) => format!("{sign}{number}{scale}\u{a0}{code}"),
    }
}

/// A number with so many decimals and its groups of digits.
pub(super) fn grouped(amount: &Exact, decimals: usize, marks: Marks) -> String {
    let plain = amount.with_decimals(decimals);
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", &*plain),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::with_capacity(plain.len() * 2);
    text.push_str(sign);
    // Four digits stand together where the point is the mark of groups, as Spanish has it.
    let is_grouped = whole.len() > 4 || (whole.len() == 4 && marks.group == ',');
    for (at, digit) in whole.char_indices() {
        if is_grouped && at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(marks.decimal);
        text.push_str(decimals);
    }
    text
}
