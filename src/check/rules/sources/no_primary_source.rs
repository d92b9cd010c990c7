//! Verdicts without a primary source.

use super::Standing;
use crate::check::weighing::weigh;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Site;

/// The rule.
pub static RULE: Rule = Rule {
    name: "no-primary-source",
    level: Level::Allow,
    summary: "a rated verdict rests on no primary source",
    reason: "A document, a recording or the data themselves count for more than what others write about \
             them. A source says what it is by `kind: primary` in sources.yaml. Where none can be \
             had, `reservations: {no_primary: …}` says why, and readers see it.",
    bad: "verdict: misleading\nevidence:\n  - {source: news-report, stance: refutes}",
    good: "verdict: misleading\nevidence:\n  - {source: court-record, stance: refutes}     (with `kind: primary`)",
    fixed: false,
};

/// Reports a claim.
pub fn check(standing: Standing<'_>, site: &Site, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    if !site.settings.is_rated(&claim.verdict) || claim.evidence.is_empty() {
        return;
    }
    let Some(weight) = weigh(claim, &site.sources) else { return };
    let reservation = claim.reservations.no_primary.is_some();
    if !weight.has_primary && !reservation {
        let path = standing.path().key("evidence");
        let message = format!("no primary source is among the evidence of `{}`", claim.id);
        findings.push(
            Diagnostic::new(&RULE, Place::key(standing.file, path), message)
                .help("add the document, the recording or the data themselves, and mark them `kind: primary` in sources.yaml")
                .help("or say under `reservations: {no_primary: …}` why none could be had"),
        );
    } else if weight.has_primary && reservation {
        let path = standing.path().key("reservations").key("no_primary");
        let message = format!("`{}` says why it has no primary source, but it has one", claim.id);
        findings.push(
            Diagnostic::new(&RULE, Place::value(standing.file, path), message)
                .help("take the line out: readers see it"),
        );
    }
}
