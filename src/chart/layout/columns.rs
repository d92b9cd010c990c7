//! Upright bars.

use rust_decimal::Decimal;

use super::{ACROSS, Across, Anchor, Scale, Show, Text, Widths};
use crate::chart::{Datum, Form, Magnitude, Plot, measure, write};

/// A bar, from the baseline to its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its left edge, of [`ACROSS`].
    pub x: f64,
    /// Its width, of [`ACROSS`].
    pub width: f64,
    /// Where its value is, from the top.
    pub value: f64,
    /// Where zero is, from the top.
    pub zero: f64,
}

/// The most that the bars of a value take, of [`ACROSS`]: few values make no walls.
const WIDEST: f64 = 200.0;
/// From so many bars on, they stand side by side without a gap, which would only flicker.
const CLOSE: usize = 60;

/// The share of a value's room that its bars take.
fn filled(plot: &Plot) -> f64 {
    if plot.axis.entries.len() >= CLOSE { 1.0 } else { 0.72 }
}

/// The bars of some series, which stand side by side.
pub(super) fn bars(
    plot: &Plot,
    across: &Across,
    scale: &Scale,
    series: &[usize],
) -> Vec<(usize, Vec<Bar>)> {
    if plot.form != Form::Columns {
        return Vec::new();
    }
    let zero = scale.y(Decimal::ZERO.clamp(scale.low, scale.high));
    let all = series.iter().enumerate().map(|(place, index)| {
        let bars = of_series(plot, *index).filter_map(|datum| {
            let value = scale.y(datum.value?);
            let (x, width) = edges(plot, across, datum, place, series.len())?;
            Some(Bar { x, width, value, zero })
        });
        (*index, bars.collect())
    });
    all.collect()
}

fn of_series(plot: &Plot, series: usize) -> impl Iterator<Item = &Datum> {
    plot.data.iter().filter(move |datum| datum.series == series)
}

/// The left edge and the width of a bar, the `place`th of `count` at its value.
fn edges(
    plot: &Plot,
    across: &Across,
    datum: &Datum,
    place: usize,
    count: usize,
) -> Option<(f64, f64)> {
    let at = plot.axis.entries.get(datum.entry)?.at;
    let (start, end) = (across.start(at), across.end(at));
    let widest = if count > 1 { 1.5 * WIDEST } else { WIDEST };
    let room = ((end - start) * filled(plot)).min(widest);
    let width = room / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let before = (end - start - room) / 2.0;
    Some((start + before + width * f64::from(u32::try_from(place).unwrap_or(0)), width))
}

/// On which pages every bar has its number, exact; none where there is no room for that.
pub(super) fn number_show(
    plot: &Plot,
    across: &Across,
    widths: Widths,
    magnitude: &Magnitude,
    language: &str,
) -> Option<Show> {
    let shown = plot.data.iter().filter_map(|datum| number(datum, magnitude, language));
    let widest = shown.map(|text| measure::width(&text)).fold(0.0, f64::max) + 3.0;
    let count = if plot.panels { 1 } else { plot.series.len() };
    let bars = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let fits = |width: f64| widest <= across.slot / across.span / bars * width;
    if fits(widths.narrow) {
        Some(Show::Always)
    } else {
        widths.wide.filter(|wide| fits(*wide)).map(|_| Show::Wide)
    }
}

fn number(datum: &Datum, magnitude: &Magnitude, language: &str) -> Option<String> {
    Some(write(magnitude.apply(datum.value?)?, language))
}

/// Numbers at the ends of bars.
pub(super) fn numbers(
    plot: &Plot,
    across: &Across,
    scale: &Scale,
    (series, widths): (&[usize], Widths),
    magnitude: &Magnitude,
    language: &str,
) -> Vec<Text> {
    if plot.form != Form::Columns {
        return Vec::new();
    }
    let Some(show) = number_show(plot, across, widths, magnitude, language) else {
        return Vec::new();
    };
    let all = series.iter().enumerate().flat_map(|(place, index)| {
        of_series(plot, *index).filter_map(move |datum| {
            let value = datum.value?;
            let (x, width) = edges(plot, across, datum, place, series.len())?;
            let below = value.is_sign_negative() && !value.is_zero();
            Some(Text {
                x: (x + width / 2.0).min(ACROSS),
                y: scale.y(value) + if below { 14.0 } else { -5.0 },
                text: number(datum, magnitude, language)?,
                anchor: Anchor::Middle,
                show,
            })
        })
    });
    all.collect()
}
