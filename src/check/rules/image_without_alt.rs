//! Pictures without words.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule. WCAG 2.2, success criterion 1.1.1.
pub static RULE: Rule = Rule {
    name: "image-without-alt",
    level: Level::Deny,
    summary: "a picture has no alternative text",
    reason: "Readers who can't see the picture hear its alternative text instead. In a fact-check a \
             picture is there to show something, so there is always something to say.",
    bad: "![](border.jpg)",
    good: "![Cars waiting at the bridge from Matamoros to Brownsville](border.jpg)",
    fixed: false,
};

/// Reports a picture that stands at `range` of `file`.
pub fn report(file: &Arc<InputFile>, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(&RULE, Place::bytes(file, range), "this picture has no alternative text")
        .help("say between the square brackets what the picture shows: `![Cars at the bridge](…)`")
}
