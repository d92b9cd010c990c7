//! Verdicts that rest on nothing.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Settings};

/// The rule.
pub static RULE: Rule = Rule {
    name: "verdict-without-evidence",
    level: Level::Deny,
    summary: "a claim has a rated verdict, but no evidence",
    reason: "A rating says that sources bear the statement out or refute it; without one it is an \
             opinion. A verdict without a rating, such as `unverified`, needs none.",
    bad: "verdict: misleading",
    good: "verdict: misleading\nevidence:\n  - source: historian-essay\n    quote: assistance (grants and loans)\n    stance: refutes",
    fixed: false,
};

/// Reports them.
pub fn check(article: &Article, settings: &Settings, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        let rated =
            settings.verdict(&claim.verdict).is_some_and(|verdict| verdict.rating.is_some());
        if rated && claim.evidence.is_empty() {
            let path = KeyPath::top().key("claims").index(index).key("verdict");
            findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::value(file, path),
                    format!("`{}` is rated `{}` without any evidence", claim.id, claim.verdict),
                )
                .help("add `evidence:` with at least one source, or choose a verdict without a rating"),
            );
        }
    }
}
