//! Checks whose day has passed.

use crate::check::freshness::Due;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Claim;

/// The rule.
pub static RULE: Rule = Rule {
    name: "recheck-overdue",
    level: Level::Deny,
    summary: "the day by which a check was to be made again has passed",
    reason: "A verdict holds for the day it was reached on. `recheck_by`, or the ages under `freshness` \
             in factpress.yaml, promise the reader when it will be looked at again; the page shows \
             that day. Withdrawn checks are never due.",
    bad: "checked: {by: [anna], on: 2025-11-23}\nrecheck_by: 2026-05-23     (and today is 2026-11-24)",
    good: "checked: {by: [anna], on: 2026-11-24}\nrecheck_by: 2027-05-24",
    fixed: false,
};

/// Reports a check.
pub fn report(place: Place, claim: &Claim, due: &Due<'_>) -> Diagnostic {
    let message = format!("`{}` was to be checked again by {}", claim.id, due.on);
    Diagnostic::new(&RULE, place, message)
}
