//! A site in a temporary folder, such as a copy of the explainer that was published, to plant faults in.

#![allow(dead_code, reason = "no test file uses all of it")]

#[path = "../copied/mod.rs"]
mod copied;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use factpress::build::{self, Options, Outcome};
use factpress::diagnostic::Level;

pub const CLAIMS: &str = "content/migration-alliance/claims.yaml";
pub const LOCK: &str = "factpress.lock";

/// A site in a temporary folder.
pub struct Published {
    folder: tempfile::TempDir,
}

impl Published {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The repository's own site with its translations.
    pub fn translated() -> Self {
        let site = Self::empty();
        copied::copy_all(&copied::WHOLE, site.root());
        site
    }

    /// The repository's own site, as it is in the repository but for the translations.
    pub fn copied() -> Self {
        let site = Self::empty();
        copied::copy(&copied::WHOLE, site.root());
        site
    }

    /// The repository's own site, built.
    pub fn explainer() -> Self {
        let site = Self::copied();
        assert_eq!(site.build(), [""; 0]);
        site
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A day after the explainer was made, and before any of its checks is due again.
    pub fn options(&self) -> Options {
        Options {
            root: self.root().to_owned(),
            now: Some(jiff::civil::date(2026, 11, 30)),
            ..Options::default()
        }
    }

    /// The place of a file.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file.
    pub fn write(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), text).unwrap();
    }

    /// Replaces words of a file.
    pub fn replace(&self, file: &str, was: &str, now: &str) {
        let text = self.text(file);
        assert!(text.contains(was), "`{was}` is not in {file}");
        self.write(file, &text.replacen(was, now, 1));
    }

    /// The built site.
    pub fn public(&self) -> BTreeMap<String, Vec<u8>> {
        walkdir::WalkDir::new(self.path("public"))
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap()))
            .collect()
    }

    /// Builds; what was found, as `rule file:line:column`.
    pub fn build(&self) -> Vec<String> {
        told(&build::build(&self.options()).unwrap())
    }

    /// Checks; what was found.
    pub fn check(&self) -> Vec<String> {
        told(&build::check(&self.options()).unwrap())
    }

    /// Builds; what stops the build.
    pub fn denied(&self) -> Vec<String> {
        let mut outcome = build::build(&self.options()).unwrap();
        outcome.diagnostics.retain(|found| found.level == Level::Deny);
        told(&outcome)
    }
}

/// Findings as `rule file:line:column`.
pub fn told(outcome: &Outcome) -> Vec<String> {
    let told = |found: &factpress::diagnostic::Diagnostic| {
        let at = found.place.lines().0;
        format!("{} {}:{}:{}", found.rule, found.place.file.path, at.line, at.column)
    };
    outcome.diagnostics.iter().map(told).collect()
}
