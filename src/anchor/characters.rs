//! What single characters are to the normal form: dropped, plain, or part of the letter before them.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// Whether a character shows nothing and has no part in what is said: soft hyphens, places where a
/// line may break or may not, marks of writing direction. Overrides of the direction stay, since they
/// can turn 12 into 21; joiners stay, since they change letters.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202C}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// How many bytes at the start of a text stay as they are: ASCII without runs of white space.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let plain = match byte {
            b' ' => bytes.get(at + 1).is_none_or(u8::is_ascii_graphic),
            _ => byte.is_ascii() && !is_ascii_space(byte),
        };
        if !plain {
            break;
        }
        at += 1;
    }
    at
}

fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// Whether a character may change under normal form C together with what stands before it.
pub(super) fn joins_previous(c: char) -> bool {
    if canonical_combining_class(c) != 0 {
        return true;
    }
    match is_nfc_quick(std::iter::once(c)) {
        IsNormalized::Yes => false,
        IsNormalized::Maybe => true,
        IsNormalized::No => {
            let mut first = None;
            decompose_canonical(c, |part| first = first.or(Some(part)));
            first.is_some_and(|part| {
                canonical_combining_class(part) != 0
                    || is_nfc_quick(std::iter::once(part)) == IsNormalized::Maybe
            })
        }
    }
}
