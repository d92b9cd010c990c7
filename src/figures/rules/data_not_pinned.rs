//! Data files that are not pinned.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "data-not-pinned",
    level: Level::Warn,
    summary: "a data file is used and not pinned",
    reason: "A digit that changes in a data file changes the numbers and charts that are drawn \
             from it. Pinned by its SHA-256, the file can't change unnoticed.",
    bad: "quantities:\n  aid: {from: {data: us-aid.csv, sum_of: usd}}",
    good: "data:\n  us-aid.csv: {sha256: 7d1f…}\nquantities:\n  aid: {from: {data: us-aid.csv, sum_of: usd}}",
    fixed: false,
};

/// Reports a file without a pin; `is_listed`: whether it stands under `data:`.
pub fn report(place: Place, name: &str, sha256: &str, is_listed: bool) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, format!("the data file `{name}` is not pinned"));
    if is_listed {
        found.help(format!("write `sha256: {sha256}` under it"))
    } else {
        found.help(format!("write under `data:` the line `{name}: {{sha256: {sha256}}}`"))
    }
}
