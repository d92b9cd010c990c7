//! A small site for tests, made by hand: every field has something in it.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;

use super::{Content, Output, RenderError, chart_fixture, render};
use crate::anchor::{Anchor, TextMap};
use crate::check::CheckedSite;
use crate::input::InputFile;
use crate::links::LinkIndex;
use crate::model::{Article, Attachment, Claim, Page, Settings, Site};

/// Text that must never become markup.
pub(super) const HOSTILE: &str =
    "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script>";

const SETTINGS: &str = "
title: Site TEXT
description: About TEXT
base_url: https://example.org/facts
publisher: desk
licence: {name: Free TEXT, url: 'URL'}
menu: [methodology]
";

const PEOPLE: &str = "
desk: {name: Desk TEXT, kind: organization, url: https://example.org/desk}
ann: {name: Ann TEXT, role: Minister TEXT, url: 'URL', same_as: [https://www.wikidata.org/wiki/Q1, 'URL']}
";

const SOURCES: &str = "
law:
  title: The law TEXT
  author: Author TEXT
  publisher: Publisher TEXT
  url: https://law.example/1
  published: 1961-08
  accessed: 2026-11-23
  lang: es
  kind: primary
  interest: Interest TEXT
  archived: https://archive.example/1
  via: https://copy.example/1
  note: Note TEXT
talk: {title: The talk TEXT, url: 'URL', archived: 'URL', via: 'URL'}
idle: {title: Nobody uses it, anonymous: Anonymous TEXT}
";

const MATTER: &str = "
dek: Dek TEXT
by: [desk, ann]
published: 2026-11-20
updated: 2026-11-24
topics: [Latin America TEXT]
text: {by: By TEXT, title: Original TEXT, url: 'URL', published: 2024-01, licence: Terms TEXT, note: Rights TEXT}
edits:
  - {was: Was TEXT, now: Now TEXT, why: Why TEXT}
  - {was: Gone TEXT, now: '', why: Why TEXT}
";

const CLAIMS: &str = "
- id: five-cars
  formerly: [six-cars]
  quote: five cars
  speaker: ann
  said: {on: 2024-01-05, in: talk, at: 'URL'}
  claim: There were five cars. TEXT
  verdict: misleading
  finding: There were four. TEXT
  explanation: 'Counted **twice**: [data](cars.csv). TEXT'
  topics: [cars, 'Latin America TEXT']
  evidence:
    - {source: law, quote: cuatro coches TEXT, stance: refutes, note: Evidence note TEXT}
    - {source: talk, quote: five cars, lang: de, stance: supports}
    - {source: law, stance: context}
  would_change: A fifth car. TEXT
  checked: {by: [desk], on: 2026-11-23}
  reviewed: {by: [ann], on: 2026-11-24}
  recheck_by: 2027-11-23
  asked: {on: 2026-11-21, answer: Answer TEXT}
  reservations: {few_sources: Few TEXT, not_reviewed: Nobody TEXT}
  ledger:
    - {on: 2026-11-23, kind: created}
    - {on: 2026-11-24, kind: correction, was: 'true', note: Corrected TEXT}
- id: our-words
  quote: We counted
  origin: own
  verdict: 'true'
  finding: We did. TEXT
  checked: {by: [ann], on: 2026-11-22}
- id: taken-back
  quote: blue paint
  speaker: ann
  claim: They were blue. TEXT
  verdict: unverified
  finding: Nobody knows. TEXT
  ledger:
    - {on: 2026-11-20, kind: created}
    - {on: 2026-11-25, kind: void, note: Void TEXT}
";

const BODY: &str =
    "# The cars\n\nWe counted the cars. There were five cars.\n\nThey had blue paint.\n";

/// The site, with `text` added to every text field and `url` in half of the addresses.
pub(super) fn site(text: &str, url: &str) -> CheckedSite {
    let fill = |value: &str| value.replace("TEXT", text).replace("URL", url);
    let read = |yaml: &str| replace(serde_yaml::from_str(yaml).unwrap(), &fill);
    let settings: Settings = serde_yaml::from_value(read(SETTINGS)).unwrap();
    let claims: Vec<Claim> = serde_yaml::from_value(read(CLAIMS)).unwrap();
    let article = |slug: &str, claims: Vec<Claim>, body: &str| Article {
        slug: slug.to_owned(),
        file: InputFile::new(format!("content/{slug}/index.md"), body),
        matter_start: 0,
        body_start: 0,
        matter: serde_yaml::from_value(read(MATTER)).unwrap(),
        claims_file: None,
        claims,
        figures_file: None,
        figures: crate::model::Figures::default(),
        tables: std::collections::BTreeMap::new(),
        attachments: vec![Attachment {
            path: format!("content/{slug}/cars.csv"),
            name: "cars.csv".to_owned(),
        }],
        seed: None,
        translation: None,
    };
    let mut articles = vec![
        article("cars", claims, &format!("{BODY}\n{}\n", text.replace('\n', " "))),
        article("empty", Vec::new(), "Only text.\n"),
    ];
    let charts = vec![chart_fixture::add(&mut articles[0], &fill), Vec::new()];
    let compute = |article: &Article| crate::figures::compute(article, "en", &mut Vec::new());
    let computed = articles.iter().map(compute).collect();
    let anchors = articles.iter().map(anchors).collect();
    let page = |slug: &str, body: &str| Page {
        slug: slug.to_owned(),
        file: InputFile::new(format!("content/{slug}.md"), body),
        matter_start: 0,
        body_start: 0,
        matter: crate::model::PageMatter {
            title: Some(format!("About {text}")),
            description: Some(format!("Description {text}")),
            ..Default::default()
        },
    };
    let mut links = LinkIndex::default();
    links.files.insert("content/cars/index.md".to_owned(), "cars/".to_owned());
    links.addresses.insert("cars/cars.csv".to_owned(), HashSet::new());
    CheckedSite {
        coverages: vec![None],
        site: Site {
            settings,
            people: serde_yaml::from_value(read(PEOPLE)).unwrap(),
            sources: serde_yaml::from_value(read(SOURCES)).unwrap(),
            articles,
            pages: vec![page("about", "No heading.\n"), page("methodology", "# How\n\nSo.\n")],
            ..Default::default()
        },
        anchors,
        computed,
        in_seed: Vec::new(),
        titles: vec!["Cars".to_owned(), "Empty".to_owned()],
        page_titles: vec!["About".to_owned(), "How".to_owned()],
        charts,
        links,
        ..CheckedSite::default()
    }
}

/// The plain site.
pub(super) fn plain() -> CheckedSite {
    site("(text)", "https://example.net/x")
}

pub(super) fn replace(
    value: serde_yaml::Value,
    fill: &dyn Fn(&str) -> String,
) -> serde_yaml::Value {
    use serde_yaml::Value;
    match value {
        Value::String(text) => Value::String(fill(&text)),
        Value::Sequence(list) => list.into_iter().map(|item| replace(item, fill)).collect(),
        Value::Mapping(map) => {
            Value::Mapping(map.into_iter().map(|(key, item)| (key, replace(item, fill))).collect())
        }
        other => other,
    }
}

fn anchors(article: &Article) -> Vec<Anchor> {
    let map = TextMap::new(article.body(), false);
    let find = |claim: &Claim| {
        let start = map.visible.find(&claim.quote).unwrap();
        start..start + claim.quote.len()
    };
    article.claims.iter().map(find).collect()
}

/// Renders into memory: text by path, and the files copied, by path.
pub(super) fn build(
    site: &CheckedSite,
    overrides: &[(&str, &str)],
) -> Result<BTreeMap<String, String>, RenderError> {
    let overrides: Vec<(String, Vec<u8>)> = overrides
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect();
    let files = Mutex::new(BTreeMap::new());
    render(site, &overrides, &|output: Output| {
        let text = match output.content {
            Content::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            Content::CopyOf(path) => format!("copy of {path}"),
        };
        let before = files.lock().unwrap().insert(output.path.clone(), text);
        assert!(before.is_none(), "{} is written twice", output.path);
        Ok(())
    })?;
    Ok(files.into_inner().unwrap())
}
