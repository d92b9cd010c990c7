//! One Markdown file with its claims and figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rules::{bad_date, missing_field};
use super::{Findings, asked, front_matter, tables, yaml};
use crate::diagnostic::{At, Place};
use crate::discover::read::stays_below;
use crate::discover::rules::file_too_large;
use crate::discover::{ArticleFiles, Reader};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, ArticleMatter, Claim, Figures, Origin, Page, PageMatter, PartialDate};

/// Most pieces of Markdown (events of its parser) in one text.
pub(super) const MOST_SIGNS: usize = 200_000;

/// What a Markdown file turned out to be.
pub enum Text {
    /// An article.
    Article(Box<Article>),
    /// A plain page.
    Page(Box<Page>),
}

/// The form of claims.yaml.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// The claims, in the order of the file.
    #[serde(default)]
    pub claims: Vec<Claim>,
}

/// Reads a Markdown file and what belongs to it; `None` where it could not be read.
pub fn read(reader: &Reader, files: &ArticleFiles, findings: &mut Findings) -> Option<Text> {
    let file = keep(reader.text(&files.markdown), findings)?;
    // The claims are read even where the front matter is broken, so that all errors come in one run.
    let claims = files.claims.as_ref().map(|path| read_claims(reader, path, findings));
    let figures = files.figures.as_ref().map(|path| read_figures(reader, path, findings));
    let split = match front_matter::split(&file) {
        Ok(split) => split,
        Err(found) => {
            findings.diagnostics.push(*found);
            return None;
        }
    };
    let (matter_start, body_start) = (split.yaml.start, split.body);
    if has_too_many_signs(&file.text[body_start..]) {
        let place = Place::bytes(&file, body_start..body_start);
        findings.diagnostics.push(file_too_large::signs(place, MOST_SIGNS));
        return None;
    }
    let matter_text = &file.text[split.yaml];
    let has_checks = files.bundle || claims.is_some() || figures.is_some();
    if !has_checks && !declares_article(matter_text) {
        let matter: PageMatter = read_matter(&file, matter_text, matter_start, findings)?;
        return Some(Text::Page(Box::new(Page {
            slug: files.slug.clone(),
            matter_start,
            body_start,
            matter,
            file,
        })));
    }
    let matter: ArticleMatter = read_matter(&file, matter_text, matter_start, findings)?;
    let at =
        |path: KeyPath| Place { file: Arc::clone(&file), at: At::FrontMatter(path, matter_start) };
    whole(matter.published, &at(KeyPath::top().key("published")), findings);
    whole(matter.updated, &at(KeyPath::top().key("updated")), findings);
    for (index, edit) in matter.edits.iter().enumerate() {
        let path = KeyPath::top().key("edits").index(index);
        for (name, text) in [("was", &edit.was), ("why", &edit.why)] {
            if text.trim().is_empty() {
                findings.diagnostics.push(missing_field::report(
                    at(path.key(name)),
                    name,
                    &path.to_string(),
                ));
            }
        }
    }
    if let Some(asked) = &matter.asked {
        asked::complete(asked, &KeyPath::top().key("asked"), &at, "", findings);
    }
    let seed = match &matter.seed {
        Some(name) => read_seed(reader, name, &at(KeyPath::top().key("seed")), findings),
        None => None,
    };
    let (claims_file, claims) = claims.unwrap_or_default();
    let (figures_file, figures) = figures.unwrap_or_default();
    let tables = match (&figures_file, &files.figures) {
        (Some(file), Some(path)) => tables::read_all(reader, &figures, (file, path), findings),
        _ => BTreeMap::new(),
    };
    Some(Text::Article(Box::new(Article {
        slug: files.slug.clone(),
        matter_start,
        body_start,
        matter,
        claims_file,
        claims,
        figures_file,
        figures,
        tables,
        attachments: files.attachments.clone(),
        seed,
        translation: None,
        file,
    })))
}

/// Whether a text is made of so many pieces that keeping them would fill the memory. Texts of usual
/// length are not looked at.
pub(super) fn has_too_many_signs(body: &str) -> bool {
    body.len() > 256 * 1024 && pulldown_cmark::Parser::new(body).nth(MOST_SIGNS).is_some()
}

fn keep<T>(
    result: Result<T, crate::discover::read::ReadError>,
    findings: &mut Findings,
) -> Option<T> {
    result.map_err(|error| findings.keep(error)).ok()
}

/// Whether the front matter of a lone file makes it an article.
fn declares_article(matter: &str) -> bool {
    matter.lines().any(|line| {
        line.starts_with("seed:")
            || line.strip_prefix("article:").is_some_and(|value| value.trim().starts_with("true"))
    })
}

pub(super) fn read_matter<T: serde::de::DeserializeOwned + Default>(
    file: &Arc<InputFile>,
    text: &str,
    start: usize,
    findings: &mut Findings,
) -> Option<T> {
    match yaml::read(file, text, start) {
        Ok(matter) => Some(matter),
        Err(found) => {
            findings.diagnostics.extend(found);
            None
        }
    }
}

fn read_claims(
    reader: &Reader,
    path: &str,
    findings: &mut Findings,
) -> (Option<Arc<InputFile>>, Vec<Claim>) {
    let Some(file) = keep(reader.text(path), findings) else { return (None, Vec::new()) };
    match yaml::read_entries::<Claims, Claim>(&file, "claims") {
        Ok(read) => {
            for (index, claim) in read.claims.iter().enumerate() {
                complete(claim, &file, index, findings);
            }
            (Some(file), read.claims)
        }
        Err(partly) => {
            findings.diagnostics.extend(partly.findings);
            // The others keep their places in the file, so that their own faults are told as well.
            let claims = partly.entries.into_iter().enumerate().map(|(index, claim)| match claim {
                Ok(claim) => {
                    complete(&claim, &file, index, findings);
                    claim
                }
                Err(text) => words_alone(&text),
            });
            let claims = claims.collect();
            (Some(file), claims)
        }
    }
}

/// A claim of which nothing was read but the words that it quotes, so that they are looked for in
/// the same run.
fn words_alone(text: &str) -> Claim {
    #[derive(Default, serde::Deserialize)]
    struct Words {
        #[serde(default)]
        quote: String,
        prefix: Option<String>,
        suffix: Option<String>,
    }
    let Words { quote, prefix, suffix } = serde_yaml::from_str(text).unwrap_or_default();
    Claim { quote, prefix, suffix, origin: Origin::Own, ..Claim::default() }
}

/// Reports required fields of a claim that are missing or blank, and dates that must be whole.
fn complete(claim: &Claim, file: &Arc<InputFile>, index: usize, findings: &mut Findings) {
    let path = KeyPath::top().key("claims").index(index);
    if *claim == Claim::default() {
        let place = Place::value(file, path.clone());
        findings.diagnostics.push(missing_field::report(place, "id", &path.to_string()));
        return;
    }
    let at = |name: &str| Place::value(file, path.key(name));
    let owner = if claim.id.trim().is_empty() { path.to_string() } else { claim.id.clone() };
    let external = claim.is_external();
    let required = [
        ("id", Some(claim.id.as_str()), true),
        ("quote", Some(claim.quote.as_str()), true),
        ("verdict", Some(claim.verdict.as_str()), true),
        ("finding", Some(claim.finding.as_str()), true),
        ("speaker", claim.speaker.as_deref(), external),
        ("claim", claim.claim.as_deref(), external),
        ("explanation", claim.explanation.as_deref(), false),
        ("would_change", claim.would_change.as_deref(), false),
        ("prefix", claim.prefix.as_deref(), false),
        ("suffix", claim.suffix.as_deref(), false),
    ];
    for (name, text, needed) in required {
        // An optional text that is there must not be blank.
        if text.map_or(needed, |text| text.trim().is_empty()) {
            findings.diagnostics.push(missing_field::report(at(name), name, &owner));
        }
    }
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let path = path.key("evidence").index(number);
        let texts = [
            ("source", Some(evidence.source.as_str())),
            ("quote", evidence.quote.as_deref()),
            ("note", evidence.note.as_deref()),
        ];
        for (name, text) in texts {
            if text.is_some_and(|text| text.trim().is_empty()) {
                let place = Place::value(file, path.key(name));
                findings.diagnostics.push(missing_field::report(place, name, &owner));
            }
        }
    }
    for (name, act) in [("checked", &claim.checked), ("reviewed", &claim.reviewed)] {
        let Some(act) = act else { continue };
        let path = path.key(name);
        if act.by.is_empty() {
            let place = Place::value(file, path.key("by"));
            findings.diagnostics.push(missing_field::report(place, "by", &owner));
        }
        match act.on {
            None => {
                let place = Place::value(file, path.key("on"));
                findings.diagnostics.push(missing_field::report(place, "on", &owner));
            }
            on => whole(on, &Place::value(file, path.key("on")), findings),
        }
    }
    whole(claim.recheck_by, &at("recheck_by"), findings);
    let value = |path: KeyPath| Place::value(file, path);
    if let Some(asked) = &claim.asked {
        asked::complete(asked, &path.key("asked"), &value, &owner, findings);
    }
    asked::worded(&claim.reservations, &path.key("reservations"), &value, &owner, findings);
    for (number, entry) in claim.ledger.iter().enumerate() {
        let path = path.key("ledger").index(number).key("on");
        whole(Some(entry.on), &Place::value(file, path), findings);
    }
}

/// Our own acts happen on a day; a month is not enough.
pub(super) fn whole(date: Option<PartialDate>, place: &Place, findings: &mut Findings) {
    if let Some(date) = date
        && date.full().is_none()
    {
        let why = "the day is missing; write it whole, as in 2026-11-23";
        findings.diagnostics.push(bad_date::report(place.clone(), &date.to_string(), why));
    }
}

fn read_figures(
    reader: &Reader,
    path: &str,
    findings: &mut Findings,
) -> (Option<Arc<InputFile>>, Figures) {
    let Some(file) = keep(reader.text(path), findings) else {
        return (None, Figures::default());
    };
    match yaml::read::<Figures>(&file, &file.text, 0) {
        Ok(figures) => (Some(file), figures),
        Err(found) => {
            findings.diagnostics.extend(found);
            (Some(file), Figures::default())
        }
    }
}

/// Reads a file of `seeds/`; a name that leads elsewhere is refused like one that is not there.
fn read_seed(
    reader: &Reader,
    name: &str,
    place: &Place,
    findings: &mut Findings,
) -> Option<Arc<InputFile>> {
    let path = format!("seeds/{name}");
    if !stays_below(name) || reader.on_disk(&path).symlink_metadata().is_err() {
        findings.diagnostics.push(super::rules::seed_not_found::report(
            place.clone(),
            name,
            reader,
        ));
        return None;
    }
    keep(reader.text(&path), findings)
}
