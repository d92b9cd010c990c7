//! The folder in which a site waits until it is whole.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{OWN_FOLDER, WriteError, turn};

/// Start of the name of a staging folder.
const PREFIX: &str = "staging-";

/// `OUTPUT/.factpress/staging-PROCESS`. Lies in the output folder, so that renaming from it never
/// crosses file systems. Removes itself when dropped, with every folder that was made for it,
/// unless the site came to stand there.
#[derive(Debug)]
pub(super) struct Staging {
    /// `OUTPUT/.factpress`.
    own: PathBuf,
    folder: PathBuf,
    /// Whether the folder is ours to remove.
    begun: bool,
    next: AtomicU32,
    /// Held as long as this value lives; the system lets go of it even if the process is killed.
    lock: Option<File>,
    /// Folders that were made, innermost first.
    made: Vec<PathBuf>,
    /// Whether the folders stay.
    keep: bool,
}

impl Staging {
    /// Makes the folder, alone: what a crashed run left is removed, a run in progress is an error.
    pub(super) fn begin(output: &Path) -> Result<Self, WriteError> {
        let own = output.join(OWN_FOLDER);
        let mut staging = Self {
            folder: own.join(format!("{PREFIX}{}", process::id())),
            own,
            begun: false,
            next: AtomicU32::new(0),
            lock: None,
            made: Vec::new(),
            keep: false,
        };
        staging.make_own()?;
        staging.lock = lock(&staging.own)?;
        staging.remove_leftovers()?;
        fs::create_dir(&staging.folder).map_err(WriteError::io("create", &staging.folder))?;
        staging.begun = true;
        Ok(staging)
    }

    fn make_own(&mut self) -> Result<(), WriteError> {
        // A link here could send our files, and our deletions, anywhere.
        if fs::symlink_metadata(&self.own).is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::Link(self.own.clone()));
        }
        let missing: Vec<PathBuf> = self
            .own
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .map(Path::to_path_buf)
            .collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(&folder) {
                Ok(()) => self.made.insert(0, folder),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(WriteError::io("create", folder)(error)),
            }
        }
        Ok(())
    }

    /// Whoever made these is gone, since nobody else holds the lock. Where there can be no lock, only
    /// a process of our own number is known to be.
    fn remove_leftovers(&self) -> Result<(), WriteError> {
        let entries = fs::read_dir(&self.own).map_err(WriteError::io("read", &self.own))?;
        for entry in entries {
            let entry = entry.map_err(WriteError::io("read", &self.own))?;
            let path = entry.path();
            let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
            if !ours || (self.lock.is_none() && path != self.folder) {
                continue;
            }
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let removed =
                if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(WriteError::io("remove", path))?;
        }
        Ok(())
    }

    /// A new file's number and place.
    pub(super) fn next(&self) -> (u32, PathBuf) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        (number, self.file(number))
    }

    /// The place of a staged file.
    pub(super) fn file(&self, number: u32) -> PathBuf {
        self.folder.join(number.to_string())
    }

    /// Where the manifest waits to be renamed.
    pub(super) fn temporary(&self) -> PathBuf {
        self.folder.join("manifest")
    }

    /// The list of what factpress wrote.
    pub(super) fn manifest(&self) -> PathBuf {
        self.own.join("manifest")
    }

    /// From here on the output folder holds a site.
    pub(super) fn keep(&mut self) {
        self.keep = true;
    }
}

/// Takes the folder for this process. Some network disks can't lock; there it goes without.
fn lock(own: &Path) -> Result<Option<File>, WriteError> {
    let file = turn::open(&own.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {
            Err(WriteError::Busy(own.parent().unwrap_or(own).to_path_buf()))
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

impl Drop for Staging {
    /// What can't be removed here is removed by the next run.
    fn drop(&mut self) {
        if self.begun {
            let _ = fs::remove_dir_all(&self.folder);
        }
        if self.keep {
            return;
        }
        if self.made.contains(&self.own) {
            let _ = fs::remove_file(self.own.join("lock"));
        }
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}
