//! Links of content, through the whole build: what they may lead to, and what is said where they
//! lead nowhere.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::build::{self, Options, Outcome};
use tempfile::TempDir;

const PEOPLE: &str =
    "people:\n  ann: {name: Ann, role: Minister}\n  desk: {name: The Desk, kind: organization}\n";
const SOURCES: &str =
    "sources:\n  report: {title: The Report, url: 'https://example.org/report'}\n";
const CLAIMS: &str = r"
claims:
  - id: red
    quote: a red car
    speaker: ann
    claim: There was a red car.
    verdict: misleading
    finding: It was orange.
    topics: [Cars]
    explanation: |
      ### Why

      See [the other](#n-blue), [the text](#main), [the lists](/verdicts/misleading/).
    evidence: [{source: report, quote: the car was orange}]
    checked: {by: [desk], on: 2026-11-20}
  - id: blue
    quote: a blue one
    origin: own
    verdict: unverified
    finding: Nobody knows.
    checked: {by: [desk], on: 2026-11-20}
";
const ARTICLE: &str = "# Cars\n\nThere was a red car and a blue one.\n\n## Main\n\n\
    [1](/verdicts/misleading/) [2](../speakers/ann/) [3](/topics/cars/) [4](/sources/#s-report) \
    [5](#fp-checks) [6](/art/#fp-sources) [7](../methodology.md#rating-scale) [8](/claims/) \
    [9](/feed.xml) [10](claims/red/)\n";

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn run(root: &Path) -> Outcome {
    build::build(&Options {
        root: root.to_owned(),
        now: Some(jiff::civil::date(2026, 11, 24)),
        ..Options::default()
    })
    .unwrap()
}

/// What is said of links: the first line of help, in order.
fn broken(outcome: &Outcome) -> Vec<String> {
    let links = outcome.diagnostics.iter().filter(|it| it.rule == "broken-internal-link");
    links.map(|finding| finding.help.first().cloned().unwrap_or_default()).collect()
}

#[test]
fn links_may_lead_to_lists_sources_and_parts_of_pages() {
    let files = [
        ("factpress.yaml", "title: Site\nbase_url: https://example.org/\nmenu: [art]\n"),
        ("content/people.yaml", PEOPLE),
        ("content/sources.yaml", SOURCES),
        ("content/methodology.md", "# How\n\nSo.\n"),
        ("content/art/index.md", ARTICLE),
        ("content/art/claims.yaml", CLAIMS),
    ];
    let folder = site(&files);
    let outcome = run(folder.path());
    assert_eq!(broken(&outcome), [""; 0]);
    let claim = fs::read_to_string(folder.path().join("public/art/claims/red/index.html")).unwrap();
    assert!(claim.contains("<h3 id=\"e-red--why\">"), "{claim}");
    assert!(claim.contains("<a href=\"../../#n-blue\">"), "{claim}");
    let article = fs::read_to_string(folder.path().join("public/art/index.html")).unwrap();
    assert!(article.contains("<h2 id=\"e-red--why\">"), "{article}");

    // Without a web address and without claims there is no feed and no list.
    let folder = site(&[
        ("factpress.yaml", "title: Site\n"),
        ("content/about.md", "# About\n\n[a](/feed.xml) [b](/claims/) [c](/sources/) [d](/)\n"),
    ]);
    assert_eq!(broken(&run(folder.path())).len(), 3);
}

#[test]
fn the_same_links_are_told_what_is_near_in_every_build() {
    let texts: Vec<(String, String)> = (0..40)
        .map(|page| {
            let links = "[a](../numbr-1/) [b](../numbr-2/) ".repeat(3);
            let article = format!("---\narticle: true\n---\n# Page\n\n{links}\n");
            (format!("content/number-{page}.md"), article)
        })
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (&**path, &**text)).collect();
    let folder = site(&files);
    let said = broken(&run(folder.path()));
    assert_eq!(said.len(), 240);
    assert_eq!(said.iter().filter(|help| help.contains("did you mean")).count(), 50);
    for _ in 0..3 {
        assert_eq!(broken(&run(folder.path())), said);
    }
}
