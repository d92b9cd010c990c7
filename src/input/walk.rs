//! The events of a YAML file with their bytes, one after the other.

use std::ops::Range;

use indexmap::IndexMap;
use indexmap::map::Entry;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::spans::{MAX_DEPTH, Node, Within, bytes, place};

/// The events of a file, read one by one.
pub(super) struct Walk<'a> {
    pub(super) parser: Parser<'a, StrInput<'a>>,
    pub(super) text: &'a str,
    /// Byte range of the event read last.
    pub(super) at: (usize, usize),
    /// A place known both ways: its number of characters and of bytes.
    cursor: (usize, usize),
    /// As in [`super::spans::Tree`].
    pub(super) repeated: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            text,
            at: (0, 0),
            cursor: (0, 0),
            repeated: Vec::new(),
        }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'a>, Span)> {
        let (event, span) = self.parser.next_event()?.ok()?;
        let start = self.byte_of_char(span.start.index());
        let mut end = self.byte_of_char(span.end.index());
        if let Event::Scalar(_, style, ..) = &event {
            end = self.quoted_end(start, end, *style);
        }
        self.at = (start, end);
        Some((event, span))
    }

    /// Byte offset of the `index`-th character. The parser counts characters, and goes through the
    /// text once; counting on from the place before keeps the whole walk as long as the text.
    fn byte_of_char(&mut self, index: usize) -> usize {
        let (chars, byte) = self.cursor;
        let byte = if index >= chars {
            let mut rest = self.text[byte..].char_indices();
            rest.nth(index - chars).map_or(self.text.len(), |(at, _)| byte + at)
        } else {
            let mut before = self.text[..byte].char_indices();
            before.nth_back(chars - index - 1).map_or(0, |(at, _)| at)
        };
        if byte < self.text.len() {
            self.cursor = (index, byte);
        }
        byte
    }

    /// The end of a scalar: of one in quotation marks the parser gives the end of the line, with
    /// any comment on it.
    fn quoted_end(&self, start: usize, end: usize, style: ScalarStyle) -> usize {
        let quote = match style {
            ScalarStyle::SingleQuoted => b'\'',
            ScalarStyle::DoubleQuoted => b'"',
            _ => return end,
        };
        let bytes = &self.text.as_bytes()[start..end];
        let mut at = 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if quote == b'"' => at += 1,
                byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => {
                    at += 1;
                }
                byte if byte == quote => return start + at + 1,
                _ => {}
            }
            at += 1;
        }
        end
    }

    /// Reads a value whose first event was read.
    pub(super) fn node(&mut self, first: &Event<'a>, depth: usize) -> Node {
        let start = self.at.0;
        let mut whole = true;
        let within = match first {
            Event::MappingStart(..) if depth < MAX_DEPTH => {
                let mut entries = IndexMap::new();
                whole = self.mapping(&mut entries, depth).is_some();
                Within::Mapping(Box::new(entries))
            }
            Event::SequenceStart(..) if depth < MAX_DEPTH => {
                let mut entries = Vec::new();
                whole = self.list(&mut entries, depth).is_some();
                Within::List(entries)
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                whole = self.skip(first).is_some();
                Within::Nothing
            }
            _ => Within::Nothing,
        };
        Node { range: place(start)..place(self.at.1.max(start)), within, whole }
    }

    /// Reads the entries of a mapping; `None` where the file breaks off.
    fn mapping(
        &mut self,
        entries: &mut IndexMap<String, (Range<u32>, Node)>,
        depth: usize,
    ) -> Option<()> {
        loop {
            let (event, _) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Some(()),
                Event::Scalar(name, ..) => Some((name, place(self.at.0)..place(self.at.1))),
                _ => {
                    self.skip(&event)?;
                    None
                }
            };
            let (value, _) = self.next()?;
            let node = self.node(&value, depth + 1);
            let whole = node.whole;
            if let Some((name, key)) = key {
                match entries.entry(name.into_owned()) {
                    Entry::Occupied(first) => {
                        self.repeated.push((bytes(&first.get().0), bytes(&key)));
                    }
                    Entry::Vacant(free) => {
                        free.insert((key, node));
                    }
                }
            }
            if !whole {
                return None;
            }
        }
    }

    /// Reads the entries of a list; `None` where the file breaks off.
    fn list(&mut self, entries: &mut Vec<Node>, depth: usize) -> Option<()> {
        loop {
            let (event, _) = self.next()?;
            if event == Event::SequenceEnd {
                return Some(());
            }
            let node = self.node(&event, depth + 1);
            let whole = node.whole;
            entries.push(node);
            if !whole {
                return None;
            }
        }
    }

    /// Collects the entries of the list under `wanted`; `None` as soon as the file breaks off.
    pub(super) fn entries(&mut self, wanted: &str, found: &mut Vec<Range<usize>>) -> Option<()> {
        while !matches!(self.next()?.0, Event::MappingStart(..)) {}
        loop {
            let (key, _) = self.next()?;
            let here = matches!(&key, Event::Scalar(name, ..) if name.as_ref() == wanted);
            if key == Event::MappingEnd {
                return None;
            }
            self.skip(&key)?;
            let (value, _) = self.next()?;
            if !here || !matches!(value, Event::SequenceStart(..)) {
                self.skip(&value)?;
                continue;
            }
            loop {
                let (entry, _) = self.next()?;
                if entry == Event::SequenceEnd {
                    return Some(());
                }
                let start = self.at.0;
                found.push(start..self.skip(&entry)?.max(start));
            }
        }
    }

    /// Reads to the end of a value whose first event was read; the byte after it.
    fn skip(&mut self, first: &Event<'a>) -> Option<usize> {
        let mut open = match first {
            Event::MappingStart(..) | Event::SequenceStart(..) => 1_usize,
            _ => return Some(self.at.1),
        };
        while open > 0 {
            match self.next()?.0 {
                Event::MappingStart(..) | Event::SequenceStart(..) => open += 1,
                Event::MappingEnd | Event::SequenceEnd => open -= 1,
                _ => {}
            }
        }
        Some(self.at.1)
    }
}
