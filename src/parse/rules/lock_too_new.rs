//! A lock file of a later factpress.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Lock;

/// The rule.
pub static RULE: Rule = Rule {
    name: "lock-too-new",
    level: Level::Deny,
    summary: "factpress.lock was written by a later version of factpress",
    reason: "A later version may keep things that this one does not know. Writing the file again \
             would lose them, so it is left alone.",
    bad: "version: 9",
    good: "version: 1",
    fixed: true,
};

/// Reports the version that stands in the file.
pub fn report(place: Place, version: u32) -> Diagnostic {
    let message = format!(
        "this file has the form {version}, and this factpress knows forms up to {}",
        Lock::VERSION
    );
    Diagnostic::new(&RULE, place, message)
        .help("install the factpress that the site was last built with")
}
