//! Words beside a number that say another number.

use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::number::{self, Exact};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-words",
    level: Level::Deny,
    summary: "a chart's data tells one number in digits and another in words",
    reason: "Readers see the words of the column under `shown:`, and a bar as long as the number. Words \
             may add “nearly” or “about” and count in millions or billions; the number in them is the \
             same.",
    bad: "author,usd,words\nA magazine,35e8,$3 billion",
    good: "author,usd,words\nA magazine,35e8,$3.5 billion",
    fixed: true,
};

/// Powers of ten that a unit such as `billion USD` takes out of its numbers.
const SCALES: [i32; 5] = [0, 3, 6, 9, 12];

/// Reports words that say another number. Silent where no number can be read in them.
pub fn check(
    place: &dyn Fn() -> Place,
    value: Decimal,
    words: &str,
    language: &str,
) -> Option<Diagnostic> {
    let written = number::read(words, language).ok()?;
    let value = Exact::parse(&value.to_string()).ok()?;
    let is_same = |power: &i32| {
        value.times(&Exact::power_of_ten(*power)).is_ok_and(|scaled| scaled == written.amount)
    };
    if SCALES.iter().any(is_same) {
        return None;
    }
    let message = format!("`{words}` does not say {value}");
    Some(
        Diagnostic::new(&RULE, place(), message)
            .help("mend the number or the words, whichever is wrong"),
    )
}
