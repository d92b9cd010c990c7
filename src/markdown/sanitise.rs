//! Raw HTML in Markdown, where a site has turned it on.
//!
//! A block of HTML is sanitised by ammonia as a unit, so it comes out balanced and can't close or
//! open anything around it. Inline tags arrive one by one, with Markdown between them; there only
//! the tags of [`INLINE`] are kept, each with the attributes that ammonia leaves it (`lang`,
//! `title`, `datetime`, …), and only in pairs that open and close inside one and the same element.
//! All else is dropped; the text inside stays, but for that of `script` and `style`.
//!
//! Neither way keeps `id`, `class`, `style`, `role`, `data-…`, `aria-…` or `on…`, and `mark` is no
//! tag of authors, so nothing from a text can pass for the mark of a claim, its reference or note.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::links::is_allowed;

/// Inline tags that may stand among Markdown. Links and pictures have a form in Markdown.
const INLINE: [&str; 27] = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "data",
];

/// Tags that ammonia would keep: what looks like a claim, what takes part in navigation, and what
/// is no longer HTML.
const UNWANTED: [&str; 13] = [
    "mark", "area", "map", "nav", "header", "footer", "aside", "acronym", "center", "strike", "tt",
    "rtc", "hgroup",
];

static HTML: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .rm_tags(UNWANTED)
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("data", ["value"])
        .add_generic_attributes(["dir"])
        .attribute_filter(|_, attribute, value| match attribute {
            "href" | "src" | "cite" => is_allowed(value).then_some(Cow::Borrowed(value)),
            // They style, and are no longer HTML.
            "align" | "char" | "charoff" | "size" => None,
            _ => Some(Cow::Borrowed(value)),
        });
    builder
});

/// A block of HTML, made safe.
pub(super) fn block(html: &str) -> String {
    let mut clean = HTML.clean(html).to_string();
    if !clean.ends_with('\n') && !clean.is_empty() {
        clean.push('\n');
    }
    clean
}

/// What a tag among Markdown is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Opens an element: its name, and the tag made safe.
    Open(&'static str, String),
    /// Closes an element.
    Close(&'static str),
    /// Stands alone.
    Alone(&'static str),
    /// Is not kept.
    Dropped,
}

/// Reads a tag among Markdown.
pub(super) fn inline(tag: &str) -> Tag {
    let closes = tag.starts_with("</");
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    if name.eq_ignore_ascii_case("br") {
        return Tag::Alone("<br>");
    }
    if name.eq_ignore_ascii_case("wbr") {
        return Tag::Alone("<wbr>");
    }
    let Some(name) = INLINE.into_iter().find(|known| name.eq_ignore_ascii_case(known)) else {
        return Tag::Dropped;
    };
    if closes {
        return Tag::Close(name);
    }
    // The whole of a tag without attributes is its name.
    if tag.len() == name.len() + 2 {
        return Tag::Open(name, format!("<{name}>"));
    }
    let clean = HTML.clean(&format!("{tag}</{name}>")).to_string();
    match clean.strip_suffix(&format!("</{name}>")) {
        Some(open) if open.starts_with('<') && open.matches('<').count() == 1 => {
            Tag::Open(name, open.to_owned())
        }
        _ => Tag::Dropped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_tags_keep_what_is_harmless() {
        let open = |name, html: &str| Tag::Open(name, html.to_owned());
        assert_eq!(inline("<b>"), open("b", "<b>"));
        assert_eq!(inline("<B >"), open("b", "<b>"));
        assert_eq!(
            inline("<abbr title=\"a < b\" onclick=x id=c-a>"),
            open("abbr", "<abbr title=\"a &lt; b\">")
        );
        assert_eq!(inline("<span style='x' lang=es>"), open("span", "<span lang=\"es\">"));
        assert_eq!(inline("</SPAN>"), Tag::Close("span"));
        assert_eq!(inline("<br/>"), Tag::Alone("<br>"));
        for tag in
            ["<a href=x>", "<script>", "<mark>", "<!-- x -->", "<bx>", "<?b?>", "<img src=x>"]
        {
            assert_eq!(inline(tag), Tag::Dropped, "{tag}");
        }
    }

    #[test]
    fn blocks_come_out_balanced_and_harmless() {
        assert_eq!(block("<div><p>a"), "<div><p>a</p></div>\n");
        assert_eq!(block("</div></main></article>"), "");
        assert_eq!(
            block("<details><summary>x</summary><img src=x onerror=y></details>"),
            "<details><summary>x</summary><img src=\"x\"></details>\n"
        );
        assert_eq!(
            block(
                "<mark id=c-a class=claim data-claim=a>x</mark><a role=doc-noteref href='#n-a'>y</a>"
            ),
            "x<a href=\"#n-a\">y</a>\n"
        );
        for hostile in [
            "<a href='javascript:x'>a</a>",
            "<a href='java\nscript:x'>a</a>",
            "<a href='&#1;javascript:x'>a</a>",
            "<a href='data:text/html,x'>a</a>",
            "<a href='vbscript:x'>a</a>",
        ] {
            assert_eq!(block(hostile), "<a>a</a>\n", "{hostile}");
        }
        assert_eq!(
            block("<script>x</script><style>x</style><iframe src=x></iframe><base href=x>"),
            ""
        );
        assert_eq!(block("<svg><script>x</script></svg><math><a xlink:href='javascript:x'>"), "");
    }
}
