//! The figures of an article, and its text with them in their places.

use super::rules::{bad_id, figure_misplaced, figure_unknown, unused_figure};
use crate::anchor::TextMap;
use crate::chart::rules::chart_misplaced;
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{self, Computed};
use crate::input::KeyPath;
use crate::model::{Article, Site};

/// Computes an article's figures, and reads its text and its explanations with them.
pub fn read<'a>(
    article: &'a Article,
    site: &Site,
    findings: &mut Vec<Diagnostic>,
) -> (Computed, TextMap<'a>) {
    let raw_html = site.settings.raw_html;
    let language = article.language(&site.settings.language);
    let mut computed = figures::compute(article, language, findings);
    let fill = |kind: &str, id: &str| computed.shown(kind, id).map(str::to_owned);
    let map = TextMap::with_figures(article.body(), raw_html, &fill);
    for token in &map.unfilled {
        let source = &token.source;
        let range = source.start + article.body_start..source.end + article.body_start;
        let place = Place::bytes(&article.file, range);
        findings.extend(figure_unknown::report(article, site, &place, token));
    }
    let mut in_claims = Vec::new();
    for (number, claim) in article.claims.iter().enumerate() {
        let Some(text) = claim.explanation.as_ref().filter(|text| text.contains("{{")) else {
            continue;
        };
        let map = TextMap::with_figures(text, raw_html, &fill);
        if let Some(file) = &article.claims_file {
            let path = KeyPath::top().key("claims").index(number).key("explanation");
            for token in &map.unfilled {
                let place = figure_unknown::within(&Place::value(file, path.clone()), token);
                findings.extend(figure_unknown::report(article, site, &place, token));
            }
        }
        if let Some(file) = &article.claims_file {
            let path = KeyPath::top().key("claims").index(number).key("explanation");
            let at = |_| Place::value(file, path.clone());
            let help = "name the chart under `charts:` of the claim";
            findings.extend(chart_misplaced::without_charts(&map, &at, help));
        }
        in_claims.resize(number, Vec::new());
        in_claims.push(ids(&map));
    }
    figure_misplaced::check(article, findings);
    computed.in_text = ids(&map);
    computed.in_claims = in_claims;
    (computed, map)
}

/// The names of the figures in a text, each once.
fn ids(map: &TextMap<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for figure in &map.figures {
        if !found.contains(&figure.id) {
            found.push(figure.id.clone());
        }
    }
    found
}

/// The rules about an article's figures as a whole.
pub fn check(article: &Article, computed: &Computed, findings: &mut Vec<Diagnostic>) {
    unused_figure::check(article, computed, findings);
    let Some(file) = &article.figures_file else { return };
    let quantities = article.figures.quantities.ids().map(|id| ("quantities", id));
    let sums = article.figures.sums.ids().map(|id| ("sums", id));
    // Names become fragments.
    for (key, id) in quantities.chain(sums) {
        if !crate::address::is_kebab_case(id) {
            let place = Place::key(file, KeyPath::top().key(key).key(id));
            findings.push(bad_id::report(place, id));
        }
    }
}
