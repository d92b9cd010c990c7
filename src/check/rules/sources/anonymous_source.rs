//! Sources that name nobody.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

/// The rule.
pub static RULE: Rule = Rule {
    name: "anonymous-source",
    level: Level::Allow,
    summary: "a source that evidence is taken from names neither author nor publisher",
    reason: "Readers weigh a source by who stands behind it. Where nobody is named, or somebody must be \
             protected, `anonymous: …` in sources.yaml says why, and readers see it.",
    bad: "sources:\n  letter: {title: Letter on the works}",
    good: "sources:\n  letter:\n    title: Letter on the works\n    anonymous: The writer works there and asked not to be named.",
    fixed: false,
};

/// Reports sources of evidence; others carry no verdict.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.sources_file else { return };
    let claims = site.articles.iter().flat_map(|article| &article.claims);
    let claims = claims.filter(|claim| !claim.is_withdrawn());
    let used: HashSet<&str> = claims
        .flat_map(|claim| claim.evidence.iter().map(|evidence| evidence.source.as_str()))
        .collect();
    for (id, source) in site.sources.iter().filter(|(id, _)| used.contains(id)) {
        let path = KeyPath::top().key("sources").key(id);
        let blank = |text: &Option<String>| text.as_deref().unwrap_or("").trim().is_empty();
        let nobody = blank(&source.author) && blank(&source.publisher);
        match &source.anonymous {
            None if nobody => findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::key(file, path),
                    format!("the source `{id}` names neither author nor publisher"),
                )
                .help("add `author:` or `publisher:`, as printed")
                .help("or say under `anonymous:` why nobody is named"),
            ),
            Some(_) if !nobody => findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::value(file, path.key("anonymous")),
                    format!("the source `{id}` says why it names nobody, but it names somebody"),
                )
                .help("take the line out: readers see it"),
            ),
            _ => {}
        }
    }
}
