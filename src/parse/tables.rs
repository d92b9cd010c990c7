//! The data files of an article.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Findings;
use super::rules::{data_not_found, invalid_csv};
use crate::diagnostic::Place;
use crate::discover::Reader;
use crate::discover::read::stays_below;
use crate::input::{InputFile, KeyPath};
use crate::model::{Figures, Row, Table};

/// Reads the data files that figures name, each once. `path` is that of the figures file.
pub fn read_all(
    reader: &Reader,
    figures: &Figures,
    (file, path): (&Arc<InputFile>, &str),
    findings: &mut Findings,
) -> BTreeMap<String, Table> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut named: BTreeMap<&str, KeyPath> = BTreeMap::new();
    for (name, at) in figures.data_used() {
        named.entry(name).or_insert(at);
    }
    let mut tables = BTreeMap::new();
    for (name, at) in named {
        let path = format!("{folder}/{name}");
        if !stays_below(name) || reader.on_disk(&path).symlink_metadata().is_err() {
            let pinned =
                figures.data.get(name).is_some() && at == KeyPath::top().key("data").key(name);
            let place = if pinned { Place::key(file, at) } else { Place::value(file, at) };
            findings.diagnostics.push(data_not_found::report(place, name, &reader.names(folder)));
            continue;
        }
        let (file, sha256) = match reader.hashed_text(&path) {
            Ok(read) => read,
            Err(error) => {
                findings.keep(error);
                continue;
            }
        };
        match read(&file, sha256) {
            Ok(table) => {
                tables.insert(name.to_owned(), table);
            }
            Err(found) => findings.diagnostics.push(*found),
        }
    }
    tables
}

/// Reads a CSV file: commas, quotation marks where needed, names of columns in the first row.
///
/// # Errors
/// A finding of the rule `invalid-csv` at its row.
pub fn read(
    file: &Arc<InputFile>,
    sha256: String,
) -> Result<Table, Box<crate::diagnostic::Diagnostic>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(file.text.as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = offset(reader.position());
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return Err(Box::new(invalid_csv::unreadable(file, start, &error.to_string())));
            }
        }
        // Empty lines before a record are passed over by the reader.
        let start = record.position().map_or(start, offset);
        let end = offset(reader.position()).min(file.text.len());
        let row = file.text[start..end].trim();
        let start = start + file.text[start..end].find(row).unwrap_or(0);
        let end = start + row.len();
        rows.push(Row { range: start..end, cells: record.iter().map(str::to_owned).collect() });
    }
    if rows.is_empty() {
        return Err(Box::new(invalid_csv::empty(file)));
    }
    let head = rows.remove(0);
    if let Some(fault) = invalid_csv::head(file, &head) {
        return Err(Box::new(fault));
    }
    if let Some(row) = rows.iter().find(|row| row.cells.len() != head.cells.len()) {
        return Err(Box::new(invalid_csv::uneven(file, row, &head)));
    }
    Ok(Table { file: Arc::clone(file), sha256, columns: head.cells, rows })
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Table, String> {
        let file = InputFile::new("content/a/x.csv", text);
        read(&file, String::new()).map_err(|found| {
            let (start, _) = found.place.lines();
            format!("{}:{}: {}", start.line, start.column, found.message)
        })
    }

    #[test]
    fn rows_know_their_places() {
        let text = "year,usd\n1961, 5 \n\n1962,\"1,000\"\r\n";
        let table = table(text).unwrap();
        assert_eq!(table.columns, ["year", "usd"]);
        assert_eq!(table.rows[0].cells, ["1961", "5"]);
        assert_eq!(table.rows[1].cells, ["1962", "1,000"]);
        assert_eq!(&text[table.rows[1].range.clone()], "1962,\"1,000\"");
        assert_eq!(table.column("usd"), Some(1));
    }

    #[test]
    fn faults_are_told_at_their_row() {
        for (text, fault) in [
            ("", "1:1: this data file is empty"),
            ("a,b\n1,2\n3\n", "3:1: this row has 1 cell, but the first row names 2 columns"),
            ("a;b\n1;2,5\n", "1:1: the cells of this file are parted by semicolons, not by commas"),
            ("a,a\n1,2\n", "1:1: two columns have the name `a`"),
            ("a,\n1,2\n", "1:1: column 2 has no name"),
        ] {
            assert_eq!(table(text).unwrap_err(), fault, "{text:?}");
        }
    }
}
