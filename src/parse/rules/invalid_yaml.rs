//! Files that are no YAML.

use super::slip::{self, Slip};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Lock;

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-yaml",
    level: Level::Deny,
    summary: "a YAML file or a front matter can't be read",
    reason: "YAML is read by its indentation and a few signs. Words that hold a colon, a hash or a \
             quotation mark need quotation marks around them, or stand in a block after `|`. \
             Indentation is made of spaces, never of tabs.",
    bad: "finding: The pledge: grants and loans",
    good: "finding: \"The pledge: grants and loans\"",
    fixed: true,
};

/// Reports an error of the YAML reader.
pub fn report(place: &Place, words: &str, text: &str) -> Diagnostic {
    let line = {
        let start = place.range().start.min(place.file.text.len());
        let from = place.file.text[..start].rfind('\n').map_or(0, |at| at + 1);
        place.file.text[from..].lines().next().unwrap_or("").to_owned()
    };
    let found = |message: &str| Diagnostic::new(&RULE, place.clone(), message);
    if words.contains("recursion limit") {
        return found("this file is nested too deeply to be read")
            .help("no hand-written file needs more than a few levels; write the entries out flat");
    }
    if words.contains("repetition limit") {
        return found("this file repeats its own parts too many times to be read")
            .help("write the repeated values out instead of using `&name` and `*name`");
    }
    if words.contains("unknown anchor") {
        return found("`*name` refers to something that is not defined above it")
            .help("put quotation marks around words that start with `*`");
    }
    if words.contains("more than one document") {
        return found("this file holds several YAML documents, divided by `---`")
            .label("the second one starts here")
            .help("take the line `---` or `...` above it out");
    }
    if line.trim_start_matches(' ').starts_with('\t')
        || (words.contains("tab") && text.contains('\t'))
    {
        return found("there is a tab in the indentation of this line")
            .label("YAML is indented with spaces only")
            .help("replace the tab with spaces");
    }
    if let Some(Slip { place, message, help }) = slip::known(place, words) {
        return Diagnostic::new(&RULE, place, message).help(help);
    }
    if words.contains("mapping values are not allowed") {
        return found("YAML takes what stands before this colon for a key")
            .help("put quotation marks around words that hold a colon: `key: \"one: two\"`");
    }
    found("this can't be read as YAML").label(words.to_owned()).help(
        "look at the indentation and at quotation marks of this line and of the one before it; \
         words with a colon, a hash or a quotation mark in them need quotation marks around them",
    )
}

/// Reports a quotation mark without a partner; `closed` is the line of the one that was taken for it.
pub fn open_quote(place: Place, closed: Option<usize>) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, "the quotation mark that opens here is not closed")
        .help("put the same mark at the end of these words");
    match closed {
        Some(line) => found.label(format!("it was taken to end on line {line}")),
        None => found,
    }
}

/// Reports a front matter whose lines end as those of old Macs.
pub fn old_line_ends(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "the lines of this file end in a way that is no longer read")
        .help("save the file again with line ends of the kind LF or CRLF (Unix or Windows)")
}

/// Reports a front matter without an end.
pub fn unclosed(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "the front matter that starts here has no end")
        .help("close it with a line that holds only `---`, above the text")
}

/// Reports a file that git left half merged.
pub fn unmerged(place: Place, path: &str) -> Diagnostic {
    let found =
        Diagnostic::new(&RULE, place, "this file holds two versions that git could not join")
            .label("one version stands from here to `=======`, the other from there to `>>>>>>>`");
    if path == Lock::FILE {
        return found
            .help(
                "keep every claim of both versions: where one stands in both, keep the line with the \
                 longer `ledger`; then delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
            )
            .help("`factpress build` brings the file into its order again");
    }
    found.help(
        "make one version of the two, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    )
}
