//! Finds many patterns in texts at once.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::memmem;

/// Up to how many patterns are looked for one by one.
const FEW_PATTERNS: usize = 32;
/// For how many bytes of patterns one automaton is built, which takes some twenty times as much
/// memory. The texts are read once for each automaton.
const MOST_IN_AUTOMATON: usize = 1 << 20;

/// Calls `found` with every place of every pattern: the indices of pattern and text, and the bytes of
/// the text. Places may overlap; a pattern has its places in the order of the texts. An empty pattern
/// has none.
pub(super) fn find_all(
    patterns: &[&str],
    texts: &[&str],
    found: impl FnMut(usize, usize, &Range<usize>),
) {
    find_in_batches(patterns, texts, MOST_IN_AUTOMATON, found);
}

fn find_in_batches(
    patterns: &[&str],
    texts: &[&str],
    most: usize,
    mut found: impl FnMut(usize, usize, &Range<usize>),
) {
    let longest = texts.iter().map(|text| text.len()).max().unwrap_or(0);
    // Several quotations may share their words.
    let mut distinct: Vec<&str> = Vec::with_capacity(patterns.len());
    let mut wanted: Vec<Vec<usize>> = Vec::with_capacity(patterns.len());
    let mut known: HashMap<&str, usize> = HashMap::with_capacity(patterns.len());
    for (index, pattern) in patterns.iter().enumerate() {
        if pattern.is_empty() || pattern.len() > longest {
            continue;
        }
        let number = *known.entry(pattern).or_insert_with(|| {
            distinct.push(pattern);
            wanted.push(Vec::new());
            distinct.len() - 1
        });
        wanted[number].push(index);
    }
    for batch in batches(&distinct, most) {
        find_batch(&distinct[batch.clone()], texts, |pattern, text, place| {
            for &index in &wanted[batch.start + pattern] {
                found(index, text, place);
            }
        });
    }
}

/// Parts patterns into batches of so many bytes; a longer pattern is a batch of its own.
fn batches(patterns: &[&str], most: usize) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    let mut size = 0;
    for (index, pattern) in patterns.iter().enumerate() {
        size += pattern.len();
        match batches.last_mut() {
            Some(last) if size <= most => last.end = index + 1,
            _ => {
                batches.push(index..index + 1);
                size = pattern.len();
            }
        }
    }
    batches
}

/// Up to a few dozen patterns it takes longer to build an automaton than a vectorised search for each
/// takes.
fn find_batch(
    patterns: &[&str],
    texts: &[&str],
    mut found: impl FnMut(usize, usize, &Range<usize>),
) {
    if patterns.len() > FEW_PATTERNS
        && let Ok(automaton) = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns)
    {
        for (number, text) in texts.iter().enumerate() {
            for place in automaton.find_overlapping_iter(text) {
                found(place.pattern().as_usize(), number, &place.range());
            }
        }
        return;
    }
    for (pattern, words) in patterns.iter().enumerate() {
        let finder = memmem::Finder::new(words);
        for (number, text) in texts.iter().enumerate() {
            let mut from = 0;
            while let Some(at) = finder.find(&text.as_bytes()[from..]) {
                let start = from + at;
                found(pattern, number, &(start..start + words.len()));
                from = start + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masses_of_patterns_take_few_batches() {
        let quotes: Vec<String> = (0..25_000).map(|number| format!("{number:0>110}")).collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        let batches = batches(&quotes, MOST_IN_AUTOMATON);
        assert_eq!(batches.len(), 3);
        let mut end = 0;
        for batch in batches {
            assert_eq!(batch.start, end);
            end = batch.end;
            assert!(batch.len() > FEW_PATTERNS && batch.len() * 110 <= MOST_IN_AUTOMATON);
        }
        assert_eq!(end, quotes.len());
    }

    #[test]
    fn batches_find_what_one_search_for_each_finds() {
        let texts = ["a b a b a c, aa b c a", "", "c, aa é c, aa"];
        let mut patterns: Vec<&str> = (0..texts[0].len())
            .flat_map(|start| (start + 1..=texts[0].len()).map(move |end| &texts[0][start..end]))
            .collect();
        patterns.extend(["", "é", "longer than any of the texts is, by far"]);
        let mut wanted: Vec<(usize, usize, usize)> = Vec::new();
        for (index, pattern) in patterns.iter().enumerate().filter(|it| !it.1.is_empty()) {
            for (number, text) in texts.iter().enumerate() {
                let starts = text.char_indices().filter(|(at, _)| text[*at..].starts_with(pattern));
                wanted.extend(starts.map(|(at, _)| (index, number, at)));
            }
        }
        for most in [1, 40, 400, MOST_IN_AUTOMATON] {
            let mut found = Vec::new();
            find_in_batches(&patterns, &texts, most, |pattern, text, place| {
                assert_eq!(place.len(), patterns[pattern].len());
                found.push((pattern, text, place.start));
            });
            found.sort_unstable();
            assert_eq!(found, wanted, "{most}");
        }
    }
}
