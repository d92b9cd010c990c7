//! Opens files of a site: inside its folder, of a sane size, as UTF-8.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::rules::{file_too_large, invalid_encoding, link_outside_site, not_a_file};
use crate::diagnostic::Diagnostic;
use crate::input::InputFile;
use crate::model::Lock;

/// Most bytes of a Markdown file: four hundred times an article.
pub const MAX_MARKDOWN: u64 = 2 * 1024 * 1024;

/// Most bytes of a file that is copied as it is: more than static hosts take.
pub const MAX_COPIED: u64 = 512 * 1024 * 1024;

/// Most bytes of a text file that are read.
pub const MAX_TEXT: u64 = 8 * 1024 * 1024;

/// Most bytes of `factpress.lock`, which grows with the site: some hundred thousand articles.
pub const MAX_LOCK: u64 = 256 * 1024 * 1024;

/// Whether a path that content gives stays below the folder it is seen from.
///
/// # Examples
/// ```
/// use factpress::discover::read::stays_below;
/// assert!(stays_below("data/aid.csv"));
/// assert!(!stays_below("../people.yaml") && !stays_below("/etc/passwd") && !stays_below("c:x"));
/// ```
pub fn stays_below(path: &str) -> bool {
    path.split('/').all(|step| !step.is_empty() && step != "." && step != "..")
        && !path.contains(['\\', ':', '\0'])
}

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

    /// Whether a file, a folder or a link of that name is there; a link that leads nowhere is reported
    /// when it is read.
    pub fn is_there(&self, path: &str) -> bool {
        fs::symlink_metadata(self.on_disk(path)).is_ok()
    }

    /// Names in a folder, sorted, for a finding about one that is not there; none where it can't be
    /// read. Hidden ones are left out.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.on_disk(folder)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    /// Reads a text file; `path` is from the root, with forward slashes.
    ///
    /// # Errors
    /// A finding where the file is too large, no UTF-8, or a link out of the site.
    pub fn text(&self, path: &str) -> Result<Arc<InputFile>, ReadError> {
        let limit = match path {
            Lock::FILE => MAX_LOCK,
            _ if path.ends_with(".md") => MAX_MARKDOWN,
            _ => MAX_TEXT,
        };
        let bytes = self.bytes(path, limit)?;
        let text = invalid_encoding::decode(path, bytes).map_err(ReadError::Finding)?;
        Ok(InputFile::new(path, text))
    }

    /// Reads a text file and says what its bytes hash to (SHA-256, in hexadecimal).
    ///
    /// # Errors
    /// As [`Reader::text`].
    pub fn hashed_text(&self, path: &str) -> Result<(Arc<InputFile>, String), ReadError> {
        let bytes = self.bytes(path, MAX_TEXT)?;
        let sha256 = crate::digest::sha256(&bytes);
        let text = invalid_encoding::decode(path, bytes).map_err(ReadError::Finding)?;
        Ok((InputFile::new(path, text), sha256))
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

    /// Looks at a file that is copied as it is, without reading it.
    ///
    /// # Errors
    /// As [`Reader::bytes`].
    pub fn look(&self, path: &str, limit: u64) -> Result<(), ReadError> {
        let on_disk = self.on_disk(path);
        self.guard(path, &on_disk)?;
        let size = fs::metadata(&on_disk).map_err(|error| ReadError::Io(on_disk, error))?.len();
        if size > limit {
            let found = file_too_large::report(path, size, limit);
            return Err(ReadError::Finding(Box::new(found)));
        }
        Ok(())
    }

    /// Refuses links that lead out of the site, and what is no file: opening a pipe would wait
    /// for ever. Only links, and names that content gives (seeds, kept copies), cost a look at the real path.
    fn guard(&self, path: &str, on_disk: &Path) -> Result<(), ReadError> {
        let refuse = |found| Err(ReadError::Finding(Box::new(found)));
        let Ok(meta) = fs::symlink_metadata(on_disk) else { return Ok(()) };
        let mut kind = meta.file_type();
        // Folders of content are walked and links among them refused; these are not.
        if kind.is_symlink() || path.starts_with("seeds/") || path.starts_with("snapshots/") {
            match fs::canonicalize(on_disk) {
                Ok(target) if target.starts_with(&self.canonical) => {}
                Ok(_) => {
                    let why = "that leads out of the site's folder";
                    return refuse(link_outside_site::report(path, why));
                }
                Err(_) => return refuse(link_outside_site::report(path, "that leads nowhere")),
            }
            if let Ok(meta) = fs::metadata(on_disk) {
                kind = meta.file_type();
            }
        }
        if kind.is_file() {
            Ok(())
        } else if kind.is_dir() {
            refuse(not_a_file::report(path, "a folder"))
        } else {
            refuse(not_a_file::report(path, "a pipe or a device"))
        }
    }
}
