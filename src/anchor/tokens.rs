//! Places for numbers in a Markdown text: `{{quantity:x}}` and `{{sum:x}}`.
//!
//! They are looked for in the text alone, not in code, addresses or raw HTML, and never read by the
//! templates. A backslash before one keeps it as it is.
//!
//! A paragraph that is nothing but `{{chart:x}}` is a place for a chart. It is no part of the text.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// A place for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where it stands in the text that was searched.
    pub range: Range<usize>,
    /// The word before the colon, such as `quantity` or `sum`; blank where there is none.
    pub kind: &'t str,
    /// The name after it.
    pub id: &'t str,
}

/// The places for numbers in a text, in order: two words with a colon between them, in double
/// braces. One word alone may be a name whose kind was forgotten.
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
            let colon = inner.find(':');
            let (kind, id) = colon.map_or(("", inner), |at| (&inner[..at], &inner[at + 1..]));
            let (kind, id) = (kind.trim(), id.trim());
            let is_word = |word: &str| {
                !word.is_empty()
                    && word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            };
            if is_word(id) && (colon.is_none() || is_word(kind)) {
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
    /// The word before the colon; blank where there is none.
    pub kind: String,
    /// The name after it.
    pub id: String,
}

/// A place for a chart in the text of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartPlace {
    /// The event before which it stands; their number, where it is the last.
    pub event: usize,
    /// The chart's name.
    pub id: String,
    /// Where it stands in the Markdown.
    pub source: Range<usize>,
}

/// The word of places for charts.
pub const CHART: &str = "chart";

/// Takes places for charts out of the events in which numbers were put.
pub(super) fn take_charts<'a>(
    markdown: &str,
    (events, mut figures, mut unfilled): (Events<'a>, Vec<Figure>, Vec<Unfilled>),
) -> (Events<'a>, Vec<Figure>, Vec<Unfilled>, Vec<ChartPlace>) {
    let mut kept: Events<'a> = Vec::with_capacity(events.len());
    let mut charts: Vec<ChartPlace> = Vec::new();
    let mut depth = 0_usize;
    for (event, source) in events {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends_paragraph = depth == 0 && event == Event::End(TagEnd::Paragraph);
        kept.push((event, source));
        if ends_paragraph && let Some(id) = lone_chart(markdown, &kept) {
            let source = kept[kept.len() - 2].1.clone();
            kept.truncate(kept.len() - PLACE);
            unfilled.retain(|token| token.source != source);
            charts.push(ChartPlace { event: kept.len(), id, source });
        }
    }
    for figure in &mut figures {
        // So many places stood before it, each of which was counted.
        let is_before = |(nth, chart): (usize, &ChartPlace)| {
            (chart.event + nth * PLACE < figure.event).then_some(PLACE)
        };
        figure.event -= charts.iter().enumerate().filter_map(is_before).sum::<usize>();
    }
    (kept, figures, unfilled, charts)
}

/// The events of a place for a chart: a paragraph's start, its text, its end.
const PLACE: usize = 3;

/// The name of the chart that the last paragraph is a place for.
fn lone_chart(markdown: &str, events: &Events<'_>) -> Option<String> {
    let [.., (Event::Start(Tag::Paragraph), _), (Event::Text(text), source), _] = &events[..]
    else {
        return None;
    };
    let text = text.trim();
    let token = tokens(text).next()?;
    let is_alone = token.range == (0..text.len()) && token.kind == CHART;
    let is_escaped = markdown[..source.start].ends_with('\\');
    (is_alone && !is_escaped).then(|| token.id.to_owned())
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
        for text in ["", "{{", "{{}}", "{{ }}", "{{sum:}}", "{{sum:x", "{{a b:c}}", "{{:x}}"] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("{{ x }}"), [":x {{ x }}"]);
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
    fn charts_stand_between_paragraphs_and_are_no_text() {
        let places = |markdown: &str| -> Vec<String> {
            let map = map(markdown);
            let place = |chart: &ChartPlace| {
                format!(
                    "{} before {} at {}",
                    chart.id,
                    chart.event,
                    &markdown[chart.source.clone()]
                )
            };
            map.charts.iter().map(place).collect()
        };
        let text = "One.\n\n{{chart:us-aid}}\n\nTwo.\n\n{{ chart: b }}\n";
        assert_eq!(
            places(text),
            ["us-aid before 3 at {{chart:us-aid}}", "b before 6 at {{ chart: b }}"]
        );
        assert_eq!(map(text).visible, "One.\nTwo.");
        let map_of_both = map("{{sum:1}}\n\n{{chart:a}}\n\n{{chart:b}}\n\nof {{sum:2}} {{x:y}}");
        let told: Vec<&Event<'_>> =
            map_of_both.figures.iter().map(|figure| &map_of_both.events[figure.event].0).collect();
        let text_of = |text: &'static str| Event::Text(text.into());
        assert_eq!(told, [&text_of("about $1 billion"), &text_of("about $2 billion")]);
        assert_eq!(map_of_both.unfilled.len(), 1);
        for text in [
            "See {{chart:a}}",
            "{{chart:a}} {{chart:b}}",
            "> {{chart:a}}",
            "- {{chart:a}}",
            "# {{chart:a}}",
            "`{{chart:a}}`",
            "    {{chart:a}}",
            "\\{{chart:a}}",
            "{{quantity:a}}",
            "[^1]\n\n[^1]: {{chart:a}}",
        ] {
            assert_eq!(places(text), [""; 0], "{text}");
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
