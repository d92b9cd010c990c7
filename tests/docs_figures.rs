//! The examples of docs/figures.md: what is fine builds without a finding, and what is not gives the
//! finding that stands below it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::build::{self, Options};
use factpress::number::{self, Exact};

const PAGE: &str = include_str!("../docs/figures.md");

/// The fenced blocks of the page, each with its language and the line before it.
fn blocks() -> Vec<(&'static str, &'static str, String)> {
    let mut found = Vec::new();
    let mut before = "";
    let mut lines = PAGE.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text: Vec<&str> =
                lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            found.push((language, before, text.join("\n") + "\n"));
        } else if !line.is_empty() {
            before = line;
        }
    }
    found
}

/// What is found about a figures file, without what an example leaves out.
fn found(figures: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("content/example");
    fs::create_dir_all(&article).unwrap();
    fs::write(article.join("index.md"), "# Example\n\nText.\n").unwrap();
    fs::write(
        folder.path().join("content/sources.yaml"),
        "sources:\n  historian-essay: {title: Essay}\n  foreign-assistance: {title: Data}\n",
    )
    .unwrap();
    for (_, name, text) in blocks().iter().filter(|(language, ..)| *language == "csv") {
        fs::write(article.join(name.trim_matches('`')), text).unwrap();
    }
    fs::write(article.join("figures.yaml"), figures).unwrap();
    let outcome =
        build::build(&Options { root: folder.path().to_owned(), ..Options::default() }).unwrap();
    outcome
        .diagnostics
        .iter()
        .filter(|found| !matches!(found.rule, "unused-figure" | "unused-source"))
        .map(|found| format!("error[{}]: {}\n", found.rule, found.message))
        .collect()
}

#[test]
fn examples_are_what_the_program_says() {
    let blocks = blocks();
    let mut checked = 0;
    for (place, (language, _, text)) in blocks.iter().enumerate() {
        if *language != "yaml" {
            continue;
        }
        let expected = match blocks.get(place + 1) {
            Some(("text", _, finding)) => vec![finding.clone()],
            _ => Vec::new(),
        };
        assert_eq!(found(text), expected, "{text}");
        checked += 1;
    }
    assert!(checked >= 7, "{checked}");
}

#[test]
fn the_table_of_numbers_is_read_as_it_says() {
    let table = PAGE.split("| written | language | is |\n|---|---|---|\n").nth(1).unwrap();
    let mut read = 0;
    for row in table.lines().take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [written, language, number] = cells.as_slice() else { panic!("{row}") };
        let amount = number::read(written, language).unwrap().amount;
        assert_eq!(amount, Exact::parse(number).unwrap(), "{row}");
        read += 1;
    }
    assert_eq!(read, 14);
}

#[test]
fn every_rounding_is_named() {
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/figures.md").exists());
    for name in number::ROUNDING_FORMS.split(", ") {
        assert!(PAGE.contains(name), "{name}");
    }
}
