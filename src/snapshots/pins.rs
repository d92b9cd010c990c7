//! Which copy belongs to which source, and what it must be.
//!
//! sources.yaml is written by people and goes before factpress.lock, which `factpress archive`
//! writes. Where both name a copy they must agree (rule `lock-disagrees`); what sources.yaml leaves
//! out is then taken from the lock.

use std::sync::Arc;

use crate::diagnostic::Place;
use crate::discover::read::stays_below;
use crate::input::{InputFile, KeyPath};
use crate::model::{PartialDate, PinnedSnapshot, Site, Snapshot};

use super::FOLDER;

/// What is known about the copy of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Pin<'a> {
    /// The id of the source.
    pub source: &'a str,
    /// Path from the site's root.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Option<&'a str>,
    /// The day it was taken.
    pub captured: Option<PartialDate>,
    /// The kind of file, as its server called it.
    pub media_type: Option<&'a str>,
    /// The encoding that its server named.
    pub charset: Option<&'a str>,
    /// The address that answered.
    pub address: Option<&'a str>,
    /// Whether sources.yaml names it; else factpress.lock does.
    pub by_hand: bool,
    /// Whether the hash stands in sources.yaml.
    pub hashed_by_hand: bool,
}

impl Pin<'_> {
    /// Whether its path stays in the folder of kept copies.
    pub fn is_in_folder(&self) -> bool {
        stays_below(&self.path)
    }

    /// Where a person reads about it: its hash or, where it has none, its path.
    pub fn place(&self, site: &Site) -> Option<Place> {
        let (file, above) = if self.hashed_by_hand || (self.by_hand && self.sha256.is_none()) {
            (&site.sources_file, by_hand(self.source))
        } else {
            (&site.lock_file, in_lock(self.source))
        };
        let key = if self.sha256.is_some() { "sha256" } else { "path" };
        Some(Place::value(file.as_ref()?, above.key(key)))
    }

    /// Where its path stands.
    pub fn path_place(&self, site: &Site) -> Option<Place> {
        let (file, above): (&Option<Arc<InputFile>>, _) = if self.by_hand {
            (&site.sources_file, by_hand(self.source))
        } else {
            (&site.lock_file, in_lock(self.source))
        };
        Some(Place::value(file.as_ref()?, above.key("path")))
    }
}

/// Where sources.yaml names a copy.
pub fn by_hand(source: &str) -> KeyPath {
    KeyPath::top().key("sources").key(source).key("snapshot")
}

/// Where factpress.lock names a copy.
pub fn in_lock(source: &str) -> KeyPath {
    KeyPath::top().key("snapshots").key(source)
}

/// A path from the site's root; people write it with or without the folder's name.
pub fn path(written: &str) -> String {
    let below = written.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/'));
    format!("{FOLDER}/{}", below.unwrap_or(written))
}

/// The copies of all sources, in the order of sources.yaml.
pub fn pins(site: &Site) -> Vec<Pin<'_>> {
    let locked = |id: &str| site.lock.as_ref().and_then(|lock| lock.snapshots.get(id));
    let pins =
        site.sources.iter().filter_map(|(id, source)| match (&source.snapshot, locked(id)) {
            (None, None) => None,
            (None, Some(lock)) => Some(from_lock(id, lock)),
            (Some(hand), lock) => Some(from_hand(id, hand, lock)),
        });
    pins.collect()
}

fn from_lock<'a>(source: &'a str, lock: &'a PinnedSnapshot) -> Pin<'a> {
    Pin {
        source,
        path: path(&lock.path),
        sha256: Some(&lock.sha256),
        captured: lock.captured,
        media_type: Some(&lock.media_type),
        charset: lock.charset.as_deref(),
        address: lock.address.as_deref(),
        by_hand: false,
        hashed_by_hand: false,
    }
}

fn from_hand<'a>(source: &'a str, hand: &'a Snapshot, lock: Option<&'a PinnedSnapshot>) -> Pin<'a> {
    let path = path(&hand.path);
    // What the lock says of another file is no word about this one.
    let lock = lock.map(|lock| from_lock(source, lock)).filter(|lock| lock.path == path);
    Pin {
        source,
        sha256: hand.sha256.as_deref().or(lock.as_ref().and_then(|lock| lock.sha256)),
        captured: hand.captured.or(lock.as_ref().and_then(|lock| lock.captured)),
        media_type: lock.as_ref().and_then(|lock| lock.media_type),
        charset: lock.as_ref().and_then(|lock| lock.charset),
        address: lock.as_ref().and_then(|lock| lock.address),
        by_hand: true,
        hashed_by_hand: hand.sha256.is_some(),
        path,
    }
}
