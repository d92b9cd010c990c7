//! What holds for any text and any claims.

use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};

use super::*;

/// Inline Markdown that is awkward to mark.
const INLINE: [&str; 44] = [
    "one two",
    "three",
    " ",
    "\n",
    "  \n",
    "\\\n",
    "*four five*",
    "**six",
    "seven**",
    "*",
    "**",
    "__",
    "~~eight~~",
    "[nine ten](x)",
    "[eleven *twelve* `c`](in:y)",
    "[dead](?x)",
    "<https://a.b/c>",
    "[",
    "](z)",
    "`code x`",
    "`",
    "&amp;",
    "&lt;i&gt;",
    "\\*",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<br>",
    "<!-- c -->",
    "<script>",
    "</script>",
    "![alt *t*](p.jpg)",
    "![",
    "[![a](b)](c)",
    "[^1]",
    "[^2]",
    "[^é x]",
    "中国",
    "日本\n語",
    "e\u{301}👩\u{200d}👩\u{200d}👧 \u{200f}عربي",
    "“q”—$20",
    "[in [^1] link](l)",
    "<a href=javascript:x id=c-k1>",
];

fn inline() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&INLINE[..]), 1..12).prop_map(|parts| {
        let mut text = String::new();
        for (at, part) in parts.iter().enumerate() {
            if at % 3 == 1 {
                text.push(' ');
            }
            text.push_str(part);
        }
        text
    })
}

/// A block; deeper ones hold others, indented.
fn block() -> impl Strategy<Value = String> {
    let line = || inline().prop_map(|text| text.replace('\n', " "));
    let leaf = prop_oneof![
        6 => inline(),
        1 => (1_usize..5, line()).prop_map(|(level, text)| format!("{} {text}", "#".repeat(level))),
        1 => (line(), line(), line()).prop_map(|(a, b, c)| format!("|{a}|{b}|x|\n|-|:-:|-:|\n|{c}|{b}|")),
        1 => line().prop_map(|text| format!("    {text}")),
        1 => line().prop_map(|text| format!("```a\tb\n{text}\n```")),
        1 => line().prop_map(|text| format!("<div>\n{text}\n</div>")),
        1 => Just("***".to_owned()),
        1 => Just("x {#one-two}\n---".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|text| format!("> {}", text.replace('\n', "\n> "))),
            (inner.clone(), inner.clone(), any::<bool>()).prop_map(|(a, b, loose)| {
                let gap = if loose { "\n" } else { "" };
                format!("- {}\n{gap}- [x] {}", a.replace('\n', "\n  "), b.replace('\n', "\n  "))
            }),
            (inner.clone(), inner).prop_map(|(a, b)| {
                format!("1. {}\n   {}", a.replace('\n', "\n   "), b.replace('\n', "\n   "))
            }),
        ]
    })
}

fn document() -> impl Strategy<Value = String> {
    let notes = (inline(), block(), inline()).prop_map(|(a, b, c)| {
        let indented = |text: &str| text.replace('\n', "\n    ");
        format!("[^1]: {}\n\n[^é x]: {}\n\n[^lost]: {}", indented(&a), indented(&b), indented(&c))
    });
    (prop::collection::vec(block(), 1..6), notes, any::<bool>()).prop_map(
        |(blocks, notes, has_notes)| {
            let mut text = blocks.join("\n\n");
            if has_notes {
                text.push_str("\n\n");
                text.push_str(&notes);
            }
            text
        },
    )
}

/// Ranges (where they start and how long they are, in thousandths of the text), moved to the borders
/// of characters.
fn marks_of(map: &TextMap<'_>, spans: &[(usize, usize)]) -> Vec<Mark> {
    let place = |part: usize| map.visible.floor_char_boundary(map.visible.len() * part / 1000);
    spans
        .iter()
        .enumerate()
        .map(|(at, &(start, size))| mark(at + 1, place(start)..place((start + size).min(1000))))
        .collect()
}

/// All the HTML, with a line break where notes may stand.
fn whole(woven: &Woven) -> String {
    let title = woven.title_html.as_ref().map(|title| format!("<h1>{title}</h1>"));
    let parts = woven.parts.iter().map(|part| part.html.clone());
    title.into_iter().chain(parts).collect::<Vec<_>>().join("\n")
}

/// The text of an element without what stands in elements of these classes.
fn text(element: ElementRef<'_>, skip: &[&str]) -> String {
    let mut found = String::new();
    for node in element.children() {
        if let Node::Text(words) = node.value() {
            found.push_str(words);
        } else if let Some(inner) = ElementRef::wrap(node)
            && !inner.value().classes().any(|class| skip.contains(&class))
        {
            found.push_str(&text(inner, skip));
        }
    }
    found
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every tag is closed in its place; no link stands in a link, no block in a mark or paragraph.
fn assert_well_formed(html: &str, raw_html: bool) {
    const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];
    const BLOCKS: [&str; 16] = [
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "pre",
        "blockquote",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
    ];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "in {html}");
            continue;
        }
        let name = &tag[..tag.find([' ', '/']).unwrap_or(tag.len())];
        assert!(name != "a" || !open.contains(&"a"), "a link in a link: {html}");
        assert!(name != "mark" || !open.contains(&"mark"), "a mark in a mark: {html}");
        if BLOCKS.contains(&name) {
            let inline = ["mark", "p", "a", "em", "strong", "del", "code", "b", "i"];
            // An author's own block of HTML may have blocks in inline elements.
            let inline = if raw_html { &inline[..2] } else { &inline[..] };
            assert!(!open.iter().any(|it| inline.contains(it)), "{name} in {open:?}: {html}");
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open in {html}");
}

fn assert_woven(markdown: &str, spans: &[(usize, usize)], raw_html: bool) {
    let options = options(raw_html);
    let map = TextMap::new(markdown, raw_html);
    let marks = marks_of(&map, spans);
    let woven = weave(&map, &marks, &options);
    let html = whole(&woven);
    assert_well_formed(&html, raw_html);
    let all = |css: &str| Selector::parse(css).unwrap();

    let page = Html::parse_fragment(&html);
    let plain = Html::parse_fragment(&whole(&weave(&map, &[], &options)));
    assert_eq!(
        squeeze(&text(page.root_element(), &["noteref"])),
        squeeze(&text(plain.root_element(), &[])),
        "visible text of {html}"
    );

    let mut ids: Vec<&str> = page.select(&all("[id]")).filter_map(|it| it.value().id()).collect();
    ids.sort_unstable();
    let with_repeats = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), with_repeats, "ids of {html}");

    let mut notes: Vec<usize> = woven.title_notes.clone();
    for part in &woven.parts {
        assert!(part.notes.is_sorted());
        notes.extend(&part.notes);
    }
    notes.sort_unstable();
    assert_eq!(notes, (0..marks.len()).collect::<Vec<_>>());

    for Mark { id, anchor, .. } in &marks {
        assert_eq!(page.select(&all(&format!("[id=c-{id}]"))).count(), 1, "{id} in {html}");
        assert_eq!(
            page.select(&all(&format!("a.noteref[href='#n-{id}']"))).count(),
            1,
            "{id} in {html}"
        );
        let mark = all(&format!("mark[data-claim~={id}]"));
        let pieces = page.select(&mark);
        let words: String = pieces
            .map(|piece| text(piece, &["noteref", "footnote-ref", "missing-image"]))
            .collect();
        assert_eq!(dense(&words), dense(&map.visible[anchor.clone()]), "{id} in {html}");
    }
    for (at, _) in html.match_indices("</mark><mark class") {
        let before = html[..at].rfind("data-claim=").unwrap();
        let claim = |from: usize| html[from..].split('"').nth(1).unwrap();
        let after = at + html[at..].find("data-claim=").unwrap();
        assert_ne!(claim(before), claim(after), "pieces to be merged in {html}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn marks_change_nothing_but_marks(
        markdown in document(),
        spans in prop::collection::vec((0..1000_usize, prop_oneof![0..60_usize, 0..700_usize]), 0..6),
        raw_html in any::<bool>(),
    ) {
        assert_woven(&markdown, &spans, raw_html);
    }

    #[test]
    fn any_text_is_woven(
        markdown in "\\PC{0,80}",
        spans in prop::collection::vec((0..1000_usize, 0..500_usize), 0..4),
        raw_html in any::<bool>(),
    ) {
        assert_woven(&markdown, &spans, raw_html);
    }
}
