//! Compares an article with its seed, the document under check.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

use super::locate::locate_edits;
use super::words::words;
use super::{Failure, NormalForm, Selector, TextMap};
use crate::model::Edit;

/// What an article's text and its seed, with the declared edits made, have not in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeedComparison {
    /// Edits that could not be made, by their index. They are left out of the comparison, so that
    /// their words may be among the differences, too.
    pub failures: Vec<(usize, EditFailure)>,
    /// Stretches that differ, in the order of the article.
    pub differences: Vec<Difference>,
}

/// Why an edit could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditFailure {
    /// Its words have no place in the seed; anchors are bytes of the seed.
    NoPlace(Failure),
    /// Its words overlap with those of an earlier edit (its index).
    Overlaps(usize),
}

/// A stretch in which an article differs from its seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The words of the seed with its edits, in normal form; empty where the article has more.
    pub seed: String,
    /// The words of the article, in normal form; empty where they are missing.
    pub article: String,
    /// Bytes of the seed. Empty, before the next word, where the seed has no words.
    pub seed_range: Range<usize>,
    /// Bytes of [`TextMap::visible`]. Empty, before the next word, where the article has no words.
    pub visible: Range<usize>,
}

/// Compares an article's visible text with its seed in which the edits are made.
///
/// Both are compared word by word in normal form; white space, blank lines and what blocks the
/// article puts its words into don't matter.
pub fn compare(seed: &str, edits: &[Edit], map: &TextMap<'_>) -> SeedComparison {
    let (edited, failures) = EditedSeed::new(seed, edits);
    let old = NormalForm::new(&edited.text);
    let new = NormalForm::new(&map.visible);
    if old.text.trim() == new.text.trim() {
        return SeedComparison { failures, differences: Vec::new() };
    }
    let (old_places, new_places) = (words(&old.text), words(&new.text));
    let old_words: Vec<&str> = old_places.iter().map(|word| &old.text[word.clone()]).collect();
    let new_words: Vec<&str> = new_places.iter().map(|word| &new.text[word.clone()]).collect();
    // The algorithm sets what is alike at the ends aside and bounds its work on the rest.
    let differences = similar::capture_diff_slices(Algorithm::Myers, &old_words, &new_words)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| {
            let seed_words = stretch(&old_places, &op.old_range(), old.text.len());
            let article_words = stretch(&new_places, &op.new_range(), new.text.len());
            Difference {
                seed: old.text[seed_words.clone()].to_owned(),
                article: new.text[article_words.clone()].to_owned(),
                seed_range: edited.in_seed(&in_original(&old, &seed_words)),
                visible: in_original(&new, &article_words),
            }
        })
        .collect();
    SeedComparison { failures, differences }
}

/// The bytes from the first to the last of some words; the start of the next word where there are
/// none.
fn stretch(places: &[Range<usize>], words: &Range<usize>, end: usize) -> Range<usize> {
    match &places[words.clone()] {
        [first, .., last] => first.start..last.end,
        [only] => only.clone(),
        [] => {
            let at = places.get(words.start).map_or(end, |next| next.start);
            at..at
        }
    }
}

/// The bytes of the original that a stretch of normal text stands for; the place before the next
/// character where it is empty.
fn in_original(form: &NormalForm, normal: &Range<usize>) -> Range<usize> {
    if let Some(found) = form.original_around(normal).filter(|_| !normal.is_empty()) {
        return found;
    }
    let next = form.original_around(&(normal.start..form.text.len()));
    let end = form.original_around(&(0..form.text.len())).map_or(0, |all| all.end);
    let at = next.map_or(end, |next| next.start);
    at..at
}

/// A seed with edits made.
struct EditedSeed {
    text: String,
    /// The edits that were made: bytes of the seed, and of this text.
    edits: Vec<(Range<usize>, Range<usize>)>,
}

impl EditedSeed {
    fn new(seed: &str, edits: &[Edit]) -> (Self, Vec<(usize, EditFailure)>) {
        let selectors: Vec<Selector<'_>> = edits
            .iter()
            .map(|edit| Selector {
                quote: &edit.was,
                prefix: edit.prefix.as_deref(),
                suffix: edit.suffix.as_deref(),
            })
            .collect();
        let mut failures = Vec::new();
        let mut places = Vec::new();
        for (index, place) in locate_edits(seed, &selectors).into_iter().enumerate() {
            match place {
                Ok(place) => places.push((place, index)),
                Err(failure) => failures.push((index, EditFailure::NoPlace(failure))),
            }
        }
        places.sort_by_key(|(place, index)| (place.start, *index));
        let mut made: Vec<(Range<usize>, usize)> = Vec::new();
        for (place, index) in places {
            match made.last() {
                Some((last, other)) if place.start < last.end => {
                    failures.push((index, EditFailure::Overlaps(*other)));
                }
                _ => made.push((place, index)),
            }
        }
        failures.sort_by_key(|(index, _)| *index);

        let mut edited = Self { text: String::with_capacity(seed.len()), edits: Vec::new() };
        let mut at = 0;
        for (place, index) in made {
            edited.text.push_str(&seed[at..place.start]);
            let start = edited.text.len();
            edited.text.push_str(&edits[index].now);
            at = place.end;
            edited.edits.push((place, start..edited.text.len()));
        }
        edited.text.push_str(&seed[at..]);
        (edited, failures)
    }

    /// The bytes of the seed that a range of the edited text comes from. What an edit brought comes
    /// from the words it replaced.
    fn in_seed(&self, edited: &Range<usize>) -> Range<usize> {
        let start = self.place(edited.start, false);
        let end = if edited.is_empty() { start } else { self.place(edited.end, true) };
        start..end.max(start)
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let after = self
            .edits
            .partition_point(|(_, now)| if is_end { now.start < at } else { now.start <= at });
        let Some((was, now)) = after.checked_sub(1).map(|index| &self.edits[index]) else {
            return at;
        };
        if at > now.end || (at == now.end && !is_end) {
            was.end + (at - now.end)
        } else if is_end {
            was.end
        } else {
            was.start
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn edit(was: &str, now: &str) -> Edit {
        Edit { was: was.into(), now: now.into(), why: "A slip.".into(), ..Edit::default() }
    }

    fn differences(seed: &str, edits: &[Edit], article: &str) -> Vec<(String, String)> {
        let map = TextMap::new(article, false);
        let found = compare(seed, edits, &map);
        assert_eq!(found.failures, []);
        for difference in &found.differences {
            assert!(map.visible.get(difference.visible.clone()).is_some());
            assert!(seed.get(difference.seed_range.clone()).is_some());
        }
        found.differences.into_iter().map(|it| (it.seed, it.article)).collect()
    }

    fn pairs(found: &[(&str, &str)]) -> Vec<(String, String)> {
        found.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    }

    #[test]
    fn layout_is_no_difference() {
        let seed = "A headline\n\nSome “text”  with\nlines – and\n\n\na quote.\n";
        let article = "# A headline\n\nSome \"text\" *with* [lines](x) - and\n\n> a quote.";
        assert_eq!(differences(seed, &[], article), []);
    }

    #[test]
    fn edits_are_made() {
        let edits =
            [edit("Junk line\nmore junk", ""), edit("Pregress", "Progress"), edit(",", ";")];
        assert_eq!(
            differences("Junk line\nmore junk\nThe Pregress, yes", &edits, "The Progress; yes"),
            []
        );
        assert_eq!(differences("a b c", &[edit("b", "")], "a c"), []);
        assert_eq!(differences("the 1960s.", &[edit("1960s.", "1960s.”")], "the 1960s.”"), []);
        assert_eq!(
            differences(
                "x, y, z",
                &[Edit { prefix: Some("y".into()), ..edit(",", " and") }],
                "x, y and z"
            ),
            []
        );
    }

    #[test]
    fn anything_else_is_a_difference() {
        assert_eq!(differences("a b c d", &[], "a x c d"), pairs(&[("b", "x")]));
        assert_eq!(differences("a b c", &[], "a c"), pairs(&[("b", "")]));
        assert_eq!(differences("a c", &[], "a b c e"), pairs(&[("", "b"), ("", "e")]));
        assert_eq!(differences("Not A", &[], "not A."), pairs(&[("Not A", "not A.")]));
        assert_eq!(differences("", &[], "a"), pairs(&[("", "a")]));
        assert_eq!(differences("a", &[], ""), pairs(&[("a", "")]));
    }

    #[test]
    fn differences_have_places() {
        let seed = "One two\n\nthree four five";
        let map = TextMap::new("One *2*\n\nthree 4 and five", false);
        let found = compare(seed, &[edit("two", "2"), edit("four", "for")], &map).differences;
        let [only] = &*found else { panic!("{found:?}") };
        assert_eq!((&*only.seed, &*only.article), ("for", "4 and"));
        assert_eq!(&seed[only.seed_range.clone()], "four");
        assert_eq!(&map.visible[only.visible.clone()], "4 and");

        let map = TextMap::new("One three four five", false);
        let found = compare(seed, &[], &map).differences;
        assert_eq!(&seed[found[0].seed_range.clone()], "two");
        assert_eq!(found[0].visible, 4..4);
    }

    #[test]
    fn edits_without_a_place_are_told() {
        let map = TextMap::new("a b b cde", false);
        let edits = [
            edit("x y", "z"),
            edit("b", "z"),
            edit("b cde", "b cde"),
            edit("cde", "cde"),
            edit("cd", "cd"),
            edit(" ", ""),
        ];
        let found = compare("a b b cde", &edits, &map);
        assert_eq!(found.differences, []);
        let failures: Vec<_> =
            found.failures.iter().map(|(index, failure)| (*index, failure)).collect();
        assert!(matches!(failures[0], (0, EditFailure::NoPlace(Failure::NotFound(None)))));
        assert!(
            matches!(failures[1], (1, EditFailure::NoPlace(Failure::Ambiguous(places))) if places.len() == 2)
        );
        assert!(matches!(failures[2], (3, EditFailure::Overlaps(2))));
        assert!(matches!(failures[3], (4, EditFailure::NoPlace(Failure::CutsWord(_)))));
        assert!(matches!(failures[4], (5, EditFailure::NoPlace(Failure::NotFound(None)))));
    }

    #[test]
    fn texts_that_share_nothing_take_little_time() {
        let text = |word: fn(u32) -> u32| {
            let words: Vec<String> = (0..40_000).map(|at| format!("a{}", word(at))).collect();
            words.join(" ")
        };
        let (seed, article) = (text(|at| at % 701), text(|at| at * 7 % 709));
        let map = TextMap::new(&article, false);
        assert!(!compare(&seed, &[], &map).differences.is_empty());
    }
}
