//! Places for numbers where none can be put.

use std::sync::Arc;

use super::figure_unknown::is_for_a_number;

use crate::anchor::{TextMap, tokens};
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Claim, Page};

/// The rule.
pub static RULE: Rule = Rule {
    name: "figure-misplaced",
    level: Level::Deny,
    summary: "a place for a number stands where no number can be put",
    reason: "`{{quantity:x}}` and `{{sum:x}}` are filled in the text of an article and in the \
             `explanation` of a claim. Titles, findings and notes also go to feeds, lists and machines, \
             where a number could not be opened, so there it is written out.",
    bad: "finding: The pledge was {{quantity:pledge}}.",
    good: "finding: The pledge was $20 billion.",
    fixed: true,
};

fn report(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "no number is put in here")
        .help("write the number out; `{{quantity:x}}` and `{{sum:x}}` work in the article's text and in `explanation`")
}

fn has_token(text: &str) -> bool {
    text.contains("{{") && tokens(text).any(|token| is_for_a_number(token.kind))
}

/// Reports them in the front matter and the claims of an article.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let matter = &article.matter;
    for (key, text) in [("title", &matter.title), ("dek", &matter.dek)] {
        if text.as_ref().is_some_and(|text| has_token(text)) {
            let at = At::FrontMatter(KeyPath::top().key(key), article.matter_start);
            findings.push(report(Place { file: Arc::clone(&article.file), at }));
        }
    }
    let Some(file) = &article.claims_file else { return };
    let path = KeyPath::top().key("claims");
    for (number, claim) in article.claims.iter().enumerate() {
        let Claim { quote, finding, would_change, .. } = claim;
        let texts = [
            ("claim", claim.claim.as_deref()),
            ("quote", Some(quote.as_str())),
            ("finding", Some(finding.as_str())),
            ("would_change", would_change.as_deref()),
        ];
        for (key, text) in texts {
            if text.is_some_and(has_token) {
                findings.push(report(Place::value(file, path.index(number).key(key))));
            }
        }
        for (place, evidence) in claim.evidence.iter().enumerate() {
            if evidence.note.as_deref().is_some_and(has_token) {
                let path = path.index(number).key("evidence").index(place).key("note");
                findings.push(report(Place::value(file, path)));
            }
        }
    }
}

/// Reports them in a plain page, which has no figures.
pub fn check_page(page: &Page, map: &TextMap<'_>, findings: &mut Vec<Diagnostic>) {
    for token in map.unfilled.iter().filter(|token| is_for_a_number(&token.kind)) {
        let source = &token.source;
        let range = source.start + page.body_start..source.end + page.body_start;
        findings.push(report(Place::bytes(&page.file, range)));
    }
}
