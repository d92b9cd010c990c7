//! Claims or figures whose article is not there.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "claims-without-article",
    level: Level::Deny,
    summary: "a claims or figures file has no article beside it",
    reason: "Checks are shown at the words they are about. A claims file whose article was renamed \
             or deleted would vanish from the site without anyone noticing.",
    bad: "content/summit/claims.yaml      (and no content/summit/index.md)",
    good: "content/summit/index.md\ncontent/summit/claims.yaml",
    fixed: true,
};

/// Reports a file at `path` that waits for the article `wanted`.
pub fn report(path: &str, wanted: &str, nearest: Option<&str>) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    let found =
        Diagnostic::new(&RULE, place, format!("there is no article `{wanted}` for this file"));
    match nearest {
        Some(near) => found.help(format!(
            "the nearest article is `{near}`; rename this file or the article so that they belong together"
        )),
        None => found.help(format!("write the article as `{wanted}`, or delete this file")),
    }
}

/// Reports a file at `path` with the translation of claims or figures, which the plain page `original`
/// does not have.
pub fn of_page(path: &str, original: &str) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    Diagnostic::new(
        &RULE,
        place,
        format!("`{original}` is a plain page, without claims and figures"),
    )
    .help("delete this file, or give the original its own")
}

/// Reports the file at `path`, whose name has its parts in another order than the name `due`.
pub fn misnamed(path: &str, due: &str) -> Diagnostic {
    let place = Place::file(&InputFile::new(path, ""));
    let message = "the language of a translation stands last in the name of its file";
    Diagnostic::new(&RULE, place, message).help(format!("rename it to `{due}`"))
}
