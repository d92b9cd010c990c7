//! Computes the figures of an article: quantities, sums over them, and how prose shows them.
//!
//! The stage stands between parse and check. [`compute`] takes an article and gives [`Computed`],
//! with a finding for everything that does not hold. It knows nothing of pages.

pub mod rules;
mod unit;

use indexmap::IndexMap;
use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::Article;
use crate::number::Exact;
pub use unit::{Base, Unit, Year};

/// What came of the figures of one article, in the order of the file: quantities, then sums.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Computed {
    values: IndexMap<String, Value>,
}

/// A quantity or a sum, computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Whether it is a quantity or a sum.
    pub kind: Kind,
    /// The exact number, in its unit and not in millions of it, or a day. A quantity that was drawn
    /// and rounded has its rounded number; a sum is as it was computed.
    pub number: Number,
    /// The number as readers are told it: rounded as `round` says.
    pub rounded: Number,
    /// What it counts.
    pub unit: Unit,
    /// The power of ten in which the unit was given: 6 for `million USD`. Only for showing it.
    pub scale: i32,
    /// How prose shows it: `about $204 billion`.
    pub shown: String,
    /// Whether nothing was found wrong with it, nor with what it rests on.
    pub holds: bool,
}

/// What [`Value::kind`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A named number.
    Quantity,
    /// Arithmetic over quantities.
    Sum,
}

/// A number or a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// A number.
    Exact(Exact),
    /// A day.
    Day(Date),
}

impl Number {
    /// The number; none for a day.
    pub fn exact(&self) -> Option<&Exact> {
        match self {
            Self::Exact(exact) => Some(exact),
            Self::Day(_) => None,
        }
    }
}

impl Computed {
    /// The value of a quantity or a sum; none where there is none of that name or it could not be
    /// computed (which was reported).
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.values.get(id)
    }

    /// All values by name, in the order of the file.
    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(id, value)| (id.as_str(), value))
    }
}

/// Computes the figures of an article. Findings are added to `findings`.
pub fn compute(_article: &Article, _findings: &mut Vec<Diagnostic>) -> Computed {
    Computed::default()
}
