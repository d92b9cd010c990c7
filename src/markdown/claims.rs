//! Which claims cover each stretch of the visible text.

use std::cmp::Reverse;
use std::ops::Range;

use super::Mark;

/// A set of claims, by its place in [`Claims`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Set(u32);

impl Set {
    /// No claim.
    pub(super) const EMPTY: Self = Self(0);
}

/// The claims of a text, and the borders between stretches with different sets of them.
#[derive(Debug)]
pub(super) struct Claims {
    /// From this byte of the visible text up to the next border: this set. In order.
    borders: Vec<(usize, Set)>,
    /// Indices into the marks, in the order in which the claims start; of those that start
    /// together the longest first, so that the last is the innermost.
    sets: Vec<Vec<usize>>,
    /// How many stretches of text each claim still has before its last one.
    pub(super) left: Vec<usize>,
}

impl Claims {
    /// Cuts the text where claims start and end.
    pub(super) fn new(marks: &[Mark]) -> Self {
        let mut order: Vec<usize> = (0..marks.len()).collect();
        order.retain(|&mark| marks[mark].anchor.start < marks[mark].anchor.end);
        order.sort_by_key(|&mark| (marks[mark].anchor.start, Reverse(marks[mark].anchor.end)));
        let mut cuts: Vec<usize> = order
            .iter()
            .flat_map(|&mark| [marks[mark].anchor.start, marks[mark].anchor.end])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();

        let mut sets = vec![Vec::new()];
        let mut borders = Vec::with_capacity(cuts.len() + 1);
        borders.push((0, Set::EMPTY));
        let mut open: Vec<usize> = Vec::new();
        let mut waiting = order.into_iter().peekable();
        for cut in cuts {
            open.retain(|&mark| marks[mark].anchor.end > cut);
            while let Some(mark) = waiting.next_if(|&mark| marks[mark].anchor.start == cut) {
                open.push(mark);
            }
            let set = if open.is_empty() {
                Set::EMPTY
            } else {
                sets.push(open.clone());
                // More sets than this do not fit into memory either.
                Set(u32::try_from(sets.len() - 1).unwrap_or(u32::MAX))
            };
            borders.push((cut, set));
        }
        Self { borders, sets, left: vec![0; marks.len()] }
    }

    /// The claims of a set: indices into the marks.
    pub(super) fn of(&self, set: Set) -> &[usize] {
        self.sets.get(set.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The stretches of a range of the visible text, each with its set.
    pub(super) fn stretches(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Set)> + '_ {
        let first = self.borders.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        self.borders[first..].iter().enumerate().map_while(move |(step, &(at, set))| {
            let next = self.borders.get(first + step + 1).map_or(usize::MAX, |(at, _)| *at);
            let stretch = at.max(range.start)..next.min(range.end);
            (stretch.start < stretch.end).then_some((stretch, set))
        })
    }

    /// Notes that a stretch of text with this set is to be written.
    pub(super) fn expect(&mut self, set: Set) {
        for &mark in self.sets.get(set.0 as usize).map_or(&[][..], Vec::as_slice) {
            self.left[mark] += 1;
        }
    }

    /// Notes that a stretch of text with this set was written.
    pub(super) fn pass(&mut self, set: Set) {
        for &mark in self.sets.get(set.0 as usize).map_or(&[][..], Vec::as_slice) {
            self.left[mark] = self.left[mark].saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_claims_share_stretches() {
        let mark = |id: &str, anchor| Mark {
            id: id.to_owned(),
            anchor,
            number: 1,
            verdict: String::new(),
            tone: "bad",
        };
        let marks = [mark("b", 4..9), mark("a", 2..6), mark("c", 2..4), mark("empty", 3..3)];
        let claims = Claims::new(&marks);
        let found: Vec<_> =
            claims.stretches(0..12).map(|(range, set)| (range, claims.of(set).to_vec())).collect();
        assert_eq!(
            found,
            [
                (0..2, vec![]),
                (2..4, vec![1, 2]),
                (4..6, vec![1, 0]),
                (6..9, vec![0]),
                (9..12, vec![])
            ]
        );
        assert_eq!(claims.stretches(5..6).count(), 1);
        assert_eq!(claims.stretches(5..5).count(), 0);
    }
}
