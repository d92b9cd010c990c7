//! Translations into languages that the site does not list.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;
use crate::model::Settings;

/// The rule.
pub static RULE: Rule = Rule {
    name: "language-not-listed",
    level: Level::Deny,
    summary: "a file is a translation into a language that factpress.yaml does not list",
    reason: "`index.es.md` beside `index.md` is its translation into Spanish, and is published under \
             `/es/`. The site says once into which languages its texts are translated, so that a slip in a \
             file's name does not open a language of its own, and a translation is not passed over in \
             silence.",
    bad: "content/summit/index.es.md      (and no `languages:` in factpress.yaml)",
    good: "languages: [es]",
    fixed: true,
};

/// Reports the translation `file` into `language`.
pub fn report(file: &Arc<InputFile>, language: &str, settings: &Settings) -> Diagnostic {
    let found = |message: String| Diagnostic::new(&RULE, Place::file(file), message);
    if settings.language == language {
        return found(format!("`{language}` is the language of the site itself"))
            .help("what is written in the site's language has no language in its file's name");
    }
    let found = found(format!("factpress.yaml does not list the language `{language}`"));
    let listed = settings.languages.iter().map(String::as_str);
    match crate::nearest::nearest(language, listed) {
        Some(near) if near.eq_ignore_ascii_case(language) => {
            found.help(format!("write it as the settings do: `{near}`"))
        }
        _ => {
            let mut all = settings.languages.clone();
            all.push(language.to_owned());
            found.help(format!("add it to factpress.yaml: `languages: [{}]`", all.join(", ")))
        }
    }
    .note("a file `NAME.LANGUAGE.md` beside `NAME.md` is its translation; give it another name if it is none")
}
