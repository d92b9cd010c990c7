//! Two claims of one id.

use std::collections::HashMap;

use super::bad_id;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "duplicate-id",
    level: Level::Deny,
    summary: "two claims of one article have the same id",
    reason: "The id is the permalink of the claim: others link to it, so it must lead to one check.",
    bad: "- id: loan\n  …\n- id: loan\n  …",
    good: "- id: loan\n  …\n- id: loan-of-1961\n  …",
    fixed: true,
};

/// Reports ids that stand twice, and ids that are none.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let place = |index| Place::value(file, KeyPath::top().key("claims").index(index).key("id"));
    for (index, claim) in article.claims.iter().enumerate() {
        // A missing id is reported as missing-field.
        if claim.id.trim().is_empty() {
            continue;
        }
        if !crate::address::is_kebab_case(&claim.id) {
            findings.push(bad_id::report(place(index), &claim.id));
        }
        if let Some(first) = seen.get(claim.id.as_str()) {
            findings.push(
                Diagnostic::new(&RULE, place(index), format!("the id `{}` is taken", claim.id))
                    .label("used here again")
                    .related(place(*first), "first used here")
                    .help("give this claim an id of its own"),
            );
        } else {
            seen.insert(&claim.id, index);
        }
    }
}
