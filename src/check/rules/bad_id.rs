//! Ids that are not kebab-case.

use crate::address;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-id",
    level: Level::Deny,
    summary: "an id is not kebab-case",
    reason: "Ids become part of addresses that others link to, so they are kept to lower-case letters \
             (a to z), digits and single hyphens.",
    bad: "- id: Twenty Billion_Loan",
    good: "- id: twenty-billion-loan",
    fixed: true,
};

/// An id made of these words; empty where they have no letters for one.
pub fn instead_of(words: &str) -> String {
    address::kebab(words, 60)
}

/// Reports an id that is none.
pub fn report(place: Place, id: &str) -> Diagnostic {
    let proposal = instead_of(id);
    let found =
        Diagnostic::new(&RULE, place, format!("`{id}` can't be an id")).label(if id.len() > 100 {
            "an id has at most 100 characters"
        } else {
            "lower-case letters a to z, digits and single hyphens only"
        });
    if proposal.is_empty() { found } else { found.help(format!("write `{proposal}`")) }
}
