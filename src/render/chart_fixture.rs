//! Charts for the small site of the tests: one of each form.

#![allow(clippy::unwrap_used, reason = "tests")]

use crate::chart::{self, Plot};
use crate::figures;
use crate::input::InputFile;
use crate::model::{Article, Figures, Row, Table};

const FIGURES: &str = "
data: {cars.csv: {note: Data TEXT}}
quantities:
  pledge: {value: 20, unit: USD, shown: about $20, source: law}
charts:
  by-year:
    data: cars.csv
    x: year
    y: cars
    where: {kind: 'Blue TEXT'}
    title: Blue cars TEXT
    summary: Summary TEXT
    x_label: Year TEXT
    y_label: Cars TEXT
    unit: cars TEXT
    source: law
    notes: [Note TEXT]
    marks: [{x: 1962, label: Event TEXT}, {x: 1961, to: 1962, label: Period}]
  lines: {data: cars.csv, kind: line, x: year, y: cars, series: kind, title: Lines TEXT, source: talk}
  panels: {data: cars.csv, kind: small-multiples, x: year, y: cars, series: kind, title: Panels TEXT, source: talk}
  rows: {data: cars.csv, x: words, y: cars, series: kind, shown: words, row_note: words, row_source: source, title: Rows TEXT}
  of-figures:
    title: Figures TEXT
    values: [{label: Pledged TEXT, of: pledge, note: Value TEXT}]
";

/// Adds the charts to an article, and gives them as they were read. `fill` puts the text in.
pub(super) fn add(article: &mut Article, fill: &dyn Fn(&str) -> String) -> Vec<Plot> {
    let value = super::fixture::replace(serde_yaml::from_str(FIGURES).unwrap(), fill);
    // Numbers are read from text only, so that they keep their digits.
    let read: Figures = serde_yaml::from_str(&serde_yaml::to_string(&value).unwrap()).unwrap();
    let cells = |text: &str| text.split('|').map(fill).collect::<Vec<String>>();
    let rows = [
        "1961|5|Blue TEXT|five TEXT|law",
        "1962||Blue TEXT|none TEXT|law",
        "1963|10,005.5|Blue TEXT|many TEXT|talk",
        "1961|-3|Red|minus three TEXT|law",
    ];
    let table = Table {
        file: InputFile::new("content/cars/cars.csv", ""),
        sha256: String::new(),
        columns: cells("year|cars|kind|words|source"),
        rows: rows.map(|row| Row { range: 0..0, cells: cells(row) }).into(),
    };
    article.figures_file = Some(InputFile::new("content/cars/figures.yaml", ""));
    article.figures = read;
    article.tables.insert("cars.csv".to_owned(), table);
    article.claims[0].charts = vec!["by-year".to_owned(), "of-figures".to_owned()];
    let mut found = Vec::new();
    let computed = figures::compute(article, "en", &mut found);
    let (plots, findings) = chart::read(article, &computed, "en");
    assert_eq!(findings, []);
    plots
}
