//! Numbers that prose shows otherwise than they were computed.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::shown::{Difference, ShownFault};
use crate::figures::{Number, Value};
use crate::number::{self, Bound, Rounding};

/// The rule.
pub static RULE: Rule = Rule {
    name: "shown-mismatch",
    level: Level::Deny,
    summary: "`shown` is not the number that was computed",
    reason: "`shown` is what readers see. It must be the number itself, rounded as `round:` says \
             or, without it, to as many digits as are shown. Ties are rounded away from zero \
             (half up). `about` does not make another number right; after it, zeros at the end of \
             a number in digits may stand for rounding.",
    bad: "pledge-2023: {of: …, round: 3 significant, shown: about $205 billion}     # the sum is 203.8 billion",
    good: "pledge-2023: {of: …, round: 3 significant, shown: about $204 billion}",
    fixed: true,
};

/// Reports the difference, with both numbers and what `shown` would have to say.
pub fn report(
    place: Place,
    value: &Value,
    rounding: Option<Rounding>,
    fault: &ShownFault,
    language: &str,
) -> Diagnostic {
    let kind = value.kind.word();
    let exact = match &value.number {
        Number::Exact(exact) => exact,
        Number::Day(day) => {
            let day = number::write_day(*day, language);
            return Diagnostic::new(
                &RULE,
                place,
                format!("`shown` is another day: the {kind} is {day}"),
            )
            .help(format!("write `shown: {day}`"));
        }
    };
    let ShownFault::Number(found) = fault else {
        return Diagnostic::new(&RULE, place, "`shown` is another number");
    };
    let Difference { says, due, factor, side } = &**found;
    let digits = |number: &number::Exact| number::write_digits(number, language);
    let rounded = match (rounding, value.rounded.exact()) {
        (Some(rounding), Some(rounded)) => {
            format!(", rounded to {} {}", rounding.words(), digits(rounded))
        }
        _ => String::new(),
    };
    let unit = match value.unit.without_bare() {
        unit if unit.is_plain() => String::new(),
        unit => format!(" {unit}"),
    };
    let beside = match side {
        None => "",
        Some(Bound::Above) => "more than ",
        Some(Bound::AtLeast) => "at least ",
        Some(Bound::Below) => "less than ",
        Some(Bound::AtMost) => "at most ",
    };
    let found = Diagnostic::new(
        &RULE,
        place,
        format!(
            "`shown` says {beside}{}, but the {kind} is {}{unit}{rounded}",
            digits(says),
            digits(exact)
        ),
    );
    let found = match &value.working {
        Some(working) => found.note(working.note(language)),
        None => found,
    };
    let found = match factor {
        Some(factor) if *factor == 100.into() => {
            found.help("the result is a hundredth of it: for percent multiply by 100 in the sum")
        }
        Some(factor) if factor.times(&100.into()) == Ok(1.into()) => found
            .help("the result is a hundred times it: is the sum multiplied by 100 once too often?"),
        Some(factor) => found.help(format!(
            "the result times {} agrees: look at the unit and at million, billion and the like",
            digits(factor)
        )),
        None => found,
    };
    match due {
        Some(due) if factor.is_none() && side.is_none() => {
            found.help(format!("write `shown: {due}`, or mend what it is computed from"))
        }
        _ if side.is_some() => found.help("choose another word or number, or leave the word out"),
        _ => found,
    }
}
