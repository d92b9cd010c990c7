//! Reads the events of a text into a flat list of what is to be written.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::claims::{Claims, Set};
use super::escape::escape;
use super::footnotes::Footnotes;
use super::tables::Table;
use super::{Mark, Options, headings, links, sanitise};
use crate::anchor::{PieceKind, TextMap};

/// One thing to be written.
#[derive(Debug)]
pub(super) struct Atom<'m> {
    /// What it is.
    pub(super) kind: Kind,
    /// What is written for it.
    pub(super) event: Event<'m>,
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The start of a block.
    Open(Block),
    /// Its end.
    Close(Block),
    /// A block without parts.
    Alone,
    /// The start of an inline element.
    Start { cover: Cover, link: bool },
    /// Its end.
    End { link: bool },
    /// A stretch of text.
    Text(Set),
    /// A line break, a picture, the number of a footnote: belongs to the claims of its neighbours.
    Neutral,
    /// Not written.
    Nothing,
}

/// What a block is to the notes of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Notes may follow it: a paragraph, a heading, a list.
    Free,
    /// Notes may stand at its end.
    Item,
    /// Notes may not stand in it: a quotation, a table, the footnotes.
    Sealed,
}

/// The claims that cover an inline element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// There is no text in it.
    Neutral,
    /// All of its text has these claims.
    Whole(Set),
    /// Its parts differ.
    Mixed,
}

impl Cover {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Neutral, cover) | (cover, Self::Neutral) => cover,
            (Self::Whole(one), Self::Whole(two)) if one == two => self,
            _ => Self::Mixed,
        }
    }
}

/// An element that is open.
#[derive(Debug)]
struct Frame {
    kind: FrameKind,
    /// The atom that starts it, where one does.
    atom: Option<usize>,
    cover: Cover,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FrameKind {
    Block(Block),
    Inline {
        link: bool,
    },
    /// An inline element of raw HTML, by its name.
    Raw(&'static str),
}

/// The events of a text being read.
pub(super) struct Flow<'m, 'o> {
    map: &'m TextMap<'m>,
    options: &'o Options<'o>,
    claims: Claims,
    footnotes: Footnotes,
    /// The ids of the headings, and how many have been used.
    ids: Vec<String>,
    headings: usize,
    /// The piece that each event may have: the first whose event is not before it.
    next_piece: usize,
    /// Where the body starts.
    body: usize,
    table: Option<Table<'m>>,
    in_link: bool,
    frames: Vec<Frame>,
    atoms: Vec<Atom<'m>>,
}

impl<'m, 'o> Flow<'m, 'o> {
    /// `title`: the event that ends the title, or 0 where none is taken out.
    pub(super) fn new(
        map: &'m TextMap<'m>,
        marks: &[Mark],
        options: &'o Options<'o>,
        title: usize,
    ) -> Self {
        Self {
            map,
            options,
            claims: Claims::new(marks),
            footnotes: Footnotes::new(map),
            ids: headings::ids(map, title),
            headings: 0,
            next_piece: 0,
            body: if title > 0 { title + 1 } else { 0 },
            table: None,
            in_link: false,
            frames: Vec::new(),
            atoms: Vec::with_capacity(map.events.len() + marks.len() * 2),
        }
    }

    /// Reads the content of the title, which ends before this event.
    pub(super) fn read_title(&mut self, end: usize) -> Vec<Atom<'m>> {
        self.read(1..end);
        self.drop_open_raw();
        std::mem::take(&mut self.atoms)
    }

    /// Reads the body, then the footnotes.
    pub(super) fn read_body(mut self) -> (Vec<Atom<'m>>, Claims) {
        self.read(self.body..self.map.events.len());
        self.drop_open_raw();
        if self.footnotes.count() > 0 {
            self.read_footnotes();
        }
        (self.atoms, self.claims)
    }

    fn read_footnotes(&mut self) {
        let html = |html| Event::Html(html);
        self.push(Kind::Open(Block::Sealed), html(Footnotes::open_section(self.options)));
        let mut back = Vec::with_capacity(self.footnotes.count());
        for note in 0..self.footnotes.count() {
            let open = self.footnotes.open_note(note, self.options);
            self.push(Kind::Open(Block::Item), html(open));
            self.read(self.footnotes.content(note));
            self.drop_open_raw();
            // The way back stands at the end of the last paragraph.
            let paragraph = Event::End(TagEnd::Paragraph);
            let last = self.atoms.pop_if(|atom| atom.event == paragraph);
            if last.is_none() {
                self.push(Kind::Open(Block::Free), Event::Start(Tag::Paragraph));
            }
            back.push(self.atoms.len());
            self.push(Kind::Neutral, Event::InlineHtml("".into()));
            self.push(Kind::Close(Block::Free), paragraph);
            self.push(Kind::Close(Block::Item), html("</li>\n".into()));
        }
        self.push(Kind::Close(Block::Sealed), html("</ol>\n</section>\n".into()));
        // Only now is it known which references there are.
        for (note, at) in back.into_iter().enumerate() {
            match self.footnotes.back(note, self.options) {
                Some(links) => self.atoms[at].event = Event::InlineHtml(links),
                None if matches!(self.atoms[at - 1].kind, Kind::Open(_)) => {
                    for atom in &mut self.atoms[at - 1..=at + 1] {
                        atom.kind = Kind::Nothing;
                    }
                }
                None => self.atoms[at].kind = Kind::Nothing,
            }
        }
    }

    fn read(&mut self, events: std::ops::Range<usize>) {
        let mut at = events.start;
        while at < events.end {
            at = self.read_event(at);
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
                self.push(Kind::Neutral, Event::InlineHtml(html.into()));
                return next;
            }
            Event::Start(Tag::HtmlBlock) => return self.read_html_block(at),
            Event::Start(Tag::MetadataBlock(_)) => {
                return end_of(map, at, |tag| matches!(tag, TagEnd::MetadataBlock(_)));
            }
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(*tag),
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
                    self.push(Kind::Neutral, Event::SoftBreak);
                }
            }
            Event::HardBreak => self.push(Kind::Neutral, Event::InlineHtml("<br>\n".into())),
            Event::Rule => {
                self.drop_open_raw();
                self.push(Kind::Alone, Event::Html("<hr>\n".into()));
            }
            Event::FootnoteReference(label) => match self.footnotes.refer(label, self.options) {
                // The parser knows no link around one, so it is never a link inside a link.
                Some(html) => self.push(Kind::Neutral, Event::InlineHtml(html)),
                None => self.push(Kind::Neutral, Event::Text(format!("[^{label}]").into())),
            },
            Event::TaskListMarker(done) => {
                let labels = self.options.labels;
                let (state, label) =
                    if *done { (" checked", labels.done) } else { ("", labels.to_do) };
                let html = format!(
                    "<input type=\"checkbox\" disabled{state} aria-label=\"{}\"> ",
                    escape(label)
                );
                self.push(Kind::Neutral, Event::InlineHtml(html.into()));
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
            | Tag::Subscript => self.open_inline(Event::Start(tag.clone()), false),
            Tag::Link { link_type, dest_url, title, .. } => {
                let to = links::destination(*link_type, dest_url, self.options, &self.ids);
                match to {
                    Some(to) if !self.in_link => {
                        let tag = Tag::Link {
                            // An inline link is written as it is; an e-mail address is no longer
                            // without its scheme.
                            link_type: pulldown_cmark::LinkType::Inline,
                            dest_url: to.into(),
                            title: CowStr::Borrowed(title),
                            id: "".into(),
                        };
                        self.open_inline(Event::Start(tag), true);
                    }
                    _ => self.frames.push(Frame {
                        kind: FrameKind::Inline { link: false },
                        atom: None,
                        cover: Cover::Neutral,
                    }),
                }
            }
            Tag::Heading { level, .. } => {
                let id = self.ids.get(self.headings).map_or("", String::as_str);
                let heading = Tag::Heading {
                    level: headings::shifted(*level, self.options.heading_shift),
                    id: Some(format!("{}{id}", self.options.id_prefix).into()),
                    // Classes are the theme's, and attributes may be anything.
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                self.headings += 1;
                self.open_block(Block::Free, Event::Start(heading));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                // One word: white space would start a class of its own.
                let language = info.split_whitespace().next().unwrap_or_default();
                let kind = CodeBlockKind::Fenced(CowStr::Borrowed(language));
                self.open_block(Block::Free, Event::Start(Tag::CodeBlock(kind)));
            }
            Tag::BlockQuote(_) => self.open_block(Block::Sealed, Event::Start(tag.clone())),
            Tag::Item => self.open_block(Block::Item, Event::Start(tag.clone())),
            Tag::Table(alignments) => {
                let table = Table::new(alignments);
                let end = end_of(self.map, at, |tag| *tag == TagEnd::TableHead);
                let header = super::text_of(self.map, at, end);
                let label = if header.is_empty() { self.options.labels.table } else { &header };
                let html = table.open(label);
                self.table = Some(table);
                self.open_block(Block::Sealed, Event::Html(html));
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                let Some(table) = &mut self.table else { return };
                let html = match tag {
                    Tag::TableHead => table.open_head(),
                    Tag::TableRow => table.open_row(),
                    _ => table.open_cell(),
                };
                self.open_block(Block::Free, Event::Html(html));
            }
            // `MARKDOWN` names all the extensions there are; other blocks are written as they come.
            _ => self.open_block(Block::Free, Event::Start(tag.clone())),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let event = match (tag, &mut self.table) {
            (TagEnd::Table, Some(table)) => Event::Html(table.close()),
            (TagEnd::TableHead, Some(table)) => Event::Html(table.close_head()),
            (TagEnd::TableRow, Some(_)) => Event::Html("</tr>\n".into()),
            (TagEnd::TableCell, Some(table)) => Event::Html(table.close_cell()),
            (TagEnd::Heading(level), _) => {
                Event::End(TagEnd::Heading(headings::shifted(level, self.options.heading_shift)))
            }
            _ => Event::End(tag),
        };
        if tag == TagEnd::Table {
            self.table = None;
        }
        self.drop_open_raw();
        self.close(event);
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
            self.open_inline(Event::InlineHtml("<code>".into()), false);
        }
        let stretches: Vec<_> = self.claims.stretches(visible.clone()).collect();
        for (stretch, set) in stretches {
            let stretch = stretch.start - visible.start..stretch.end - visible.start;
            if let Some(part) = text.get(stretch) {
                self.push_text(set, Event::Text(CowStr::Borrowed(part)));
            }
        }
        if code.is_some() {
            self.close(Event::InlineHtml("</code>".into()));
        }
    }

    /// A tag of raw HTML that is kept.
    fn raw(&mut self, tag: &str) {
        match sanitise::inline(tag) {
            sanitise::Tag::Alone(html) => {
                self.push(Kind::Neutral, Event::InlineHtml(html.into()));
            }
            sanitise::Tag::Open(name, html) => {
                self.push(
                    Kind::Start { cover: Cover::Neutral, link: false },
                    Event::InlineHtml(html.into()),
                );
                self.frames.push(Frame {
                    kind: FrameKind::Raw(name),
                    atom: Some(self.atoms.len() - 1),
                    cover: Cover::Neutral,
                });
            }
            sanitise::Tag::Close(name) => {
                // Only within the same element; those left open inside it are dropped.
                let open = self.frames.iter().rposition(|frame| match frame.kind {
                    FrameKind::Raw(open) => open == name,
                    _ => true,
                });
                let Some(open) = open else { return };
                if self.frames[open].kind != FrameKind::Raw(name) {
                    return;
                }
                while self.frames.len() > open + 1 {
                    self.drop_frame();
                }
                self.close(Event::InlineHtml(format!("</{name}>").into()));
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
            self.drop_open_raw();
            // On a line of its own: it may be bare text by now, and follow text in a tight list.
            let html = format!("\n{}", sanitise::block(&html));
            self.push(Kind::Alone, Event::Html(html.into()));
            return next;
        }
        self.open_block(Block::Free, Event::Start(Tag::Paragraph));
        self.read(at + 1..next - 1);
        self.close(Event::End(TagEnd::Paragraph));
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

    fn push(&mut self, kind: Kind, event: Event<'m>) {
        self.atoms.push(Atom { kind, event });
    }

    fn push_text(&mut self, set: Set, event: Event<'m>) {
        self.claims.expect(set);
        if let Some(frame) = self.frames.last_mut() {
            frame.cover = frame.cover.join(Cover::Whole(set));
        }
        self.push(Kind::Text(set), event);
    }

    fn open_inline(&mut self, event: Event<'m>, link: bool) {
        self.in_link |= link;
        self.push(Kind::Start { cover: Cover::Neutral, link }, event);
        self.frames.push(Frame {
            kind: FrameKind::Inline { link },
            atom: Some(self.atoms.len() - 1),
            cover: Cover::Neutral,
        });
    }

    fn open_block(&mut self, block: Block, event: Event<'m>) {
        self.drop_open_raw();
        self.push(Kind::Open(block), event);
        self.frames.push(Frame {
            kind: FrameKind::Block(block),
            atom: Some(self.atoms.len() - 1),
            cover: Cover::Neutral,
        });
    }

    /// Ends the element that was opened last.
    fn close(&mut self, event: Event<'m>) {
        let Some(frame) = self.frames.pop() else { return };
        let Some(atom) = frame.atom else {
            self.cover_parent(frame.cover);
            return;
        };
        match frame.kind {
            FrameKind::Block(block) => self.push(Kind::Close(block), event),
            FrameKind::Inline { .. } | FrameKind::Raw(_) => {
                let link = frame.kind == FrameKind::Inline { link: true };
                self.in_link &= !link;
                self.atoms[atom].kind = Kind::Start { cover: frame.cover, link };
                self.push(Kind::End { link }, event);
                self.cover_parent(frame.cover);
            }
        }
    }

    /// Drops elements of raw HTML that the element around them leaves open.
    fn drop_open_raw(&mut self) {
        while matches!(self.frames.last(), Some(Frame { kind: FrameKind::Raw(_), .. })) {
            self.drop_frame();
        }
    }

    fn drop_frame(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if let Some(atom) = frame.atom {
            self.atoms[atom].kind = Kind::Nothing;
        }
        self.cover_parent(frame.cover);
    }

    fn cover_parent(&mut self, cover: Cover) {
        if let Some(parent) = self.frames.last_mut() {
            parent.cover = parent.cover.join(cover);
        }
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
