//! What the site will consist of, and what speaks against it.

use std::collections::{BTreeSet, HashMap};

use super::{WriteError, path};

/// Outputs as they came in.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// By folded path, since two paths may be one file on some disks.
    outputs: HashMap<Box<str>, Planned>,
    /// Folders that outputs lie in, by folded path; the spelling where it differs.
    folders: HashMap<Box<str>, Option<Box<str>>>,
    refusals: Vec<WriteError>,
    foreign: BTreeSet<Box<str>>,
    in_the_way: BTreeSet<Box<str>>,
}

#[derive(Debug)]
struct Planned {
    /// The spelling, where it differs from its folded form.
    spelled: Option<Box<str>>,
    /// The number of the staged file, where the bytes changed.
    change: Option<u32>,
}

impl Plan {
    /// Enters a path; false where that speaks against the site and its content does not matter.
    pub(super) fn claim(&mut self, path: &str) -> bool {
        if let Some(reason) = path::fault(path, cfg!(windows)) {
            self.refuse(WriteError::BadPath { path: path.into(), reason });
            return false;
        }
        let folded = path::fold(path);
        if let Some(other) = self.rival(path, &folded) {
            let (first, second) = if *other < *path { (&*other, path) } else { (path, &*other) };
            let clash = WriteError::Clash { first: first.into(), second: second.into() };
            self.refuse(clash);
            return false;
        }
        for (folder, spelled) in path::folders(&folded).zip(path::folders(path)) {
            // Outer folders were entered with the first path inside this one.
            if self.folders.contains_key(folder) {
                break;
            }
            self.folders.insert(folder.into(), (folder != spelled).then(|| spelled.into()));
        }
        let planned = Planned { spelled: (folded != path).then(|| path.into()), change: None };
        self.outputs.insert(folded.into(), planned);
        true
    }

    /// An output that can't stand beside the path.
    fn rival(&self, path: &str, folded: &str) -> Option<Box<str>> {
        if let Some((key, planned)) = self.outputs.get_key_value(folded) {
            return Some(planned.spelled.as_ref().unwrap_or(key).clone());
        }
        if self.folders.contains_key(folded) {
            return self.below(folded);
        }
        for (folder, spelled) in path::folders(folded).zip(path::folders(path)) {
            if let Some((key, planned)) = self.outputs.get_key_value(folder) {
                return Some(planned.spelled.as_ref().unwrap_or(key).clone());
            }
            if let Some(other) = self.folders.get(folder) {
                let same = other.as_deref().unwrap_or(folder) == spelled;
                // Outer folders agree where this one does.
                return if same { None } else { self.below(folder) };
            }
        }
        None
    }

    /// An output in a folder, the first by name. Walks all; only for messages.
    fn below(&self, folder: &str) -> Option<Box<str>> {
        let inside = |key: &str| key.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.outputs
            .iter()
            .filter(|(key, _)| inside(key))
            .map(|(key, planned)| planned.spelled.as_ref().unwrap_or(key))
            .min()
            .cloned()
    }

    /// Notes what became of an output.
    pub(super) fn settle(&mut self, path: &str, change: Option<u32>) {
        if let Some(planned) = self.outputs.get_mut(&*path::fold(path)) {
            planned.change = change;
        }
    }

    /// Notes that somebody else's file is where the site has to go.
    pub(super) fn foreign(&mut self, path: &str) {
        self.foreign.insert(path.into());
    }

    /// Notes a file where a folder has to be, or a folder where a file has to be.
    pub(super) fn in_the_way(&mut self, path: &str) {
        self.in_the_way.insert(path.into());
    }

    /// Notes a reason against the site.
    pub(super) fn refuse(&mut self, error: WriteError) {
        self.refusals.push(error);
    }

    /// What stands in the way, sorted.
    pub(super) fn obstacles(&self) -> impl Iterator<Item = &str> {
        self.in_the_way.iter().map(AsRef::as_ref)
    }

    /// The first reason against the site, whatever the order in which outputs came in.
    pub(super) fn first_refusal(&mut self) -> Option<WriteError> {
        self.refusals.sort_by_cached_key(ToString::to_string);
        (!self.refusals.is_empty()).then(|| self.refusals.remove(0))
    }

    /// Somebody else's files in the way, sorted.
    pub(super) fn take_foreign(&mut self) -> Vec<String> {
        std::mem::take(&mut self.foreign).into_iter().map(String::from).collect()
    }

    /// Whether an output has this path, or another that is the same file on some disks: its spelling.
    pub(super) fn spelling(&self, path: &str) -> Option<&str> {
        let (key, planned) = self.outputs.get_key_value(&*path::fold(path))?;
        Some(planned.spelled.as_ref().unwrap_or(key))
    }

    /// All paths with the number of their staged file, sorted by path.
    pub(super) fn outputs(&self) -> Vec<(&str, Option<u32>)> {
        let mut outputs: Vec<(&str, Option<u32>)> = self
            .outputs
            .iter()
            .map(|(key, planned)| (planned.spelled.as_deref().unwrap_or(key), planned.change))
            .collect();
        outputs.sort_unstable();
        outputs
    }
}
