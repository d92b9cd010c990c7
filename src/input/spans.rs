//! From a [`KeyPath`] to the bytes of a YAML file.
//!
//! The file is read again with a marked parser, so this costs nothing where nothing is reported.

use std::collections::HashMap;
use std::ops::Range;

use indexmap::IndexMap;
use indexmap::map::Entry;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::{KeyPath, Step};

/// Which half of a mapping entry is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The key itself (for a misspelt key).
    Key,
    /// The value (for anything else).
    Value,
}

/// Deepest nesting that is followed; deeper files are hostile, not hand-written.
const MAX_DEPTH: usize = 128;

/// The bytes of the value (or key) named by `path`, or of its nearest ancestor that exists.
///
/// A block value is cut to its first line, so that an underline never covers a page. Returns `None`
/// where the file is not YAML.
///
/// # Examples
/// ```
/// use factpress::input::{KeyPath, spans::{Part, find}};
/// let yaml = "claims:\n  - id: a\n    quote: b c\n";
/// let path = KeyPath::top().key("claims").index(0).key("quote");
/// assert_eq!(&yaml[find(yaml, &path, Part::Value).unwrap()], "b c");
/// ```
pub fn find(text: &str, path: &KeyPath, part: Part) -> Option<Range<usize>> {
    Tree::read(text).find(text, path, part)
}

/// Where everything stands in a YAML file, read in one pass, for any number of questions.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    top: Option<Node>,
    /// Keys that stand twice in one entry: the first, and the one that repeats it.
    repeated: Vec<(Range<usize>, Range<usize>)>,
}

/// One value and what is in it.
#[derive(Debug, Clone)]
struct Node {
    /// From its first byte to the byte after it.
    range: Range<u32>,
    within: Within,
    /// Whether the file could be read to the end of this value.
    whole: bool,
}

#[derive(Debug, Clone)]
enum Within {
    Nothing,
    List(Vec<Node>),
    /// By key: the bytes of the key, and the value. The first of two equal keys counts.
    Mapping(Box<IndexMap<String, (Range<u32>, Node)>>),
}

impl Tree {
    /// Reads a file, as far as it is YAML.
    pub fn read(text: &str) -> Self {
        let mut walk = Walk::new(text);
        loop {
            match walk.next() {
                None => return Self::default(),
                Some((Event::StreamStart | Event::DocumentStart(_), _)) => {}
                Some((event, _)) => {
                    let top = Some(walk.node(&event, 0));
                    return Self { top, repeated: walk.repeated };
                }
            }
        }
    }

    /// The first key of the name at or after byte `from` that stands twice in one entry, and its
    /// repetition.
    pub fn repeated(
        &self,
        text: &str,
        name: &str,
        from: usize,
    ) -> Option<&(Range<usize>, Range<usize>)> {
        let is_it = |key: &Range<usize>| text[key.clone()].trim_matches(['"', '\'']) == name;
        self.repeated.iter().find(|(first, _)| first.start >= from && is_it(first))
    }

    /// The entries under a top-level key whose entries have names; none where it holds no such.
    pub fn named(&self, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(Node { within: Within::Mapping(top), .. }) = &self.top else { return Vec::new() };
        match top.get(key) {
            Some((_, Node { within: Within::Mapping(entries), .. })) => entries
                .iter()
                .filter(|(_, (_, node))| node.whole)
                .map(|(name, (_, node))| (name.clone(), bytes(&node.range)))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// As [`find`], of the text that was read.
    pub fn find(&self, text: &str, path: &KeyPath, part: Part) -> Option<Range<usize>> {
        let mut node = self.top.as_ref()?;
        let mut key: Option<Range<usize>> = None;
        for step in &path.steps {
            let next = match (&node.within, step) {
                (Within::Mapping(entries), Step::Key(wanted)) => {
                    entries.get(wanted).map(|(key, node)| (Some(bytes(key)), node))
                }
                (Within::List(entries), Step::Index(wanted)) => {
                    entries.get(*wanted).map(|node| (None, node))
                }
                _ => None,
            };
            let Some(next) = next else {
                // The nearest thing that is there: the key of what should hold it, or else its start.
                let start = bytes(&node.range).start;
                return node
                    .whole
                    .then(|| key.unwrap_or_else(|| first_line(text, start..text.len())));
            };
            (key, node) = next;
        }
        match (part, key) {
            (Part::Key, Some(key)) => Some(key),
            _ => node.whole.then(|| first_line(text, bytes(&node.range))),
        }
    }
}

fn bytes(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// A place in a file; files are far smaller than four gigabytes.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The bytes of each entry of the list under a top-level key, read in one pass; as many as are well
/// formed.
///
/// # Examples
/// ```
/// use factpress::input::spans::entries;
/// let yaml = "claims:\n  - id: a\n    quote: b\n  - id: c\n";
/// assert_eq!(yaml[entries(yaml, "claims")[0].clone()].trim_end(), "id: a\n    quote: b");
/// ```
pub fn entries(text: &str, key: &str) -> Vec<Range<usize>> {
    let mut walk = Walk::new(text);
    let mut found = Vec::new();
    let _ = walk.entries(key, &mut found);
    found
}

/// Where a second YAML document starts, in bytes.
pub fn second_document(text: &str) -> Option<usize> {
    let mut walk = Walk::new(text);
    let mut documents = 0;
    loop {
        if let Event::DocumentStart(_) = walk.next()?.0 {
            documents += 1;
            if documents == 2 {
                return Some(walk.at.0);
            }
        }
    }
}

/// How many values a file comes to when its aliases (`*name`) are written out, up to a limit. Cheap
/// where it has none.
pub fn written_out(text: &str, limit: usize) -> usize {
    let opens = |sign: u8| {
        let bytes = text.as_bytes();
        (0..bytes.len()).any(|at| {
            bytes[at] == sign
                && bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
                && (at == 0 || b" \t\n[{,:-".contains(&bytes[at - 1]))
        })
    };
    if !opens(b'&') || !opens(b'*') {
        return 0;
    }
    let mut parser = Parser::new_from_str(text);
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut total = 0_usize;
    while let Some(Ok((event, _))) = parser.next_event() {
        let size = match event {
            Event::Scalar(_, _, anchor, _) => {
                sizes.insert(anchor, 1);
                1
            }
            Event::Alias(anchor) => sizes.get(&anchor).copied().unwrap_or(0),
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push((anchor, total));
                1
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((anchor, before)) = open.pop() {
                    sizes.insert(anchor, total - before);
                }
                0
            }
            _ => 0,
        };
        total = total.saturating_add(size);
        if total > limit {
            break;
        }
    }
    total
}

struct Walk<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    /// Byte range of the event read last.
    at: (usize, usize),
    /// A place known both ways: its number of characters and of bytes.
    cursor: (usize, usize),
    /// As in [`Tree`].
    repeated: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            text,
            at: (0, 0),
            cursor: (0, 0),
            repeated: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
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
    fn node(&mut self, first: &Event<'a>, depth: usize) -> Node {
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
    fn entries(&mut self, wanted: &str, found: &mut Vec<Range<usize>>) -> Option<()> {
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

/// A range cut to its first line of words.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let line = slice.lines().next().unwrap_or("");
    // A block scalar starts with its indicator; its first line of words says more.
    let indicator = line.trim();
    let block = indicator.starts_with(['|', '>']) && indicator.len() <= 3;
    if block && let Some(next) = slice.lines().nth(1) {
        let indent = next.len() - next.trim_start().len();
        let start =
            range.start + line.len() + (slice[line.len()..].find('\n').map_or(0, |n| n + 1));
        return start + indent..start + next.trim_end().len();
    }
    range.start..range.start + line.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "# é\nclaims:\n  - id: a\n    quote: \"x y\"\n    said: {on: 2024, in: s}\n  - id: b\n    text: |\n      first\n      second\n";

    fn at(path: &KeyPath, part: Part) -> &'static str {
        find(YAML, path, part).map_or("", |range| &YAML[range])
    }

    #[test]
    fn values_and_keys_are_found() {
        let claim = KeyPath::top().key("claims").index(0);
        assert_eq!(at(&claim.key("quote"), Part::Value), "\"x y\"");
        assert_eq!(at(&claim.key("said").key("in"), Part::Value), "s");
        assert_eq!(at(&claim.key("said").key("in"), Part::Key), "in");
        assert_eq!(at(&KeyPath::top().key("claims").index(1).key("id"), Part::Value), "b");
    }

    #[test]
    fn a_block_value_is_its_first_line() {
        assert_eq!(at(&KeyPath::top().key("claims").index(1).key("text"), Part::Value), "first");
    }

    #[test]
    fn what_is_missing_is_told_at_its_parent() {
        let claim = KeyPath::top().key("claims").index(1);
        assert_eq!(at(&claim.key("quote"), Part::Value), "id: b");
        assert_eq!(at(&KeyPath::top().key("nothing"), Part::Value), "claims:");
    }

    #[test]
    fn a_comment_is_no_part_of_a_value() {
        for value in ["\"\"", "''", "\"a \\\" b\"", "'it''s # one'", "plain"] {
            let yaml = format!("é: ü\na: {value}   # why\nb: c\n");
            let found = find(&yaml, &KeyPath::top().key("a"), Part::Value).unwrap_or(0..0);
            assert_eq!(&yaml[found], value);
        }
    }

    #[test]
    fn a_large_file_is_walked_once() {
        let yaml = "- é: {ü: \"ö\"}\n".repeat(50_000) + "- last: value\n";
        let tree = Tree::read(&yaml);
        for index in 0..50_000 {
            let path = KeyPath::top().index(index).key("é").key("ü");
            assert_eq!(tree.find(&yaml, &path, Part::Value).map(|at| &yaml[at]), Some("\"ö\""));
        }
        let path = KeyPath::top().index(50_000).key("last");
        assert_eq!(find(&yaml, &path, Part::Value).map(|at| &yaml[at]), Some("value"));
    }

    #[test]
    fn what_stands_before_a_break_is_found() {
        let yaml = "a: 1\nb: {c: 2}\nd: [3, \n";
        let find = |path: &KeyPath| find(yaml, path, Part::Value).map(|at| &yaml[at]);
        assert_eq!(find(&KeyPath::top().key("b").key("c")), Some("2"));
        assert_eq!(find(&KeyPath::top().key("d").index(0)), Some("3"));
        assert_eq!(find(&KeyPath::top().key("d").index(1)), None);
        assert_eq!(find(&KeyPath::top().key("x")), None);
    }

    #[test]
    fn nesting_without_end_ends() {
        let yaml = "[".repeat(100_000);
        assert_eq!(find(&yaml, &KeyPath::top().index(0), Part::Value), None);
    }

    #[test]
    fn broken_yaml_has_no_spans() {
        assert_eq!(find("a: [", &KeyPath::top().key("a").index(3), Part::Value), None);
    }
}
