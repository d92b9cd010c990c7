//! Puts a copy into `snapshots/` and what is known about it into factpress.lock.

use std::fs;
use std::path::Path;

use crate::address::is_kebab_case;
use crate::digest::sha256;
use crate::discover::Reader;
use crate::discover::read::{ReadError, stays_below};
use crate::model::{Lock, PartialDate, PinnedSnapshot, Site};
use crate::snapshots::{FOLDER, MAX_SNAPSHOT, pins, reduce};
use crate::write::Replacement;

use super::{Found, Refusal};

/// The kept copies of a site.
pub struct Archive<'a> {
    reader: &'a Reader,
    site: &'a Site,
    lock: Lock,
}

/// What became of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A copy was kept; the path from the site's root, its bytes, whether it replaces another one, and
    /// why nothing can be read in it, if so.
    New {
        /// The path from the site's root.
        path: String,
        /// How many bytes it has.
        bytes: u64,
        /// Whether it takes the place of a copy with other bytes.
        replaces: bool,
        /// Why nothing can be read in it: the end of a sentence that starts with "it".
        unreadable: Option<String>,
    },
    /// The source is as it was when its copy was taken.
    Same(Option<PartialDate>),
    /// The file was missing or changed, and is here again, byte for byte.
    Restored(String),
}

/// How the copy of a source is before anything is done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    None,
    /// It is as it was pinned.
    Whole,
    /// Its file is missing.
    Missing,
    /// Its file has other bytes than those that were pinned.
    Changed,
    /// sources.yaml names it.
    ByHand,
}

impl<'a> Archive<'a> {
    /// The copies of a site as they are.
    pub fn new(reader: &'a Reader, site: &'a Site) -> Self {
        Self { reader, site, lock: site.lock.clone().unwrap_or_default() }
    }

    /// How the copy of a source is.
    ///
    /// # Errors
    /// Where its file can't be opened.
    pub fn standing(&self, id: &str) -> Result<Standing, Refusal> {
        if self.site.sources.get(id).is_some_and(|source| source.snapshot.is_some()) {
            return Ok(Standing::ByHand);
        }
        let Some(pin) = self.lock.snapshots.get(id) else { return Ok(Standing::None) };
        let path = pins::path(&pin.path);
        Ok(match self.file(&path)? {
            None => Standing::Missing,
            Some(bytes) if sha256(&bytes) == pin.sha256 => Standing::Whole,
            Some(_) => Standing::Changed,
        })
    }

    /// Keeps a copy of a source. `again`: also where another one is kept.
    ///
    /// # Errors
    /// Why it was not kept; then nothing has changed.
    pub fn keep(
        &mut self,
        id: &str,
        found: &Found,
        again: bool,
        today: Option<PartialDate>,
    ) -> Result<Kept, Refusal> {
        if !is_kebab_case(id) {
            return Err(Refusal::new("has an id that can't be the name of a file"));
        }
        let hash = sha256(&found.bytes);
        let path = format!("{FOLDER}/{id}.{}", found.media.extension());
        let old = self.lock.snapshots.get(id).cloned();
        if let Some(old) = &old {
            let same = old.sha256.eq_ignore_ascii_case(&hash);
            let there = self.file(&pins::path(&old.path))?;
            let is_whole = there.as_ref().is_some_and(|bytes| sha256(bytes) == hash);
            if same && is_whole {
                return Ok(Kept::Same(old.captured));
            }
            if same && pins::path(&old.path) == path {
                self.write(&path, &found.bytes)?;
                return Ok(Kept::Restored(path));
            }
            if !same && !again {
                return Err(changed(old));
            }
        } else if let Some(there) = self.file(&path)?
            && there != found.bytes
            && !again
        {
            return Err(Refusal::new(format!(
                "`{path}` is there already, and nothing says what it is"
            ))
            .help(format!("pin it with `--from {path}`, or replace it with `--again`")));
        }
        self.write(&path, &found.bytes)?;
        let answer = found.answer.clone();
        let pin = PinnedSnapshot {
            path: path[FOLDER.len() + 1..].to_owned(),
            sha256: hash,
            bytes: found.bytes.len() as u64,
            captured: today,
            media_type: found.media.media_type().to_owned(),
            charset: found.charset.clone(),
            asked: answer.as_ref().map(|it| it.asked.clone()),
            address: answer.as_ref().map(|it| it.address.clone()),
            status: answer.as_ref().map(|it| it.status),
            etag: answer.as_ref().and_then(|it| it.etag.clone()),
            last_modified: answer.and_then(|it| it.last_modified),
        };
        self.lock.snapshots.0.insert(id.to_owned(), pin);
        self.write_lock()?;
        if let Some(old) = &old {
            self.clear(old, &path);
        }
        let words = reduce::reduce(&found.bytes, found.media, found.charset.as_deref());
        Ok(Kept::New {
            path,
            bytes: found.bytes.len() as u64,
            replaces: old.is_some(),
            unreadable: words.err(),
        })
    }

    /// The bytes of a kept copy, where it is there.
    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        // The lock can be edited by hand, and what it names is replaced and deleted.
        let below = path.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/'));
        if !below.is_some_and(stays_below) {
            return Err(Refusal::new(format!("`{path}` is not in `{FOLDER}`, and is left alone")));
        }
        if self.reader.on_disk(path).symlink_metadata().is_err() {
            return Ok(None);
        }
        match self.reader.bytes(path, MAX_SNAPSHOT) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ReadError::Finding(found)) => {
                Err(Refusal::new(format!("{path}: {}", found.message)))
            }
            Err(ReadError::Io(_, error)) => Err(Refusal::new(format!("{path}: {error}"))),
        }
    }

    /// Deletes the file that a new one of another name takes the place of, if it is what was pinned.
    fn clear(&self, old: &PinnedSnapshot, new: &str) {
        let path = pins::path(&old.path);
        let is_ours = |bytes: Vec<u8>| sha256(&bytes) == old.sha256;
        if path != new && self.file(&path).ok().flatten().is_some_and(is_ours) {
            // What can't be deleted does no harm: nothing names it any more.
            let _ = fs::remove_file(self.reader.on_disk(&path));
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let folder = self.reader.on_disk(FOLDER);
        if fs::symlink_metadata(&folder).is_ok_and(|it| !it.is_dir()) {
            return Err(Refusal::new(format!(
                "`{FOLDER}` is a link or a file, and should be a folder"
            )));
        }
        fs::create_dir_all(&folder).map_err(|error| io("make", &folder, &error))?;
        let target = self.reader.on_disk(path);
        if fs::symlink_metadata(&target).is_ok_and(|it| !it.is_file()) {
            return Err(Refusal::new(format!("`{path}` is a link or a folder, and is left alone")));
        }
        put(&target, bytes)
    }

    fn write_lock(&self) -> Result<(), Refusal> {
        let target = self.reader.on_disk(Lock::FILE);
        if fs::symlink_metadata(&target).is_ok_and(|it| !it.is_file()) {
            return Err(Refusal::new(format!(
                "`{}` is a link or a folder, and is left alone",
                Lock::FILE
            )));
        }
        put(&target, self.lock.to_text().as_bytes())
    }
}

/// Writes a file, all of it or nothing.
fn put(target: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    Replacement::prepare(target, bytes)
        .and_then(Replacement::put)
        .map_err(|error| Refusal::new(error.to_string()))
}

fn io(doing: &str, path: &Path, error: &std::io::Error) -> Refusal {
    Refusal::new(format!("could not {doing} `{}`: {error}", path.display()))
}

fn changed(old: &PinnedSnapshot) -> Refusal {
    let since = old.captured.map(|day| format!(" of {day}")).unwrap_or_default();
    Refusal::new(format!("is no longer what it was in the copy{since}, which stays as it is"))
        .help("`--again` keeps it as it is now, in place of the old copy")
}
