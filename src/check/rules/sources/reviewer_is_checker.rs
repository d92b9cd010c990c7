//! Reviews of one's own work.

use std::collections::HashMap;

use super::Standing;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "reviewer-is-checker",
    level: Level::Deny,
    summary: "someone reviewed a check that they made themselves",
    reason: "A review is the look of somebody else. Naming the checker as reviewer tells readers of a \
             second pair of eyes that there was not.",
    bad: "checked: {by: [anna], on: 2026-11-23}\nreviewed: {by: [anna], on: 2026-11-23}",
    good: "checked: {by: [anna], on: 2026-11-23}\nreviewed: {by: [ben], on: 2026-11-23}",
    fixed: false,
};

/// Reports each of them.
pub fn check(standing: Standing<'_>, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    let (Some(checked), Some(reviewed)) = (&claim.checked, &claim.reviewed) else { return };
    let at = |key: &str, number: usize| {
        Place::value(standing.file, standing.path().key(key).key("by").index(number))
    };
    let mut checkers: HashMap<&str, usize> = HashMap::new();
    for (number, id) in checked.by.iter().enumerate().filter(|(_, id)| !id.trim().is_empty()) {
        checkers.entry(id).or_insert(number);
    }
    for (number, id) in reviewed.by.iter().enumerate() {
        // Each is told once, however often they are named.
        let Some(place) = checkers.remove(id.as_str()) else { continue };
        findings.push(
            Diagnostic::new(
                &RULE,
                at("reviewed", number),
                format!("`{id}` reviewed the check of `{}`, but made it as well", claim.id),
            )
            .related(at("checked", place), "who checked it")
            .help("name somebody else, or take `reviewed` out if nobody else looked at it"),
        );
    }
}
