//! Words that a language does not have yet.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest::list;

/// The rule.
pub static RULE: Rule = Rule {
    name: "words-missing",
    level: Level::Warn,
    summary: "a language in `templates/words/` lacks words, which readers get in English",
    reason: "A page should speak one language. A new version of factpress may bring new words; those \
             that a language of the site's own lacks are in English until they are added.",
    bad: "all_checks: Tudo o que foi checado          (templates/words/pt.yaml, and nothing else)",
    good: "all_checks: Tudo o que foi checado\ncorrections: Correções          (… and all the others)",
    fixed: false,
};

/// Most words that are named.
const NAMED: usize = 20;

/// Reports the words that a language lacks.
pub(in crate::words) fn report(place: Place, tag: &str, missing: &[&str]) -> Diagnostic {
    let (words, are) = if missing.len() == 1 { ("word", "is") } else { ("words", "are") };
    let found = Diagnostic::new(
        &RULE,
        place,
        format!("{} {words} of `{tag}` {are} missing, and will be in English", missing.len()),
    );
    let named = list(missing.iter().take(NAMED).copied());
    let more = match missing.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    found.help(format!(
        "add {named}{more}; templates/words/en.yaml of factpress has the English ones"
    ))
}
