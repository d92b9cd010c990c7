//! Charts of nothing.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-empty",
    level: Level::Deny,
    summary: "a chart has nothing to show",
    reason: "A chart without a value is a mistake of its data file or of its `where:`, not a picture.",
    bad: "where: {year: 1691..1700}",
    good: "where: {year: 1961..1970}",
    fixed: true,
};

/// Reports a data file without rows, or a selection of none.
pub fn report(place: Place, data: &str, filtered: bool) -> Diagnostic {
    if filtered {
        Diagnostic::new(&RULE, place, format!("no row of {data} is left by this `where:`"))
            .help("compare its values with the cells of the file")
    } else {
        Diagnostic::new(&RULE, place, format!("{data} has no rows below its first"))
    }
}

/// Reports a column without numbers.
pub fn no_number(place: Place, column: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("every cell of the column `{column}` is empty"))
        .help("name the column that has the numbers")
}
