//! Quotes where no mark can stand.

use std::ops::Range;

use super::quote_not_found::place;
use crate::anchor::CodeKind;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "quote-in-code",
    level: Level::Deny,
    summary: "the quoted words of a claim stand in code, in the alternative text of a picture or in raw HTML",
    reason: "Marks are set around words that readers see as running text. Code must stay as it is, and \
             alternative text and raw HTML have no words to mark.",
    bad: "The file says `a $20 billion loan`.      (article)\nquote: a $20 billion loan               (claims.yaml)",
    good: "The file says “a $20 billion loan”.",
    fixed: true,
};

/// What to do about tags of raw HTML that are shown as text.
pub const MARKDOWN_FOR_TAGS: &str = "write Markdown in place of the tags, such as `**bold**` for `<b>bold</b>`; or set `raw_html: true` \
     in `factpress.yaml`, so that tags are kept rather than shown as text";

/// Reports the words; `range` is where they stand in the Markdown.
pub fn report(article: &Article, index: usize, kind: CodeKind, range: &Range<usize>) -> Diagnostic {
    let (where_, help) = match kind {
        CodeKind::Code => (
            "in code",
            "take the grave accents (or the indentation) away from the words in the article, or quote words outside the code",
        ),
        CodeKind::AltText => (
            "in the alternative text of a picture",
            "quote words of the running text; what a picture shows can be said in its caption",
        ),
        CodeKind::RawHtml => {
            ("in raw HTML", "write the passage in Markdown, or quote words outside the HTML")
        }
        CodeKind::AmongTags => ("in the article with raw HTML tags among them", MARKDOWN_FOR_TAGS),
    };
    let start = article.body_start;
    Diagnostic::new(
        &RULE,
        place(article, index, "quote"),
        format!("these words stand {where_}, where they can't be marked"),
    )
    .related(Place::bytes(&article.file, range.start + start..range.end + start), "here")
    .help(help)
}
