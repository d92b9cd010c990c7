//! Settings that a site can't be built with.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

use super::bad_address::is_address;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-setting",
    level: Level::Deny,
    summary: "a setting of factpress.yaml can't be used",
    reason: "The title stands on every page. The base address is put before the address of every page, \
             so it is a whole http or https address without a query (`?…`) or a fragment (`#…`). A \
             check can't be due again on the day it was made.",
    bad: "base_url: https://example.org/?site=1",
    good: "base_url: https://example.org/",
    fixed: true,
};

/// Reports them.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.settings_file else { return };
    let at = |key: &str| Place::value(file, KeyPath::top().key(key));
    if site.settings.title.trim().is_empty() {
        findings.push(
            Diagnostic::new(&RULE, at("title"), "the site has no title")
                .help("write the site's name under `title:`"),
        );
    }
    let freshness = &site.settings.freshness;
    let path = KeyPath::top().key("freshness");
    let topics = freshness.topics.iter().map(|(name, age)| (path.key("topics").key(name), *age));
    for (path, age) in freshness.after.map(|age| (path.key("after"), age)).into_iter().chain(topics)
    {
        if age.is_zero() {
            let message = "a check can't be due again on the day it was made";
            findings.push(
                Diagnostic::new(&RULE, Place::value(file, path), message)
                    .help("write at least `1 day`, or take the line out"),
            );
        }
    }
    if let Some(url) = &site.settings.base_url
        && (!is_address(url) || url.contains(['?', '#']))
    {
        findings.push(
            Diagnostic::new(
                &RULE,
                at("base_url"),
                format!("`{url}` can't be the address of a site"),
            )
            .help(
                "write a whole address such as https://example.org/ or https://example.org/news/",
            ),
        );
    }
}
