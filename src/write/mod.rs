//! Publishes outputs into a folder, wholly or not at all.
//!
//! A [`Publication`] compares each output with what stands in the folder and puts what differs
//! into a staging folder of its own, `OUTPUT/.factpress/`. Nothing else changes until
//! [`Publication::commit`] moves it all into place: first what pages refer to, then pages, and then
//! it deletes what the last build wrote and this one did not. Dropping a publication leaves the
//! folder as it was.
//!
//! `OUTPUT/.factpress/manifest` lists what factpress wrote. Whatever it does not list belongs to
//! somebody else and is neither overwritten nor deleted.
//!
//! What factpress keeps beside the site's own files, `factpress.lock` and kept copies, is changed one
//! file at a time by [`Replacement`]s, by one process at a time: the one that has its [`Turn`].
//!
//! # Examples
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let site = snapbox::dir::DirRoot::mutable_temp()?;
//! # let root = site.path().expect("a folder");
//! use factpress::render::{Content, Output};
//! use factpress::write::Publication;
//!
//! let publication = Publication::begin(root, &root.join("public"))?;
//! publication.stage(Output { path: "index.html".into(), content: Content::Bytes(b"hi".into()) })?;
//! let written = publication.commit()?;
//! assert_eq!((written.written, written.unchanged, written.removed), (1, 0, 0));
//! # Ok(())
//! # }
//! ```

mod commit;
mod compare;
mod error;
mod manifest;
mod path;
mod place;
mod plan;
mod replace;
mod staging;
#[cfg(test)]
mod tests;
mod turn;

pub use error::WriteError;
pub use replace::Replacement;
pub use turn::Turn;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::render::{Content, Output};
use plan::Plan;
use staging::Staging;

/// Our own folder in the output folder.
const OWN_FOLDER: &str = ".factpress";

/// What publishing came to, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// New, or changed.
    pub written: usize,
    /// Left alone, because they held these bytes already.
    pub unchanged: usize,
    /// Deleted, because the site no longer has them.
    pub removed: usize,
    /// In the site.
    pub total: usize,
}

/// A site on its way into a folder.
#[derive(Debug)]
pub struct Publication {
    /// The site's folder, without links.
    root: PathBuf,
    /// The output folder.
    output: PathBuf,
    /// What the last build wrote.
    old: manifest::Paths,
    staging: Staging,
    plan: Mutex<Plan>,
    /// What is known of folders below the output folder as they were at the start.
    folders: Mutex<HashMap<Box<str>, Folder>>,
}

/// What stands where a folder of the site belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Folder {
    /// A folder.
    Real,
    /// Nothing.
    Missing,
    /// A file, here or further out.
    File(Box<str>),
    /// A link or a device, here or further out.
    Link(Box<str>),
}

impl Publication {
    /// Prepares to publish the site in `root` into `output`, which is made where it is missing.
    ///
    /// # Errors
    /// Where the two would mix, the output folder can't be used, or another run is using it.
    pub fn begin(root: &Path, output: &Path) -> Result<Self, WriteError> {
        let root = place::check(root, output)?;
        let staging = Staging::begin(output)?;
        let old = manifest::read(&staging.manifest())?;
        Ok(Self {
            root,
            output: output.to_path_buf(),
            old,
            staging,
            plan: Mutex::default(),
            folders: Mutex::default(),
        })
    }

    /// Takes one output; several threads may call this at once. What speaks against the site (a
    /// path that can't be used, two outputs with one path, a file in the way) is kept for
    /// [`Publication::commit`], so that it does not depend on which thread came first.
    ///
    /// # Errors
    /// Where reading or writing fails. It is a [`WriteError`], which `WriteError::from` takes out.
    pub fn stage(&self, output: Output) -> io::Result<()> {
        let Output { path, content } = output;
        if self.plan().claim(&path) {
            let change = self.compare_and_keep(&path, content)?;
            self.plan().settle(&path, change);
        }
        Ok(())
    }

    /// The number of the staged file, or none where the output folder holds these bytes already.
    fn compare_and_keep(&self, path: &str, content: Content) -> Result<Option<u32>, WriteError> {
        let content = compare::Fresh::open(content, &self.root)?;
        match self.parent(path)? {
            Folder::Real => {
                let target = self.output.join(path);
                match fs::symlink_metadata(&target) {
                    Ok(found) if found.is_file() => {
                        if content.equals(&target, found.len())? {
                            return Ok(None);
                        }
                        if !self.old.contains(path) {
                            self.plan().foreign(path);
                            return Ok(None);
                        }
                    }
                    Ok(found) if found.is_dir() => self.plan().in_the_way(path),
                    Ok(_) => {
                        self.plan().foreign(path);
                        return Ok(None);
                    }
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(WriteError::io("look at", target)(error)),
                }
            }
            Folder::Missing => {}
            Folder::File(file) if self.old.contains(&file) => self.plan().in_the_way(&file),
            Folder::File(file) => {
                self.plan().foreign(&file);
                return Ok(None);
            }
            Folder::Link(link) => {
                self.plan().refuse(WriteError::Link(self.output.join(&*link)));
                return Ok(None);
            }
        }
        let (number, file) = self.staging.next();
        content.write(&file)?;
        Ok(Some(number))
    }

    /// What stood at the start where the folder of a path belongs.
    fn parent(&self, path: &str) -> Result<Folder, WriteError> {
        match path.rsplit_once('/') {
            Some((folder, _)) => self.folder(folder),
            None => Ok(Folder::Real),
        }
    }

    /// Looks at each folder once, and at none inside one that is missing. Links are never followed.
    fn folder(&self, folder: &str) -> Result<Folder, WriteError> {
        let known = |folders: &HashMap<Box<str>, Folder>| folders.get(folder).cloned();
        if let Some(found) = known(&lock(&self.folders)) {
            return Ok(found);
        }
        let found = match self.parent(folder)? {
            Folder::Real => {
                let place = self.output.join(folder);
                match fs::symlink_metadata(&place) {
                    Ok(found) if found.is_dir() => Folder::Real,
                    Ok(found) if found.is_file() => Folder::File(folder.into()),
                    Ok(_) => Folder::Link(folder.into()),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Folder::Missing,
                    Err(error) => return Err(WriteError::io("look at", place)(error)),
                }
            }
            elsewhere => elsewhere,
        };
        lock(&self.folders).insert(folder.into(), found.clone());
        Ok(found)
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        lock(&self.plan)
    }
}

/// A thread that panicked while it held the lock has already ended the build.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
