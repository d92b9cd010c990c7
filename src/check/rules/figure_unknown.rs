//! Prose that names a figure which is not there.

use crate::anchor::{CHART, Unfilled};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::{Article, Figures, Site};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "figure-unknown",
    level: Level::Deny,
    summary: "prose names a quantity or sum that is not in figures.yaml",
    reason: "`{{quantity:x}}` and `{{sum:x}}` are places for numbers of the article's figures.yaml. A \
             name that is not there would leave braces where readers expect a number. Text that is \
             meant literally stands in backquotes, or after a backslash.",
    bad: "The pledge was {{quantity:plegde}}.",
    good: "The pledge was {{quantity:pledge}}.",
    fixed: true,
};

const KINDS: [&str; 2] = ["quantity", "sum"];

/// Words that authors write for them.
const OTHER_WORDS: [&str; 8] =
    ["figure", "figures", "number", "numbers", "quantities", "sums", "total", "value"];

/// Whether a place in double braces is meant for a number.
pub fn is_for_a_number(kind: &str) -> bool {
    OTHER_WORDS.into_iter().any(|word| kind.eq_ignore_ascii_case(word))
        || nearest::nearest(kind, KINDS.into_iter()).is_some()
}

/// Reports a place for a number that could not be filled; silent where that was reported already, and
/// where braces are no place for a number.
pub fn report(
    article: &Article,
    site: &Site,
    place: &Place,
    token: &Unfilled,
) -> Option<Diagnostic> {
    let Unfilled { kind, id, .. } = token;
    let found = |message: String| Some(Diagnostic::new(&RULE, place.clone(), message));
    let figures = &article.figures;
    let has = |kind: &str| match kind {
        "quantity" => figures.quantities.get(id).is_some(),
        _ => figures.sums.get(id).is_some(),
    };
    if *kind == CHART {
        return None; // It has rules of its own.
    }
    if nearest::nearest(kind, [CHART].into_iter()).is_some() {
        return found(format!("the word before a chart's name is `{CHART}`, not `{kind}`"))
            .map(|found| found.help(format!("write `{{{{{CHART}:{id}}}}}`")));
    }
    if !KINDS.contains(&&**kind) {
        let known = KINDS.into_iter().find(|kind| has(kind));
        if !is_for_a_number(kind) && known.is_none() {
            return None;
        }
        let told = match &**kind {
            "" => format!("`{id}` is a name, and its kind is missing before it"),
            kind => format!("a number is a quantity or a sum, not a `{kind}`"),
        };
        return found(told).map(|found| {
            found.help(match known.or_else(|| nearest::nearest(kind, KINDS.into_iter())) {
                Some(kind) => format!("write `{{{{{kind}:{id}}}}}`"),
                None => format!("write `{{{{quantity:{id}}}}}` or `{{{{sum:{id}}}}}`"),
            })
        });
    }
    // It is there and could not be computed, or the file could not be read: both were reported.
    if has(kind) || (site.unread.texts && *figures == Figures::default()) {
        return None;
    }
    if article.figures_file.is_none() {
        return found(format!("there is no {kind} `{id}`, since the article has no figures.yaml"))
            .map(|found| {
                found.help("write figures.yaml beside the article, with the number in it")
            });
    }
    if let Some(other) = KINDS.into_iter().find(|other| has(other)) {
        return found(format!("`{id}` is a {other}, not a {kind}"))
            .map(|found| found.help(format!("write `{{{{{other}:{id}}}}}`")));
    }
    let names = || figures.quantities.ids().chain(figures.sums.ids());
    let message = format!("there is no {kind} `{id}` in figures.yaml");
    found(message).map(|found| match nearest::nearest(id, names()) {
        Some(near) => {
            let kind = if figures.sums.get(near).is_some() { "sum" } else { "quantity" };
            found.help(format!("did you mean `{{{{{kind}:{near}}}}}`?"))
        }
        None => found.help("name it there, or write the number out"),
    })
}

/// The place of the token within a value of YAML, where it stands there letter by letter.
pub fn within(value: &Place, token: &Unfilled) -> Place {
    let start = value.range().start;
    let text = &value.file.text[start..];
    let same = |found: &crate::anchor::Token<'_>| found.kind == token.kind && found.id == token.id;
    match crate::anchor::tokens(text).find(same) {
        Some(found) => {
            Place::bytes(&value.file, start + found.range.start..start + found.range.end)
        }
        None => value.clone(),
    }
}
