//! Sources that nothing rests on.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unused-source",
    level: Level::Warn,
    summary: "a source of sources.yaml is not used by any claim",
    reason: "The sources page shows what each source is used for. One that nothing rests on is a \
             leftover, or its evidence was forgotten.",
    bad: "sources:\n  old-report: {title: An old report}     (and no claim refers to it)",
    good: "evidence:\n  - source: old-report",
    fixed: false,
};

/// Reports them.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.sources_file else { return };
    let mut used: HashSet<&str> = site.draft_sources.iter().map(String::as_str).collect();
    used.extend(site.articles.iter().flat_map(crate::model::Article::sources_used));
    for id in site.sources.ids().filter(|id| !used.contains(id)) {
        findings.push(
            Diagnostic::new(
                &RULE,
                Place::key(file, KeyPath::top().key("sources").key(id)),
                format!("nothing rests on the source `{id}`"),
            )
            .help("use it as evidence of a claim, or delete it"),
        );
    }
}
