//! The ids and levels of headings.

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::address::{self, slug};
use crate::anchor::TextMap;

/// Starts of ids that belong to claims, notes, footnotes, explanations and templates. A heading's id
/// never has one, whichever claims there are, so that links to headings do not change with the claims.
const RESERVED: [&str; 7] = ["c-", "n-", "h-", "e-", "fn-", "fnref-", "fp-"];

/// The ids of the templates that authors may link to under a plain name.
const RESERVED_WHOLE: [&str; 1] = [address::RATING_SCALE];

/// The event and the id of each heading whose events come after `from`: the id that the author
/// wrote, else a slug of its text; unique in the text.
pub(super) fn ids(map: &TextMap<'_>, from: usize) -> Vec<(usize, String)> {
    let mut headings: Vec<(usize, Option<&str>, String)> = Vec::new();
    for (at, (event, _)) in map.events.iter().enumerate().skip(from) {
        let Event::Start(Tag::Heading { id, .. }) = event else { continue };
        let written = id.as_deref().filter(|id| !id.is_empty());
        let base = if let Some(id) = written {
            free(id.to_owned())
        } else {
            let end = map.events[at..]
                .iter()
                .position(|(event, _)| matches!(event, Event::End(TagEnd::Heading(_))))
                .map_or(at, |length| at + length);
            let slug = slug(&super::text_of(map, at, end));
            free(if slug.is_empty() { "section".to_owned() } else { slug })
        };
        headings.push((at, written, base));
    }
    // What authors wrote goes first: they may link to it.
    let mut taken = HashMap::with_capacity(headings.len());
    let mut ids: Vec<_> = headings.iter().map(|(at, ..)| (*at, String::new())).collect();
    for wanted in [true, false] {
        for (place, (_, written, base)) in headings.iter().enumerate() {
            if written.is_some() == wanted {
                ids[place].1 = unique(base, &mut taken);
            }
        }
    }
    ids
}

/// The levels of a text's headings on its page: the highest starts at the level that is due there,
/// and none is skipped on the way down, whatever the author left out.
#[derive(Debug)]
pub(super) struct Levels {
    /// The level of the highest heading.
    top: u8,
    /// The headings, as written, that the text stands under, from the highest down.
    above: Vec<HeadingLevel>,
}

impl Levels {
    pub(super) fn new(top: u8) -> Self {
        Self { top: top.max(1), above: Vec::new() }
    }

    /// The level of the next heading, by the level that it was written with.
    pub(super) fn next(&mut self, written: HeadingLevel) -> HeadingLevel {
        while self.above.pop_if(|above| *above >= written).is_some() {}
        let level = usize::from(self.top).saturating_add(self.above.len());
        self.above.push(written);
        HeadingLevel::try_from(level.min(6)).unwrap_or(HeadingLevel::H6)
    }
}

fn free(id: String) -> String {
    let is_reserved =
        RESERVED.iter().any(|start| id.starts_with(start)) || RESERVED_WHOLE.contains(&id.as_str());
    if is_reserved { format!("s-{id}") } else { id }
}

/// `taken`: each id with the last number that was tried behind it.
fn unique(base: &str, taken: &mut HashMap<String, usize>) -> String {
    let Some(last) = taken.get(base) else {
        taken.insert(base.to_owned(), 1);
        return base.to_owned();
    };
    let mut number = *last;
    loop {
        number += 1;
        let id = format!("{base}-{number}");
        if !taken.contains_key(&id) {
            taken.insert(base.to_owned(), number);
            taken.insert(id.clone(), 1);
            return id;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn of(markdown: &str) -> Vec<String> {
        ids(&TextMap::new(markdown, false), 0).into_iter().map(|(_, id)| id).collect()
    }

    #[test]
    fn ids_are_slugs_and_unique() {
        assert_eq!(
            of("# One *two*\n\n## One two\n\n## Other {#one-two}\n\n## `!`\n\n## …"),
            ["one-two-2", "one-two-3", "one-two", "section", "section-2"]
        );
        assert_eq!(of("# a\n\n# a\n\n# a-2\n\n# a"), ["a", "a-2", "a-2-2", "a-3"]);
        assert_eq!(of("A\nB\n---\n\n# é ![alt](x)"), ["a-b", "é"]);
    }

    #[test]
    fn ids_of_claims_are_left_alone() {
        assert_eq!(
            of("# C five cars\n\n# N {#n-x}\n\n# Fn 1\n\n# Cars\n\n# E a x\n\n# FP main"),
            ["s-c-five-cars", "s-n-x", "s-fn-1", "cars", "s-e-a-x", "s-fp-main"]
        );
        assert_eq!(of("# Rating scale\n\n# Main"), ["s-rating-scale", "main"]);
    }

    #[test]
    fn no_level_is_skipped() {
        let levels = |written: &[usize], top| -> Vec<usize> {
            let mut levels = Levels::new(top);
            let next =
                |level: &usize| levels.next(HeadingLevel::try_from(*level).unwrap()) as usize;
            written.iter().map(next).collect()
        };
        assert_eq!(levels(&[2, 3, 2, 3, 4], 2), [2, 3, 2, 3, 4]);
        assert_eq!(levels(&[3, 2, 4, 4, 3, 1], 3), [3, 3, 4, 4, 4, 3]);
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6], 4), [4, 5, 6, 6, 6, 6]);
        assert_eq!(levels(&[1, 6], 0), [1, 2]);
    }

    #[test]
    fn many_equal_headings_take_no_longer_each() {
        let ids = of(&"# a\n".repeat(20_000));
        assert_eq!(ids[19_999], "a-20000");
    }
}
