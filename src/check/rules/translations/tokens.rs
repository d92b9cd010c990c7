//! Numbers that are put in by name.

use std::collections::BTreeSet;

use super::Pair;
use super::translation_differs::report;
use crate::anchor;
use crate::diagnostic::{Diagnostic, Place};

/// Reports texts of a translation that name other numbers than the original does.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    let (own, original) = (&pair.translation.article, pair.original);
    for (index, of) in pair.translation.of.iter().enumerate() {
        let Some(of) = *of else { continue };
        let texts = |claim: &crate::model::Claim| claim.explanation.clone().unwrap_or_default();
        let (text, due) = (texts(&own.claims[index]), texts(&original.claims[of]));
        // A text that is missing is reported as that.
        if !text.is_empty() {
            let places = (pair.at(index, "explanation"), pair.original_at(of, "explanation"));
            findings.extend(differ(&text, &due, places));
        }
    }
    let start = |article: &crate::model::Article| {
        Place::bytes(&article.file, article.body_start..article.body_start)
    };
    findings.extend(differ(own.body(), original.body(), (start(own), start(original))));
}

fn differ(own: &str, original: &str, (place, there): (Place, Place)) -> Option<Diagnostic> {
    let named = |text: &str| -> BTreeSet<String> {
        let tokens =
            anchor::tokens(text).filter(|it| matches!(it.kind, "quantity" | "sum" | "chart"));
        tokens.map(|token| format!("`{{{{{}:{}}}}}`", token.kind, token.id)).collect()
    };
    let (own, original) = (named(own), named(original));
    let list =
        |these: Vec<&String>| these.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let missing = list(original.difference(&own).collect());
    let too_many = list(own.difference(&original).collect());
    let message = match (missing.as_str(), too_many.as_str()) {
        ("", "") => return None,
        (missing, "") => format!("the original shows {missing}, which the translation does not"),
        ("", many) => format!("the translation shows {many}, which the original does not"),
        (missing, many) => format!("the original shows {missing}, the translation {many}"),
    };
    Some(report(place, there, message).help("put in the same numbers by name as the original"))
}
