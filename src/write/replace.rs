//! Replaces one file of a site by another, wholly or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

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
    /// Writes a file beside `target`, which need not exist. `alone`: whether no other process does the
    /// same, so that whatever waits there was left by a crash.
    pub(super) fn prepare(target: PathBuf, bytes: &[u8], alone: bool) -> Result<Self, WriteError> {
        if alone {
            remove_leftovers(&target);
        }
        let (waiting, mut file) = make(&target)?;
        let replacement = Self { waiting, target };
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(WriteError::io("write", &replacement.waiting))?;
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

/// What the names of files begin and end with that wait for the place of `target`.
fn around(target: &Path) -> (String, &'static str) {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    (format!(".{name}."), ".new")
}

/// Makes the file that is to wait: `.NAME.PROCESS-NUMBER.new`, where nothing has that name.
fn make(target: &Path) -> Result<(PathBuf, File), WriteError> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let (start, end) = around(target);
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let waiting = target.with_file_name(format!("{start}{}-{number}{end}", process::id()));
        match File::create_new(&waiting) {
            Ok(file) => return Ok((waiting, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(WriteError::io("write", waiting)(error)),
        }
    }
}

/// Removes files that wait for nobody any more. What can't be removed does no harm.
fn remove_leftovers(target: &Path) {
    let (start, end) = around(target);
    let is_ours = |name: &str| {
        let middle = name.strip_prefix(&*start).and_then(|rest| rest.strip_suffix(end));
        middle.is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
    };
    let entries = target.parent().and_then(|folder| fs::read_dir(folder).ok());
    for entry in entries.into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(is_ours) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
