//! Reads the charts of an article and holds them to their rules.

mod form;
mod marks;
mod table;
mod values;

use std::sync::Arc;

use super::Plot;
use super::rules::{chart_setting, chart_without_source};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::Computed;
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Chart};
use crate::parse::rules::missing_field;

/// The charts of an article that hold, in the order of the file, and what is wrong with the others.
/// `language`: that of the article, a BCP 47 tag.
pub fn read(
    article: &Article,
    computed: &Computed,
    language: &str,
) -> (Vec<Plot>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some(file) = &article.figures_file else { return (Vec::new(), findings) };
    let plots = article
        .figures
        .charts
        .iter()
        .filter_map(|(id, chart)| {
            Asked { article, computed, language, file, id, chart }.read(&mut findings)
        })
        .collect();
    (plots, findings)
}

/// A chart as it is asked for.
struct Asked<'a> {
    article: &'a Article,
    computed: &'a Computed,
    language: &'a str,
    file: &'a Arc<InputFile>,
    id: &'a str,
    chart: &'a Chart,
}

impl Asked<'_> {
    /// The path of one of its keys.
    fn path(&self) -> KeyPath {
        KeyPath::top().key("charts").key(self.id)
    }

    /// The place of one of its values.
    fn at(&self, key: &str) -> Place {
        Place::value(self.file, self.path().key(key))
    }

    fn read(&self, findings: &mut Vec<Diagnostic>) -> Option<Plot> {
        let before = findings.len();
        self.check_texts(findings);
        let chart = self.chart;
        let here = || Place::key(self.file, self.path());
        let plot = match (&chart.data, chart.values.is_empty()) {
            (Some(_), false) => {
                findings.push(chart_setting::both(self.at("values")));
                None
            }
            (None, true) => {
                findings.push(chart_setting::neither(here()));
                None
            }
            (Some(data), true) => table::read(self, data, findings),
            (None, false) => values::read(self, findings),
        };
        let mut plot = plot?;
        form::choose(self, &mut plot, findings);
        marks::read(self, &mut plot, findings);
        if plot.sources.is_empty() {
            findings.push(chart_without_source::report(here(), self.id));
        }
        let holds =
            findings[before..].iter().all(|found| found.rule == chart_without_source::RULE.name);
        holds.then_some(plot)
    }

    /// Reports texts that are missing or blank.
    fn check_texts(&self, findings: &mut Vec<Diagnostic>) {
        let chart = self.chart;
        let texts = [
            ("title", Some(chart.title.as_str())),
            ("summary", chart.summary.as_deref()),
            ("unit", chart.unit.as_deref()),
            ("x_label", chart.x_label.as_deref()),
            ("y_label", chart.y_label.as_deref()),
        ];
        for (name, text) in texts {
            if text.is_some_and(|text| text.trim().is_empty()) {
                findings.push(missing_field::report(self.at(name), name, self.id));
            }
        }
        for (index, note) in chart.notes.iter().enumerate() {
            if note.trim().is_empty() {
                let path = self.path().key("notes").index(index);
                findings.push(missing_field::report(
                    Place::value(self.file, path),
                    "notes",
                    self.id,
                ));
            }
        }
        let labels = chart.values.iter().map(|value| ("values", &value.label)).enumerate();
        let marks = chart.marks.iter().map(|mark| ("marks", &mark.label)).enumerate();
        for (index, (key, label)) in labels.chain(marks) {
            if label.trim().is_empty() {
                let path = self.path().key(key).index(index).key("label");
                findings.push(missing_field::report(
                    Place::value(self.file, path),
                    "label",
                    self.id,
                ));
            }
        }
    }

    /// Its own source.
    fn own_source(&self) -> Option<&str> {
        self.chart.source.as_deref().filter(|id| !id.trim().is_empty())
    }
}

/// The place of a text in a list, which it joins where it is new.
fn intern<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

/// The name of a column for readers, where the author gave none: without underscores.
fn spoken(column: &str) -> String {
    column.replace('_', " ")
}

#[cfg(test)]
mod tests;
