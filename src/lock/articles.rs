//! The section `articles`: one claim a line, so that two versions can be compared line by line.
//!
//! It is plain YAML. But a site of a thousand articles has eight thousand such lines, and a YAML
//! reader takes longer over them than the rest of a check; so what stands there exactly as it was
//! written is read line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{LockedArticle, LockedClaim, LockedEntry, PartialDate, WordsHash};

/// The line that opens the section, the last of the file.
const OPEN: &str = "articles:\n";

/// Writes the section; nothing where nothing was published.
pub fn write(articles: &BTreeMap<String, LockedArticle>, text: &mut String) {
    if articles.is_empty() {
        return;
    }
    text.push_str(OPEN);
    for (slug, article) in articles {
        text.push_str("  ");
        scalar(slug, text);
        text.push_str(if article.claims.is_empty() { ": {}\n" } else { ":\n" });
        for (id, claim) in &article.claims {
            text.push_str("    ");
            scalar(id, text);
            text.push_str(": ");
            write_claim(claim, text);
            text.push('\n');
        }
    }
}

// Writing to a string can't fail.
fn write_claim(claim: &LockedClaim, text: &mut String) {
    text.push_str("{verdict: ");
    scalar(&claim.verdict, text);
    let _ = write!(text, ", quote: \"{}\", finding: \"{}\"", claim.quote, claim.finding);
    for (key, date) in [("checked", claim.checked), ("reviewed", claim.reviewed)] {
        if let Some(date) = date {
            let _ = write!(text, ", {key}: {date}");
        }
    }
    if !claim.ledger.is_empty() {
        text.push_str(", ledger: [");
        for (index, entry) in claim.ledger.iter().enumerate() {
            text.push_str(if index == 0 { "" } else { ", " });
            let _ = write!(text, "{entry}");
        }
        text.push(']');
    }
    text.push('}');
}

/// Writes a text as YAML reads it back, in quotation marks where it could be taken for something
/// else.
fn scalar(text: &str, to: &mut String) {
    if is_plain(text) {
        to.push_str(text);
        return;
    }
    to.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => to.extend(['\\', char]),
            char if stands_as_it_is(char) => to.push(char),
            char => {
                let _ = write!(to, "\\u{:04x}", u32::from(char));
            }
        }
    }
    to.push('"');
}

/// Whether a sign can stand between quotation marks: all but line ends, and what YAML does not take.
fn stands_as_it_is(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether YAML reads a text as that text without quotation marks.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"];
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'/' | b'.'))
        && !WORDS.contains(&text)
}

/// Cuts the text of a lock before this section; the second half is empty where it is not there.
pub fn split(text: &str) -> (&str, &str) {
    let at = if text.starts_with("articles:") {
        Some(0)
    } else {
        memchr::memmem::find(text.as_bytes(), b"\narticles:").map(|at| at + 1)
    };
    text.split_at(at.unwrap_or(text.len()))
}

/// Reads the section where it stands as [`write()`] writes it; `None` where it does not, and is to be
/// read as YAML.
pub fn read(section: &str) -> Option<BTreeMap<String, LockedArticle>> {
    let mut articles = BTreeMap::new();
    let mut lines = section.lines().peekable();
    if lines.next().is_some_and(|line| line != OPEN.trim_end()) {
        return None;
    }
    while let Some(line) = lines.next() {
        let (slug, rest) = read_scalar(line.strip_prefix("  ")?)?;
        let mut claims = BTreeMap::new();
        match rest {
            ": {}" => {}
            ":" => {
                while let Some(line) = lines.next_if(|line| line.starts_with("    ")) {
                    let (id, rest) = read_scalar(&line[4..])?;
                    let claim = read_claim(rest.strip_prefix(": ")?)?;
                    if claims.insert(id, claim).is_some() {
                        return None;
                    }
                }
                if claims.is_empty() {
                    return None;
                }
            }
            _ => return None,
        }
        if articles.insert(slug, LockedArticle { claims }).is_some() {
            return None;
        }
    }
    Some(articles)
}

fn read_claim(line: &str) -> Option<LockedClaim> {
    let (verdict, rest) = read_scalar(line.strip_prefix("{verdict: ")?)?;
    let (quote, rest) = rest.strip_prefix(", quote: \"")?.split_once('"')?;
    let (finding, rest) = rest.strip_prefix(", finding: \"")?.split_once('"')?;
    let (checked, rest) = read_date(rest, ", checked: ")?;
    let (reviewed, rest) = read_date(rest, ", reviewed: ")?;
    let ledger = if rest == "}" {
        Vec::new()
    } else {
        let entries = rest.strip_prefix(", ledger: [")?.strip_suffix("]}")?;
        entries.split(", ").map(LockedEntry::parse).collect::<Option<_>>()?
    };
    let (quote, finding) = (WordsHash::parse(quote)?, WordsHash::parse(finding)?);
    Some(LockedClaim { verdict, quote, finding, checked, reviewed, ledger })
}

/// A date after `key`, where that comes next.
fn read_date<'a>(text: &'a str, key: &str) -> Option<(Option<PartialDate>, &'a str)> {
    let Some(rest) = text.strip_prefix(key) else { return Some((None, text)) };
    let (date, rest) = rest.split_at_checked(rest.find([',', '}'])?)?;
    Some((Some(date.parse().ok()?), rest))
}

/// What [`scalar`] wrote, and the rest of the line. What has signs that were written otherwise is left
/// to the YAML reader.
fn read_scalar(text: &str) -> Option<(String, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (word, rest) = quoted.split_at(memchr::memchr(b'"', quoted.as_bytes())?);
        let is_simple = word.chars().all(|char| stands_as_it_is(char) && char != '\\');
        return is_simple.then(|| (word.to_owned(), &rest[1..]));
    }
    let end = text.bytes().position(|byte| matches!(byte, b':' | b',' | b'}'));
    let (word, rest) = text.split_at(end.unwrap_or(text.len()));
    is_plain(word).then(|| (word.to_owned(), rest))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::LedgerKind;

    fn claim(verdict: &str) -> LockedClaim {
        LockedClaim {
            verdict: verdict.to_owned(),
            quote: WordsHash::of("quote"),
            finding: WordsHash::of("finding"),
            checked: "2026-11-23".parse().ok(),
            reviewed: None,
            ledger: vec![
                LockedEntry {
                    kind: LedgerKind::Created,
                    on: "2026-11-23".parse().unwrap(),
                    was: None,
                },
                LockedEntry {
                    kind: LedgerKind::Correction,
                    on: "2027-03-03".parse().unwrap(),
                    was: Some("false".to_owned()),
                },
            ],
        }
    }

    fn articles(names: &[&str]) -> BTreeMap<String, LockedArticle> {
        let claims = || names.iter().map(|id| ((*id).to_owned(), claim("true"))).collect();
        names.iter().map(|slug| ((*slug).to_owned(), LockedArticle { claims: claims() })).collect()
    }

    fn text(articles: &BTreeMap<String, LockedArticle>) -> String {
        let mut text = String::new();
        write(articles, &mut text);
        text
    }

    /// As the YAML reader sees it.
    fn as_yaml(text: &str) -> Option<BTreeMap<String, LockedArticle>> {
        #[derive(serde::Deserialize)]
        struct Section {
            articles: BTreeMap<String, LockedArticle>,
        }
        serde_yaml::from_str::<Section>(text).ok().map(|section| section.articles)
    }

    #[test]
    fn a_claim_is_a_line() {
        assert_eq!(
            text(&articles(&["loan"])),
            "articles:\n  loan:\n    loan: {verdict: \"true\", quote: \"6327245c3a45\", finding: \
             \"8bf18252cb6d\", checked: 2026-11-23, ledger: [created 2026-11-23, correction \
             2027-03-03 was false]}\n"
        );
    }

    #[test]
    fn names_that_look_like_something_else_come_back() {
        let names = ["true", "null", "12", "1e5", "a", "2024/vote", "ñ", "~", "a: b", "a #b", "no"];
        let articles = articles(&names);
        let text = text(&articles);
        assert_eq!(read(&text).as_ref(), Some(&articles));
        assert_eq!(as_yaml(&text), Some(articles));
    }

    #[test]
    fn what_was_edited_is_left_to_the_yaml_reader() {
        let whole = text(&articles(&["a", "b"]));
        assert!(read(&whole).is_some());
        assert!(read(&whole.replace('\n', "\r\n")).is_some());
        for (from, to) in [
            ("verdict", "verdcit"),
            ("verdict: ", "verdict:  "),
            ("\n  b:", "\n  a:"),
            ("2026-11-23,", "2026-11-31,"),
            ("[created", "[made"),
            ("  a:", "  'a':"),
            ("\n    b", "\n    a"),
        ] {
            let edited = whole.replacen(from, to, 1);
            assert_ne!(edited, whole, "{from}");
            assert_eq!(read(&edited), None, "{from} -> {to}");
        }
        assert_eq!(read("articles:\n  a:\n"), None);
        assert_eq!(read("articles: {}\n"), None);
        assert_eq!(read(""), Some(BTreeMap::new()));
    }

    proptest! {
        #[test]
        fn any_name_comes_back(names in prop::collection::vec(any::<String>(), 0..4)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let articles = articles(&names);
            let text = text(&articles);
            if !articles.is_empty() {
                prop_assert_eq!(as_yaml(&text), Some(articles.clone()));
            }
            // Some names need the YAML reader; none is misread.
            if let Some(read) = read(&text) {
                prop_assert_eq!(read, articles);
            }
        }

        #[test]
        fn whatever_is_read_line_by_line_is_the_same_yaml(cut in 0..200_usize, with in "[a-z: ,\"{}\\[\\]\n]{0,4}") {
            let mut text = text(&articles(&["loan"]));
            let cut = cut.min(text.len());
            text.insert_str(cut, &with);
            if let Some(read) = read(&text) && !read.is_empty() {
                prop_assert_eq!(as_yaml(&text), Some(read));
            }
        }
    }
}
