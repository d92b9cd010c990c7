//! The charts of an article: those of its figures, and their places in its text.

use std::ops::Range;

use super::rules::bad_id;
use crate::anchor::TextMap;
use crate::chart::rules::{chart_misplaced, chart_unknown};
use crate::chart::{self, Plot};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::Computed;
use crate::input::KeyPath;
use crate::model::{Article, Page, Site};

/// Reads the charts of an article and their places in its text.
pub fn read(
    article: &Article,
    site: &Site,
    map: &TextMap<'_>,
    computed: &Computed,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Plot> {
    let at = |source: Range<usize>| {
        let start = article.body_start;
        Place::bytes(&article.file, source.start + start..source.end + start)
    };
    chart_misplaced::within_text(map, &at, findings);
    if !site.unread.texts {
        chart_unknown::check_places(article, map, &at, findings);
    }
    if article.figures.charts.0.is_empty() {
        return Vec::new();
    }
    check_ids(article, findings);
    let language = article.language(&site.settings.language);
    let (plots, found) = chart::read(article, computed, language);
    findings.extend(found);
    plots
}

/// Charts that claims name.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    chart_unknown::check(article, findings);
}

/// Places for charts in a plain page.
pub fn check_page(page: &Page, map: &TextMap<'_>, findings: &mut Vec<Diagnostic>) {
    let at = |source: Range<usize>| {
        let start = page.body_start;
        Place::bytes(&page.file, source.start + start..source.end + start)
    };
    let help = "a plain page has no figures; put the chart into an article and link to it";
    findings.extend(chart_misplaced::without_charts(map, &at, help));
}

/// Ids of charts become fragments and names of files.
fn check_ids(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.figures_file else { return };
    for id in article.figures.charts.ids().filter(|id| !crate::address::is_kebab_case(id)) {
        let place = Place::key(file, KeyPath::top().key("charts").key(id));
        findings.push(bad_id::report(place, id));
    }
}
