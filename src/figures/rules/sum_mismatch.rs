//! Sums that do not add up.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::{Number, Value};
use crate::number;

/// The rule.
pub static RULE: Rule = Rule {
    name: "sum-mismatch",
    level: Level::Deny,
    summary: "a sum does not come to what it should",
    reason: "Slips in arithmetic are among the commonest errors of journalism. A sum with \
             `equals:` is computed anew at every build, exactly and without rounding.",
    bad: "kidnapped: {of: 26 + 6, equals: 33}",
    good: "kidnapped: {of: 26 + 6, equals: 32}",
    fixed: true,
};

/// Reports a result that is not the one that was written.
pub fn report(place: Place, written: &str, value: &Value, language: &str) -> Diagnostic {
    let scaled = value
        .number
        .exact()
        .and_then(|exact| exact.divided_by(&crate::number::Exact::power_of_ten(value.scale)).ok());
    let result = match (&value.number, &scaled) {
        (Number::Day(day), _) => day.to_string(),
        (_, Some(exact)) => number::write_digits(exact, language),
        _ => String::new(),
    };
    let found = Diagnostic::new(
        &RULE,
        place,
        format!("the sum comes to {result}, but `equals` says {written}"),
    );
    let found = match &value.working {
        Some(working) => found.note(working.note(language)),
        None => found,
    };
    match (&value.number, scaled) {
        (Number::Day(day), _) => found.help(format!("write `equals: {day}`, or mend the sum")),
        (_, Some(exact)) if exact.decimals().is_some_and(|decimals| decimals <= 12) => {
            found.help(format!("write `equals: {exact}`, or mend the sum"))
        }
        _ => found
            .help("`equals` is the exact result; for a rounded one write `round:` and `shown:`"),
    }
}
