//! Marks that have no place in their chart.

use crate::chart::{Plot, XKind};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-mark-outside",
    level: Level::Deny,
    summary: "a mark lies outside its chart",
    reason: "A mark is put where its `x:` stands on the horizontal axis, between the first and the last \
             value. An event before or after the data is told in the text or in `notes:`.",
    bad: "marks: [{x: 1691, label: The proposal}]     # the data begins with 1958",
    good: "marks: [{x: 1961, label: The proposal}]",
    fixed: true,
};

/// Reports the place of a mark.
pub fn report(place: Place, written: &str, plot: &Plot) -> Diagnostic {
    let axis = &plot.axis;
    let found = Diagnostic::new(&RULE, place, format!("`{written}` lies outside this chart"));
    if axis.kind == XKind::Name {
        let names = || axis.entries.iter().map(|entry| entry.written.as_str());
        return match nearest::nearest(written, names()) {
            Some(near) => found.label(format!("did you mean `{near}`?")),
            None => found.help(format!("names in this chart: {}", nearest::list(names().take(10)))),
        };
    }
    let (low, high) = axis.ends();
    let written = |at: f64| axis.entries.iter().find(|e| e.at.total_cmp(&at).is_eq());
    match (written(low), written(high)) {
        (Some(low), Some(high)) => {
            found.help(format!("the data runs from {} to {}", low.written, high.written))
        }
        _ => found,
    }
}

/// Reports a period that ends before it starts.
pub fn backwards(place: Place, start: &str, end: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("this period ends ({end}) before it starts ({start})"))
}
