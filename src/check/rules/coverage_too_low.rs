//! Articles whose claims cover too little of what could be checked.

use std::sync::Arc;

use super::quote_not_found::in_article;
use crate::anchor::TextMap;
use crate::coverage::{Coverage, Statement};
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Settings};

/// The rule.
pub static RULE: Rule = Rule {
    name: "coverage-too-low",
    level: Level::Warn,
    summary: "an article's claims cover fewer of its checkable statements than the site asks for",
    reason: "Readers take a page of fact-checks for a check of the page. The minimum of \
             `coverage: {minimum: …}` in factpress.yaml, or of `coverage:` in an article, says how many of an \
             article's checkable statements (numbers, dates, quotations, what someone did or said) a claim has \
             to stand on. They are found by rules of language, in English and Spanish, and not without error: \
             docs/coverage.md has the figures. `factpress coverage` lists them all.",
    bad: "coverage: {minimum: 80}      (factpress.yaml)\nTwo of five statements have a claim, 40%.",
    good: "coverage: {minimum: 40}      (factpress.yaml)\nTwo of five statements have a claim, 40%.",
    fixed: false,
};

/// Statements that are shown at most.
const SHOWN: usize = 5;

/// Reports an article below its minimum.
pub fn check(
    article: &Article,
    settings: &Settings,
    map: &TextMap<'_>,
    coverage: &Coverage,
    findings: &mut Vec<Diagnostic>,
) {
    let own = article.matter.coverage;
    let Some(minimum) = own.or(settings.coverage.minimum) else { return };
    let (covered, all) = (coverage.covered(), coverage.statements.len());
    if minimum.is_reached(covered, all) {
        return;
    }
    let message = format!(
        "claims cover {covered} of {all} checkable statements, {}%; {minimum} are due",
        coverage.percent()
    );
    let (place, by) = if own.is_some() {
        let at = At::FrontMatter(KeyPath::top().key("coverage"), article.matter_start);
        (Place { file: Arc::clone(&article.file), at }, "`coverage` of this article")
    } else {
        (first_line(article), "`coverage.minimum` in factpress.yaml")
    };
    let mut found = Diagnostic::new(&RULE, place, message);
    for statement in coverage.uncovered().take(SHOWN) {
        let label = format!("no claim stands on this ({})", words(statement));
        found = found.related(in_article(article, map, &statement.range), label);
    }
    if all - covered > SHOWN {
        found = found.note(format!("{} more have no claim", all - covered - SHOWN));
    }
    findings.push(found.help(format!(
        "add claims (`factpress coverage {}` lists what has none), or lower {by}",
        article.slug
    )));
}

/// The first line of the text that has words.
fn first_line(article: &Article) -> Place {
    let body = article.body();
    let start = article.body_start + (body.len() - body.trim_start().len());
    let line = body.trim_start().lines().next().map_or(0, str::len);
    Place::bytes(&article.file, start..start + line)
}

/// The kinds of a statement: `number, date`.
fn words(statement: &Statement) -> String {
    let words: Vec<_> = statement.kinds.iter().map(|kind| kind.word()).collect();
    words.join(", ")
}
