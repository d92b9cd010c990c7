//! Texts of others without their owner.

use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "text-rights-undeclared",
    level: Level::Deny,
    summary: "an article from a seed does not say whose text it is",
    reason: "A document under check belongs to its author or publisher. Readers must see whose words \
             they read, and whoever publishes the site must know on which terms it may be shown.",
    bad: "seed: report.txt",
    good: "seed: report.txt\ntext:\n  by: The Daily Example\n  licence: All rights with the publisher; reproduced for criticism.",
    fixed: false,
};

/// Reports an article with a seed, but without owner or terms.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    if article.matter.seed.is_none() {
        return;
    }
    let at = |path: KeyPath| Place {
        file: article.file.clone(),
        at: At::FrontMatter(path, article.matter_start),
    };
    let text = KeyPath::top().key("text");
    let found = |path, message: &str| {
        Diagnostic::new(&RULE, at(path), message)
            .help("add `text:` with `by:` (author or publisher) and `licence:` (the terms it stands here on)")
    };
    match &article.matter.text {
        None => findings.push(found(
            KeyPath::top().key("seed"),
            "this article comes from a seed, but does not say whose text it is",
        )),
        Some(rights) => {
            if rights.by.trim().is_empty() {
                findings.push(found(text.key("by"), "`text:` does not say whose text it is"));
            }
            if rights.licence.trim().is_empty() {
                findings.push(found(
                    text.key("licence"),
                    "`text:` does not say on which terms it stands here",
                ));
            }
        }
    }
}
