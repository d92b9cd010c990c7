//! Quotations of evidence that would stand anywhere.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::snapshots::SHORTEST_QUOTE;

/// The rule.
pub static RULE: Rule = Rule {
    name: "evidence-too-short",
    level: Level::Deny,
    summary: "the quoted words of a piece of evidence are too few to prove anything",
    reason: "A word or a number alone stands in any longer text, whatever that says. A reader can't \
             find the passage by it, and looking for it in the source proves nothing. Twelve \
             characters are the least; of a quotation that leaves something out (`…`), each part needs \
             them.",
    bad: "quote: \"2.6%\"",
    good: "quote: was 2.6%, exceeding the goal of 2.5%",
    fixed: false,
};

/// Reports a quotation.
pub fn report(place: Place, quote: &str) -> Diagnostic {
    let parted = crate::snapshots::parts(quote).len() > 1;
    let message = if parted {
        format!(
            "a part of this quotation has less than {SHORTEST_QUOTE} characters and proves nothing"
        )
    } else {
        format!("this quotation has less than {SHORTEST_QUOTE} characters and proves nothing")
    };
    Diagnostic::new(&RULE, place, message)
        .help("quote the words around it too")
        .help("or write what the source shows under `note:`, in your own words")
}
