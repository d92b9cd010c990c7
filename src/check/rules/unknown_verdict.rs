//! Verdicts that are not on the scale.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Settings};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-verdict",
    level: Level::Deny,
    summary: "a verdict is not an entry of the rating scale",
    reason: "Verdicts are words with a fixed meaning, printed on the methodology page. `verdicts:` in \
             factpress.yaml sets the scale; `void` is not given as a verdict but in the ledger.",
    bad: "verdict: mostly-treu",
    good: "verdict: mostly-true",
    fixed: true,
};

/// Reports them.
pub fn check(article: &Article, settings: &Settings, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        // A missing verdict is reported as missing-field.
        if claim.verdict.trim().is_empty() || settings.verdict(&claim.verdict).is_some() {
            continue;
        }
        let ids = || settings.verdicts.iter().map(|verdict| verdict.id.as_str());
        let path = KeyPath::top().key("claims").index(index).key("verdict");
        let found = Diagnostic::new(
            &RULE,
            Place::value(file, path),
            format!("`{}` is not a verdict of the rating scale", claim.verdict),
        );
        let found = match nearest::nearest(&claim.verdict, ids()) {
            Some(near) => found.label(format!("did you mean `{near}`?")),
            None => found,
        };
        findings.push(found.help(format!("the scale has {}", nearest::list(ids()))));
    }
}
