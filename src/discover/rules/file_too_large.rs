//! Files that are too large to have been written by hand.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "file-too-large",
    level: Level::Deny,
    summary: "a text file is larger than 8 MiB, a Markdown file than 2 MiB, or a kept copy than 64 MiB",
    reason: "Articles and fact-checks are written by hand; a file of many megabytes is something \
             else that got here by accident, and reading it would fill the memory.",
    bad: "content/summit/index.md         (100 MB)",
    good: "content/summit/index.md         (a few kilobytes)\ncontent/summit/minutes.pdf      (copied as it is)",
    fixed: true,
};

/// Reports a text of more than `limit` signs of Markdown.
pub fn signs(place: Place, limit: usize) -> Diagnostic {
    let message =
        format!("this text has more than {limit} pieces of Markdown; no article has so many");
    Diagnostic::new(&RULE, place, message)
        .help("split the text into several articles, or move the file out of the site if it does not belong here")
}

/// Reports a file of `size` bytes where `limit` are read.
pub fn report(path: &str, size: u64, limit: u64) -> Diagnostic {
    let mebibytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let place = Place::file(&InputFile::new(path, ""));
    Diagnostic::new(
        &RULE,
        place,
        format!("this file has {} MiB; at most {} MiB are read", mebibytes(size), mebibytes(limit)),
    )
    .help(if path.starts_with("snapshots/") {
        "keep a smaller copy, such as the pages that are quoted"
    } else {
        "split the text into several articles, or move the file out of the site if it does not belong here"
    })
}
