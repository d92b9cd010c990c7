//! All words files: the built-in ones, and a site's own.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::read::{Table, read};
use super::rules::{bad_words, words_missing};
use super::{Word, Words};
use crate::diagnostic::{Diagnostic, Place};
use crate::discover::is_tag;
use crate::input::{InputFile, KeyPath};

/// Where words files are, below `templates/`.
const FOLDER: &str = "words/";

/// How the names of words for units begin. Such a word may be added to any language.
pub const OPEN_PREFIX: &str = "unit_";

/// The language that has every word.
const ENGLISH: &str = "en";

/// The built-in files: language, text, and its words once they were asked for.
static BUILT_IN: [(&str, &str, OnceLock<Table>); 2] = [
    (
        ENGLISH,
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/words/en.yaml")),
        OnceLock::new(),
    ),
    (
        "es",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/words/es.yaml")),
        OnceLock::new(),
    ),
];

/// The built-in words of a language; each file is read once, and only where it is needed.
fn built_in(tag: &str) -> Option<&'static Table> {
    let (tag, text, table) = BUILT_IN.iter().find(|(known, ..)| *known == tag)?;
    let read = || read(&InputFile::new(path(tag), *text), tag, &mut Vec::new());
    Some(table.get_or_init(read))
}

/// The words of all languages.
#[derive(Debug, Default)]
pub struct Library {
    /// A site's own, by language in small letters.
    own: BTreeMap<String, Table>,
}

impl Library {
    /// The built-in languages alone.
    pub fn built_in() -> Self {
        Self::default()
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
        let known = |tag: &String| {
            self.own.contains_key(tag) || BUILT_IN.iter().any(|(known, ..)| known == tag)
        };
        names(tag).iter().any(known)
    }

    /// The words of a language. Those that it does not have are those of the language it is a variety
    /// of (`es` of `es-MX`), or English.
    pub fn words(&self, tag: &str) -> Words {
        let mut words: HashMap<String, Arc<Word>> = HashMap::new();
        for table in self.tables(ENGLISH).chain(self.tables(tag)) {
            words.extend(table.iter().map(|(name, word)| (name.clone(), Arc::clone(word))));
        }
        Words { language: tag.to_owned(), words: Arc::new(words) }
    }

    /// The tables of a language, from the most general to the most special: those of its primary
    /// language, then its own; of each the built-in one, then the site's.
    fn tables(&self, tag: &str) -> impl Iterator<Item = &Table> {
        let tables = |tag: String| built_in(&tag).into_iter().chain(self.own.get(&tag));
        names(tag).into_iter().flat_map(tables)
    }

    fn add(
        &mut self,
        tag: &str,
        file: &Arc<InputFile>,
        is_used: &dyn Fn(&str) -> bool,
        findings: &mut Vec<Diagnostic>,
    ) {
        let mut table = read(file, tag, findings);
        let english: Table = self
            .tables(ENGLISH)
            .flatten()
            .map(|(name, word)| (name.clone(), Arc::clone(word)))
            .collect();
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
        self.own.entry(tag.to_ascii_lowercase()).or_default().extend(table);
        let has: BTreeSet<&String> = self.tables(tag).flat_map(BTreeMap::keys).collect();
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

/// A language's primary language, and its own name where that is another, in small letters.
fn names(tag: &str) -> Vec<String> {
    let tag = tag.to_ascii_lowercase();
    let primary = tag.split('-').next().unwrap_or_default().to_owned();
    if primary == tag { vec![tag] } else { vec![primary, tag] }
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
    if !is_tag(tag) {
        findings.push(bad_words::no_language(empty(), tag));
        return None;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        findings.push(bad_words::encoding(empty(), tag));
        return None;
    };
    Some(InputFile::new(path(tag), text.strip_prefix('\u{feff}').unwrap_or(text)))
}
