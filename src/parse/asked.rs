//! Holds `asked` and `reservations` to their form.

use super::Findings;
use super::rules::{missing_field, unknown_field};
use super::texts::whole;
use crate::diagnostic::Place;
use crate::input::KeyPath;
use crate::model::{Asked, Reservations};

/// Reports what is missing of `asked`, which stands at `path` of the entry `owner`: the day and the
/// answer, or else the reason why nobody was asked.
pub fn complete(
    asked: &Asked,
    path: &KeyPath,
    at: &dyn Fn(KeyPath) -> Place,
    owner: &str,
    findings: &mut Findings,
) {
    let mut missing = |name: &str| {
        findings.diagnostics.push(missing_field::report(at(path.key(name)), name, owner));
    };
    let blank = |text: &Option<String>| text.as_ref().is_some_and(|text| text.trim().is_empty());
    match asked {
        Asked { not: Some(_), on, answer } if on.is_some() || answer.is_some() => {
            let other = if on.is_some() { "on" } else { "answer" };
            findings.diagnostics.push(unknown_field::beside(at(path.key("not")), "not", other));
        }
        Asked { not: Some(_), .. } if blank(&asked.not) => missing("not"),
        Asked { not: Some(_), .. } => {}
        Asked { on: None, .. } => missing("on"),
        Asked { answer, .. } if answer.is_none() || blank(answer) => missing("answer"),
        Asked { .. } => {}
    }
    whole(asked.on, &at(path.key("on")), findings);
}

/// Reports reasons that are blank.
pub fn worded(
    reservations: &Reservations,
    path: &KeyPath,
    at: &dyn Fn(KeyPath) -> Place,
    owner: &str,
    findings: &mut Findings,
) {
    for (key, _) in reservations.given().filter(|(_, reason)| reason.trim().is_empty()) {
        findings.diagnostics.push(missing_field::report(at(path.key(key)), key, owner));
    }
}
