//! What the signs of a font mean, and how wide they are.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_16BE};
use lopdf::{Dictionary, Document, Object};

use super::pdf::{entry, number, value};
use super::pdf_budget::{Budget, Short};
use super::pdf_page::{MOST_OPERANDS, MOST_TEXT};
use super::pdf_syntax::Syntax;

/// Most numbers and names of a list of what differs from an encoding: one of each for each byte.
const MOST_DIFFERENCES: usize = 512;
/// Most bytes of what one sign stands for (ISO 32000-1, 9.10.3), and of the name of one.
const LONGEST_MEANING: usize = 512;
/// The width, in thousandths of the letters' size, of signs whose width is not given.
const USUAL_WIDTH: f64 = 500.0;

/// A font of a page.
pub struct Font {
    /// Whether signs are two bytes each.
    wide: bool,
    meaning: Meaning,
    widths: Ranges<f64>,
    other_width: f64,
}

/// What ranges of signs have in common: first, last, what; the first in order.
type Ranges<T> = Vec<(u32, u32, T)>;

/// What each byte stands for; nothing where that is not known.
type Letters = [String; 256];

/// How signs become letters.
enum Meaning {
    /// The font's own table: the text of the first of each range, from which the others count on.
    Table(Ranges<String>),
    /// One byte, one letter.
    Letters(Box<Letters>),
    /// An encoding that is known beyond PDF.
    Encoding(&'static Encoding),
    /// Nothing says it.
    Unknown,
}

impl Font {
    pub fn new(document: &Document, font: &Dictionary, budget: &mut Budget) -> Self {
        let wide = is_kind(font, b"Type0");
        let (mut widths, other_width) =
            if wide { wide_widths(document, font, budget) } else { simple_widths(document, font) };
        widths.sort_by_key(|(first, ..)| *first);
        let table = value(document, font, b"ToUnicode").and_then(|it| it.as_stream().ok());
        let table = table.and_then(|stream| budget.unpack(stream));
        let table = table.map(|table| table_of(&table, budget));
        let meaning = match table.filter(|table| !table.is_empty()) {
            Some(table) => Meaning::Table(table),
            None if wide => {
                let name = value(document, font, b"Encoding").and_then(|it| it.as_name().ok());
                encoding(name.unwrap_or_default()).map_or(Meaning::Unknown, Meaning::Encoding)
            }
            None => Meaning::Letters(letters(document, font)),
        };
        Self { wide, meaning, widths, other_width }
    }

    /// The signs in a string: number, width in the letters' size, and whether it is a plain space.
    pub fn signs<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = (f64, bool)> + 'a {
        string.chunks(if self.wide { 2 } else { 1 }).map(|sign| {
            let code = sign.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let width = find(&self.widths, code).map_or(self.other_width, |(_, width)| *width);
            (width / 1000.0, !self.wide && code == 32)
        })
    }

    /// Adds what a string says; gives how many signs it has, and how many of them are unknown.
    pub fn say(&self, string: &[u8], text: &mut String) -> (usize, usize) {
        let count = string.len().div_ceil(if self.wide { 2 } else { 1 });
        let mut unknown = 0;
        match &self.meaning {
            Meaning::Unknown => unknown = count,
            Meaning::Encoding(encoding) => text.push_str(&encoding.decode(string).0),
            Meaning::Letters(letters) => {
                for byte in string {
                    if text.len() > MOST_TEXT {
                        break;
                    }
                    let letter = &letters[usize::from(*byte)];
                    unknown += usize::from(letter.is_empty());
                    text.push_str(letter);
                }
            }
            Meaning::Table(table) => {
                for sign in string.chunks(if self.wide { 2 } else { 1 }) {
                    if text.len() > MOST_TEXT {
                        break;
                    }
                    let code = sign.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
                    if !look_up(table, code, text) {
                        unknown += 1;
                    }
                }
            }
        }
        (count, unknown)
    }
}

/// The range that a sign is in: its first sign, and what it has.
fn find<T>(ranges: &Ranges<T>, code: u32) -> Option<(u32, &T)> {
    let after = ranges.partition_point(|(first, ..)| *first <= code);
    let (first, last, what) = ranges.get(after.checked_sub(1)?)?;
    (code <= *last).then_some((*first, what))
}

/// Adds the text of a sign; false where the table does not know it.
fn look_up(table: &Ranges<String>, code: u32, text: &mut String) -> bool {
    let Some((first, start)) = find(table, code) else { return false };
    let mut letters = start.chars();
    let Some(end) = letters.next_back() else { return true };
    text.push_str(letters.as_str());
    text.push(char::from_u32(u32::from(end).saturating_add(code - first)).unwrap_or('\u{fffd}'));
    true
}

/// Reads a table of meanings (ISO 32000-1, 9.10.3), which is written in the notation of pages.
fn table_of(bytes: &[u8], budget: &mut Budget) -> Ranges<String> {
    let mut table = Vec::new();
    let mut syntax = Syntax::new(bytes, 0, MOST_OPERANDS);
    let mut operands = Vec::new();
    while let Some(operator) = syntax.operation(&mut operands) {
        syntax.left = MOST_OPERANDS;
        let before = table.len();
        match operator {
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let (Some(code), Some(text)) = (code(&pair[0]), utf16(&pair[1])) {
                        table.push((code, code, text));
                    }
                }
            }
            b"endbfrange" => {
                for range in operands.chunks_exact(3) {
                    let (Some(first), Some(last)) = (code(&range[0]), code(&range[1])) else {
                        continue;
                    };
                    if let Object::Array(texts) = &range[2] {
                        let texts = texts.iter().filter_map(utf16);
                        table.extend((first..=last).zip(texts).map(|(it, text)| (it, it, text)));
                    } else if let Some(text) = utf16(&range[2]) {
                        table.push((first, last, text));
                    }
                }
            }
            _ => {}
        }
        if !budget.take(Short::Objects, table.len() - before) {
            break;
        }
    }
    table.sort_by_key(|(first, ..)| *first);
    table
}

fn code(object: &Object) -> Option<u32> {
    let bytes = object.as_str().ok().filter(|bytes| bytes.len() <= 4)?;
    Some(bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

fn utf16(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    let bytes = &bytes[..bytes.len().min(LONGEST_MEANING)];
    Some(UTF_16BE.decode_without_bom_handling(bytes).0.into_owned())
}

/// Encodings of whole scripts by the names of their predefined tables (ISO 32000-1, table 118).
fn encoding(name: &[u8]) -> Option<&'static Encoding> {
    let name = std::str::from_utf8(name).ok()?;
    let has = |part: &str| name.contains(part);
    Some(match () {
        () if name.starts_with("Uni") && (has("UCS2") || has("UTF16")) => UTF_16BE,
        () if has("GBK") => GBK,
        () if has("RKSJ") => SHIFT_JIS,
        () if has("B5") || has("HKscs") => BIG5,
        () if has("UHC") || has("KSC-EUC") => EUC_KR,
        () => return None,
    })
}

/// One byte, one letter: a base encoding and its differences (ISO 32000-1, 9.6.6).
fn letters(document: &Document, font: &Dictionary) -> Box<Letters> {
    let own = value(document, font, b"Encoding");
    let dictionary = own.and_then(|it| it.as_dict().ok());
    let base = match dictionary {
        Some(own) => value(document, own, b"BaseEncoding"),
        None => own,
    };
    let base = base.and_then(|it| it.as_name().ok()).filter(|it| it.ends_with(b"Encoding"));
    let usual: &[u8] =
        if is_kind(font, b"TrueType") { b"WinAnsiEncoding" } else { b"StandardEncoding" };
    let base = base.unwrap_or(usual);
    let mut letters = Box::new([const { String::new() }; 256]);
    for (byte, letter) in (0..=255).zip(letters.iter_mut()) {
        *letter = letter_in(Object::Name(base.to_vec()), byte);
    }
    let differences = dictionary.and_then(|own| value(document, own, b"Differences"));
    let mut at = 0;
    let differences = differences.and_then(|it| it.as_array().ok()).into_iter().flatten();
    for object in differences.take(MOST_DIFFERENCES) {
        match object {
            Object::Integer(code) => at = usize::try_from(*code).unwrap_or(256),
            Object::Name(name) => {
                if let Some(letter) = letters.get_mut(at) {
                    *letter = named_letters(name);
                }
                at += 1;
            }
            _ => {}
        }
    }
    letters
}

/// What the library takes a byte for in an encoding; nothing where that says nothing.
fn letter_in(encoding: Object, byte: u8) -> String {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", encoding);
    let document = Document::new();
    let encoding = font.get_font_encoding_with_limit(&document, 0);
    encoding.and_then(|it| it.bytes_to_string(&[byte])).unwrap_or_default()
}

/// The letters of a glyph's name: `eacute`, `f_f_i`, `uni20AC`, `u20AC` (Adobe Glyph List
/// Specification, 2); nothing where it is a name of the font's own.
fn named_letters(name: &[u8]) -> String {
    let name = &name[..name.len().min(LONGEST_MEANING)];
    let Ok(name) = std::str::from_utf8(name) else { return String::new() };
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let mut letters = String::new();
    for part in name.split('_') {
        // In the standard encoding the byte 0 is no letter.
        let glyph = Object::Name(part.as_bytes().to_vec());
        let mut encoding = Dictionary::new();
        encoding.set("Differences", vec![Object::Integer(0), glyph]);
        let known = letter_in(Object::Dictionary(encoding), 0);
        match by_number(part) {
            _ if !known.is_empty() => letters.push_str(&known),
            Some(letter) => letters.push(letter),
            None => return String::new(),
        }
    }
    letters
}

/// The letter of a name such as `uni20AC` or `u20AC`.
fn by_number(name: &str) -> Option<char> {
    let digits = match name.strip_prefix("uni") {
        Some(digits) => digits.get(..4)?,
        None => name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?,
    };
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

/// Whether a font is of a kind.
fn is_kind(font: &Dictionary, kind: &[u8]) -> bool {
    font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == kind)
}

/// Widths of a font of single bytes.
fn simple_widths(document: &Document, font: &Dictionary) -> (Ranges<f64>, f64) {
    // A font that is drawn by operators has a measure of its own.
    let matrix = value(document, font, b"FontMatrix").and_then(|it| it.as_array().ok());
    let scale = matrix.and_then(|it| number(it.first()?)).map_or(1.0, |scale| scale * 1000.0);
    let first = value(document, font, b"FirstChar").and_then(|it| it.as_i64().ok()).unwrap_or(0);
    let first = u32::try_from(first).unwrap_or(0);
    let widths = value(document, font, b"Widths").and_then(|it| it.as_array().ok());
    let widths = (first..=255).zip(widths.into_iter().flatten()).filter_map(|(at, width)| {
        let (_, width) = document.dereference(width).ok()?;
        Some((at, at, number(width)? * scale))
    });
    let missing = entry(document, font, b"FontDescriptor")
        .and_then(|it| number(value(document, it, b"MissingWidth")?))
        .filter(|width| *width > 0.0);
    (widths.collect(), missing.unwrap_or(USUAL_WIDTH))
}

/// Widths of a font of two bytes (ISO 32000-1, 9.7.4.3).
fn wide_widths(document: &Document, font: &Dictionary, budget: &mut Budget) -> (Ranges<f64>, f64) {
    let mut widths = Vec::new();
    let descendants = value(document, font, b"DescendantFonts").and_then(|it| it.as_array().ok());
    let descendant = descendants
        .and_then(|it| document.dereference(it.first()?).ok())
        .and_then(|(_, it)| it.as_dict().ok());
    let Some(descendant) = descendant else { return (widths, 1000.0) };
    let other = value(document, descendant, b"DW").and_then(number).unwrap_or(1000.0);
    let list = value(document, descendant, b"W").and_then(|it| it.as_array().ok());
    let mut list =
        list.into_iter().flatten().filter_map(|it| Some(document.dereference(it).ok()?.1));
    let code = |object: &Object| object.as_i64().ok().and_then(|code| u16::try_from(code).ok());
    while let (Some(first), Some(next)) = (list.next(), list.next()) {
        let Some(first) = code(first) else { break };
        // One list can be named by many fonts, and many times by one.
        if !budget.take(Short::Objects, next.as_array().map_or(1, |each| each.len().max(1))) {
            break;
        }
        if let Object::Array(each) = next {
            let widths_each = (u32::from(first)..=0xffff).zip(each);
            widths.extend(widths_each.filter_map(|(at, width)| Some((at, at, number(width)?))));
        } else if let (Some(last), Some(width)) = (code(next), list.next().and_then(number)) {
            widths.push((first.into(), last.into(), width));
        }
    }
    (widths, other)
}
