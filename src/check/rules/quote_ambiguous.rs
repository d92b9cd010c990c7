//! Quotes that stand more than once.

use super::quote_not_found::{in_article, place};
use crate::anchor::{Candidate, TextMap, most_places};
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
    let claim = &article.claims[index];
    let given = match (&claim.prefix, &claim.suffix) {
        (Some(_), Some(_)) => " between this prefix and this suffix",
        (Some(_), None) => " after this prefix",
        (None, Some(_)) => " before this suffix",
        (None, None) => "",
    };
    let found = Diagnostic::new(
        &RULE,
        place(article, index, "quote"),
        format!(
            "these words stand {} in the article{given}",
            times(candidates.len(), article.claims.len())
        ),
    );
    let found =
        candidates.iter().take(SHOWN).enumerate().fold(found, |found, (number, candidate)| {
            let label = format!("{}: {}", number + 1, proposal(candidate));
            found.related(in_article(article, map, &candidate.anchor), label)
        });
    let found = if candidates.len() > SHOWN {
        found.note(format!("and {} more", candidates.len() - SHOWN))
    } else {
        found
    };
    found.help(if !candidates.iter().any(|it| it.prefix.is_some() || it.suffix.is_some()) {
        "quote more words, until they stand only once"
    } else if given.is_empty() {
        "add the prefix or suffix of the place you mean, or quote more words"
    } else {
        "write the prefix or suffix of the place you mean in place of what is there, or quote more words"
    })
}

/// How often words were found, of so many quotations that were looked for together.
pub fn times(found: usize, quotations: usize) -> String {
    let at_least = if found < most_places(quotations) { "" } else { "at least " };
    format!("{at_least}{found} times")
}

/// The prefix and suffix that tell a place apart, as YAML writes them.
pub fn proposal(candidate: &Candidate) -> String {
    match (&candidate.prefix, &candidate.suffix) {
        (Some(prefix), Some(suffix)) => {
            format!("with `prefix: {}` and `suffix: {}`", quoted(prefix), quoted(suffix))
        }
        (Some(prefix), None) => format!("with `prefix: {}`", quoted(prefix)),
        (None, Some(suffix)) => format!("with `suffix: {}`", quoted(suffix)),
        (None, None) => "here".to_owned(),
    }
}

/// A text as YAML writes it between double quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_to_the_end_is_told_exactly() {
        assert_eq!(times(99, 1), "99 times");
        assert_eq!(times(100, 1000), "at least 100 times");
        assert_eq!(times(20, 5000), "at least 20 times");
        assert_eq!(times(19, 5000), "19 times");
    }
}
