//! Charts: what `figures.yaml` asks for, read from data files and figures, and laid out.
//!
//! [`read`] holds the charts of an article to their rules and gives a [`Plot`] for each that holds:
//! values with every digit, in the order of the file. [`layout::lay_out`] turns a plot into places on
//! the page; the renderer and its templates draw those. Binary floating point is used for places
//! alone, never for a number that a reader sees.

mod axis;
mod cell;
#[cfg(test)]
mod fixture;
pub mod layout;
mod measure;
mod number_text;
mod read;
pub mod rules;
pub mod ticks;
mod x_ticks;

pub use axis::{Axis, Entry, XKind};
pub use number_text::{Magnitude, write};
pub use read::read;

use rust_decimal::Decimal;

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Upright bars.
    Columns,
    /// Lying bars, one below the other, under their names.
    Rows,
    /// A line per series.
    Line,
}

/// A chart that holds: everything that it shows, before it is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Its id in `figures.yaml`.
    pub id: String,
    /// How it is drawn.
    pub form: Form,
    /// Whether each series has a panel of its own.
    pub panels: bool,
    /// The horizontal axis.
    pub axis: Axis,
    /// Names of the series, in the order of the file; one without a name where there is but one.
    pub series: Vec<Option<String>>,
    /// Its values, in the order of the file.
    pub data: Vec<Datum>,
    /// Events.
    pub events: Vec<Event>,
    /// The unit of the values.
    pub unit: Option<String>,
    /// The name of the horizontal axis, where it has to be told.
    pub x_name: Option<String>,
    /// The name of the values.
    pub y_name: Option<String>,
    /// The name of what tells the series apart.
    pub series_name: Option<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// One value of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datum {
    /// Its place in [`Axis::entries`].
    pub entry: usize,
    /// Its place in [`Plot::series`].
    pub series: usize,
    /// The value; none where there is a gap.
    pub value: Option<Decimal>,
    /// The value in words.
    pub shown: Option<String>,
    /// What a reader must know about it.
    pub note: Option<String>,
    /// The id of its source.
    pub source: Option<String>,
}

/// An event or a period marked in a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Where it stands, or where the period starts.
    pub at: Moment,
    /// Where the period ends.
    pub until: Option<Moment>,
    /// Its name.
    pub label: String,
}

/// A place on the horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// In units of the axis.
    pub at: f64,
    /// Whether it is finer than the axis: a day on an axis of months.
    pub fine: bool,
    /// As written.
    pub written: String,
}
