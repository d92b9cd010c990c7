//! Data files that are no table.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;
use crate::model::Row;

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-csv",
    level: Level::Deny,
    summary: "a data file is no table",
    reason: "Charts and figures are drawn from columns by name, so the first row of a data file names \
             its columns, and every other row has as many cells (RFC 4180). Cells are separated by \
             commas; a cell that holds a comma stands in quotation marks.",
    bad: "year,amount\n1961,1,000",
    good: "year,amount\n1961,\"1,000\"",
    fixed: true,
};

/// Reports a file without rows.
pub fn empty(file: &Arc<InputFile>) -> Diagnostic {
    Diagnostic::new(&RULE, Place::file(file), "this data file is empty")
        .help("write the names of the columns in its first row and the data below")
}

/// Reports what can't be read at all.
pub fn unreadable(file: &Arc<InputFile>, start: usize, error: &str) -> Diagnostic {
    let start = start.min(file.text.len());
    Diagnostic::new(&RULE, Place::bytes(file, start..start), "this row can't be read").note(error)
}

/// Reports what is wrong with the names of columns.
pub fn head(file: &Arc<InputFile>, row: &Row) -> Option<Diagnostic> {
    let found =
        |message: String| Diagnostic::new(&RULE, Place::bytes(file, row.range.clone()), message);
    // Spreadsheets of many countries part cells by semicolons, since their numbers have commas.
    let marks = [(';', "semicolons"), ('\t', "tabs")];
    if let [only] = row.cells.as_slice()
        && let Some((mark, name)) = marks.into_iter().find(|(mark, _)| only.contains(*mark))
    {
        let found = found(format!("the cells of this file are parted by {name}, not by commas"))
            .label(format!("`{}` between the names of columns", mark.escape_default()));
        return Some(
            found.help("save it again as CSV with commas, and with a point before decimals: 2.5"),
        );
    }
    for (index, name) in row.cells.iter().enumerate() {
        if name.is_empty() {
            let found = found(format!("column {} has no name", index + 1));
            return Some(found.help("the first row names the columns; write a name there"));
        }
        if row.cells[..index].contains(name) {
            let found = found(format!("two columns have the name `{name}`"));
            return Some(found.help("rename one of them"));
        }
    }
    None
}

/// Reports a row of another length.
pub fn uneven(file: &Arc<InputFile>, row: &Row, head: &Row) -> Diagnostic {
    let count =
        |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let message = format!(
        "this row has {}, but the first row names {}",
        count(row.cells.len(), "cell"),
        count(head.cells.len(), "column")
    );
    let place = Place::bytes(file, row.range.clone());
    let found = Diagnostic::new(&RULE, place, message);
    if row.cells.len() > head.cells.len() {
        found.help("a number such as 1,000 stands in quotation marks or without its comma")
    } else {
        found.help("leave a cell empty by writing its comma")
    }
}
