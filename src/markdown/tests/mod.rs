//! Exact HTML for the main cases. In the expected HTML `{3}` is the place where the note of the
//! claim with number 3 follows, and `[3]` its reference.

#![allow(clippy::unwrap_used, reason = "tests")]

mod content;
mod hostile;
mod notes;
mod property;

use super::*;

/// Options for tests: addresses that start with `!` are refused, with `?` broken; `in:x` leads to
/// the page `x/`; the rest is outside.
pub(super) fn options(raw_html: bool) -> Options<'static> {
    Options {
        raw_html,
        resolve: &|href| match href.chars().next() {
            Some('!') => Target::Refused,
            Some('?') => Target::Broken("it is not there".to_owned()),
            _ => match href.strip_prefix("in:") {
                Some(page) => {
                    let (page, fragment) = page.split_once('#').unwrap_or((page, ""));
                    let fragment = Some(fragment.to_owned()).filter(|it| !it.is_empty());
                    Target::Internal { address: format!("{page}/"), fragment }
                }
                None => Target::External(href.to_owned()),
            },
        },
        link: &|address| format!("../{address}"),
        page: None,
        id_prefix: "",
        top_heading: 1,
        labels: Labels::ENGLISH,
    }
}

/// A mark with a number as its id.
pub(super) fn mark(number: usize, anchor: Anchor) -> Mark {
    let tone = ["bad", "good", "mixed", "open"][number % 4];
    Mark { id: format!("k{number}"), anchor, number, verdict: format!("V{number}"), tone }
}

/// A text woven with claims on these words (the first place of each, numbered from 1).
pub(super) fn woven_with(markdown: &str, claims: &[&str], options: &Options<'_>) -> String {
    let map = TextMap::new(markdown, options.raw_html);
    let marks: Vec<Mark> = claims
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let start =
                map.visible.find(words).unwrap_or_else(|| panic!("{words:?} in {:?}", map.visible));
            mark(at + 1, start..start + words.len())
        })
        .collect();
    short(&weave(&map, &marks, options), &marks)
}

pub(super) fn woven(markdown: &str, claims: &[&str]) -> String {
    woven_with(markdown, claims, &options(false))
}

/// All parts, with references and notes made short.
fn short(woven: &Woven, marks: &[Mark]) -> String {
    let mut html = String::new();
    let note = |&at: &usize| format!("{{{}}}", marks[at].number);
    if let Some(title) = &woven.title_html {
        html = format!("TITLE({title})");
        html.extend(woven.title_notes.iter().map(note));
        html.push('\n');
    }
    for part in &woven.parts {
        html.push_str(&part.html);
        html.extend(part.notes.iter().map(note));
    }
    for Mark { id, number, verdict, .. } in marks {
        let reference = format!(
            "<a class=\"noteref\" href=\"#n-{id}\" role=\"doc-noteref\" data-k=\"{}\" \
             aria-label=\"Fact check {number}: {verdict}\">{number}</a>",
            number % 8
        );
        html = html.replace(&reference, &format!("[{number}]"));
        let open = format!("<mark id=\"c-{id}\" class=\"claim\" data-claim=\"{id}\"");
        html = html.replace(&open, &format!("<mark {number}"));
    }
    html
}

#[test]
fn a_mark_and_its_reference() {
    let map = TextMap::new("The pledge was a $20 billion loan, <b>.", false);
    let at = map.visible.find("a $20 billion loan").unwrap();
    let mark = Mark {
        id: "loan".to_owned(),
        anchor: at..at + "a $20 billion loan".len(),
        number: 12,
        verdict: "Mis<leading>".to_owned(),
        tone: "bad",
    };
    let woven = weave(&map, &[mark], &options(false));
    assert_eq!(
        woven.parts,
        [Part {
            html: "<p>The pledge was <mark id=\"c-loan\" class=\"claim\" data-claim=\"loan\" \
                   data-tone=\"bad\" aria-details=\"n-loan\">a $20 billion loan</mark>\
                   <a class=\"noteref\" href=\"#n-loan\" role=\"doc-noteref\" data-k=\"4\" \
                   aria-label=\"Fact check 12: Mis&lt;leading&gt;\">12</a>, &lt;b&gt;.</p>\n"
                .to_owned(),
            notes: vec![0],
            whole: true,
            level: 1,
            chart: None,
        }]
    );
}

#[test]
fn whole_elements_are_inside_a_mark_and_parts_are_not() {
    assert_eq!(
        woven("a *b c* d **e** f", &["b c d e"]),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\"><em>b c</em> d <strong>e</strong></mark>[1] f</p>\n{1}"
    );
    assert_eq!(
        woven("a *b c* d *e f*", &["c d e"]),
        "<p>a <em>b <mark 1 data-tone=\"good\" aria-details=\"n-k1\">c</mark></em>\
         <mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\"> d </mark>\
         <em><mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\">e</mark>[1] f</em></p>\n{1}"
    );
    // The innermost elements of several.
    assert_eq!(
        woven("*a **b** c*", &["b"]),
        "<p><em>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\"><strong>b</strong></mark>[1] c</em></p>\n{1}"
    );
}

#[test]
fn breaks_and_pictures_belong_to_their_neighbours_and_footnotes_to_nobody() {
    assert_eq!(
        woven("a b\nc ![x](p.jpg) d[^1] e\\\nf\n\n[^1]: N", &["b c  d e"]),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\">b\nc <img src=\"p.jpg\" alt=\"x\" loading=\"lazy\"> d</mark>\
         <sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>\
         <mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\"> e</mark>[1]<br>\nf</p>\n{1}\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn-1\">\n\
         <p>N <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    );
    // Not at the edges.
    assert_eq!(
        woven("a\nb ![x](p)\nc", &["b "]),
        "<p>a\n<mark 1 data-tone=\"good\" aria-details=\"n-k1\">b </mark>[1]<img src=\"p\" alt=\"x\" loading=\"lazy\">\nc</p>\n{1}"
    );
}

#[test]
fn overlapping_claims_share_pieces() {
    assert_eq!(
        woven("a b c d e", &["b c d", "c", "d e"]),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\">b </mark>\
         <mark id=\"c-k2\" class=\"claim\" data-claim=\"k1 k2\" data-tone=\"mixed\" aria-details=\"n-k2\">c</mark>[2]\
         <mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\"> </mark>\
         <mark id=\"c-k3\" class=\"claim\" data-claim=\"k1 k3\" data-tone=\"open\" aria-details=\"n-k3\">d</mark>[1]\
         <mark class=\"claim\" data-claim=\"k3\" data-tone=\"open\"> e</mark>[3]</p>\n{1}{2}{3}"
    );
    // Claims on the same words, and one that starts with another.
    assert_eq!(
        woven("a b c", &["b", "b", "b c"]),
        "<p>a <span id=\"c-k3\"></span><span id=\"c-k1\"></span>\
         <mark id=\"c-k2\" class=\"claim\" data-claim=\"k3 k1 k2\" data-tone=\"mixed\" aria-details=\"n-k2\">b</mark>[1][2]\
         <mark class=\"claim\" data-claim=\"k3\" data-tone=\"open\"> c</mark>[3]</p>\n{1}{2}{3}"
    );
    // Neighbours stay apart.
    assert_eq!(
        woven("a b", &["a", " b"]),
        "<p><mark 1 data-tone=\"good\" aria-details=\"n-k1\">a</mark>[1]\
         <mark 2 data-tone=\"mixed\" aria-details=\"n-k2\"> b</mark>[2]</p>\n{1}{2}"
    );
}

#[test]
fn references_stand_outside_links() {
    assert_eq!(
        woven("a [b c](x) d", &["b c"]),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\"><a href=\"x\">b c</a></mark>[1] d</p>\n{1}"
    );
    assert_eq!(
        woven("a [b *c* d](x) e", &["b c", "c"]),
        "<p>a <a href=\"x\"><mark 1 data-tone=\"good\" aria-details=\"n-k1\">b </mark>\
         <mark id=\"c-k2\" class=\"claim\" data-claim=\"k1 k2\" data-tone=\"mixed\" aria-details=\"n-k2\">\
         <em>c</em></mark> d</a>[1][2] e</p>\n{1}{2}"
    );
    // Nor do they wait for a link that only follows.
    assert_eq!(
        woven("a b\n[c](x) d", &["b", "b c d"]),
        "<p>a <span id=\"c-k2\"></span><mark id=\"c-k1\" class=\"claim\" data-claim=\"k2 k1\" data-tone=\"mixed\" \
         aria-details=\"n-k1\">b</mark>[1]\n<mark class=\"claim\" data-claim=\"k2\" data-tone=\"mixed\">\
         <a href=\"x\">c</a> d</mark>[2]</p>\n{1}{2}"
    );
    assert_eq!(
        woven("a b\n[c](x) d", &["b"]),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\">b</mark>[1]\n<a href=\"x\">c</a> d</p>\n{1}"
    );
    // A footnote in a link ends the link, in the parser.
    assert!(!woven("[a[^n] b](x)\n\n[^n]: N", &["a b"]).contains("<a href=\"x\""));
}

#[test]
fn code_and_raw_html_can_be_inside_a_claim() {
    assert_eq!(
        woven("a `b c` d", &["a b"]),
        "<p><mark 1 data-tone=\"good\" aria-details=\"n-k1\">a </mark><code>\
         <mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\">b</mark>[1] c</code> d</p>\n{1}"
    );
    assert_eq!(
        woven("a `b` <i>c", &["a b <i>"]),
        "<p><mark 1 data-tone=\"good\" aria-details=\"n-k1\">a <code>b</code> &lt;i&gt;</mark>[1]c</p>\n{1}"
    );
}

#[test]
fn lines_of_chinese_join() {
    assert_eq!(woven("中国\n日本", &[]), "<p>中国日本</p>\n");
    assert_eq!(
        woven("中国\n日本 x", &["国日"]),
        "<p>中<mark 1 data-tone=\"good\" aria-details=\"n-k1\">国日</mark>[1]本 x</p>\n{1}"
    );
}
