//! Numbers drawn from the columns of a data file.

use std::fmt;

use crate::model::{Draw, Table, WrittenNumber};
use crate::number::{Exact, NoNumber};

/// A number that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The data file.
    pub data: String,
    /// What was done with the column.
    pub operation: Operation,
    /// The column.
    pub column: String,
    /// Which rows were asked for: column and value or range, in the order of the file.
    pub rows: Vec<(String, String)>,
    /// How many rows there were.
    pub count: usize,
    /// The number before it was rounded.
    pub exact: Exact,
}

/// What is done with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Its cells added up.
    SumOf,
    /// The arithmetic mean of its cells.
    MeanOf,
    /// Its one cell.
    ValueAt,
    /// The part of the whole column, in percent.
    ShareOf,
}

impl Operation {
    /// Its key in figures.yaml.
    pub fn key(self) -> &'static str {
        match self {
            Self::SumOf => "sum_of",
            Self::MeanOf => "mean_of",
            Self::ValueAt => "value_at",
            Self::ShareOf => "share_of",
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SumOf => "sum of",
            Self::MeanOf => "mean of",
            Self::ValueAt => "value of",
            Self::ShareOf => "share of",
        })
    }
}

/// Why nothing could be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotDrawn {
    /// It does not say what to do with which column, or says it twice.
    Operations(Vec<Operation>),
    /// There is no such column: the key under which it is named.
    UnknownColumn(Key, String),
    /// A range that can't be understood: its column.
    BadRange(String),
    /// No row is asked for; or all of them, where a part is due.
    NoRows,
    /// More than one row, where one is due: the first ones.
    SeveralRows(Vec<usize>),
    /// A cell is no number: its row.
    NotANumber(usize, String),
    /// The column comes to nothing, so that there are no shares of it.
    NothingToShare,
    /// The result has too many digits.
    Number(NoNumber),
}

/// A key of a draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// That of the operation.
    Operation(Operation),
    /// One under `where`.
    Where,
}

impl From<NoNumber> for NotDrawn {
    fn from(no: NoNumber) -> Self {
        Self::Number(no)
    }
}

/// Draws a number.
///
/// # Errors
/// Why it can't be.
pub fn draw(table: &Table, draw: &Draw) -> Result<Drawn, NotDrawn> {
    let (operation, name) = operation(draw)?;
    let column = |key: Key, name: &str| {
        table.column(name).ok_or_else(|| NotDrawn::UnknownColumn(key, name.to_owned()))
    };
    let values = column(Key::Operation(operation), name)?;
    let mut conditions = Vec::new();
    for (name, wanted) in draw.rows.iter() {
        let place = column(Key::Where, name)?;
        let condition =
            Condition::new(wanted).ok_or_else(|| NotDrawn::BadRange(name.to_owned()))?;
        conditions.push((place, condition));
    }
    let rows: Vec<usize> = (0..table.rows.len())
        .filter(|row| {
            let cells = &table.rows[*row].cells;
            conditions.iter().all(|(place, condition)| condition.fits(&cells[*place]))
        })
        .collect();
    if rows.is_empty() || (operation == Operation::ShareOf && conditions.is_empty()) {
        return Err(NotDrawn::NoRows);
    }
    let sum = |rows: &mut dyn Iterator<Item = usize>| {
        let mut sum = Exact::zero();
        for row in rows {
            let cell = &table.rows[row].cells[values];
            let number = Exact::parse(cell).map_err(|_| NotDrawn::NotANumber(row, cell.clone()))?;
            sum = sum.plus(&number)?;
        }
        Ok::<_, NotDrawn>(sum)
    };
    let count = rows.len();
    let exact = match operation {
        Operation::ValueAt if count > 1 => {
            return Err(NotDrawn::SeveralRows(rows.into_iter().take(3).collect()));
        }
        Operation::SumOf | Operation::ValueAt => sum(&mut rows.into_iter())?,
        Operation::MeanOf => {
            let count = Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
            sum(&mut rows.into_iter())?.divided_by(&count)?
        }
        Operation::ShareOf => {
            let part = sum(&mut rows.into_iter())?;
            let whole = sum(&mut (0..table.rows.len()))?;
            if whole.is_zero() {
                return Err(NotDrawn::NothingToShare);
            }
            part.divided_by(&whole)?.times(&Exact::from(100))?
        }
    };
    let rows = draw.rows.iter().map(|(name, wanted)| (name.to_owned(), wanted.0.clone())).collect();
    Ok(Drawn { data: draw.data.clone(), operation, column: name.to_owned(), rows, count, exact })
}

fn operation(draw: &Draw) -> Result<(Operation, &str), NotDrawn> {
    let given: Vec<_> = [
        (Operation::SumOf, &draw.sum_of),
        (Operation::MeanOf, &draw.mean_of),
        (Operation::ValueAt, &draw.value_at),
        (Operation::ShareOf, &draw.share_of),
    ]
    .into_iter()
    .filter_map(|(operation, column)| Some((operation, column.as_deref()?)))
    .collect();
    match given.as_slice() {
        [only] => Ok(*only),
        _ => Err(NotDrawn::Operations(given.into_iter().map(|(operation, _)| operation).collect())),
    }
}

/// What a cell must be, under `where`.
pub(crate) enum Condition {
    /// This text, or this number however it is written.
    Is(String, Option<Exact>),
    /// From and to these numbers, both included.
    Numbers(Option<Exact>, Option<Exact>),
    /// From and to these days or months, written alike.
    Dates(String, String),
}

impl Condition {
    /// Reads a value, or a range such as `1961..1970`; none where it can't be understood.
    pub(crate) fn new(wanted: &WrittenNumber) -> Option<Self> {
        let wanted = wanted.0.trim();
        let Some((from, to)) = wanted.split_once("..") else {
            return Some(Self::Is(wanted.to_owned(), Exact::parse(wanted).ok()));
        };
        let (from, to) = (from.trim(), to.trim_start_matches(['.', '=']).trim());
        if from.is_empty() && to.is_empty() {
            return None;
        }
        let end = |text: &str| match text {
            "" => Some(None),
            text => Exact::parse(text).ok().map(Some),
        };
        if let (Some(from), Some(to)) = (end(from), end(to)) {
            return (from <= to || to.is_none()).then_some(Self::Numbers(from, to));
        }
        let ordered = from <= to && !from.is_empty() && is_alike(from, to);
        ordered.then(|| Self::Dates(from.to_owned(), to.to_owned()))
    }

    /// Whether a cell meets it.
    pub(crate) fn fits(&self, cell: &str) -> bool {
        match self {
            Self::Is(text, number) => {
                cell == text
                    || number
                        .as_ref()
                        .is_some_and(|number| Exact::parse(cell).as_ref() == Ok(number))
            }
            Self::Numbers(from, to) => Exact::parse(cell).is_ok_and(|cell| {
                from.as_ref().is_none_or(|from| *from <= cell)
                    && to.as_ref().is_none_or(|to| cell <= *to)
            }),
            Self::Dates(from, to) => {
                is_alike(from, cell) && from.as_str() <= cell && cell <= to.as_str()
            }
        }
    }
}

/// Whether two dates are written alike, digit for digit, so that their order is that of the text.
fn is_alike(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.bytes().zip(other.bytes()).all(|(one, other)| {
            (one.is_ascii_digit() && other.is_ascii_digit()) || (one == other && one == b'-')
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::input::InputFile;
    use crate::parse::tables;

    const CSV: &str = "fy,month,usd,note\n1961,2020-01,100.5,a\n1962,2020-02,200,b\n1963,2021-01,300.25,b\n1964,2021-02,,c\n";

    fn drawn(yaml: &str) -> String {
        let file = InputFile::new("x.csv", CSV);
        let table = tables::read(&file, String::new()).unwrap();
        match draw(&table, &serde_yaml::from_str(yaml).unwrap()) {
            Ok(drawn) => format!("{} of {}", drawn.exact, drawn.count),
            Err(not) => format!("{not:?}"),
        }
    }

    #[test]
    fn numbers_are_drawn() {
        for (yaml, number) in [
            ("{data: x.csv, sum_of: usd, where: {fy: 1961..1963}}", "600.75 of 3"),
            ("{data: x.csv, sum of: usd, where: {fy: ..1962}}", "300.5 of 2"),
            ("{data: x.csv, sum_of: usd, where: {fy: 1962..1963}}", "500.25 of 2"),
            ("{data: x.csv, sum_of: usd, where: {fy: '1962'}}", "200 of 1"),
            ("{data: x.csv, mean_of: usd, where: {note: b}}", "250.125 of 2"),
            ("{data: x.csv, value_at: usd, where: {fy: 1963}}", "300.25 of 1"),
            ("{data: x.csv, value_at: usd, where: {fy: 1963.0}}", "300.25 of 1"),
            ("{data: x.csv, sum_of: usd, where: {month: 2020-01..2021-01}}", "600.75 of 3"),
            ("{data: x.csv, sum_of: usd, where: {month: 2020-01..2020-12, note: b}}", "200 of 1"),
            ("{data: x.csv, share_of: fy, where: {fy: 1961}}", "24.9808… of 1"),
        ] {
            assert_eq!(drawn(yaml), number, "{yaml}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_told() {
        for (yaml, reason) in [
            ("{data: x.csv}", "Operations([])"),
            ("{data: x.csv, sum_of: usd, mean_of: usd}", "Operations([SumOf, MeanOf])"),
            ("{data: x.csv, sum_of: eur}", "UnknownColumn(Operation(SumOf), \"eur\")"),
            ("{data: x.csv, sum_of: usd, where: {year: 1961}}", "UnknownColumn(Where, \"year\")"),
            ("{data: x.csv, sum_of: usd, where: {fy: 1950}}", "NoRows"),
            ("{data: x.csv, share_of: usd}", "NoRows"),
            ("{data: x.csv, value_at: usd, where: {note: b}}", "SeveralRows([1, 2])"),
            ("{data: x.csv, sum_of: usd}", "NotANumber(3, \"\")"),
            ("{data: x.csv, sum_of: note, where: {fy: 1961}}", "NotANumber(0, \"a\")"),
            ("{data: x.csv, sum_of: usd, where: {fy: 1963..1961}}", "BadRange(\"fy\")"),
            ("{data: x.csv, sum_of: usd, where: {fy: a..b}}", "BadRange(\"fy\")"),
            ("{data: x.csv, sum_of: usd, where: {month: 2020-1..2020-12}}", "BadRange(\"month\")"),
            ("{data: x.csv, sum_of: usd, where: {month: ..}}", "BadRange(\"month\")"),
        ] {
            assert_eq!(drawn(yaml), reason, "{yaml}");
        }
    }
}
