//! A chart of a data file.

use std::collections::HashMap;

use super::{Asked, spoken};
use crate::chart::rules::{
    chart_cell, chart_column, chart_duplicate, chart_empty, chart_setting, chart_words,
};
use crate::chart::{Axis, Datum, Form, Plot, cell};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::Condition;
use crate::model::{Row, Table};

/// Columns of the table, by what they are for.
struct Columns {
    x: usize,
    y: usize,
    series: Option<usize>,
    shown: Option<usize>,
    note: Option<usize>,
    source: Option<usize>,
}

/// Most values of a chart: they all stand in its table, on the page. Five years have 1,826 days.
const MOST_VALUES: usize = 2000;

/// Reads the values of a chart from a data file. Silent where the file could not be read.
pub(super) fn read(asked: &Asked<'_>, data: &str, findings: &mut Vec<Diagnostic>) -> Option<Plot> {
    let chart = asked.chart;
    let (Some(x), Some(y)) = (&chart.x, &chart.y) else {
        let missing = if chart.x.is_none() { "x" } else { "y" };
        let place = Place::key(asked.file, asked.path());
        let columns = asked.article.tables.get(data).map_or(&[][..], |table| &table.columns);
        findings.push(chart_setting::no_column(place, missing, columns));
        return None;
    };
    let table = asked.article.tables.get(data)?;
    // A file that is not the one that was pinned is told as that, and not cell by cell.
    let pin = asked.article.figures.data.get(data).and_then(|data| data.sha256.as_deref());
    if pin.is_some_and(|pin| pin != table.sha256) {
        return None;
    }
    let mut column = |key: &str, name: &str| {
        let found = table.column(name);
        if found.is_none() {
            findings.push(chart_column::report(asked.at(key), name, data, table));
        }
        found
    };
    let (x, y) = (column("x", x), column("y", y));
    let series = chart.series.as_deref().map(|name| column("series", name));
    let shown = chart.shown.as_deref().map(|name| column("shown", name));
    let note = chart.row_note.as_deref().map(|name| column("row_note", name));
    let source = chart.row_source.as_deref().map(|name| column("row_source", name));
    let mut conditions = Vec::new();
    for (name, value) in chart.rows.iter() {
        let Some(column) = table.column(name) else {
            let place = Place::key(asked.file, asked.path().key("where").key(name));
            findings.push(chart_column::report(place, name, data, table));
            return None;
        };
        let Some(condition) = Condition::new(value) else {
            let place = asked.at("where");
            findings.push(chart_setting::bad_range(place, name, &value.0));
            return None;
        };
        conditions.push((column, condition));
    }
    let known = |column: Option<Option<usize>>| match column {
        None => Some(None),
        Some(found) => found.map(Some),
    };
    let columns = Columns {
        x: x?,
        y: y?,
        series: known(series)?,
        shown: known(shown)?,
        note: known(note)?,
        source: known(source)?,
    };
    let rows: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| conditions.iter().all(|(column, one)| one.fits(&row.cells[*column])))
        .collect();
    if rows.is_empty() {
        let filtered = !conditions.is_empty() && !table.rows.is_empty();
        let key = if filtered { "where" } else { "data" };
        findings.push(chart_empty::report(asked.at(key), data, filtered));
        return None;
    }
    if rows.len() > MOST_VALUES {
        findings.push(chart_setting::too_many_values(asked.at("data"), rows.len(), MOST_VALUES));
        return None;
    }
    plot(asked, table, &columns, &rows, findings)
}

fn plot(
    asked: &Asked<'_>,
    table: &Table,
    columns: &Columns,
    rows: &[&Row],
    findings: &mut Vec<Diagnostic>,
) -> Option<Plot> {
    let (mut written, mut series, mut data) =
        (Interned::default(), Interned::default(), Vec::new());
    let mut seen: HashMap<(usize, usize), &Row> = HashMap::new();
    let mut holds = true;
    for row in rows {
        let text = |column: usize| row.cells[column].as_str();
        let filled = |column: Option<usize>| {
            column.map(text).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let place = || Place::bytes(&table.file, row.range.clone());
        let name = |column: usize| table.columns[column].as_str();
        if text(columns.x).is_empty() {
            findings.push(chart_cell::blank(place(), name(columns.x)));
            holds = false;
            continue;
        }
        let entry = written.place(text(columns.x));
        let group = match columns.series {
            Some(column) if text(column).is_empty() => {
                findings.push(chart_cell::blank(place(), name(column)));
                holds = false;
                continue;
            }
            Some(column) => series.place(text(column)),
            None => 0,
        };
        if let Some(first) = seen.insert((group, entry), row) {
            let first = Place::bytes(&table.file, first.range.clone());
            let has_series = columns.series.is_some();
            findings.push(chart_duplicate::report(place(), text(columns.x), first, has_series));
            return None;
        }
        match cell::number(text(columns.y)) {
            Ok(value) => {
                if let (Some(value), Some(words)) = (value, filled(columns.shown)) {
                    let wrong = chart_words::check(&place, value, &words, asked.language);
                    holds &= wrong.is_none();
                    findings.extend(wrong);
                }
                data.push(Datum {
                    entry,
                    series: group,
                    value,
                    shown: filled(columns.shown),
                    note: filled(columns.note),
                    source: filled(columns.source),
                });
            }
            Err(fault) => {
                findings.push(chart_cell::report(
                    &place(),
                    name(columns.y),
                    text(columns.y),
                    fault,
                ));
                holds = false;
            }
        }
    }
    if !holds {
        return None;
    }
    if data.iter().all(|datum| datum.value.is_none()) {
        findings.push(chart_empty::no_number(asked.at("y"), &table.columns[columns.y]));
        return None;
    }
    let chart = asked.chart;
    let names: Vec<Option<String>> = match columns.series {
        Some(_) => series.list.into_iter().map(Some).collect(),
        None => vec![None],
    };
    let axis = Axis::new(written.list);
    Some(Plot {
        id: asked.id.to_owned(),
        form: Form::Columns,
        panels: false,
        axis,
        series: names,
        events: Vec::new(),
        unit: chart.unit.clone(),
        x_name: chart.x_label.clone().or_else(|| Some(spoken(&table.columns[columns.x]))),
        y_name: chart.y_label.clone().or_else(|| Some(spoken(&table.columns[columns.y]))),
        series_name: columns.series.map(|column| spoken(&table.columns[column])),
        sources: sources(asked, &data),
        data,
    })
}

/// The chart's source, those of its rows, and else that of the data file.
fn sources(asked: &Asked<'_>, data: &[Datum]) -> Vec<String> {
    let mut sources: Vec<String> = asked.own_source().map(str::to_owned).into_iter().collect();
    for source in data.iter().filter_map(|datum| datum.source.as_ref()) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    if sources.is_empty() {
        let name = asked.chart.data.as_deref().unwrap_or_default();
        let pinned = asked.article.figures.data.get(name).and_then(|data| data.source.clone());
        sources.extend(pinned);
    }
    sources
}

/// Texts in the order of their first use, found quickly again.
#[derive(Default)]
struct Interned {
    list: Vec<String>,
    places: HashMap<String, usize>,
}

impl Interned {
    fn place(&mut self, text: &str) -> usize {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.list.len();
        self.list.push(text.to_owned());
        self.places.insert(text.to_owned(), place);
        place
    }
}
