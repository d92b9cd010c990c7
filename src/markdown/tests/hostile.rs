//! Nothing from a text gets out of its place.

use super::*;

fn kept(markdown: &str) -> String {
    to_html(markdown, &options(true)).replace('\n', "")
}

#[test]
fn raw_html_is_text_where_it_is_off() {
    assert_eq!(
        to_html("a <b onclick=x>c</b>\n\n<script>\nd\n</script>", &options(false))
            .replace('\n', ""),
        "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p><p>&lt;script&gt;d&lt;/script&gt;</p>"
    );
}

#[test]
fn raw_tags_are_kept_in_pairs_within_an_element() {
    assert_eq!(kept("a <b>c</b> <i>d"), "<p>a <b>c</b> d</p>");
    assert_eq!(kept("a *<b>c* d</b>"), "<p>a <em>c</em> d</p>");
    assert_eq!(kept("<b>a <i>c</b> d</i>"), "<p><b>a c</b> d</p>");
    assert_eq!(kept("<b>*a</b>*"), "<p><em>a</em></p>");
    assert_eq!(kept("- x <b>a\n  - c</b>"), "<ul><li>x a<ul><li>c</li></ul></li></ul>");
    assert_eq!(kept("a</p></main> b<br>c"), "<p>a b<br>c</p>");
    assert_eq!(
        kept("x <span lang=es style=x id=c-k1>y</span>"),
        "<p>x <span lang=\"es\">y</span></p>"
    );
    assert_eq!(kept("a <script>alert(1)</script> b"), "<p>a  b</p>");
    assert_eq!(kept("[a <a href=x>b</a> c](y)"), "<p><a href=\"y\">a b c</a></p>");
    assert_eq!(kept("x ![a<b>](y) z</b>"), "<p>x <img src=\"y\" alt=\"a\" loading=\"lazy\"> z</p>");
}

#[test]
fn raw_blocks_come_out_whole() {
    assert_eq!(kept("<div>\n\na\n\n</div>\n\nb"), "<div></div><p>a</p><p>b</p>");
    assert_eq!(
        kept(
            "<mark id=\"c-k1\" class=\"claim\" data-claim=\"k1\">a</mark>\n\n<p id=n-k1 onclick=x>b"
        ),
        "<p>a</p><p>b</p>"
    );
    assert_eq!(
        kept("> <div><blockquote>\n\na"),
        "<blockquote><div><blockquote></blockquote></div></blockquote><p>a</p>"
    );
}

#[test]
fn marks_are_woven_into_raw_elements() {
    assert_eq!(
        woven_with("a <b>c d</b> e", &["d e", "a"], &options(true)),
        "<p><mark 2 data-tone=\"mixed\" aria-details=\"n-k2\">a</mark>[2] <b>c \
         <mark 1 data-tone=\"good\" aria-details=\"n-k1\">d</mark></b>\
         <mark class=\"claim\" data-claim=\"k1\" data-tone=\"good\"> e</mark>[1]</p>\n{1}{2}"
    );
    assert_eq!(
        woven_with("a <b>c</b> d", &["c d"], &options(true)),
        "<p>a <mark 1 data-tone=\"good\" aria-details=\"n-k1\"><b>c</b> d</mark>[1]</p>\n{1}"
    );
}

#[test]
fn no_url_gets_past_the_resolver() {
    let index = crate::links::LinkIndex::default();
    let checked =
        Options { resolve: &|href| index.resolve("content/a.md", href), ..options(false) };
    for href in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "javascript&colon;alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "data:text/html;base64,x",
        "vbscript:x",
        "<java\\script:x>",
    ] {
        for markdown in
            [format!("[a]({href})"), format!("![a]({href})"), format!("[a]\n\n[a]: {href}")]
        {
            let html = to_html(&markdown, &checked).to_lowercase();
            assert!(!html.contains("href=") && !html.contains("src="), "{markdown} gives {html}");
        }
    }
    assert_eq!(to_html("<javascript:alert(1)>", &checked), "<p>javascript:alert(1)</p>\n");
}

#[test]
fn attributes_are_escaped() {
    let sly = Options { id_prefix: "\"><x ", ..options(false) };
    let html = to_html("# a\n\nb[^1] ![\"><x](\"><x) [c](<\"><x> '\"><x')\n\n[^1]: d", &sly);
    assert!(!html.contains("<x"), "{html}");
    let map = TextMap::new("a", false);
    let mark = Mark { id: "\"><x".into(), verdict: "<x".into(), ..mark(1, 0..1) };
    let woven = weave(
        &map,
        &[mark],
        &Options { labels: Labels { fact_check: "<x", ..Labels::ENGLISH }, ..sly },
    );
    assert!(!woven.parts[0].html.contains("<x"), "{:?}", woven.parts);
}

#[test]
fn deep_and_long_texts_end() {
    for markdown in [
        "> ".repeat(5_000) + "a",
        "*a ".repeat(20_000),
        "[".repeat(20_000),
        "- ".repeat(2_000) + "a",
        "![".repeat(5_000),
        "a ![b](c)".repeat(20_000),
        "<b>".repeat(20_000),
        "<b>x".repeat(5_000) + &"</b>".repeat(5_000),
        "a[^1] ".repeat(20_000) + "\n\n[^1]: b",
    ] {
        for raw_html in [false, true] {
            let map = TextMap::new(&markdown, raw_html);
            let marks = [mark(1, 0..map.visible.len())];
            assert!(!weave(&map, &marks, &options(raw_html)).parts.is_empty());
        }
    }
}
