//! The blocks of an article's visible text: what stands in a paragraph, a heading, a cell.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::anchor::{PieceKind, TextMap};

/// A stretch of visible text in which sentences can stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Bytes of [`TextMap::visible`].
    pub visible: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph, an entry of a list, a footnote.
    Text,
    /// The words of someone else, set apart.
    Quotation,
    /// A cell of a table.
    Cell,
    /// Code, or raw HTML shown as text.
    Code,
}

/// All blocks, in the order in which they are read. Borders between them are in none.
pub fn blocks(map: &TextMap<'_>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut state = State::default();
    let mut event = 0;
    let mut open = false;
    for piece in &map.pieces {
        while event <= piece.event && event < map.events.len() {
            state.read(&map.events[event].0);
            event += 1;
        }
        let line = matches!(map.events[piece.event].0, Event::HardBreak | Event::InlineHtml(_));
        if piece.kind == PieceKind::Break && &map.visible[piece.visible.clone()] == "\n" && !line {
            open = false;
            continue;
        }
        match found.last_mut() {
            Some(block) if open => {
                block.visible.end = piece.visible.end;
                if block.kind == BlockKind::Code && piece.kind == PieceKind::Text {
                    block.kind = state.kind();
                }
            }
            _ => {
                let kind = match piece.kind {
                    PieceKind::RawHtml => BlockKind::Code,
                    _ => state.kind(),
                };
                found.push(Block { visible: piece.visible.clone(), kind });
                open = true;
            }
        }
    }
    found
}

/// In what the events read so far stand.
#[derive(Debug, Default)]
struct State {
    heading: Option<u8>,
    quotations: usize,
    cell: bool,
    code: bool,
}

impl State {
    fn read(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading = Some(*level as u8),
            Event::End(TagEnd::Heading(_)) => self.heading = None,
            Event::Start(Tag::BlockQuote(_)) => self.quotations += 1,
            Event::End(TagEnd::BlockQuote(_)) => {
                self.quotations = self.quotations.saturating_sub(1);
            }
            Event::Start(Tag::TableCell) => self.cell = true,
            Event::End(TagEnd::TableCell) => self.cell = false,
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            _ => {}
        }
    }

    fn kind(&self) -> BlockKind {
        match self {
            Self { code: true, .. } => BlockKind::Code,
            Self { heading: Some(level), .. } => BlockKind::Heading(*level),
            Self { cell: true, .. } => BlockKind::Cell,
            Self { quotations: 1.., .. } => BlockKind::Quotation,
            _ => BlockKind::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(markdown: &str) -> Vec<(String, BlockKind)> {
        let map = TextMap::new(markdown, false);
        let text = |block: Block| (map.visible[block.visible].to_owned(), block.kind);
        blocks(&map).into_iter().map(text).collect()
    }

    fn block(text: &str, kind: BlockKind) -> (String, BlockKind) {
        (text.to_owned(), kind)
    }

    #[test]
    fn kinds() {
        use BlockKind::{Cell, Code, Heading, Quotation, Text};
        assert_eq!(
            of(
                "# A *b*\n\nc [d](e)\nf\\\ng[^1]\n\n> h\n\n- i\n- j `k`\n\n| l | m |\n|-|-|\n| n | o |\n\n```\np\n```\n\n<div>\n\n[^1]: q"
            ),
            [
                block("A b", Heading(1)),
                block("c d f\ng", Text),
                block("h", Quotation),
                block("i", Text),
                block("j k", Text),
                block("l", Cell),
                block("m", Cell),
                block("n", Cell),
                block("o", Cell),
                block("p\n", Code),
                block("<div>\n", Code),
                block("q", Text),
            ]
        );
    }
}
