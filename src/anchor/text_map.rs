//! What a reader of a Markdown text sees, and where each stretch of it comes from.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::tokens::{self, ChartPlace, Figure, Fill, Unfilled};
use super::visible_text::{VisibleText, in_reading_order};

/// The Markdown that articles are written in: `CommonMark` with the extensions named here, no more.
/// Whoever parses the Markdown of a site uses these, so that all agree on what a text says.
pub const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// An article's Markdown, parsed once: its events, and its visible text.
///
/// ```
/// use factpress::anchor::TextMap;
///
/// let map = TextMap::new("Only *two* percent,\nit is said.\n\n- Tom &amp; Jerry", false);
/// assert_eq!(map.visible, "Only two percent, it is said.\nTom & Jerry");
/// ```
#[derive(Debug)]
pub struct TextMap<'a> {
    /// The Markdown.
    pub markdown: &'a str,
    /// Events with the bytes of the Markdown they come from, unmerged, in the order in which they
    /// are read: footnotes stand at the end, in the order of their numbers, those that nothing
    /// refers to last.
    pub events: Vec<(Event<'a>, Range<usize>)>,
    /// The text that a reader sees, blocks separated by line breaks.
    pub visible: String,
    /// Where each stretch of the visible text comes from, in order of the visible text and of the
    /// events. Together they cover it without a gap.
    pub pieces: Vec<Piece>,
    /// The numbers that were put into the text, in the order of the events.
    pub figures: Vec<Figure>,
    /// Places for numbers that nothing was put into.
    pub unfilled: Vec<Unfilled>,
    /// Places for charts, in the order of the events.
    pub charts: Vec<ChartPlace>,
}

/// A stretch of visible text that comes from one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of [`TextMap::visible`].
    pub visible: Range<usize>,
    /// Bytes of the Markdown; empty at a border between blocks. Where the text does not stand there
    /// letter by letter (`&amp;`, `` `code` ``) the piece as a whole comes from these bytes.
    pub source: Range<usize>,
    /// Index into [`TextMap::events`].
    pub event: usize,
    /// What kind of text it is.
    pub kind: PieceKind,
}

/// What kind of text a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Words that can be quoted.
    Text,
    /// A line break or a border between blocks or cells. Borders have the event that opens the next
    /// block or closes the last one.
    Break,
    /// Code: visible, but not to be quoted.
    Code,
    /// Raw HTML shown as text: visible, but not to be quoted.
    RawHtml,
}

impl<'a> TextMap<'a> {
    /// Parses Markdown. `raw_html`: whether raw HTML is kept (and so invisible) or shown as text.
    pub fn new(markdown: &'a str, raw_html: bool) -> Self {
        Self::with_figures(markdown, raw_html, &|_, _| None)
    }

    /// Parses Markdown, and puts numbers in the places for them: `fill` gives the text of a number by
    /// its kind (`quantity` or `sum`) and name.
    pub fn with_figures(markdown: &'a str, raw_html: bool, fill: Fill<'_>) -> Self {
        let mut events =
            in_reading_order(Parser::new_ext(markdown, MARKDOWN).into_offset_iter().collect());
        let (mut figures, mut unfilled, mut charts) = (Vec::new(), Vec::new(), Vec::new());
        if memchr::memmem::find(markdown.as_bytes(), b"{{").is_some() {
            let filled = tokens::fill(markdown, events, fill);
            (events, figures, unfilled, charts) = tokens::take_charts(markdown, filled);
        }
        let mut text = VisibleText::new(markdown.len(), events.len());
        for (index, (event, source)) in events.iter().enumerate() {
            text.read(index, event, source, raw_html);
        }
        let VisibleText { visible, pieces, .. } = text;
        Self { markdown, events, visible, pieces, figures, unfilled, charts }
    }

    /// Whether a soft break (by its index in [`TextMap::events`]) is no text at all, because it
    /// stands between Chinese or Japanese characters, where lines join without a space. Whoever
    /// writes the events out drops it, or a gap shows within the words.
    pub fn is_silent(&self, event: usize) -> bool {
        self.pieces.binary_search_by_key(&event, |piece| piece.event).is_err()
    }

    /// The number that an event is the text of, where it is one.
    pub fn figure_at(&self, event: usize) -> Option<&Figure> {
        let place = self.figures.binary_search_by_key(&event, |figure| figure.event).ok()?;
        self.figures.get(place)
    }

    /// The index of the piece that holds a byte of the visible text.
    pub fn piece_at(&self, visible: usize) -> usize {
        self.pieces.partition_point(|piece| piece.visible.end <= visible)
    }

    /// The pieces that a range of the visible text touches.
    pub fn pieces_in(&self, visible: &Range<usize>) -> &[Piece] {
        let first = self.piece_at(visible.start);
        let rest = &self.pieces[first..];
        &rest[..rest.partition_point(|piece| piece.visible.start < visible.end)]
    }

    /// The bytes of the Markdown that a range of the visible text comes from, for diagnostics.
    pub fn source_range(&self, visible: &Range<usize>) -> Range<usize> {
        let mut whole: Option<Range<usize>> = None;
        for piece in self.pieces_in(visible) {
            let part = self.source_of(piece, visible);
            whole = Some(match whole {
                None => part,
                Some(so_far) => so_far.start.min(part.start)..so_far.end.max(part.end),
            });
        }
        whole.unwrap_or_else(|| {
            let at = match self.pieces.get(self.piece_at(visible.start)) {
                Some(piece) => self.source_of(piece, visible).start,
                None => self.markdown.len(),
            };
            at..at
        })
    }

    /// The bytes of the Markdown of that part of a piece that a visible range covers.
    fn source_of(&self, piece: &Piece, visible: &Range<usize>) -> Range<usize> {
        let from = visible.start.max(piece.visible.start);
        let to = visible.end.min(piece.visible.end).max(from);
        let verbatim =
            self.markdown.get(piece.source.clone()) == self.visible.get(piece.visible.clone());
        if !verbatim {
            return piece.source.clone();
        }
        let start = piece.source.start + (from - piece.visible.start);
        start..start + (to - from)
    }

    /// Texts that a reader of the page can't select as words: alternative texts of pictures, and
    /// raw HTML where it is kept. Each with the bytes of the Markdown it stands in.
    pub fn unseen(&self) -> Vec<Unseen<'_>> {
        let mut found: Vec<Unseen<'_>> = Vec::new();
        let mut images = 0_usize;
        for (index, (event, source)) in self.events.iter().enumerate() {
            let text: Cow<'_, str> = match event {
                Event::Start(Tag::Image { .. }) => {
                    images += 1;
                    if images == 1 {
                        found.push(Unseen { text: "".into(), source: source.clone(), alt: true });
                    }
                    continue;
                }
                Event::End(TagEnd::Image) => {
                    images = images.saturating_sub(1);
                    continue;
                }
                Event::SoftBreak | Event::HardBreak if images > 0 => " ".into(),
                Event::Text(text) | Event::Code(text) => (&**text).into(),
                Event::Html(text) | Event::InlineHtml(text) if images == 0 => (&**text).into(),
                _ => continue,
            };
            if images == 0 && !self.is_silent(index) {
                continue;
            }
            match found.last_mut() {
                // The parts of one alternative text, or the lines of one block of HTML.
                Some(last) if images > 0 || (!last.alt && last.source.end == source.start) => {
                    last.text.to_mut().push_str(&text);
                    last.source.end = last.source.end.max(source.end);
                }
                _ => found.push(Unseen { text, source: source.clone(), alt: false }),
            }
        }
        found
    }
}

/// A text that is in the Markdown but not among the words of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Bytes of the Markdown.
    pub source: Range<usize>,
    /// Whether it is a picture's alternative text; else it is raw HTML.
    pub alt: bool,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn visible(markdown: &str) -> String {
        let map = TextMap::new(markdown, false);
        let mut end = 0;
        for piece in &map.pieces {
            assert_eq!(piece.visible.start, end, "no gap in {markdown:?}");
            assert!(piece.visible.end > end);
            end = piece.visible.end;
        }
        assert_eq!(end, map.visible.len());
        assert!(map.pieces.windows(2).all(|pair| pair[0].event < pair[1].event));
        map.visible
    }

    fn with_html(markdown: &str) -> String {
        TextMap::new(markdown, true).visible
    }

    #[test]
    fn inline_markup_gives_no_text() {
        assert_eq!(
            visible("a *b* __c__ ~~d~~ [e](f) [g] `h` <http://i.j>\n\n[g]: k"),
            "a b c d e g h http://i.j"
        );
        assert_eq!(visible("in 1961[^1] it\n\n[^1]: A note."), "in 1961 it\nA note.");
        assert_eq!(visible("- [x] done\n- [ ] open"), "done\nopen");
        assert_eq!(visible("see ![alt *text*](p.jpg) here"), "see  here");
        assert_eq!(visible("a![x](y)b![x](y)\n\n![x](y)c ![x](y)![x](y)d"), "a b\nc d");
        assert_eq!(visible("a![x](y)\n![x](y)b![x](y)\\\nc"), "a b\nc");
        assert_eq!(visible("# Head {#id .c}\ntext"), "Head\ntext");
    }

    #[test]
    fn blocks_are_apart() {
        assert_eq!(
            visible("> a\n>\n> b\n\n1. c\n\n   d\n2. e\n   - f\n\n***\ng"),
            "a\nb\nc\nd\ne\nf\ng"
        );
        assert_eq!(visible("| a | b |\n|---|---|\n| *c* | d \\| e |"), "a\nb\nc\nd | e");
        assert_eq!(visible("a\n\n    code\n\nb"), "a\ncode\n\nb");
        assert_eq!(visible("Setext\n===\na\\\nb  \nc\nd"), "Setext\na\nb\nc d");
    }

    #[test]
    fn entities_and_escapes_are_read() {
        assert_eq!(visible("A &amp; B&nbsp;&#8217;s \\$20 \\*"), "A & B\u{a0}\u{2019}s $20 *");
    }

    #[test]
    fn chinese_and_japanese_lines_join() {
        assert_eq!(visible("中国\n日本"), "中国日本");
        assert_eq!(visible("ひら**がな**\nカタ"), "ひらがなカタ");
        assert_eq!(visible("他说：\n“你好”"), "他说：“你好”");
        assert_eq!(visible("中国[^1]\n日本\n\n[^1]: 注"), "中国日本\n注");
        assert_eq!(visible("中国\nChina\n日本"), "中国 China 日本");
        assert_eq!(visible("한국\n어"), "한국 어");
        assert_eq!(visible("中国  \n日本"), "中国\n日本");
        assert_eq!(visible("中国\n![x](y)\n日本"), "中国  日本");
        let map = TextMap::new("中国\n日本", false);
        let at = map.events.iter().position(|(event, _)| *event == Event::SoftBreak).unwrap();
        assert!(map.is_silent(at));
        let map = TextMap::new("a\nb", false);
        assert!(!map.is_silent(at));
    }

    #[test]
    fn raw_html_is_shown_or_unseen() {
        assert_eq!(
            visible("a <b>c</b>\n\n<div>\nd\n</div>\n\ne"),
            "a <b>c</b>\n<div>\nd\n</div>\n\ne"
        );
        assert_eq!(with_html("a <b>c</b>\n\n<div>\nd\n</div>\n\ne"), "a c\ne");
        assert_eq!(with_html("a<br>b <script>c</script> d"), "a\nb  d");
        let map = TextMap::new("a <b>c</b> ![x *y*](z)\n\n<div>\nd\n</div>\n\ne", true);
        let unseen: Vec<_> = map.unseen().iter().map(|it| (it.text.to_string(), it.alt)).collect();
        assert_eq!(
            unseen,
            [
                ("<b>".to_owned(), false),
                ("</b>".to_owned(), false),
                ("x y".to_owned(), true),
                ("<div>\nd\n</div>\n".to_owned(), false)
            ]
        );
    }

    #[test]
    fn footnotes_come_last_in_the_order_of_their_numbers() {
        let text = "a[^two]\n\n[^one]: One.\n\n[^none]: None.\n\n[^two]: Two[^one].\n\nb[^one]";
        assert_eq!(visible(text), "a\nb\nTwo.\nOne.\nNone.");
    }

    #[test]
    fn ranges_lead_back_to_the_markdown() {
        let map = TextMap::new("A *big* &amp; `bad`\nidea\n\nEnd", false);
        let source = |words: &str| {
            let at = map.visible.find(words).unwrap();
            &map.markdown[map.source_range(&(at..at + words.len()))]
        };
        assert_eq!(source("big"), "big");
        assert_eq!(source("ig &"), "ig* &amp;");
        assert_eq!(source("ad"), "`bad`");
        assert_eq!(source("idea\nEn"), "idea\n\nEn");
        assert_eq!(map.source_range(&(map.visible.len()..map.visible.len())).start, 29);
    }
}
