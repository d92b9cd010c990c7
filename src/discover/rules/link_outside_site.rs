//! File-system links that lead out of the site.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "link-outside-site",
    level: Level::Deny,
    summary: "a file is a link (symlink) that leads out of the site's folder",
    reason: "A link can publish a file that was never meant to be public. Links to files inside the \
             site are followed; links to folders are not.",
    bad: "content/summit/index.md -> /etc/passwd",
    good: "content/summit/index.md         (a file of its own)",
    fixed: true,
};

/// Reports the link at `path`.
pub fn report(path: &str, why: &str) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    Diagnostic::new(&RULE, place, format!("this is a link {why}"))
        .help("put a copy of the file here instead of the link")
}
