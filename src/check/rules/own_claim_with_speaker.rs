//! Own statements that name a speaker.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Origin};

/// The rule.
pub static RULE: Rule = Rule {
    name: "own-claim-with-speaker",
    level: Level::Deny,
    summary: "a claim with `origin: own` names a speaker",
    reason: "`origin: own` means that we said it ourselves. ClaimReview is for statements of others, so \
             it must be clear which of the two this is.",
    bad: "- id: growth\n  origin: own\n  speaker: news-report",
    good: "- id: growth\n  origin: own",
    fixed: true,
};

/// Reports them.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        if claim.origin == Origin::Own && claim.speaker.is_some() {
            let path = KeyPath::top().key("claims").index(index);
            findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::value(file, path.key("speaker")),
                    format!("`{}` is our own statement, but names a speaker", claim.id),
                )
                .related(Place::value(file, path.key("origin")), "our own")
                .help("delete `speaker:`, or delete `origin: own` if someone else said it"),
            );
        }
    }
}
