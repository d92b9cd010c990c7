//! Tests of charts on pages.

#![allow(clippy::unwrap_used, reason = "tests")]

use scraper::Html;

use super::fixture::{build, plain};
use super::tests::{pages, select};

#[test]
fn charts_stand_after_the_text_and_on_pages_of_claims() {
    let files = build(&plain(), &[]).unwrap();
    let of = |path: &str| -> Vec<String> {
        let html = Html::parse_document(&files[path]);
        let figures = select(&html, "figure.chart");
        figures.iter().map(|figure| figure.value().id().unwrap().to_owned()).collect()
    };
    let all =
        ["by-year", "lines", "panels", "rows", "of-figures"].map(|id| format!("fp-chart-{id}"));
    assert_eq!(of("cars/index.html"), all);
    assert_eq!(of("cars/claims/five-cars/index.html"), [all[0].clone(), all[4].clone()]);
    assert_eq!(of("cars/claims/our-words/index.html"), [""; 0]);
    let article = Html::parse_document(&files["cars/index.html"]);
    let links = select(&article, "#n-five-cars .note-charts a");
    let hrefs: Vec<_> = links.iter().filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(hrefs, ["../cars/#fp-chart-by-year", "../cars/#fp-chart-of-figures"]);
}

#[test]
fn only_pages_with_charts_load_their_style_sheet() {
    let files = build(&plain(), &[]).unwrap();
    for (path, html) in pages(&files) {
        let sheet = select(&html, "link[rel=stylesheet][href*='-charts.']").len();
        let charts = select(&html, "figure.chart").len();
        assert_eq!(sheet, usize::from(charts > 0), "{path}");
    }
}

#[test]
fn charts_need_neither_scripts_nor_inline_styles() {
    let files = build(&plain(), &[]).unwrap();
    for (path, html) in pages(&files) {
        assert_eq!(select(&html, "[style], style, figure script, canvas").len(), 0, "{path}");
        // Their only id is that of the figure, so that no two parts meet on one page.
        assert_eq!(select(&html, "figure.chart [id]").len(), 0, "{path}");
        for frame in select(&html, ".chart-frame") {
            assert_eq!(frame.value().attr("role"), Some("img"));
            let name = frame.value().attr("aria-label").unwrap();
            assert!(name.contains("chart: ") && name.contains("value"), "{name}");
        }
        for svg in select(&html, "figure.chart svg") {
            let is_inner = svg.parent_element().is_some_and(|e| e.value().name() == "svg");
            assert!(is_inner || svg.value().attr("aria-hidden") == Some("true"), "{path}");
        }
    }
}

trait ParentElement {
    fn parent_element(&self) -> Option<scraper::ElementRef<'_>>;
}

impl ParentElement for scraper::ElementRef<'_> {
    fn parent_element(&self) -> Option<scraper::ElementRef<'_>> {
        self.parent().and_then(scraper::ElementRef::wrap)
    }
}

#[test]
fn the_table_has_every_value_in_the_articles_language() {
    let mut site = plain();
    let cells = |site: &crate::check::CheckedSite, id: &str| -> Vec<String> {
        let html = Html::parse_document(&build(site, &[]).unwrap()["cars/index.html"]);
        let cells = select(&html, &format!("#fp-chart-{id} tbody td.number"));
        cells.iter().map(|cell| cell.text().collect()).collect()
    };
    assert_eq!(cells(&site, "by-year"), ["5", "–", "10,005.5"]);
    assert_eq!(cells(&site, "lines"), ["5", "–", "10,005.5", "−3"]);
    assert_eq!(cells(&site, "rows"), ["5", "–", "10,005.5", "−3"]);
    site.site.articles[0].matter.language = Some("fr".to_owned());
    assert_eq!(cells(&site, "by-year"), ["5", "–", "10\u{202f}005,5"]);
}

#[test]
fn figures_by_name_have_a_file_of_their_own() {
    let files = build(&plain(), &[]).unwrap();
    assert_eq!(
        files["cars/of-figures.csv"],
        "label,series,figure,value,unit,shown\nPledged (text),,pledge,20,USD,about $20\n"
    );
    let html = Html::parse_document(&files["cars/index.html"]);
    let link = |id: &str| {
        let links = select(&html, &format!("#fp-chart-{id} .chart-download a"));
        links[0].value().attr("href").unwrap().to_owned()
    };
    assert_eq!(link("of-figures"), "../cars/of-figures.csv");
    assert_eq!(link("lines"), "../cars/cars.csv");
}

#[test]
fn notes_sources_and_marks_are_told_below() {
    let html = Html::parse_document(&build(&plain(), &[]).unwrap()["cars/index.html"]);
    let text = |selector: &str| -> String {
        select(&html, selector).iter().flat_map(scraper::ElementRef::text).collect()
    };
    let notes = text("#fp-chart-by-year .chart-notes");
    assert!(notes.contains("Note (text)") && !notes.contains("Data (text)"), "{notes}");
    assert!(text("#fp-chart-lines .chart-notes").contains("Data (text)"));
    assert!(text("#fp-chart-by-year .chart-source").contains("The law (text)"));
    assert!(text("#fp-chart-rows .chart-source").contains("The talk (text)"));
    let marks = text("#fp-chart-by-year .chart-marks");
    assert!(marks.contains("1962: Event (text)") && marks.contains("1961–1962: Period"), "{marks}");
    assert!(text("#fp-chart-rows .chart-row-note").contains("minus three (text)"));
    assert!(text("#fp-chart-lines .chart-key").contains("Red"));
    assert!(text("#fp-chart-panels .chart-panel-name").contains("Red"));
}
