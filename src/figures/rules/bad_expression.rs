//! Expressions that can't be computed.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::compute::Work;
use crate::figures::measure::{Fault, Side};
use crate::figures::rules::unit_mismatch;
use crate::figures::tokens::BadForm;
use crate::input::{InputFile, KeyPath};
use crate::number::NoNumber;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-expression",
    level: Level::Deny,
    summary: "a sum can't be computed as it is written",
    reason: "An expression has numbers, names of quantities and sums, the signs + - * / and \
             brackets. Names may hold hyphens, so write spaces around a minus.",
    bad: "of: pledge * cpi-2032 / cpi-1961",
    good: "of: pledge * cpi-2023 / cpi-1961",
    fixed: true,
};

/// Reports an expression that has not the form of one.
pub fn form(file: &Arc<InputFile>, path: &KeyPath, text: &str, bad: &BadForm) -> Diagnostic {
    let whole = Place::value(file, path.clone());
    let place = within(&whole, text, bad).unwrap_or(whole);
    let found = Diagnostic::new(&RULE, place, bad.message.clone());
    match &bad.help {
        Some(help) => found.help(help.clone()),
        None => found,
    }
}

/// The place of a part of an expression, where it stands in the file letter by letter.
fn within(whole: &Place, text: &str, bad: &BadForm) -> Option<Place> {
    let range = whole.range();
    let written = whole.file.text.get(range.clone())?;
    let start = range.start + written.find(text)?;
    // Long messages about all of it show its start.
    let length = (bad.range.end - bad.range.start).min(200);
    let from = start + bad.range.start;
    Some(Place::bytes(&whole.file, from..from + length))
}

/// Reports sums that rest on themselves.
pub fn circle(place: Place, ids: &[&str]) -> Diagnostic {
    let message = match ids {
        [only] => format!("the sum `{only}` rests on itself"),
        ids => {
            let way: Vec<String> =
                ids.iter().take(6).chain(ids.first()).map(|id| format!("`{id}`")).collect();
            format!("these sums rest on one another: {}", way.join(", "))
        }
    };
    Diagnostic::new(&RULE, place, message)
        .help("a sum is built of quantities and of sums that do not need it")
}

/// Reports what the arithmetic refuses.
pub fn fault(work: &Work<'_>, path: &KeyPath, fault: &Fault) -> Diagnostic {
    let place = work.at(path);
    match fault {
        Fault::Number(NoNumber::DividedByZero) => {
            Diagnostic::new(&RULE, place, "this sum divides by zero")
        }
        Fault::Number(no) => Diagnostic::new(&RULE, place, no.to_string()),
        Fault::Days => {
            Diagnostic::new(&RULE, place, "days of the calendar can't be reckoned with like this")
                .help("subtract one day from another, or add days to a day")
        }
        Fault::Powers => {
            Diagnostic::new(&RULE, place, "a unit is multiplied by itself more than 100 times here")
                .help("look whether the sum is meant like this; a sum counts persons or money, not their powers")
        }
        Fault::Mixed(sides) => mixed(work, place, sides),
    }
}

fn mixed(work: &Work<'_>, place: Place, sides: &[Side; 2]) -> Diagnostic {
    let [one, other] = sides;
    unit_mismatch::mixed(place, one, other, |name| work.named(name))
}
