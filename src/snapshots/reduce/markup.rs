//! HTML and XML as their readers see them.
//!
//! The library's tokenizer reads tags, text and entities; of the structure only that is followed
//! which decides what is seen: where blocks end, and what is hidden. There is no tree, so the depth of
//! a page costs nothing.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::endless_tag::has_endless_tag;

/// Most names of elements that are followed at a time; HTML and TEI together have 700.
const MOST_NAMES: usize = 2000;

/// The visible text of an HTML page, one block a line.
///
/// # Errors
/// Where it is made to keep its reader busy.
pub fn html(page: &str) -> Result<String, String> {
    visible(page, false)
}

/// The text of an XML file; what is a block in HTML or in TEI (the Text Encoding Initiative's form of
/// documents) is one here.
///
/// # Errors
/// As [`html`].
pub fn xml(file: &str) -> Result<String, String> {
    visible(file, true)
}

fn visible(markup: &str, xml: bool) -> Result<String, String> {
    if has_endless_tag(markup, xml) {
        return Err(
            "has a tag with hundreds of attributes, which no ordinary page has; save it as text \
             and keep that with `--from`"
                .to_owned(),
        );
    }
    let page = Page { xml, seen: RefCell::new(Seen::default()) };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(markup));
    let tokenizer = Tokenizer::new(page, TokenizerOpts::default());
    // It pauses after each script, for those who run them.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    Ok(tokenizer.sink.seen.into_inner().text)
}

/// A page being read.
struct Page {
    xml: bool,
    seen: RefCell<Seen>,
}

/// What was seen of it so far.
#[derive(Default)]
struct Seen {
    text: String,
    /// What is open from the outermost hidden element on.
    hidden: Open,
    /// Where the text of raised letters started, and whether there is a link in them.
    raised: Option<(usize, bool)>,
}

/// Names of open elements, the outermost first.
#[derive(Default)]
struct Open {
    names: Vec<LocalName>,
    /// How often each name is among them, so that an end tag without a start costs nothing.
    counts: HashMap<LocalName, usize>,
}

impl Open {
    fn push(&mut self, name: &LocalName) {
        // Names that are not known before are kept in one place, which is slow where it is full.
        if self.counts.len() >= MOST_NAMES && !self.counts.contains_key(name) {
            return;
        }
        *self.counts.entry(name.clone()).or_default() += 1;
        self.names.push(name.clone());
    }

    /// Closes the innermost element of a name and what is open inside it; false where there is none.
    fn close(&mut self, name: &LocalName) -> bool {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return false;
        }
        while let Some(last) = self.names.pop() {
            if let Some(count) = self.counts.get_mut(&last) {
                *count -= 1;
            }
            if last == *name {
                break;
            }
        }
        true
    }

    /// The name of the only open element.
    fn only(&self) -> Option<&str> {
        match &*self.names {
            [only] => Some(only),
            _ => None,
        }
    }

    fn clear(&mut self) {
        self.names.clear();
        self.counts.clear();
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut seen = self.seen.borrow_mut();
        match token {
            Token::CharacterTokens(text) if seen.hidden.names.is_empty() => {
                seen.text.push_str(&text);
            }

            Token::TagToken(tag) => {
                let raw = (!self.xml && tag.kind == TagKind::StartTag)
                    .then(|| raw_text(&tag.name))
                    .flatten();
                seen.read(&tag, self.xml);
                return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.xml
    }
}

impl Seen {
    fn read(&mut self, tag: &Tag, xml: bool) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if !self.hidden.names.is_empty() {
            return self.read_hidden(tag, xml);
        }
        if is_block(name) {
            self.text.push('\n');
        }
        let empty = is_void(name) && !xml || tag.self_closing && xml;
        if opens && !empty && (is_silent(name, xml) || (!xml && is_hidden(tag))) {
            self.hidden.push(&tag.name);
            return;
        }
        match name {
            "sup" if opens => self.raised = Some((self.text.len(), false)),
            "a" if opens => self.raised = self.raised.map(|(at, _)| (at, true)),
            "sup" => {
                // The number of a note is no part of the sentence it stands in.
                if let Some((at, true)) = self.raised.take()
                    && is_note_number(&self.text[at..])
                {
                    self.text.truncate(at);
                }
            }
            _ => {}
        }
    }

    /// Follows what is open inside a hidden element, so that its end is known.
    fn read_hidden(&mut self, tag: &Tag, xml: bool) {
        let name = &*tag.name;
        if tag.kind == TagKind::StartTag {
            let empty = is_void(name) && !xml || tag.self_closing && xml;
            // `<p hidden>` has no end tag where another paragraph follows.
            let ends = self.hidden.only().is_some_and(|open| ends_by_itself(open, name));
            if ends && !xml {
                self.hidden.clear();
                self.read(tag, xml);
            } else if !empty {
                self.hidden.push(&tag.name);
            }
            return;
        }
        // The end of what such an element stands in is its end, too.
        if !self.hidden.close(&tag.name) && !xml && self.hidden.only().is_some_and(may_lack_end) {
            self.hidden.clear();
        }
        if self.hidden.names.is_empty() && is_block(name) {
            self.text.push('\n');
        }
    }
}

/// Elements in which the HTML Standard reads no tags ("parsing HTML fragments").
pub fn raw_text(name: &str) -> Option<RawKind> {
    match name {
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "script" => Some(RawKind::ScriptData),
        _ => None,
    }
}

/// Elements whose content no browser shows as text; readings above Chinese characters are beside the
/// text.
fn is_silent(name: &str, xml: bool) -> bool {
    match name {
        "script" | "style" | "template" => true,
        "iframe" | "noembed" | "noframes" | "audio" | "video" | "canvas" | "object"
        | "datalist" | "rt" | "rp" => !xml,
        "teiheader" => xml,
        _ => false,
    }
}

/// Whether an element is hidden by its own attributes; style sheets are not read.
fn is_hidden(tag: &Tag) -> bool {
    tag.attrs.iter().any(|attribute| match &*attribute.name.local {
        "hidden" => !attribute.value.eq_ignore_ascii_case("until-found"),
        "style" => {
            let style: String = attribute.value.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        _ => false,
    })
}

/// Whether a reader sees a new line, or a new cell, where such an element starts and ends.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "br" | "caption" | "center" | "col"
            | "dd" | "details" | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption"
            | "figure" | "footer" | "form" | "frameset" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "head" | "header" | "hgroup" | "hr" | "html" | "legend" | "li" | "main" | "menu" | "nav"
            | "ol" | "optgroup" | "option" | "p" | "pre" | "search" | "section" | "select" | "summary"
            | "table" | "tbody" | "td" | "textarea" | "tfoot" | "th" | "thead" | "title" | "tr" | "ul"
            // TEI; without hyphens and upper case, as the tokenizer gives names
            | "ab" | "bibl" | "cell" | "closer" | "dateline" | "item" | "l" | "lb" | "lg" | "list"
            | "note" | "opener" | "pb" | "quote" | "row" | "salute" | "signed" | "sp" | "speaker"
    )
}

/// Elements without content (HTML Standard, "void elements").
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose end tag may be left out (HTML Standard, "optional tags").
fn may_lack_end(name: &str) -> bool {
    matches!(name, "p" | "li" | "dt" | "dd" | "option" | "tr" | "td" | "th")
}

/// Whether the start of an element ends another one that was left open.
fn ends_by_itself(open: &str, next: &str) -> bool {
    match open {
        "p" => is_block(next) && !matches!(next, "br"),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "option" => matches!(next, "option" | "optgroup"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "td" | "th" => matches!(next, "td" | "th" | "tr"),
        _ => false,
    }
}

/// Whether raised letters are the number of a note: `1`, `[12]`, `[a]`, `*`.
fn is_note_number(text: &str) -> bool {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
    let few = (1..=4).contains(&bare.chars().count());
    let is_letter = bare.chars().count() == 1 && bare.len() < text.len();
    few && (is_letter || bare.chars().all(|c| c.is_ascii_digit() || "*†‡§".contains(c)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn read(page: &str) -> String {
        html(page).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn read_xml(file: &str) -> String {
        xml(file).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn text_is_joined_across_tags_and_parted_between_blocks() {
        assert_eq!(read("<p>a <b>big</b>ger l<wbr>oan</p><p>of"), "a bigger loan of");
        assert_eq!(read("one<br>two<td>three<td>four<li>five"), "one two three four five");
        assert_eq!(read("AT&amp;T&nbsp;&mdash; &#8220;x&rdquo; &lt;b&gt;"), "AT&T — “x” <b>");
        assert_eq!(read("<title>T &amp; <b></title><textarea>a<b></textarea>"), "T & <b> a<b>");
        assert_eq!(read("a<!-- b -->c<![CDATA[d]]>"), "ac");
        assert_eq!(read("<pre>a\r\nb</pre>"), "a b");
    }

    #[test]
    fn what_no_reader_sees_is_passed_over() {
        assert_eq!(read("a<script>b</i>\"<p>\"</script>c<style>d</style>e"), "ace");
        assert_eq!(read("<script>a<!--<script>b</script>c--></script>d"), "d");
        assert_eq!(read("a<template><p>b</p></template>c<iframe><p>d</iframe>e"), "ace");
        assert_eq!(read("a<div hidden>b<div>c<br></div>d</div>e"), "a e");
        assert_eq!(read("a<p hidden>b<i>c</i><p>d"), "a d");
        assert_eq!(read("<ul><li hidden>a</ul>b"), "b");
        assert_eq!(read("<span style='DISPLAY : none'>a<img></span>b<input hidden>c"), "bc");
        assert_eq!(read("<noscript>a</noscript><details><summary>b</summary>c</details>"), "a b c");
        assert_eq!(read("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字"), "漢字");
    }

    #[test]
    fn numbers_of_notes_are_no_words() {
        let note = "<sup class=r><a href='#n'>[12]</a></sup>";
        assert_eq!(read(&format!("the pledge{note} of 1961.{note}")), "the pledge of 1961.");
        assert_eq!(read("a<sup><a>*</a></sup>, b<sup><a>[a]</a></sup>"), "a, b");
        assert_eq!(
            read("x<sup>2</sup> is 10<sup>12</sup>, the 5<sup><a>th</a></sup>"),
            "x2 is 1012, the 5th"
        );
    }

    #[test]
    fn xml_is_read_by_its_own_rules() {
        let file = "<?xml version=\"1.0\"?><TEI><teiHeader><title>No</title></teiHeader><text><head>A \
                    <hi rend='i'>plan</hi></head><p>by <persName>Kennedy</persName>, <title/>grants \
                    &amp; <![CDATA[<loans>]]></p><p>End</p></text></TEI>";
        assert_eq!(read_xml(file), "A plan by Kennedy, grants & <loans> End");
        assert_eq!(read_xml("<a><script/>b<style>c</style></a>"), "b");
    }

    #[test]
    fn hostile_pages_end() {
        let deep = format!("{}a{}", "<div>".repeat(200_000), "</div>".repeat(200_000));
        assert_eq!(read(&deep), "a");
        assert_eq!(read(&format!("<div hidden>{deep}</div>b")), "b");
        assert_eq!(read(&"<b>".repeat(100_000)), "");
        assert_eq!(read(&format!("{}x", "<sup><a>".repeat(100_000))), "x");
        assert!(html(&format!("<a {}>", "b ".repeat(100_000))).is_err());
        let ends = format!("<div hidden>{}{}</div>x", "<i>".repeat(50_000), "</b>".repeat(50_000));
        assert_eq!(read(&ends), "x");
        let mut open = Open::default();
        (0..2 * MOST_NAMES).for_each(|at| open.push(&LocalName::from(format!("x{at}"))));
        open.push(&LocalName::from("x0"));
        assert_eq!((open.counts.len(), open.names.len()), (MOST_NAMES, MOST_NAMES + 1));
        for cut in
            ["<", "<a", "<a b=\"", "<!--", "<script>", "&", "&#", "&#x110000;", "</", "<![CDATA["]
        {
            let _ = (read(cut), read_xml(cut));
        }
    }
}
