//! Charts for tests, made of YAML and CSV.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use super::{Plot, read};
use crate::diagnostic::Diagnostic;
use crate::figures;
use crate::input::InputFile;
use crate::model::{Article, ArticleMatter, Figures};
use crate::parse::tables;

/// An article with these figures and one data file, `d.csv`.
pub fn article(yaml: &str, data: &str) -> Article {
    let file = InputFile::new("content/a/figures.yaml", yaml);
    let table = tables::read(&InputFile::new("content/a/d.csv", data), String::new()).unwrap();
    let parsed: Figures = serde_yaml::from_str(yaml).unwrap();
    Article {
        slug: "a".to_owned(),
        file: InputFile::new("content/a/index.md", "# A\n"),
        matter_start: 0,
        body_start: 0,
        matter: ArticleMatter::default(),
        claims_file: None,
        claims: Vec::new(),
        figures_file: Some(file),
        figures: parsed,
        tables: BTreeMap::from([("d.csv".to_owned(), table)]),
        attachments: Vec::new(),
        seed: None,
        translation: None,
    }
}

/// Reads the charts.
pub fn charts(yaml: &str, data: &str) -> (Vec<Plot>, Vec<Diagnostic>) {
    let article = article(yaml, data);
    // What figures find is not looked at here.
    let computed = figures::compute(&article, "en", &mut Vec::new());
    read(&article, &computed, "en")
}

/// The only chart of a data file with the columns `x` and `y`, which must hold.
pub fn plot(settings: &str, data: &str) -> Plot {
    let figures =
        format!("charts: {{c: {{data: d.csv, x: x, y: y, title: T, source: s{settings}}}}}");
    let (mut plots, findings) = charts(&figures, data);
    assert_eq!(findings, [], "{settings} {data}");
    plots.remove(0)
}

/// What is found, as `rule line:column message`.
pub fn found(figures: &str, data: &str) -> Vec<String> {
    let (_, findings) = charts(figures, data);
    findings
        .iter()
        .map(|found| {
            let at = found.place.lines().0;
            let file = found.place.file.path.rsplit('/').next().unwrap();
            format!("{} {file}:{}:{} {}", found.rule, at.line, at.column, found.message)
        })
        .collect()
}
