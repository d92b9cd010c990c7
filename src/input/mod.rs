//! Files as they were read, and places in them.
//!
//! Every diagnostic points into an [`InputFile`]. Values from YAML carry no position of their own
//! ([`serde_yaml`] gives none for values that parsed well), so they are named by a [`KeyPath`] and
//! [`spans`] finds the bytes again, only when there is something to report.

mod key_path;
mod line_index;
pub mod spans;

pub use key_path::{KeyPath, Step};
pub use line_index::{LineColumn, line_column};

use std::sync::Arc;

/// One file of a site, read whole.
///
/// # Examples
/// ```
/// let file = factpress::input::InputFile::new("content/a.md", "# A\n");
/// assert_eq!(file.path, "content/a.md");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Path from the site's root, with forward slashes on every system.
    pub path: String,
    /// The text, without a byte order mark, line ends as they stand in the file.
    pub text: String,
}

impl InputFile {
    /// A file that is shared by everything that points into it.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into() })
    }
}
