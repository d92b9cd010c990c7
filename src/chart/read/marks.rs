//! Events and periods marked in a chart.

use super::Asked;
use crate::chart::rules::{chart_mark_outside, chart_setting};
use crate::chart::{Event, Form, Moment, Plot};
use crate::diagnostic::{Diagnostic, Place};

/// Reads the marks of a chart into its plot.
pub(super) fn read(asked: &Asked<'_>, plot: &mut Plot, findings: &mut Vec<Diagnostic>) {
    if asked.chart.marks.is_empty() {
        return;
    }
    if plot.form == Form::Rows {
        findings.push(chart_setting::marks_of_rows(asked.at("marks")));
        return;
    }
    for (index, mark) in asked.chart.marks.iter().enumerate() {
        let at =
            |key: &str| Place::value(asked.file, asked.path().key("marks").index(index).key(key));
        let mut moment = |key: &str, written: &str| {
            let found = find(plot, written);
            if found.is_none() {
                findings.push(chart_mark_outside::report(at(key), written, plot));
            }
            found
        };
        let Some(start) = moment("x", &mark.x.0) else { continue };
        let until = match &mark.to {
            None => None,
            Some(written) => match moment("to", &written.0) {
                None => continue,
                end => end,
            },
        };
        if let Some(end) = &until
            && end.at < start.at
        {
            findings.push(chart_mark_outside::backwards(at("to"), &start.written, &end.written));
            continue;
        }
        plot.events.push(Event { at: start, until, label: mark.label.trim().to_owned() });
    }
}

/// The place of a moment between the ends of the axis.
fn find(plot: &Plot, written: &str) -> Option<Moment> {
    let (at, fine) = plot.axis.place(written)?;
    let (low, high) = plot.axis.ends();
    // The last bar covers its whole year or month.
    let high = if fine && plot.form == Form::Columns { high + plot.axis.gap } else { high };
    (low <= at && at <= high).then(|| Moment { at, fine, written: written.trim().to_owned() })
}
