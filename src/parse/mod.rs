//! Reads the files of a site into the model.
//!
//! One article is read apart from all others, so that they are read in parallel.

mod asked;
pub mod front_matter;
mod lock;
pub mod rules;
pub mod tables;
mod texts;
pub(crate) mod translations;
pub mod yaml;

use serde::de::DeserializeOwned;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::discover::read::ReadError;
use crate::discover::{Layout, Reader};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Draft, Lock, Person, Registry, Site, Source};
use rules::missing_field;

/// A failure of the system while reading.
pub type IoFailure = (PathBuf, std::io::Error);

/// Findings of this stage, and the failure of the system that ends the run.
#[derive(Debug, Default)]
pub struct Findings {
    /// What authors can mend.
    pub diagnostics: Vec<Diagnostic>,
    /// What they can't.
    pub io: Option<IoFailure>,
}

impl Findings {
    /// Keeps an error, whichever it is.
    fn keep(&mut self, error: ReadError) {
        match error {
            ReadError::Finding(finding) => self.diagnostics.push(*finding),
            ReadError::Io(path, error) => self.io = Some((path, error)),
        }
    }

    fn add(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.io = self.io.take().or(other.io);
    }
}

/// Reads what all articles of a site share: settings, people, sources and the lock. What could not be
/// read is left out and reported.
pub fn shared(reader: &Reader, layout: &Layout) -> (Site, Findings) {
    let mut findings = Findings::default();
    let mut site = Site { attachments: layout.attachments.clone(), ..Site::default() };
    if let Some((file, settings)) = read_yaml(reader, layout.settings.as_deref(), &mut findings) {
        (site.settings, site.settings_file) = (settings, Some(file));
    }
    if let Some((file, people)) =
        read_named::<People, Person>(reader, layout.people.as_deref(), "people", &mut findings)
    {
        for (id, _) in people.people.iter().filter(|(_, person)| person.name.trim().is_empty()) {
            let path = KeyPath::top().key("people").key(id);
            findings.diagnostics.push(missing_field::report(
                Place::value(&file, path.key("name")),
                "name",
                id,
            ));
        }
        (site.people, site.people_file) = (people.people, Some(file));
    }
    if let Some((file, sources)) =
        read_named::<Sources, Source>(reader, layout.sources.as_deref(), "sources", &mut findings)
    {
        for (id, _) in sources.sources.iter().filter(|(_, source)| source.title.trim().is_empty()) {
            let path = KeyPath::top().key("sources").key(id);
            findings.diagnostics.push(missing_field::report(
                Place::value(&file, path.key("title")),
                "title",
                id,
            ));
        }
        for (id, source) in sources.sources.iter() {
            let path = KeyPath::top().key("sources").key(id);
            for (name, text) in [("interest", &source.interest), ("anonymous", &source.anonymous)] {
                if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
                    let place = Place::value(&file, path.key(name));
                    findings.diagnostics.push(missing_field::report(place, name, id));
                }
            }
        }
        (site.sources, site.sources_file) = (sources.sources, Some(file));
    }
    if let Some((file, lock)) = read_with(reader, layout.lock.as_deref(), &mut findings, Lock::read)
    {
        (site.lock, site.lock_file) = (Some(lock), Some(file));
    }
    site.unread.lock = layout.lock.is_some() && site.lock_file.is_none();
    site.unread.settings = layout.settings.is_some() && site.settings_file.is_none();
    site.unread.people = layout.people.is_some() && site.people_file.is_none();
    site.unread.sources = layout.sources.is_some() && site.sources_file.is_none();
    (site, findings)
}

/// Reads a site. What could not be read is left out and reported.
pub fn parse(reader: &Reader, layout: &Layout, drafts: bool) -> (Site, Findings) {
    let (mut site, mut findings) = shared(reader, layout);
    let texts = translations::without_orphans(&layout.texts, &site.settings, &mut findings);
    let texts: Vec<_> = texts
        .par_iter()
        .map(|files| {
            let mut findings = Findings::default();
            (texts::read(reader, files, &mut findings), findings)
        })
        .collect();
    for (text, own) in texts {
        site.unread.texts |= !own.diagnostics.is_empty();
        findings.add(own);
        match text {
            Some(texts::Text::Article(article)) if !article.matter.draft || drafts => {
                site.articles.push(*article);
            }
            Some(texts::Text::Article(article)) => {
                site.draft_sources.extend(article.sources_used().map(str::to_owned));
                let Article { slug, file, matter_start, .. } = *article;
                site.drafts.push(Draft { slug, file, matter_start });
            }
            Some(texts::Text::Page(page)) if !page.matter.draft || drafts => site.pages.push(*page),
            Some(texts::Text::Page(_)) | None => {}
        }
    }
    translations::read(reader, layout, &mut site, drafts, &mut findings);
    (site, findings)
}

/// The form of people.yaml.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// People and organizations, by id.
    #[serde(default)]
    pub people: Registry<Person>,
}

/// The form of sources.yaml.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Sources, by id.
    #[serde(default)]
    pub sources: Registry<Source>,
}

/// Reads one whole YAML file, where there is one.
fn read_yaml<T: DeserializeOwned + Default>(
    reader: &Reader,
    path: Option<&str>,
    findings: &mut Findings,
) -> Option<(Arc<InputFile>, T)> {
    read_with(reader, path, findings, |file| yaml::read(file, &file.text, 0))
}

/// Reads one YAML file of entries with names, where there is one.
fn read_named<T: DeserializeOwned + Default, E: DeserializeOwned>(
    reader: &Reader,
    path: Option<&str>,
    key: &str,
    findings: &mut Findings,
) -> Option<(Arc<InputFile>, T)> {
    read_with(reader, path, findings, |file| yaml::read_named::<T, E>(file, key))
}

fn read_with<T>(
    reader: &Reader,
    path: Option<&str>,
    findings: &mut Findings,
    read: impl Fn(&Arc<InputFile>) -> Result<T, Vec<Diagnostic>>,
) -> Option<(Arc<InputFile>, T)> {
    let file = match reader.text(path?) {
        Ok(file) => file,
        Err(error) => {
            findings.keep(error);
            return None;
        }
    };
    match read(&file) {
        Ok(value) => Some((file, value)),
        Err(found) => {
            findings.diagnostics.extend(found);
            None
        }
    }
}
