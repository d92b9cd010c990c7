//! Where a quotation may start and end: between words (UAX #29), never within what a reader takes
//! for one character, never between a number and its sign, currency or percent sign.

use std::ops::Range;

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

/// Whether a number would be parted here from what belongs to it.
fn parts_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_letter_or_space =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b' ');
    // A plain space, or plain letters on both sides, part nothing: the usual case.
    if at == 0
        || bytes[at - 1] == b' '
        || bytes.get(at).is_none_or(|byte| *byte == b' ')
        || (is_letter_or_space(bytes.get(at - 1)) && is_letter_or_space(bytes.get(at)))
    {
        return false;
    }
    let mut back = text[..at].chars().rev().filter(|c| !is_invisible(*c));
    let mut ahead = text[at..].chars().filter(|c| !is_invisible(*c));
    let (Some(before), Some(after)) = (back.next(), ahead.next()) else { return false };
    let starts_number = || is_number_start(text[at..].chars());
    match (before, after) {
        // 20|%, 20|€, 2|½
        (b, a) if b.is_numeric() && (is_percent(a) || is_currency(a) || is_fraction(a)) => true,
        // %|20, as Turkish has it
        (b, a) if is_percent(b) && a.is_numeric() => true,
        // $|20, $|.50, $|-20
        (b, _) if is_currency(b) => starts_number(),
        // US|$20
        (b, a) if b.is_ascii_alphabetic() && is_currency(a) => starts_number(),
        // -|5, but not 3-|5
        (b, _) if is_sign(b) && starts_number() => {
            b == '±' || b == '∓' || !is_joined(back.next(), back.next())
        }
        // .|5, but not Fig.|5
        ('.', a) if a.is_numeric() => {
            back.next().is_none_or(|c| c.is_whitespace() || is_currency(c) || is_sign(c))
        }
        // 20 |000 and 20| 000, with a space that groups digits
        (b, a) if b.is_numeric() && is_group_space(a) => starts_group(ahead),
        (b, a) if is_group_space(b) && a.is_numeric() => {
            back.next().is_some_and(char::is_numeric) && starts_group(text[at..].chars())
        }
        _ => false,
    }
}

/// Whether a number is next, with its currency, sign or decimal point before it or not.
fn is_number_start(ahead: impl Iterator<Item = char>) -> bool {
    ahead
        .filter(|c| !is_invisible(*c))
        .take(4)
        .find(|c| !is_currency(*c) && !is_sign(*c) && *c != '.')
        .is_some_and(char::is_numeric)
}

/// Whether a dash after these characters (the last one first) joins two things, as in `3-5`,
/// `COVID-19`, `20%-30%` or `word--5`, so that it is no sign.
fn is_joined(last: Option<char>, second: Option<char>) -> bool {
    last.is_some_and(|c| {
        c.is_alphanumeric()
            || is_percent(c)
            || (is_currency(c) && second.is_some_and(char::is_numeric))
            || is_dash(c)
            || matches!(c, ')' | ']' | '}' | '.' | '”' | '’' | '»')
    })
}

/// Whether a dash is here that joins a range or a word to a number, and would look like a sign at
/// the start of a quotation.
fn starts_with_stolen_dash(text: &str, at: usize) -> bool {
    let mut ahead = text[at..].chars();
    if !ahead.next().is_some_and(|c| is_sign(c) && is_dash(c)) {
        return false;
    }
    let mut back = text[..at].chars().rev().filter(|c| !is_invisible(*c));
    is_number_start(ahead) && is_joined(back.next(), back.next())
}

/// Whether three digits, and no more, are next: a group of a large number.
fn starts_group(mut ahead: impl Iterator<Item = char>) -> bool {
    (0..3).all(|_| ahead.next().is_some_and(char::is_numeric))
        && !ahead.next().is_some_and(char::is_alphanumeric)
}

/// Spaces that group digits in many languages. A plain space may as well stand between two numbers.
fn is_group_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}')
}

/// Characters that show nothing and keep nothing apart.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Signs that change a number. A long dash is none.
fn is_sign(c: char) -> bool {
    is_dash(c) && !matches!(c, '\u{2014}' | '\u{2015}')
        || matches!(c, '+' | '±' | '∓' | '\u{FF0B}' | '\u{FE62}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | '\u{FE63}')
}

fn is_percent(c: char) -> bool {
    matches!(c, '%' | '‰' | '‱' | '٪' | '؉' | '؊' | '﹪' | '％')
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '\u{2150}'..='\u{215F}' | '\u{2189}')
}

/// Unicode's currency symbols (general category Sc).
fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{7FE}' | '\u{7FF}' | '\u{9F2}' | '\u{9F3}'
        | '\u{9FB}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20CF}'
        | '\u{A838}' | '\u{FDFC}' | '\u{FE69}' | '\u{FF04}' | '\u{FFE0}' | '\u{FFE1}' | '\u{FFE5}'
        | '\u{FFE6}' | '\u{11FDD}'..='\u{11FE0}' | '\u{1E2FF}' | '\u{1ECB0}')
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
            "by |20| €",
            "|20| percent",
            "word—|5| men",
            "word--|5|",
            "Fig.|5|",
            "5, |6|",
            "€20-|€30|",
            "20€-|30€|",
            "约|￥20|",
            "|20 000| men",
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
