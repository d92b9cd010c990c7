//! Seeds that are not there.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::discover::Reader;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "seed-not-found",
    level: Level::Deny,
    summary: "the seed that an article names is not in seeds/",
    reason: "The seed is the document under check, exactly as received. Without it nothing shows that \
             the article says what the document said.",
    bad: "seed: repotr.txt",
    good: "seed: report.txt",
    fixed: true,
};

/// Reports the name.
pub fn report(place: Place, name: &str, reader: &Reader) -> Diagnostic {
    let there = reader.names("seeds");
    let found = Diagnostic::new(&RULE, place, format!("there is no file `seeds/{name}`"));
    match nearest::nearest(name, there.iter().map(String::as_str)) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None if there.is_empty() => found.help("put the document into the folder seeds/"),
        None => found.help(format!(
            "in seeds/ there {} {}",
            if there.len() == 1 { "is" } else { "are" },
            nearest::list(there.iter().take(10).map(String::as_str))
        )),
    }
}
