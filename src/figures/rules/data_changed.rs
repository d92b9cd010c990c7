//! Data files that are not what was pinned.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "data-changed",
    level: Level::Deny,
    summary: "a data file is not the one that was pinned",
    reason: "Numbers are drawn from data files, so a changed digit changes what readers are told. \
             The SHA-256 of a file under `data:` says which bytes were looked at; whoever changes \
             the file looks again and pins it anew.",
    bad: "data:\n  us-aid.csv: {sha256: 0000…}     # the file has changed since",
    good: "data:\n  us-aid.csv: {sha256: 7d1f…}     # the hash of the file as it is",
    fixed: true,
};

/// Reports a file whose hash is another than the one that was pinned.
pub fn report(place: Place, name: &str, pin: &str, sha256: &str) -> Diagnostic {
    let pin = pin.trim();
    let is_hash = pin.len() == 64 && pin.bytes().all(|byte| byte.is_ascii_hexdigit());
    let message = if is_hash {
        format!("`{name}` has changed since it was pinned")
    } else {
        "this is no SHA-256, which has 64 digits and letters from a to f".to_owned()
    };
    Diagnostic::new(&RULE, place, message).help(format!(
        "compare `{name}` with its source; if it is right as it is, write `sha256: {sha256}`"
    ))
}
