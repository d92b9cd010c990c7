//! What differs from language to language: words, verdicts, and the dates of sources.

use std::collections::HashMap;

use tera::Value;

use super::alternates::folder;
use super::context::href;
use super::index::Index;
use super::language;
use super::languages::Spoken;
use super::url::{allowed, link_or_text};
use super::view::{DateView, Shared, SourceView, VerdictView};
use crate::address;
use crate::check::CheckedSite;
use crate::model::{Links, Settings, Source, Tone, VOID, Verdict};
use crate::words::Words;

/// What pages in one language share.
pub(super) struct InLanguage<'a> {
    /// The language, as a BCP 47 tag.
    pub tag: String,
    /// Its words.
    pub words: Words,
    /// The same for templates.
    pub words_value: Value,
    /// The verdict of a withdrawn check.
    pub void: Shared<VerdictView>,
    /// The rating scale.
    pub verdicts: HashMap<&'a str, Shared<VerdictView>>,
    /// Sources.
    pub sources: HashMap<&'a str, Shared<SourceView>>,
}

impl<'a> InLanguage<'a> {
    /// Makes what pages in the language of this tag share.
    pub fn new(checked: &'a CheckedSite, index: &Index<'a>, tag: &str, spoken: &Spoken) -> Self {
        let site = &checked.site;
        let folder = folder(checked);
        let settings = &site.settings;
        let links = settings.links();
        let words = &spoken.words;
        let verdicts = settings.verdicts.iter().map(|verdict| {
            let has_page = index.verdicts.contains_key(verdict.id.as_str());
            let languages = [tag, settings.language.as_str()];
            let view = verdict_view(verdict, languages, has_page, (links, folder));
            (verdict.id.as_str(), Shared::new(&view))
        });
        let void = void_view(words, index.verdicts.contains_key(VOID), (links, folder));
        let sources = site.sources.iter().enumerate().map(|(place, (id, source))| {
            (id, Shared::new(&source_view(id, source, place, (settings, tag, words))))
        });
        Self {
            tag: tag.to_owned(),
            words_value: spoken.value.clone(),
            void: Shared::new(&void),
            verdicts: verdicts.collect(),
            sources: sources.collect(),
            words: words.clone(),
        }
    }
}

fn verdict_view(
    verdict: &Verdict,
    languages: [&str; 2],
    has_page: bool,
    (links, folder): (Links, &str),
) -> VerdictView {
    VerdictView {
        id: verdict.id.clone(),
        label: verdict.label.of(languages).to_owned(),
        meaning: verdict.meaning.as_ref().map(|text| text.of(languages).to_owned()),
        rating: verdict.rating,
        tone: verdict.tone.word(),
        address: has_page
            .then(|| href(&(folder.to_owned() + &address::verdict(&verdict.id)), links)),
    }
}

fn void_view(words: &Words, has_page: bool, (links, folder): (Links, &str)) -> VerdictView {
    VerdictView {
        id: VOID.to_owned(),
        label: words.get("withdrawn").to_owned(),
        meaning: Some(words.get("withdrawn_meaning").to_owned()),
        rating: None,
        tone: Tone::Open.word(),
        address: has_page.then(|| href(&(folder.to_owned() + &address::verdict(VOID)), links)),
    }
}

fn source_view(
    id: &str,
    source: &Source,
    place: usize,
    (settings, tag, words): (&Settings, &str, &Words),
) -> SourceView {
    let title_lang = source.title_lang.as_deref().or(source.lang.as_deref());
    let dir = |lang: Option<&str>| lang.and_then(|lang| language::within(lang, &[tag]).1);
    let (url, url_text) = link_or_text(source.url.as_deref());
    let link = |url: &Option<String>| url.as_deref().and_then(allowed).map(str::to_owned);
    let page = address::list_page(address::SOURCES, place / address::PAGE_SIZE + 1);
    SourceView {
        id: id.to_owned(),
        title: source.title.clone(),
        author: source.author.clone(),
        publisher: source.publisher.clone(),
        anonymous: source.anonymous.clone(),
        url,
        url_text,
        published: source.published.map(|date| DateView::new(date, words)),
        accessed: source.accessed.map(|date| DateView::new(date, words)),
        lang: source.lang.clone(),
        dir: dir(source.lang.as_deref()),
        title_lang: title_lang.map(str::to_owned),
        title_dir: dir(title_lang),
        kind: source.kind.map(crate::model::SourceKind::word),
        interest: source.interest.clone(),
        archived: link(&source.archived),
        via: link(&source.via),
        note: source.note.clone(),
        address: format!("{}#s-{}", href(&page, settings.links()), address::encode(id)),
    }
}
