//! Data files that are not there.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "data-not-found",
    level: Level::Deny,
    summary: "a data file that figures.yaml names is not beside it",
    reason: "Charts and figures are drawn from data files that stand in the article's folder, so that \
             readers can download what the numbers come from.",
    bad: "data: aid.csv            # but the file is us-aid.csv",
    good: "data: us-aid.csv",
    fixed: true,
};

/// Reports the name; `folder` is where it should be.
pub fn report(place: Place, name: &str, folder: &Path) -> Diagnostic {
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.to_lowercase().ends_with(".csv"))
        .collect();
    there.sort();
    let found = Diagnostic::new(&RULE, place, format!("there is no data file `{name}` here"));
    match nearest::nearest(name, there.iter().map(String::as_str)) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None if there.is_empty() => found.help("put the CSV file into the folder of figures.yaml"),
        None => found.help(format!(
            "data files in this folder: {}",
            nearest::list(there.iter().take(10).map(String::as_str))
        )),
    }
}
