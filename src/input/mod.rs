//! Files as they were read, and places in them.
//!
//! Every diagnostic points into an [`InputFile`]. Values from YAML carry no position of their own
//! ([`serde_yaml`] gives none for values that parsed well), so they are named by a [`KeyPath`] and
//! [`spans`] finds the bytes again, only when there is something to report.

mod key_path;
mod line_index;
pub mod spans;
mod walk;

pub use key_path::{KeyPath, Step};
pub use line_index::{LineColumn, line_column};

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// One file of a site, read whole.
///
/// # Examples
/// ```
/// let file = factpress::input::InputFile::new("content/a.md", "# A\n");
/// assert_eq!(file.path, "content/a.md");
/// ```
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Path from the site's root, with forward slashes on every system.
    pub path: String,
    /// The text, without a byte order mark, line ends as they stand in the file.
    pub text: String,
    /// First bytes of the lines, once a line was asked for.
    lines: OnceLock<Vec<usize>>,
    /// The YAML of the file and its place in it, once a value was asked for.
    yaml: OnceLock<(Range<usize>, spans::Tree)>,
}

impl PartialEq for InputFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for InputFile {}

/// The YAML of a front matter that starts at byte `start`, up to its closing line of hyphens; `None`
/// where that is missing.
pub(crate) fn front_matter(text: &str, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(start..end);
        }
        end += line.len();
    }
    None
}

impl InputFile {
    /// A file that is shared by everything that points into it.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let (lines, yaml) = (OnceLock::new(), OnceLock::new());
        Arc::new(Self { path: path.into(), text: text.into(), lines, yaml })
    }

    /// The line and column of a byte offset, as [`line_column`]; quick however often it is asked.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let lines = self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = lines.partition_point(|start| *start <= offset);
        let start = lines[line - 1];
        LineColumn { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// The bytes of a value (or key) of the YAML in a range of the file, as [`spans::find`]; the
    /// YAML is read once, however often it is asked.
    pub fn find(
        &self,
        yaml: Range<usize>,
        path: &KeyPath,
        part: spans::Part,
    ) -> Option<Range<usize>> {
        let text = self.text.get(yaml.clone())?;
        let (read, tree) = self.yaml.get_or_init(|| (yaml.clone(), spans::Tree::read(text)));
        let found = if *read == yaml {
            tree.find(text, path, part)
        } else {
            spans::find(text, path, part)
        }?;
        Some(found.start + yaml.start..found.end + yaml.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_the_text() {
        for text in ["", "a", "\n", "é\nab\r\n\nc", "a\n"] {
            let file = InputFile::new("a", text);
            for offset in 0..=text.len() + 1 {
                assert_eq!(
                    file.line_column(offset),
                    line_column(text, offset),
                    "{text:?} {offset}"
                );
            }
        }
    }

    #[test]
    fn yaml_inside_a_file_is_found_in_the_file() {
        let file = InputFile::new("a.md", "---\ntitle: x\n---\n");
        let title = KeyPath::top().key("title");
        assert_eq!(file.find(4..13, &title, spans::Part::Value), Some(11..12));
        assert_eq!(file.find(4..12, &title, spans::Part::Key), Some(4..9));
    }
}
