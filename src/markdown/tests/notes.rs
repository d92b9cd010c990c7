//! Where notes stand.

use super::*;

/// The HTML without marks: only the structure, references and notes.
fn structure(markdown: &str, claims: &[&str]) -> String {
    let html = woven(markdown, claims);
    let mut bare = String::new();
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<mark ") {
        bare.push_str(&rest[..start]);
        let end = rest[start..].find('>').unwrap();
        rest = &rest[start + end + 1..];
    }
    bare.push_str(rest);
    bare.replace("</mark>", "").replace('\n', "")
}

#[test]
fn notes_follow_the_block_of_the_last_piece() {
    assert_eq!(
        structure("a b\n\nc d\n\n## e f\n\ng", &["b\nc", "f", "a"]),
        "<p>a[3] b</p>{3}<p>c[1] d</p>{1}<h1 id=\"s-e-f\">e f[2]</h1>{2}<p>g</p>"
    );
    assert_eq!(
        structure("b a", &["a", "b"]),
        "<p>b[2] a[1]</p>{1}{2}",
        "in the order of their numbers"
    );
}

#[test]
fn notes_in_lists_stand_inside_the_item() {
    assert_eq!(
        structure("- a\n- b\n  - c\n- d", &["a", "b", "c", "d"]),
        "<ul><li>a[1]{1}</li><li>b[2]{2}<ul><li>c[3]{3}</li></ul></li><li>d[4]{4}</li></ul>"
    );
    assert_eq!(
        structure("3. a\n\n   b\n\n4. c", &["a", "b", "c"]),
        "<ol start=\"3\"><li><p>a[1]</p>{1}<p>b[2]</p>{2}</li><li><p>c[3]</p>{3}</li></ol>"
    );
    assert_eq!(
        structure("- a\n- b", &["a\nb"]),
        "<ul><li>a</li><li>b[1]{1}</li></ul>",
        "only after the last piece"
    );
    assert_eq!(structure("- a\n  ***\n  b", &["a", "b"]), "<ul><li>a[1]{1}<hr>b[2]{2}</li></ul>");
}

#[test]
fn notes_never_stand_inside_quotations_and_tables() {
    assert_eq!(
        structure("> a\n>\n> - b\n> - > c\n\nd", &["a", "b", "c"]),
        "<blockquote><p>a[1]</p><ul><li>b[2]</li><li><blockquote><p>c[3]</p></blockquote></li></ul>\
         </blockquote>{1}{2}{3}<p>d</p>"
    );
    assert_eq!(
        structure("- > a\n\n  b", &["a", "b"]),
        "<ul><li><blockquote><p>a[1]</p></blockquote>{1}<p>b[2]</p>{2}</li></ul>"
    );
    assert_eq!(
        structure("|a|b|\n|-|:-:|\n|c|d|\n\ne", &["a", "c\nd"]),
        "<table><thead><tr><th scope=\"col\">a[1]</th><th scope=\"col\" class=\"align-center\">b</th></tr></thead>\
         <tbody><tr><td>c</td><td class=\"align-center\">d[2]</td></tr></tbody></table>{1}{2}<p>e</p>"
    );
}

#[test]
fn notes_of_footnotes_follow_the_section() {
    assert_eq!(
        structure("a[^1] b\n\n[^1]: - c\n\n    d", &["c", "b", "d"]),
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> b[2]</p>{2}\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol><li id=\"fn-1\">\
         <ul><li>c[1]</li></ul><p>d[3] <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a></p>\
         </li></ol></section>{1}{3}"
    );
}

#[test]
fn the_title_is_taken_out() {
    assert_eq!(
        structure("# A *b* c\n\nd c", &["b", "c\nd"]),
        "TITLE(A <em>b</em>[1] c){1}<p>d[2] c</p>{2}"
    );
    assert_eq!(structure("A\n===", &[]), "TITLE(A)");
    assert_eq!(structure("a\n\n# B", &[]), "<p>a</p><h1 id=\"b\">B</h1>");
    assert_eq!(title(&TextMap::new("# A *b*\n\nc", false)).as_deref(), Some("A b"));
    assert_eq!(title(&TextMap::new("## A", false)), None);
    assert_eq!(fragments(&TextMap::new("# A\n\n## A\n\n## B", false)), ["a", "b"]);
    assert_eq!(to_html("# A\n\nb", &options(false)), "<h1 id=\"a\">A</h1>\n<p>b</p>\n");
}

#[test]
fn a_claim_without_text_keeps_its_id_and_note() {
    let map = TextMap::new("a\n\nb", false);
    let marks = [mark(1, 1..2), mark(2, 9..99), mark(3, 0..1)];
    let woven = weave(&map, &marks, &options(false));
    assert_eq!(
        short(&woven, &marks),
        "<p><mark 3 data-tone=\"open\" aria-details=\"n-k3\">a</mark>[3]</p>\n{3}<p>b</p>\n\
         <span id=\"c-k1\"></span>[1]<span id=\"c-k2\"></span>[2]{1}{2}"
    );
}

#[test]
fn summaries_are_whole_words() {
    let map = TextMap::new("# T\n\nOne *two*,\nthree[^1].\n\n[^1]: n", false);
    assert_eq!(summary(&map, 100).as_deref(), Some("One two, three."));
    assert_eq!(summary(&map, 10).as_deref(), Some("One two…"));
    assert_eq!(summary(&TextMap::new("# T", false), 10), None);
}

#[test]
fn charts_follow_the_notes_of_their_paragraph() {
    let text = "# Title\n\n{{chart:first}}\n\nOne loan.\n\n{{chart:a}}\n\n{{chart:b}}\n\nTwo.\n\n- x\n- y\n\n{{chart:last}}\n";
    let map = TextMap::new(text, false);
    let at = map.visible.find("loan").unwrap();
    let mark = Mark {
        id: "k".to_owned(),
        anchor: at..at + 4,
        number: 1,
        verdict: String::new(),
        tone: "good",
    };
    let woven = weave(&map, &[mark], &options(false));
    let told: Vec<(bool, usize, Option<&str>)> = woven
        .parts
        .iter()
        .map(|part| {
            let chart = part.chart.map(|place| map.charts[place].id.as_str());
            (part.html.contains("<p>") || part.html.contains("<li>"), part.notes.len(), chart)
        })
        .collect();
    assert_eq!(
        told,
        [
            (false, 0, Some("first")),
            (true, 1, None),
            (false, 0, Some("a")),
            (false, 0, Some("b")),
            (true, 0, Some("last")),
        ]
    );
    let html: String = woven.parts.iter().map(|part| part.html.as_str()).collect();
    assert!(!html.contains("chart"), "{html}");
    assert_eq!(woven.title_html.as_deref(), Some("Title"));
}
