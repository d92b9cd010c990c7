//! A text cut into digits, words and signs.

use super::{digits, words};

/// A piece of a text.
pub(super) enum Token<'t> {
    Digits(&'t str),
    Fraction(i64, i64),
    Word(&'t str),
    Dash,
    Other,
}

/// The next piece and what follows it.
pub(super) fn token(text: &str) -> Option<(Token<'_>, &str)> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    if let Some((above, below)) = sign_fraction(first) {
        return Some((Token::Fraction(above, below), &text[first.len_utf8()..]));
    }
    let length = digits::length(text);
    if length > 0 {
        let (written, rest) = text.split_at(length);
        if let Some(after) = rest.strip_prefix(['/', '\u{2044}'])
            && let (Ok(above), below) = (written.parse::<i64>(), digits::length(after))
            && let Ok(number) = after[..below].parse::<i64>()
        {
            return Some((Token::Fraction(above, number), &after[below..]));
        }
        return Some((Token::Digits(written), rest));
    }
    if first.is_alphabetic() {
        let end = text
            .char_indices()
            .find(|(_, c)| !c.is_alphabetic() && *c != '\'' && *c != '\u{2019}')
            .map_or(text.len(), |(at, _)| at);
        let (word, rest) = text.split_at(end);
        // mill. and mn.
        let rest =
            if words::is_short(word) { rest.strip_prefix('.').unwrap_or(rest) } else { rest };
        return Some((Token::Word(word), rest));
    }
    let rest = &text[first.len_utf8()..];
    let dash = matches!(first, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    Some((if dash { Token::Dash } else { Token::Other }, rest))
}

fn sign_fraction(c: char) -> Option<(i64, i64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}
