//! Kept copies that are not what they were.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "snapshot-changed",
    level: Level::Deny,
    summary: "a kept copy of a source has other bytes than those that were pinned",
    reason: "A copy proves something only while it is what was fetched or saved on its day. One byte \
             less or more, and nobody knows any longer whether the source said it.",
    bad: "sha256: 1f6a…     (factpress.lock)\nsha256: 9c04…     (the file in snapshots/)",
    good: "sha256: 1f6a…     (both)",
    fixed: true,
};

/// Reports the copy at `path` of a source; `now` is what its bytes hash to.
pub fn report(place: Place, source: &str, path: &str, now: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        place,
        format!("the kept copy of `{source}` is not the one that was pinned"),
    )
    .label("the hash of the copy that was pinned")
    .note(format!("the hash of {path}: {now}"))
    .note("quotations of this source are not looked for in it")
    .help(format!("put the pinned file back, from git or from a backup: {path}"))
    .help(format!("or keep the source as it is now: `factpress archive {source} --again`"))
}
