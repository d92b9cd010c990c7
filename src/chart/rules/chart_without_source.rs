//! Charts that do not say where their numbers come from.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-without-source",
    level: Level::Warn,
    summary: "a chart has no source",
    reason: "Under a chart readers look for where its numbers come from. `source:` names an entry of \
             sources.yaml; for a data file it may stand once under `data:`, and `row_source:` names a column \
             with the source of each row.",
    bad: "aid: {data: aid.csv, x: year, y: usd, title: Aid}",
    good: "aid: {data: aid.csv, x: year, y: usd, title: Aid, source: foreign-assistance}",
    fixed: false,
};

/// Reports a chart.
pub fn report(place: Place, id: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        place,
        format!("the chart `{id}` does not say where its numbers come from"),
    )
    .help("add `source:` with an id of sources.yaml")
}
