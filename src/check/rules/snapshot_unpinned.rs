//! Kept copies without a hash.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "snapshot-unpinned",
    level: Level::Warn,
    summary: "a kept copy of a source has no hash that says what it was",
    reason: "Without the hash of its bytes nobody can tell later whether the copy is still the one \
             that was taken.",
    bad: "snapshot: {path: essay.html}",
    good: "snapshot: {path: essay.html, sha256: 1f6a…}",
    fixed: false,
};

/// Reports the copy of a source, which hashes to `now`.
pub fn report(place: Place, source: &str, now: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the kept copy of `{source}` has no hash"))
        .help(format!("if this is the right file, add `sha256: {now}`"))
}
