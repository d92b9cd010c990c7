//! Finds the passage that is most like words that are not there.
//!
//! This serves the error message only; nothing is ever anchored to what is found here.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use similar::{Algorithm, DiffOp};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::words::{compare_words, core, words};
use super::{NearMiss, NormalForm};

/// A longer quotation is compared by this many of its first words.
const MOST_WORDS: usize = 1000;
/// How many words of a quotation that the article doesn't have are taken for slips of the pen.
const MOST_SLIPS: usize = 16;
/// How many of the places with the most words in common are compared closely.
const CLOSE_LOOKS: usize = 6;
/// How much is spent on slips of the pen, of all quotations of an article: each comparison of two
/// words costs the product of their lengths.
const MOST_FOR_SLIPS: usize = 10_000_000;
/// The longest word, in bytes, that is taken for a slip of the pen.
const LONGEST_SLIP: usize = 64;
/// Words that stand in no text.
const UNKNOWN: u32 = u32::MAX;

/// The words of an article, ready to look for passages.
pub(super) struct Passages {
    /// The words, as bytes of the normal form, without marks at their ends.
    words: Vec<Range<usize>>,
    /// For each word, which one it is: case doesn't matter.
    ids: Vec<u32>,
    /// The number of each word, and how often it stands there.
    vocabulary: HashMap<Rc<str>, u32>,
    counts: Vec<u32>,
    /// By length in bytes: the words that a slip of the pen may mean, in the order of the text.
    by_length: Vec<Vec<(Rc<str>, u32)>>,
    /// What is left to spend on slips.
    pub(super) left_for_slips: usize,
}

impl Passages {
    /// Reads the words of a text in normal form.
    pub(super) fn new(text: &str) -> Self {
        let words: Vec<Range<usize>> = words(text).iter().map(|word| core(text, word)).collect();
        let mut vocabulary: HashMap<Rc<str>, u32> = HashMap::new();
        let mut by_length = vec![Vec::new(); LONGEST_SLIP * 4 / 3 + 1];
        let mut counts = Vec::new();
        let mut ids = Vec::with_capacity(words.len());
        for word in &words {
            let key = key(&text[word.clone()]);
            let id = if let Some(id) = vocabulary.get(&*key) {
                *id
            } else {
                let id = u32::try_from(counts.len()).unwrap_or(UNKNOWN - 1);
                let key: Rc<str> = key.into();
                if let Some(alike) = by_length.get_mut(key.len()) {
                    alike.push((Rc::clone(&key), id));
                }
                vocabulary.insert(key, id);
                counts.push(0);
                id
            };
            counts[id as usize] += 1;
            ids.push(id);
        }
        Self { words, ids, vocabulary, counts, by_length, left_for_slips: MOST_FOR_SLIPS }
    }

    /// The passage that is nearest to a quotation in normal form; none where less than half of its
    /// words are near each other anywhere.
    pub(super) fn nearest(&mut self, form: &NormalForm, quote: &str) -> Option<NearMiss> {
        let mut quoted = words(quote);
        quoted.truncate(MOST_WORDS);
        let quote = &quote[..quoted.last()?.end];
        let wanted = self.recognise(quote, &quoted);
        let (_, passage) = self
            .windows(&wanted)
            .into_iter()
            .filter_map(|window| self.align(&wanted, window))
            // Of equals the first.
            .reduce(|best, other| if other.0 > best.0 { other } else { best })?;
        let normal = self.words[passage.start].start..self.words[passage.end - 1].end;
        let normal = with_marks(&form.text, normal, quote);
        let anchor = form.original_around(&normal)?;
        Some(NearMiss { anchor, words: compare_words(quote, &form.text[normal]) })
    }

    /// The numbers of a quotation's words. A word that the article doesn't have is taken for the
    /// most similar one that it has, if that is very similar.
    fn recognise(&mut self, quote: &str, quoted: &[Range<usize>]) -> Vec<u32> {
        let mut slips = 0;
        quoted
            .iter()
            .map(|word| {
                let key = key(&quote[core(quote, word)]);
                if let Some(id) = self.vocabulary.get(&*key) {
                    return *id;
                }
                slips += 1;
                if slips > MOST_SLIPS { UNKNOWN } else { self.most_similar(&key) }
            })
            .collect()
    }

    fn most_similar(&mut self, word: &str) -> u32 {
        let length = word.len();
        if length > LONGEST_SLIP || !word.contains(char::is_alphabetic) {
            return UNKNOWN;
        }
        let mut best = (0.0, UNKNOWN);
        let lengths = length - length / 3..=length + length / 3;
        for (other, id) in self.by_length[lengths].iter().flatten() {
            let Some(left) = self.left_for_slips.checked_sub(length * other.len()) else { break };
            self.left_for_slips = left;
            let likeness = strsim::normalized_damerau_levenshtein(word, other);
            // Of equals the first in the text.
            if likeness > best.0 || (likeness >= best.0 && *id < best.1) {
                best = (likeness, *id);
            }
        }
        if best.0 >= 0.7 { best.1 } else { UNKNOWN }
    }

    /// The stretches of the article that share the most words with a quotation, best first. Rare
    /// words count more: an `of` is everywhere.
    fn windows(&self, wanted: &[u32]) -> Vec<Range<usize>> {
        let mut left: Vec<u32> = vec![0; self.counts.len()];
        for id in wanted {
            if let Some(count) = left.get_mut(*id as usize) {
                *count += 1;
            }
        }
        let width = wanted.len() + (wanted.len() / 8).max(2);
        let weight = |id: u32| match self.counts[id as usize] {
            0..=2 => 6,
            3..=10 => 4,
            11..=100 => 2,
            _ => 1,
        };
        // `need` falls below zero where a window holds a word more often than the quotation.
        let mut need: Vec<i64> = left.iter().map(|count| i64::from(*count)).collect();
        let mut score = 0_u64;
        // The best window of every stretch of about its length.
        let stretch = width / 2 + 1;
        let mut best: Vec<(u64, usize)> = vec![(0, 0); self.ids.len() / stretch + 1];
        for (end, id) in self.ids.iter().enumerate() {
            let id = *id as usize;
            if left[id] > 0 {
                if need[id] > 0 {
                    score += weight(self.ids[end]);
                }
                need[id] -= 1;
            }
            if let Some(out) = end.checked_sub(width) {
                let id = self.ids[out] as usize;
                if left[id] > 0 {
                    need[id] += 1;
                    if need[id] > 0 {
                        score -= weight(self.ids[out]);
                    }
                }
            }
            let so_far = &mut best[end / stretch];
            if score > so_far.0 {
                *so_far = (score, end);
            }
        }
        best.retain(|window| window.0 > 0);
        best.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        best.truncate(CLOSE_LOOKS);
        best.into_iter().map(|(_, end)| (end + 1).saturating_sub(width * 3 / 2)..end + 1).collect()
    }

    /// Lays a quotation along a window: how many of its words are there in order, and from where to
    /// where.
    fn align(&self, wanted: &[u32], window: Range<usize>) -> Option<(i64, Range<usize>)> {
        let end = (window.end + wanted.len() / 2 + 1).min(self.ids.len());
        let there = &self.ids[window.start..end];
        let ops = similar::capture_diff_slices(Algorithm::Myers, wanted, there);
        let same: Vec<(usize, usize, usize)> = ops
            .iter()
            .filter_map(|op| match op {
                DiffOp::Equal { old_index, new_index, len } => Some((*old_index, *new_index, *len)),
                _ => None,
            })
            .collect();
        let (first, last) = densest(&same)?;
        let shared: usize = same[first..=last].iter().map(|run| run.2).sum();
        if shared * 2 < wanted.len() {
            return None;
        }
        // Words of the quotation before the first shared one stand for as many of the article.
        let (old, new, _) = same[first];
        let start = new.saturating_sub(old);
        let (old, new, len) = same[last];
        let end = (new + len + (wanted.len() - old - len)).min(there.len());
        let (start, end) = with_moved_words(wanted, there, &same[first..=last], start..end);
        let strays = (end - start).abs_diff(wanted.len());
        let rank = i64::try_from(shared * 4).unwrap_or(0) - i64::try_from(strays).unwrap_or(0);
        Some((rank, window.start + start..window.start + end))
    }
}

/// Takes words beside a passage into it that the quotation has in another order.
fn with_moved_words(
    wanted: &[u32],
    there: &[u32],
    same: &[(usize, usize, usize)],
    passage: Range<usize>,
) -> (usize, usize) {
    let is_shared = |at: usize| same.iter().any(|(old, _, len)| (*old..old + len).contains(&at));
    let mut moved: Vec<u32> = (0..wanted.len())
        .filter(|at| !is_shared(*at))
        .map(|at| wanted[at])
        .filter(|id| *id != UNKNOWN && !there[passage.clone()].contains(id))
        .collect();
    let mut take = |at: usize| {
        let found = there.get(at).and_then(|id| moved.iter().position(|other| other == id));
        found.map(|index| moved.swap_remove(index)).is_some()
    };
    let Range { mut start, mut end } = passage;
    while start > 0 && take(start - 1) {
        start -= 1;
    }
    while take(end) {
        end += 1;
    }
    (start, end)
}

/// The runs of shared words that lie together: a lone word far off is chance.
fn densest(runs: &[(usize, usize, usize)]) -> Option<(usize, usize)> {
    let (mut first, mut last) = (0, runs.len().checked_sub(1)?);
    let gap = |one: usize, other: usize| {
        let (old, new, len) = runs[one];
        (runs[other].1 - new - len).saturating_sub(runs[other].0 - old - len)
    };
    while first < last {
        if gap(first, first + 1) > 2 * runs[first].2 {
            first += 1;
        } else if gap(last - 1, last) > 2 * runs[last].2 {
            last -= 1;
        } else {
            break;
        }
    }
    Some((first, last))
}

/// Takes the marks straight before and after a passage into it where the quotation has some there,
/// be they the same or others.
fn with_marks(text: &str, passage: Range<usize>, quote: &str) -> Range<usize> {
    let inner = core(quote, &(0..quote.len()));
    let (lead, tail) = (&quote[..inner.start], &quote[inner.end..]);
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let start = if text[..passage.start].ends_with(lead) {
        passage.start - lead.len()
    } else {
        text[..passage.start].trim_end_matches(is_mark).len()
    };
    let after = &text[passage.end..];
    let end = if after.starts_with(tail) {
        passage.end + tail.len()
    } else {
        text.len() - after.trim_start_matches(is_mark).len()
    };
    start..end
}

/// A word as it is looked up: without accents and in lower case.
fn key(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c))
        .collect()
}
