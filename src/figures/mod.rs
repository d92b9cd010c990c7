//! Computes the figures of an article: quantities, sums over them, and how prose shows them.
//!
//! The stage stands between parse and check. [`compute`] takes an article and gives [`Computed`],
//! with a finding for everything that does not hold. It knows nothing of pages.

mod calculation;
mod compute;
mod declared;
mod draw;
mod measure;
mod pins;
pub mod rules;
mod shown;
mod sums;
mod tokens;
mod unit;
mod working;

use std::collections::BTreeSet;

use indexmap::IndexMap;
use jiff::civil::Date;

use crate::number::{Exact, Rounding};
pub use compute::compute;
pub(crate) use draw::Condition;
pub use draw::{Drawn, Operation};
pub use unit::{Base, Noun, Unit, Year};
pub use working::{Working, measure as full};

/// What came of the figures of one article, in the order of the file: quantities, then sums.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Computed {
    values: IndexMap<String, Value>,
    /// Per claim (in the order of its file), the figures that its explanation shows, each once, in
    /// the order of their first use. It ends with the last claim that shows any.
    pub in_claims: Vec<Vec<String>>,
    /// The figures that the article's text shows, likewise.
    pub in_text: Vec<String>,
    /// The figures that sums name, computed or not.
    pub in_sums: BTreeSet<String>,
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
    /// The rounding between the two, or between what was drawn and the number.
    pub rounding: Option<Rounding>,
    /// What it counts.
    pub unit: Unit,
    /// The power of ten in which the unit was given: 6 for `million USD`. Only for showing it.
    pub scale: i32,
    /// How prose shows it: `about $204 billion`.
    pub shown: String,
    /// How it was drawn from a data file, where it was.
    pub drawn: Option<Drawn>,
    /// How it was reckoned.
    pub working: Option<Working>,
    /// The figures that it was reckoned from, each once, in the order of the expression.
    pub inputs: Vec<String>,
    /// Whether nothing was found wrong with it, nor with what it rests on.
    pub holds: bool,
}

impl Value {
    /// A value of which nothing is known yet.
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            number: Number::Exact(Exact::zero()),
            rounded: Number::Exact(Exact::zero()),
            rounding: None,
            unit: Unit::default(),
            scale: 0,
            shown: String::new(),
            drawn: None,
            working: None,
            inputs: Vec::new(),
            holds: true,
        }
    }
}

/// What [`Value::kind`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A named number.
    Quantity,
    /// Arithmetic over quantities.
    Sum,
}

impl Kind {
    /// The word that tokens and files use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Sum => "sum",
        }
    }
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

    /// The figures that the explanation of a claim (by its place in its file) shows.
    pub fn in_claim(&self, claim: usize) -> &[String] {
        self.in_claims.get(claim).map_or(&[], Vec::as_slice)
    }

    /// How prose shows a quantity or a sum; none where there is none of that kind and name.
    pub fn shown(&self, kind: &str, id: &str) -> Option<&str> {
        let value = self.value(id).filter(|value| value.kind.word() == kind)?;
        Some(&value.shown)
    }

    /// All values by name, in the order of the file.
    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(id, value)| (id.as_str(), value))
    }

    /// Some figures and all that they rest on, each once: every figure before what it rests on.
    pub fn with_inputs<'c>(&'c self, ids: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
        let mut found: indexmap::IndexSet<&str> = indexmap::IndexSet::new();
        found.extend(ids.filter(|id| self.values.contains_key(*id)));
        let mut at = 0;
        while let Some(id) = found.get_index(at).copied() {
            at += 1;
            if let Some(value) = self.value(id) {
                found.extend(value.inputs.iter().map(String::as_str));
            }
        }
        found.into_iter().collect()
    }
}
