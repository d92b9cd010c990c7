//! The flat list of what is to be written, and the elements that are open while it grows.

use pulldown_cmark::Event;

use super::claims::Set;

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
    /// A stretch of text; the number of a footnote is one that no claim covers.
    Text(Set),
    /// A line break, a picture: belongs to the claims of its neighbours.
    Neutral,
    /// A place for a chart, by its place in the map's list.
    Chart(usize),
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

/// A list of atoms that grows. Elements are closed in the order in which they nest, so that the list
/// is well formed whatever the text is.
#[derive(Debug)]
pub(super) struct Atoms<'m> {
    list: Vec<Atom<'m>>,
    open: Vec<Element>,
    /// Whether a link is open.
    pub(super) in_link: bool,
}

/// An element that is open.
#[derive(Debug)]
struct Element {
    kind: ElementKind,
    /// The atom that starts it.
    start: usize,
    cover: Cover,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ElementKind {
    Block(Block),
    Inline {
        link: bool,
    },
    /// Only its content is written.
    Unwritten,
    /// An inline element of raw HTML, by its name.
    Raw(&'static str),
}

impl<'m> Atoms<'m> {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self { list: Vec::with_capacity(capacity), open: Vec::new(), in_link: false }
    }

    /// The list, all elements closed; it starts anew.
    pub(super) fn take(&mut self) -> Vec<Atom<'m>> {
        self.drop_open_raw();
        std::mem::take(&mut self.list)
    }

    pub(super) fn push(&mut self, kind: Kind, event: Event<'m>) {
        self.list.push(Atom { kind, event });
    }

    pub(super) fn push_text(&mut self, set: Set, event: Event<'m>) {
        self.cover_parent(Cover::Whole(set));
        self.push(Kind::Text(set), event);
    }

    /// A block without parts.
    pub(super) fn push_block(&mut self, event: Event<'m>) {
        self.drop_open_raw();
        self.push(Kind::Alone, event);
    }

    pub(super) fn open_inline(&mut self, event: Event<'m>, link: bool) {
        self.in_link |= link;
        self.open_element(ElementKind::Inline { link });
        self.push(Kind::Start { cover: Cover::Neutral, link }, event);
    }

    /// An element of which only the content is written.
    pub(super) fn open_unwritten(&mut self) {
        self.open_element(ElementKind::Unwritten);
    }

    /// An inline element of raw HTML; it is dropped unless [`Atoms::close_raw`] follows within the
    /// same element.
    pub(super) fn open_raw(&mut self, name: &'static str, event: Event<'m>) {
        self.open_element(ElementKind::Raw(name));
        self.push(Kind::Start { cover: Cover::Neutral, link: false }, event);
    }

    pub(super) fn open_block(&mut self, block: Block, event: Event<'m>) {
        self.drop_open_raw();
        self.open_element(ElementKind::Block(block));
        self.push(Kind::Open(block), event);
    }

    /// Ends the element that was opened last, but for raw HTML that was left open in it.
    pub(super) fn close(&mut self, event: Event<'m>) {
        self.drop_open_raw();
        self.close_last(event);
    }

    /// Ends an element of raw HTML; those left open inside it are dropped. Does nothing where there
    /// is none within the element that is open.
    pub(super) fn close_raw(&mut self, name: &str, event: Event<'m>) {
        let depth = self
            .open
            .iter()
            .rev()
            .map_while(|element| match element.kind {
                ElementKind::Raw(open) => Some(open),
                _ => None,
            })
            .position(|open| open == name);
        if let Some(depth) = depth {
            for _ in 0..depth {
                self.drop_last();
            }
            self.close_last(event);
        }
    }

    /// Drops elements of raw HTML that the element around them leaves open.
    pub(super) fn drop_open_raw(&mut self) {
        while matches!(self.open.last(), Some(Element { kind: ElementKind::Raw(_), .. })) {
            self.drop_last();
        }
    }

    /// Takes back the last atom if it is this event.
    pub(super) fn take_back(&mut self, event: &Event<'_>) -> bool {
        self.list.pop_if(|atom| atom.event == *event).is_some()
    }

    /// The place of the atom that is next, for [`Atoms::fill`].
    pub(super) fn next(&self) -> usize {
        self.list.len()
    }

    /// Fills in an atom that had to wait. With nothing to fill in, it goes, and the block around it
    /// where that is empty.
    pub(super) fn fill(&mut self, at: usize, event: Option<Event<'m>>) {
        if let Some(event) = event {
            self.list[at].event = event;
            return;
        }
        let is_empty = matches!(self.list[at - 1].kind, Kind::Open(_))
            && matches!(self.list[at + 1].kind, Kind::Close(_));
        let around = usize::from(is_empty);
        for atom in &mut self.list[at - around..=at + around] {
            atom.kind = Kind::Nothing;
        }
    }

    fn open_element(&mut self, kind: ElementKind) {
        let start = self.list.len();
        self.open.push(Element { kind, start, cover: Cover::Neutral });
    }

    fn close_last(&mut self, event: Event<'m>) {
        let Some(Element { kind, start, cover }) = self.open.pop() else { return };
        let link = match kind {
            ElementKind::Block(block) => {
                self.push(Kind::Close(block), event);
                return;
            }
            ElementKind::Unwritten => {
                self.cover_parent(cover);
                return;
            }
            ElementKind::Inline { link } => link,
            ElementKind::Raw(_) => false,
        };
        self.in_link &= !link;
        self.list[start].kind = Kind::Start { cover, link };
        self.push(Kind::End { link }, event);
        self.cover_parent(cover);
    }

    fn drop_last(&mut self) {
        let Some(Element { start, cover, .. }) = self.open.pop() else { return };
        self.list[start].kind = Kind::Nothing;
        self.cover_parent(cover);
    }

    fn cover_parent(&mut self, cover: Cover) {
        if let Some(parent) = self.open.last_mut() {
            parent.cover = parent.cover.join(cover);
        }
    }
}
