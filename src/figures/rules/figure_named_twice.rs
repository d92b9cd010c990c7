//! Two figures of one name.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "figure-named-twice",
    level: Level::Deny,
    summary: "a sum has the name of a quantity",
    reason: "Quantities and sums are named in expressions and charts without saying which of them \
             is meant, so that no name may stand for two.",
    bad: "quantities:\n  aid: {value: 5}\nsums:\n  aid: {of: 2 + 3}",
    good: "quantities:\n  aid: {value: 5}\nsums:\n  aid-total: {of: 2 + 3}",
    fixed: true,
};

/// Reports the second one.
pub fn report(place: Place, id: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("there is a quantity `{id}` already"))
        .related(first, "the quantity")
        .help("give the sum another name")
}
