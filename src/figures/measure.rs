//! Numbers with their units, and arithmetic over both.

use jiff::Span;
use jiff::civil::Date;

use super::Number;
use super::unit::Unit;
use crate::number::{Exact, NoNumber};

/// A number while it is reckoned with.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The number.
    pub number: Number,
    /// What it counts.
    pub unit: Unit,
    /// Whether it comes from numbers in the expression alone, which have no unit.
    pub literal: bool,
    /// How often a written `100` multiplied it: a ratio times 100 is percent.
    pub hundreds: i32,
    /// Its name, where it is one figure.
    pub name: Option<String>,
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The number itself.
    Number(NoNumber),
    /// Two that count different things were added or subtracted.
    Mixed(Box<[Side; 2]>),
    /// Something else than counting days was done with a day.
    Days,
    /// A unit was multiplied or divided by itself too often.
    Powers,
}

/// One side of what can't be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it counts, in words.
    pub unit: String,
    /// Its name, where it is one figure.
    pub name: Option<String>,
}

impl From<NoNumber> for Fault {
    fn from(no: NoNumber) -> Self {
        Self::Number(no)
    }
}

impl Measure {
    /// A number as it stands in an expression.
    pub fn literal(number: Exact) -> Self {
        let hundreds = i32::from(number == Exact::from(100));
        Self {
            number: Number::Exact(number),
            unit: Unit::default(),
            literal: true,
            hundreds,
            name: None,
        }
    }

    /// A figure.
    pub fn named(number: Number, unit: Unit, name: &str) -> Self {
        Self { number, unit, literal: false, hundreds: 0, name: Some(name.to_owned()) }
    }

    /// The sum, or the difference.
    pub fn plus(&self, other: &Self, negative: bool) -> Result<Self, Fault> {
        let (one, two) = match (&self.number, &other.number) {
            (Number::Exact(one), Number::Exact(two)) => (one, two),
            (Number::Day(one), Number::Day(two)) if negative => {
                return days_between(*two, *one).map(|days| Self {
                    number: Number::Exact(days),
                    unit: Unit::days(),
                    literal: false,
                    hundreds: 0,
                    name: None,
                });
            }
            (Number::Day(day), Number::Exact(count)) if other.is_days() => {
                let count = if negative { count.negated() } else { count.clone() };
                return later(*day, &count).map(Self::day);
            }
            (Number::Exact(count), Number::Day(day)) if self.is_days() && !negative => {
                return later(*day, count).map(Self::day);
            }
            _ => return Err(self.mixed(other)),
        };
        let number = if negative { one.minus(two)? } else { one.plus(two)? };
        let Some(unit) = self.unit.adds_to(&other.unit) else {
            return Err(self.mixed(other));
        };
        let hundreds = match (self.literal, other.literal) {
            (true, false) => other.hundreds,
            (false, true) => self.hundreds,
            _ if self.hundreds == other.hundreds => self.hundreds,
            _ => 0,
        };
        let literal = self.literal && other.literal;
        Ok(Self { number: Number::Exact(number), unit, literal, hundreds, name: None })
    }

    fn day(day: Date) -> Self {
        Self {
            number: Number::Day(day),
            unit: Unit::default(),
            literal: false,
            hundreds: 0,
            name: None,
        }
    }

    fn is_days(&self) -> bool {
        self.unit == Unit::days()
    }

    fn mixed(&self, other: &Self) -> Fault {
        Fault::Mixed(Box::new([self.side(), other.side()]))
    }

    fn side(&self) -> Side {
        let unit = match (&self.number, self.unit.without_bare()) {
            (Number::Day(_), _) => "a day of the calendar".to_owned(),
            (_, unit) if unit.is_plain() => "a plain number".to_owned(),
            (_, unit) => unit.to_string(),
        };
        Side { unit, name: self.name.clone() }
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Result<Self, Fault> {
        let (Number::Exact(one), Number::Exact(two)) = (&self.number, &other.number) else {
            return Err(Fault::Days);
        };
        let number = Number::Exact(one.times(two)?);
        Self {
            number,
            unit: self.unit.times(&other.unit, 1),
            literal: self.literal && other.literal,
            hundreds: self.hundreds.saturating_add(other.hundreds),
            name: None,
        }
        .settled()
    }

    /// The quotient.
    pub fn divided_by(&self, other: &Self) -> Result<Self, Fault> {
        let (Number::Exact(one), Number::Exact(two)) = (&self.number, &other.number) else {
            return Err(Fault::Days);
        };
        let number = Number::Exact(one.divided_by(two)?);
        Self {
            number,
            unit: self.unit.times(&other.unit, -1),
            literal: self.literal && other.literal,
            hundreds: self.hundreds.saturating_sub(other.hundreds),
            name: None,
        }
        .settled()
    }

    /// The number with the other sign.
    pub fn negated(self) -> Result<Self, Fault> {
        match &self.number {
            Number::Exact(number) => {
                Ok(Self { number: Number::Exact(number.negated()), name: None, ..self })
            }
            Number::Day(_) => Err(Fault::Days),
        }
    }

    /// Percent divided by a hundred is a plain factor.
    fn settled(mut self) -> Result<Self, Fault> {
        while self.unit.percents() > 0 && self.hundreds < 0 {
            self.unit = self.unit.times(&Unit::percent(), -1);
            self.hundreds += 1;
        }
        if self.unit.is_too_high() { Err(Fault::Powers) } else { Ok(self) }
    }
}

/// The days from one day to another.
fn days_between(from: Date, to: Date) -> Result<Exact, Fault> {
    let span = from.until(to).map_err(|_| NoNumber::TooLarge)?;
    Ok(Exact::from(i64::from(span.get_days())))
}

fn later(day: Date, count: &Exact) -> Result<Date, Fault> {
    let count = count.whole().ok_or(Fault::Days)?;
    let span = Span::new().try_days(count).map_err(|_| NoNumber::TooLarge)?;
    day.checked_add(span).map_err(|_| Fault::Number(NoNumber::TooLarge))
}
