//! Refuses markup that would keep the tokenizer busy for ever.
//!
//! The tokenizer compares each attribute of a tag with all before it, and has no limit. So tags are
//! found here first, exactly where the tokenizer will find them (HTML Standard, 13.2.5): what is
//! taken for a script here and for a tag there would hide a tag without end.

use memchr::memmem;

use super::markup::raw_text;

/// Most attributes of one tag. Pages have some tens.
const MOST_ATTRIBUTES: usize = 500;

/// Whether a tag has so many attributes that no person or program wrote it to be read.
pub fn has_endless_tag(text: &str, xml: bool) -> bool {
    Tags { bytes: text.as_bytes(), at: 0, xml }.any(|tag| tag.attributes > MOST_ATTRIBUTES)
}

/// The tags of a text.
struct Tags<'a> {
    bytes: &'a [u8],
    at: usize,
    xml: bool,
}

struct Tag<'a> {
    /// As it is written.
    #[cfg_attr(not(test), allow(dead_code))]
    name: &'a [u8],
    attributes: usize,
    /// Whether it ends before the text does.
    #[cfg_attr(not(test), allow(dead_code))]
    ends: bool,
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            self.skip_past(b'<')?;
            let rest = &self.bytes[self.at..];
            match rest {
                [b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    return Some(self.tag());
                }
                [letter, ..] if letter.is_ascii_alphabetic() => {
                    let tag = self.tag();
                    if !self.xml && tag.ends {
                        self.skip_raw(tag.name);
                    }
                    return Some(tag);
                }
                [b'!', b'-', b'-', ..] => self.skip_comment(),
                [b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] if self.xml => {
                    self.at += 8;
                    let end = memmem::find(&self.bytes[self.at..], b"]]>");
                    self.at = end.map_or(self.bytes.len(), |end| self.at + end + 3);
                }
                [b'!' | b'?', ..] | [b'/', _, ..] => {
                    self.at += 1;
                    self.skip_past(b'>')?;
                }
                _ => {}
            }
        }
    }
}

impl<'a> Tags<'a> {
    /// Goes behind the next byte of a kind; none where there is none.
    fn skip_past(&mut self, byte: u8) -> Option<()> {
        self.at += memchr::memchr(byte, &self.bytes[self.at..])? + 1;
        Some(())
    }

    /// A tag, from its name on.
    fn tag(&mut self) -> Tag<'a> {
        let tag = &self.bytes[self.at..];
        let is_end = |byte: &u8| is_space(*byte) || b"/>".contains(byte);
        let length = tag.iter().position(is_end).unwrap_or(tag.len());
        self.at += length;
        let (mut place, mut attributes, mut ends) = (Place::Before, 0, false);
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            place = match (place, byte) {
                (Place::Quoted(mark), byte) if mark == *byte => Place::Before,
                (Place::Quoted(_), _) => place,
                (_, b'>') => {
                    ends = true;
                    break;
                }
                (Place::Equals, b'"' | b'\'') => Place::Quoted(*byte),
                (Place::Equals, byte) if is_space(*byte) => Place::Equals,
                (Place::Value, byte) if is_space(*byte) => Place::Before,
                (Place::Equals | Place::Value, _) => Place::Value,
                (Place::Name | Place::After, b'=') => Place::Equals,
                (Place::Name | Place::After, byte) if is_space(*byte) => Place::After,
                (_, b'/') => Place::Before,
                (Place::Name, _) => Place::Name,
                (Place::Before, byte) if is_space(*byte) => Place::Before,
                (Place::Before | Place::After, _) => {
                    attributes += 1;
                    Place::Name
                }
            };
        }
        Tag { name: &tag[..length], attributes, ends }
    }

    fn skip_comment(&mut self) {
        // Its own two hyphens can be those that end it.
        let rest = &self.bytes[self.at + 1..];
        let end = memmem::find(rest, b"-->").map(|end| end + 3);
        let other = memmem::find(&rest[2..end.unwrap_or(rest.len())], b"--!>").map(|end| end + 6);
        self.at += 1 + other.or(end).unwrap_or(rest.len());
    }

    /// Passes over the content of an element in which no tags are read; its end tag comes next.
    fn skip_raw(&mut self, name: &[u8]) {
        let name = name.to_ascii_lowercase();
        if raw_text(std::str::from_utf8(&name).unwrap_or_default()).is_none() {
            return;
        }
        // A script that hides itself in a comment, for browsers of 1995, may hold a script there.
        let (mut hides, mut holds) = (false, false);
        while let Some(found) = memchr::memchr2(b'<', b'>', &self.bytes[self.at..]) {
            let at = self.at + found;
            let rest = &self.bytes[at..];
            self.at = at + 1;
            if rest[0] == b'>' {
                let ends = hides && self.bytes[..at].ends_with(b"--");
                (hides, holds) = (hides && !ends, holds && !ends);
            } else if is_tag(&rest[1..], b"/", &name) {
                if !holds {
                    self.at = at;
                    return;
                }
                holds = false;
            } else if name == b"script" && !hides && rest.starts_with(b"<!--") {
                // The hyphens may be followed by `>`, which ends the comment.
                hides = true;
                self.at = at + 4;
            } else if hides && is_tag(&rest[1..], b"", &name) {
                holds = true;
            }
        }
        self.at = self.bytes.len();
    }
}

/// Where in a tag a byte stands.
#[derive(Clone, Copy)]
enum Place {
    /// Before a name.
    Before,
    Name,
    /// After a name.
    After,
    /// After `=`.
    Equals,
    Value,
    /// In a value between quotation marks of this kind.
    Quoted(u8),
}

fn is_space(byte: u8) -> bool {
    b"\t\n\r\x0c ".contains(&byte)
}

/// Whether a tag of a name starts here, after its `<`.
fn is_tag(text: &[u8], mark: &[u8], name: &[u8]) -> bool {
    let Some(text) = text.strip_prefix(mark).filter(|text| text.len() > name.len()) else {
        return false;
    };
    let (start, rest) = text.split_at(name.len());
    start.eq_ignore_ascii_case(name) && (is_space(rest[0]) || b"/>".contains(&rest[0]))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    };

    use super::*;

    #[test]
    fn only_tags_of_hundreds_of_attributes_are_endless() {
        let has_endless_tag = |text: &str| super::has_endless_tag(text, false);
        let many = |attribute: &str| attribute.repeat(MOST_ATTRIBUTES + 1);
        assert!(has_endless_tag(&format!("<p>x<a {}>", many("a=b "))));
        assert!(has_endless_tag(&format!("<p>x</a {}>", many("a=b "))));
        assert!(has_endless_tag(&format!("<a {}", many("a='>' "))));
        assert!(has_endless_tag(&format!("<a {}", many("a\n=\n'>' "))));
        assert!(has_endless_tag(&format!("<a {}", many("a/"))));
        assert!(!has_endless_tag(&format!("<a title='{}'>", many("a "))));
        assert!(!has_endless_tag(&format!("<script>if(a<b){}</script>", many("a "))));
        assert!(!has_endless_tag(&many("<a b='c'>x</a> ")));
        assert!(!has_endless_tag(&format!("a < b {}", many("c "))));
        assert!(!has_endless_tag(&format!("<!-- <b {} -->", many("c "))));
        assert!(!has_endless_tag("<"));
    }

    #[test]
    fn what_looks_like_a_script_hides_no_tag() {
        let tag = format!("<a {}>", "b ".repeat(MOST_ATTRIBUTES + 1));
        for before in [
            "<!--<script>-->",
            "<!--><script></script>",
            "<!doctype <script>",
            "<title><script></title>",
            "<style><script></style>",
            "<scriptx>",
            "</a <script>",
            "<a b='<script>'>",
            "<script><!--<script></script><style></script>",
            "<script><!--<script>--></script>",
            "<script><!--></script>",
        ] {
            assert!(has_endless_tag(&format!("{before}{tag}"), false), "{before}");
        }
        for before in ["<script>", "<script/>", "<![CDATA[<script>]]>", "<title>"] {
            assert!(has_endless_tag(&format!("{before}{tag}"), true), "{before}");
        }
    }

    /// The tags that the tokenizer finds.
    struct Found {
        xml: bool,
        /// The name of each, how many attributes it has, and whether one was there twice.
        tags: RefCell<Vec<(String, usize, bool)>>,
    }

    impl TokenSink for Found {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
            let (name, count) = (tag.name.to_string(), tag.attrs.len());
            let raw = raw_text(&name).filter(|_| tag.kind == TagKind::StartTag && !self.xml);
            self.tags.borrow_mut().push((name, count, tag.had_duplicate_attributes));
            raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
        }

        fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
            self.xml
        }
    }

    fn name_of(tag: &Tag<'_>) -> String {
        String::from_utf8_lossy(tag.name).to_ascii_lowercase().replace('\0', "\u{fffd}")
    }

    #[test]
    fn tags_are_those_of_the_tokenizer() {
        let pieces = [
            "<",
            ">",
            "/",
            "!",
            "-",
            "--",
            "=",
            "'",
            "\"",
            " ",
            "a",
            "b",
            "c",
            "\n",
            "<!--",
            "-->",
            "<script",
            "</script",
            "</style>",
            "<style>",
            "<title>",
            "</title",
            "<!doctype ",
            "<?",
            "<![CDATA[",
            "]]>",
            "<a",
            "</a",
            "SCRIPT",
            "--!>",
            "\r",
            "&",
            "&gt;",
            "\0",
            "é",
            "x=",
        ];
        let mut dice: u64 = 42;
        for round in 0..20_000 {
            let mut text = String::new();
            for _ in 0..2 + round % 23 {
                dice ^= dice << 13;
                dice ^= dice >> 7;
                dice ^= dice << 17;
                text.push_str(pieces[usize::try_from(dice % pieces.len() as u64).unwrap_or(0)]);
            }
            for xml in [false, true] {
                let input = BufferQueue::default();
                input.push_back(StrTendril::from(&*text));
                let sink = Found { xml, tags: RefCell::default() };
                let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
                while !input.is_empty() {
                    let _ = tokenizer.feed(&input);
                }
                tokenizer.end();
                // Of attributes of one name the tokenizer keeps one.
                let theirs = tokenizer.sink.tags.into_inner();
                let ours = Tags { bytes: text.as_bytes(), at: 0, xml }.filter(|tag| tag.ends);
                let ours: Vec<_> = ours.map(|tag| (name_of(&tag), tag.attributes)).collect();
                let agree = ours.len() == theirs.len()
                    && ours.iter().zip(&theirs).all(|((name, most), (other, count, repeats))| {
                        name == other && most >= count && (*repeats || most == count)
                    });
                assert!(agree, "{text:?} {xml}: {ours:?} {theirs:?}");
            }
        }
    }
}
