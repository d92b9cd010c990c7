//! Copies of the repository's own site, to plant faults in.
#![allow(dead_code, reason = "not every test uses all of it")]

#[path = "../copied/mod.rs"]
mod copied;

use std::fs;

use factpress::build::{self, Options};
use factpress::diagnostic::Diagnostic;

pub const ARTICLE: &str = "content/migration-alliance/index.md";
pub const CLAIMS: &str = "content/migration-alliance/claims.yaml";
pub const SOURCES: &str = "content/sources.yaml";
pub const SETTINGS: &str = "factpress.yaml";

/// A copy of the repository's site, to plant faults in.
pub struct Site {
    folder: tempfile::TempDir,
    today: jiff::civil::Date,
}

impl Site {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copied::copy(&["factpress.yaml", "content", "seeds"], folder.path());
        Self { folder, today: jiff::civil::date(2026, 11, 24) }
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap()
    }

    /// Replaces the first `was` after the words `after`.
    pub fn plant(self, file: &str, after: &str, was: &str, now: &str) -> Self {
        let text = self.text(file);
        let start = text.find(after).unwrap_or_else(|| panic!("`{after}` is not in {file}"));
        let at = text[start..].find(was).unwrap_or_else(|| panic!("`{was}` is not in {file}"));
        let (head, rest) = text.split_at(start + at);
        let text = format!("{head}{now}{}", &rest[was.len()..]);
        fs::write(self.folder.path().join(file), text).unwrap();
        self
    }

    /// Adds a line at the end of the settings, in place of the one that has its key.
    pub fn set(self, line: &str) -> Self {
        let key = line.split_once(':').unwrap().0;
        let text = self.text(SETTINGS);
        let mut inside = false;
        let others = text.lines().filter(|other| {
            inside = other.starts_with(&format!("{key}:")) || inside && other.starts_with(' ');
            !inside
        });
        let lines: Vec<&str> = others.chain([line]).collect();
        fs::write(self.folder.path().join(SETTINGS), lines.join("\n") + "\n").unwrap();
        self
    }

    pub fn on(mut self, year: i16, month: i8, day: i8) -> Self {
        self.today = jiff::civil::date(year, month, day);
        self
    }

    pub fn findings(&self) -> Vec<Diagnostic> {
        let options = Options {
            root: self.folder.path().to_owned(),
            now: Some(self.today),
            ..Options::default()
        };
        build::check(&options).unwrap().diagnostics
    }

    /// What is found, as `rule file:line:column`.
    pub fn found(&self) -> Vec<String> {
        self.findings().iter().map(place).collect()
    }

    /// Where `text` stands after the words `after`, as `file:line:column`.
    pub fn at(&self, file: &str, after: &str, text: &str) -> String {
        let content = self.text(file);
        let start = content.find(after).unwrap();
        let at = start + content[start..].find(text).unwrap();
        let place = factpress::input::line_column(&content, at);
        format!("{file}:{}:{}", place.line, place.column)
    }

    /// Holds the site to one finding, by `rule`, at `text` after the words `after`.
    pub fn has_one(&self, rule: &str, file: &str, after: &str, text: &str) -> Diagnostic {
        assert_eq!(self.found(), [format!("{rule} {}", self.at(file, after, text))]);
        self.findings().remove(0)
    }
}

/// A finding as `rule file:line:column`.
pub fn place(found: &Diagnostic) -> String {
    let at = found.place.lines().0;
    format!("{} {}:{}:{}", found.rule, found.place.file.path, at.line, at.column)
}
