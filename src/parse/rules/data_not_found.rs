//! Data files that are not there.

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

/// Reports the name; `there` are the files beside figures.yaml.
pub fn report(place: Place, name: &str, there: &[String]) -> Diagnostic {
    let is_csv = |name: &&String| name.to_lowercase().ends_with(".csv");
    let there: Vec<&String> = there.iter().filter(is_csv).collect();
    let found = Diagnostic::new(&RULE, place, format!("there is no data file `{name}` here"));
    match nearest::nearest(name, there.iter().map(|name| name.as_str())) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None if there.is_empty() => found.help("put the CSV file into the folder of figures.yaml"),
        None => found.help(format!(
            "data files in this folder: {}",
            nearest::list(there.iter().take(10).map(|name| name.as_str()))
        )),
    }
}
