//! A data file: a CSV table whose first row names the columns.

use std::ops::Range;
use std::sync::Arc;

use crate::input::InputFile;

/// A CSV file beside an article, read.
#[derive(Debug, Clone)]
pub struct Table {
    /// The file.
    pub file: Arc<InputFile>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Names of the columns, in the order of the file.
    pub columns: Vec<String>,
    /// Rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

impl Table {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file, in bytes.
    pub range: Range<usize>,
    /// Its cells as text, without white space at their ends.
    pub cells: Vec<String>,
}
