//! Replaces one file of a site by another, wholly or not at all.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::commit::rename;

/// A file that waits beside the one whose place it is to take. It is whole and on the disk, so that
/// hardly anything can go wrong any more; dropping it leaves everything as it was.
#[derive(Debug)]
pub struct Replacement {
    waiting: PathBuf,
    target: PathBuf,
}

impl Replacement {
    /// Writes a text, or any bytes, beside `target`, which need not exist.
    ///
    /// # Errors
    /// Where the system refuses, for example since the disk is full.
    ///
    /// # Examples
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let target = folder.path().join("factpress.lock");
    /// use factpress::write::Replacement;
    ///
    /// Replacement::prepare(&target, "version: 1\n")?.put()?;
    /// assert_eq!(std::fs::read_to_string(&target)?, "version: 1\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare(target: &Path, text: impl AsRef<[u8]>) -> Result<Self, WriteError> {
        // A link inside the site stays a link.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let waiting = target.with_file_name(format!(".{name}.new"));
        // What a crashed run left, whatever it is, must not be written through.
        if fs::symlink_metadata(&waiting).is_ok() {
            fs::remove_file(&waiting).map_err(WriteError::io("remove", &waiting))?;
        }
        let replacement = Self { waiting, target };
        let io = |error| WriteError::io("write", &replacement.waiting)(error);
        let mut file = File::create_new(&replacement.waiting).map_err(io)?;
        file.write_all(text.as_ref()).and_then(|()| file.sync_all()).map_err(io)?;
        drop(file);
        Ok(replacement)
    }

    /// Puts the file into its place.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn put(self) -> Result<(), WriteError> {
        rename(&self.waiting, &self.target)
    }
}

impl Drop for Replacement {
    /// Nothing is left of it once it was put into its place.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.waiting);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_put_into_its_place_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.lock");
        fs::write(&target, "old").unwrap();
        fs::write(folder.path().join(".a.lock.new"), "left by a crash").unwrap();
        drop(Replacement::prepare(&target, "new").unwrap());
        let names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names, ["a.lock"]);
        assert_eq!(fs::read_to_string(&target).unwrap(), "old");
        Replacement::prepare(&target, "new").unwrap().put().unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_waits_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "kept").unwrap();
        let target = folder.path().join("a.lock");
        std::os::unix::fs::symlink(&elsewhere, folder.path().join(".a.lock.new")).unwrap();
        Replacement::prepare(&target, "new").unwrap().put().unwrap();
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept");
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }
}
