//! Where a quotation may start and end: between words (UAX #29), never within what a reader takes
//! for one character, never between a number and its sign, currency or percent sign.

use std::ops::Range;

use super::number::{parts_number, starts_with_stolen_dash};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Whether a quotation may start at this byte of a text.
pub fn may_start(text: &str, at: usize) -> bool {
    is_seam(text, at) && !starts_with_stolen_dash(text, at)
}

/// Whether a quotation may end at this byte of a text.
pub fn may_end(text: &str, at: usize) -> bool {
    is_seam(text, at)
}

/// The passage from and to the nearest places where a quotation may start and end.
pub fn whole_words(text: &str, passage: &Range<usize>) -> Range<usize> {
    let mut range = passage.clone();
    let mut steps = text[..range.start].char_indices().rev().take(FURTHEST_WORD_END);
    while !may_start(text, range.start)
        && let Some((at, _)) = steps.next()
    {
        range.start = at;
    }
    let mut steps = text[range.end..].char_indices().take(FURTHEST_WORD_END);
    while !may_end(text, range.end)
        && let Some((at, c)) = steps.next()
    {
        range.end = passage.end + at + c.len_utf8();
    }
    range
}

/// How many characters away the end of a word is looked for.
const FURTHEST_WORD_END: usize = 200;

/// Whether text may be parted here.
fn is_seam(text: &str, at: usize) -> bool {
    is_word_boundary(text, at) && !parts_number(text, at)
}

/// Whether a boundary between words, and between characters as readers see them, is here.
fn is_word_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at == text.len() {
        return true;
    }
    if !text.is_char_boundary(at) {
        return false;
    }
    let bytes = text.as_bytes();
    if let Some(known) = is_plain_boundary(bytes[at - 1], bytes[at]) {
        return known;
    }
    let window = window(text, at);
    let within = at - window.start;
    let words = &text[window];
    words
        .split_word_bound_indices()
        .take_while(|(start, _)| *start <= within)
        .last()
        .is_some_and(|(start, _)| start == within)
        && GraphemeCursor::new(within, words.len(), true).is_boundary(words, 0) == Ok(true)
}

/// The answer for pairs of ASCII characters for which their neighbours don't matter.
fn is_plain_boundary(before: u8, after: u8) -> Option<bool> {
    if !before.is_ascii() || !after.is_ascii() {
        return None;
    }
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    // These join words only in company: full stop, comma, colon, semicolon, apostrophe.
    let is_mark = |byte: u8| {
        byte.is_ascii_punctuation() && !matches!(byte, b'.' | b',' | b':' | b';' | b'\'' | b'_')
    };
    match (before, after) {
        _ if is_word(before) && is_word(after) => Some(false),
        _ if is_mark(before) || is_mark(after) => Some(true),
        (b' ' | b'\n', _) if after.is_ascii_graphic() => Some(true),
        (_, b' ' | b'\n') if before.is_ascii_graphic() => Some(true),
        _ => None,
    }
}

/// A stretch of text around a place that is long enough to tell whether words meet there: from the
/// last white space, or else from some way back.
fn window(text: &str, at: usize) -> Range<usize> {
    let is_flag = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let start = text[..at]
        .char_indices()
        .rev()
        .find(|&(start, c)| {
            let back = at - start;
            // Marks belong to what they follow, and flags are counted in pairs.
            c.is_whitespace()
                || (back >= 64 && !is_flag(c) && (c.is_ascii() || c.is_alphanumeric()))
                || back >= 1024
        })
        .map_or(0, |(start, _)| start);
    let end = text[at..]
        .char_indices()
        .find(|&(end, c)| c.is_whitespace() || end >= 64)
        .map_or(text.len(), |(end, c)| at + end + c.len_utf8());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the words, at the place marked by `|...|`, may be quoted.
    fn may_quote(marked: &str) -> bool {
        let parts: Vec<&str> = marked.split('|').collect();
        let text = parts.concat();
        let start = parts[0].len();
        may_start(&text, start) && may_end(&text, start + parts[1].len())
    }

    #[test]
    fn whole_words_only() {
        for good in [
            "a |word| b",
            "|word|",
            "(|word|)",
            "“|word|”",
            "a|—|b",
            "the |well|-known",
            "it |can’t| be",
            "|U.S.| aid",
            "in |1961|.",
            "|中|国",
            "|e\u{301}|",
            "a\n|b|\nc",
            "say |👨\u{200d}👩\u{200d}👧|!",
            "🇩🇪|🇫🇷|🇮🇹",
        ] {
            assert!(may_quote(good), "{good}");
        }
        for bad in [
            "a w|or|d",
            "|wor|d",
            "can|’t|",
            "|U|.S.",
            "1|12 percent|",
            "|2|.5",
            "|1|,234",
            "|e|\u{301}",
            "|👨|\u{200d}👩",
            "🇩|🇪🇫|🇷",
            "|مُحَم|\u{651}د",
            "|ᄀ|\u{1161}",
            "snake|_case|",
        ] {
            assert!(!may_quote(bad), "{bad}");
        }
    }

    #[test]
    fn numbers_stay_whole() {
        for good in [
            "|$20| billion",
            "|US$20|",
            "from |3|-5",
            "3-|5|",
            "3–|5| percent",
            "COVID-|19|",
            "|20%|",
            "20%-|30%|",
            "(|-5|)",
            "|−5|",
            "|20| percent",
            "word—|5| men",
            "word--|5|",
            "Fig.|5|",
            "5, |6|",
            "€20-|€30|",
            "20€-|30€|",
            "约|￥20|",
            "|20 000| men",
            "|20 €| more",
            "paid |20 $5| notes",
            "|20| $5 notes",
            "20 € |30| men",
            "20€ |30| men",
            "$ 5, |30| men",
            "of 100, |200| came",
            "in |1961| 20 men",
            "– |5| men",
            "+ |5| men",
            "|5| – 10",
            "|1 000| 20",
            "|1 000 000|",
            "in 2023 |100|",
            "a|…|5",
            "…|5|",
            "|2½|",
            "|.5|",
        ] {
            assert!(may_quote(good), "{good}");
        }
        for bad in [
            "$|20|",
            "€\u{2060}|20|",
            "$|-20|",
            "$|.50|",
            "|20|%",
            "|20|€",
            "|20|‰",
            "%|20|",
            "-|5|",
            "(−|5|)",
            "–|5|",
            "+|5|",
            "-|$20|",
            "US|$20|",
            "|costs $|20",
            "|costs -|5",
            "3|-5|",
            "COVID|-19|",
            "2±|1|",
            "|2|½",
            ".|5|",
            "20\u{202f}|000|",
            "|20|\u{a0}000",
            "|20|\u{a0}%",
            "|20| %",
            "by |20| €",
            "by |20| €,",
            "20 |€|",
            "€ |20|",
            "$\u{a0}|20|",
            "20 |000| men",
            "|20| 000 men",
            "1 234 |567| men",
            "1 |234| 567",
            "|1 234| 567",
            "20|%|",
            "20|€|",
            "€|-30|",
        ] {
            assert!(!may_quote(bad), "{bad}");
        }
    }

    #[test]
    fn widens_to_whole_words() {
        let whole = |text: &str, part: &str| {
            let at = text.find(part).unwrap_or_default();
            text[whole_words(text, &(at..at + part.len()))].to_owned()
        };
        assert_eq!(whole("only 112 percent.", "12 perc"), "112 percent");
        assert_eq!(whole("a US$20.50%", "0.5"), "US$20.50%");
        assert_eq!(whole("by 20 € more", "20"), "20 €");
        assert_eq!(whole("by € 20 more", "20"), "€ 20");
        assert_eq!(whole("of 1 234 567 men", "234"), "1 234 567");
        assert_eq!(whole("e\u{301}", "e"), "e\u{301}");
    }

    #[test]
    fn long_runs_are_no_hindrance() {
        let flags = "🇩🇪".repeat(200);
        assert!(is_word_boundary(&flags, 8 * 20));
        assert!(!is_word_boundary(&flags, 8 * 20 + 4));
        let accents = format!("a{}b", "\u{301}".repeat(100));
        assert!(!is_word_boundary(&accents, accents.len() - 1));
        let letters = "ж".repeat(1000);
        assert!(!is_word_boundary(&letters, 1000));
    }
}
