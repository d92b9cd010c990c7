//! Everything a site is made of.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{
    Article, Attachment, Claim, Lock, Page, PartialDate, Person, RegistryTranslation, Settings,
    Source, TranslatedPage, Translation,
};
use crate::input::InputFile;

/// Entries by id, in the order of the file. An id that stands twice is an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Registry<T>(pub IndexMap<String, T>);

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T> Registry<T> {
    /// The entry of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.get(id)
    }

    /// All entries, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(id, entry)| (id.as_str(), entry))
    }

    /// All ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Registry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Registry<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Registry::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = IndexMap::new();
                while let Some(id) = map.next_key::<String>()? {
                    if entries.contains_key(&id) {
                        return Err(A::Error::custom(format!("duplicate field `{id}`")));
                    }
                    entries.insert(id, map.next_value()?);
                }
                Ok(Registry(entries))
            }
        }
        deserializer.deserialize_any(Entries(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Registry<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Registry_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}

/// A site after its files were read, before anything was checked.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Settings, or the defaults.
    pub settings: Settings,
    /// `factpress.yaml`, where there is one.
    pub settings_file: Option<Arc<InputFile>>,
    /// `people.yaml`.
    pub people: Registry<Person>,
    /// `people.yaml`, as read.
    pub people_file: Option<Arc<InputFile>>,
    /// `sources.yaml`.
    pub sources: Registry<Source>,
    /// `sources.yaml`, as read.
    pub sources_file: Option<Arc<InputFile>>,
    /// `factpress.lock`, where there is one.
    pub lock: Option<Lock>,
    /// `factpress.lock`, as read.
    pub lock_file: Option<Arc<InputFile>>,
    /// Articles, by slug.
    pub articles: Vec<Article>,
    /// Plain pages, by slug.
    pub pages: Vec<Page>,
    /// Translations of articles, by their files.
    pub translations: Vec<Translation>,
    /// Translations of plain pages, by their files.
    pub translated_pages: Vec<TranslatedPage>,
    /// Translations of `people.yaml` and `sources.yaml`.
    pub registries: Vec<RegistryTranslation>,
    /// What could not be read: rules that would blame its absence are silent.
    pub unread: Unread,
    /// Sources that drafts rest on: they are in use though their article is not built.
    pub draft_sources: HashSet<String>,
    /// Articles that are not built since they are drafts.
    pub drafts: Vec<Draft>,
    /// Files in `content/` outside the folders of articles, copied as they are.
    pub attachments: Vec<Attachment>,
}

impl Site {
    /// The draft of a slug, whether drafts are built or not: its file, and the byte at which its
    /// front matter starts.
    pub fn draft(&self, slug: &str) -> Option<(Arc<InputFile>, usize)> {
        let built = self.articles.iter().filter(|article| article.matter.draft);
        let built = built.map(|article| (&article.slug, &article.file, article.matter_start));
        let left_out =
            self.drafts.iter().map(|draft| (&draft.slug, &draft.file, draft.matter_start));
        let found = built.chain(left_out).find(|(of, ..)| *of == slug);
        found.map(|(_, file, start)| (Arc::clone(file), start))
    }

    /// The languages that texts were translated into, each once, in the order of the settings.
    pub fn translated_languages(&self) -> Vec<&str> {
        let articles = self.translations.iter().map(|translation| &translation.language);
        let pages = self.translated_pages.iter().map(|translated| &translated.language);
        let there: HashSet<&String> = articles.chain(pages).collect();
        let mut listed: Vec<&str> = Vec::new();
        for language in self.settings.languages.iter().filter(|it| there.contains(it)) {
            if !listed.contains(&language.as_str()) {
                listed.push(language);
            }
        }
        listed
    }

    /// The translations of articles into a language.
    pub fn translations_into<'s>(
        &'s self,
        language: &'s str,
    ) -> impl Iterator<Item = &'s Article> + 's {
        let into = self.translations.iter().filter(move |it| it.language == language);
        into.map(|translation| &translation.article)
    }

    /// The newest date of a check.
    pub fn last_checked(&self) -> Option<PartialDate> {
        let claims = self.articles.iter().flat_map(|article| &article.claims);
        claims.filter_map(Claim::last_changed).max()
    }

    /// Whether it has a feed of corrections: it knows its address, and a check has a date.
    pub fn has_corrections_feed(&self) -> bool {
        self.settings.base_url.is_some() && self.last_checked().is_some()
    }

    /// Whether it has a feed: it knows its address, and an article has a date.
    pub fn has_feed(&self) -> bool {
        let is_dated = |article: &Article| article.last_changed().is_some();
        self.settings.base_url.is_some() && self.articles.iter().any(is_dated)
    }
}

/// An article that is not built.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its address, if it were published.
    pub slug: String,
    /// The Markdown file.
    pub file: Arc<InputFile>,
    /// Byte at which the YAML of its front matter starts.
    pub matter_start: usize,
}

/// Which parts of a site could not be read and were reported as such.
#[allow(clippy::struct_excessive_bools, reason = "five files, each read or not")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unread {
    /// `factpress.yaml`.
    pub settings: bool,
    /// `people.yaml`.
    pub people: bool,
    /// `sources.yaml`.
    pub sources: bool,
    /// `factpress.lock`.
    pub lock: bool,
    /// Some article, plain page or claims file.
    pub texts: bool,
}
