//! What speaks for and against a sentence being a statement that can be checked.

use std::collections::BTreeSet;

use super::Kind;
use super::lexicon::Lexicon;
use super::words::{Word, WordKind, Words};

/// What a language's rules see in a sentence.
#[allow(clippy::struct_excessive_bools, reason = "five signs, each there or not")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    /// Kinds of statements.
    pub kinds: BTreeSet<Kind>,
    /// A question, an order, a byline: no statement, whatever stands in it.
    pub closed: bool,
    /// A demand, advice or an opinion in the writer's own voice.
    pub wish: bool,
    /// What will, may or would be.
    pub unreal: bool,
    /// Praise, blame, mood, a saying.
    pub felt: bool,
    /// The writer or the reader is in it: "I", "our", "you".
    pub personal: bool,
}

impl Signs {
    /// Adds a kind where it is there.
    pub fn add(&mut self, kind: Kind, is_there: bool) {
        if is_there {
            self.kinds.insert(kind);
        }
    }

    /// The kinds that remain; none where the sentence makes no statement.
    pub fn decide(mut self) -> BTreeSet<Kind> {
        let attributed = self.kinds.contains(&Kind::Attribution);
        if self.closed || ((self.wish || self.unreal) && !attributed) {
            return BTreeSet::new();
        }
        if !attributed {
            let (felt, personal) = (self.felt, self.personal);
            self.kinds.retain(|kind| match kind {
                Kind::Event | Kind::State => !felt && !personal,
                Kind::Superlative | Kind::Comparison | Kind::Cause => !felt,
                _ => true,
            });
        }
        self.kinds
    }
}

/// Whether the test holds at any word.
pub fn any(words: &[Word<'_>], test: impl Fn(usize) -> bool) -> bool {
    (0..words.len()).any(test)
}

/// Whether a sentence is a byline, a credit or a line about the page. Those have no verb in the past
/// of their own, or open with words that nothing else opens with. `by`: what bylines open with;
/// `openings`: of notices that may have such a verb, and of those that have none.
pub fn is_notice(
    words: &[Word<'_>],
    verb: Option<usize>,
    by: [&str; 2],
    openings: [&Lexicon; 2],
) -> bool {
    let first = words.iter().position(|word| word.kind != WordKind::Mark).unwrap_or(0);
    let first =
        if words.first().is_some_and(|word| word.is("©") || word.is("(")) { 0 } else { first };
    let byline = words.get(first).is_some_and(|word| by.contains(&word.text))
        && words.get(first + 1).is_some_and(Word::is_capital)
        && words.get(first + 2).is_some_and(Word::is_capital)
        && verb.is_none();
    let [always, bare] = openings;
    byline || always.at(words, first) > 0 || (verb.is_none() && bare.at(words, first) > 0)
}

/// A sentence as the rules of a language read it.
#[derive(Debug)]
pub struct Reading<'a> {
    /// All words.
    pub all: Vec<Word<'a>>,
    /// The words of the writer: those outside quotation marks, or all where hardly any are outside.
    pub own: Vec<Word<'a>>,
    /// Whether words of someone else stand beside the writer's.
    pub quotes: bool,
}

impl<'a> Reading<'a> {
    /// Reads a sentence.
    pub fn new(sentence: &'a str) -> Self {
        let words = Words::new(sentence).words;
        let is_word = |word: &&Word<'_>| word.kind != WordKind::Mark;
        let own: Vec<_> = words.iter().filter(|word| !word.quoted).cloned().collect();
        if own.iter().filter(is_word).count() < 2 {
            return Self { own: words.clone(), all: words, quotes: false };
        }
        let quoted = words.iter().filter(|word| word.quoted).filter(is_word).count();
        // One or two words in quotation marks are a title, or words at arm's length.
        Self { own, all: words, quotes: quoted >= super::FEWEST_QUOTED }
    }

    /// Whether it ends as a question.
    pub fn is_question(&self) -> bool {
        let closes = |word: &&Word<'_>| {
            word.kind == WordKind::Mark && !matches!(word.text, "?" | "!" | "." | "…")
        };
        self.own.iter().rev().find(|word| !closes(word)).is_some_and(|word| word.is("?"))
    }

    /// Whether it ends as an exclamation.
    pub fn is_exclamation(&self) -> bool {
        self.own.iter().rev().take(2).any(|word| word.is("!"))
    }
}

/// Which words belong to an entry of a list.
pub fn covered(words: &[Word<'_>], list: &Lexicon) -> Vec<bool> {
    let mut covered = vec![false; words.len()];
    let mut at = 0;
    while at < words.len() {
        let length = list.at(words, at);
        covered[at..at + length].fill(true);
        at += length.max(1);
    }
    covered
}

/// Whether a number stands in digits at a place, and is not part of a name (`COVID-19`, `G7`) nor the
/// number of a list entry.
pub fn is_number(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if word.kind != WordKind::Number {
        return false;
    }
    let touches = |one: usize, other: usize| words[one].range.end == words[other].range.start;
    let in_name = at >= 2
        && words[at - 1].is("-")
        && touches(at - 1, at)
        && touches(at - 2, at - 1)
        && (words[at - 2].is_capital() || words[at - 2].lower == "covid");
    let is_list = at == 0 && words.get(1).is_some_and(|next| next.is(".") || next.is(")"));
    let all_hours = word.text == "24" && words.get(at + 1).is_some_and(|next| next.is("/"))
        || (word.text == "7" && at > 0 && words[at - 1].is("/"));
    let page =
        at > 0 && matches!(words[at - 1].lower.as_str(), "page" | "pages" | "página" | "páginas");
    !in_name && !is_list && !all_hours && !page
}

/// Whether a word is a year, or the years of a decade: `1961`, `1960s`.
pub fn is_year(word: &Word<'_>) -> bool {
    let digits = word.lower.trim_end_matches('s').trim_end_matches('\'');
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && ("1000".."2101").contains(&digits)
}

/// Whether words that are not at the start of the sentence begin with a capital: names. `other` says
/// of a word that its capital means something else, such as a month.
pub fn is_name(words: &[Word<'_>], at: usize, other: &Lexicon) -> bool {
    let word = &words[at];
    // A sentence opens with a few marks at most; more are not looked through.
    let starts = (at < 5 && words[..at].iter().all(|word| word.kind == WordKind::Mark))
        || at
            .checked_sub(1)
            .is_some_and(|at| matches!(words[at].text, ":" | "“" | "«" | "\"" | "—"));
    word.is_capital()
        && !other.has(&word.lower)
        && if starts { word.is_acronym() } else { word.text.chars().count() > 1 }
}
