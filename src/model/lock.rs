//! `factpress.lock`: what factpress itself keeps about a site from one run to the next.
//!
//! The file is written by the program and committed with the site, as `Cargo.lock` is. One struct per
//! section.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::hash::hash;
use super::locked::sorted;
use super::{LockedArticle, PartialDate, Registry};

/// The whole file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The form of the file, [`Lock::VERSION`] at most.
    pub version: u32,
    /// Kept copies of sources, by the id of the source.
    #[serde(default)]
    pub snapshots: Registry<PinnedSnapshot>,
    /// Addresses that pages had before, and where they lead now.
    #[serde(default, deserialize_with = "sorted")]
    pub moved: BTreeMap<String, String>,
    /// What was published, by slug of the article.
    #[serde(default, deserialize_with = "sorted")]
    pub articles: BTreeMap<String, LockedArticle>,
}

impl Lock {
    /// The form that this factpress writes.
    pub const VERSION: u32 = 1;
    /// The name of the file in the site's folder.
    pub const FILE: &'static str = "factpress.lock";
}

impl Default for Lock {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            snapshots: Registry::default(),
            moved: BTreeMap::new(),
            articles: BTreeMap::new(),
        }
    }
}

/// A kept copy of a source, and how it came here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinnedSnapshot {
    /// Path in `snapshots/`.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    #[serde(deserialize_with = "hash")]
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The day it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<PartialDate>,
    /// What kind of file it is, such as `text/html`.
    pub media_type: String,
    /// The encoding that its server named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// The address that was asked for; none where a person saved the copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// The address that answered, after all redirects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The status of the answer, such as 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The header `ETag` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The header `Last-Modified` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}
