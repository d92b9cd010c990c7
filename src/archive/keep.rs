//! Puts a copy into `snapshots/` and what is known about it into factpress.lock.

use crate::address::is_kebab_case;
use crate::digest::sha256;
use crate::discover::Reader;
use crate::discover::read::{ReadError, stays_below};
use crate::model::{Lock, PartialDate, PinnedSnapshot, Site};
use crate::snapshots::{FOLDER, MAX_SNAPSHOT, pins, reduce};
use crate::write::{Turn, WriteError};

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
        let turn = Turn::take(self.reader.root())?;
        // Other runs may have written it since this one began.
        self.lock = self.lock_now()?;
        let hash = sha256(&found.bytes);
        let path = format!("{FOLDER}/{id}.{}", found.media.extension());
        let old = self.lock.snapshots.get(id).cloned();
        let is_pinned = old.as_ref().is_some_and(|old| pins::path(&old.path) == path);
        if let Some(old) = &old {
            if old.sha256 != hash && !again {
                return Err(changed(old));
            }
            if old.sha256 == hash {
                if self.file(&pins::path(&old.path))?.as_ref() == Some(&found.bytes) {
                    return Ok(Kept::Same(old.captured));
                }
                if is_pinned {
                    turn.prepare(&path, &found.bytes)?.put()?;
                    return Ok(Kept::Restored(path));
                }
            }
        }
        let unpinned = if is_pinned || again { None } else { self.file(&path)? };
        if unpinned.is_some_and(|bytes| bytes != found.bytes) {
            return Err(Refusal::new(format!(
                "`{path}` is there already, and nothing says what it is"
            ))
            .help(format!("pin it with `--from {path}`, or replace it with `--again`")));
        }
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
        let mut lock = self.lock.clone();
        lock.snapshots.0.insert(id.to_owned(), pin);
        let copy = turn.prepare(&path, &found.bytes)?;
        let record = turn.prepare(Lock::FILE, lock.to_text())?;
        copy.put()?;
        record.put()?;
        self.lock = lock;
        if let Some(old) = old.as_ref().filter(|_| !is_pinned) {
            self.clear(old, &turn);
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
        if !self.reader.is_there(path) {
            return Ok(None);
        }
        self.reader.bytes(path, MAX_SNAPSHOT).map(Some).map_err(|error| unread(path, error))
    }

    /// `factpress.lock` as it is on the disk.
    fn lock_now(&self) -> Result<Lock, Refusal> {
        if !self.reader.is_there(Lock::FILE) {
            return Ok(Lock::default());
        }
        let file = self.reader.text(Lock::FILE).map_err(|error| unread(Lock::FILE, error))?;
        Lock::read(&file).map_err(|found| {
            let why = found.first().map_or("", |found| &found.message);
            Refusal::new(format!("{}: {why}", Lock::FILE))
        })
    }

    /// Deletes a file that one of another name takes the place of, if it is what was pinned.
    fn clear(&self, old: &PinnedSnapshot, turn: &Turn) {
        let path = pins::path(&old.path);
        let is_ours = |bytes: Vec<u8>| sha256(&bytes) == old.sha256;
        if self.file(&path).ok().flatten().is_some_and(is_ours) {
            // What can't be deleted does no harm: nothing names it any more.
            let _ = turn.remove(&path);
        }
    }
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Self {
        Self::new(error.to_string())
    }
}

fn unread(path: &str, error: ReadError) -> Refusal {
    Refusal::new(match error {
        ReadError::Finding(found) => format!("{path}: {}", found.message),
        ReadError::Io(_, error) => format!("{path}: {error}"),
    })
}

fn changed(old: &PinnedSnapshot) -> Refusal {
    let since = old.captured.map(|day| format!(" of {day}")).unwrap_or_default();
    Refusal::new(format!("is no longer what it was in the copy{since}, which stays as it is"))
        .help("`--again` keeps it as it is now, in place of the old copy")
}
