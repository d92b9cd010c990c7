//! Notices when the files of a site change.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

/// Folders of a site that people write in. Everything else, `public/` and `target/` above all, is
/// not even watched.
const FOLDERS: [&str; 4] = ["content", "seeds", "snapshots", "templates"];
/// Files beside them: the settings, and the lock, which `factpress archive` writes after each copy.
const FILES: [&str; 2] = ["factpress.yaml", crate::model::Lock::FILE];

/// How long the files must have been quiet. Editors save in several steps.
const QUIET: Duration = Duration::from_millis(30);
/// How often to look whether they are.
const TICK: Duration = Duration::from_millis(10);

/// Something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    /// Whether a folder that is watched came or went, so that [`Watch::arm`] is due.
    pub folders: bool,
}

/// Watches the files of one site.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, NoCache>,
    root: PathBuf,
}

impl Watch {
    /// Calls `tell` on every change, from another thread. [`Watch::arm`] starts it.
    pub(super) fn new(
        root: &Path,
        mut tell: impl FnMut(Change) + Send + 'static,
    ) -> Result<Self, notify::Error> {
        // Some systems report paths without links, whatever was asked for.
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
        let watched = root.clone();
        let handler = move |result: DebounceEventResult| {
            if let Some(change) = sift(&watched, &result) {
                tell(change);
            }
        };
        // A link could make it watch a whole disk.
        let config = notify::Config::default().with_follow_symlinks(false);
        let debouncer = new_debouncer_opt(QUIET, Some(TICK), handler, NoCache, config)?;
        Ok(Self { debouncer, root })
    }

    /// Watches what is there now, also folders that were made, or made anew, since the last time.
    ///
    /// # Errors
    /// Where the site's folder itself can't be watched, since it is gone or the system has no more
    /// watches to give.
    pub(super) fn arm(&mut self) -> Result<(), notify::Error> {
        // A watch stays with a folder that was moved away, so each is set anew.
        let _ = self.debouncer.unwatch(&self.root);
        self.debouncer.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            let _ = self.debouncer.unwatch(&folder);
            if folder.is_dir() {
                self.debouncer.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// What a batch of events comes to; none where it is no matter of the site's.
fn sift(root: &Path, result: &DebounceEventResult) -> Option<Change> {
    let Ok(events) = result else { return Some(Change { folders: true }) };
    let mut change = None;
    for event in events {
        if event.need_rescan() {
            return Some(Change { folders: true });
        }
        // Builds read the files, which must not start the next build.
        if matches!(event.kind, EventKind::Access(_)) {
            continue;
        }
        let moved = matches!(
            event.kind,
            EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        for path in &event.paths {
            match place(root, path) {
                Some(Matter::Folder) if moved => return Some(Change { folders: true }),
                Some(Matter::Folder) | None => {}
                Some(Matter::File) => change = Some(Change { folders: false }),
            }
        }
    }
    change
}

#[derive(Debug, PartialEq, Eq)]
enum Matter {
    /// One of the watched folders itself.
    Folder,
    /// A file of the site, or a folder inside a watched one.
    File,
}

fn place(root: &Path, path: &Path) -> Option<Matter> {
    let mut names = path.strip_prefix(root).ok()?.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let Some(first) = names.next() else { return Some(Matter::Folder) };
    let Some(second) = names.next() else {
        return if FOLDERS.contains(&&*first) {
            Some(Matter::Folder)
        } else {
            FILES.contains(&&*first).then_some(Matter::File)
        };
    };
    let inside = FOLDERS.contains(&&*first);
    let passing = is_passing(&second) || names.any(|name| is_passing(&name));
    (inside && !passing).then_some(Matter::File)
}

/// Whether a name is an editor's, for a file that comes and goes while one types: hidden files
/// (also the working folders of Obsidian and the like), Vim's swap files and its probe `4913`,
/// backups, Emacs's locks, the temporary files of `JetBrains` editors.
fn is_passing(name: &str) -> bool {
    let ends = ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", "___jb_tmp___", "___jb_old___"];
    name.starts_with(['.', '#']) || name == "4913" || ends.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(path: &str) -> Option<Matter> {
        place(Path::new("/site"), Path::new(path))
    }

    #[test]
    fn what_people_write_matters() {
        for path in [
            "/site/content/aid/index.md",
            "/site/content/aid",
            "/site/seeds/report.txt",
            "/site/templates/page.html",
            "/site/factpress.yaml",
            "/site/factpress.lock",
            "/site/snapshots/essay.html",
        ] {
            assert_eq!(place_of(path), Some(Matter::File), "{path}");
        }
        for path in ["/site", "/site/content", "/site/templates"] {
            assert_eq!(place_of(path), Some(Matter::Folder), "{path}");
        }
    }

    #[test]
    fn what_programs_write_does_not() {
        for path in [
            "/site/public/index.html",
            "/site/target/debug/x",
            "/site/.git/index",
            "/site/node_modules/a/content/b.md",
            "/site/README.md",
            "/site/.factpress.lock.new",
            "/site/snapshots/.essay.html.new",
            "/elsewhere/content/a.md",
            "/site/content/aid/.index.md.swp",
            "/site/content/aid/index.md~",
            "/site/content/4913",
            "/site/content/.#index.md",
            "/site/content/.obsidian/workspace.json",
        ] {
            assert_eq!(place_of(path), None, "{path}");
        }
    }
}
