//! Markdown to HTML, with the marks of claims woven into the events of the text.
//!
//! Three steps, one file each:
//! 1. `claims` cuts the visible text where claims start and end: every stretch has its set of
//!    claims.
//! 2. `flow` reads the events into a flat list of atoms: what is written, and for each
//!    inline element the set of claims that covers all of it. What an author may write freely is
//!    made safe on the way: `links`, `sanitise`, `headings`, `footnotes`, `tables`.
//! 3. `weave` puts marks around the largest runs of neighbours with one set of claims, a
//!    reference after each claim, and cuts the HTML where notes are to follow. The events are
//!    written by pulldown-cmark's own writer.

mod atoms;
mod claims;
pub(crate) mod escape;
mod flow;
mod footnotes;
mod headings;
mod links;
mod sanitise;
mod tables;
#[cfg(test)]
mod tests;
mod weave;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::anchor::{Anchor, PieceKind, TextMap};
use crate::links::Target;

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
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Whether raw HTML is sanitised and kept, or shown as text.
    pub raw_html: bool,
    /// Where a target of the Markdown leads.
    pub resolve: &'a dyn Fn(&str) -> Target,
    /// The link to an address of the site, relative to the page being made.
    pub link: &'a dyn Fn(&str) -> String,
    /// The address of that page, where it has one: links to its own parts are fragments alone.
    pub page: Option<&'a str>,
    /// Put before every id that is made from headings and footnotes, so that two texts on one page
    /// do not clash; may be empty.
    pub id_prefix: &'a str,
    /// The level of the text's highest heading, from 1: under the title of a page it is 2. Those
    /// below follow without a gap.
    pub top_heading: u8,
    /// The words that are added to a text, in the language of the page.
    pub labels: Labels<'a>,
}

/// The words that are added to a text, in the language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels<'a> {
    /// The language of these words, where the text has another.
    pub lang: Option<&'a str>,
    /// Before the number of a claim's reference.
    pub fact_check: &'a str,
    /// The name of the section of footnotes.
    pub footnotes: &'a str,
    /// The name of the link from a footnote to its reference.
    pub back: &'a str,
    /// A task that is ticked.
    pub done: &'a str,
    /// A task that is not.
    pub to_do: &'a str,
    /// The name of a table whose header is empty.
    pub table: &'a str,
}

impl Labels<'_> {
    /// The attribute that says their language: ` lang="en"`, or nothing.
    fn lang_attribute(&self) -> String {
        self.lang.map_or_else(String::new, |lang| format!(" lang=\"{}\"", escape::escape(lang)))
    }
}

#[cfg(test)]
impl Labels<'static> {
    /// The words in English.
    pub const ENGLISH: Self = Self {
        lang: None,
        fact_check: "Fact check",
        footnotes: "Footnotes",
        back: "Back to the text",
        done: "Done",
        to_do: "To do",
        table: "Table",
    };
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
    /// HTML; where it is not `whole`, it leaves elements open that a later part closes, or closes such.
    pub html: String,
    /// Marks whose notes follow here, in the order of their numbers: indices into the marks given.
    pub notes: Vec<usize>,
    /// Whether the HTML is whole by itself.
    pub whole: bool,
    /// The level of the heading that those notes stand under.
    pub level: u8,
    /// The place for a chart that follows them, by its place in the map's list.
    pub chart: Option<usize>,
}

/// The name of a reference among those that the style sheet has, for the claim of this number: what
/// stands in its `data-k`, and in that of its note.
pub fn place(number: usize) -> usize {
    weave::place(number)
}

/// Renders a text with its marks.
///
/// Every mark gets its id, its reference and its note exactly once, whatever its range.
pub fn weave(map: &TextMap<'_>, marks: &[Mark], options: &Options<'_>) -> Woven {
    render(map, marks, options, title_end(map))
}

/// Renders a text without marks, as one piece of HTML. A first-level heading that opens it stays.
pub fn to_html(markdown: &str, options: &Options<'_>) -> String {
    to_html_of(&TextMap::new(markdown, options.raw_html), options)
}

/// The same for a text that was read already.
pub fn to_html_of(map: &TextMap<'_>, options: &Options<'_>) -> String {
    render(map, &[], options, None).parts.into_iter().map(|part| part.html).collect()
}

/// The ids that a text's headings get where it is woven without a prefix, in order (targets of
/// fragments). The title has none.
pub fn fragments(map: &TextMap<'_>) -> Vec<String> {
    headings::ids(map, title_end(map).unwrap_or(0)).into_iter().map(|(_, id)| id).collect()
}

/// The text of the first-level heading that opens a text.
pub fn title(map: &TextMap<'_>) -> Option<String> {
    title_end(map).map(|end| text_of(map, 0, end))
}

/// The start of a text's first paragraph, for descriptions of a page: whole words, at most as many
/// characters as asked, with an ellipsis where something is left out. Footnote numbers, pictures
/// and code blocks have no part in it.
pub fn summary(map: &TextMap<'_>, characters: usize) -> Option<String> {
    let start = map.events.iter().position(|(event, _)| *event == Event::Start(Tag::Paragraph))?;
    let length = map.events[start..]
        .iter()
        .position(|(event, _)| *event == Event::End(TagEnd::Paragraph))?;
    let text = text_of(map, start, start + length);
    let Some((cut, _)) = text.char_indices().nth(characters) else { return Some(text) };
    let words = text[..cut].rfind(' ').map_or(&text[..cut], |space| &text[..space]);
    Some(format!("{}…", words.trim_end_matches([' ', ',', ';', ':', '.', '–', '—'])))
}

/// The events of a first-level heading that opens the text: from 0 up to this one, its end.
fn title_end(map: &TextMap<'_>) -> Option<usize> {
    let is_title = |tag: &TagEnd| *tag == TagEnd::Heading(pulldown_cmark::HeadingLevel::H1);
    match map.events.first() {
        Some((Event::Start(tag), _)) if is_title(&tag.to_end()) => map
            .events
            .iter()
            .position(|(event, _)| matches!(event, Event::End(end) if is_title(end))),
        _ => None,
    }
}

/// The visible text of some events on one line.
fn text_of(map: &TextMap<'_>, first: usize, end: usize) -> String {
    let from = map.pieces.partition_point(|piece| piece.event <= first);
    let mut text = String::new();
    for piece in map.pieces[from..].iter().take_while(|piece| piece.event < end) {
        match piece.kind {
            PieceKind::Break => text.push(' '),
            _ => text.push_str(&map.visible[piece.visible.clone()]),
        }
    }
    text.trim().to_owned()
}

/// `title`: the event that ends the title, where it is to be taken out.
fn render(map: &TextMap<'_>, marks: &[Mark], options: &Options<'_>, title: Option<usize>) -> Woven {
    let mut flow = flow::Flow::new(map, marks, options, title.unwrap_or(0));
    let title = title.map(|end| flow.read_title(end));
    let (body, claims) = flow.read_body();
    let mut weaver = weave::Weaver::new(marks, claims, options);
    let mut woven = Woven::default();
    if let Some(atoms) = title {
        let Part { html, notes, .. } = weaver.title(atoms);
        woven.title_html = Some(html);
        woven.title_notes = notes;
    }
    woven.parts = weaver.body(body, map.visible.len());
    woven
}
