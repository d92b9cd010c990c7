//! What a rule reports, and how it is shown.
//!
//! One [`Diagnostic`], one file per form it is shown in: drawn for people ([`human`]), one JSON
//! object a line for programs ([`json`]), and GitHub's annotations ([`github`]).

mod excerpt;
pub mod github;
pub mod human;
pub mod json;
mod neutral;
mod rule;

pub(crate) use neutral::neutral;
pub use rule::{Level, Rule};

use std::ops::Range;
use std::sync::Arc;

use crate::input::spans::Part;
use crate::input::{InputFile, KeyPath, LineColumn, front_matter};

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The file as a whole, shown at its first line.
    Whole,
    /// A range of bytes of the file's text.
    Bytes(Range<usize>),
    /// A value of a YAML file.
    Value(KeyPath),
    /// A key of a YAML file.
    Key(KeyPath),
    /// A value of the front matter of a Markdown file, which starts at the given byte.
    FrontMatter(KeyPath, usize),
    /// A key of such a front matter.
    FrontMatterKey(KeyPath, usize),
}

/// A place that a diagnostic points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<InputFile>,
    /// Where in it.
    pub at: At,
}

impl Place {
    /// A whole file.
    pub fn file(file: &Arc<InputFile>) -> Self {
        Self { file: Arc::clone(file), at: At::Whole }
    }

    /// A range of bytes.
    pub fn bytes(file: &Arc<InputFile>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), at: At::Bytes(range) }
    }

    /// A YAML value.
    pub fn value(file: &Arc<InputFile>, path: KeyPath) -> Self {
        Self { file: Arc::clone(file), at: At::Value(path) }
    }

    /// A YAML key.
    pub fn key(file: &Arc<InputFile>, path: KeyPath) -> Self {
        Self { file: Arc::clone(file), at: At::Key(path) }
    }

    /// The bytes meant; an empty range at the start where the place can't be found again.
    pub fn range(&self) -> Range<usize> {
        let text = &self.file.text;
        let range = match &self.at {
            At::Whole => 0..0,
            At::Bytes(range) => range.clone(),
            At::Value(path) => self.file.find(0..text.len(), path, Part::Value).unwrap_or(0..0),
            At::Key(path) => self.file.find(0..text.len(), path, Part::Key).unwrap_or(0..0),
            At::FrontMatter(path, start) => self.in_front_matter(path, *start, Part::Value),
            At::FrontMatterKey(path, start) => self.in_front_matter(path, *start, Part::Key),
        };
        let start = text.floor_char_boundary(range.start.min(text.len()));
        start..text.ceil_char_boundary(range.end.clamp(start, text.len()))
    }

    fn in_front_matter(&self, path: &KeyPath, start: usize, part: Part) -> Range<usize> {
        let text = &self.file.text;
        let yaml = front_matter(text, start).unwrap_or(start.min(text.len())..text.len());
        self.file.find(yaml, path, part).unwrap_or(start..start)
    }

    /// Line and column of the first and of the last byte.
    pub fn lines(&self) -> (LineColumn, LineColumn) {
        let range = self.range();
        (self.file.line_column(range.start), self.file.line_column(range.end))
    }
}

/// A second place that helps to understand the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is to be seen there.
    pub label: String,
}

/// One finding of the compiler about its input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, as in `factpress explain NAME`.
    pub rule: &'static str,
    /// How much it matters. [`Level::Allow`] is never reported.
    pub level: Level,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to see at the place; may be empty.
    pub label: String,
    /// Other places.
    pub related: Vec<Related>,
    /// What to do, one step a line.
    pub help: Vec<String>,
    /// Why it matters, or what was compared.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// A finding of a rule at its own level.
    pub fn new(rule: &Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule: rule.name,
            level: rule.level,
            message: message.into(),
            place,
            label: String::new(),
            related: Vec::new(),
            help: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Says what is to be seen at the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a step to take.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push(Related { place, label: label.into() });
        self
    }
}

/// Sorts by file, place, rule and words, so that runs compare equal, and drops exact repeats.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    let key = |d: &Diagnostic| (d.place.file.path.clone(), d.place.range().start);
    diagnostics.sort_by_cached_key(|d| (key(d), d.rule, d.message.clone()));
    diagnostics.dedup();
}

/// Whether any finding stops the build.
pub fn any_denied(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| found.level == Level::Deny)
}
