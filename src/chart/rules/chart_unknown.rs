//! Charts that are not there.

use crate::anchor::TextMap;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-unknown",
    level: Level::Deny,
    summary: "a claim or a text names a chart that is not in figures.yaml",
    reason: "Readers are led from a check to the charts that it rests on.",
    bad: "charts: [us-adi]",
    good: "charts: [us-aid]",
    fixed: true,
};

/// Reports charts that claims name and figures.yaml does not have.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    let charts = &article.figures.charts;
    for (index, claim) in article.claims.iter().enumerate() {
        for (number, id) in claim.charts.iter().enumerate() {
            let path = KeyPath::top().key("claims").index(index).key("charts").index(number);
            let place = || Place::value(file, path.clone());
            if charts.get(id).is_none() {
                findings.push(report(place(), id, &charts.ids().collect::<Vec<_>>()));
            } else if claim.charts[..number].contains(id) {
                findings.push(
                    Diagnostic::new(&RULE, place(), format!("the chart `{id}` stands twice here"))
                        .help("delete one of the two"),
                );
            }
        }
    }
}

/// Reports charts that the article's text gives a place and figures.yaml does not have. `at` gives the
/// place of bytes of the text.
pub fn check_places(
    article: &Article,
    map: &TextMap<'_>,
    at: &dyn Fn(std::ops::Range<usize>) -> Place,
    findings: &mut Vec<Diagnostic>,
) {
    let charts = &article.figures.charts;
    for place in map.charts.iter().filter(|place| charts.get(&place.id).is_none()) {
        let ids: Vec<&str> = charts.ids().collect();
        findings.push(report(at(place.source.clone()), &place.id, &ids));
    }
}

/// Reports a name.
pub fn report(place: Place, id: &str, charts: &[&str]) -> Diagnostic {
    let message = format!("there is no chart `{id}` in the figures of this article");
    let found = Diagnostic::new(&RULE, place, message);
    match nearest::nearest(id, charts.iter().copied()) {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None if charts.is_empty() => found.help("add it to figures.yaml under `charts:`"),
        None => found.help(format!(
            "charts of this article: {}",
            nearest::list(charts.iter().copied().take(20))
        )),
    }
}
