//! Edits of nothing.

use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "edits-without-seed",
    level: Level::Deny,
    summary: "an article declares edits, but no seed that they are edits of",
    reason: "Edits are shown to readers as all that was changed in the document under check. Without the \
             document nothing was compared, so nothing of the kind can be said.",
    bad: "edits:\n  - {was: bilion, now: billion, why: A typing error.}",
    good: "seed: report.txt\nedits:\n  - {was: bilion, now: billion, why: A typing error.}",
    fixed: true,
};

/// Reports them.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    if article.matter.edits.is_empty() || article.matter.seed.is_some() {
        return;
    }
    let place = Place {
        file: article.file.clone(),
        at: At::FrontMatterKey(KeyPath::top().key("edits"), article.matter_start),
    };
    findings.push(
        Diagnostic::new(&RULE, place, "these edits belong to no seed")
            .help("name the document with `seed:` (a file in seeds/), or delete `edits:`"),
    );
}
