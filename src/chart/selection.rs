//! Which rows of a data file a chart shows: `where:`.

use rust_decimal::Decimal;

use super::cell;
use crate::model::Row;

/// A condition on one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The place of the column.
    pub column: usize,
    /// One value, or the ends of a range, which both count.
    ends: (String, String),
}

impl Condition {
    /// Reads a value, or a range such as `1961..1970`.
    pub fn new(column: usize, written: &str) -> Self {
        let (low, high) = written.split_once("..").unwrap_or((written, written));
        Self { column, ends: (low.trim().to_owned(), high.trim().to_owned()) }
    }

    /// Whether a row meets it. Numbers are compared as numbers, dates and all else as text.
    pub fn holds(&self, row: &Row) -> bool {
        let Some(cell) = row.cells.get(self.column) else { return false };
        let (low, high) = (&self.ends.0, &self.ends.1);
        if low == high && cell == low {
            return true;
        }
        match (number(low), number(cell), number(high)) {
            (Some(low), Some(cell), Some(high)) => low <= cell && cell <= high,
            _ => low != high && low.as_str() <= cell.as_str() && cell.as_str() <= high.as_str(),
        }
    }
}

fn number(text: &str) -> Option<Decimal> {
    cell::number(text).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(condition: &str, cell: &str) -> bool {
        Condition::new(0, condition).holds(&Row { range: 0..0, cells: vec![cell.to_owned()] })
    }

    #[test]
    fn both_ends_of_a_range_count() {
        for (condition, cell, expected) in [
            ("1961..1970", "1961", true),
            ("1961..1970", "1970", true),
            ("1961..1970", "1971", false),
            ("2021-01..2021-12", "2021-12", true),
            ("2021-01..2021-12", "2022-01", false),
            ("Brazil", "Brazil", true),
            ("Brazil", "Braz", false),
            ("5", "5.0", true),
            ("9..10", "9.5", true),
        ] {
            assert_eq!(holds(condition, cell), expected, "{condition} {cell}");
        }
    }
}
