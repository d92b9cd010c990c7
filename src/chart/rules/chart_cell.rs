//! Cells that a chart can't draw.

use crate::chart::cell::Fault;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-cell",
    level: Level::Deny,
    summary: "a cell of a chart's data is no number, or has no place in the chart",
    reason: "A cell that is passed over makes a gap that nobody sees. A number is written with digits, a \
             point before decimals and, if at all, commas between thousands; its unit stands under `unit:`. \
             Where there is no number, the cell is left empty, and the chart shows a gap.",
    bad: "year,usd\n1961,n/a",
    good: "year,usd\n1961,",
    fixed: true,
};

/// Longest text of a cell that a message repeats, in characters.
const LONGEST: usize = 60;

/// Reports a cell that is no number.
pub(in crate::chart) fn report(
    place: &Place,
    column: &str,
    text: &str,
    fault: Fault,
) -> Diagnostic {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    let found = |message: String| Diagnostic::new(&RULE, place.clone(), message);
    match fault {
        Fault::NotANumber => found(format!("`{short}` in the column `{column}` is no number"))
            .help("write the number in digits, or leave the cell empty where there is none"),
        Fault::HasUnit => {
            found(format!("`{short}` in the column `{column}` is a number and a unit"))
                .help("write the number alone, and its unit under `unit:` of the chart")
        }
        Fault::UnclearComma => found(format!(
            "the comma of `{short}` in the column `{column}` can be read in two ways"
        ))
        .help("write decimals with a point, as in 12.5; commas stand between thousands only"),
        Fault::TooManyDigits => {
            found(format!("`{short}` in the column `{column}` has too many digits"))
                .help("a number may have 24 digits before the point and 20 after it")
        }
    }
}

/// Reports a row without its place in the chart.
pub fn blank(place: Place, column: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("this row has nothing in the column `{column}`"))
        .help("fill the cell, delete the row, or leave it out with `where:`")
}
