//! Keys that stand twice.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "duplicate-key",
    level: Level::Deny,
    summary: "a key stands twice in one entry of a YAML file",
    reason: "Only one of the two values could be used, and nothing says which one was meant.",
    bad: "- id: loan\n  verdict: false\n  verdict: misleading",
    good: "- id: loan\n  verdict: misleading",
    fixed: true,
};

/// Reports the key.
pub fn report(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{name}` stands twice in this entry"))
        .help(format!("keep one `{name}` and delete the other"))
}
