//! Quotations of evidence that are not in the kept copy of their source.

use super::quote_not_found::side_by_side;
use crate::anchor::Failure;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::snapshots::Miss;

/// The rule.
pub static RULE: Rule = Rule {
    name: "evidence-not-in-snapshot",
    level: Level::Deny,
    summary: "the quoted words of a piece of evidence are not in the kept copy of its source",
    reason: "A wrong quotation is the error that costs a fact-check its readers' trust. Where a copy \
             of the source is kept, the words are looked for in it, letter by letter; white space, \
             kinds of quotation marks and kinds of dashes do not matter. What is left out is marked \
             with `…`, and then the parts must stand in the copy in this order, near each other.",
    bad: "quote: assistance (grants or loans)      (claims.yaml)\n… assistance (grants and loans) …        (snapshots/essay.html)",
    good: "quote: assistance (grants and loans)",
    fixed: true,
};

/// Reports a quotation at `place` that the copy at `path` of a source does not hold.
pub fn report(place: &Place, source: &str, path: &str, miss: &Miss) -> Diagnostic {
    let found = |message: String| Diagnostic::new(&RULE, place.clone(), message);
    let Miss::NoPlace { part, of, words, failure, there } = miss else {
        return found(format!(
            "the parts of this quotation are in the kept copy of `{source}`, but not in this order \
             and near each other"
        ))
        .note(format!("the copy: {path}"))
        .help("quote the parts as they follow each other, or make two pieces of evidence of them");
    };
    let subject = if *of > 1 {
        format!("part {} of this quotation is", part + 1)
    } else {
        "these words are".to_owned()
    };
    match (failure, there) {
        (Failure::CutsWord(_), Some(there)) => found(format!(
            "{subject} in the kept copy of `{source}` only cut out of a longer word, number or sign"
        ))
        .label(format!("there it is `{there}`"))
        .note(format!("the copy: {path}"))
        .help(format!("quote it whole: `{there}`")),
        (Failure::NotFound(Some(near)), _) => {
            let (quote, passage) = side_by_side(&near.words);
            found(format!("{subject} not in the kept copy of `{source}`"))
                .note(format!("the quote: {quote}"))
                .note(format!("the copy:  {passage}"))
                .note(format!("the nearest passage of {path} is shown"))
                .help("copy the words of the source as they stand in the copy")
                .help(format!("if the source has changed since, `factpress archive {source} --again` keeps it as it is now"))
        }
        (failure, _) => {
            let found = found(format!("{subject} not in the kept copy of `{source}`"));
            let found = match failure {
                Failure::NotCompared => found.note(
                    "so many quotations are not found that the nearest passages are shown for the \
                     first ones only",
                ),
                _ if *of > 1 => found.label(format!("nothing like `{words}` was found")),
                _ => found.label("nothing like them was found"),
            };
            found.note(format!("the copy: {path}")).help(
                "see whether the words are from another page of the source, or from another source",
            )
        }
    }
}
