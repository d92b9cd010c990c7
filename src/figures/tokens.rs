//! An expression cut into numbers, names and signs. A name may hold hyphens, so the longest known
//! name is taken before a minus: `pledge-cpi` is one name where there is a figure of that name, else
//! a difference where there are two.

use std::collections::HashSet;
use std::ops::Range;

use crate::nearest;
use crate::number::{Exact, NoNumber};

/// Longest expression, in bytes, most numbers and names in it, and deepest brackets.
const LONGEST: usize = 20_000;
const MOST_TOKENS: usize = 4000;
const DEEPEST: usize = 100;

/// A piece of an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub range: Range<usize>,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A number.
    Number(Exact),
    /// A quantity or a sum.
    Name(String),
    /// `+`, `-`, `*` or `/`.
    Operator(char),
    /// `(`.
    Open,
    /// `)`.
    Close,
}

/// What is wrong with the form of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadForm {
    /// Where; the whole where it is about all of it.
    pub range: Range<usize>,
    /// What, in a sentence.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

fn bad(range: Range<usize>, message: impl Into<String>) -> BadForm {
    BadForm { range, message: message.into(), help: None }
}

impl BadForm {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Cuts an expression up and looks whether it is one. `own` is the name of the sum, which is not
/// offered where another is not known.
pub fn tokens(text: &str, names: &HashSet<&str>, own: &str) -> Result<Vec<Token>, BadForm> {
    if text.len() > LONGEST {
        return Err(bad(
            0..text.len(),
            format!("this expression has more than {LONGEST} characters"),
        )
        .help("make several sums of it, one built on the other"));
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        let kind = match c {
            c if c.is_whitespace() => continue,
            '+' => TokenKind::Operator('+'),
            '-' | '\u{2212}' => TokenKind::Operator('-'),
            '*' | '×' | '·' => TokenKind::Operator('*'),
            '/' | '÷' => TokenKind::Operator('/'),
            '(' => TokenKind::Open,
            ')' => TokenKind::Close,
            _ => {
                let (kind, length) = operand(&text[start..], start, (names, own))?;
                at = start + length;
                kind
            }
        };
        tokens.push(Token { kind, range: start..at });
        if tokens.len() > MOST_TOKENS {
            return Err(bad(
                0..text.len(),
                format!("this expression has more than {MOST_TOKENS} parts"),
            )
            .help("make several sums of it, one built on the other"));
        }
    }
    look_at_order(&tokens, text.len())?;
    Ok(tokens)
}

/// The names that there are, and that of the sum itself.
type Names<'a> = (&'a HashSet<&'a str>, &'a str);

/// A number or a name, and its length.
fn operand(rest: &str, start: usize, names: Names<'_>) -> Result<(TokenKind, usize), BadForm> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let run = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let known = |name: &str| names.0.contains(name);
    if run.contains(char::is_alphabetic) {
        let mut name = run.trim_end_matches('-');
        let whole = name;
        loop {
            if !name.is_empty() && known(name) {
                // What follows a minus must be a number or a name of its own.
                return Ok((TokenKind::Name(name.to_owned()), name.len()));
            }
            match name.rfind('-') {
                Some(hyphen) => name = name[..hyphen].trim_end_matches('-'),
                None => break,
            }
        }
        if !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return Err(unknown(whole, start, names));
        }
    }
    let length = number_length(rest);
    let written = &rest[..length];
    let range = start..start + length.max(rest.chars().next().map_or(0, char::len_utf8));
    if length == 0 {
        let sign = rest.chars().next().unwrap_or(' ');
        let found = bad(range, format!("`{sign}` has no meaning here"));
        return Err(match sign {
            '^' => found.help("powers are not reckoned; multiply the number by itself"),
            '%' => found.help("write 10 percent as 10 / 100"),
            ',' => found.help("write 1234.5 with a point, and without marks between its digits"),
            '$' | '€' | '£' => {
                found.help("give the number a name under `quantities:`, with its unit")
            }
            _ => found.help(
                "an expression has numbers, names of quantities and sums, + - * / and brackets",
            ),
        });
    }
    if rest[length..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return Err(unknown(run, start, names));
    }
    match Exact::parse(written) {
        Ok(number) => Ok((TokenKind::Number(number), length)),
        Err(NoNumber::TooLarge) => Err(bad(range, "this number is too large to be reckoned with")),
        Err(_) => Err(bad(range, format!("`{written}` is no number"))),
    }
}

fn unknown(name: &str, start: usize, (names, own): Names<'_>) -> BadForm {
    let mut shown: String = name.chars().take(100).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    let found = bad(start..start + name.len(), format!("there is no quantity or sum `{shown}`"));
    let is_times = |c: char| matches!(c, 'x' | 'X');
    if name.contains(is_times) && name.chars().all(|c| is_times(c) || c.is_ascii_digit()) {
        return found.help("to multiply, write `*`");
    }
    match nearest::nearest(name, names.iter().copied().filter(|name| *name != own)) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => found.help("name it under `quantities:` or `sums:`"),
    }
}

/// How long the number is that a text starts with: `12.5`, `20e9`.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.') {
        let decimals = digits(end + 1);
        if end + decimals > 0 {
            end += 1 + decimals;
        }
    }
    if end > 0 && matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let power = digits((end + 1 + sign).min(bytes.len()));
        if power > 0 {
            end += 1 + sign + power;
        }
    }
    end
}

/// Numbers and names must alternate with signs, and brackets must pair.
fn look_at_order(tokens: &[Token], length: usize) -> Result<(), BadForm> {
    let mut open: Vec<&Token> = Vec::new();
    let mut wants_operand = true;
    let mut signs = 0;
    for token in tokens {
        let range = token.range.clone();
        match (&token.kind, wants_operand) {
            (TokenKind::Number(_) | TokenKind::Name(_), true) => {
                wants_operand = false;
                signs = 0;
            }
            (TokenKind::Number(_) | TokenKind::Name(_) | TokenKind::Open, false) => {
                return Err(bad(range, "a sign is missing before this")
                    .help("write + - * or / between two numbers"));
            }
            (TokenKind::Operator(_), false) => wants_operand = true,
            // A sign before a number; one is enough.
            (TokenKind::Operator('-' | '+'), true) if signs == 0 => signs += 1,
            (TokenKind::Operator(sign), true) => {
                return Err(bad(range, format!("a number is missing before this `{sign}`")));
            }
            (TokenKind::Open, true) => {
                open.push(token);
                signs = 0;
                if open.len() > DEEPEST {
                    return Err(bad(range, format!("more than {DEEPEST} brackets are open here"))
                        .help("make several sums of it, one built on the other"));
                }
            }
            (TokenKind::Close, true) => {
                return Err(bad(range, "a number is missing before this bracket"));
            }
            (TokenKind::Close, false) => {
                if open.pop().is_none() {
                    return Err(bad(range, "this bracket closes nothing"));
                }
            }
        }
    }
    if tokens.is_empty() {
        return Err(bad(0..length, "this expression is empty"));
    }
    if wants_operand {
        return Err(bad(
            length..length,
            "the expression breaks off; a number is missing at its end",
        ));
    }
    match open.last() {
        Some(token) => Err(bad(token.range.clone(), "this bracket is not closed")),
        None => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let names = ["pledge", "cpi-2023", "cpi", "pledge-2023", "2023-total", "año"];
        match tokens(text, &names.into_iter().collect(), "") {
            Ok(tokens) => {
                tokens.iter().map(|token| &text[token.range.clone()]).collect::<Vec<_>>().join(" ")
            }
            Err(bad) => format!(
                "{:?} {}{}",
                bad.range,
                bad.message,
                bad.help.map_or_else(String::new, |help| format!("; {help}"))
            ),
        }
    }

    #[test]
    fn the_longest_known_name_wins() {
        assert_eq!(cut("pledge-2023 - pledge"), "pledge-2023 - pledge");
        assert_eq!(cut("pledge-cpi-2023"), "pledge - cpi-2023");
        assert_eq!(cut("pledge-5"), "pledge - 5");
        assert_eq!(cut("pledge - cpi-2023"), "pledge - cpi-2023");
        assert_eq!(
            cut("pledge-"),
            "6..7 the expression breaks off; a number is missing at its end"
                .replace("6..7", "7..7")
        );
        assert_eq!(cut("2023-total/2"), "2023-total / 2");
        assert_eq!(cut("26+6"), "26 + 6");
        assert_eq!(cut("26-6"), "26 - 6");
        assert_eq!(cut("20e9*.5"), "20e9 * .5");
        assert_eq!(
            cut("(a)"),
            "1..2 there is no quantity or sum `a`; name it under `quantities:` or `sums:`"
        );
        assert_eq!(cut("2 × año ÷ 3 − 1"), "2 × año ÷ 3 − 1");
        assert_eq!(cut("-pledge * -(2)"), "- pledge * - ( 2 )");
    }

    #[test]
    fn faults_have_places() {
        for (text, fault) in [
            ("", "0..0 this expression is empty"),
            ("plegde * 2", "0..6 there is no quantity or sum `plegde`; did you mean `pledge`?"),
            (
                "2 ^ 3",
                "2..3 `^` has no meaning here; powers are not reckoned; multiply the number by itself",
            ),
            (
                "1,000",
                "1..2 `,` has no meaning here; write 1234.5 with a point, and without marks between its digits",
            ),
            ("2 3", "2..3 a sign is missing before this; write + - * or / between two numbers"),
            ("2 * / 3", "4..5 a number is missing before this `/`"),
            ("2 + + + 3", "6..7 a number is missing before this `+`"),
            ("(2", "0..1 this bracket is not closed"),
            ("2)", "1..2 this bracket closes nothing"),
            ("()", "1..2 a number is missing before this bracket"),
            ("1e9999", "0..6 this number is too large to be reckoned with"),
            ("3x", "0..2 there is no quantity or sum `3x`; to multiply, write `*`"),
            ("3x4", "0..3 there is no quantity or sum `3x4`; to multiply, write `*`"),
            ("pledge X 4", "7..8 there is no quantity or sum `X`; to multiply, write `*`"),
            ("2 × 3", "2 × 3"),
            ("1.2.3", "3..5 a sign is missing before this; write + - * or / between two numbers"),
        ] {
            assert_eq!(cut(text), fault, "{text}");
        }
        assert!(cut(&"(".repeat(3000)).contains("more than 100 brackets are open here"));
        assert!(cut(&"1+".repeat(50_000)).contains("has more than 20000 characters"));
        assert!(cut(&"1+".repeat(9000)).contains("has more than 4000 parts"));
    }
}
