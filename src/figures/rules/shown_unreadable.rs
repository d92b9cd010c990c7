//! `shown` without a number.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::number::NumberError;

/// The rule.
pub static RULE: Rule = Rule {
    name: "shown-unreadable",
    level: Level::Deny,
    summary: "no one number can be read in `shown`",
    reason: "`shown` is compared with the number that was computed, so it has one number, written \
             as people write it: $204 billion, 10.7 percent, thirty-two. Marks are those of the \
             article's language and region.",
    bad: "shown: between 5 and 10 million",
    good: "shown: about 7 million",
    fixed: true,
};

/// Reports a text without a number, or with several.
pub fn report(place: Place, error: &NumberError) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, error.to_string());
    match error {
        NumberError::Separators { here: Some(here), .. } => found.help(format!(
            "write `{here}`, or set the article's `language:` to the region it is written for"
        )),
        NumberError::Separators { .. } => found.help("look at the marks between the digits"),
        NumberError::Ambiguous { .. } => {
            found.help("write it in a way that can be read only once, or set `language:`")
        }
        NumberError::Range => found.help("make two quantities of it, one for each end"),
        _ => found.help(
            "write the number as readers are to see it: `about $204 billion`, `10.7 percent`, `32`",
        ),
    }
}

/// Reports a text without a day.
pub fn no_day(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "no day can be read here").help("write it like `January 3, 2024`")
}
