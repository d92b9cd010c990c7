//! The languages that the pages of a site speak.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use tera::{Map, Value, value::Key};

use super::escape::escape;
use crate::check::{CheckedSite, apply_levels};
use crate::diagnostic::{self, Diagnostic};
use crate::model::Site;
use crate::words::{Library, Word, Words};

/// The key under which a word that is to be filled in says which one it is.
pub(super) const NUMBER: &str = "number";

/// All languages that pages are made in.
#[derive(Debug)]
pub(super) struct Languages {
    /// The site's own, and its tag.
    own: Spoken,
    own_tag: String,
    /// Those of translations, and of articles and pages in another, by tag.
    others: BTreeMap<String, Spoken>,
    /// Words that are to be filled in, of all languages, each with its language's words.
    open: Arc<Vec<(Words, Arc<Word>)>>,
    /// What is to be told of words files, and does not stop the build.
    pub findings: Vec<Diagnostic>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(super) struct Spoken {
    /// Its words.
    pub words: Words,
    /// The same as `words` of templates, made once for all pages.
    pub value: Value,
}

impl Languages {
    /// Reads the words of the languages that a site's texts are in, as far as there are any.
    ///
    /// # Errors
    /// What makes words files unusable.
    pub fn new(
        checked: &CheckedSite,
        overrides: &[(String, Vec<u8>)],
    ) -> Result<Self, Vec<Diagnostic>> {
        let site = &checked.site;
        let asked = asked_for(overrides);
        let (library, mut findings) = Library::new(overrides, &|name| asked.contains(name));
        apply_levels(&site.settings, &mut findings);
        diagnostic::sort(&mut findings);
        if diagnostic::any_denied(&findings) {
            return Err(findings);
        }
        let own = site.settings.language.as_str();
        let editions = checked.editions.iter().map(|it| it.site.settings.language.as_str());
        let others: BTreeSet<&str> = spoken_in(site)
            .chain(editions)
            .filter(|tag| *tag != own && library.knows(tag))
            .collect();
        let mut open = Vec::new();
        let mut spoken = |tag: &str| {
            let words = library.words(tag);
            Spoken { value: value(&words, &mut open), words }
        };
        let own_tag = own.to_owned();
        let own = spoken(own);
        let others = others.into_iter().map(|tag| (tag.to_owned(), spoken(tag))).collect();
        Ok(Self { own, own_tag, others, open: Arc::new(open), findings })
    }

    /// The language of this tag; the site's own where there are no words of it.
    pub fn of(&self, tag: &str) -> (&str, &Spoken) {
        let other = self.others.get_key_value(tag);
        other.map_or((&self.own_tag, &self.own), |(tag, spoken)| (tag, spoken))
    }

    /// Those that the texts of an edition are in, with their tags.
    pub fn others(&self, site: &Site) -> impl Iterator<Item = (&str, &Spoken)> {
        let tags: BTreeSet<&str> = spoken_in(site).collect();
        let known = tags.into_iter().filter_map(|tag| self.others.get_key_value(tag));
        known.map(|(tag, spoken)| (tag.as_str(), spoken))
    }

    /// The words that [`NUMBER`] counts.
    pub fn open(&self) -> Arc<Vec<(Words, Arc<Word>)>> {
        Arc::clone(&self.open)
    }
}

/// The languages that articles and pages of a site name.
fn spoken_in(site: &Site) -> impl Iterator<Item = &str> {
    let articles = site.articles.iter().map(|article| &article.matter.language);
    let pages = site.pages.iter().map(|page| &page.matter.language);
    articles.chain(pages).filter_map(Option::as_deref)
}

/// The words of a language for templates: a text, ready to be printed; or, where something is to be
/// filled in, a map that the filter `fill` understands.
fn value(words: &Words, open: &mut Vec<(Words, Arc<Word>)>) -> Value {
    let mut map = Map::new();
    for (name, word) in words.iter() {
        let value = match word.text(None).plain() {
            Some(text) if word.names().is_empty() => Value::safe_string(&escape(text)),
            _ => {
                let mut filled = Map::new();
                filled.insert(Key::Str("word"), Value::normal_string(name));
                filled.insert(Key::Str(NUMBER), Value::from(open.len()));
                open.push((words.clone(), Arc::clone(word)));
                Value::from(filled)
            }
        };
        map.insert(Key::from(name.to_owned()), value);
    }
    Value::from(map)
}

/// The words that a site's own templates ask for: `words.NAME`.
fn asked_for(overrides: &[(String, Vec<u8>)]) -> HashSet<&str> {
    let texts = overrides.iter().filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    texts.flat_map(names_in).collect()
}

/// The names after `words.` in the text of a template.
pub(super) fn names_in(template: &str) -> impl Iterator<Item = &str> {
    template.split("words.").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}
