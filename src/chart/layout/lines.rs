//! Lines.

use super::{Across, Scale};
use crate::chart::{Form, Plot};

/// A value of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// From the left, of [`super::ACROSS`].
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// The lines of some series. A line breaks where a value is missing: where its cell is empty, or
/// where a place that other series have is not in its rows.
pub(super) fn lines(
    plot: &Plot,
    across: &Across,
    scale: &Scale,
    series: &[usize],
) -> Vec<(usize, Vec<Vec<Dot>>)> {
    if plot.form != Form::Line {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..plot.axis.entries.len()).collect();
    order.sort_by(|a, b| plot.axis.entries[*a].at.total_cmp(&plot.axis.entries[*b].at));
    let all = series.iter().map(|index| {
        let mut values = vec![None; plot.axis.entries.len()];
        for datum in plot.data.iter().filter(|datum| datum.series == *index) {
            values[datum.entry] = datum.value;
        }
        let (mut runs, mut run) = (Vec::new(), Vec::new());
        for entry in &order {
            match values[*entry] {
                Some(value) => run.push(Dot {
                    x: across.middle(plot.axis.entries[*entry].at),
                    y: scale.y(value),
                }),
                None => runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run))),
            }
        }
        runs.extend((!run.is_empty()).then_some(run));
        (*index, runs)
    });
    all.collect()
}
