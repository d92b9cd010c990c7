//! Reads the events of a text into a flat list of what is to be written.

use std::collections::HashSet;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::atoms::{Atom, Atoms, Block, Kind};
use super::claims::{Claims, Set};
use super::escape::escape;
use super::footnotes::Footnotes;
use super::headings::{self, Levels};
use super::tables::Table;
use super::{Mark, Options, links, sanitise};
use crate::anchor::{ChartPlace, PieceKind, TextMap};

/// The events of a text being read.
pub(super) struct Flow<'m, 'o> {
    map: &'m TextMap<'m>,
    options: &'o Options<'o>,
    claims: Claims,
    footnotes: Footnotes,
    /// The headings' events and ids, in order, and the ids alone.
    headings: Vec<(usize, String)>,
    ids: HashSet<String>,
    levels: Levels,
    /// The level of the heading that is open.
    level: HeadingLevel,
    /// The piece that each event may have: the first whose event is not before it.
    next_piece: usize,
    /// The next place for a chart.
    next_chart: usize,
    /// Where the body starts.
    body: usize,
    table: Option<Table<'m>>,
    atoms: Atoms<'m>,
}

impl<'m, 'o> Flow<'m, 'o> {
    /// `title`: the event that ends the title, or 0 where none is taken out.
    pub(super) fn new(
        map: &'m TextMap<'m>,
        marks: &[Mark],
        options: &'o Options<'o>,
        title: usize,
    ) -> Self {
        let headings = headings::ids(map, title);
        Self {
            map,
            options,
            claims: Claims::new(marks),
            footnotes: Footnotes::new(map),
            ids: headings.iter().map(|(_, id)| id.clone()).collect(),
            headings,
            levels: Levels::new(options.top_heading),
            level: HeadingLevel::H1,
            next_piece: 0,
            next_chart: 0,
            body: if title > 0 { title + 1 } else { 0 },
            table: None,
            atoms: Atoms::with_capacity(map.events.len() + marks.len() * 2),
        }
    }

    /// Reads the content of the title, which ends before this event.
    pub(super) fn read_title(&mut self, end: usize) -> Vec<Atom<'m>> {
        self.read(1..end);
        self.atoms.take()
    }

    /// Reads the body, then the footnotes.
    pub(super) fn read_body(mut self) -> (Vec<Atom<'m>>, Claims) {
        self.read(self.body..self.map.events.len());
        self.atoms.drop_open_raw();
        if self.footnotes.count() > 0 {
            self.read_footnotes();
        }
        (self.atoms.take(), self.claims)
    }

    fn read_footnotes(&mut self) {
        let html = |html| Event::Html(html);
        self.atoms.push(Kind::Open(Block::Sealed), html(Footnotes::open_section(self.options)));
        let mut back = Vec::with_capacity(self.footnotes.count());
        for note in 0..self.footnotes.count() {
            let open = self.footnotes.open_note(note, self.options);
            self.atoms.push(Kind::Open(Block::Item), html(open));
            self.read(self.footnotes.content(note));
            self.atoms.drop_open_raw();
            // The way back stands at the end of the last paragraph.
            let paragraph = Event::End(TagEnd::Paragraph);
            if !self.atoms.take_back(&paragraph) {
                self.atoms.push(Kind::Open(Block::Free), Event::Start(Tag::Paragraph));
            }
            back.push(self.atoms.next());
            self.atoms.push(Kind::Neutral, Event::InlineHtml("".into()));
            self.atoms.push(Kind::Close(Block::Free), paragraph);
            self.atoms.push(Kind::Close(Block::Item), html("</li>\n".into()));
        }
        self.atoms.push(Kind::Close(Block::Sealed), html("</ol>\n</section>\n".into()));
        // Only now is it known which references there are.
        for (note, at) in back.into_iter().enumerate() {
            let links = self.footnotes.back(note, self.options);
            self.atoms.fill(at, links.map(Event::InlineHtml));
        }
    }

    fn read(&mut self, events: std::ops::Range<usize>) {
        let mut at = events.start;
        while at < events.end {
            self.read_charts(at);
            at = self.read_event(at);
        }
        self.read_charts(at);
    }

    /// Reads the places for charts before an event.
    fn read_charts(&mut self, at: usize) {
        let is_due = |chart: &ChartPlace| chart.event <= at && at >= self.body;
        while self.map.charts.get(self.next_chart).is_some_and(is_due) {
            self.atoms.push(Kind::Chart(self.next_chart), Event::Html("".into()));
            self.next_chart += 1;
        }
    }

    /// Reads an event, or all those of an element; returns the next one.
    fn read_event(&mut self, at: usize) -> usize {
        let map = self.map;
        match &map.events[at].0 {
            Event::Start(Tag::FootnoteDefinition(_)) => {
                return self.footnotes.end_of(at).unwrap_or(at + 1);
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let (alt, next) = alternative(map, at);
                let html = links::image(dest_url, title, &alt, self.options);
                self.atoms.push(Kind::Neutral, Event::InlineHtml(html.into()));
                return next;
            }
            Event::Start(Tag::HtmlBlock) => return self.read_html_block(at),
            Event::Start(Tag::MetadataBlock(_)) => {
                return end_of(map, at, |tag| matches!(tag, TagEnd::MetadataBlock(_)));
            }
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if map.figure_at(at).is_some() && !self.atoms.in_link => {
                self.figure(at, text);
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(at, text, None);
            }
            Event::Code(text) => self.text(at, text, Some(&map.events[at].0)),
            Event::Html(text) | Event::InlineHtml(text) => {
                if self.options.raw_html {
                    self.raw(text);
                } else {
                    self.text(at, text, None);
                }
            }
            Event::SoftBreak => {
                if self.piece(at).is_some() {
                    self.atoms.push(Kind::Neutral, Event::SoftBreak);
                }
            }
            Event::HardBreak => self.atoms.push(Kind::Neutral, Event::InlineHtml("<br>\n".into())),
            Event::Rule => {
                self.atoms.push_block(Event::Html("<hr>\n".into()));
            }
            Event::FootnoteReference(label) => match self.footnotes.refer(label, self.options) {
                // No part of anyone's words, so marks break off before it and go on after it. The
                // parser knows no link around one, so it is never a link inside a link.
                Some(html) => self.atoms.push_text(Set::EMPTY, Event::InlineHtml(html)),
                None => self.atoms.push(Kind::Neutral, Event::Text(format!("[^{label}]").into())),
            },
            Event::TaskListMarker(done) => {
                let labels = self.options.labels;
                let (state, label) =
                    if *done { (" checked", labels.done) } else { ("", labels.to_do) };
                let html = format!(
                    "<input type=\"checkbox\" disabled{state} aria-label=\"{}\"> ",
                    escape(label)
                );
                self.atoms.push(Kind::Neutral, Event::InlineHtml(html.into()));
            }
        }
        at + 1
    }

    fn start(&mut self, tag: &'m Tag<'m>, at: usize) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => self.atoms.open_inline(Event::Start(tag.clone()), false),
            Tag::Link { link_type, dest_url, title, .. } => {
                let to = links::destination(*link_type, dest_url, self.options, &self.ids);
                match to {
                    Some(to) if !self.atoms.in_link => {
                        let tag = Tag::Link {
                            // An inline link is written as it is; an e-mail address is no longer
                            // without its scheme.
                            link_type: pulldown_cmark::LinkType::Inline,
                            dest_url: to.into(),
                            title: CowStr::Borrowed(title),
                            id: "".into(),
                        };
                        self.atoms.open_inline(Event::Start(tag), true);
                    }
                    _ => self.atoms.open_unwritten(),
                }
            }
            Tag::Heading { level, .. } => {
                let place = self.headings.binary_search_by_key(&at, |(event, _)| *event);
                let id = place.map_or("", |place| self.headings[place].1.as_str());
                self.level = self.levels.next(*level);
                let heading = Tag::Heading {
                    level: self.level,
                    id: Some(format!("{}{id}", self.options.id_prefix).into()),
                    // Classes are the theme's, and attributes may be anything.
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                self.atoms.open_block(Block::Free, Event::Start(heading));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                // One word: white space would start a class of its own.
                let language = info.split_whitespace().next().unwrap_or_default();
                let kind = CodeBlockKind::Fenced(CowStr::Borrowed(language));
                self.atoms.open_block(Block::Free, Event::Start(Tag::CodeBlock(kind)));
            }
            Tag::BlockQuote(_) => self.atoms.open_block(Block::Sealed, Event::Start(tag.clone())),
            Tag::Item => self.atoms.open_block(Block::Item, Event::Start(tag.clone())),
            Tag::Table(alignments) => {
                let table = Table::new(alignments);
                let end = end_of(self.map, at, |tag| *tag == TagEnd::TableHead);
                let header = super::text_of(self.map, at, end);
                let label = if header.is_empty() { self.options.labels.table } else { &header };
                let html = table.open(label);
                self.table = Some(table);
                self.atoms.open_block(Block::Sealed, Event::Html(html));
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                let Some(table) = &mut self.table else { return };
                let html = match tag {
                    Tag::TableHead => table.open_head(),
                    Tag::TableRow => table.open_row(),
                    _ => table.open_cell(),
                };
                self.atoms.open_block(Block::Free, Event::Html(html));
            }
            // `MARKDOWN` names all the extensions there are; other blocks are written as they come.
            _ => self.atoms.open_block(Block::Free, Event::Start(tag.clone())),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let event = match (tag, &mut self.table) {
            (TagEnd::Table, Some(table)) => Event::Html(table.close()),
            (TagEnd::TableHead, Some(table)) => Event::Html(table.close_head()),
            (TagEnd::TableRow, Some(_)) => Event::Html("</tr>\n".into()),
            (TagEnd::TableCell, Some(table)) => Event::Html(table.close_cell()),
            (TagEnd::Heading(_), _) => Event::End(TagEnd::Heading(self.level)),
            _ => Event::End(tag),
        };
        if tag == TagEnd::Table {
            self.table = None;
        }
        self.atoms.close(event);
    }

    /// Text, cut where claims start and end. `code`: its event, where it is inline code.
    fn text(&mut self, at: usize, text: &'m CowStr<'m>, code: Option<&'m Event<'m>>) {
        let map = self.map;
        // Without a piece it is no text of the page, such as that of a script.
        let Some(piece) = self.piece(at) else { return };
        let visible = map.pieces[piece].visible.clone();
        debug_assert_ne!(map.pieces[piece].kind, PieceKind::Break);
        let single = {
            let mut stretches = self.claims.stretches(visible.clone());
            stretches.next().filter(|_| stretches.next().is_none())
        };
        if let Some((_, set)) = single {
            let event = match code {
                Some(event) => event.clone(),
                None => Event::Text(CowStr::Borrowed(text)),
            };
            self.push_text(set, event);
            return;
        }
        if code.is_some() {
            self.atoms.open_inline(Event::InlineHtml("<code>".into()), false);
        }
        let stretches: Vec<_> = self.claims.stretches(visible.clone()).collect();
        for (stretch, set) in stretches {
            let stretch = stretch.start - visible.start..stretch.end - visible.start;
            if let Some(part) = text.get(stretch) {
                self.push_text(set, Event::Text(CowStr::Borrowed(part)));
            }
        }
        if code.is_some() {
            self.atoms.close(Event::InlineHtml("</code>".into()));
        }
    }

    /// A number, which links to how it was computed.
    fn figure(&mut self, at: usize, text: &'m CowStr<'m>) {
        let id = self.map.figure_at(at).map_or("", |figure| &figure.id);
        let html = links::figure(id);
        self.atoms.open_inline(Event::InlineHtml(html.into()), true);
        self.text(at, text, None);
        self.atoms.close(Event::InlineHtml("</a>".into()));
    }

    fn push_text(&mut self, set: Set, event: Event<'m>) {
        self.claims.expect(set);
        self.atoms.push_text(set, event);
    }

    /// A tag of raw HTML that is kept.
    fn raw(&mut self, tag: &str) {
        match sanitise::inline(tag) {
            sanitise::Tag::Alone(html) => {
                self.atoms.push(Kind::Neutral, Event::InlineHtml(html.into()));
            }
            sanitise::Tag::Open(name, html) => {
                self.atoms.open_raw(name, Event::InlineHtml(html.into()));
            }
            sanitise::Tag::Close(name) => {
                let html = format!("</{name}>");
                self.atoms.close_raw(name, Event::InlineHtml(html.into()));
            }
            sanitise::Tag::Dropped => {}
        }
    }

    fn read_html_block(&mut self, at: usize) -> usize {
        let map = self.map;
        let next = end_of(map, at, |tag| *tag == TagEnd::HtmlBlock);
        if self.options.raw_html {
            let html: String = map.events[at..next]
                .iter()
                .filter_map(|(event, _)| match event {
                    Event::Html(html) | Event::InlineHtml(html) | Event::Text(html) => {
                        Some(&**html)
                    }
                    _ => None,
                })
                .collect();
            // On a line of its own: it may be bare text by now, and follow text in a tight list.
            let html = format!("\n{}", sanitise::block(&html));
            self.atoms.push_block(Event::Html(html.into()));
            return next;
        }
        self.atoms.open_block(Block::Free, Event::Start(Tag::Paragraph));
        self.read(at + 1..next - 1);
        self.atoms.close(Event::End(TagEnd::Paragraph));
        next
    }

    /// The piece of an event, where it has one.
    fn piece(&mut self, event: usize) -> Option<usize> {
        let pieces = &self.map.pieces;
        // Events come in order, but for footnotes within footnotes.
        if self.next_piece > 0 && pieces[self.next_piece - 1].event >= event {
            self.next_piece = pieces.partition_point(|piece| piece.event < event);
        }
        while pieces.get(self.next_piece).is_some_and(|piece| piece.event < event) {
            self.next_piece += 1;
        }
        pieces.get(self.next_piece).filter(|piece| piece.event == event).map(|_| self.next_piece)
    }
}

/// The event after the one that ends the element which starts at `at`.
fn end_of(map: &TextMap<'_>, at: usize, is_end: impl Fn(&TagEnd) -> bool) -> usize {
    map.events[at..]
        .iter()
        .position(|(event, _)| matches!(event, Event::End(tag) if is_end(tag)))
        .map_or(map.events.len(), |length| at + length + 1)
}

/// The alternative text of a picture, and the event after it.
fn alternative(map: &TextMap<'_>, at: usize) -> (String, usize) {
    let mut alt = String::new();
    let mut depth = 0_usize;
    for (length, (event, _)) in map.events[at..].iter().enumerate() {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => {
                depth -= 1;
                if depth == 0 {
                    return (alt, at + length + 1);
                }
            }
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    (alt, map.events.len())
}
