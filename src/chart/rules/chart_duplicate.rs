//! Two values for one place.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-duplicate",
    level: Level::Deny,
    summary: "a chart's data has two values for one place",
    reason: "One of them would hide the other. Where the rows belong to different series, `series:` names \
             the column that tells them apart; where they belong to one, they are two answers to one \
             question.",
    bad: "year,usd\n1961,5\n1961,7",
    good: "year,usd\n1961,5\n1962,7",
    fixed: true,
};

/// Reports the second row.
pub fn report(place: Place, x: &str, first: Place, has_series: bool) -> Diagnostic {
    let within = if has_series { " in one series" } else { "" };
    let found = Diagnostic::new(&RULE, place, format!("`{x}` stands twice{within}"))
        .related(first, "the first row is here");
    if has_series {
        found.help("delete one of the two rows, or leave one out with `where:`")
    } else {
        found.help(
            "delete one of the two rows, or name the column that tells them apart under `series:`",
        )
    }
}
