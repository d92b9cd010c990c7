//! Settings of a chart that do not go together.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-setting",
    level: Level::Deny,
    summary: "settings of a chart do not go together",
    reason: "A chart shows a data file (`data`, with the columns `x` and `y`) or figures by name (`values`). \
             docs/charts.md shows each kind with what it needs.",
    bad: "aid: {data: aid.csv, x: year, title: Aid}",
    good: "aid: {data: aid.csv, x: year, y: usd, title: Aid}",
    fixed: true,
};

fn found(place: Place, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&RULE, place, message)
}

/// A data file and figures.
pub fn both(place: Place) -> Diagnostic {
    found(place, "this chart has `data` and `values`")
        .help("delete one of the two, or make two charts")
}

/// Neither.
pub fn neither(place: Place) -> Diagnostic {
    found(place, "this chart has neither `data` nor `values`").help(
        "name a CSV file under `data:` with its columns under `x:` and `y:`, or list figures under `values:`",
    )
}

/// No column for an axis.
pub fn no_column(place: Place, key: &str, columns: &[String]) -> Diagnostic {
    let found = found(place, format!("this chart does not say which column is its `{key}`"));
    if columns.is_empty() {
        return found.help(format!("add `{key}:` with the name of a column"));
    }
    let columns = nearest::list(columns.iter().take(20).map(String::as_str));
    found.help(format!("add `{key}:` with one of the file's columns: {columns}"))
}

/// A range that can't be understood.
pub fn bad_range(place: Place, column: &str, written: &str) -> Diagnostic {
    found(place, format!("the range `{written}` of `{column}` can't be understood"))
        .help("a range goes from low to high, as in 1961..1970 or 2023-01..2023-11")
}

/// A setting of data files beside figures.
pub fn of_tables(place: Place, key: &str) -> Diagnostic {
    found(place, format!("`{key}` belongs to charts of a data file")).help(if key == "series" {
        "delete it; write `series:` into each entry of `values:`"
    } else {
        "delete it; a chart of `values:` has no columns"
    })
}

/// One label for two values.
pub fn label_twice(place: Place, label: &str) -> Diagnostic {
    found(place, format!("the label `{label}` stands twice in this chart"))
        .help("tell the two apart by their labels or by `series:`")
}

/// Series for some values only.
pub fn some_series(place: Place) -> Diagnostic {
    found(place, "this value has no `series:`, others have")
        .help("give each value its `series:`, or none")
}

/// Values of several units.
pub fn units_differ(place: Place, units: &[String]) -> Diagnostic {
    let named = units.iter().map(|unit| if unit.is_empty() { "no unit" } else { unit.as_str() });
    found(place, format!("these figures have different units: {}", nearest::list(named)))
        .help("write under `unit:` what they have in common, if they can be compared at all")
}

/// Small multiples of one.
pub fn panels_without_series(place: Place, from_table: bool) -> Diagnostic {
    found(place, "small multiples need a series each").help(if from_table {
        "name the column that tells them apart under `series:`, or write `kind: bar` or `kind: line`"
    } else {
        "write `series:` into each entry of `values:`, or write `kind: bar`"
    })
}

/// More series than can be told apart.
pub fn too_many_series(place: Place, count: usize, most: usize) -> Diagnostic {
    found(place, format!("{count} series can't be told apart in one picture"))
        .note(format!("without colour, on paper, readers tell {most} apart at most"))
        .help("write `kind: small-multiples`, or show fewer with `where:`")
}

/// A line over long names.
pub fn line_of_names(place: Place, name: &str) -> Diagnostic {
    found(place, "a line needs numbers, years, months or days under it, not names")
        .note(format!("such as `{name}`"))
        .help("write `kind: bar`; dates are written 1961, 1961-08 or 1961-08-17")
}

/// More lying bars than anyone reads.
pub fn too_many_rows(place: Place, count: usize, most: usize) -> Diagnostic {
    found(place, format!("{count} bars one below the other are more than {most}"))
        .help("show fewer with `where:`, or leave the table to the download")
}

/// More panels than anyone reads.
pub fn too_many_panels(place: Place, count: usize, most: usize) -> Diagnostic {
    found(place, format!("{count} small multiples are more than {most}"))
        .help("show fewer with `where:`")
}

/// More values than a page can hold.
pub fn too_many_values(place: Place, count: usize, most: usize) -> Diagnostic {
    found(place, format!("{count} values are more than {most}, which is the most of a chart"))
        .note("every value stands in the chart's table")
        .help("show fewer with `where:`, or make a data file of sums or means")
}

/// Marks without an axis.
pub fn marks_of_rows(place: Place) -> Diagnostic {
    found(place, "bars that lie one below the other have no axis for marks")
        .help("tell the events under `notes:`")
}
