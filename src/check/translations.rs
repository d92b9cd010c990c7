//! Translations: read like articles, and held to their originals.

use jiff::civil::Date;
use rayon::prelude::*;

use super::article::{self, Reading};
use super::future;
use super::rules::translations::translation_incomplete;
use super::rules::{claim_text_contains_verdict, duplicate_id, translations, unknown_person};
use crate::diagnostic::{At, Diagnostic};
use crate::input::{KeyPath, Step};
use crate::links::LinkIndex;
use crate::model::{Site, TranslatedPage, Translation};

/// What one pass over the translations of a site brings to light: articles, then plain pages.
#[derive(Debug, Default)]
pub(super) struct Readings {
    pub articles: Vec<Reading>,
    pub pages: Vec<Reading>,
}

/// Maps the texts of translations and anchors their claims. `originals`: what was read of all articles.
pub(super) fn read(site: &Site, originals: &[Reading]) -> Readings {
    let article = |translation: &Translation| {
        let mut reading = article::read(&translation.article, site);
        let original = originals.get(translation.original);
        let told = |found: &Diagnostic| {
            original.is_some_and(|reading| {
                let same = |it: &Diagnostic| it.rule == found.rule && it.place == found.place;
                reading.findings.iter().any(same)
            })
        };
        reading.findings.retain(|found| is_own(found, translation) && !told(found));
        reading
    };
    let page = |page: &TranslatedPage| article::read_page(&page.page, site);
    Readings {
        articles: site.translations.par_iter().map(article).collect(),
        pages: site.translated_pages.par_iter().map(page).collect(),
    }
}

/// Whether a finding is about the translation, and not about figures that it shares with its original,
/// where it is told already.
fn is_own(found: &Diagnostic, translation: &Translation) -> bool {
    let file = translation.article.figures_file.as_ref();
    if file.is_none_or(|file| file.path != found.place.file.path) {
        return true;
    }
    let is_shown = |path: &KeyPath| path.steps.last() == Some(&Step::Key("shown".to_owned()));
    matches!(&found.place.at, At::Value(path) if is_shown(path))
}

/// The rules about translations.
pub(super) fn check(
    site: &Site,
    readings: &Readings,
    index: &LinkIndex,
    today: Option<Date>,
    findings: &mut Vec<Diagnostic>,
) {
    translation_incomplete::check_registries(site, findings);
    for (translation, reading) in site.translations.iter().zip(&readings.articles) {
        let article = &translation.article;
        findings.extend(reading.findings.iter().cloned());
        duplicate_id::check(article, findings);
        claim_text_contains_verdict::check(article, &site.settings, findings);
        translations::check(translation, site, &reading.anchors, findings);
        if !site.unread.texts {
            article::check_links(&reading.links, &article.file.path, index, findings);
            article::check_explanations(article, site, index, findings);
        }
        if !site.unread.people {
            unknown_person::check_translator(article, site, findings);
        }
        if let Some(today) = today {
            future::check_translated(article, today, findings);
        }
    }
    for (translated, reading) in site.translated_pages.iter().zip(&readings.pages) {
        findings.extend(reading.findings.iter().cloned());
        if !site.unread.texts {
            let path = &translated.page.file.path;
            article::check_links(&reading.links, path, index, findings);
        }
    }
}
