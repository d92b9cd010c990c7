//! Translations: their files, and what they say joined to what their originals say.

mod figures;
mod merge;

use std::sync::Arc;

use super::front_matter::Split;
use super::rules::{language_not_listed, missing_field, translation_without_original};
use super::texts::{has_too_many_signs, read_matter, whole};
use super::{Findings, front_matter, read_named, yaml};
use crate::diagnostic::{At, Diagnostic, Place};
use crate::discover::rules::{claims_without_article, file_too_large};
use crate::discover::{ArticleFiles, Layout, Reader, TranslationFiles, split_language};
use crate::input::{InputFile, KeyPath};
use crate::model::{
    ArticleTranslation, ClaimTranslation, FiguresTranslation, Page, PageMatter, PageTranslation,
    PersonTranslation, Registry, RegistryTranslation, Settings, Site, SourceTranslation,
    TranslatedPage, Translation,
};

/// The form of the translation of a claims file.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedClaims {
    /// The texts of the claims, in any order.
    #[serde(default)]
    pub claims: Vec<ClaimTranslation>,
}

/// Reads the translations of a site whose own texts were read. `drafts`: whether drafts are built.
pub(super) fn read(
    reader: &Reader,
    Layout { translations: files, registries, .. }: &Layout,
    site: &mut Site,
    drafts: bool,
    findings: &mut Findings,
) {
    for (kind, language, path) in registries {
        if let Some(found) = unlisted(language, path, site) {
            findings.diagnostics.push(found);
        } else if let Some(registry) = registry(reader, kind, language, path, findings) {
            site.registries.push(registry);
        }
    }
    for files in files {
        if let Some(found) = unlisted(&files.language, &files.markdown, site) {
            findings.diagnostics.push(found);
            continue;
        }
        let before = findings.diagnostics.len();
        let is = |file: &Arc<InputFile>| file.path == files.original;
        if let Some(original) = site.articles.iter().position(|article| is(&article.file)) {
            if let Some(translation) = article(reader, files, site, original, findings)
                && (!translation.matter.draft || drafts)
            {
                site.translations.push(translation);
            }
        } else if let Some(original) = site.pages.iter().position(|page| is(&page.file)) {
            for path in files.claims.iter().chain(&files.figures) {
                let found = claims_without_article::of_page(path, &files.original);
                findings.diagnostics.push(found);
            }
            if let Some(page) = page(reader, files, &site.pages[original].slug, findings)
                && (!page.matter.draft || drafts)
            {
                let language = files.language.clone();
                site.translated_pages.push(TranslatedPage { language, original, page });
            }
        }
        // Else the original is a draft, or could not be read.
        site.unread.texts |= findings.diagnostics.len() > before;
    }
}

/// Parts texts from those with the name of a translation whose original is not there, and reports
/// these.
pub(super) fn without_orphans<'l>(
    texts: &'l [ArticleFiles],
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<&'l ArticleFiles> {
    let is_orphan = |files: &ArticleFiles| {
        let name = files.markdown.strip_suffix(".md").and_then(split_language);
        name.is_some_and(|(_, language)| settings.languages.iter().any(|tag| tag == language))
    };
    let paths: Vec<&str> = texts.iter().map(|files| files.markdown.as_str()).collect();
    for files in texts.iter().filter(|files| is_orphan(files)) {
        let file = InputFile::new(&*files.markdown, "");
        findings.diagnostics.push(translation_without_original::report(&file, &paths));
    }
    texts.iter().filter(|files| !is_orphan(files)).collect()
}

/// What is wrong with the language of a translation, where the settings could be read.
fn unlisted(tag: &str, path: &str, site: &Site) -> Option<Diagnostic> {
    let Settings { language, languages, .. } = &site.settings;
    let is_listed = languages.iter().any(|it| it == tag) && tag != language;
    let file = InputFile::new(path, "");
    (!site.unread.settings && !is_listed)
        .then(|| language_not_listed::report(&file, tag, &site.settings))
}

/// The translation of people.yaml.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedPeople {
    /// People and organizations, by id.
    #[serde(default)]
    pub people: Registry<PersonTranslation>,
}

/// The translation of sources.yaml.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedSources {
    /// Sources, by id.
    #[serde(default)]
    pub sources: Registry<SourceTranslation>,
}

fn registry(
    reader: &Reader,
    kind: &str,
    language: &str,
    path: &str,
    findings: &mut Findings,
) -> Option<RegistryTranslation> {
    let language = language.to_owned();
    let (file, people, sources) = if kind == "people" {
        let read = read_named::<TranslatedPeople, PersonTranslation>;
        let (file, read) = read(reader, Some(path), "people", findings)?;
        (file, read.people, Registry::default())
    } else {
        let read = read_named::<TranslatedSources, SourceTranslation>;
        let (file, read) = read(reader, Some(path), "sources", findings)?;
        (file, Registry::default(), read.sources)
    };
    Some(RegistryTranslation { language, file, people, sources })
}

fn article(
    reader: &Reader,
    files: &TranslationFiles,
    site: &Site,
    original: usize,
    findings: &mut Findings,
) -> Option<Translation> {
    // The claims are read even where the front matter is broken, so that all errors come in one run.
    let claims = files.claims.as_ref().map(|path| read_claims(reader, path, findings));
    let figures = files.figures.as_ref().map(|path| read_figures(reader, path, findings));
    let (file, split) = open(reader, files, findings)?;
    let (matter_start, body_start) = (split.yaml.start, split.body);
    let text = &file.text[split.yaml];
    let matter: ArticleTranslation = read_matter(&file, text, matter_start, findings)?;
    let at = |path: KeyPath| match matter_start {
        0 => Place::file(&file),
        start => Place { file: Arc::clone(&file), at: At::FrontMatter(path, start) },
    };
    let path = KeyPath::top().key("translated");
    match &matter.translated {
        None => findings.diagnostics.push(missing_field::report(at(path), "translated", "")),
        Some(act) => {
            if act.by.is_empty() {
                let place = at(path.key("by"));
                findings.diagnostics.push(missing_field::report(place, "by", "translated"));
            }
            if act.on.is_none() {
                let place = at(path.key("on"));
                findings.diagnostics.push(missing_field::report(place, "on", "translated"));
            }
            whole(act.on, &at(path.key("on")), findings);
        }
    }
    let (claims_file, claims) = claims.unwrap_or_default();
    let (figures_file, figures) = figures.unwrap_or_default();
    let mut of: Vec<Option<usize>> = Vec::with_capacity(claims.len());
    for claim in &claims {
        let place = site.articles[original].claims.iter().position(|other| other.id == claim.id);
        // One that stands twice is reported as duplicate-id.
        of.push(place.filter(|place| !of.contains(&Some(*place))));
    }
    let mut translation = Translation {
        language: files.language.clone(),
        original,
        matter,
        claims,
        of,
        figures,
        article: site.articles[original].clone(),
    };
    let own = merge::Files { file, matter_start, body_start, claims_file, figures_file };
    merge::join(&mut translation, own, &site.settings.language);
    Some(translation)
}

fn page(
    reader: &Reader,
    files: &TranslationFiles,
    original: &str,
    findings: &mut Findings,
) -> Option<Page> {
    let (file, split) = open(reader, files, findings)?;
    let (matter_start, body_start) = (split.yaml.start, split.body);
    let text = &file.text[split.yaml];
    let matter: PageTranslation = read_matter(&file, text, matter_start, findings)?;
    Some(Page {
        slug: crate::address::translated(&files.language, original),
        matter: PageMatter {
            title: matter.title,
            description: matter.description,
            language: Some(files.language.clone()),
            draft: matter.draft,
            article: false,
        },
        file,
        matter_start,
        body_start,
    })
}

/// Opens a Markdown file, and splits its front matter off.
fn open(
    reader: &Reader,
    files: &TranslationFiles,
    findings: &mut Findings,
) -> Option<(Arc<InputFile>, Split)> {
    let file = reader.text(&files.markdown).map_err(|error| findings.keep(error)).ok()?;
    let split =
        front_matter::split(&file).map_err(|found| findings.diagnostics.push(*found)).ok()?;
    if has_too_many_signs(&file.text[split.body..]) {
        let place = Place::bytes(&file, split.body..split.body);
        findings.diagnostics.push(file_too_large::signs(place, super::texts::MOST_SIGNS));
        return None;
    }
    Some((file, split))
}

fn read_claims(
    reader: &Reader,
    path: &str,
    findings: &mut Findings,
) -> (Option<Arc<InputFile>>, Vec<ClaimTranslation>) {
    let read = reader.text(path).map_err(|error| findings.keep(error));
    let Ok(file) = read else { return (None, Vec::new()) };
    let claims = match yaml::read_entries::<TranslatedClaims, ClaimTranslation>(&file, "claims") {
        Ok(read) => read.claims,
        Err(partly) => {
            findings.diagnostics.extend(partly.findings);
            // Each keeps its place in the file.
            partly.entries.into_iter().map(Result::unwrap_or_default).collect()
        }
    };
    (Some(file), claims)
}

fn read_figures(
    reader: &Reader,
    path: &str,
    findings: &mut Findings,
) -> (Option<Arc<InputFile>>, FiguresTranslation) {
    let read = reader.text(path).map_err(|error| findings.keep(error));
    let Ok(file) = read else { return (None, FiguresTranslation::default()) };
    let figures = yaml::read::<FiguresTranslation>(&file, &file.text, 0);
    let figures = figures.unwrap_or_else(|found| {
        findings.diagnostics.extend(found);
        FiguresTranslation::default()
    });
    (Some(file), figures)
}
