//! Lying bars: each under its name, so that names may be as long as they need to be.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::{Datum, Form, Plot, write};

/// The bars of one series.
#[derive(Debug, Clone, PartialEq)]
pub struct RowGroup {
    /// The series, by its place in [`Plot::series`].
    pub series: usize,
    /// Where zero is, in percent.
    pub zero: f64,
    /// Its bars, in the order of the file.
    pub bars: Vec<Lying>,
}

/// A lying bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Lying {
    /// Its place in [`Plot::data`].
    pub datum: usize,
    /// Its left edge, in percent.
    pub x: f64,
    /// Its width, in percent.
    pub width: f64,
    /// The value for readers: in words, or else the number; none where there is a gap.
    pub text: Option<String>,
}

impl RowGroup {
    /// The groups of a chart of lying bars, on one scale; none for other charts.
    pub fn of(plot: &Plot, language: &str) -> Vec<Self> {
        if plot.form != Form::Rows {
            return Vec::new();
        }
        let values = || plot.data.iter().filter_map(|datum| datum.value);
        let low = values().min().unwrap_or_default().min(Decimal::ZERO);
        let high = values().max().unwrap_or_default().max(Decimal::ZERO);
        let span = (high - low).to_f64().filter(|span| *span > 0.0).unwrap_or(1.0);
        let percent =
            |from: Decimal, to: Decimal| (to - from).to_f64().unwrap_or(0.0) / span * 100.0;
        let zero = percent(low, Decimal::ZERO);
        let bar = |datum: usize, of: &Datum| {
            let value = of.value.unwrap_or_default();
            let (left, right) = (value.min(Decimal::ZERO), value.max(Decimal::ZERO));
            let written = || Some(write(of.value?, language));
            Lying {
                datum,
                x: percent(low, left),
                width: percent(left, right),
                text: of.shown.clone().or_else(written),
            }
        };
        (0..plot.series.len())
            .map(|series| Self {
                series,
                zero,
                bars: plot
                    .data
                    .iter()
                    .enumerate()
                    .filter(|(_, datum)| datum.series == series)
                    .map(|(place, datum)| bar(place, datum))
                    .collect(),
            })
            .collect()
    }
}
