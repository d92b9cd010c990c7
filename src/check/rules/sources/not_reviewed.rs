//! Checks that nobody else looked at.

use super::Standing;
use crate::diagnostic::{Diagnostic, Level, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "not-reviewed",
    level: Level::Allow,
    summary: "nobody but the checker looked at a check",
    reason: "Nobody sees their own slips. A second person reads the check against its sources before it \
             is published, and `reviewed` says who and when. Where nobody could, \
             `reservations: {not_reviewed: …}` says why, and readers see it.",
    bad: "checked: {by: [anna], on: 2026-11-23}",
    good: "checked: {by: [anna], on: 2026-11-23}\nreviewed: {by: [ben], on: 2026-11-23}",
    fixed: false,
};

/// Reports a claim. One without a check has nothing to be reviewed.
pub fn check(standing: Standing<'_>, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    let reserved = claim.reservations.not_reviewed.is_some();
    if claim.checked.is_none() || claim.reviewed.is_some() || reserved {
        return;
    }
    findings.push(
        Diagnostic::new(
            &RULE,
            standing.value("checked"),
            format!("nobody reviewed the check of `{}`", claim.id),
        )
        .help("let somebody else read it against its sources, and add `reviewed: {by: [ID], on: YYYY-MM-DD}`")
        .help("or say under `reservations: {not_reviewed: …}` why nobody did"),
    );
}
