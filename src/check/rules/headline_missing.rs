//! Articles and pages without a headline.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "headline-missing",
    level: Level::Warn,
    summary: "an article or page has no headline",
    reason: "Without a headline the page is listed under its address, which says little to readers and \
             to search engines.",
    bad: "---\npublished: 2026-11-23\n---\nThe Alliance was …",
    good: "---\npublished: 2026-11-23\n---\n# What was the Alliance?\n\nThe Alliance was …",
    fixed: false,
};

/// Reports a text that starts at `range`.
pub fn report(file: &Arc<InputFile>, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(&RULE, Place::bytes(file, range), "this text has no headline")
        .help("open it with a first-level heading, `# The headline`, or write `title:` in its front matter")
}
