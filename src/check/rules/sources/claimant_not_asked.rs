//! Statements whose speakers were not asked.

use super::Standing;
use crate::diagnostic::{Diagnostic, Level, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "claimant-not-asked",
    level: Level::Allow,
    summary: "a check does not say whether the one who made the statement was asked for comment",
    reason: "Whoever is checked should have been asked what they rely on, and readers want to know what \
             they answered. `asked: {on: 2026-11-20, answer: …}` tells it; `asked: {not: …}` says why \
             nobody was asked. In the front matter of an article `asked` holds for all its claims \
             that say nothing themselves. Our own statements need none.",
    bad: "- id: loan\n  speaker: ministry",
    good: "- id: loan\n  speaker: ministry\n  asked: {on: 2026-11-20, answer: The ministry pointed to its report of 2023.}",
    fixed: false,
};

/// Reports a claim.
pub fn check(standing: Standing<'_>, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    if !claim.is_external() || standing.article.asked(claim).is_some() {
        return;
    }
    findings.push(
        Diagnostic::new(
            &RULE,
            standing.value("speaker"),
            format!("`{}` does not say whether its speaker was asked for comment", claim.id),
        )
        .help("add `asked: {on: YYYY-MM-DD, answer: …}`, or `asked: {not: …}` with the reason")
        .help("in the front matter of the article it holds for all its claims"),
    );
}
