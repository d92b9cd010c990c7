//! Articles that are not what their seed says.

use super::quote_ambiguous::{proposal, times};
use super::quote_not_found::in_article;
use crate::anchor::{Anchor, Difference, EditFailure, Failure, TextMap, compare, normal};
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::Article;
use std::sync::Arc;

/// The rule.
pub static RULE: Rule = Rule {
    name: "seed-mismatch",
    level: Level::Deny,
    summary: "an article differs from its seed by more than its declared edits",
    reason: "A document under check must be shown as it was received. What was mended (a typing error, \
             a stray line) is declared under `edits:` and shown to readers; any other difference would \
             put words into someone's mouth.",
    bad: "a $20 bilion loan      (seed)\na $20 billion loan     (article, and no edit declares it)",
    good: "edits:\n  - was: $20 bilion\n    now: $20 billion\n    why: A typing error in the original.",
    fixed: true,
};

/// Differences that are shown at most.
const SHOWN: usize = 10;

/// A place where an article departs from its seed, and the finding about it.
pub type Departure = (Anchor, Diagnostic);

/// Compares an article with its seed, where it has one. What is wrong with the edits themselves goes
/// to `findings`.
pub fn check(
    article: &Article,
    map: &TextMap<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Departure> {
    let Some(seed) = &article.seed else { return Vec::new() };
    let comparison = compare(&seed.text, &article.matter.edits, map);
    let failed = !comparison.failures.is_empty();
    for (index, failure) in &comparison.failures {
        findings.push(edit_failed(article, seed, *index, failure));
    }
    // An edit that could not be made shows as a difference too; one finding says it all.
    if failed {
        return Vec::new();
    }
    if comparison.differences.len() > SHOWN {
        findings.push(Diagnostic::new(
            &RULE,
            Place::file(&article.file),
            format!(
                "there are {} more differences between the article and its seed",
                comparison.differences.len() - SHOWN
            ),
        ));
    }
    comparison
        .differences
        .iter()
        .take(SHOWN)
        .map(|difference| (difference.visible.clone(), differs(article, seed, map, difference)))
        .collect()
}

/// Whether a quote that is not in the article is in its seed as received: then the article was
/// changed, not the quote, and one finding says it.
pub fn explains(article: &Article, quote: &str) -> bool {
    let quote = normal(quote);
    let quote = quote.trim();
    article
        .seed
        .as_ref()
        .is_some_and(|seed| !quote.is_empty() && normal(&seed.text).contains(quote))
}

fn differs(
    article: &Article,
    seed: &Arc<InputFile>,
    map: &TextMap<'_>,
    difference: &Difference,
) -> Diagnostic {
    let (was, now) = (shorten(&difference.seed), shorten(&difference.article));
    let message = match (was.is_empty(), now.is_empty()) {
        (true, _) => format!("the article has words that its seed does not have: `{now}`"),
        (_, true) => format!("words of the seed are missing in the article: `{was}`"),
        _ => format!("the seed says `{was}`, the article says `{now}`"),
    };
    Diagnostic::new(&RULE, in_article(article, map, &difference.visible), message)
        .related(Place::bytes(seed, difference.seed_range.clone()), "the seed says")
        .help("write the words as the seed has them, or declare the difference under `edits:` with `was:`, `now:` and `why:`")
}

fn shorten(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= 120 {
        return text.to_owned();
    }
    text.chars().take(120).chain(['…']).collect()
}

fn edit_failed(
    article: &Article,
    seed: &Arc<InputFile>,
    index: usize,
    failure: &EditFailure,
) -> Diagnostic {
    let at = |index: usize, key: &str| Place {
        file: article.file.clone(),
        at: At::FrontMatter(
            KeyPath::top().key("edits").index(index).key(key),
            article.matter_start,
        ),
    };
    let found = |key, message: &str| Diagnostic::new(&RULE, at(index, key), message);
    match failure {
        EditFailure::Overlaps(other) => {
            found("was", "this edit changes words that another edit changes too")
                .related(at(*other, "was"), "the other edit")
                .help("make one edit of the two")
        }
        EditFailure::NoPlace(Failure::Ambiguous(places)) => {
            let times = times(places.len(), article.matter.edits.len());
            let found = found("was", &format!("these words stand {times} in the seed"));
            let found = places.iter().take(5).fold(found, |found, place| {
                found.related(Place::bytes(seed, place.anchor.clone()), proposal(place))
            });
            found.help("add `prefix:` or `suffix:`, or take more words into `was:`")
        }
        EditFailure::NoPlace(Failure::ContextMismatch(places)) => {
            let found =
                found("was", "these words are in the seed, but not with this prefix or suffix");
            places
                .iter()
                .take(5)
                .fold(found, |found, place| {
                    found.related(Place::bytes(seed, place.clone()), "they stand here")
                })
                .help("copy the prefix or suffix from the seed, or delete it")
        }
        EditFailure::NoPlace(Failure::NotFound(Some(near))) => {
            found("was", "these words are not in the seed")
                .related(Place::bytes(seed, near.anchor.clone()), "the nearest passage")
                .help("copy the words of the seed as they stand there")
        }
        EditFailure::NoPlace(_) => found("was", "these words are not in the seed")
            .help(format!("copy the words from `{}` as they stand there", seed.path)),
    }
}
