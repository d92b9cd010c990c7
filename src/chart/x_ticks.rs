//! Labels along the horizontal axis: as many as find room.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::{at_label, date};
use super::layout::Anchor;
use super::measure;
use super::number_text::write;
use super::ticks::ticks;
use super::{Axis, Entry, XKind};
use crate::model::PartialDate;

/// Free room between two labels, in CSS pixels.
const APART: f64 = 9.0;
/// So few values are all named, where they find room.
const FEW: usize = 12;
/// How far the first label may reach to the left of the plot, where the labels of the other axis
/// end.
const OVERHANG: f64 = 18.0;

/// A label of the horizontal axis, as a place on it and a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// In units of the axis.
    pub at: f64,
    /// What it says.
    pub text: String,
}

/// The most labels that find room. `project`: where a place stands in the plot, from 0 to 1. `width`:
/// of the plot, in CSS pixels. `at_bars`: labels stand only where bars may.
pub fn choose(
    axis: &Axis,
    project: &dyn Fn(f64) -> f64,
    width: f64,
    at_bars: bool,
    language: &str,
) -> Vec<Label> {
    let fits = |labels: &[Label]| {
        let mut free_from = f64::NEG_INFINITY;
        labels.iter().all(|label| {
            let (_, start) = stand(project(label.at), &label.text, width);
            let fits = start >= free_from;
            free_from = start + measure::width(&label.text) + APART;
            fits
        })
    };
    // Every second, third, … value.
    let mut entries: Vec<_> = axis.entries.iter().collect();
    entries.sort_by(|a, b| a.at.total_cmp(&b.at));
    let every = |step: usize| -> Vec<Label> {
        let label = |entry: &&Entry| Label { at: entry.at, text: axis.label(entry, language) };
        entries.iter().step_by(step).map(label).collect()
    };
    if entries.len() <= FEW && fits(&every(1)) {
        return every(1);
    }
    let calendar = candidates(axis, at_bars, language);
    if let Some(labels) = calendar.into_iter().find(|labels| labels.len() >= 2 && fits(labels)) {
        return labels;
    }
    let mut step = 1;
    loop {
        let labels = every(step);
        if labels.len() <= 1 || fits(&labels) {
            return labels;
        }
        step += 1;
    }
}

/// How a label stands at a place, from 0 to 1, of a plot of some width, and where it then starts, in
/// CSS pixels: under its place, or at the edge that it would reach over.
pub(super) fn stand(place: f64, text: &str, width: f64) -> (Anchor, f64) {
    let wide = measure::width(text);
    let start = place * width - wide / 2.0;
    if start + wide > width {
        (Anchor::End, width - wide)
    } else if start < -OVERHANG {
        (Anchor::Start, 0.0)
    } else {
        (Anchor::Middle, start)
    }
}

/// Labels at round places, from many to few; none for names.
fn candidates(axis: &Axis, at_bars: bool, language: &str) -> Vec<Vec<Label>> {
    let (low, high) = axis.ends();
    let every = |step: i64, text: &dyn Fn(f64) -> String| -> Vec<Label> {
        let Some(step) = step.to_f64() else { return Vec::new() };
        let first = (low / step).ceil() * step;
        let count = ((high - first) / step).floor().to_usize().map_or(0, |count| count + 1);
        if count > 400 {
            return Vec::new();
        }
        (0..count)
            .filter_map(|index| Some(first + index.to_f64()? * step))
            .map(|at| Label { at, text: text(at) })
            .collect()
    };
    let plain = |at: f64| at_label(axis.kind, at, language);
    let year_of = |per_year: f64| move |at: f64| (at / per_year).floor().to_string();
    let mut found: Vec<Vec<Label>> = match axis.kind {
        XKind::Year => {
            [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].map(|step| every(step, &plain)).into()
        }
        XKind::Quarter => {
            let mut found: Vec<_> = [1, 2, 4].map(|step| every(step, &plain)).into();
            found.extend([4, 8, 20, 40, 80, 200, 400].map(|step| every(step, &year_of(4.0))));
            found
        }
        XKind::Month => {
            let mut found: Vec<_> = [1, 2, 3, 6, 12].map(|step| every(step, &plain)).into();
            found.extend([12, 24, 60, 120, 240, 600, 1200].map(|step| every(step, &year_of(12.0))));
            found
        }
        XKind::Day => {
            let mut found: Vec<_> = [1, 2].map(|step| every(step, &plain)).into();
            found.extend(
                [1, 2, 3, 6, 12, 24, 60, 120, 240].map(|step| first_days(axis, step, language)),
            );
            found
        }
        XKind::Number if at_bars => Vec::new(),
        XKind::Number => {
            let numbers = |most: usize| {
                let (Ok(low), Ok(high)) = (Decimal::try_from(low), Decimal::try_from(high)) else {
                    return Vec::new();
                };
                ticks(low, high, most)
                    .into_iter()
                    .filter(|tick| low <= *tick && *tick <= high)
                    .filter_map(|tick| {
                        Some(Label { at: tick.to_f64()?, text: write(tick, language) })
                    })
                    .collect()
            };
            [9, 7, 6, 5, 4, 3].map(numbers).into()
        }
        XKind::Name => Vec::new(),
    };
    if at_bars {
        let has_bar = |label: &Label| {
            let slots = (label.at - low) / axis.gap;
            (slots - slots.round()).abs() < 1e-6
        };
        found.retain(|labels| labels.iter().all(has_bar));
    }
    found
}

/// The first days of every so many months.
fn first_days(axis: &Axis, months: i64, language: &str) -> Vec<Label> {
    let (low, high) = axis.ends();
    let (Some(start), Some(end)) = (low.to_i64().and_then(date), high.to_i64().and_then(date))
    else {
        return Vec::new();
    };
    let count = |day: jiff::civil::Date| i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let first = (count(start) + i64::from(start.day() > 1)).div_euclid(months) * months;
    let mut labels = Vec::new();
    let mut month = first;
    while month <= count(end) && labels.len() < 400 {
        let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        let day: Option<PartialDate> = format!("{year:04}-{of_year:02}-01").parse().ok();
        let place = day.and_then(|day| axis.place(&day.to_string()));
        if let Some((at, _)) = place.filter(|(at, _)| *at >= low && *at <= high) {
            let text = if months >= 12 {
                year.to_string()
            } else {
                at_label(XKind::Month, month.to_f64().unwrap_or(0.0), language)
            };
            labels.push(Label { at, text });
        }
        month += months;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(values: &[String], width: f64, at_bars: bool) -> Vec<String> {
        let axis = Axis::new(values.to_vec());
        let (low, high) = axis.ends();
        let project = |at: f64| (at - low + 0.5) / (high - low + 1.0);
        choose(&axis, &project, width, at_bars, "en").into_iter().map(|label| label.text).collect()
    }

    fn months(from: i64, count: i64) -> Vec<String> {
        (from..from + count).map(|m| format!("{}-{:02}", m / 12, m % 12 + 1)).collect()
    }

    #[test]
    fn years_are_thinned_to_round_ones() {
        let years: Vec<String> = (1958..=1971).map(|year| year.to_string()).collect();
        assert_eq!(texts(&years, 600.0, true).len(), 14);
        assert_eq!(
            texts(&years, 400.0, true),
            ["1958", "1960", "1962", "1964", "1966", "1968", "1970"]
        );
        assert_eq!(texts(&years, 230.0, true), ["1960", "1965", "1970"]);
    }

    #[test]
    fn months_are_thinned_to_quarters_and_years() {
        let months = months(2020 * 12 + 9, 38);
        assert_eq!(texts(&months, 230.0, true), ["Jan 2021", "Jan 2022", "Jan 2023"]);
        assert_eq!(
            texts(&months, 440.0, true),
            ["Jan 2021", "Jul 2021", "Jan 2022", "Jul 2022", "Jan 2023", "Jul 2023"]
        );
        assert_eq!(texts(&months, 130.0, true), ["2021", "2022", "2023"]);
        assert_eq!(texts(&months[..2], 230.0, true), ["Oct 2020", "Nov 2020"]);
    }

    #[test]
    fn days_and_numbers_and_names() {
        let days: Vec<String> = (1..=28).map(|day| format!("2024-02-{day:02}")).collect();
        let shown = texts(&days, 230.0, false);
        assert!(shown.len() >= 2 && shown[0] == "1 Feb 2024", "{shown:?}");
        let numbers: Vec<String> = (0..200).map(|number| number.to_string()).collect();
        assert_eq!(texts(&numbers, 230.0, false), ["0", "50", "100", "150"]);
        let names: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
        assert_eq!(texts(&names, 230.0, true), ["a", "b", "c"]);
        assert_eq!(texts(&names, 30.0, true), ["a", "c"]);
    }
}
