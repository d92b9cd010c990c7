//! Folders, pipes and devices where a file is due.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "not-a-file",
    level: Level::Deny,
    summary: "a folder or something else stands where a file is read",
    reason: "A folder of the name claims.yaml holds no claims, and the article would be published \
             without its checks. A pipe or a device never ends, and reading it would never end either.",
    bad: "content/summit/claims.yaml/     (a folder)",
    good: "content/summit/claims.yaml      (a file)",
    fixed: true,
};

/// Reports what stands at `path`; `what` names it.
pub fn report(path: &str, what: &str) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    Diagnostic::new(&RULE, place, format!("here is {what}, where a file is due"))
        .help("rename it, or put the file here that belongs here")
}

/// Reports a file at `path` where a folder of the site is due.
pub fn in_place_of_folder(path: &str) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    Diagnostic::new(&RULE, place, format!("`{path}` is a file, and should be a folder"))
        .help("rename the file, or make it a folder and put the file into it")
}
