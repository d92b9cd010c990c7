//! What Markdown becomes, without marks.

use super::*;

#[track_caller]
fn becomes(markdown: &str, html: &str) {
    assert_eq!(to_html(markdown, &options(false)).replace('\n', ""), html);
}

#[test]
fn links_and_pictures_pass_the_resolver() {
    becomes(
        "[a](https://x.org/?a=b&c \"t\") [b](in:about#who) [c](?gone) [d](!bad) <x@y.org>",
        "<p><a href=\"https://x.org/?a=b&amp;c\" title=\"t\">a</a> <a href=\"../about/#who\">b</a> c d \
         <a href=\"mailto:x@y.org\">x@y.org</a></p>",
    );
    becomes(
        "![a *b* \"c\"](in:p \"t\") ![d](?gone) ![e](!x) ![f](mailto:x) ![g](<https://x.org/a b>)",
        "<p><img src=\"../p/\" alt=\"a b &quot;c&quot;\" title=\"t\" loading=\"lazy\"> \
         <span class=\"missing-image\">d</span> <span class=\"missing-image\">e</span> \
         <span class=\"missing-image\">f</span> <img src=\"https://x.org/a%20b\" alt=\"g\" loading=\"lazy\"></p>",
    );
    becomes("[a <https://x.org> b](y)", "<p><a href=\"y\">a https://x.org b</a></p>");
}

#[test]
fn fragments_lead_to_headings_of_the_text() {
    let prefixed = Options { id_prefix: "x-", top_heading: 4, ..options(false) };
    assert_eq!(
        to_html("# A b\n\n#### Ñ\n\n[c](#a-b) [d](#%C3%B1) [e](#other) [f](#)\n", &prefixed),
        "<h4 id=\"x-a-b\">A b</h4>\n<h5 id=\"x-ñ\">Ñ</h5>\n\
         <p><a href=\"#x-a-b\">c</a> <a href=\"#x-%C3%B1\">d</a> <a href=\"#other\">e</a> <a href=\"#\">f</a></p>\n"
    );
}

#[test]
fn headings_keep_no_classes_or_attributes() {
    becomes("## A {#b .claim onclick=x}", "<h1 id=\"b\">A</h1>");
    becomes("## C cars", "<h1 id=\"s-c-cars\">C cars</h1>");
}

#[test]
fn levels_of_headings_have_no_gaps_and_ids_stay_with_them() {
    becomes(
        "### A\n\n[^1]\n\n[^1]: n\n\n    # N\n\n##### B\n\n## C",
        "<h1 id=\"a\">A</h1><p><sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup></p>\
         <h2 id=\"b\">B</h2><h1 id=\"c\">C</h1>\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>\
         <li id=\"fn-1\"><p>n</p><h1 id=\"n\">N</h1>\
         <p> <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a></p></li></ol></section>",
    );
}

#[test]
fn parts_of_another_page_are_linked_with_that_page() {
    let resolve = |href: &str| Target::Internal {
        address: "art/".to_owned(),
        fragment: href.strip_prefix('#').map(str::to_owned),
    };
    let on = |page| Options { page: Some(page), resolve: &resolve, ..options(false) };
    let text = "[a](#n-red) [b](#own)\n\n# Own";
    let own = "<h1 id=\"own\">Own</h1>\n";
    assert_eq!(
        to_html(text, &on("art/claims/x/")),
        format!("<p><a href=\"../art/#n-red\">a</a> <a href=\"#own\">b</a></p>\n{own}")
    );
    assert_eq!(
        to_html(text, &on("art/")),
        format!("<p><a href=\"#n-red\">a</a> <a href=\"#own\">b</a></p>\n{own}")
    );
}

#[test]
fn wide_tables_scroll() {
    becomes(
        "|a|*b*|c|\n|:-|-|-:|\n|d|\n",
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"a b c\"><table><thead><tr>\
         <th scope=\"col\" class=\"align-left\">a</th><th scope=\"col\"><em>b</em></th>\
         <th scope=\"col\" class=\"align-right\">c</th></tr></thead><tbody><tr><td class=\"align-left\">d</td>\
         <td></td><td class=\"align-right\"></td></tr></tbody></table></div>",
    );
}

#[test]
fn tasks_have_a_name() {
    becomes(
        "- [x] a\n- [ ] b",
        "<ul><li><input type=\"checkbox\" disabled checked aria-label=\"Done\"> a</li>\
         <li><input type=\"checkbox\" disabled aria-label=\"To do\"> b</li></ul>",
    );
}

#[test]
fn code_blocks_name_one_language() {
    becomes("```rust\tclaim x\na<b\n```", "<pre><code class=\"language-rust\">a&lt;b</code></pre>");
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = to_html(
        "a[^Ä b] c[^ä B] d[^2] e[^none]\n\n[^2]: - two\n\n[^Ä b]: one[^2]\n\n[^3]: three",
        &Options { id_prefix: "p-", ..options(false) },
    );
    assert_eq!(
        html.replace('\n', ""),
        "<p>a<sup class=\"footnote-ref\"><a href=\"#p-fn-ä_20_b\" id=\"p-fnref-ä_20_b\" role=\"doc-noteref\">1</a></sup> \
         c<sup class=\"footnote-ref\"><a href=\"#p-fn-ä_20_b\" id=\"p-fnref-ä_20_b_2\" role=\"doc-noteref\">1</a></sup> \
         d<sup class=\"footnote-ref\"><a href=\"#p-fn-2\" id=\"p-fnref-2\" role=\"doc-noteref\">2</a></sup> e[^none]</p>\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>\
         <li id=\"p-fn-ä_20_b\"><p>one<sup class=\"footnote-ref\"><a href=\"#p-fn-2\" id=\"p-fnref-2_2\" role=\"doc-noteref\">2</a></sup> \
         <a href=\"#p-fnref-ä_20_b\" role=\"doc-backlink\" aria-label=\"Back to the text 1\">↩ 1</a> \
         <a href=\"#p-fnref-ä_20_b_2\" role=\"doc-backlink\" aria-label=\"Back to the text 2\">↩ 2</a></p></li>\
         <li id=\"p-fn-2\"><ul><li>two</li></ul>\
         <p> <a href=\"#p-fnref-2\" role=\"doc-backlink\" aria-label=\"Back to the text 1\">↩ 1</a> \
         <a href=\"#p-fnref-2_2\" role=\"doc-backlink\" aria-label=\"Back to the text 2\">↩ 2</a></p></li>\
         <li id=\"p-fn-3\"><p>three</p></li></ol></section>"
    );
}
