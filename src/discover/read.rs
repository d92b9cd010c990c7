//! Opens files of a site: inside its folder, of a sane size, as UTF-8.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::rules::{file_too_large, invalid_encoding, link_outside_site};
use crate::diagnostic::Diagnostic;
use crate::input::InputFile;

/// Most bytes of a text file that are read.
pub const MAX_TEXT: u64 = 8 * 1024 * 1024;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// Something that an author can mend.
    Finding(Box<Diagnostic>),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// Reads files below one folder and never outside it.
#[derive(Debug)]
pub struct Reader {
    root: PathBuf,
    canonical: PathBuf,
}

impl Reader {
    /// A reader for the site at `root`.
    ///
    /// # Errors
    /// Where the folder does not exist or can't be entered.
    pub fn new(root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.to_owned(), canonical: fs::canonicalize(root)? })
    }

    /// The site's folder, as it was given.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The place of a file on this system.
    pub fn on_disk(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |folder, step| folder.join(step))
    }

    /// Reads a text file; `path` is from the root, with forward slashes.
    ///
    /// # Errors
    /// A finding where the file is too large, no UTF-8, or a link out of the site.
    pub fn text(&self, path: &str) -> Result<Arc<InputFile>, ReadError> {
        let bytes = self.bytes(path, MAX_TEXT)?;
        let text = invalid_encoding::decode(path, bytes).map_err(ReadError::Finding)?;
        Ok(InputFile::new(path, text))
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// As [`Reader::text`], but for the encoding.
    pub fn bytes(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let on_disk = self.on_disk(path);
        let io = |error| ReadError::Io(on_disk.clone(), error);
        self.guard(path, &on_disk)?;
        let file = File::open(&on_disk).map_err(io)?;
        let meta = file.metadata().map_err(io)?;
        if !meta.is_file() {
            let found = link_outside_site::report(path, "to something that is not a file");
            return Err(ReadError::Finding(Box::new(found)));
        }
        if meta.len() > limit {
            let found = file_too_large::report(path, meta.len(), limit);
            return Err(ReadError::Finding(Box::new(found)));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
        file.take(limit + 1).read_to_end(&mut bytes).map_err(io)?;
        if bytes.len() as u64 > limit {
            let found = file_too_large::report(path, bytes.len() as u64, limit);
            return Err(ReadError::Finding(Box::new(found)));
        }
        Ok(bytes)
    }

    /// Refuses links that lead out of the site. Only links cost a look at the real path.
    fn guard(&self, path: &str, on_disk: &Path) -> Result<(), ReadError> {
        let is_link = fs::symlink_metadata(on_disk).is_ok_and(|meta| meta.is_symlink());
        if is_link {
            let target = fs::canonicalize(on_disk);
            if !target.is_ok_and(|target| target.starts_with(&self.canonical)) {
                let found = link_outside_site::report(path, "that leads out of the site's folder");
                return Err(ReadError::Finding(Box::new(found)));
            }
        }
        Ok(())
    }
}
