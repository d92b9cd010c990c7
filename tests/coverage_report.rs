//! The report of `factpress coverage` as a page: whole, without scripts, nothing in it unescaped.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use scraper::{Html, Selector};

fn coverage(root: &Path, words: &[&str]) -> Output {
    let root = root.display().to_string();
    let line = [&["--root", &root, "--now", "2026-11-23", "coverage"], words].concat();
    Command::new(env!("CARGO_BIN_EXE_factpress")).args(line).output().unwrap()
}

fn site(text: &str, settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("factpress.yaml"), settings).unwrap();
    fs::write(folder.path().join("content/a.md"), format!("---\narticle: true\n---\n{text}"))
        .unwrap();
    folder
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|found| found.text().collect()).collect()
}

#[test]
fn the_sample_marks_what_has_no_claim() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/coverage.in");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let path = file.display().to_string();
    let output = coverage(&root, &["--format", "html", "--output", &path]);
    assert_eq!(output.status.code(), Some(1));
    let page = Html::parse_document(&fs::read_to_string(file).unwrap());
    let marked = [
        "The mayor called it “the best money we ever spent”.",
        "On May 4 the council voted for a second one.",
        "El puente costó 3,2 millones.",
    ];
    assert_eq!(texts(&page, "mark[id]"), marked);
    assert_eq!(texts(&page, ".open-list a"), marked);
    assert_eq!(texts(&page, ".text .claimed"), ["cost $3.2 million"]);
    assert_eq!(texts(&page, ".text .left-out"), ["2019"]);
    assert_eq!(texts(&page, ".text .heading"), ["Three bridges in ten years", "El puente"]);
    assert!(texts(&page, ".text p")[1].contains("Was it? "), "{:?}", texts(&page, ".text p"));
    let ids: Vec<_> = page
        .select(&Selector::parse("[id]").unwrap())
        .map(|found| found.attr("id").unwrap().to_owned())
        .collect();
    let known: HashSet<_> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "ids are unique");
    for link in page.select(&Selector::parse("a[href]").unwrap()) {
        let target = link.attr("href").unwrap().strip_prefix('#').unwrap().to_owned();
        assert!(known.contains(&target), "{target}");
    }
    assert!(texts(&page, "script").is_empty() && texts(&page, "link").is_empty());
}

#[test]
fn text_from_content_stays_text() {
    let text = "# <script>alert(1)</script> & \"co\"\n\n\
                It cost $5 <img src=x onerror=alert(1)>, they said.\n\n```\n</pre><script>2</script>\n```\n\n\
                {{ 7 * 7 }} and {% if %} cost $5.\n";
    let site = site(text, "language: '\"><script>x'\n");
    let output = coverage(site.path(), &["--format", "html"]);
    let html = String::from_utf8(output.stdout).unwrap();
    if output.status.code() == Some(1) {
        // The language is refused before anything is made of it.
        assert!(html.is_empty(), "{html}");
    }
    fs::write(site.path().join("factpress.yaml"), "title: T\n").unwrap();
    let output = coverage(site.path(), &["--format", "html"]);
    assert_eq!(output.status.code(), Some(0));
    let html = String::from_utf8(output.stdout).unwrap();
    let page = Html::parse_document(&html);
    assert!(texts(&page, "script").is_empty() && texts(&page, "img").is_empty(), "{html}");
    assert!(html.contains("{{ 7 * 7 }} and {% if %} cost $5."), "{html}");
}

#[test]
fn a_share_is_held_to_its_bounds() {
    for (settings, words) in [
        ("coverage: {minimum: 120}\n", "takes a percentage from 0 to 100, but here is 120"),
        ("coverage: {minimum: 80%}\n", "takes a percentage from 0 to 100, but here is 80%"),
        ("coverage: {minimum: yes please}\n", "but here is yes please"),
        ("coverage: {minimum: [80]}\n", "but here is a list"),
        ("coverage: 80\n", "takes an entry with keys of its own"),
        ("coverage: {least: 80}\n", "least"),
    ] {
        let site = site("# A\n\nIt cost $5.\n", settings);
        let output = coverage(site.path(), &[]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{settings}: {said}");
        assert!(said.contains(words), "{settings}: {said}");
    }
    let site = site("# A\n\nIt cost $5.\n", "coverage: {minimum: 80}\n");
    let output = coverage(site.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("0%, 0 of 1 checkable statement has a claim; 80% are due"), "{said}");
}

#[test]
fn a_site_with_errors_is_not_measured() {
    let site = site("# A\n\nIt cost $5.\n", "title: [\n");
    let output = coverage(site.path(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"level\":\"deny\""));
}

#[test]
fn readers_are_told_only_where_the_site_shows_it() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/coverage.in");
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    for entry in fs::read_dir(sample.join("content")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join("content").join(entry.file_name())).unwrap();
    }
    let told = |settings: &str| {
        fs::write(folder.path().join("factpress.yaml"), settings).unwrap();
        let root = folder.path().display().to_string();
        let line = ["--root", &root, "--now", "2026-11-23", "--quiet"];
        let output = Command::new(env!("CARGO_BIN_EXE_factpress")).args(line).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let page = fs::read_to_string(folder.path().join("public/bridge/index.html")).unwrap();
        texts(&Html::parse_document(&page), ".coverage")
    };
    assert_eq!(
        told("coverage: {show: true}\n"),
        [
            "1 of 3 sentences of this text that state something checkable have a check, as a program counts them."
        ]
    );
    assert!(told("coverage: {minimum: 10}\n").is_empty());
    assert!(told("title: T\n").is_empty());
}

#[test]
fn numbers_from_figures_stand_in_statements_as_readers_see_them() {
    let site = site("# A\n\nPrice: {{quantity:cost}}. The mayor resigned.\n", "title: T\n");
    let figures = "quantities:\n  cost: {value: 5000000, unit: USD}\n";
    fs::write(site.path().join("content/a.figures.yaml"), figures).unwrap();
    let output = coverage(site.path(), &["--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let json: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}"));
    let list = &json["articles"][0]["list"];
    let text = list[0]["text"].as_str().unwrap();
    assert!(text.starts_with("Price: $") && !text.contains("{{"), "{text}");
    assert_eq!(list[0]["kinds"], serde_json::json!(["number"]));
    assert_eq!((&list[1]["line"], &list[1]["column"]), (&6.into(), &27.into()));
}
