//! Ids that are not kebab-case.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// Whether a text is kebab-case.
///
/// # Examples
/// ```
/// use factpress::check::rules::bad_id::is_kebab_case;
/// assert!(is_kebab_case("two-percent") && is_kebab_case("a1"));
/// assert!(!is_kebab_case("Two") && !is_kebab_case("a--b") && !is_kebab_case("-a"));
/// ```
pub fn is_kebab_case(id: &str) -> bool {
    id.len() <= 100
        && id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Reports an id that is none.
pub fn report(place: Place, id: &str) -> Diagnostic {
    let mut proposal = String::new();
    // Accents go, their letters stay.
    for character in id.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
        if character.is_ascii_alphanumeric() {
            proposal.push(character);
        } else if !proposal.is_empty() && !proposal.ends_with('-') {
            proposal.push('-');
        }
    }
    let proposal: String = proposal.trim_end_matches('-').chars().take(60).collect();
    let found =
        Diagnostic::new(&RULE, place, format!("`{id}` can't be an id")).label(if id.len() > 100 {
            "an id has at most 100 characters"
        } else {
            "lower-case letters a to z, digits and single hyphens only"
        });
    if proposal.is_empty() { found } else { found.help(format!("write `{proposal}`")) }
}
