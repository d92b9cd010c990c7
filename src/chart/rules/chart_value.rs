//! Figures that a chart names and that are not there.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-value",
    level: Level::Deny,
    summary: "a chart names a figure that is not in figures.yaml, or is no number",
    reason: "A chart of `values:` shows quantities and sums by name, so that it can't differ from the text.",
    bad: "values: [{label: Pledged, of: plegde}]",
    good: "values: [{label: Pledged, of: pledge}]",
    fixed: true,
};

/// Reports the name.
pub fn report(place: Place, name: &str, known: &[&str]) -> Diagnostic {
    let message = format!("there is no quantity or sum `{name}` in figures.yaml");
    let found = Diagnostic::new(&RULE, place, message);
    match nearest::nearest(name, known.iter().copied()) {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None => found.help(format!(
            "figures of this article: {}",
            nearest::list(known.iter().copied().take(20))
        )),
    }
}

/// Reports a figure that can't be drawn.
pub fn no_number(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{name}` can't be drawn"))
        .note("a chart shows numbers of at most 24 digits before the point and 20 after it, and no days")
        .help("show another figure")
}
