//! Moves a staged site into place.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::plan::Plan;
use super::{Folder, Publication, WriteError, Written, lock, manifest, path};

impl Publication {
    /// Publishes what was staged, and deletes what the last build wrote and this one did not.
    ///
    /// # Errors
    /// Where something speaks against the site, and then nothing has changed; or where the system
    /// refuses halfway, and then the next build goes on from there.
    pub fn commit(mut self) -> Result<Written, WriteError> {
        let mut plan = std::mem::take(&mut *lock(&self.plan));
        let displaced = self.displaced(&mut plan)?;
        if let Some(refusal) = plan.first_refusal() {
            return Err(refusal);
        }
        let foreign = plan.take_foreign();
        if !foreign.is_empty() {
            return Err(WriteError::Foreign { output: self.output.clone(), paths: foreign });
        }

        self.staging.keep();
        let outputs = plan.outputs();
        let new: BTreeSet<&str> = outputs.iter().map(|(path, _)| *path).collect();
        let old: BTreeSet<&str> = self.old.iter().map(AsRef::as_ref).collect();
        let mut changed: Vec<(&str, u32)> =
            outputs.iter().filter_map(|(path, change)| Some((*path, (*change)?))).collect();
        changed.sort_unstable_by_key(|(path, _)| (path::is_page(path), *path));

        // Should the process end before the last record, both lists together name all that is ours.
        if !changed.is_empty() && !new.is_subset(&old) {
            self.record(old.union(&new).copied())?;
        }
        self.clear_the_way(&plan, &displaced)?;
        self.move_into_place(&changed)?;
        let mut removed: Vec<&str> = displaced.iter().map(AsRef::as_ref).collect();
        for gone in old.difference(&new) {
            if self.delete(gone, &plan)? {
                removed.push(gone);
            }
        }
        self.remove_empty_folders(&removed);
        if old != new {
            self.record(new.iter().copied())?;
        }
        Ok(Written {
            written: changed.len(),
            unchanged: outputs.len() - changed.len(),
            removed: removed.len(),
            total: outputs.len(),
        })
    }

    fn record<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Result<(), WriteError> {
        manifest::write(&self.staging.manifest(), &self.staging.temporary(), paths)
    }

    /// Files of the last build that have to go first, since a page became a folder or a folder a
    /// page. Anybody else's file among them is noted as in the way.
    fn displaced(&self, plan: &mut Plan) -> Result<Vec<Box<str>>, WriteError> {
        let obstacles: Vec<Box<str>> = plan.obstacles().map(Box::from).collect();
        let mut displaced = Vec::new();
        for obstacle in &obstacles {
            for entry in WalkDir::new(self.output.join(&**obstacle)).sort_by_file_name() {
                let entry = entry.map_err(|error| {
                    let path = error.path().unwrap_or(&self.output).to_path_buf();
                    WriteError::io("read", path)(error.into())
                })?;
                if entry.file_type().is_dir() {
                    continue;
                }
                let path = below(&self.output, entry.path());
                if entry.file_type().is_file() && self.old.contains(&*path) {
                    displaced.push(path.into());
                } else {
                    plan.foreign(&path);
                }
            }
        }
        Ok(displaced)
    }

    fn clear_the_way(&self, plan: &Plan, displaced: &[Box<str>]) -> Result<(), WriteError> {
        for file in displaced {
            let file = self.output.join(&**file);
            fs::remove_file(&file).map_err(WriteError::io("delete", &file))?;
        }
        for obstacle in plan.obstacles().map(|path| self.output.join(path)) {
            // Only empty folders are left of it, if anything.
            for entry in WalkDir::new(&obstacle).contents_first(true).into_iter().flatten() {
                fs::remove_dir(entry.path()).map_err(WriteError::io("remove", entry.path()))?;
            }
        }
        Ok(())
    }

    fn move_into_place(&self, changed: &[(&str, u32)]) -> Result<(), WriteError> {
        let mut made: HashSet<&str> = HashSet::new();
        for (path, number) in changed {
            let folder = path.rsplit_once('/').map(|(folder, _)| folder);
            if let Some(folder) = folder.filter(|folder| !made.contains(folder)) {
                if self.folder(folder)? != Folder::Real {
                    let place = self.output.join(folder);
                    fs::create_dir_all(&place).map_err(WriteError::io("create", place))?;
                }
                made.insert(folder);
            }
            rename(&self.staging.file(*number), &self.output.join(path))?;
        }
        Ok(())
    }

    /// Deletes a file that the last build wrote; false where it is no longer there.
    fn delete(&self, gone: &str, plan: &Plan) -> Result<bool, WriteError> {
        if self.parent(gone)? != Folder::Real {
            return Ok(false);
        }
        let file = self.output.join(gone);
        if !fs::symlink_metadata(&file).is_ok_and(|found| found.is_file()) {
            return Ok(false);
        }
        // On a disk that ignores case, `A.html` may be the `a.html` that has just been written.
        if let Some(new) = plan.spelling(gone) {
            let real = |path: &Path| fs::canonicalize(path).ok();
            if real(&file) == real(&self.output.join(new)) {
                return Ok(false);
            }
        }
        fs::remove_file(&file).map_err(WriteError::io("delete", file))?;
        Ok(true)
    }

    /// Removes the folders that deletions left empty, the innermost first.
    fn remove_empty_folders(&self, removed: &[&str]) {
        let folders: BTreeSet<&str> = removed.iter().flat_map(|path| path::folders(path)).collect();
        // A folder sorts before what is inside it.
        for folder in folders.iter().rev() {
            // The system refuses where anything is left, which is the point.
            let _ = fs::remove_dir(self.output.join(folder));
        }
    }
}

/// A path below the output folder, with forward slashes.
fn below(output: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(output).unwrap_or(path);
    let names: Vec<_> = relative.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

/// Renames a file over another, also one that is read-only.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    let mut renamed = fs::rename(from, to);
    if cfg!(windows)
        && let Err(error) = &renamed
        && error.kind() == io::ErrorKind::PermissionDenied
        && let Ok(found) = fs::metadata(to)
    {
        // Elsewhere the folder's permissions decide; Windows looks at the file's own.
        let mut permissions = found.permissions();
        #[allow(clippy::permissions_set_readonly_false, reason = "Windows only")]
        permissions.set_readonly(false);
        renamed = fs::set_permissions(to, permissions).and_then(|()| fs::rename(from, to));
    }
    renamed.map_err(WriteError::io("write", to))
}
