//! Kept copies in which nothing can be read.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "snapshot-unreadable",
    level: Level::Warn,
    summary: "nothing can be read in the kept copy of a source, so its quotations are not verified",
    reason: "A PDF of scanned pages holds pictures and no words, one with a password tells nothing, and \
             a page that scripts make is empty. That is no error of the quotation, but readers are told \
             that it was not verified.",
    bad: "snapshots/report.pdf     (scanned pages)",
    good: "snapshots/report.pdf     (with its text, as text recognition adds it)",
    fixed: false,
};

/// Reports the copy at `path` of a source; `why` ends a sentence that starts with "it".
pub fn report(place: Place, source: &str, path: &str, why: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the kept copy of `{source}` can't be read: it {why}"))
        .note(format!("the copy: {path}"))
        .note("its quotations are not verified")
        .help(format!(
            "keep a copy with readable text: `factpress archive {source} --from FILE --again`, FILE \
             being a page as a browser saves it, a PDF with text, or plain text"
        ))
}

/// Reports a quotation that is not in what can be read of a copy.
pub fn partly(place: Place, source: &str, path: &str) -> Diagnostic {
    let message =
        format!("only a part of the kept copy of `{source}` can be read, and this is not in it");
    Diagnostic::new(&RULE, place, message)
        .note(format!("the copy: {path}"))
        .note("the quotation is not verified")
        .help(format!(
            "keep a copy with readable text: `factpress archive {source} --from FILE --again`"
        ))
}
