//! Proposes words around each of several places of the same words that tell it apart.

use std::cmp::Ordering;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lines::is_han_or_kana;
use super::locate::{Spot, fits_after, fits_before};
use super::{Candidate, NormalForm};

/// Words of the normal form, from the first byte to the last.
type Words = Range<usize>;

/// How many words tell a place apart at most, and how far they are looked for, in bytes.
struct Reach {
    words: usize,
    bytes: usize,
}

/// What an author likes to read.
const NEAR: Reach = Reach { words: 8, bytes: 400 };
/// Where that doesn't do, as in paragraphs that stand twice.
const FAR: Reach = Reach { words: 200, bytes: 2000 };
/// Up to how many places prefix and suffix are tried together, which takes time that grows with
/// the square of their number.
const FEW: usize = 100;

/// Makes candidates of places. `others`: further places of the same words, which the given prefix
/// and suffix exclude; what is proposed excludes them, too, so that it can replace what was given.
pub(super) fn tell_apart(
    visible: &str,
    form: &NormalForm,
    places: Vec<Spot>,
    others: Vec<Spot>,
) -> Vec<Candidate> {
    let text = &*form.text;
    let wanted = places.len();
    let all: Vec<Spot> = places.into_iter().chain(others).collect();
    // A context that tells a place from those whose own context is most like its own tells it from
    // all. In the order of what stands before (read backwards), these are its neighbours.
    let before = Neighbours::new(&all, |one, other| {
        let chars = |place: &Spot| text[near_before(text, place, &FAR)].bytes().rev();
        chars(one).cmp(chars(other))
    });
    let after = Neighbours::new(&all, |one, other| {
        text[near_after(text, one, &FAR)].cmp(&text[near_after(text, other, &FAR)])
    });
    let shown = |normal: Range<usize>| {
        let shown = form.original_around(&normal)?;
        Some(visible[shown].split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (0..wanted)
        .map(|index| {
            let place = &all[index];
            let prefix_within = |reach: &Reach| {
                prefixes(text, place, reach).into_iter().find(|prefix| {
                    let words = &text[prefix.clone()];
                    !before.of(index).any(|rival| fits_before(text, &all[rival], words))
                })
            };
            let suffix_within = |reach: &Reach| {
                suffixes(text, place, reach).into_iter().find(|suffix| {
                    let words = &text[suffix.clone()];
                    !after.of(index).any(|rival| fits_after(text, &all[rival], words))
                })
            };
            let only_prefix = |prefix| (Some(prefix), None);
            let only_suffix = |suffix| (None, Some(suffix));
            let (prefix, suffix) = (prefix_within(&NEAR).map(only_prefix))
                .or_else(|| suffix_within(&NEAR).map(only_suffix))
                .or_else(|| both(text, &all, index, &NEAR))
                .or_else(|| prefix_within(&FAR).map(only_prefix))
                .or_else(|| suffix_within(&FAR).map(only_suffix))
                .or_else(|| both(text, &all, index, &FAR))
                .unwrap_or_default();
            Candidate {
                anchor: place.visible.clone(),
                prefix: prefix.and_then(shown),
                suffix: suffix.and_then(shown),
            }
        })
        .collect()
}

/// The shortest prefix and suffix that tell a place apart together.
fn both(
    text: &str,
    all: &[Spot],
    index: usize,
    reach: &Reach,
) -> Option<(Option<Words>, Option<Words>)> {
    if all.len() > FEW {
        return None;
    }
    let place = &all[index];
    let (prefixes, suffixes) = (prefixes(text, place, reach), suffixes(text, place, reach));
    // For each prefix, by its number: which suffix excludes the rivals that this one is the first to
    // exclude; last those that none excludes.
    let mut needed = vec![0; prefixes.len() + 1];
    for rival in all.iter().filter(|rival| *rival != place) {
        let prefix =
            prefixes.partition_point(|words| fits_before(text, rival, &text[words.clone()]));
        let suffix =
            suffixes.partition_point(|words| fits_after(text, rival, &text[words.clone()]));
        needed[prefix] = needed[prefix].max(suffix);
    }
    let mut best: Option<(usize, usize)> = None;
    let mut suffix = needed.pop()?;
    for prefix in (0..prefixes.len()).rev() {
        if suffix < suffixes.len() && best.is_none_or(|(one, other)| prefix + suffix <= one + other)
        {
            best = Some((prefix, suffix));
        }
        suffix = suffix.max(needed[prefix]);
    }
    let (prefix, suffix) = best?;
    Some((Some(prefixes[prefix].clone()), Some(suffixes[suffix].clone())))
}

/// For each place, the ones next to it in some order.
struct Neighbours {
    order: Vec<usize>,
    rank: Vec<usize>,
}

impl Neighbours {
    fn new(places: &[Spot], compare: impl Fn(&Spot, &Spot) -> Ordering) -> Self {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by(|one, other| compare(&places[*one], &places[*other]));
        let mut rank = vec![0; places.len()];
        for (position, index) in order.iter().enumerate() {
            rank[*index] = position;
        }
        Self { order, rank }
    }

    fn of(&self, index: usize) -> impl Iterator<Item = usize> {
        let rank = self.rank[index];
        let last = rank.checked_sub(1).and_then(|at| self.order.get(at));
        last.into_iter().chain(self.order.get(rank + 1)).copied()
    }
}

/// The text before a place in which its words are looked for.
fn near_before(text: &str, place: &Spot, reach: &Reach) -> Words {
    let end = text[..place.normal.start].trim_end().len();
    text.ceil_char_boundary(end.saturating_sub(reach.bytes))..end
}

/// The text after a place in which its words are looked for.
fn near_after(text: &str, place: &Spot, reach: &Reach) -> Words {
    let start = text.len() - text[place.normal.end..].trim_start().len();
    start..text.floor_char_boundary((start + reach.bytes).min(text.len()))
}

/// Longer and longer words before a place.
fn prefixes(text: &str, place: &Spot, reach: &Reach) -> Vec<Words> {
    let near = near_before(text, place, reach);
    let from_start = near.start == 0;
    let slice = &text[near.clone()];
    let mut starts: Vec<usize> = word_starts(slice)
        // The first word may have been cut.
        .filter(|start| *start > 0 || from_start)
        .collect();
    starts.reverse();
    starts
        .into_iter()
        .map(|start| near.start + start..near.end)
        .filter(|words| text[words.clone()].contains(char::is_alphanumeric))
        .take(reach.words)
        .collect()
}

/// Longer and longer words after a place.
fn suffixes(text: &str, place: &Spot, reach: &Reach) -> Vec<Words> {
    let near = near_after(text, place, reach);
    let slice = &text[near.clone()];
    let mut ends: Vec<usize> =
        word_starts(slice).skip(1).map(|start| slice[..start].trim_end().len()).collect();
    if near.end == text.len() {
        ends.push(slice.trim_end().len());
    }
    ends.into_iter()
        .map(|end| near.start..near.start + end)
        .filter(|words| text[words.clone()].contains(char::is_alphanumeric))
        .take(reach.words)
        .collect()
}

/// Where words start: after spaces; in Chinese and Japanese with every character; and within what is
/// long without a space at the boundaries of UAX #29.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut token = 0;
    let mut after_space = true;
    text.split_word_bound_indices()
        .filter(move |(at, word)| {
            let first = word.chars().next().unwrap_or(' ');
            if after_space {
                token = *at;
            }
            let starts = after_space
                || (first.is_alphanumeric() && (at - token > 24 || is_han_or_kana(first)));
            after_space = word.ends_with(' ');
            starts && first != ' '
        })
        .map(|(at, _)| at)
}
