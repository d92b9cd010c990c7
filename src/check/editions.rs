//! The site in its other languages, each as a site of its own.
//!
//! An edition holds the texts that were translated, with addresses in the folder of its language. What
//! has no language, such as the index of sources, and what was not translated stays the whole site's.

use super::article::Reading;
use super::receipt::InSeed;
use super::rules::translations::translation_differs;
use super::translations::Readings;
use super::{CheckedSite, Edition};
use crate::address;
use crate::model::{Attachment, LocalText, Registry, Settings, Site, SitePage};
use crate::number::is_known;
use crate::snapshots::Examination;

/// The editions of a checked site, in the order of its settings.
pub(super) fn editions(checked: &CheckedSite, readings: Readings) -> Vec<CheckedSite> {
    let languages = checked.site.translated_languages();
    let mut editions: Vec<CheckedSite> =
        languages.iter().map(|language| empty(checked, language)).collect();
    let place = |language: &str| languages.iter().position(|it| *it == language);
    for (translation, reading) in checked.site.translations.iter().zip(readings.articles) {
        let Some(place) = place(&translation.language) else { continue };
        let edition = &mut editions[place];
        let original =
            checked.site.articles[translation.original].language(&checked.site.settings.language);
        let compared = checked.stands_on(&translation_differs::RULE)
            && is_known(original)
            && is_known(&translation.language);
        // The answers about evidence stand in the order of the original's claims.
        let answers = checked.snapshots.evidence.get(translation.original);
        let answer = |of: &Option<usize>| answers?.get((*of)?).cloned();
        let evidence = translation.of.iter().map(|of| answer(of).unwrap_or_default()).collect();
        edition.snapshots.evidence.push(evidence);
        edition.in_seed.push(vec![InSeed::Translated { compared }; translation.claims.len()]);
        edition.coverages.push(None);
        edition.site.articles.push(translation.article.clone());
        let Reading { anchors, computed, charts, title, .. } = reading;
        edition.anchors.push(anchors);
        edition.computed.push(computed);
        edition.charts.push(charts);
        edition.titles.push(title);
        if let Some(Edition { topics, .. }) = &mut edition.edition {
            for (topic, word) in translation.matter.topics.iter() {
                topics.0.entry(address::slug(topic)).or_insert_with(|| word.clone());
            }
        }
    }
    for (translated, reading) in checked.site.translated_pages.iter().zip(readings.pages) {
        let Some(place) = place(&translated.language) else { continue };
        editions[place].site.pages.push(translated.page.clone());
        editions[place].page_titles.push(reading.title);
    }
    editions
}

/// An edition without texts.
fn empty(checked: &CheckedSite, language: &str) -> CheckedSite {
    let site = &checked.site;
    let beside = site.articles.iter().flat_map(|article| {
        article.attachments.iter().map(|file| Attachment {
            path: file.path.clone(),
            name: format!("{}/{}", article.slug, file.name),
        })
    });
    let (mut people, mut sources) = (site.people.clone(), site.sources.clone());
    for own in site.registries.iter().filter(|it| it.language == language) {
        for (id, texts) in own.people.iter() {
            let Some(person) = people.0.get_mut(id) else { continue };
            if let Some(name) = &texts.name {
                person.name.clone_from(name);
            }
            person.role = texts.role.clone().or(person.role.take());
        }
        for (id, texts) in own.sources.iter() {
            let Some(source) = sources.0.get_mut(id) else { continue };
            source.interest = texts.interest.clone().or(source.interest.take());
        }
    }
    CheckedSite {
        edition: Some(Edition {
            language: language.to_owned(),
            folder: address::language_folder(language),
            topics: Registry::default(),
        }),
        site: Site {
            settings: settings(site, language),
            people,
            sources,
            attachments: beside.chain(site.attachments.iter().cloned()).collect(),
            ..Site::default()
        },
        snapshots: Examination::default(),
        ..CheckedSite::default()
    }
}

/// The settings of an edition: the site's, with its language and the slugs of its pages.
fn settings(site: &Site, language: &str) -> Settings {
    let slug = |original: &str| {
        let translated = site.translated_pages.iter().find(|translated| {
            translated.language == language && site.pages[translated.original].slug == original
        });
        let article = site.translations.iter().find(|translation| {
            translation.language == language && site.articles[translation.original].slug == original
        });
        translated
            .map(|it| it.page.slug.clone())
            .or_else(|| article.map(|it| it.article.slug.clone()))
            .unwrap_or_else(|| original.to_owned())
    };
    let mut settings = site.settings.clone();
    language.clone_into(&mut settings.language);
    for menu in &mut settings.menu {
        *menu = slug(menu);
    }
    for page in SitePage::ALL {
        // The page that the site's own language names, or one that is written for this language.
        let own = site.settings.page_slug(page);
        let mut slug = slug(own);
        if slug == own {
            site.settings.pages.slug(page, language).clone_into(&mut slug);
        }
        settings.pages.set(page, LocalText::One(slug));
    }
    settings
}
