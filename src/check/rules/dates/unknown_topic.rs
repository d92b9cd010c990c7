//! Default ages of topics that are misspelt.

use std::collections::{BTreeSet, HashSet};

use crate::address;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-topic",
    level: Level::Warn,
    summary: "`freshness` sets an age for a topic that no claim has, though one has a name like it",
    reason: "The checks on the topic that was meant would get the age of all others, without anyone \
             noticing.",
    bad: "freshness:\n  topics: {elction: 90 days}",
    good: "freshness:\n  topics: {election: 90 days}",
    fixed: false,
};

/// Most names that are compared with all topics.
const MOST: usize = 100;

/// Reports them. A topic that is like no other may be one of drafts, or of claims to come.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.settings_file else { return };
    let topics = &site.settings.freshness.topics;
    if topics.0.is_empty() {
        return;
    }
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for article in &site.articles {
        let claims = article.claims.iter().flat_map(|claim| &claim.topics);
        known.extend(claims.chain(&article.matter.topics).map(String::as_str));
    }
    let slugs: HashSet<String> = known.iter().map(|topic| address::slug(topic)).collect();
    let unknown = topics.ids().filter(|name| !slugs.contains(&address::slug(name)));
    for name in unknown.take(MOST) {
        if let Some(near) = nearest::nearest(name, known.iter().copied()) {
            let place = Place::key(file, KeyPath::top().key("freshness").key("topics").key(name));
            findings.push(
                Diagnostic::new(&RULE, place, format!("no claim has the topic `{name}`"))
                    .label(format!("did you mean `{near}`?")),
            );
        }
    }
}
