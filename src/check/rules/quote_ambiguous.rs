//! Quotes that stand more than once.

use super::quote_not_found::{in_article, place};
use crate::anchor::{Candidate, TextMap};
use crate::diagnostic::{Diagnostic, Level, Rule};
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "quote-ambiguous",
    level: Level::Deny,
    summary: "the quoted words of a claim stand more than once in the article",
    reason: "A check belongs to one place. Words that stand straight before or after it tell the places \
             apart: `prefix:` and `suffix:`.",
    bad: "quote: the Alliance",
    good: "quote: the Alliance\nprefix: \"it has been reported \"",
    fixed: true,
};

/// Places that are listed at most.
const SHOWN: usize = 5;

/// Reports the places and proposes a prefix or suffix for each.
pub fn report(
    article: &Article,
    map: &TextMap<'_>,
    index: usize,
    candidates: &[Candidate],
) -> Diagnostic {
    let found = Diagnostic::new(
        &RULE,
        place(article, index, "quote"),
        format!(
            "these words stand {}{} times in the article",
            if candidates.len() < crate::anchor::MOST_PLACES { "" } else { "at least " },
            candidates.len()
        ),
    );
    let found =
        candidates.iter().take(SHOWN).enumerate().fold(found, |found, (number, candidate)| {
            let label = match (&candidate.prefix, &candidate.suffix) {
                (Some(prefix), _) => format!("{}: with `prefix: {}`", number + 1, quoted(prefix)),
                (None, Some(suffix)) => {
                    format!("{}: with `suffix: {}`", number + 1, quoted(suffix))
                }
                (None, None) => format!("{}: here", number + 1),
            };
            found.related(in_article(article, map, &candidate.anchor), label)
        });
    let found = if candidates.len() > SHOWN {
        found.note(format!("and {} more", candidates.len() - SHOWN))
    } else {
        found
    };
    found.help("add the prefix or suffix of the place you mean, or quote more words")
}

/// A text as YAML writes it between double quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
