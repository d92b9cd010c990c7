//! A chart of quantities and sums.

use rust_decimal::Decimal;

use super::{Asked, intern};
use crate::chart::cell;
use crate::chart::rules::{chart_setting, chart_value};
use crate::chart::{Axis, Datum, Form, Plot};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{Number, Value};
use crate::number::Rounding;

/// Reads the values of a chart from figures. Silent where one of them could not be computed.
pub(super) fn read(asked: &Asked<'_>, findings: &mut Vec<Diagnostic>) -> Option<Plot> {
    let chart = asked.chart;
    let before = findings.len();
    let of_tables = [
        ("x", chart.x.is_some()),
        ("y", chart.y.is_some()),
        ("series", chart.series.is_some()),
        ("shown", chart.shown.is_some()),
        ("row_note", chart.row_note.is_some()),
        ("row_source", chart.row_source.is_some()),
        ("where", !chart.rows.0.is_empty()),
    ];
    for (key, _) in of_tables.into_iter().filter(|(_, is_set)| *is_set) {
        findings.push(chart_setting::of_tables(Place::key(asked.file, asked.path().key(key)), key));
    }
    let figures = &asked.article.figures;
    let mut sources: Vec<String> = asked.own_source().map(str::to_owned).into_iter().collect();
    let (mut labels, mut series, mut data) = (Vec::new(), Vec::new(), Vec::new());
    let mut units: Vec<Option<String>> = Vec::new();
    let mut complete = true;
    for (index, value) in chart.values.iter().enumerate() {
        let at =
            |key: &str| Place::value(asked.file, asked.path().key("values").index(index).key(key));
        let known =
            figures.quantities.get(&value.of).is_some() || figures.sums.get(&value.of).is_some();
        if !known {
            let ids: Vec<&str> = figures.quantities.ids().chain(figures.sums.ids()).collect();
            findings.push(chart_value::report(at("of"), &value.of, &ids));
            continue;
        }
        // What could not be computed was reported.
        let Some(figure) = asked.computed.value(&value.of).filter(|figure| figure.holds) else {
            complete = false;
            continue;
        };
        let Some(number) = decimal(&figure.rounded) else {
            findings.push(chart_value::no_number(at("of"), &value.of));
            continue;
        };
        let entry = intern(&mut labels, value.label.trim().to_owned());
        let group = intern(&mut series, value.series.clone());
        if data.iter().any(|datum: &Datum| (datum.entry, datum.series) == (entry, group)) {
            findings.push(chart_setting::label_twice(at("label"), &value.label));
        }
        if asked.own_source().is_none() {
            for id in asked.computed.with_inputs(std::iter::once(value.of.as_str())) {
                let source = figures.quantities.get(id).and_then(|it| it.source.clone());
                if let Some(source) = source {
                    intern(&mut sources, source);
                }
            }
        }
        intern(&mut units, unit_of(figure));
        data.push(Datum {
            entry,
            series: group,
            value: Some(number),
            shown: Some(figure.shown.clone()),
            note: value.note.clone(),
            source: None,
        });
    }
    if series.len() > 1
        && let Some(index) = chart.values.iter().position(|value| value.series.is_none())
    {
        let path = asked.path().key("values").index(index);
        findings.push(chart_setting::some_series(Place::value(asked.file, path)));
    }
    if units.len() > 1 && chart.unit.is_none() {
        let named: Vec<String> =
            units.iter().map(|unit| unit.clone().unwrap_or_default()).collect();
        findings.push(chart_setting::units_differ(asked.at("values"), &named));
    }
    if findings.len() > before || !complete {
        return None;
    }
    let unit = chart.unit.clone().or_else(|| units.pop().flatten());
    Some(Plot {
        id: asked.id.to_owned(),
        form: Form::Columns,
        panels: false,
        axis: Axis::new(labels),
        series,
        data,
        events: Vec::new(),
        unit,
        x_name: chart.x_label.clone(),
        y_name: chart.y_label.clone(),
        series_name: None,
        sources,
    })
}

/// The digits that a number without end is shown with.
const DIGITS: u32 = 6;

/// A number as charts have it; none for a day, and for one with more digits than are drawn.
fn decimal(number: &Number) -> Option<Decimal> {
    let exact = number.exact()?;
    let exact = match exact.decimals() {
        Some(_) => exact.clone(),
        None => Rounding::Significant(DIGITS).of(exact),
    };
    cell::number(&exact.with_decimals(exact.decimals()?)).ok()?
}

/// What a figure counts, for readers; none where it is a plain number.
fn unit_of(figure: &Value) -> Option<String> {
    let unit = figure.unit.without_bare();
    if unit.is_plain() { None } else { Some(unit.to_string()) }
}
