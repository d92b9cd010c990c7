//! The repository's own site: it builds without a finding, twice to the same bytes, and every fault
//! planted in a copy of it gives one finding, by the rule meant for it, at its line and column.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod copied;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use factpress::build::{self, Options};
use factpress::diagnostic::Level;

const ARTICLE: &str = "content/migration-alliance/index.md";
const CLAIMS: &str = "content/migration-alliance/claims.yaml";
const SOURCES: &str = "content/sources.yaml";

/// The day the sample was last looked at, so that no test depends on the clock.
fn options(root: &Path) -> Options {
    Options {
        root: root.to_owned(),
        now: Some(jiff::civil::date(2026, 11, 24)),
        // What was published is in the repository.
        locked: true,
        deny_warnings: true,
        ..Options::default()
    }
}

/// A copy of the repository's site.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copied::copy(&copied::WHOLE, folder.path());
    folder
}

/// All files below a folder, with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn builds_without_a_finding_and_twice_to_the_same_bytes() {
    let (first, second) = (copy(), copy());
    for site in [&first, &second] {
        let outcome = build::build(&options(site.path())).unwrap();
        assert_eq!(outcome.diagnostics, []);
        assert!(outcome.passed);
        assert_eq!((outcome.articles, outcome.claims), (1, 19));
    }
    let (one, two) = (files(&first.path().join("public")), files(&second.path().join("public")));
    assert!(one.len() > 40, "only {} files", one.len());
    assert_eq!(one, two);
    let again = build::build(&options(first.path())).unwrap();
    assert_eq!(again.written, 0);
    assert_eq!(one, files(&first.path().join("public")));
}

/// Replaces `was` in a file by `now`, builds, and returns what was found as `rule file:line:column`.
/// Warnings are left out. The built site must be left as it was.
fn plant(file: &str, was: &str, now: &str) -> Vec<String> {
    plant_all(file, was, now, Level::Deny)
}

/// The same with all findings of a level and above.
fn plant_all(file: &str, was: &str, now: &str, least: Level) -> Vec<String> {
    let site = copy();
    build::build(&options(site.path())).unwrap();
    let before = files(&site.path().join("public"));
    let path = site.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(was), "`{was}` is not in {file}");
    fs::write(&path, text.replacen(was, now, 1)).unwrap();
    let outcome = build::build(&options(site.path())).unwrap();
    assert!(!outcome.passed);
    assert_eq!(before, files(&site.path().join("public")));
    outcome
        .diagnostics
        .iter()
        .filter(|found| found.level == Level::Deny || least == Level::Warn)
        .map(|found| {
            let at = found.place.lines().0;
            format!("{} {}:{}:{}", found.rule, found.place.file.path, at.line, at.column)
        })
        .collect()
}

/// Line and column at which `text` stands in a file of the repository.
fn at(file: &str, text: &str) -> String {
    let content = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let place = factpress::input::line_column(&content, content.find(text).unwrap());
    format!("{file}:{}:{}", place.line, place.column)
}

#[test]
fn a_changed_word_of_the_article_is_seen_against_the_seed() {
    // The word stands in a quote too: one finding says both.
    assert_eq!(
        plant(ARTICLE, "sought to cross the US-Mexican", "wanted to cross the US-Mexican"),
        [format!("seed-mismatch {}", at(ARTICLE, "sought to cross the US-Mexican"))]
    );
    assert_eq!(
        plant(ARTICLE, "safe and permanent migration", "safe and lasting migration"),
        [format!("seed-mismatch {}", at(ARTICLE, "permanent migration"))]
    );
}

#[test]
fn a_drifted_quote_is_one_finding_at_the_quote() {
    assert_eq!(
        plant(CLAIMS, "quote: a $20 billion loan", "quote: a $20 billion credit"),
        [format!("quote-not-found {}", at(CLAIMS, "a $20 billion loan"))]
    );
    assert_eq!(
        plant(CLAIMS, "quote: a $20 billion loan", "quote: a $2 billion loan"),
        [format!("quote-not-found {}", at(CLAIMS, "a $20 billion loan"))]
    );
}

#[test]
fn misspelt_names_are_one_finding_each() {
    assert_eq!(
        plant(CLAIMS, "verdict: misleading", "verdict: misleadin"),
        [format!("unknown-verdict {}", at(CLAIMS, "misleading\n"))]
    );
    let speaker = plant(CLAIMS, "speaker: us-news-report", "speaker: us-news-reprot");
    assert_eq!(speaker.len(), 1, "{speaker:?}");
    assert!(speaker[0].starts_with("unknown-person content/migration-alliance/claims.yaml:"));
    let source = plant(CLAIMS, "source: historian-essay", "source: historian-esay");
    assert_eq!(source.len(), 1, "{source:?}");
    assert!(source[0].starts_with("unknown-source content/migration-alliance/claims.yaml:"));
    let id = plant(CLAIMS, "id: two-percent", "id: Two_percent");
    assert_eq!(id.len(), 1, "{id:?}");
    assert!(id[0].starts_with("bad-id content/migration-alliance/claims.yaml:"));
    let twice = plant(CLAIMS, "id: two-percent", "id: general-deterioration");
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(twice[0].starts_with("duplicate-id content/migration-alliance/claims.yaml:"));
    let key = plant(CLAIMS, "    finding:", "    findng:");
    assert_eq!(key, [format!("unknown-field {}", at(CLAIMS, "finding:"))]);
    let title = plant(SOURCES, "    title:", "    titel:");
    assert_eq!(title, [format!("unknown-field {}", at(SOURCES, "title:"))]);
}

#[test]
fn settings_topics_and_edits_are_held_to_their_form() {
    let settings = "factpress.yaml";
    assert_eq!(
        plant(settings, "language: en", "language: english please"),
        [format!("bad-language {}", at(settings, "en\nlanguages"))]
    );
    for languages in ["[es, ES]", "[es, en]"] {
        let found = plant(settings, "languages: [es]", &format!("languages: {languages}"));
        assert_eq!(found.len(), 1, "{found:?}");
        let line = at(settings, "es]").rsplit_once(':').unwrap().0.to_owned();
        assert!(found[0].starts_with(&format!("bad-language {line}")), "{languages} {found:?}");
    }
    let base = plant(settings, "https://factpress.example/", "https://factpress.example/?a=b");
    assert_eq!(base, [format!("bad-setting {}", at(settings, "https://factpress.example/"))]);
    let topic = plant(ARTICLE, "topics: [migration, Mexico", "topics: [migration, mexico, Mexico");
    assert_eq!(topic.len(), 1, "{topic:?}");
    assert!(topic[0].starts_with("bad-topic content/migration-alliance/"), "{topic:?}");
    let seed = plant(ARTICLE, "seed: 000_144ff8e1c6f8de48.txt\n", "");
    assert_eq!(seed.len(), 1, "{seed:?}");
    assert!(seed[0].starts_with("edits-without-seed content/migration-alliance/index.md:"));
    let key = plant(ARTICLE, "\ndek: ", "\ndeck: ");
    assert_eq!(key, [format!("unknown-field {}", at(ARTICLE, "dek:"))]);
}

#[test]
fn a_changed_byte_of_a_kept_copy_is_one_finding_at_its_hash() {
    let copy = "snapshots/historian-essay.xml";
    let hash = factpress::digest::sha256(
        &fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(copy)).unwrap(),
    );
    let changed = [format!("snapshot-changed {}", at("factpress.lock", &hash))];
    assert_eq!(plant(copy, "pledged $20 billion", "pledged $21 billion"), changed);
    // Also where nobody quotes it.
    assert_eq!(plant(copy, "</TEI>", "</TEI> "), changed);
    assert_eq!(plant("factpress.lock", &hash, &hash.replace(&hash[..1], "0")), changed);
}

#[test]
fn a_changed_word_of_evidence_is_one_finding_at_the_quotation() {
    for (was, now) in [
        ("pledged $20 billion in assistance (grants and loans)", "pledged $20 billion in loans"),
        ("assistance (grants and loans)", "assistance (grants or loans)"),
        ("in assistance (grants", "of assistance (grants"),
    ] {
        let quote = "The United States pledged $20 billion in assistance";
        assert_eq!(
            plant(CLAIMS, was, now),
            [format!("evidence-not-in-snapshot {}", at(CLAIMS, quote))],
            "{now}"
        );
    }
    let percent = "According to one study, only 2 percent";
    assert_eq!(
        plant(CLAIMS, percent, "According to one study, only 12 percent"),
        [format!("evidence-not-in-snapshot {}", at(CLAIMS, percent))]
    );
}

const FIGURES: &str = "content/migration-alliance/figures.yaml";

#[test]
fn a_changed_data_file_is_one_finding_at_its_pin() {
    let figures = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(FIGURES)).unwrap();
    for (name, was, now) in [
        ("us-aid.csv", "1961,523555000", "1961,523556000"),
        ("us-aid.csv", "1958,211405000", "1958,211405001"),
        ("venezuela-encounters.csv", "2023-09,66584", "2023-09,66585"),
        ("cpi.csv", "1961-07,30.0", "1961-07,30.1"),
        ("cpi.csv", "month,cpi_u", "month,cpi"),
    ] {
        let entry = &figures[figures.find(&format!("  {name}:\n")).unwrap()..];
        let hash = entry.lines().nth(1).unwrap().trim().strip_prefix("sha256: ").unwrap();
        assert_eq!(
            plant_all(&format!("content/migration-alliance/{name}"), was, now, Level::Warn),
            [format!("data-changed {}", at(FIGURES, hash))],
            "{name}"
        );
    }
}

#[test]
fn a_changed_figure_is_one_finding_at_its_line() {
    for (was, now, rule, place) in [
        // Numbers that are written and drawn.
        ("value: 29.9\n", "value: 29.8\n", "value-mismatch", "29.9\n"),
        ("value: 304.702", "value: 304.712", "value-mismatch", "304.702\n"),
        ("value: 266071", "value: 266017", "value-mismatch", "266071\n"),
        ("fiscal_year: 2022}", "fiscal_year: 2021}", "value-mismatch", "187716\n"),
        (
            "cpi_u, where: {month: 1961-01",
            "cpi_v, where: {month: 1961-01",
            "bad-draw",
            "cpi_u, where: {month: 1961-01",
        ),
        // Numbers that are written alone: what was shown of them tells.
        ("value: 20e9", "value: 21e9", "shown-mismatch", "$20 billion\n"),
        ("value: 11.0e6", "value: 12.0e6", "shown-mismatch", "11.0 million,"),
        ("value: 26,", "value: 27,", "sum-mismatch", "32, unit"),
        ("value: 80,", "value: 85,", "shown-mismatch", "about 8.8 million\n"),
        // What is shown.
        ("about $204 billion", "about $205 billion", "shown-mismatch", "about $204 billion"),
        ("about $204 billion", "about €204 billion", "unit-mismatch", "about $204 billion"),
        ("about $204 billion", "about $204 million", "shown-mismatch", "about $204 billion"),
        ("$8,230.0 million", "$8,231.0 million", "shown-mismatch", "$8,230.0 million"),
        ("$8,230.0 million", "$8.230,0 million", "shown-unreadable", "$8,230.0 million"),
        ("shown: 10.7 percent", "shown: 10.8 percent", "shown-mismatch", "10.7 percent"),
        ("shown: 42 percent", "shown: 41 percent", "shown-mismatch", "42 percent"),
        ("equals: 32", "equals: 33", "sum-mismatch", "32, unit"),
        // How it is computed.
        ("round: 3 significant", "round: 4 significant", "shown-mismatch", "about $204 billion"),
        (
            "pledge * cpi-2023 / cpi-1961",
            "pledge * cpi-1961 / cpi-2023",
            "unit-mismatch",
            "USD of 2023\n",
        ),
        ("of: pledge * cpi-2023", "of: plegde * cpi-2023", "bad-expression", "pledge * cpi-2023"),
        ("encounters-2023 * 100", "encounters-2023", "unit-mismatch", "percent\n    shown: 10.7"),
        (
            "kidnapped-venezuelans + kidnapped",
            "kidnapped-venezuelans + pledge + kidnapped",
            "unit-mismatch",
            "kidnapped-venezuelans + kidnapped",
        ),
    ] {
        assert_eq!(
            plant_all(FIGURES, was, now, Level::Warn),
            [format!("{rule} {}", at(FIGURES, place))],
            "{now}"
        );
    }
    let token = "{{sum:pledge-2023}}";
    assert_eq!(
        plant_all(CLAIMS, token, "{{sum:pledge-2032}}", Level::Warn),
        [format!("figure-unknown {}", at(CLAIMS, token))]
    );
}
