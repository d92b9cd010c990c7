//! The ids of headings.

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::address::slug;
use crate::anchor::TextMap;

/// Starts of ids that belong to claims, notes and footnotes. A heading's id never has one, whichever
/// claims there are, so that links to headings do not change with the claims.
const RESERVED: [&str; 5] = ["c-", "n-", "h-", "fn-", "fnref-"];

/// The id of each heading whose events come after `from`: the one that the author wrote, else a slug
/// of its text; unique in the text.
pub(super) fn ids(map: &TextMap<'_>, from: usize) -> Vec<String> {
    let mut headings: Vec<(Option<&str>, String)> = Vec::new();
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
        headings.push((written, base));
    }
    // What authors wrote goes first: they may link to it.
    let mut taken = HashMap::with_capacity(headings.len());
    let mut ids = vec![String::new(); headings.len()];
    for wanted in [true, false] {
        for (at, (written, base)) in headings.iter().enumerate() {
            if written.is_some() == wanted {
                ids[at] = unique(base, &mut taken);
            }
        }
    }
    ids
}

/// A heading's level on the page.
pub(super) fn shifted(level: HeadingLevel, shift: u8) -> HeadingLevel {
    HeadingLevel::try_from((level as usize).saturating_add(usize::from(shift)).min(6))
        .unwrap_or(HeadingLevel::H6)
}

fn free(id: String) -> String {
    if RESERVED.iter().any(|start| id.starts_with(start)) { format!("s-{id}") } else { id }
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
mod tests {
    use super::*;

    fn of(markdown: &str) -> Vec<String> {
        ids(&TextMap::new(markdown, false), 0)
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
            of("# C five cars\n\n# N {#n-x}\n\n# Fn 1\n\n# Cars"),
            ["s-c-five-cars", "s-n-x", "s-fn-1", "cars"]
        );
    }

    #[test]
    fn many_equal_headings_take_no_longer_each() {
        let ids = of(&"# a\n".repeat(20_000));
        assert_eq!(ids[19_999], "a-20000");
    }
}
