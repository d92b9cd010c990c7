//! Finds quotations in the visible text of an article.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::memmem;

use super::apart::tell_apart;
use super::boundary::{may_end, may_start, whole_words};
use super::characters::is_dropped;
use super::near_miss::Passages;
use super::{Anchor, CodeKind, Failure, NormalForm, PieceKind, Selector, TextMap, normal};

/// How many places of the same words are kept: more than anyone reads.
const MOST_PLACES: usize = 1000;
/// How many places within longer words are kept.
const MOST_CUTS: usize = 20;
/// Up to how many quotations are looked for one by one.
const FEW_PATTERNS: usize = 32;
/// Up to how many bytes of quotations one automaton is built for.
const MOST_IN_AUTOMATON: usize = 1 << 20;

/// Finds all selectors of an article in one pass over its text; results in the order asked.
///
/// A quotation has a place when it stands exactly once, as whole words outside code, between its
/// prefix and suffix. Anything else is a [`Failure`]; nothing is anchored by similarity.
pub fn locate(map: &TextMap<'_>, selectors: &[Selector<'_>]) -> Vec<Result<Anchor, Failure>> {
    let text =
        SearchedText { visible: &map.visible, form: NormalForm::new(&map.visible), map: Some(map) };
    text.locate(selectors.iter().map(Search::new).collect())
}

/// Finds the words of edits in a plain text, after the same rules, but words that start or end with
/// a mark may start or end anywhere: a correction may concern a mark alone. Anchors are bytes of it.
pub(super) fn locate_edits(text: &str, selectors: &[Selector<'_>]) -> Vec<Result<Anchor, Failure>> {
    let text = SearchedText { visible: text, form: NormalForm::new(text), map: None };
    let is_mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    text.locate(
        selectors
            .iter()
            .map(|selector| {
                let mut search = Search::new(selector);
                search.starts_freely = is_mark(search.quote.chars().next());
                search.ends_freely = is_mark(search.quote.chars().next_back());
                search
            })
            .collect(),
    )
}

/// The text that is searched.
struct SearchedText<'a> {
    visible: &'a str,
    form: NormalForm,
    /// What is code and what is unseen, where the text is an article's.
    map: Option<&'a TextMap<'a>>,
}

/// One automaton that finds all patterns in one pass. Up to a few dozen quotations it takes longer to
/// build than a vectorised search for each takes; and for masses of text it would fill the memory.
fn automaton(patterns: &[&str]) -> Option<AhoCorasick> {
    let size: usize = patterns.iter().map(|pattern| pattern.len()).sum();
    if patterns.len() <= FEW_PATTERNS || size > MOST_IN_AUTOMATON {
        return None;
    }
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::ContiguousNFA));
    builder.build(patterns).ok()
}

/// Words in normal form that are looked for, and where they stand.
struct Search {
    quote: String,
    prefix: String,
    suffix: String,
    /// Whether the words may start and end within a word.
    starts_freely: bool,
    ends_freely: bool,
    /// Whole words between prefix and suffix.
    places: Vec<Spot>,
    /// Whole words elsewhere.
    elsewhere: Vec<Spot>,
    /// The first place in code, and the first ones inside longer words.
    code: Option<(CodeKind, Range<usize>)>,
    cut: Vec<Range<usize>>,
}

/// Where some words stand, in the normal form and in the visible text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) normal: Range<usize>,
    pub(super) visible: Anchor,
}

impl SearchedText<'_> {
    fn locate(&self, mut searches: Vec<Search>) -> Vec<Result<Anchor, Failure>> {
        self.search(&mut searches);
        let mut passages = None;
        searches.into_iter().map(|search| self.result(search, &mut passages)).collect()
    }

    /// Fills in the places of all searches.
    fn search(&self, searches: &mut [Search]) {
        // Several selectors may share their words.
        let quotes: Vec<String> = searches.iter().map(|search| search.quote.clone()).collect();
        let mut patterns: Vec<&str> = Vec::with_capacity(quotes.len());
        let mut wanted: Vec<Vec<usize>> = Vec::with_capacity(quotes.len());
        let mut known: HashMap<&str, usize> = HashMap::with_capacity(quotes.len());
        for (index, quote) in quotes.iter().enumerate() {
            if quote.is_empty() {
                continue;
            }
            let pattern = *known.entry(quote).or_insert_with(|| {
                patterns.push(quote);
                wanted.push(Vec::new());
                patterns.len() - 1
            });
            wanted[pattern].push(index);
        }
        let text = &*self.form.text;
        let mut take = |pattern: usize, found: &Range<usize>| {
            for &index in &wanted[pattern] {
                self.take(&mut searches[index], found);
            }
        };
        if let Some(automaton) = automaton(&patterns) {
            for found in automaton.find_overlapping_iter(text) {
                take(found.pattern().as_usize(), &found.range());
            }
            return;
        }
        for (pattern, words) in patterns.iter().enumerate() {
            let finder = memmem::Finder::new(words);
            let mut from = 0;
            while let Some(found) = finder.find(&text.as_bytes()[from..]) {
                let start = from + found;
                take(pattern, &(start..start + words.len()));
                from = start + 1;
            }
        }
    }

    /// Notes a place of a search's words in the normal form.
    fn take(&self, search: &mut Search, normal: &Range<usize>) {
        if search.places.len() >= MOST_PLACES {
            return;
        }
        let visible = self.form.original(normal);
        let whole = visible.and_then(|visible| self.whole(search, visible));
        let Some(visible) = whole else {
            if search.cut.len() < MOST_CUTS {
                search.cut.extend(self.form.original_around(normal));
            }
            return;
        };
        if let Some(kind) = self.code_at(&visible) {
            search.code.get_or_insert((kind, visible));
            return;
        }
        let place = Spot { normal: normal.clone(), visible };
        let fits = fits_before(&self.form.text, &place, &search.prefix)
            && fits_after(&self.form.text, &place, &search.suffix);
        let list = if fits { &mut search.places } else { &mut search.elsewhere };
        if list.len() < MOST_PLACES {
            list.push(place);
        }
    }

    /// A place where a search's words start and end as they must. A mark that shows nothing belongs to
    /// the word before it.
    fn whole(&self, search: &Search, visible: Range<usize>) -> Option<Range<usize>> {
        let Range { start, end } = visible;
        if !search.starts_freely && !may_start(self.visible, start) {
            return None;
        }
        if search.ends_freely || may_end(self.visible, end) {
            return Some(start..end);
        }
        let rest = &self.visible[end..];
        let end = end + (rest.len() - rest.trim_start_matches(is_dropped).len());
        may_end(self.visible, end).then_some(start..end)
    }

    /// What came of a search.
    fn result(&self, search: Search, passages: &mut Option<Passages>) -> Result<Anchor, Failure> {
        if let [only] = &*search.places {
            return Ok(only.visible.clone());
        }
        Err(if !search.places.is_empty() {
            let Search { places, elsewhere, .. } = search;
            Failure::Ambiguous(tell_apart(self.visible, &self.form, places, elsewhere))
        } else if !search.elsewhere.is_empty() {
            Failure::ContextMismatch(search.elsewhere.into_iter().map(|it| it.visible).collect())
        } else if let Some((kind, visible)) = search.code {
            let source = self.map.map_or(visible.clone(), |map| map.source_range(&visible));
            Failure::InCode(kind, source)
        } else if !search.cut.is_empty() {
            let mut whole: Vec<Anchor> =
                search.cut.iter().map(|cut| whole_words(self.visible, cut)).collect();
            whole.dedup();
            Failure::CutsWord(whole)
        } else if search.quote.is_empty() {
            Failure::NotFound(None)
        } else if let Some((kind, source)) = self.unseen(&search.quote) {
            Failure::InCode(kind, source)
        } else {
            let passages = passages.get_or_insert_with(|| Passages::new(&self.form.text));
            Failure::NotFound(passages.nearest(&self.form, &search.quote))
        })
    }

    /// What kind of code a passage touches.
    fn code_at(&self, visible: &Range<usize>) -> Option<CodeKind> {
        self.map?.pieces_in(visible).iter().find_map(|piece| match piece.kind {
            PieceKind::Code => Some(CodeKind::Code),
            PieceKind::RawHtml => Some(CodeKind::RawHtml),
            PieceKind::Text | PieceKind::Break => None,
        })
    }

    /// Where words stand that are in the Markdown but not among what a reader sees.
    fn unseen(&self, quote: &str) -> Option<(CodeKind, Range<usize>)> {
        self.map?.unseen().into_iter().find_map(|unseen| {
            let text = NormalForm::new(&unseen.text).text;
            let found = text
                .match_indices(quote)
                .any(|(at, _)| may_start(&text, at) && may_end(&text, at + quote.len()));
            let kind = if unseen.alt { CodeKind::AltText } else { CodeKind::RawHtml };
            found.then_some((kind, unseen.source))
        })
    }
}

impl Search {
    fn new(selector: &Selector<'_>) -> Self {
        Self {
            quote: normal(selector.quote),
            prefix: selector.prefix.map(normal).unwrap_or_default(),
            suffix: selector.suffix.map(normal).unwrap_or_default(),
            starts_freely: false,
            ends_freely: false,
            places: Vec::new(),
            elsewhere: Vec::new(),
            code: None,
            cut: Vec::new(),
        }
    }
}

/// Whether words in normal form stand straight before a place; white space between doesn't count.
pub(super) fn fits_before(text: &str, place: &Spot, words: &str) -> bool {
    text[..place.normal.start].trim_end().ends_with(words)
}

/// Whether words in normal form stand straight after a place; white space between doesn't count.
pub(super) fn fits_after(text: &str, place: &Spot, words: &str) -> bool {
    text[place.normal.end..].trim_start().starts_with(words)
}
