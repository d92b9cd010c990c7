//! Proposes words around each of several places of the same words that tell it apart.

use std::cmp::Ordering;

use unicode_segmentation::UnicodeSegmentation;

use super::lines::is_han_or_kana;
use super::locate::{Place, fits_after, fits_before};
use super::{Candidate, NormalForm};

/// With how many words a place is told apart at most.
const MOST_WORDS: usize = 8;
/// How far those words are looked for, in bytes.
const FURTHEST: usize = 400;
/// Up to how many places prefix and suffix are tried together, which takes time that grows with
/// the square of their number.
const FEW: usize = 100;

/// Makes candidates of places. `others`: further places of the same words, which the given prefix
/// and suffix exclude; what is proposed excludes them, too, so that it can replace what was given.
pub(super) fn tell_apart(
    visible: &str,
    form: &NormalForm,
    places: Vec<Place>,
    others: Vec<Place>,
) -> Vec<Candidate> {
    let text = &*form.text;
    let wanted = places.len();
    let all: Vec<Place> = places.into_iter().chain(others).collect();
    // A context that tells a place from those whose own context is most like its own tells it from
    // all. In the order of what stands before (read backwards), these are its neighbours.
    let before = Neighbours::new(&all, |one, other| {
        let chars = |place: &Place| text[near_before(text, place)].bytes().rev();
        chars(one).cmp(chars(other))
    });
    let after = Neighbours::new(&all, |one, other| {
        text[near_after(text, one)].cmp(&text[near_after(text, other)])
    });
    let shown = |normal: std::ops::Range<usize>| {
        let shown = form.original_around(&normal)?;
        Some(visible[shown].split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (0..wanted)
        .map(|index| {
            let place = &all[index];
            let prefixes = prefixes(text, place);
            let suffixes = suffixes(text, place);
            let prefix = prefixes.iter().find(|prefix| {
                let words = &text[(**prefix).clone()];
                !before.of(index).any(|rival| fits_before(text, &all[rival], words))
            });
            let mut candidate =
                Candidate { anchor: place.visible.clone(), prefix: None, suffix: None };
            if let Some(prefix) = prefix {
                candidate.prefix = shown(prefix.clone());
                return candidate;
            }
            let suffix = suffixes.iter().find(|suffix| {
                let words = &text[(**suffix).clone()];
                !after.of(index).any(|rival| fits_after(text, &all[rival], words))
            });
            if let Some(suffix) = suffix {
                candidate.suffix = shown(suffix.clone());
                return candidate;
            }
            if let (Some(prefix), true) = (prefixes.last(), all.len() <= FEW) {
                let words = &text[prefix.clone()];
                let rivals: Vec<&Place> = all
                    .iter()
                    .filter(|rival| *rival != place && fits_before(text, rival, words))
                    .collect();
                let suffix = suffixes.iter().find(|suffix| {
                    let words = &text[(**suffix).clone()];
                    !rivals.iter().any(|rival| fits_after(text, rival, words))
                });
                if let Some(suffix) = suffix {
                    candidate.prefix = shown(prefix.clone());
                    candidate.suffix = shown(suffix.clone());
                }
            }
            candidate
        })
        .collect()
}

/// For each place, the ones next to it in some order.
struct Neighbours {
    order: Vec<usize>,
    rank: Vec<usize>,
}

impl Neighbours {
    fn new(places: &[Place], compare: impl Fn(&Place, &Place) -> Ordering) -> Self {
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

type Range = std::ops::Range<usize>;

/// The text before a place in which its words are looked for.
fn near_before(text: &str, place: &Place) -> Range {
    let end = text[..place.normal.start].trim_end().len();
    text.ceil_char_boundary(end.saturating_sub(FURTHEST))..end
}

/// The text after a place in which its words are looked for.
fn near_after(text: &str, place: &Place) -> Range {
    let start = text.len() - text[place.normal.end..].trim_start().len();
    start..text.floor_char_boundary((start + FURTHEST).min(text.len()))
}

/// Longer and longer words before a place.
fn prefixes(text: &str, place: &Place) -> Vec<Range> {
    let near = near_before(text, place);
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
        .take(MOST_WORDS)
        .collect()
}

/// Longer and longer words after a place.
fn suffixes(text: &str, place: &Place) -> Vec<Range> {
    let near = near_after(text, place);
    let slice = &text[near.clone()];
    let mut ends: Vec<usize> =
        word_starts(slice).skip(1).map(|start| slice[..start].trim_end().len()).collect();
    if near.end == text.len() {
        ends.push(slice.trim_end().len());
    }
    ends.into_iter()
        .map(|end| near.start..near.start + end)
        .filter(|words| text[words.clone()].contains(char::is_alphanumeric))
        .take(MOST_WORDS)
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
