//! Checks without a day.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "check-undated",
    level: Level::Warn,
    summary: "a claim does not say who checked it and when",
    reason: "A verdict is as good as the day it was reached on. Readers see the day, and ClaimReview \
             needs it as the date of publication.",
    bad: "- id: loan\n  verdict: misleading",
    good: "- id: loan\n  verdict: misleading\n  checked: {by: [anna], on: 2026-11-23}",
    fixed: false,
};

/// Reports claims of an article without `checked`.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        if claim.checked.is_none() && !claim.id.is_empty() {
            let path = KeyPath::top().key("claims").index(index).key("checked");
            findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::value(file, path),
                    format!("`{}` does not say who checked it and when", claim.id),
                )
                .help("add `checked: {by: [ID], on: YYYY-MM-DD}` with an id of people.yaml and the day of the check"),
            );
        }
    }
}
