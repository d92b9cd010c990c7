//! What a number counts, and how units go together.

use std::collections::BTreeMap;
use std::fmt;

/// A unit: what is counted, each with its power. `USD of 2023` has one base with power 1, dollars
/// per person have two, a plain number has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit(BTreeMap<Base, i32>);

/// One thing that is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// Money of a currency (its code) at the prices of a year.
    Money(String, Year),
    /// Persons, days, encounters: by the word that was given.
    Counted(String),
    /// Percent, and points of percent.
    Percent,
    /// A price index of a year.
    Index(Option<i16>),
    /// A number without a unit that holds for a year.
    Bare(i16),
}

/// The year of whose prices an amount of money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// Nobody said.
    Unsaid,
    /// Money of the time: a total over several years that was not brought to one year's prices.
    OfTheTime,
    /// This year.
    Of(i16),
}

impl Unit {
    /// The unit of one base.
    pub fn of(base: Base) -> Self {
        Self(BTreeMap::from([(base, 1)]))
    }

    /// Whether it is a plain number.
    pub fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// The one thing it counts, where it counts one thing alone.
    pub fn single(&self) -> Option<&Base> {
        match self.0.first_key_value() {
            Some((base, 1)) if self.0.len() == 1 => Some(base),
            _ => None,
        }
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(code, Year::Unsaid) => f.write_str(code),
            Self::Money(code, Year::OfTheTime) => write!(f, "{code} of the time"),
            Self::Money(code, Year::Of(year)) => write!(f, "{code} of {year}"),
            Self::Counted(noun) => f.write_str(noun),
            Self::Percent => f.write_str("percent"),
            Self::Index(None) => f.write_str("index"),
            Self::Index(Some(year)) => write!(f, "index of {year}"),
            Self::Bare(year) => write!(f, "number of {year}"),
        }
    }
}

impl fmt::Display for Unit {
    /// As in figures.yaml: `USD of 2023`, `USD of 2023 per person`; nothing for a plain number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, above: bool| -> fmt::Result {
            let mut first = true;
            for (base, power) in self.0.iter().filter(|(_, power)| (**power > 0) == above) {
                if !first {
                    f.write_str(" × ")?;
                }
                first = false;
                write!(f, "{base}")?;
                if power.abs() > 1 {
                    write!(f, "^{}", power.abs())?;
                }
            }
            Ok(())
        };
        write(f, true)?;
        if self.0.values().any(|power| *power < 0) {
            if self.0.values().any(|power| *power > 0) {
                f.write_str(" ")?;
            }
            f.write_str("per ")?;
            write(f, false)?;
        }
        Ok(())
    }
}
