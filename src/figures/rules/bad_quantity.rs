//! Quantities without a number.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::number::{self, NoNumber, ROUNDING_FORMS};

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-quantity",
    level: Level::Deny,
    summary: "a quantity has no number, or one that can't be read",
    reason: "A quantity is a number with a name. It is written under `value:` as programs write \
             numbers, or drawn from a data file under `from:`, or both, which must then agree.",
    bad: "pledge: {value: \"20,000\"}",
    good: "pledge: {value: 20000}",
    fixed: true,
};

/// Reports a quantity without a number.
pub fn empty(place: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the quantity `{id}` has no number"))
        .help("write its number under `value:`, or draw it from a data file under `from:`")
}

/// Reports a text that is no number.
pub fn no_number(place: Place, text: &str, no: NoNumber, language: &str) -> Diagnostic {
    let message = match no {
        NoNumber::TooLarge | NoNumber::DividedByZero => no.to_string(),
        NoNumber::NotANumber => format!("`{text}` is no number and no day"),
    };
    let found = Diagnostic::new(&RULE, place, message);
    // As people write it, it may well be one.
    match number::read(text, language).map(|written| written.amount.to_string()) {
        Ok(number) if !number.ends_with('…') && no == NoNumber::NotANumber => {
            found.help(format!("write it in digits alone: {number}"))
        }
        _ => found.help(
            "write digits, with a point before decimals: 1234.5 or 20e9; a day as 2023-12-30",
        ),
    }
}

/// Reports a rounding that there is not.
pub fn no_rounding(place: Place, text: &str) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, format!("there is no rounding `{text}`"));
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return found
            .help(format!("write `{text} decimals`, or `{text} significant` for digits in all"));
    }
    found.help(format!("write one of {ROUNDING_FORMS}"))
}
