//! The notation of PDF files and of what stands in them (ISO 32000-1, 7.2 and 7.3).
//!
//! Nothing is read twice, nothing calls itself, and every object is counted: a text takes as long as
//! it is long, and no more memory than it is given. The library's own reader promises neither.

use lopdf::{Dictionary, Object, StringFormat};

/// How deep lists stand within one another; what is deeper stands in the deepest.
const DEEPEST: usize = 100;

/// A piece of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Token<'a> {
    /// A value.
    Object(Object),
    /// A word that is no value: an operator, `obj`, `stream`.
    Word(&'a [u8]),
}

/// A text being read.
pub struct Syntax<'a> {
    bytes: &'a [u8],
    /// Where reading goes on.
    pub at: usize,
    /// How many objects may still be read.
    pub left: usize,
}

/// A list that has not ended.
enum Open {
    Array(Vec<Object>),
    /// Entries, and the key whose value comes next.
    Dictionary(Dictionary, Option<Vec<u8>>),
}

impl Open {
    fn push(&mut self, object: Object) {
        match self {
            Self::Array(objects) => objects.push(object),
            Self::Dictionary(entries, key) => match (key.take(), object) {
                (Some(key), value) => entries.set(key, value),
                (None, Object::Name(name)) => *key = Some(name),
                (None, _) => {}
            },
        }
    }

    fn close(self) -> Object {
        match self {
            Self::Array(objects) => Object::Array(objects),
            Self::Dictionary(entries, _) => Object::Dictionary(entries),
        }
    }
}

impl<'a> Syntax<'a> {
    /// Reads from a place on, `left` objects at most.
    pub fn new(bytes: &'a [u8], at: usize, left: usize) -> Self {
        Self { bytes, at, left }
    }

    /// The next operator of a page, and what it works on; none at the end, or where there are too
    /// many objects. `ID` is one only where its picture does not end.
    pub fn operation(&mut self, operands: &mut Vec<Object>) -> Option<&'a [u8]> {
        operands.clear();
        loop {
            match self.next()? {
                Token::Object(object) => operands.push(object),
                Token::Word(b"ID") if self.skip_picture() => {}
                Token::Word(word) => return Some(word),
            }
        }
    }

    /// The next value or word.
    pub fn next(&mut self) -> Option<Token<'a>> {
        let mut open: Vec<Open> = Vec::new();
        while self.left > 0 {
            self.skip_space();
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let mut read = match rest {
                [] if open.is_empty() => return None,
                [b'[', ..] => {
                    self.at += 1;
                    self.left -= 1;
                    if open.len() < DEEPEST {
                        open.push(Open::Array(Vec::new()));
                    }
                    continue;
                }
                [b'<', b'<', ..] => {
                    self.at += 2;
                    self.left -= 1;
                    if open.len() < DEEPEST {
                        open.push(Open::Dictionary(Dictionary::new(), None));
                    }
                    continue;
                }
                [b']', ..] => {
                    self.at += 1;
                    None
                }
                [b'>', b'>', ..] => {
                    self.at += 2;
                    None
                }
                [b'/', ..] => Some(Object::Name(self.name())),
                [b'(', ..] => Some(Object::String(self.letters(), StringFormat::Literal)),
                [b'<', ..] => Some(Object::String(self.digits(), StringFormat::Hexadecimal)),
                [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => Some(self.number()),
                [byte, ..] if !is_regular(*byte) => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let end = rest.iter().position(|byte| !is_regular(*byte));
                    let word = &rest[..end.unwrap_or(rest.len())];
                    let value = match word {
                        b"true" => Some(Object::Boolean(true)),
                        b"false" => Some(Object::Boolean(false)),
                        b"null" => Some(Object::Null),
                        _ => None,
                    };
                    if value.is_some() {
                        self.at += word.len();
                    } else if open.is_empty() {
                        self.at += word.len();
                        return Some(Token::Word(word));
                    }
                    // A list that a word stands in was not ended.
                    value
                }
            };
            if read.is_some() {
                self.left -= 1;
            } else {
                read = open.pop().map(Open::close);
            }
            let Some(object) = read else { continue };
            match open.last_mut() {
                Some(list) => list.push(object),
                None => return Some(Token::Object(object)),
            }
        }
        None
    }

    /// Whether the bytes of a stream come next; if so, goes to their start.
    pub fn stream(&mut self) -> bool {
        self.skip_space();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix(b"stream") else { return false };
        self.at += match rest {
            [b'\r', b'\n', ..] => 8,
            [b'\r' | b'\n', ..] => 7,
            _ => 6,
        };
        true
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            if *byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len());
            } else if is_space(*byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// A name, after its slash; `#20` stands for a byte.
    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.bytes.get(self.at).filter(|byte| is_regular(**byte)) {
            let escaped = match self.bytes.get(self.at..self.at + 3) {
                Some([b'#', high, low]) => digit(*high).zip(digit(*low)),
                _ => None,
            };
            name.push(escaped.map_or(*byte, |(high, low)| high << 4 | low));
            self.at += if escaped.is_some() { 3 } else { 1 };
        }
        name
    }

    /// A string in parentheses, which may stand in it in pairs.
    fn letters(&mut self) -> Vec<u8> {
        let mut string = Vec::new();
        let mut depth = 0_usize;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'(' if depth > 0 => string.push(b'('),
                b')' if depth > 1 => string.push(b')'),
                b'\\' => self.escape(&mut string),
                b'\r' => {
                    self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n'));
                    string.push(b'\n');
                }
                b'(' | b')' => {}
                byte => string.push(*byte),
            }
            match byte {
                b'(' => depth += 1,
                b')' if depth == 1 => break,
                b')' => depth -= 1,
                _ => {}
            }
        }
        string
    }

    /// What stands after a backslash.
    fn escape(&mut self, string: &mut Vec<u8>) {
        let rest = &self.bytes[self.at..];
        let octal = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
        self.at += octal.max(1);
        match rest {
            _ if octal > 0 => {
                let value =
                    rest[..octal].iter().fold(0_u8, |value, byte| value << 3 | (byte - b'0'));
                string.push(value);
            }
            [b'\r', b'\n', ..] => self.at += 1,
            [] | [b'\r' | b'\n', ..] => {}
            [b'n', ..] => string.push(b'\n'),
            [b'r', ..] => string.push(b'\r'),
            [b't', ..] => string.push(b'\t'),
            [b'b', ..] => string.push(8),
            [b'f', ..] => string.push(12),
            [byte, ..] => string.push(*byte),
        }
    }

    /// A string of hexadecimal digits; a last odd one is followed by 0.
    fn digits(&mut self) -> Vec<u8> {
        let mut string = Vec::new();
        let mut high = None;
        self.at += 1;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match (digit(*byte), high) {
                _ if *byte == b'>' => break,
                (Some(low), Some(before)) => {
                    string.push(before << 4 | low);
                    high = None;
                }
                (Some(value), None) => high = Some(value),
                (None, _) => {}
            }
        }
        string.extend(high.map(|high| high << 4));
        string
    }

    /// A number, or, as `12 0 R`, a reference.
    fn number(&mut self) -> Object {
        let rest = &self.bytes[self.at..];
        let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.".contains(byte);
        let run = &rest[..rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len())];
        self.at += run.len();
        if run.iter().all(u8::is_ascii_digit)
            && let Some((number, generation, end)) = self.reference(run)
        {
            self.at = end;
            return Object::Reference((number, generation));
        }
        // Some programs write a second sign, as in `--5` and `0.00-41`; readers pass it over.
        let is_negative = run.first() == Some(&b'-');
        let digits: Vec<u8> = run.iter().copied().filter(|byte| !b"+-".contains(byte)).collect();
        let digits = std::str::from_utf8(&digits).unwrap_or_default();
        if let Ok(number) = digits.parse::<i64>() {
            return Object::Integer(if is_negative { -number } else { number });
        }
        let number: f32 = digits.parse().unwrap_or_default();
        Object::Real(if is_negative { -number } else { number })
    }

    /// Whether a number is the first part of a reference; gives where that ends.
    fn reference(&self, number: &[u8]) -> Option<(u32, u16, usize)> {
        let rest = after_space(&self.bytes[self.at..]);
        let length = rest.iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
        let (generation, rest) = rest.split_at(length);
        let rest = after_space(rest).strip_prefix(b"R")?;
        if rest.first().copied().is_some_and(is_regular) {
            return None;
        }
        let (number, generation) = (unsigned(number)?, unsigned(generation)?);
        let end = self.bytes.len() - rest.len();
        Some((number.try_into().ok()?, generation.try_into().ok()?, end))
    }

    /// Passes over the bytes of a picture that stands among operators; false where it does not end.
    fn skip_picture(&mut self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = memchr::memmem::find_iter(rest, b"EI").find(|at| {
            let after = &rest[at + 2..];
            let is_text = |byte: &u8| is_space(*byte) && *byte != 0 || (b' '..=b'~').contains(byte);
            *at > 0
                && is_space(rest[at - 1])
                && !after.first().copied().is_some_and(is_regular)
                && after.iter().take(8).all(is_text)
        });
        self.at += end.unwrap_or(rest.len());
        end.is_some()
    }
}

/// What follows white space. It is looked at more than once, so it is not looked at far.
pub fn after_space(bytes: &[u8]) -> &[u8] {
    let space = bytes.iter().take(16).take_while(|byte| is_space(**byte)).count();
    &bytes[space..]
}

/// The number that digits stand for.
pub fn unsigned(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

pub fn is_space(byte: u8) -> bool {
    b" \t\r\n\0\x0c".contains(&byte)
}

/// Whether a byte belongs to a word.
pub fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
