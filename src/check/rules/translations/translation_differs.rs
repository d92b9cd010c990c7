//! Translations that say something else than their originals.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "translation-differs",
    level: Level::Deny,
    summary: "a translation says another number, date or verdict than its original",
    reason: "A number that slipped in translation is a new statement that nobody checked. In `quote`, \
             `claim`, `finding`, `explanation`, `would_change`, notes and the article's text the numbers in digits \
             and the dates are compared by value, so that `$20 billion` and `20.000 millones de dólares` are the same; \
             a number that one language writes in words is no difference. Numbers put in by name, such \
             as `{{sum:x}}`, are to be the same, and `verdict`, `said`, `checked` and all else that is no \
             text is the original's: where the translation repeats it, it must be equal. Numbers are \
             compared between English and Spanish.",
    bad: "finding: The pledge was $20 billion.              (claims.yaml)\nfinding: La promesa fue de 20 millones de dólares.  (claims.es.yaml)",
    good: "finding: La promesa fue de 20.000 millones de dólares.",
    fixed: false,
};

/// Reports a difference at a place of the translation, whose original stands at another.
pub(super) fn report(place: Place, original: Place, message: String) -> Diagnostic {
    Diagnostic::new(&RULE, place, message).related(original, "the original")
}
