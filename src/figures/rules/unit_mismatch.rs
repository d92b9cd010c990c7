//! Units that do not go together.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::compute::Work;
use crate::figures::declared::{Declared, NoUnit};
use crate::figures::measure::{Measure, Side};
use crate::figures::{Base, Kind, Number, Unit, Year};
use crate::input::KeyPath;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unit-mismatch",
    level: Level::Deny,
    summary: "units do not go together",
    reason: "Dollars of 1961 and dollars of 2023 are as different as persons and percent. What is \
             added or subtracted must count the same, and the result must count what `unit:` and \
             `shown:` say. A number times a price index of one year, divided by that of another, \
             moves money from one year to the other; a ratio times 100 is percent.",
    bad: "all: {of: pledge-of-1961 + request-of-2023}",
    good: "all: {of: pledge-of-1961 * cpi-2023 / cpi-1961 + request-of-2023}",
    fixed: true,
};

/// Reports a unit that can't be read.
pub fn no_unit(place: Place, no: &NoUnit) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, no.message.clone());
    match &no.meant {
        Some(unit) => found.help(format!("did you mean `{unit}`?")),
        None => found.help("a unit is what is counted: `USD`, `million USD of 1961`, `persons`, `percent`, `days`, `index`"),
    }
}

/// Reports a share that is said to be something else than percent.
pub fn share(place: Place, unit: &Unit) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("a share is in percent, not in {}", in_words(unit)))
        .help("write `unit: percent`, or leave the unit out")
}

/// Reports two that can't be added. `place_of` gives the place of a figure.
pub fn mixed(
    place: Place,
    one: &Side,
    other: &Side,
    place_of: impl Fn(&str) -> Option<Place>,
) -> Diagnostic {
    let told = |side: &Side| match &side.name {
        Some(name) => format!("`{name}`, which counts {}", side.unit),
        None => side.unit.clone(),
    };
    let message = format!("this adds or subtracts {} and {}", told(one), told(other));
    let mut found = Diagnostic::new(&RULE, place, message);
    for side in [one, other] {
        if let Some(place) = side.name.as_deref().and_then(&place_of) {
            found = found.related(place, format!("counts {}", side.unit));
        }
    }
    let money =
        |side: &Side| side.unit.split(' ').next().filter(|code| code.len() == 3).map(str::to_owned);
    if one.unit.contains(" of ") && money(one).is_some() && money(one) == money(other) {
        return found.help("bring both to one year with a price index, or give them the unit `USD of the time` where a total in money of the time is meant");
    }
    if one.unit == "a plain number" || other.unit == "a plain number" {
        return found.help("a plain number counts nothing; make a quantity of it, with a unit");
    }
    found.help("give both the same unit, if they count the same; else they can't be added")
}

/// Reports a result that is not what is declared.
pub fn sum(
    work: &Work<'_>,
    path: &KeyPath,
    measure: &Measure,
    declared: Option<&Declared>,
) -> Diagnostic {
    let Some(declared) = declared else {
        let unit = measure.unit.with_bare_as_index();
        let (one, other) = unit
            .two_years()
            .map_or_else(Default::default, |(one, other)| (one.to_string(), other.to_string()));
        let message = format!("this divides {one} by {other}");
        return Diagnostic::new(&RULE, work.at(&path.key("of")), message)
            .help("bring both to one year with a price index");
    };
    let is = match &measure.number {
        Number::Day(_) => "a day of the calendar".to_owned(),
        Number::Exact(_) => in_words(&measure.unit.with_bare_as_index()),
    };
    let due = in_words(&declared.unit);
    let place = work.at(&path.key("unit"));
    let found =
        Diagnostic::new(&RULE, place, format!("`unit` says {due}, but the sum counts {is}"));
    let plain = measure.unit.without_bare();
    if declared.unit.is_percent() && plain.is_plain() {
        return found.help("a ratio times 100 is percent: multiply by 100 in the sum");
    }
    if plain.percents() > 0 && !declared.unit.is_percent() {
        return found.help("a percent is a hundredth: divide by 100 in the sum");
    }
    match (declared.unit.money(), plain.money()) {
        (Some((code, Year::Of(to))), Some((other, Year::Of(from))))
            if code == other && from != to =>
        {
            let found = found.help(format!(
                "to bring {code} of {from} to {to}, multiply by the price index of {to} and divide by that of {from}"
            ));
            if plain.single().is_none() {
                return found;
            }
            found.help(format!(
                "a bare number is not known as a price index; make two quantities of them, such as \
                 `cpi-{to}: {{value: …, unit: index, on: {to}}}`"
            ))
        }
        (Some((code, Year::Of(_))), Some((other, Year::Unsaid))) if code == other => {
            found.help("say of which year the money is: `on:` with its year at the quantity")
        }
        _ => {
            found.help(format!("write `unit: {}`, or mend the sum", plain_or_ratio(&measure.unit)))
        }
    }
}

fn plain_or_ratio(unit: &Unit) -> String {
    match unit.with_bare_as_index() {
        unit if unit.is_plain() => "ratio".to_owned(),
        unit => unit.to_string(),
    }
}

/// Reports that `shown` says it counts something else.
pub fn shown(place: Place, says: &str, unit: &Unit, kind: Kind) -> Diagnostic {
    let kind = kind.word();
    let message =
        format!("`shown` counts {says}, but the {kind} counts {}", in_words(&unit.without_bare()));
    let found = Diagnostic::new(&RULE, place, message);
    found.help("write what it counts, or mend `unit:`")
}

fn in_words(unit: &Unit) -> String {
    match unit {
        unit if unit.is_plain() => "nothing, being a plain number".to_owned(),
        unit if unit.single().is_some_and(Base::is_index) => "a price index".to_owned(),
        unit => unit.to_string(),
    }
}
