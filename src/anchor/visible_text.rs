//! Reads the events of a Markdown text into what a reader sees.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::lines::{is_part_of_letter, joins_lines};
use super::{Piece, PieceKind};

/// Moves footnotes to the end, where they are read, in the order in which they are referred to.
pub(super) fn in_reading_order<'a>(
    events: Vec<(Event<'a>, Range<usize>)>,
) -> Vec<(Event<'a>, Range<usize>)> {
    let is_note = |event: &Event<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    if !events.iter().any(|(event, _)| is_note(event)) {
        return events;
    }
    let mut text = Vec::with_capacity(events.len());
    let mut notes: Vec<Vec<(Event<'a>, Range<usize>)>> = Vec::new();
    let mut depth = 0_usize;
    for (event, source) in events {
        if is_note(&event) {
            depth += 1;
            if depth == 1 {
                notes.push(Vec::new());
            }
        }
        let ends = matches!(event, Event::End(TagEnd::FootnoteDefinition));
        match notes.last_mut() {
            Some(note) if depth > 0 => note.push((event, source)),
            _ => text.push((event, source)),
        }
        if ends {
            depth = depth.saturating_sub(1);
        }
    }
    // A note may refer to the next one, so what is appended is read for references, too.
    let labels: Vec<String> = notes
        .iter()
        .map(|note| match note.first() {
            Some((Event::Start(Tag::FootnoteDefinition(label)), _)) => label.to_string(),
            _ => String::new(),
        })
        .collect();
    let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, label) in labels.iter().enumerate() {
        waiting.entry(label).or_default().push(index);
    }
    let mut at = 0;
    while at < text.len() {
        if let Event::FootnoteReference(label) = &text[at].0
            && let Some(found) = waiting.remove(&**label)
        {
            for note in found {
                text.append(&mut notes[note]);
            }
        }
        at += 1;
    }
    text.extend(notes.into_iter().flatten());
    text
}

/// A text being read, event by event.
pub(super) struct VisibleText {
    pub(super) visible: String,
    pub(super) pieces: Vec<Piece>,
    /// The event and place of a border between blocks that no text has followed yet.
    border: Option<(usize, usize)>,
    /// A soft break whose next character is not known yet.
    soft_break: Option<(usize, Range<usize>)>,
    /// Whether this is a block of code.
    in_code: bool,
    /// Depth of pictures, whose content is their alternative text.
    images: usize,
    /// The event and place of a picture that no text has followed yet: it sets words apart.
    picture: Option<(usize, usize)>,
    /// An inline element of raw HTML whose content no browser shows.
    unseen: Option<&'static str>,
}

impl VisibleText {
    /// `text` and `events`: how long the Markdown is, and how many events it gives.
    pub(super) fn new(text: usize, events: usize) -> Self {
        Self {
            visible: String::with_capacity(text),
            pieces: Vec::with_capacity(events),
            border: None,
            soft_break: None,
            in_code: false,
            images: 0,
            picture: None,
            unseen: None,
        }
    }

    /// Reads the next event.
    pub(super) fn read(
        &mut self,
        index: usize,
        event: &Event<'_>,
        source: &Range<usize>,
        raw_html: bool,
    ) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                // The line ends beside a picture, not beside a character.
                self.settle(None);
                if self.images == 0 {
                    self.picture = Some((index, source.start));
                }
                self.images += 1;
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            _ if self.images > 0 => {}
            Event::Start(tag) if is_block(tag.to_end()) => {
                self.end_block(index, source.start);
                self.in_code = matches!(tag, Tag::CodeBlock(_));
            }
            Event::End(tag) if is_block(*tag) => {
                self.end_block(index, source.end);
                self.in_code = false;
            }
            Event::Rule => self.end_block(index, source.start),
            Event::Html(text) | Event::InlineHtml(text) if !raw_html => {
                self.push(index, text, source, PieceKind::RawHtml);
            }
            Event::InlineHtml(tag) => self.read_tag(index, tag, source),
            _ if self.unseen.is_some() => {}
            Event::Text(text) => {
                let kind = if self.in_code { PieceKind::Code } else { PieceKind::Text };
                self.push(index, text, source, kind);
            }
            Event::Code(text) => self.push(index, text, source, PieceKind::Code),
            Event::SoftBreak => {
                self.settle(None);
                self.soft_break = Some((index, source.clone()));
            }
            Event::HardBreak => self.push(index, "\n", source, PieceKind::Break),
            _ => {}
        }
    }

    /// Adds text that is seen.
    fn push(&mut self, event: usize, text: &str, source: &Range<usize>, kind: PieceKind) {
        let Some(first) = text.chars().next() else { return };
        self.settle(Some(first));
        self.add(event, text, source.clone(), kind);
    }

    /// Writes the border and the soft break that have waited for what follows: `next` is a
    /// character, or none where the line goes on with something that is no character.
    fn settle(&mut self, next: Option<char>) {
        if let Some((event, at)) = self.border.take()
            && !self.visible.is_empty()
        {
            self.add(event, "\n", at..at, PieceKind::Break);
        }
        if let Some((event, at)) = self.picture.take()
            && self.visible.ends_with(|c: char| !c.is_whitespace())
            && next.is_some_and(|c| !c.is_whitespace())
        {
            self.add(event, " ", at..at, PieceKind::Break);
        }
        if let Some((event, source)) = self.soft_break.take() {
            let last = self.visible.chars().rev().find(|c| !is_part_of_letter(*c));
            let joined = last.zip(next).is_some_and(|(last, next)| joins_lines(last, next));
            if !joined {
                self.add(event, " ", source, PieceKind::Break);
            }
        }
    }

    fn add(&mut self, event: usize, text: &str, source: Range<usize>, kind: PieceKind) {
        let start = self.visible.len();
        self.visible.push_str(text);
        let visible = start..self.visible.len();
        self.pieces.push(Piece { visible, source, event, kind });
    }

    fn end_block(&mut self, event: usize, at: usize) {
        self.border = Some((event, at));
        self.soft_break = None;
        self.unseen = None;
    }

    /// Reads a tag of kept HTML: it is not seen, but some of them change what is.
    fn read_tag(&mut self, event: usize, tag: &str, source: &Range<usize>) {
        let closes = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let unseen = ["script", "style"].into_iter().find(|word| name.eq_ignore_ascii_case(word));
        match unseen {
            Some(_) if closes && self.unseen == unseen => self.unseen = None,
            Some(_) if !closes && self.unseen.is_none() => {
                self.settle(None);
                self.unseen = unseen;
            }
            None if self.unseen.is_none() && name.eq_ignore_ascii_case("br") => {
                self.push(event, "\n", source, PieceKind::Break);
            }
            _ => {}
        }
    }
}

/// Whether a reader sees a new line, or a new cell, where such an element starts and ends.
fn is_block(tag: TagEnd) -> bool {
    match tag {
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::BlockQuote(_)
        | TagEnd::CodeBlock
        | TagEnd::HtmlBlock
        | TagEnd::List(_)
        | TagEnd::Item
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Table
        | TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::TableCell
        | TagEnd::MetadataBlock(_) => true,
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link
        | TagEnd::Image => false,
    }
}
