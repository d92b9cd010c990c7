//! Topics that can't be told apart.

use std::collections::{HashMap, HashSet};

use crate::address;
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-topic",
    level: Level::Deny,
    summary: "a topic has no letters, or two topics would share one page",
    reason: "Every topic has a page whose address is made of its letters and digits. Two topics that \
             differ only in other signs would be mixed up there.",
    bad: "topics: [foreign aid, foreign-aid]",
    good: "topics: [foreign aid]",
    fixed: true,
};

/// Reports them, each spelling where it first stands.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let mut known: HashMap<String, &str> = HashMap::new();
    let mut told: HashSet<&str> = HashSet::new();
    for article in &site.articles {
        let own = article.matter.topics.iter().enumerate().map(|(index, topic)| {
            let path = KeyPath::top().key("topics").index(index);
            let at = At::FrontMatter(path, article.matter_start);
            (topic.as_str(), Place { file: article.file.clone(), at })
        });
        let claims = article.claims_file.iter().flat_map(|file| {
            article.claims.iter().enumerate().flat_map(move |(number, claim)| {
                claim.topics.iter().enumerate().map(move |(index, topic)| {
                    let path =
                        KeyPath::top().key("claims").index(number).key("topics").index(index);
                    (topic.as_str(), Place::value(file, path))
                })
            })
        });
        for (topic, place) in own.chain(claims) {
            let slug = address::slug(topic);
            if slug.is_empty() {
                findings.push(
                    Diagnostic::new(&RULE, place, format!("the topic `{topic}` has no letters"))
                        .help("write the topic in words"),
                );
                continue;
            }
            let first = *known.entry(slug).or_insert(topic);
            if first != topic && told.insert(topic) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        place,
                        format!("the topics `{topic}` and `{first}` would share one page"),
                    )
                    .help(format!(
                        "write `{first}` here too, or tell the two apart by their letters"
                    )),
                );
            }
        }
    }
}
