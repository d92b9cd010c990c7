//! Coverage: which checkable statements of an article a claim stands on, and which none.
//!
//! An article's visible text is cut into blocks and sentences, and the rules of its language say
//! of each sentence whether it states something that could be shown to be right or wrong, and of which
//! [`Kind`]. A statement is covered where the quoted words of a claim share a word with it. How well
//! the rules tell statements from the rest is measured on sentences labelled by hand
//! (`tests/coverage/`).

mod blocks;
mod english;
mod lexicon;
mod plain;
mod sentences;
mod signs;
mod spanish;
mod words;

pub use blocks::{Block, BlockKind};

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use crate::anchor::{Anchor, TextMap};
use crate::model::{Article, Settings};
use signs::{Reading, is_number};
use words::{WordKind, Words};

/// What makes a sentence a statement that can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An amount, a share, an age, in digits or in words.
    Number,
    /// A day, a year, a stretch of time.
    Date,
    /// Someone's words in quotation marks.
    Quotation,
    /// Who said, wrote, judged, found or expects something.
    Attribution,
    /// The largest, the first, the only.
    Superlative,
    /// More than, as many as; a rise, a fall.
    Comparison,
    /// What brought something about.
    Cause,
    /// What a law or a rule says.
    Law,
    /// What someone did, or what happened.
    Event,
    /// How something stands: where it is, what it belongs to, what it has.
    State,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Quotation => "quotation",
            Self::Attribution => "attribution",
            Self::Superlative => "superlative",
            Self::Comparison => "comparison",
            Self::Cause => "cause",
            Self::Law => "law",
            Self::Event => "event",
            Self::State => "state",
        }
    }
}

/// One sentence that states something checkable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Bytes of [`TextMap::visible`].
    pub range: Range<usize>,
    /// What is checkable about it; never empty.
    pub kinds: BTreeSet<Kind>,
    /// The claims whose words stand in it, as indexes into the claims that were given.
    pub claims: Vec<usize>,
    /// In a covered statement, numbers in digits and quotations that stand in no claim's words:
    /// bytes of [`TextMap::visible`].
    pub left_out: Vec<Range<usize>>,
}

impl Statement {
    /// Whether some claim stands on it.
    pub fn is_covered(&self) -> bool {
        !self.claims.is_empty()
    }
}

/// The checkable statements of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In the order of the text.
    pub statements: Vec<Statement>,
    /// The blocks they stand in, and all others.
    pub blocks: Vec<Block>,
    /// Whether the language has rules of its own; without, only numbers, dates in digits and
    /// quotations are seen.
    pub full: bool,
}

impl Coverage {
    /// Finds the statements of a text and the claims that stand on them. `claims` are the places of
    /// the claims that count.
    ///
    /// ```
    /// use factpress::{anchor::TextMap, coverage::Coverage};
    ///
    /// let map = TextMap::new("Rents rose by 9%. Is that fair? The mayor resigned.", false);
    /// let coverage = Coverage::new(&map, "en", &[0..17]);
    /// assert_eq!((coverage.covered(), coverage.statements.len(), coverage.percent()), (1, 2, 50));
    /// ```
    pub fn new(map: &TextMap<'_>, language: &str, claims: &[Anchor]) -> Self {
        let blocks = blocks::blocks(map);
        let rules = Rules::of(language);
        let abbreviations = rules.abbreviations();
        let mut statements = Vec::new();
        for block in &blocks {
            if matches!(block.kind, BlockKind::Heading(_) | BlockKind::Code) {
                continue;
            }
            let text = &map.visible[block.visible.clone()];
            for range in sentences::sentences(text, abbreviations.as_ref()) {
                let kinds = rules.kinds_in(&text[range.clone()], block.kind);
                if !kinds.is_empty() {
                    let range = block.visible.start + range.start..block.visible.start + range.end;
                    let (claims, left_out) = Default::default();
                    statements.push(Statement { range, kinds, claims, left_out });
                }
            }
        }
        for (index, anchor) in claims.iter().enumerate() {
            let first = statements.partition_point(|it: &Statement| it.range.end <= anchor.start);
            for statement in &mut statements[first..] {
                if statement.range.start >= anchor.end {
                    break;
                }
                statement.claims.push(index);
            }
        }
        for statement in statements.iter_mut().filter(|it| it.is_covered()) {
            statement.left_out = left_out(&map.visible, statement, claims);
        }
        Self { statements, blocks, full: rules != Rules::Plain }
    }

    /// Finds the statements of an article. `anchors` are the places of all its claims; a withdrawn one
    /// covers nothing.
    pub fn of(
        article: &Article,
        settings: &Settings,
        map: &TextMap<'_>,
        anchors: &[Anchor],
    ) -> Self {
        let claims = article
            .claims
            .iter()
            .zip(anchors)
            .map(|(claim, anchor)| if claim.is_withdrawn() { 0..0 } else { anchor.clone() });
        Self::new(map, article.language(&settings.language), &claims.collect::<Vec<_>>())
    }

    /// How many statements some claim stands on.
    pub fn covered(&self) -> usize {
        self.statements.iter().filter(|statement| statement.is_covered()).count()
    }

    /// The share of statements that are covered, in whole percent, rounded down, so that only a text
    /// with every statement covered has a hundred. A text without statements has a hundred.
    pub fn percent(&self) -> u8 {
        let all = self.statements.len();
        u8::try_from((self.covered() * 100).checked_div(all).unwrap_or(100)).unwrap_or(100)
    }

    /// Statements on which no claim stands.
    pub fn uncovered(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| !statement.is_covered())
    }
}

/// What makes a sentence a checkable statement, by the rules of its language; nothing where it is none.
///
/// ```
/// use factpress::coverage::{Kind, kinds};
///
/// assert_eq!(kinds("The mayor resigned.", "en").into_iter().collect::<Vec<_>>(), [Kind::Event]);
/// assert!(kinds("What now?", "en").is_empty());
/// ```
pub fn kinds(sentence: &str, language: &str) -> BTreeSet<Kind> {
    Rules::of(language).kinds_in(sentence, BlockKind::Text)
}

/// Languages with rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    English,
    Spanish,
    /// Those of every other language.
    Plain,
}

/// Fewest words in quotation marks that are someone's words, and not a title or a word at arm's length.
const FEWEST_QUOTED: usize = 3;

/// Fewest words of a table's cell that can be a statement.
const WORDS_OF_A_CELL: usize = 5;

impl Rules {
    fn of(language: &str) -> Self {
        match language.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "es" => Self::Spanish,
            _ => Self::Plain,
        }
    }

    fn abbreviations(self) -> Option<sentences::Abbreviations<'static>> {
        match self {
            Self::English => Some(english::abbreviations()),
            Self::Spanish => Some(spanish::abbreviations()),
            Self::Plain => None,
        }
    }

    fn kinds_in(self, sentence: &str, block: BlockKind) -> BTreeSet<Kind> {
        let reading = Reading::new(sentence);
        let words = reading.all.iter().filter(|word| word.kind != WordKind::Mark).count();
        if block == BlockKind::Cell && words < WORDS_OF_A_CELL {
            return BTreeSet::new();
        }
        let signs = match self {
            Self::English => english::signs(&reading),
            Self::Spanish => spanish::signs(&reading),
            Self::Plain => plain::signs(&reading),
        };
        let mut kinds = signs.decide();
        // Whoever sets words apart as someone's states that they were said.
        if block == BlockKind::Quotation && words > 2 {
            kinds.insert(Kind::Quotation);
        }
        kinds
    }
}

/// Numbers and quotations of a covered statement that are in no claim's words.
fn left_out(visible: &str, statement: &Statement, claims: &[Anchor]) -> Vec<Range<usize>> {
    let start = statement.range.start;
    let sentence = Words::new(&visible[statement.range.clone()]);
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut quotations = sentence.quotations.iter().peekable();
    let mut words_inside = 0;
    for (at, word) in sentence.words.iter().enumerate() {
        if quotations.next_if(|range| range.end <= word.range.start).is_some() {
            words_inside = 0;
        }
        if !word.quoted {
            if is_number(&sentence.words, at) {
                parts.push(word.range.clone());
            }
            continue;
        }
        words_inside += usize::from(word.kind != WordKind::Mark);
        if words_inside == FEWEST_QUOTED
            && let Some(range) = quotations.peek()
        {
            parts.push((*range).clone());
        }
    }
    parts.sort_by_key(|range| range.start);
    let mut anchors: Vec<&Anchor> = statement.claims.iter().map(|claim| &claims[*claim]).collect();
    anchors.sort_by_key(|anchor| (anchor.start, anchor.end));
    // The furthest end so far: an anchor that starts before a part and ends after its start touches it.
    let (mut next, mut furthest) = (0, 0);
    let mut left = Vec::new();
    for part in parts.into_iter().map(|range| range.start + start..range.end + start) {
        while let Some(anchor) = anchors.get(next).filter(|anchor| anchor.start < part.end) {
            furthest = furthest.max(anchor.end);
            next += 1;
        }
        if furthest <= part.start {
            left.push(part);
        }
    }
    left
}

#[cfg(test)]
mod tests;
