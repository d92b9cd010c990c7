//! Whether the number that prose shows is the number that was computed.

use super::declared::Declared;
use super::unit::{Base, Unit, Year};
use super::{Number, Value};
use crate::number::{self, Bound, Exact, NumberError, Rounding, Written, WrittenUnit};

/// What is wrong with `shown`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownFault {
    /// No number can be read in it.
    Unreadable(NumberError),
    /// No day can be read in it.
    NoDay,
    /// It counts something else: what it says it counts.
    Unit(String),
    /// It says another number.
    Number(Box<Difference>),
    /// It says another day.
    Day,
}

/// How `shown` and the number differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What `shown` says.
    pub says: Exact,
    /// What it would have to say; none where that can't be written in its way.
    pub due: Option<String>,
    /// How often the one is the other, where only the unit of counting differs: 100 where the result
    /// is to be multiplied by a hundred.
    pub factor: Option<Exact>,
    /// On which side of it the number would have to be.
    pub side: Option<Bound>,
}

/// Compares. `exact` is the number before rounding, `declared` gives the scale of bare numbers.
pub fn compare(
    shown: &str,
    language: &str,
    value: &Value,
    rounding: Option<Rounding>,
    declared: &Declared,
) -> Result<(), ShownFault> {
    let exact = match &value.number {
        Number::Exact(exact) => exact,
        Number::Day(day) => {
            return match number::read_day(shown, language) {
                Some(written) if written.is(*day) => Ok(()),
                Some(_) => Err(ShownFault::Day),
                None => Err(ShownFault::NoDay),
            };
        }
    };
    let written = number::read(shown, language).map_err(ShownFault::Unreadable)?;
    same_unit(&written, &value.unit)?;
    let written = in_base_unit(written, &value.unit, declared.scale)
        .map_err(|_| ShownFault::Unreadable(NumberError::TooLarge))?;
    let rounded = rounding.and_then(|_| value.rounded.exact());
    if agrees(&written, exact, rounded) {
        return Ok(());
    }
    let target = |number: &Exact| match rounded {
        Some(rounded) => Some(rounded.clone()),
        None => as_rounded(&written, number).into_iter().next(),
    };
    let due = target(exact).and_then(|due| {
        // In the unit that `shown` counts in.
        let factor = written.amount.divided_by(&number::read(shown, language).ok()?.amount).ok()?;
        let due = due.divided_by(&factor).ok()?;
        number::replace(shown, &number::read(shown, language).ok()?, &due, language)
    });
    let side = written.qualifier.bound.filter(|bound| !is_beside(exact, *bound, &written.amount));
    let factor = [100, 1000, 1_000_000, 1_000_000_000].into_iter().find_map(|factor| {
        let factor = Exact::from(factor);
        let inverse = Exact::one().divided_by(&factor).ok()?;
        [factor, inverse].into_iter().find(|factor| {
            exact
                .times(factor)
                .is_ok_and(|scaled| as_rounded(&written, &scaled).contains(&written.amount))
        })
    });
    Err(ShownFault::Number(Box::new(Difference { says: written.amount, due, factor, side })))
}

/// The number with `shown`'s own scale, brought to the unit itself.
fn in_base_unit(
    mut written: Written,
    unit: &Unit,
    scale: i32,
) -> Result<Written, number::NoNumber> {
    // A bare number counts in the unit that was declared: millions of dollars.
    let factor = if scale != 0 && written.unit.is_none() && !written.is_scaled {
        Exact::power_of_ten(scale)
    } else if unit.is_percent() && written.place.is_none() && written.unit.is_none() {
        // Two thirds are 66.7 percent.
        Exact::from(100)
    } else {
        return Ok(written);
    };
    written.amount = written.amount.times(&factor)?;
    written.place = match &written.place {
        Some(place) => Some(place.times(&factor)?),
        None => None,
    };
    Ok(written)
}

/// Whether what was written is the number, rounded as it was written.
fn agrees(written: &Written, exact: &Exact, rounded: Option<&Exact>) -> bool {
    let qualifier = written.qualifier;
    let beside = qualifier.bound.is_none_or(|bound| is_beside(exact, bound, &written.amount));
    if !beside {
        return false;
    }
    // More than 200,000 needs to be no more than true.
    if qualifier.bound.is_some() && !qualifier.approximate {
        return true;
    }
    match rounded {
        Some(rounded) => written.amount == *rounded,
        None => as_rounded(written, exact).contains(&written.amount),
    }
}

fn is_beside(exact: &Exact, bound: Bound, amount: &Exact) -> bool {
    match bound {
        Bound::Above => exact > amount,
        Bound::AtLeast => exact >= amount,
        Bound::Below => exact < amount,
        Bound::AtMost => exact <= amount,
    }
}

/// What a number may be written as with the digits that were written: rounded at the last digit; of
/// 266,000 after `about` also at the zeros, which may only hold places.
fn as_rounded(written: &Written, exact: &Exact) -> Vec<Exact> {
    let Some(place) = &written.place else {
        // A fraction in words: exact, or nearer to it than a hundredth.
        if !written.qualifier.approximate {
            return vec![exact.clone()];
        }
        let coarse = Rounding::Significant(2);
        let near = coarse.of(exact) == coarse.of(&written.amount);
        return vec![if near { written.amount.clone() } else { exact.clone() }];
    };
    let zeros = if written.qualifier.approximate { written.loose_zeros } else { 0 };
    (0..=zeros)
        .filter_map(|zeros| {
            let step = place.times(&Exact::power_of_ten(zeros)).ok()?;
            exact.divided_by(&step).ok()?.rounded_at(0).times(&step).ok()
        })
        .collect()
}

/// Whether `shown` counts what the figure counts, where it says so.
fn same_unit(written: &Written, unit: &Unit) -> Result<(), ShownFault> {
    let differs = |says: &str| Err(ShownFault::Unit(says.to_owned()));
    if let (Some(year), Some((code, Year::Of(own)))) = (written.year, unit.money())
        && year != own
    {
        return differs(&format!("{code} of {year}"));
    }
    match &written.unit {
        None => Ok(()),
        // Nothing was said of what is counted, so nothing is contradicted.
        _ if unit.without_bare().is_plain() => Ok(()),
        Some(WrittenUnit::Percent) if unit.is_percent() => Ok(()),
        Some(WrittenUnit::Percent) => differs("percent"),
        Some(WrittenUnit::Currency(currency)) => match unit.money() {
            Some((code, _)) if currency.codes.contains(&code) => Ok(()),
            _ => differs(&currency.written),
        },
        Some(WrittenUnit::Noun(noun)) => match unit.single() {
            None | Some(Base::Bare(_) | Base::Index(_)) => Ok(()),
            Some(Base::Counted(own)) => {
                // Migrants are persons, and so are most who are counted.
                let fits = noun.split(' ').any(|word| own.is(word))
                    || own.0.contains(noun.as_str())
                    || noun.contains(&own.0)
                    || (own.is("persons") && !is_time(noun));
                if fits { Ok(()) } else { differs(noun) }
            }
            Some(Base::Money(..) | Base::Percent) => differs(noun),
        },
    }
}

fn is_time(noun: &str) -> bool {
    let word = noun.split(' ').next().unwrap_or_default();
    matches!(
        word,
        "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "hour"
            | "hours"
            | "día"
            | "días"
            | "semana"
            | "semanas"
            | "mes"
            | "meses"
            | "año"
            | "años"
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::Kind;
    use super::*;

    /// Compares a number of a unit, rounded or not, with a text.
    fn told(number: &str, unit: &str, round: &str, shown: &str, language: &str) -> String {
        let declared = if unit.is_empty() {
            Declared::none(None)
        } else {
            Declared::parse(unit, None).unwrap()
        };
        let exact =
            Exact::parse(number).unwrap().times(&Exact::power_of_ten(declared.scale)).unwrap();
        let rounding = Rounding::parse(round);
        let rounded = rounding.map_or(exact.clone(), |rounding| rounding.of(&exact));
        let value = Value {
            number: Number::Exact(exact),
            rounded: Number::Exact(rounded),
            unit: declared.unit.clone(),
            scale: declared.scale,
            ..Value::new(Kind::Sum)
        };
        match compare(shown, language, &value, rounding, &declared) {
            Ok(()) => "agrees".to_owned(),
            Err(ShownFault::Number(found)) => format!(
                "{}{}{}",
                found.due.unwrap_or_else(|| "other".to_owned()),
                found.factor.map_or_else(String::new, |factor| format!(" times {factor}")),
                found.side.map_or_else(String::new, |side| format!(" {side:?}")),
            ),
            Err(ShownFault::Unit(unit)) => format!("counts {unit}"),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn what_is_shown_is_the_rounded_number() {
        let pledge = "203814046822.74";
        for (number, unit, round, shown, result) in [
            (pledge, "USD of 2023", "3 significant", "about $204 billion", "agrees"),
            (pledge, "USD of 2023", "3 significant", "$204 billion", "agrees"),
            (pledge, "USD of 2023", "3 significant", "about $205 billion", "about $204 billion"),
            (pledge, "USD of 2023", "3 significant", "about $203 billion", "about $204 billion"),
            (pledge, "USD of 2023", "3 significant", "about $200 billion", "about $204 billion"),
            (
                pledge,
                "USD of 2023",
                "3 significant",
                "about $203.8 billion",
                "about $204.0 billion",
            ),
            (pledge, "USD of 2023", "", "about $203.8 billion", "agrees"),
            (pledge, "USD of 2023", "", "about $204 billion", "agrees"),
            (pledge, "USD of 2023", "", "about $200 billion", "about $204 billion"),
            (pledge, "USD of 2023", "", "about $204 million", "about $203,814 million times 0.001"),
            (pledge, "USD of 2023", "", "€204 billion", "counts €"),
            (pledge, "USD of 2023", "", "about 204 billion", "agrees"),
            (pledge, "USD of 2023", "", "about $204 billion in 2022 dollars", "counts USD of 2022"),
            (pledge, "USD of 2023", "", "about $204 billion in 2023 dollars", "agrees"),
            (pledge, "USD of 2023", "", "more than $200 billion", "agrees"),
            (pledge, "USD of 2023", "", "more than $204 billion", "more than $204 billion Above"),
            (pledge, "USD of 2023", "", "nearly $204 billion", "agrees"),
            (pledge, "USD of 2023", "", "nearly $203 billion", "nearly $204 billion Below"),
            (pledge, "USD of 2023", "", "less than $210 billion", "agrees"),
            ("266071", "encounters", "", "266,071", "agrees"),
            ("266071", "encounters", "", "266,071 encounters with Venezuelans", "agrees"),
            ("266071", "encounters", "", "266,071 people", "counts people"),
            ("266071", "encounters", "", "266,000", "266,071"),
            ("266071", "encounters", "", "about 266,000", "agrees"),
            ("266071", "encounters", "", "about 270,000", "agrees"),
            ("266071", "encounters", "", "about 267,000", "about 266,071"),
            ("32", "persons", "", "32 migrants", "agrees"),
            ("32", "persons", "", "thirty-two", "agrees"),
            ("32", "persons", "", "32 days", "counts days"),
            ("33", "persons", "", "thirty-two", "other"),
            ("32", "", "", "32 migrants", "agrees"),
            ("32", "", "", "32%", "agrees"),
            ("10.7475", "percent", "3 significant", "10.7 percent", "agrees"),
            ("10.7475", "percent", "3 significant", "10.8 percent", "10.7 percent"),
            ("0.107475", "percent", "", "10.7 percent", "0.1 percent times 100"),
            ("66.7", "percent", "", "about two thirds", "agrees"),
            ("70", "percent", "", "about two thirds", "other"),
            ("50", "percent", "", "half", "agrees"),
            ("2.5", "", "whole", "3", "agrees"),
            ("-2.5", "", "whole", "-3", "agrees"),
            ("2.5", "", "", "3", "agrees"),
            ("8230.035", "million USD", "5 significant", "$8,230.0 million", "agrees"),
            ("8230.035", "million USD", "", "8,230.0", "agrees"),
            ("8230.035", "million USD", "", "$8,230", "$8,230,035,000 times 0.000001"),
            ("8230.035", "million USD", "5 significant", "$8.23 billion", "agrees"),
        ] {
            assert_eq!(
                told(number, unit, round, shown, "en"),
                result,
                "{number} {unit} {round} {shown}"
            );
        }
        for (number, unit, shown, language, result) in [
            ("10.7475", "percent", "10,7 %", "es", "agrees"),
            ("10.7475", "percent", "10.7 %", "es-MX", "agrees"),
            ("10.7475", "percent", "10,8 %", "es", "10,7 %"),
            ("20e9", "USD", "20 mil millones de dólares", "es", "agrees"),
            ("20e9", "USD", "20 billones de dólares", "es", "0 billones de dólares times 1000"),
            ("1e12", "EUR", "un billón de euros", "es", "agrees"),
            ("266071", "encuentros", "266.071 encuentros", "es", "agrees"),
        ] {
            assert_eq!(told(number, unit, "", shown, language), result, "{shown}");
        }
    }
}
