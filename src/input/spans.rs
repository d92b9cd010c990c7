//! From a [`KeyPath`] to the bytes of a YAML file.
//!
//! The file is read again with a marked parser, so this costs nothing where nothing is reported.

use std::collections::HashMap;
use std::ops::Range;

use indexmap::IndexMap;
use saphyr_parser::{Event, Parser};

use super::walk::Walk;
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
pub(super) const MAX_DEPTH: usize = 128;

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
pub(super) struct Node {
    /// From its first byte to the byte after it.
    pub(super) range: Range<u32>,
    pub(super) within: Within,
    /// Whether the file could be read to the end of this value.
    pub(super) whole: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Within {
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

pub(super) fn bytes(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// A place in a file; files are far smaller than four gigabytes.
pub(super) fn place(at: usize) -> u32 {
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
        memchr::memchr_iter(sign, bytes).any(|at| {
            bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
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
