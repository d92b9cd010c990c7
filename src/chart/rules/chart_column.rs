//! Columns that are not in the data file.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Table;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-column",
    level: Level::Deny,
    summary: "a chart names a column that its data file does not have",
    reason: "Columns are found by their names in the first row of the file, letter for letter.",
    bad: "x: year                  # the file's first row: fiscal_year,obligations",
    good: "x: fiscal_year",
    fixed: true,
};

/// Reports the name.
pub fn report(place: Place, name: &str, data: &str, table: &Table) -> Diagnostic {
    let message = format!("there is no column `{name}` in {data}");
    let found = Diagnostic::new(&RULE, place, message);
    let columns = || table.columns.iter().map(String::as_str);
    match nearest::nearest(name, columns()) {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None => found.help(format!("columns of this file: {}", nearest::list(columns().take(20)))),
    }
}
