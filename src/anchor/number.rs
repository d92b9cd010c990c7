//! Numbers and what belongs to them: signs, currencies, fractions, groups of digits.

/// Whether a number would be parted here from what belongs to it.
pub(super) fn parts_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_letter_or_space =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b' ');
    // Plain letters and spaces on both sides part nothing: the usual case.
    if at == 0
        || at == bytes.len()
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
        // 1|/2 and 1/|2, 10:|30
        (b, a) if b.is_numeric() && is_ratio(a) => ahead.next().is_some_and(char::is_numeric),
        (b, a) if is_ratio(b) && a.is_numeric() => back.next().is_some_and(char::is_numeric),
        // 20|万, 二|十, 五|%
        (b, a)
            if (b.is_numeric() && is_han_multiple(a))
                || (is_han_number(b) && (is_han_number(a) || is_percent(a))) =>
        {
            true
        }
        // ≥|5, ±|5
        (b, _) if is_bound(b) => starts_number(),
        // %|20, as Turkish has it
        (b, a) if is_percent(b) && a.is_numeric() => true,
        // €| 20
        (b, a) if is_currency(b) && is_number_space(a) => {
            let before: Vec<char> = back.take(2).collect();
            ahead.next().is_some_and(char::is_numeric) && !belongs_to_number(&before)
        }
        // $|20, $|.50, $|-20
        (b, _) if is_currency(b) => starts_number(),
        // US|$20
        (b, a) if b.is_ascii_alphabetic() && is_currency(a) => starts_number(),
        // -|5, but not 3-|5
        (b, _) if is_sign(b) && starts_number() => !is_joined(back.next(), back.next()),
        // .|5, but not Fig.|5
        ('.', a) if a.is_numeric() => {
            back.next().is_none_or(|c| c.is_whitespace() || is_currency(c) || is_sign(c))
        }
        // 20| 000, 20| % and 20| €: with a space between, too
        (b, a) if b.is_numeric() && is_number_space(a) => {
            let digits = 1 + back.take_while(|c| c.is_numeric()).count();
            match ahead.clone().next() {
                Some(c) if c.is_numeric() => may_be_grouped(digits, a) && starts_group(ahead),
                Some(c) => is_unit_after(c, ahead.nth(1)),
                None => false,
            }
        }
        // 20 |% and 20 |€
        (b, a) if is_number_space(b) && (is_percent(a) || is_currency(a)) => {
            back.next().is_some_and(char::is_numeric) && is_unit_after(a, ahead.next())
        }
        // 20 |000 and € |20
        (b, a) if is_number_space(b) && a.is_numeric() => {
            let before: Vec<char> = back.take(5).collect();
            let digits = before.iter().take_while(|c| c.is_numeric()).count();
            match before.first() {
                Some(_) if digits > 0 => {
                    may_be_grouped(digits, b) && starts_group(text[at..].chars())
                }
                Some(c) => is_currency(*c) && !belongs_to_number(&before[1..]),
                None => false,
            }
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
pub(super) fn starts_with_stolen_dash(text: &str, at: usize) -> bool {
    let mut ahead = text[at..].chars();
    if !ahead.next().is_some_and(|c| is_sign(c) && is_dash(c)) {
        return false;
    }
    let mut back = text[..at].chars().rev().filter(|c| !is_invisible(*c));
    is_number_start(ahead) && is_joined(back.next(), back.next())
}

/// Whether so many digits (counted up to five) may be followed by a group of three after this space:
/// `20 000`, but not `2023 100`, where two numbers follow each other.
fn may_be_grouped(digits: usize, space: char) -> bool {
    space != ' ' || digits <= 3
}

/// Whether this character, and the one after it, tell what the number before it counts: `20 %`,
/// `20 €`, but not `20 $5 notes`.
fn is_unit_after(c: char, next: Option<char>) -> bool {
    is_percent(c) || (is_currency(c) && !next.is_some_and(|c| c.is_alphanumeric() || c == '.'))
}

/// Whether a currency sign before which these characters stand (the last one first) is that of a
/// number before it: `20 € 30 men`.
fn belongs_to_number(before: &[char]) -> bool {
    match before {
        [c, ..] if c.is_numeric() => true,
        [space, c, ..] => is_number_space(*space) && c.is_numeric(),
        _ => false,
    }
}

/// Whether three digits, and no more, are next: a group of a large number.
fn starts_group(mut ahead: impl Iterator<Item = char>) -> bool {
    (0..3).all(|_| ahead.next().is_some_and(char::is_numeric))
        && !ahead.next().is_some_and(char::is_alphanumeric)
}

/// Spaces that stand within a number in many languages.
fn is_number_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}')
}

/// Characters that show nothing and keep nothing apart.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Signs that change a number. A long dash is none.
fn is_sign(c: char) -> bool {
    is_dash(c) && !matches!(c, '\u{2014}' | '\u{2015}')
        || matches!(c, '+' | '~' | '\u{FF0B}' | '\u{FE62}')
}

/// Signs that can't be anything but part of what a number says.
fn is_bound(c: char) -> bool {
    matches!(c, '±' | '∓' | '≤' | '≥' | '≈' | '≠' | '⩽' | '⩾' | '≲' | '≳')
}

/// Marks that make one number of two: fractions, ratios, times.
fn is_ratio(c: char) -> bool {
    matches!(c, '/' | ':' | '\u{2044}' | '\u{2215}' | '\u{2236}')
}

fn is_han_number(c: char) -> bool {
    is_han_multiple(c)
        || matches!(
            c,
            '〇' | '零'
                | '一'
                | '二'
                | '两'
                | '兩'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
        )
}

fn is_han_multiple(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '萬' | '亿' | '億' | '兆')
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
