//! YAML files that nothing reads.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-file",
    level: Level::Deny,
    summary: "a YAML or Markdown file has a name that nothing reads",
    reason: "A claims file with a misspelt name would be passed over in silence, and its checks \
             would be missing on the site.",
    bad: "content/summit/clams.yaml",
    good: "content/summit/claims.yaml",
    fixed: false,
};

/// Reports the file at `path`.
pub fn report(path: &str, message: String, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, Place::file(&InputFile::new(path, "")), message).help(help)
}
