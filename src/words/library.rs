//! All words files: the built-in ones, and a site's own.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use super::read::{Table, read};
use super::rules::{bad_words, words_missing};
use super::{Word, Words, plural};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};

/// Where words files are, below `templates/`.
const FOLDER: &str = "words/";

/// How the names of words for units begin. Such a word may be added to any language.
pub const OPEN_PREFIX: &str = "unit_";

/// The language that has every word.
const ENGLISH: &str = "en";

/// The built-in files: language and text.
const BUILT_IN: [(&str, &str); 2] = [
    (ENGLISH, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/words/en.yaml"))),
    ("es", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/words/es.yaml"))),
];

static BUILT_IN_TABLES: LazyLock<BTreeMap<String, Table>> = LazyLock::new(|| {
    let table = |(tag, text): (&str, &str)| {
        let file = InputFile::new(path(tag), text);
        (tag.to_owned(), read(&file, tag, &mut Vec::new()))
    };
    BUILT_IN.into_iter().map(table).collect()
});

/// The words of all languages.
#[derive(Debug)]
pub struct Library {
    /// By language, in small letters.
    tables: BTreeMap<String, Table>,
}

impl Library {
    /// The built-in languages alone.
    pub fn built_in() -> Self {
        Self { tables: BUILT_IN_TABLES.clone() }
    }

    /// The built-in languages with what a site adds to them and the languages that it adds. `own`: its
    /// files (name below `templates/`, bytes). `is_used`: whether a template of its asks for a word of
    /// this name, so that it may be a new one. What is wrong with the files is returned beside it.
    pub fn new(
        own: &[(String, Vec<u8>)],
        is_used: &dyn Fn(&str) -> bool,
    ) -> (Self, Vec<Diagnostic>) {
        let mut library = Self::built_in();
        let mut findings = Vec::new();
        let mut files: Vec<_> = own
            .iter()
            .filter_map(|(name, bytes)| {
                let tag = name.strip_prefix(FOLDER)?.strip_suffix(".yaml")?;
                Some((tag, file(tag, bytes, &mut findings)?))
            })
            .collect();
        // English first: it says which words there are.
        files.sort_by_key(|(tag, _)| (*tag != ENGLISH, *tag));
        for (tag, file) in files {
            library.add(tag, &file, is_used, &mut findings);
        }
        (library, findings)
    }

    /// Whether there are words of a language, or of the one it is a variety of.
    pub fn knows(&self, tag: &str) -> bool {
        self.chain(tag).next().is_some()
    }

    /// The words of a language. Those that it does not have are those of the language it is a variety
    /// of (`es` of `es-MX`), or English.
    pub fn words(&self, tag: &str) -> Words {
        let mut words: HashMap<String, Arc<Word>> = HashMap::new();
        for table in self.tables.get(ENGLISH).into_iter().chain(self.chain(tag)) {
            words.extend(table.iter().map(|(name, word)| (name.clone(), Arc::clone(word))));
        }
        Words { language: tag.to_owned(), words: Arc::new(words) }
    }

    /// The tables of a language: that of its primary language, then its own.
    fn chain(&self, tag: &str) -> impl Iterator<Item = &Table> {
        let tag = tag.to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or_default().to_owned();
        let own = (primary != tag).then_some(tag);
        [Some(primary), own].into_iter().flatten().filter_map(|tag| self.tables.get(&tag))
    }

    fn add(
        &mut self,
        tag: &str,
        file: &Arc<InputFile>,
        is_used: &dyn Fn(&str) -> bool,
        findings: &mut Vec<Diagnostic>,
    ) {
        let mut table = read(file, tag, findings);
        let english = self.tables.get(ENGLISH).cloned().unwrap_or_default();
        let at = |name: &str| Place::key(file, KeyPath::top().key(name));
        table.retain(|name, word| {
            if name.starts_with(OPEN_PREFIX) {
                return true;
            }
            let Some(model) = english.get(name) else {
                // English says which words there are; a template of the site may ask for a new one.
                let is_new = tag == ENGLISH && is_used(name);
                if !is_new {
                    findings.push(bad_words::unknown(at(name), name, english.keys()));
                }
                return is_new;
            };
            let (own, wanted) = (word.names(), model.names());
            let fits = own == wanted || (!word.has_forms() && is_without_count(own, wanted));
            if !fits {
                findings.push(bad_words::names(at(name), name, own, wanted));
            }
            fits
        });
        let key = tag.to_ascii_lowercase();
        let before = self.tables.remove(&key).unwrap_or_default();
        let mut merged = before;
        merged.extend(table);
        self.tables.insert(key, merged);
        let has: BTreeSet<&String> = self.chain(tag).flat_map(|table| table.keys()).collect();
        let missing: Vec<&str> = english
            .keys()
            .filter(|name| !name.starts_with(OPEN_PREFIX) && !has.contains(name))
            .map(String::as_str)
            .collect();
        if !missing.is_empty() {
            findings.push(words_missing::report(Place::file(file), tag, &missing));
        }
    }
}

/// A word that is the same for every number need not name it.
fn is_without_count(own: &[String], wanted: &[String]) -> bool {
    own.iter().eq(wanted.iter().filter(|name| *name != super::COUNT))
}

fn path(tag: &str) -> String {
    format!("templates/{FOLDER}{tag}.yaml")
}

fn file(tag: &str, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Option<Arc<InputFile>> {
    let empty = || Place::file(&InputFile::new(path(tag), ""));
    if !plural::is_tag(tag) {
        findings.push(bad_words::no_language(empty(), tag));
        return None;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        findings.push(bad_words::encoding(empty(), tag));
        return None;
    };
    Some(InputFile::new(path(tag), text.strip_prefix('\u{feff}').unwrap_or(text)))
}
