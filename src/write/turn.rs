//! One process at a time changes what factpress keeps in a site's own folder.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::{Replacement, WriteError};
use crate::model::Lock;

/// The turn of this process to change `factpress.lock` and the kept copies that it names.
///
/// Whoever reads a file in order to change it takes its turn before the reading and ends it, by
/// dropping it, after the writing; others wait that long. The system ends it where a process is
/// killed. Some network disks can't lock; there it is no more than a good intention.
#[derive(Debug)]
pub struct Turn {
    root: PathBuf,
    /// The file that is locked: beside the one that is changed, which is renamed over.
    place: PathBuf,
    locked: Option<Handle>,
}

impl Turn {
    /// Waits until it is our turn in the site at `root`.
    ///
    /// # Errors
    /// Where nothing can be written there.
    ///
    /// # Examples
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let root = folder.path();
    /// use factpress::write::Turn;
    ///
    /// let turn = Turn::take(root)?;
    /// turn.prepare("factpress.lock", "version: 1\n")?.put()?;
    /// assert_eq!(std::fs::read_to_string(root.join("factpress.lock"))?, "version: 1\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn take(root: &Path) -> Result<Self, WriteError> {
        let place = root.join(format!(".{}.turn", Lock::FILE));
        let mut turn = Self { root: root.to_owned(), place, locked: None };
        while turn.locked.is_none() {
            let io = |error| WriteError::io("lock", &turn.place)(error);
            let handle = Handle::from_file(open(&turn.place)?).map_err(io)?;
            match handle.as_file().lock() {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => {
                    drop(handle);
                    let _ = fs::remove_file(&turn.place);
                    break;
                }
            }
            // Whoever had it before has removed the file that was waited for.
            turn.locked = match Handle::from_path(&turn.place) {
                Ok(there) => (there == handle).then_some(handle),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(error) => return Err(io(error)),
            };
        }
        Ok(turn)
    }

    /// Writes a file whole to the disk, to take the place of the one at `path` (from the site's
    /// folder, with forward slashes). Folders are made.
    ///
    /// # Errors
    /// Where the system refuses, for example since the disk is full, or where a link is in the way.
    pub fn prepare(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<Replacement, WriteError> {
        let target = self.target(path)?;
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(WriteError::io("create", folder))?;
        }
        Replacement::prepare(target, bytes.as_ref(), self.locked.is_some())
    }

    /// Deletes a file.
    ///
    /// # Errors
    /// Where the system refuses, or where a link is in the way.
    pub fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.target(path)?;
        fs::remove_file(&target).map_err(WriteError::io("delete", target))
    }

    /// The place of a file, which no link leads to and which is none.
    fn target(&self, path: &str) -> Result<PathBuf, WriteError> {
        let mut target = self.root.clone();
        let mut steps = path.split('/').peekable();
        while let Some(step) = steps.next() {
            target.push(step);
            let is_last = steps.peek().is_none();
            match fs::symlink_metadata(&target) {
                Ok(found) if is_last && !found.is_file() => {
                    return Err(WriteError::InTheWay { path: target, wanted: "file" });
                }
                Ok(found) if !is_last && !found.is_dir() => {
                    return Err(WriteError::InTheWay { path: target, wanted: "folder" });
                }
                _ => {}
            }
        }
        Ok(target)
    }
}

impl Drop for Turn {
    /// The file goes while it is still locked, so that it is nobody else's.
    fn drop(&mut self) {
        if self.locked.is_some() {
            let _ = fs::remove_file(&self.place);
        }
    }
}

/// Opens a file that is there to be locked, and makes it where it is missing.
pub(super) fn open(path: &Path) -> Result<File, WriteError> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(WriteError::Link(path.to_owned()));
    }
    let opened = File::options().create(true).truncate(false).write(true).open(path);
    opened.map_err(WriteError::io("write to", path))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn nobody_writes_between_the_reading_and_the_writing_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("number"), "0").unwrap();
        let add_one = || {
            let turn = Turn::take(root).unwrap();
            let number: u32 = fs::read_to_string(root.join("number")).unwrap().parse().unwrap();
            turn.prepare("number", (number + 1).to_string()).unwrap().put().unwrap();
        };
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| (0..50).for_each(|_| add_one()));
            }
        });
        assert_eq!(fs::read_to_string(root.join("number")).unwrap(), "400");
        assert_eq!(names(root), ["number"]);
    }

    #[test]
    fn what_a_crash_left_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.lock"), "old").unwrap();
        for left in
            [".factpress.lock.turn", ".a.lock.12-3.new", ".a.lock.mine.new", ".b.lock.1-1.new"]
        {
            fs::write(root.join(left), "left").unwrap();
        }
        let turn = Turn::take(root).unwrap();
        drop(turn.prepare("a.lock", "new").unwrap());
        assert_eq!(fs::read_to_string(root.join("a.lock")).unwrap(), "old");
        turn.prepare("a.lock", "new").unwrap().put().unwrap();
        assert_eq!(fs::read_to_string(root.join("a.lock")).unwrap(), "new");
        drop(turn);
        assert_eq!(names(root), [".a.lock.mine.new", ".b.lock.1-1.new", "a.lock"]);
    }

    #[test]
    fn two_files_wait_side_by_side() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.lock");
        // As where there can be no lock, and nobody knows of the other.
        let one = Replacement::prepare(target.clone(), b"one", false).unwrap();
        let other = Replacement::prepare(target.clone(), b"other", false).unwrap();
        one.put().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"one");
        other.put().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"other");
        assert_eq!(names(folder.path()), ["a.lock"]);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_or_deleted_through_a_link() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (root, elsewhere) = (folder.path().join("site"), folder.path().join("elsewhere"));
        fs::create_dir(&root).unwrap();
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("file"), "kept").unwrap();
        symlink(&elsewhere, root.join("folder")).unwrap();
        symlink(elsewhere.join("file"), root.join("file")).unwrap();
        symlink(elsewhere.join("file"), root.join(".a.1-1.new")).unwrap();
        let turn = Turn::take(&root).unwrap();
        for path in ["file", "folder", "folder/file", "folder/new"] {
            assert!(turn.prepare(path, "x").is_err(), "{path}");
            assert!(turn.remove(path).is_err(), "{path}");
        }
        turn.prepare("a", "x").unwrap().put().unwrap();
        drop(turn);
        assert_eq!(names(&root), ["a", "file", "folder"]);
        symlink(elsewhere.join("turn"), root.join(".factpress.lock.turn")).unwrap();
        assert!(matches!(Turn::take(&root), Err(WriteError::Link(_))));
        assert_eq!(names(&elsewhere), ["file"]);
        assert_eq!(fs::read_to_string(elsewhere.join("file")).unwrap(), "kept");
    }
}
