//! Keeps copies of sources: fetched from their addresses, or saved by a person.
//!
//! A copy goes to `snapshots/ID.html` (or `.pdf`, `.txt` …), and what is known about it to
//! factpress.lock. Nothing that was kept is replaced unless that is asked for.

#[cfg(feature = "archive")]
pub mod address;
#[cfg(feature = "archive")]
pub mod fetch;
#[cfg(feature = "archive")]
mod guard;
mod keep;

use std::time::Duration;

pub use keep::{Archive, Kept, Standing};

use crate::model::Source;
use crate::snapshots::media::Media;

/// The address that a source is fetched from: that of the copy that was read, else its own, else that
/// of a public archive.
pub fn address_of(source: &Source) -> Option<&str> {
    [&source.via, &source.url, &source.archived]
        .into_iter()
        .filter_map(|address| address.as_deref().map(str::trim))
        .find(|address| !address.is_empty())
}

/// What a fetch may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of a copy, also after it was unpacked.
    pub bytes: u64,
    /// The longest that all of it may take, redirects included.
    pub timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 * 1024 * 1024, timeout: Duration::from_secs(30) }
    }
}

/// A copy of a source before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// What kind of file it is.
    pub media: Media,
    /// The encoding that its server named.
    pub charset: Option<String>,
    /// How it came here, where it was fetched.
    pub answer: Option<Answer>,
}

/// What a server said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The address that was asked for.
    pub asked: String,
    /// The address that answered, after all redirects.
    pub address: String,
    /// The status.
    pub status: u16,
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The header `Last-Modified`.
    pub last_modified: Option<String>,
}

/// Why a copy was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// In one sentence, without a capital or a full stop.
    pub message: String,
    /// What to do about it, if anything.
    pub help: Option<String>,
}

impl Refusal {
    /// A reason without advice.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
