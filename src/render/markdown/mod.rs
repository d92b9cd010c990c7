//! Markdown to HTML, with the marks of claims woven into the event stream. Stub: the door only.

use crate::anchor::{Anchor, TextMap};
use crate::check::links::Target;

/// One claim to be marked in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The claim's id.
    pub id: String,
    /// Its words.
    pub anchor: Anchor,
    /// Its number in the article, from 1, shown to readers.
    pub number: usize,
    /// The verdict in words, shown to screen readers: `Misleading`.
    pub verdict: String,
    /// The verdict's tone, as in `data-tone`.
    pub tone: &'static str,
}

/// How links and raw HTML are treated.
pub struct Options<'a> {
    /// Whether raw HTML is sanitised and kept, or shown as text.
    pub raw_html: bool,
    /// Where a target of the Markdown leads.
    pub resolve: &'a dyn Fn(&str) -> Target,
    /// The link to an address of the site, relative to the page being made.
    pub link: &'a dyn Fn(&str) -> String,
    /// Put before every id that is made from headings and footnotes, so that two texts on one page
    /// do not clash; may be empty.
    pub id_prefix: &'a str,
    /// Added to the level of every heading: an explanation inside a page starts at level 4, say.
    pub heading_shift: u8,
}

/// A text as HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Woven {
    /// The content of a first-level heading that opens the text, taken out of the body.
    pub title_html: Option<String>,
    /// Marks whose last piece is in the title (indices into the marks given): their notes follow it.
    pub title_notes: Vec<usize>,
    /// The body. Notes are to be put between the parts: `html`, then the notes of that part, then the
    /// next `html`. Only all the parts together are whole HTML.
    pub parts: Vec<Part>,
}

/// A stretch of HTML and the notes that follow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// HTML; may leave elements open that a later part closes.
    pub html: String,
    /// Marks whose notes follow here: indices into the marks given.
    pub notes: Vec<usize>,
}

/// Renders a text with its marks.
pub fn weave(map: &TextMap<'_>, marks: &[Mark], options: &Options<'_>) -> Woven {
    let _ = (map, marks, options);
    Woven::default()
}

/// Renders a text without marks, as one piece of HTML.
pub fn to_html(markdown: &str, options: &Options<'_>) -> String {
    let _ = (markdown, options);
    String::new()
}

/// The ids that a text's headings get, in order (targets of fragments).
pub fn fragments(map: &TextMap<'_>) -> Vec<String> {
    let _ = map;
    Vec::new()
}

/// The text of the first-level heading that opens a text.
pub fn title(map: &TextMap<'_>) -> Option<String> {
    let _ = map;
    None
}
