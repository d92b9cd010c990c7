//! Numbers that can't be drawn from their data file.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::draw::{Key, NotDrawn};
use crate::input::{InputFile, KeyPath};
use crate::model::{Draw, Table};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-draw",
    level: Level::Deny,
    summary: "a number can't be drawn from its data file",
    reason: "A number that is drawn from a data file names one column, what is done with it \
             (sum_of, mean_of, value_at or share_of) and the rows it is taken from. Names of \
             columns must be those of the file's first row.",
    bad: "from: {data: us-aid.csv, sum_of: dollars, where: {fiscal_year: 1961..1970}}",
    good: "from: {data: us-aid.csv, sum_of: obligations_current_usd, where: {fiscal_year: 1961..1970}}",
    fixed: true,
};

/// Reports why a number could not be drawn. `path` is that of `from`.
pub fn report(
    file: &Arc<InputFile>,
    path: &KeyPath,
    draw: &Draw,
    table: &Table,
    not: &NotDrawn,
) -> Diagnostic {
    let at = |path: KeyPath| Place::value(file, path);
    let found = |place: Place, message: String| Diagnostic::new(&RULE, place, message);
    let row = |row: usize| Place::bytes(&table.file, table.rows[row].range.clone());
    let data = &draw.data;
    match not {
        NotDrawn::Operations(given) if given.is_empty() => {
            found(at(path.clone()), "it is not said what is drawn from the data file".to_owned())
                .help("name a column under `sum_of:`, `mean_of:`, `value_at:` or `share_of:`")
        }
        NotDrawn::Operations(given) => {
            let keys = nearest::list(given.iter().map(|operation| operation.key()));
            found(at(path.clone()), format!("a number is drawn in one way, and here are {keys}"))
                .help("keep one of them, or make a second quantity")
        }
        NotDrawn::UnknownColumn(key, name) => {
            let place = match key {
                // The key may be written with a space, too.
                Key::Operation(operation) => {
                    let key = operation.key();
                    let nowhere = at(path.key("")).range();
                    [key.to_owned(), key.replace('_', " ")]
                        .into_iter()
                        .map(|key| at(path.key(&key)))
                        .find(|place| place.range() != nowhere)
                        .unwrap_or_else(|| at(path.clone()))
                }
                Key::Where => Place::key(file, path.key("where").key(name)),
            };
            let columns = || table.columns.iter().map(String::as_str);
            let found = found(place, format!("`{data}` has no column `{name}`"));
            match nearest::nearest(name, columns()) {
                Some(near) => found.help(format!("did you mean `{near}`?")),
                None => found.help(format!("its columns are {}", nearest::list(columns().take(20)))),
            }
        }
        NotDrawn::BadRange(column) => {
            found(at(path.key("where").key(column)), "this is no range".to_owned())
                .help("write the lower end, two points and the upper end, both as the file has them: 1961..1970 or 2023-01..2023-11")
        }
        NotDrawn::NoRows if draw.rows.0.is_empty() && draw.share_of.is_some() => {
            found(at(path.clone()), "a share of the whole column is always 100 percent".to_owned())
                .help("say under `where:` which rows the part is in")
        }
        NotDrawn::NoRows if draw.rows.0.is_empty() => {
            found(at(path.clone()), format!("`{data}` has no rows"))
        }
        NotDrawn::NoRows => {
            found(at(path.key("where")), format!("no row of `{data}` is like this"))
                .help("write the values as they stand in the file")
        }
        NotDrawn::SeveralRows(rows) => {
            let place = if draw.rows.0.is_empty() { path.clone() } else { path.key("where") };
            let message = format!("more than one row of `{data}` is like this, and `value_at` takes one");
            rows.iter()
                .fold(found(at(place), message), |found, at| found.related(row(*at), "one of them"))
                .help("say more under `where:`, or use `sum_of` or `mean_of`")
        }
        NotDrawn::NotANumber(at_row, cell) => {
            let message = match cell.as_str() {
                "" => "a cell that is needed here is empty".to_owned(),
                cell => format!("`{cell}` is no number"),
            };
            found(at(path.clone()), message)
                .related(row(*at_row), "in this row")
                .help("numbers in data files have digits and a point: 1234.5, without marks between groups")
        }
        NotDrawn::NothingToShare => {
            found(at(path.clone()), "the column comes to zero, so that there are no shares of it".to_owned())
        }
        NotDrawn::Number(no) => found(at(path.clone()), no.to_string()),
    }
}
