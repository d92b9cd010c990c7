//! How a chart is drawn: what was asked for, and what its values allow.

use super::Asked;
use crate::chart::rules::chart_setting;
use crate::chart::{Axis, Form, Plot, XKind, measure};
use crate::diagnostic::Diagnostic;
use crate::model::ChartKind;

/// Most series in one picture: more can't be told apart in black and white.
const MOST_COLUMNS: usize = 4;
const MOST_LINES: usize = 5;
/// Room for all names below upright bars, in CSS pixels: what a telephone has.
const ROOM: f64 = 220.0;
/// The longest name below a line, in characters.
const LONGEST_NAME: usize = 16;
/// Most panels.
const MOST_PANELS: usize = 40;
/// Most bars that lie one below the other, since each has a line of its own.
const MOST_ROWS: usize = 60;

/// Sets the form of a plot.
pub(super) fn choose(asked: &Asked<'_>, plot: &mut Plot, findings: &mut Vec<Diagnostic>) {
    let count = plot.series.len();
    if plot.axis.is_scattered() && asked.chart.kind == ChartKind::Bar {
        let written = plot.axis.entries.iter().map(|entry| entry.written.clone());
        plot.axis = Axis::names(written.collect());
    }
    let is_name = plot.axis.kind == XKind::Name;
    match asked.chart.kind {
        ChartKind::Bar => plot.form = bars(plot),
        ChartKind::Line => plot.form = Form::Line,
        ChartKind::SmallMultiples => {
            plot.panels = true;
            plot.form = if is_name { bars(plot) } else { Form::Line };
            if plot.series.iter().any(Option::is_none) {
                let from_table = asked.chart.data.is_some();
                findings.push(chart_setting::panels_without_series(asked.at("kind"), from_table));
            }
        }
    }
    let most = match plot.form {
        Form::Columns => MOST_COLUMNS,
        Form::Line => MOST_LINES,
        Form::Rows => usize::MAX,
    };
    if plot.panels && count > MOST_PANELS {
        findings.push(chart_setting::too_many_panels(asked.at("series"), count, MOST_PANELS));
    }
    if !plot.panels && count > most {
        let key = if asked.chart.data.is_some() { "series" } else { "values" };
        findings.push(chart_setting::too_many_series(asked.at(key), count, most));
    }
    let longest = plot.axis.entries.iter().find(|e| e.written.chars().count() > LONGEST_NAME);
    if plot.form == Form::Line
        && is_name
        && let Some(entry) = longest
    {
        findings.push(chart_setting::line_of_names(asked.at("kind"), &entry.written));
    }
    if plot.form == Form::Rows && plot.data.len() > MOST_ROWS {
        let key = if asked.chart.data.is_some() { "data" } else { "values" };
        findings.push(chart_setting::too_many_rows(asked.at(key), plot.data.len(), MOST_ROWS));
    }
}

/// Names that find no room side by side lie, one below the other, and so do names whose values are
/// told in words or have notes.
fn bars(plot: &Plot) -> Form {
    let axis = &plot.axis;
    if axis.kind != XKind::Name {
        return Form::Columns;
    }
    if plot.data.iter().any(|datum| datum.shown.is_some() || datum.note.is_some()) {
        return Form::Rows;
    }
    let widths = axis.entries.iter().map(|entry| measure::width(&entry.written) + 8.0);
    let widest = widths.fold(0.0, f64::max);
    let count = u32::try_from(axis.entries.len()).unwrap_or(u32::MAX);
    if widest * f64::from(count) <= ROOM { Form::Columns } else { Form::Rows }
}
