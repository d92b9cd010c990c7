//! Finds the exact words of an article that a check is about.
//!
//! [`TextMap`] reads the Markdown into what a reader sees, [`NormalForm`] levels differences of
//! appearance, [`locate`] finds quotations, and [`compare`] holds an article against its seed.

use std::ops::Range;

mod apart;
mod boundary;
mod characters;
mod hidden;
mod lines;
mod locate;
#[cfg(test)]
mod locate_tests;
mod near_miss;
#[cfg(test)]
mod near_miss_tests;
mod normal_form;
mod number;
mod patterns;
mod seed;
mod text_map;
mod tokens;
mod visible_text;
mod words;

pub use lines::joins_lines;
pub(crate) use locate::most_places;
pub use locate::{locate, occurrences};
pub use normal_form::{NormalForm, normal};
pub use seed::{Difference, EditFailure, SeedComparison, compare};
pub use text_map::{MARKDOWN, Piece, PieceKind, TextMap, Unseen};
pub use tokens::{CHART, ChartPlace, Figure, Fill, Token, Unfilled, tokens};

/// The words that are looked for (W3C `TextQuoteSelector`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selector<'a> {
    /// The exact words.
    pub quote: &'a str,
    /// Words straight before.
    pub prefix: Option<&'a str>,
    /// Words straight after.
    pub suffix: Option<&'a str>,
}

/// The place where a selector's words stand: bytes of [`TextMap::visible`].
pub type Anchor = Range<usize>;

/// Why a selector has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The words are not there; the nearest passage, where any is near.
    NotFound(Option<NearMiss>),
    /// The words are not there, nor were those of many selectors before: no passage was sought.
    NotCompared,
    /// The words are there only inside a longer word or number, or cut from a sign or currency.
    /// The whole words around each place.
    CutsWord(Vec<Anchor>),
    /// The words are there, but never with this prefix or suffix. All places.
    ContextMismatch(Vec<Anchor>),
    /// The words stand more than once. All places, each with words around it that tell it apart.
    Ambiguous(Vec<Candidate>),
    /// The words stand in code, alternative text or raw HTML only. The bytes of the Markdown there.
    InCode(CodeKind, Range<usize>),
}

/// Where text can't be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    /// Inline code or a code block.
    Code,
    /// The alternative text of a picture.
    AltText,
    /// Raw HTML.
    RawHtml,
    /// Running text and, between its words, tags of raw HTML that are shown as text.
    AmongTags,
}

/// One of several places of the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The place.
    pub anchor: Anchor,
    /// Words straight before it. They tell it from all other places, together with the suffix where
    /// there is one, too.
    pub prefix: Option<String>,
    /// Words straight after it, likewise.
    pub suffix: Option<String>,
}

/// The passage that is nearest to words that were not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Where it stands.
    pub anchor: Anchor,
    /// The quote and the passage side by side, word by word.
    pub words: Vec<WordDiff>,
}

/// One step of a comparison of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordDiff {
    /// In both.
    Same(String),
    /// Only in the quote.
    Quote(String),
    /// Only in the article.
    Article(String),
}
