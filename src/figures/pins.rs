//! Whether data files are the ones that were pinned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::rules::{data_changed, data_not_pinned};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};
use crate::model::Article;

/// Reports data files that are not what was pinned, or not pinned at all; gives the names of the
/// former.
pub fn check<'a>(
    article: &'a Article,
    file: &Arc<InputFile>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeSet<&'a str> {
    let mut used: BTreeMap<&str, KeyPath> = BTreeMap::new();
    for (name, at) in article.figures.data_used() {
        used.entry(name).or_insert(at);
    }
    let mut changed = BTreeSet::new();
    for (name, at) in used {
        // A file that could not be read was reported.
        let Some(table) = article.tables.get(name) else { continue };
        let path = KeyPath::top().key("data").key(name);
        match article.figures.data.get(name).and_then(|data| data.sha256.as_deref()) {
            None => {
                let is_listed = article.figures.data.get(name).is_some();
                let place = if is_listed { Place::key(file, path) } else { Place::value(file, at) };
                findings.push(data_not_pinned::report(place, name, &table.sha256, is_listed));
            }
            Some(pin) if pin != table.sha256 => {
                let place = Place::value(file, path.key("sha256"));
                findings.push(data_changed::report(place, name, pin, &table.sha256));
                changed.insert(name);
            }
            Some(_) => {}
        }
    }
    changed
}
