//! `factpress.lock`.

use std::sync::Arc;

use super::rules::{lock_too_new, missing_field};
use super::yaml;
use crate::diagnostic::{Diagnostic, Place};
use crate::discover::read::MAX_TEXT;
use crate::discover::rules::file_too_large;
use crate::input::{InputFile, KeyPath};
use crate::lock::articles;
use crate::model::Lock;

/// The version alone: a file of a later form can't be held to this one.
#[derive(Default, serde::Deserialize)]
struct Version {
    version: Option<u32>,
}

impl Lock {
    /// Reads `factpress.lock`.
    ///
    /// # Errors
    /// Findings where it is damaged, was edited out of its form, or was written by a later factpress.
    pub fn read(file: &Arc<InputFile>) -> Result<Self, Vec<Diagnostic>> {
        let (head, section) = articles::split(&file.text);
        let articles = articles::read(section);
        // What was edited is read as YAML, all of it.
        let text = if articles.is_some() { head } else { file.text.as_str() };
        if text.len() as u64 > MAX_TEXT {
            let found = file_too_large::report(&file.path, text.len() as u64, MAX_TEXT);
            return Err(vec![found]);
        }
        let at = Place::value(file, KeyPath::top().key("version"));
        match yaml::read(file, text, 0).map(|it: Version| it.version) {
            Ok(Some(version)) if version > Self::VERSION => {
                return Err(vec![lock_too_new::report(at, version)]);
            }
            Ok(None) => return Err(vec![missing_field::report(at, "version", Self::FILE)]),
            // What is wrong is told by the reading of the whole.
            _ => {}
        }
        let lock: Self = yaml::read(file, text, 0)?;
        Ok(match articles {
            Some(articles) => Self { articles, ..lock },
            None => lock,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(&'static str, usize)> {
        let found = Lock::read(&InputFile::new(Lock::FILE, text)).unwrap_err();
        found.iter().map(|found| (found.rule, found.place.lines().0.line)).collect()
    }

    #[test]
    fn damage_is_told_at_its_line() {
        assert_eq!(faults("version: 2\nnew: {}\n"), [("lock-too-new", 1)]);
        assert_eq!(faults("# cut off\n"), [("missing-field", 2)]);
        assert_eq!(faults("version: 1\nsnapshot: {}\n"), [("unknown-field", 2)]);
        assert_eq!(faults("version: 1\nsnapshots:\n  a: {path: x}\n"), [("missing-field", 3)]);
        assert_eq!(faults("version: 1\n<<<<<<< HEAD\n"), [("invalid-yaml", 2)]);
        let claim = "{verdict: x, quote: \"e3b0c44298fc\", finding: \"e3b0c44298fc\"}";
        let articles = format!("version: 1\narticles:\n  a:\n    b: {claim}\n");
        assert!(Lock::read(&InputFile::new(Lock::FILE, articles.as_str())).is_ok());
        assert_eq!(faults(&articles.replace("verdict", "verdcit")), [("unknown-field", 4)]);
        assert_eq!(
            faults(&articles.replace("    b", "<<<<<<< HEAD\n    b")),
            [("invalid-yaml", 4)]
        );
        assert_eq!(faults(&format!("{articles}    b: {claim}\n")), [("duplicate-key", 5)]);
        let ledger = |entry: &str| articles.replace("x,", &format!("x, ledger: [{entry}],"));
        assert_eq!(faults(&ledger("made 2026-11-23")), [("invalid-yaml", 4)]);
        assert_eq!(faults(&ledger("[[]]")), [("wrong-type", 4)]);
    }
}
