//! Places for numbers in a Markdown text: `{{quantity:x}}` and `{{sum:x}}`.
//!
//! They are looked for in the text alone, not in code, addresses or raw HTML, and never read by the
//! templates. A backslash before one keeps it as it is.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// A place for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where it stands in the text that was searched.
    pub range: Range<usize>,
    /// The word before the colon, such as `quantity` or `sum`.
    pub kind: &'t str,
    /// The name after it.
    pub id: &'t str,
}

/// The places for numbers in a text, in order: two words with a colon between them, in double
/// braces.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(mut start) = text[at..].find("{{").map(|start| start + at) {
            at = start + 2;
            while text[at..].starts_with('{') {
                (start, at) = (start + 1, at + 1);
            }
            // The innermost braces count.
            let Some(end) = text[at..].find("}}").map(|end| end + at) else {
                at = text.len();
                return None;
            };
            let inner = &text[at..end];
            if inner.contains("{{") {
                continue;
            }
            at = end + 2;
            let Some((kind, id)) = inner.split_once(':') else { continue };
            let (kind, id) = (kind.trim(), id.trim());
            let is_word = |word: &str| {
                !word.is_empty()
                    && word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            };
            if is_word(kind) && is_word(id) {
                return Some(Token { range: start..at, kind, id });
            }
        }
        None
    })
}

/// A number in the text of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The event that is its text.
    pub event: usize,
    /// Its name.
    pub id: String,
}

/// A place for a number that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfilled {
    /// Where it stands in the Markdown.
    pub source: Range<usize>,
    /// The word before the colon.
    pub kind: String,
    /// The name after it.
    pub id: String,
}

/// Gives the text of a number by its kind and name.
pub type Fill<'f> = &'f dyn Fn(&str, &str) -> Option<String>;

/// Events with their bytes of the Markdown.
type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// Puts numbers in their places: each becomes a text event of its own.
pub(super) fn fill<'a>(
    markdown: &str,
    events: Events<'a>,
    fill: Fill<'_>,
) -> (Events<'a>, Vec<Figure>, Vec<Unfilled>) {
    let mut filled: Events<'a> = Vec::with_capacity(events.len() + 8);
    let (mut figures, mut unfilled) = (Vec::new(), Vec::new());
    let mut in_code = false;
    for (event, source) in events {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        let Event::Text(text) = event else {
            filled.push((event, source));
            continue;
        };
        if in_code || !text.contains("{{") {
            filled.push((Event::Text(text), source));
            continue;
        }
        let is_verbatim = markdown.get(source.clone()) == Some(&*text);
        let at = |part: &Range<usize>| {
            if is_verbatim {
                source.start + part.start..source.start + part.end
            } else {
                source.clone()
            }
        };
        let is_escaped = |part: &Range<usize>| {
            is_verbatim && markdown[..source.start + part.start].ends_with('\\')
        };
        let mut end = 0;
        for Token { range, kind, id } in tokens(&text) {
            if is_escaped(&range) {
                continue;
            }
            let Some(number) = fill(kind, id).filter(|number| !number.is_empty()) else {
                unfilled.push(Unfilled {
                    source: at(&range),
                    kind: kind.to_owned(),
                    id: id.to_owned(),
                });
                continue;
            };
            if end < range.start {
                let before = end..range.start;
                filled.push((Event::Text(part(&text, &before)), at(&before)));
            }
            figures.push(Figure { event: filled.len(), id: id.to_owned() });
            filled.push((Event::Text(number.into()), at(&range)));
            end = range.end;
        }
        if end < text.len() {
            let rest = end..text.len();
            filled.push((Event::Text(part(&text, &rest)), at(&rest)));
        }
    }
    (filled, figures, unfilled)
}

fn part<'a>(text: &CowStr<'a>, range: &Range<usize>) -> CowStr<'a> {
    match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(&text[range.clone()]),
        text => CowStr::from(Cow::<str>::Owned(text[range.clone()].to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::TextMap;
    use super::*;

    fn map(markdown: &str) -> TextMap<'_> {
        TextMap::with_figures(markdown, false, &|kind, id| {
            (kind == "sum" && id != "none").then(|| format!("about ${id} billion"))
        })
    }

    #[test]
    fn tokens_are_two_words_in_braces() {
        let found = |text| -> Vec<String> {
            tokens(text).map(|it| format!("{}:{} {}", it.kind, it.id, &text[it.range])).collect()
        };
        assert_eq!(
            found("a {{sum:x-1}} b {{ quantity : y }}"),
            ["sum:x-1 {{sum:x-1}}", "quantity:y {{ quantity : y }}"]
        );
        for text in ["", "{{", "{{}}", "{{sum}}", "{{sum:}}", "{{sum:x", "{{a b:c}}", "{{:x}}"] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("{{ {{sum:x}} }}"), ["sum:x {{sum:x}}"]);
        assert_eq!(found("{{sum:x}}}}{{{sum:y}}"), ["sum:x {{sum:x}}", "sum:y {{sum:y}}"]);
    }

    #[test]
    fn numbers_are_part_of_the_visible_text() {
        for (markdown, visible) in [
            ("It was {{sum:2}} then.", "It was about $2 billion then."),
            ("# Cost {{sum:2}}", "Cost about $2 billion"),
            (
                "*{{sum:2}}*, {{sum:3}}{{sum:4}}",
                "about $2 billion, about $3 billionabout $4 billion",
            ),
            ("a &amp; {{sum:2}}", "a & about $2 billion"),
            ("| {{sum:2}} |\n|---|", "about $2 billion"),
            ("see[^1]\n\n[^1]: {{sum:2}}", "see\nabout $2 billion"),
            ("`{{sum:2}}` stays", "{{sum:2}} stays"),
            ("```\n{{sum:2}}\n```", "{{sum:2}}\n"),
            ("\\{{sum:2}} stays", "{{sum:2}} stays"),
            ("{{sum:none}} stays", "{{sum:none}} stays"),
            ("![{{sum:2}}](x)", ""),
        ] {
            let map = map(markdown);
            assert_eq!(map.visible, visible, "{markdown}");
            for figure in &map.figures {
                assert!(
                    matches!(&map.events[figure.event].0, Event::Text(text) if text.starts_with("about"))
                );
            }
        }
    }

    #[test]
    fn numbers_lead_back_to_their_places() {
        let markdown = "It was {{sum:2}} then, {{sum:none}} and {{x:y}}.";
        let map = map(markdown);
        let at = map.visible.find("$2").unwrap_or_default();
        assert_eq!(&markdown[map.source_range(&(at..at + 2))], "{{sum:2}}");
        let at = map.visible.find("then").unwrap_or_default();
        assert_eq!(&markdown[map.source_range(&(at..at + 4))], "then");
        let unfilled: Vec<&str> =
            map.unfilled.iter().map(|it| &markdown[it.source.clone()]).collect();
        assert_eq!(unfilled, ["{{sum:none}}", "{{x:y}}"]);
        assert_eq!(map.figures.len(), 1);
    }
}
