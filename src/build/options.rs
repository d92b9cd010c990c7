//! What goes into a run, and what comes out of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::{Lock, LockedClaim};

/// What to build, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The output folder; `public` below the root where not given.
    pub output: Option<PathBuf>,
    /// In place of `base_url` in factpress.yaml.
    pub base_url: Option<String>,
    /// Whether drafts are built.
    pub drafts: bool,
    /// Whether warnings stop the build.
    pub deny_warnings: bool,
    /// Whether a build that would change `factpress.lock` fails instead.
    pub locked: bool,
    /// Today. Rules about the future and about age are silent without it.
    pub now: Option<Date>,
}

impl Options {
    /// Where the site is written.
    pub fn output_folder(&self) -> PathBuf {
        self.output.clone().unwrap_or_else(|| self.root.join("public"))
    }
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Findings, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Number of articles.
    pub articles: usize,
    /// Number of claims.
    pub claims: usize,
    /// Number of files in the built site; 0 where nothing was built.
    pub files: usize,
    /// Files whose bytes changed.
    pub written: usize,
    /// Files that went away.
    pub removed: usize,
    /// What was written into `factpress.lock`; none where it stayed as it was.
    pub recorded: Option<Recorded>,
    /// Whether the site knows its own address; without it feed, sitemap, canonical links and
    /// structured data are left out.
    pub addressed: bool,
    /// Whether nothing stopped the build.
    pub passed: bool,
}

/// What a build has written into `factpress.lock`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Claims that were new or different.
    pub claims: usize,
    /// Claims that are no longer kept.
    pub gone: usize,
    /// Whether there was no such file.
    pub first: bool,
}

impl Recorded {
    /// Compares what was kept with what is kept now.
    pub fn new(old: Option<&Lock>, new: &Lock) -> Self {
        let find = |lock: &Lock, slug: &str, id: &str| {
            lock.articles.get(slug).and_then(|article| article.claims.get(id)).cloned()
        };
        let differing = |one: &Lock, other: &dyn Fn(&str, &str, &LockedClaim) -> bool| {
            let claims = one.articles.iter().flat_map(|(slug, article)| {
                article.claims.iter().map(move |(id, claim)| (slug, id, claim))
            });
            claims.filter(|(slug, id, claim)| other(slug, id, claim)).count()
        };
        let is_new = |slug: &str, id: &str, claim: &LockedClaim| {
            old.is_none_or(|old| find(old, slug, id).as_ref() != Some(claim))
        };
        let is_gone = |slug: &str, id: &str, _: &LockedClaim| find(new, slug, id).is_none();
        Self {
            claims: differing(new, &is_new),
            gone: old.map_or(0, |old| differing(old, &is_gone)),
            first: old.is_none(),
        }
    }
}

/// The files of a site built into memory, by path in the output folder.
pub type MemorySite = BTreeMap<String, Vec<u8>>;

/// Failures of the machine, not of the author.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file or folder could not be read or written.
    #[error("{path}: {error}")]
    Io {
        /// The path, as given.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The output folder can't take the site.
    #[error(transparent)]
    Write(#[from] crate::write::WriteError),
    /// A path that can't be used, with the reason.
    #[error("{0}")]
    Usage(String),
}
