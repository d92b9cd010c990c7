//! The text of `factpress.lock`: sorted, stable, and the same for the same [`Lock`].
//!
//! The types are in [`crate::model`], the reading in [`crate::parse`]. The last section, which is by far
//! the longest, has a writer and a reader of its own: [`articles`].

pub mod articles;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::input::InputFile;
use crate::model::{Lock, PinnedSnapshot, Registry};

/// What a person who opens the file should know.
const HEAD: &str = "# Written by factpress: kept copies of sources, and what was published.\n\
                    # Commit this file with the site, and do not edit it by hand.\n";

/// The file in the order in which it is written; sections with nothing in them are left out.
#[derive(Serialize)]
struct Sections<'a> {
    version: u32,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    snapshots: BTreeMap<&'a str, &'a PinnedSnapshot>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    moved: &'a BTreeMap<String, String>,
}

impl Lock {
    /// The text of the file: entries sorted by name, one fact a line, so that two versions can be
    /// compared line by line.
    ///
    /// # Examples
    /// ```
    /// let text = factpress::model::Lock::default().to_text();
    /// assert!(text.starts_with("# Written by factpress") && text.ends_with("version: 1\n"));
    /// ```
    pub fn to_text(&self) -> String {
        let sections = Sections {
            version: Self::VERSION,
            snapshots: sorted(&self.snapshots),
            moved: &self.moved,
        };
        // Strings, numbers and maps of them: there is nothing in it that YAML can't hold.
        let yaml = serde_yaml::to_string(&sections).unwrap_or_default();
        let mut text = format!("{HEAD}{yaml}");
        articles::write(&self.articles, &mut text);
        text
    }
}

impl Lock {
    /// Whether nothing is kept in it.
    pub fn is_empty(&self) -> bool {
        self.snapshots.0.is_empty() && self.moved.is_empty() && self.articles.is_empty()
    }

    /// The text that is to be written, where the file does not hold it already. Line ends do not
    /// count, since git may have changed them; and nothing need not be written down.
    pub fn changed(&self, file: Option<&InputFile>) -> Option<String> {
        let Some(file) = file else { return (!self.is_empty()).then(|| self.to_text()) };
        let text = self.to_text();
        let same = if file.text.contains('\r') {
            file.text.lines().eq(text.lines())
        } else {
            file.text == text
        };
        (!same).then_some(text)
    }
}

/// Entries by name, in the order of their names.
fn sorted<T>(entries: &Registry<T>) -> BTreeMap<&str, &T> {
    entries.iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::input::InputFile;

    fn pinned(path: &str) -> PinnedSnapshot {
        PinnedSnapshot {
            path: path.to_owned(),
            // Read as a number without quotation marks.
            sha256: "12345678901234567890123456789012345678901234567890123456789012e1".to_owned(),
            bytes: 3,
            captured: "2026-11-23".parse().ok(),
            media_type: "text/html".to_owned(),
            address: Some("https://example.org/?a=b#c: d".to_owned()),
            etag: Some("\"x\" # y".to_owned()),
            ..PinnedSnapshot::default()
        }
    }

    #[test]
    fn what_is_written_is_read_again_in_sorted_order() {
        let mut lock = Lock::default();
        for id in ["b", "a", "2020", "true"] {
            lock.snapshots.0.insert(id.to_owned(), pinned(&format!("{id}.html")));
        }
        let text = lock.to_text();
        let read = Lock::read(&InputFile::new(Lock::FILE, text.clone())).unwrap();
        assert_eq!(read.snapshots.ids().collect::<Vec<_>>(), ["2020", "a", "b", "true"]);
        assert_eq!(read.snapshots.get("a"), lock.snapshots.get("a"));
        assert_eq!(read.to_text(), text);
        assert!(text.contains("\n  a:\n    path: a.html\n    sha256:"), "{text}");
    }
}
