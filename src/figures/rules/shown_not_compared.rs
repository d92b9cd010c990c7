//! `shown` in a language whose number words are not known.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::number::NumberError;

/// The rule.
pub static RULE: Rule = Rule {
    name: "shown-not-compared",
    level: Level::Warn,
    summary: "`shown` could not be compared with the number",
    reason: "Number words are read in English and Spanish; in other languages digits, currency \
             codes and the percent sign are. What can't be read is not known to be wrong, but it \
             was not compared.",
    bad: "shown: 20 Milliarden Euro     # language: de",
    good: "shown: 20.000.000.000 EUR",
    fixed: false,
};

/// Reports a text that was not compared.
pub fn report(place: Place, error: &NumberError) -> Diagnostic {
    Diagnostic::new(&RULE, place, "this was not compared with the number that it shows")
        .note(error.to_string())
        .help("write it in digits, or leave `shown` out: the number is then written for you")
}
