//! Charts in whole sites: what docs/charts.md shows is built without a finding, and each fault is
//! one finding at its place.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::build::{self, Options, Outcome};
use tempfile::TempDir;

const SOURCES: &str = "sources:
  foreign-assistance: {title: Foreign assistance}
  magazine: {title: A magazine}
  encyclopedia: {title: An encyclopedia}
  parliament: {title: The parliament}
";

const CLAIMS: &str = "claims:
  - id: counted
    quote: counted
    origin: own
    verdict: unverified
    finding: Nobody knows.
    checked: {by: [ann], on: 2026-11-20}
";

fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A site of one article with these files in its folder.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "factpress.yaml", "title: Site\nbase_url: https://example.org/\n");
    put(root, "content/sources.yaml", SOURCES);
    put(root, "content/people.yaml", "people:\n  ann: {name: Ann}\n");
    put(root, "content/a/index.md", "---\narticle: true\n---\n# A\n\nWe counted.\n");
    put(root, "content/a/claims.yaml", CLAIMS);
    for (name, text) in files {
        put(root, &format!("content/a/{name}"), text);
    }
    folder
}

fn run(root: &Path) -> Outcome {
    let now = Some(jiff::civil::date(2026, 11, 24));
    build::build(&Options { root: root.to_owned(), now, ..Options::default() }).unwrap()
}

/// What is found beside sources that the small site does not use, as `rule file:line:column`.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let site = site(files);
    let outcome = run(site.path());
    let others = ["unused-source", "data-not-pinned", "unused-figure"];
    outcome
        .diagnostics
        .iter()
        .filter(|found| !others.contains(&found.rule))
        .map(|found| {
            let at = found.place.lines().0;
            let file = found.place.file.path.rsplit('/').next().unwrap();
            format!("{} {file}:{}:{}", found.rule, at.line, at.column)
        })
        .collect()
}

/// Fenced blocks of a kind in a text, and where they start.
fn blocks<'a>(text: &'a str, kind: &str) -> Vec<(usize, &'a str)> {
    let fence = format!("```{kind}\n");
    let starts = text.match_indices(&fence).map(|(at, _)| at + fence.len());
    starts.map(|at| (at, text[at..].split("```").next().unwrap())).collect()
}

#[test]
fn the_examples_of_the_guide_are_built() {
    let guide = include_str!("../docs/charts.md");
    let examples = blocks(guide, "yaml");
    let data = blocks(guide, "csv");
    assert_eq!((examples.len(), data.len()), (5, 3));
    for (at, figures) in examples.iter().filter(|(_, yaml)| yaml.contains("charts:\n")) {
        let mut files = vec![("figures.yaml", *figures)];
        if let Some((start, csv)) = data.iter().rev().find(|(start, _)| start < at)
            && figures.contains("data:")
        {
            let before = guide[..*start].rsplit("The file `").next().unwrap();
            files.push((before.split('`').next().unwrap(), csv));
        }
        assert_eq!(found(&files), [""; 0], "{figures}");
        let site = site(&files);
        run(site.path());
        let page = fs::read_to_string(site.path().join("public/a/index.html")).unwrap();
        let charts = figures.matches("title: ").count();
        assert_eq!(page.matches("<figure class=\"chart\"").count(), charts, "{figures}");
    }
}

const CHART: &str = "charts:
  c: {data: d.csv, x: x, y: y, title: T, source: magazine}
";
const DATA: &str = "x,y\n1960,1\n1961,2\n";

#[test]
fn faults_are_one_finding_each() {
    let with = |figures: &str, data: &str| found(&[("figures.yaml", figures), ("d.csv", data)]);
    assert_eq!(with(CHART, DATA), [""; 0]);
    for (was, now, finding) in [
        ("x: x", "x: z", "chart-column figures.yaml:2:23"),
        ("magazine", "magazin", "unknown-source figures.yaml:2:50"),
        ("  c:", "  C_1:", "bad-id figures.yaml:2:3"),
        ("title: T, ", "", "missing-field figures.yaml:2:3"),
        ("y: y", "y: y, kind: pie", "wrong-type figures.yaml:2:38"),
        ("y: y", "y: y, colour: red", "unknown-field figures.yaml:2:32"),
    ] {
        assert_eq!(with(&CHART.replace(was, now), DATA), [finding], "{now}");
    }
    for (data, finding) in [
        ("x,y\n1960,1\n1961,l2\n", "chart-cell d.csv:3:1"),
        ("x,y\n1960,1\n1960,2\n", "chart-duplicate d.csv:3:1"),
        ("x,y\n1960,1,2\n", "invalid-csv d.csv:2:1"),
        ("", "invalid-csv d.csv:1:1"),
        ("x,y\n1960,1\0\n", "invalid-encoding d.csv:2:7"),
    ] {
        assert_eq!(with(CHART, data), [finding], "{data}");
    }
    assert_eq!(found(&[("figures.yaml", CHART)]), ["data-not-found figures.yaml:2:13"]);
}

#[test]
fn claims_and_rows_refer_to_what_is_there() {
    let claims =
        |charts: &str| CLAIMS.replace("    verdict", &format!("    charts: {charts}\n    verdict"));
    let with =
        |claims: &str| found(&[("figures.yaml", CHART), ("d.csv", DATA), ("claims.yaml", claims)]);
    assert_eq!(with(&claims("[c]")), [""; 0]);
    assert_eq!(with(&claims("[d]")), ["chart-unknown claims.yaml:5:14"]);
    assert_eq!(with(&claims("[c, c]")), ["chart-unknown claims.yaml:5:17"]);
    let rows = CHART.replace("source: magazine", "row_source: s");
    let data = "x,y,s\n1960,1,magazine\n1961,2,magazin\n";
    assert_eq!(found(&[("figures.yaml", &rows), ("d.csv", data)]), ["unknown-source d.csv:3:1"]);
}

#[test]
fn a_file_that_changed_is_told_once() {
    let pinned = format!("data: {{d.csv: {{sha256: {}}}}}\n{CHART}", "0".repeat(64));
    for data in [DATA, "x,y\n1960,a\n", "z,y\n1,2\n"] {
        assert_eq!(
            found(&[("figures.yaml", &pinned), ("d.csv", data)]),
            ["data-changed figures.yaml:1:24"]
        );
    }
}

#[test]
fn the_file_of_a_chart_never_overwrites_another() {
    let figures = "quantities:
  p: {value: 20, unit: USD, source: magazine}
charts:
  d: {title: T, values: [{label: P, of: p}]}
";
    assert_eq!(found(&[("figures.yaml", figures)]), [""; 0]);
    assert_eq!(
        found(&[("figures.yaml", figures), ("D.csv", DATA)]),
        ["address-clash figures.yaml:4:3"]
    );
}

#[test]
fn large_files_are_refused_before_they_are_drawn() {
    let rows: Vec<String> = (0..300_000).map(|n| format!("{n},{n}")).collect();
    assert_eq!(
        found(&[("figures.yaml", CHART), ("d.csv", &format!("x,y\n{}\n", rows.join("\n")))]),
        ["chart-setting figures.yaml:2:13"]
    );
}

#[test]
fn a_site_is_built_twice_to_the_same_bytes() {
    let site = site(&[("figures.yaml", CHART), ("d.csv", DATA)]);
    assert!(run(site.path()).written > 0);
    assert_eq!(run(site.path()).written, 0);
    let page = fs::read_to_string(site.path().join("public/a/index.html")).unwrap();
    assert!(page.contains("href=\"../a/d.csv\" download"));
    assert_eq!(fs::read_to_string(site.path().join("public/a/d.csv")).unwrap(), DATA);
}

#[test]
fn a_paragraph_gives_a_chart_its_place() {
    let text = |body: &str| format!("---\narticle: true\n---\n# A\n\nWe counted.\n\n{body}\n");
    let with =
        |body: &str| found(&[("figures.yaml", CHART), ("d.csv", DATA), ("index.md", &text(body))]);
    assert_eq!(with("{{chart:c}}\n\nAfter."), [""; 0]);
    assert_eq!(with("{{chart:d}}"), ["chart-unknown index.md:8:1"]);
    assert_eq!(with("See {{chart:c}}."), ["chart-misplaced index.md:8:5"]);
    assert_eq!(with("- {{chart:c}}"), ["chart-misplaced index.md:8:3"]);
    assert_eq!(with("{{chart:c}}\n\n{{chart:c}}"), ["chart-misplaced index.md:10:1"]);
    assert_eq!(with("`{{chart:c}}`"), [""; 0]);
    let explained = CLAIMS.replace("    verdict", "    explanation: \"{{chart:c}}\"\n    verdict");
    assert_eq!(
        found(&[("figures.yaml", CHART), ("d.csv", DATA), ("claims.yaml", &explained)]),
        ["chart-misplaced claims.yaml:5:18"]
    );
    assert_eq!(
        found(&[("../about.md", "# About\n\n{{chart:c}}\n")]),
        ["chart-misplaced about.md:3:1"]
    );

    let site = site(&[
        ("figures.yaml", CHART),
        ("d.csv", DATA),
        ("index.md", &text("{{chart:c}}\n\nAfter.")),
    ]);
    assert!(run(site.path()).passed);
    let page = fs::read_to_string(site.path().join("public/a/index.html")).unwrap();
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(at("We <mark") < at("<figure") && at("</figure>") < at("After."));
    assert!(!page.contains("fp-charts") && !page.contains("{{"));
    assert_eq!(page.matches("<figure").count(), 1);
}
