//! `factpress.lock`.

use std::sync::Arc;

use super::rules::{lock_too_new, missing_field};
use super::yaml;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};
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
        let at = Place::value(file, KeyPath::top().key("version"));
        match serde_yaml::from_str(&file.text).map(|it: Version| it.version) {
            Ok(Some(version)) if version > Self::VERSION => {
                return Err(vec![lock_too_new::report(at, version)]);
            }
            Ok(None) => return Err(vec![missing_field::report(at, "version", Self::FILE)]),
            // What is wrong is told by the reading of the whole.
            _ => {}
        }
        yaml::read(file, &file.text, 0)
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
        assert_eq!(faults("version: 1\n<<<<<<< HEAD\n"), [("invalid-yaml", 3)]);
    }
}
