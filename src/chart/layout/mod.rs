//! Where everything of a chart stands on the page.
//!
//! A chart is as wide as its column, on a telephone and on paper alike, and its letters keep their
//! size. So places along the horizontal axis are shares of the plot, from 0 to [`ACROSS`], heights are
//! CSS pixels, and labels that find room on wide pages only are told apart from those that fit
//! everywhere.

mod columns;
mod events;
mod lines;
mod rows;

pub use columns::Bar;
pub use events::{Bracket, Flag, Pole};
pub use lines::Dot;
pub use rows::{Lying, RowGroup};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::measure;
use super::ticks::ticks;
use super::x_ticks;
use super::{Form, Magnitude, Plot, write};

/// The width of a plot, in its own units.
pub const ACROSS: f64 = 1000.0;

/// Widths of columns, in CSS pixels, that a label must fit: the narrowest telephone, and where the
/// wide form begins (`chart.css` says the same).
const NARROW: f64 = 280.0;
const WIDE: f64 = 480.0;
/// The narrowest panel of small multiples; `chart.css` sets the same.
const PANEL: f64 = 210.0;
/// Height of a plot, without its labels.
const HEIGHT: f64 = 200.0;
const PANEL_HEIGHT: f64 = 96.0;
/// Most labels of the vertical axis.
const MOST_TICKS: usize = 7;
const MOST_PANEL_TICKS: usize = 4;
/// Height of a line of letters.
const LINE: f64 = 17.0;

/// On which pages a part is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// On all.
    Always,
    /// Where the column is at least 480 CSS pixels wide.
    Wide,
    /// Where it is narrower.
    Narrow,
}

/// Where a text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its place.
    Start,
    /// Its middle is at its place.
    Middle,
    /// It ends at its place.
    End,
}

/// A text in a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// From the left, of [`ACROSS`].
    pub x: f64,
    /// The line it stands on, from the top.
    pub y: f64,
    /// What it says.
    pub text: String,
    /// Where it begins.
    pub anchor: Anchor,
    /// On which pages it is shown.
    pub show: Show,
}

/// A label of the vertical axis.
#[derive(Debug, Clone, PartialEq)]
pub struct YTick {
    /// From the top.
    pub y: f64,
    /// The number, exact.
    pub value: Decimal,
    /// The number for readers, divided by the magnitude.
    pub text: String,
}

/// A chart with axes, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width of the labels of the vertical axis.
    pub axis_width: f64,
    /// Height of everything.
    pub height: f64,
    /// Where the plot ends and the labels of the horizontal axis begin.
    pub bottom: f64,
    /// Where zero is, or the lowest number.
    pub baseline: f64,
    /// Labels of the vertical axis, from the lowest up.
    pub y_ticks: Vec<YTick>,
    /// Labels of the horizontal axis.
    pub x_labels: Vec<Text>,
    /// What the numbers of the vertical axis are divided by.
    pub magnitude: Magnitude,
    /// The number at the bottom, where the axis does not start at zero.
    pub starts_at: Option<String>,
    /// The pictures: one, or one per series.
    pub panels: Vec<Panel>,
    /// Events and periods.
    pub flags: Vec<Flag>,
}

/// One picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The series that it shows alone, by its place in [`Plot::series`].
    pub series: Option<usize>,
    /// Per series, its bars.
    pub bars: Vec<(usize, Vec<Bar>)>,
    /// Per series, its line, which breaks where values are missing.
    pub lines: Vec<(usize, Vec<Vec<Dot>>)>,
    /// Numbers at bars.
    pub numbers: Vec<Text>,
}

/// Vertical places: numbers to CSS pixels.
#[derive(Debug, Clone, Copy)]
struct Scale {
    low: Decimal,
    high: Decimal,
    top: f64,
    bottom: f64,
}

impl Scale {
    /// The height of a number, from the top.
    fn y(&self, value: Decimal) -> f64 {
        let (below, span) = (self.high - value, self.high - self.low);
        let share = below.to_f64().unwrap_or(0.0) / span.to_f64().unwrap_or(1.0);
        self.top + share * (self.bottom - self.top)
    }
}

/// Lays out a chart with axes. None for lying bars, which have no axis: see [`RowGroup::of`].
pub fn lay_out(plot: &Plot, language: &str) -> Option<Drawing> {
    if plot.form == Form::Rows {
        return None;
    }
    let values = || plot.data.iter().filter_map(|datum| datum.value);
    let (low, high) = (values().min()?, values().max()?);
    let (low, high) = domain(plot.form, low, high);
    let most = if plot.panels { MOST_PANEL_TICKS } else { MOST_TICKS };
    let marks = ticks(low, high, most);
    let (low, high) = (*marks.first()?, *marks.last()?);
    let step = marks.get(1).map_or(high, |next| *next - low);
    let magnitude = Magnitude::of(low.abs().max(high.abs()), step, plot.unit.as_deref(), language);
    let decimals = magnitude.apply(step).map_or(0, |step| step.scale());
    let text = |tick: Decimal| {
        let mut tick = magnitude.apply(tick).unwrap_or(tick);
        tick.rescale(decimals.max(tick.scale()));
        write(tick, language)
    };

    let widest = marks.iter().map(|tick| measure::width(&text(*tick))).fold(0.0, f64::max);
    let axis_width = (widest + 8.0).ceil();
    let widths = if plot.panels {
        Widths { narrow: PANEL - axis_width, wide: None }
    } else {
        Widths { narrow: NARROW - axis_width, wide: Some(WIDE - axis_width) }
    };
    let across = Across::new(plot);

    let room = if plot.panels { PANEL_HEIGHT } else { HEIGHT };
    let has_numbers = plot.form == Form::Columns
        && columns::number_show(plot, &across, widths, &magnitude, language).is_some();
    let (above_plot, places) = events::rows(plot, &across, widths);
    let above = above_plot + if has_numbers { LINE } else { 8.0 };
    let bottom = above + room;
    let scale = Scale { low, high, top: above, bottom };
    let below = if has_numbers && low.is_sign_negative() { LINE } else { 0.0 };
    let zero = Decimal::ZERO.clamp(low, high);

    let series = |index: usize| Panel {
        series: Some(index),
        bars: columns::bars(plot, &across, &scale, &[index]),
        lines: lines::lines(plot, &across, &scale, &[index]),
        numbers: columns::numbers(plot, &across, &scale, (&[index], widths), &magnitude, language),
    };
    let panels: Vec<Panel> = if plot.panels {
        (0..plot.series.len()).map(series).collect()
    } else {
        let all: Vec<usize> = (0..plot.series.len()).collect();
        vec![Panel {
            series: None,
            bars: columns::bars(plot, &across, &scale, &all),
            lines: lines::lines(plot, &across, &scale, &all),
            numbers: columns::numbers(plot, &across, &scale, (&all, widths), &magnitude, language),
        }]
    };
    let flags = events::flags(plot, &across, &scale, &places, has_numbers, language);
    Some(Drawing {
        axis_width,
        height: bottom + below + LINE + 5.0,
        bottom,
        baseline: scale.y(zero),
        y_ticks: marks
            .iter()
            .map(|tick| YTick { y: scale.y(*tick), value: *tick, text: text(*tick) })
            .collect(),
        x_labels: x_labels(plot, &across, widths, bottom + below + LINE, language),
        starts_at: (low.is_sign_positive() && !low.is_zero()
            || high.is_sign_negative() && !high.is_zero())
        .then(|| text(low)),
        magnitude,
        panels,
        flags,
    })
}

/// What the vertical axis must cover. Bars start at zero; a line may start higher where its values
/// lie close together far from zero.
fn domain(form: Form, low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    let zero = Decimal::ZERO;
    let is_far = (high - low) * Decimal::TWO < low.abs().min(high.abs()) && low != high;
    let same_side = low.is_sign_negative() == high.is_sign_negative();
    if form == Form::Line && is_far && same_side && !low.is_zero() && !high.is_zero() {
        (low, high)
    } else {
        (low.min(zero), high.max(zero))
    }
}

/// Widths of the plot that labels must fit, in CSS pixels.
#[derive(Debug, Clone, Copy)]
struct Widths {
    narrow: f64,
    /// None where there is no wide form.
    wide: Option<f64>,
}

/// Horizontal places: units of the axis to shares of the plot.
#[derive(Debug, Clone, Copy)]
struct Across {
    low: f64,
    /// What the plot's whole width covers.
    span: f64,
    /// How far the first value stands from the left edge.
    before: f64,
    /// The room of one value.
    slot: f64,
}

impl Across {
    fn new(plot: &Plot) -> Self {
        let (low, high) = plot.axis.ends();
        let gap = plot.axis.gap;
        if plot.form == Form::Columns || plot.axis.entries.len() < 2 {
            return Self { low, span: high - low + gap, before: gap / 2.0, slot: gap };
        }
        // Room for the dots at both ends.
        let before = ((high - low) * 0.02).min(gap / 2.0);
        Self { low, span: high - low + 2.0 * before, before, slot: gap }
    }

    /// The middle of a value's room, from 0 to [`ACROSS`].
    fn middle(&self, at: f64) -> f64 {
        (at - self.low + self.before) / self.span * ACROSS
    }

    /// Where a value's room starts.
    fn start(&self, at: f64) -> f64 {
        ((at - self.low + self.before - self.slot / 2.0) / self.span * ACROSS).max(0.0)
    }

    /// Where it ends.
    fn end(&self, at: f64) -> f64 {
        ((at - self.low + self.before + self.slot / 2.0) / self.span * ACROSS).min(ACROSS)
    }
}

/// The labels of the horizontal axis on narrow and on wide pages.
fn x_labels(plot: &Plot, across: &Across, widths: Widths, y: f64, language: &str) -> Vec<Text> {
    let project = |at: f64| across.middle(at) / ACROSS;
    let at_bars = plot.form == Form::Columns;
    let labels = |width: f64| -> Vec<Text> {
        x_ticks::choose(&plot.axis, &project, width, at_bars, language)
            .into_iter()
            .map(|label| {
                let (anchor, _) = x_ticks::stand(project(label.at), &label.text, width);
                let x = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => across.middle(label.at),
                    Anchor::End => ACROSS,
                };
                Text { x, y, text: label.text, anchor, show: Show::Always }
            })
            .collect()
    };
    both(labels(widths.narrow), widths.wide.map(labels))
}

/// Texts of the narrow and of the wide form: those that both have are shown always.
fn both(narrow: Vec<Text>, wide: Option<Vec<Text>>) -> Vec<Text> {
    let Some(wide) = wide else { return narrow };
    let mut texts: Vec<Text> = narrow
        .iter()
        .map(|text| {
            let show = if wide.contains(text) { Show::Always } else { Show::Narrow };
            Text { show, ..text.clone() }
        })
        .collect();
    let only = wide.into_iter().filter(|text| !narrow.contains(text));
    texts.extend(only.map(|text| Text { show: Show::Wide, ..text }));
    texts
}

#[cfg(test)]
mod tests;
