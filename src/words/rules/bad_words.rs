//! Words that can't be used.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest::{list, nearest};

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-words",
    level: Level::Deny,
    summary: "a word in `templates/words/` can't be used on a page",
    reason: "The words of the pages are in files named after their languages, such as \
             `templates/words/pt.yaml`. A word that no page asks for is a misspelt name, and the one that \
             was meant stays as it was. What is filled in (`{name}`, `{n}`) must be the same in every \
             language, or a reader would miss it. Plural forms are those that the language has, and \
             `other` is always one of them.",
    bad: "al_checks: Tudo o que foi checado\nage_days: {one: \"{n} dia\", other: \"dias\"}",
    good: "all_checks: Tudo o que foi checado\nage_days: {one: \"{n} dia\", other: \"{n} dias\"}",
    fixed: false,
};

/// Reports braces that can't be read.
pub(in crate::words) fn braces(place: Place, why: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("this text can't be filled in: {why}"))
        .help("write what is filled in as `{name}`, and a brace that is meant as `{{`")
}

/// Reports a plural form that the language does not have.
pub(in crate::words) fn form(place: Place, name: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{name}` is no plural form of this language"))
        .help(format!("its forms are {}", list(known.iter().copied())))
}

/// Reports a word without the form that goes with all numbers.
pub(in crate::words) fn no_other(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "the plural form `other` is missing")
        .help("add `other`: it is said where no other form fits")
}

/// Reports a word that nothing asks for.
pub(in crate::words) fn unknown<'a>(
    place: Place,
    name: &str,
    known: impl Iterator<Item = &'a String>,
) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, format!("no page asks for the word `{name}`"));
    let found = match nearest(name, known.map(String::as_str)) {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None => found,
    };
    found.help(
        "a word for a template of your own is asked for there as `words.NAME`, and must be in \
         templates/words/en.yaml",
    )
}

/// Reports other names in braces than English has.
pub(in crate::words) fn names(
    place: Place,
    name: &str,
    own: &[String],
    wanted: &[String],
) -> Diagnostic {
    let braced = |names: &[String]| {
        let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
        if braced.is_empty() {
            "nothing".to_owned()
        } else {
            list(braced.iter().map(String::as_str))
        }
    };
    Diagnostic::new(
        &RULE,
        place,
        format!("into the word `{name}` other things are filled than the page gives"),
    )
    .label(format!("this fills in {}", braced(own)))
    .help(format!("fill in {}", braced(wanted)))
}

/// Reports a file that is not named after a language.
pub(in crate::words) fn no_language(place: Place, tag: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{tag}` is not a language tag"))
        .help("name the file after its language: `pt.yaml`, `es-MX.yaml`")
}

/// Reports a file that is no text.
pub(in crate::words) fn encoding(place: Place, tag: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the words of `{tag}` are not in UTF-8"))
        .help("save the file in the encoding UTF-8")
}
