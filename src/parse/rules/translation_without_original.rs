//! Translations whose original is not there.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "translation-without-original",
    level: Level::Deny,
    summary: "a translation has no original beside it",
    reason: "A translation brings texts only; verdicts, evidence, people and dates are those of the \
             original. `index.es.md` is the translation of the `index.md` in its folder, and `about.es.md` \
             that of `about.md` beside it.",
    bad: "content/summit/index.es.md      (and no content/summit/index.md)",
    good: "content/summit/index.md\ncontent/summit/index.es.md",
    fixed: true,
};

/// Reports the translation `file`. `texts`: the Markdown files there are.
pub fn report(file: &Arc<InputFile>, texts: &[&str]) -> Diagnostic {
    let stem = file.path.strip_suffix(".md").and_then(|path| path.rsplit_once('.'));
    let (stem, language) = stem.unwrap_or((&file.path, ""));
    let original = format!("{stem}.md");
    let found = Diagnostic::new(
        &RULE,
        Place::file(file),
        format!("there is no `{original}` that this file could be the translation of"),
    );
    let bundle = format!("{stem}/index.md");
    if texts.contains(&bundle.as_str()) {
        return found.help(format!("rename it to `{stem}/index.{language}.md`"));
    }
    let others = texts.iter().copied().filter(|path| *path != file.path);
    match crate::nearest::nearest(&original, others) {
        Some(near) => found.help(format!("the nearest text is `{near}`; name this file after it")),
        None => found.help(format!(
            "write the original, or give this file another name if it is no translation into `{language}`"
        )),
    }
}
