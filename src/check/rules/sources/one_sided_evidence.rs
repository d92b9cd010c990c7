//! Mixed verdicts on evidence of one side.

use super::Standing;
use crate::check::weighing::weigh;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Site, Tone};

/// The rule.
pub static RULE: Rule = Rule {
    name: "one-sided-evidence",
    level: Level::Allow,
    summary: "a verdict between true and false has no evidence for the claim, or none against it",
    reason: "A verdict of the tone `mixed` says that something speaks for the claim and something \
             against it. Readers want to see both, each with its stance (`supports`, `refutes`); \
             evidence that only gives context is neither. Where one side can't be shown, \
             `reservations: {one_sided: …}` says why, and readers see it.",
    bad: "verdict: needs-context\nevidence:\n  - {source: report, stance: supports}\n  - {source: letter, stance: context}",
    good: "verdict: needs-context\nevidence:\n  - {source: report, stance: supports}\n  - {source: letter, stance: refutes}",
    fixed: false,
};

/// Reports a claim.
pub fn check(standing: Standing<'_>, site: &Site, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    let verdict = site.settings.verdict(&claim.verdict);
    let mixed = verdict.is_some_and(|it| it.tone == Tone::Mixed && it.rating.is_some());
    if !mixed || claim.evidence.is_empty() || claim.reservations.one_sided.is_some() {
        return;
    }
    let Some(weight) = weigh(claim, &site.sources) else { return };
    let (missing, stances) = match (weight.supported, weight.refuted) {
        (true, true) => return,
        (true, false) => ("against the claim", "`stance: refutes`"),
        (false, true) => ("for the claim", "`stance: supports`"),
        (false, false) => {
            ("for the claim nor against it", "`stance: supports` and `stance: refutes`")
        }
    };
    let no = if weight.supported == weight.refuted { "neither evidence" } else { "no evidence" };
    let path = standing.path().key("evidence");
    let message = format!("`{}` is rated `{}`, but has {no} {missing}", claim.id, claim.verdict);
    let found = Diagnostic::new(&RULE, Place::key(standing.file, path), message)
        .related(standing.value("verdict"), "a verdict that is neither good nor bad")
        .help(format!("add it with {stances}, or choose another verdict"))
        .help("or say under `reservations: {one_sided: …}` why there is none");
    findings.push(match &site.settings_file {
        Some(file) => {
            let place = site.settings.verdicts.iter().position(|it| it.id == claim.verdict);
            let path = KeyPath::top().key("verdicts").index(place.unwrap_or(0)).key("tone");
            // The default scale stands in no file.
            if file.text.contains("verdicts:") {
                found.related(Place::value(file, path), "its tone")
            } else {
                found
            }
        }
        None => found,
    });
}
