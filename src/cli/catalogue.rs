//! Stand-in until the rules are there.
use crate::diagnostic::{Level, Rule};

const ONE: Rule = Rule {
    name: "quote-not-found",
    level: Level::Deny,
    summary: "the quoted words are not in the article",
    reason: "A check must stand on words that a reader can see.",
    bad: "quote: ten cats",
    good: "quote: nine cats",
    fixed: false,
};

/// All rules.
pub fn catalogue() -> &'static [&'static Rule] {
    &[&ONE]
}
