//! Reads a words file.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use super::plural::{FORMS, Form, Plurals};
use super::rules::bad_words;
use super::{Text, Word};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};
use crate::model::Registry;
use crate::parse::yaml;

/// The words of one file, by name.
pub(super) type Table = BTreeMap<String, Arc<Word>>;

/// A word as it is written.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    Forms(IndexMap<String, String>),
}

/// Reads the words of a language. What can't be used is left out and reported.
pub(super) fn read(file: &Arc<InputFile>, tag: &str, findings: &mut Vec<Diagnostic>) -> Table {
    let written: Registry<Written> = match yaml::read(file, &file.text, 0) {
        Ok(written) => written,
        Err(found) => {
            findings.extend(found);
            return Table::new();
        }
    };
    let plurals = Arc::new(Plurals::new(tag));
    let mut table = Table::new();
    for (name, written) in written.0 {
        let path = KeyPath::top().key(&name);
        if let Some(word) = word(file, &path, &written, &plurals, findings) {
            table.insert(name, Arc::new(word));
        }
    }
    table
}

fn word(
    file: &Arc<InputFile>,
    path: &KeyPath,
    written: &Written,
    plurals: &Arc<Plurals>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Word> {
    let mut text = |path: &KeyPath, text: &str| {
        let read = Text::read(text);
        let place = || Place::value(file, path.clone());
        read.map_err(|why| findings.push(bad_words::braces(place(), &why))).ok()
    };
    let plurals = Arc::clone(plurals);
    let written = match written {
        Written::One(one) => {
            return Some(Word::new(text(path, one)?, Vec::new(), plurals));
        }
        Written::Forms(forms) => forms,
    };
    let mut forms: Vec<(Form, Text)> = Vec::new();
    let mut whole = true;
    for (name, form) in written {
        match text(&path.key(name), form) {
            Some(text) => {
                if let Some((_, form)) = FORMS.iter().find(|(known, _)| known == name) {
                    forms.push((*form, text));
                }
            }
            None => whole = false,
        }
    }
    let known = plurals.names();
    for name in written.keys().filter(|name| !known.contains(&name.as_str())) {
        findings.push(bad_words::form(Place::key(file, path.key(name)), name, &known));
        whole = false;
    }
    let Some(other) = forms.iter().position(|(form, _)| *form == Form::Other) else {
        if whole {
            findings.push(bad_words::no_other(Place::key(file, path.clone())));
        }
        return None;
    };
    let (_, other) = forms.remove(other);
    whole.then(|| Word::new(other, forms, plurals))
}
