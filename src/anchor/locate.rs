//! Finds quotations in the visible text of an article.

use std::ops::Range;

use super::apart::tell_apart;
use super::boundary::{may_end, may_start, whole_words};
use super::characters::is_dropped;
use super::hidden::find_hidden;
use super::near_miss::Passages;
use super::patterns::find_all;
use super::{
    Anchor, Candidate, CodeKind, Failure, NormalForm, PieceKind, Selector, TextMap, normal,
};

/// How many places of the same words are kept: more than anyone reads.
const MOST_PLACES: usize = 100;
/// How many places within longer words are kept.
const MOST_CUTS: usize = 20;
/// How many places of all quotations together are kept, but at least two of each.
const MOST_PLACES_OF_ALL: usize = 100_000;
/// For how many quotations that are not there the nearest passage is sought, and how many places of
/// others are told apart: finding thousands at fault takes no longer than finding some.
const MOST_COMPARED: usize = 50;
const MOST_TOLD_APART: usize = 2000;

/// How many places of the same words are kept where so many quotations are looked for: where so many
/// are told, there may be more.
pub(crate) fn most_places(quotations: usize) -> usize {
    (MOST_PLACES_OF_ALL / quotations.max(1)).clamp(2, MOST_PLACES)
}

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

/// Finds quotations in a plain text, after the same rules, but they may stand there any number of
/// times: all their places, in order, or why there is none. Anchors are bytes of the text.
pub fn occurrences(text: &str, quotes: &[&str]) -> Vec<Result<Vec<Anchor>, Failure>> {
    let text = SearchedText { visible: text, form: NormalForm::new(text), map: None };
    let selector = |quote| Selector { quote, prefix: None, suffix: None };
    let mut searches: Vec<_> = quotes.iter().map(|quote| Search::new(&selector(quote))).collect();
    text.search(&mut searches);
    let mut comparisons = Comparisons::default();
    let places = |search: Search| match search.places.len() {
        0 => text.result(search, &mut comparisons).map(|place| vec![place]),
        _ => Ok(search.places.into_iter().map(|place| place.visible).collect()),
    };
    searches.into_iter().map(places).collect()
}

/// The text that is searched.
struct SearchedText<'a> {
    visible: &'a str,
    form: NormalForm,
    /// What is code and what is unseen, where the text is an article's.
    map: Option<&'a TextMap<'a>>,
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
    /// The first place where no reader can select them, in the Markdown.
    hidden: Option<(CodeKind, Range<usize>)>,
}

/// What was done to explain failures so far.
#[derive(Default)]
struct Comparisons {
    passages: Option<Passages>,
    compared: usize,
    told_apart: usize,
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
        self.search_hidden(&mut searches);
        let mut comparisons = Comparisons::default();
        searches.into_iter().map(|search| self.result(search, &mut comparisons)).collect()
    }

    /// Fills in the places of all searches.
    fn search(&self, searches: &mut [Search]) {
        let quotes: Vec<String> = searches.iter().map(|search| search.quote.clone()).collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        let most = most_places(quotes.len());
        find_all(&quotes, &[&self.form.text], |quote, _, place| {
            self.take(&mut searches[quote], place, most);
        });
    }

    /// Looks among what readers can't select for what is not found elsewhere.
    fn search_hidden(&self, searches: &mut [Search]) {
        let Some(map) = self.map else { return };
        let mut lost: Vec<&mut Search> = searches.iter_mut().filter(|it| it.is_lost()).collect();
        let quotes: Vec<String> = lost.iter().map(|search| search.quote.clone()).collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        for (search, hidden) in lost.iter_mut().zip(find_hidden(map, &quotes)) {
            search.hidden = hidden;
        }
    }

    /// Notes a place of a search's words in the normal form.
    fn take(&self, search: &mut Search, normal: &Range<usize>, most: usize) {
        if search.places.len() >= most {
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
        if list.len() < most {
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
    fn result(&self, search: Search, comparisons: &mut Comparisons) -> Result<Anchor, Failure> {
        if let [only] = &*search.places {
            return Ok(only.visible.clone());
        }
        Err(if !search.places.is_empty() {
            let Search { places, elsewhere, .. } = search;
            comparisons.told_apart += places.len() + elsewhere.len();
            Failure::Ambiguous(if comparisons.told_apart <= MOST_TOLD_APART {
                tell_apart(self.visible, &self.form, places, elsewhere)
            } else {
                let bare = |it: Spot| Candidate { anchor: it.visible, prefix: None, suffix: None };
                places.into_iter().map(bare).collect()
            })
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
        } else if let Some((kind, source)) = search.hidden {
            Failure::InCode(kind, source)
        } else if search.quote.is_empty() {
            Failure::NotFound(None)
        } else if comparisons.compared >= MOST_COMPARED {
            Failure::NotCompared
        } else {
            comparisons.compared += 1;
            let passages =
                comparisons.passages.get_or_insert_with(|| Passages::new(&self.form.text));
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
            hidden: None,
        }
    }

    /// Whether the words stand nowhere in the text.
    fn is_lost(&self) -> bool {
        !self.quote.is_empty()
            && self.places.is_empty()
            && self.elsewhere.is_empty()
            && self.code.is_none()
            && self.cut.is_empty()
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
