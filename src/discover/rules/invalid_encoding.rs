//! Text that is not UTF-8, or holds control characters.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-encoding",
    level: Level::Deny,
    summary: "a text file is not UTF-8, or holds control characters",
    reason: "Quotations are compared character by character. In a file of another encoding the \
             characters are not known, so that nothing in it could be checked.",
    bad: "a file saved as Windows-1252 or UTF-16",
    good: "the same file saved as UTF-8",
    fixed: true,
};

/// Reads bytes as text, without the byte order mark; or reports the first byte that is none.
///
/// # Errors
/// The finding, placed at the first bad byte.
pub fn decode(path: &str, mut bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let place = Place::file(&InputFile::new(path, ""));
        return Err(Box::new(
            Diagnostic::new(&RULE, place, "this file is saved as UTF-16, not as UTF-8")
                .help("save it again with the encoding UTF-8"),
        ));
    }
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            // A seed stands as it was received, page breaks and all.
            let received = path.starts_with("seeds/");
            match text.bytes().position(|byte| byte == 0 || (!received && is_control(byte))) {
                None => Ok(text),
                Some(at) => Err(Box::new(control(path, text, at))),
            }
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
            let place = Place::bytes(&InputFile::new(path, text), at..end);
            Err(Box::new(
                Diagnostic::new(&RULE, place, "this file is not UTF-8")
                    .label(format!("the byte {byte:#04X} stands here"))
                    .help("save the file again with the encoding UTF-8"),
            ))
        }
    }
}

/// Control characters that no text needs; YAML and XML forbid them.
fn is_control(byte: u8) -> bool {
    (byte < b' ' || byte == 0x7F) && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)
}

/// Reports the control character at byte `at`.
fn control(path: &str, text: String, at: usize) -> Diagnostic {
    let name = match text.as_bytes()[at] {
        0 => "a NUL character".to_owned(),
        byte => format!("an invisible control character (U+{byte:04X})"),
    };
    let place = Place::bytes(&InputFile::new(path, text), at..at + 1);
    Diagnostic::new(&RULE, place, format!("there is {name} in this text"))
        .label("here; it can't be seen in an editor")
        .help("delete the character; if the file is full of them, it is no text file")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn bad_bytes_are_shown_at_their_place() {
        let found = decode("a.md", b"one\ntw\xE9 three".to_vec()).unwrap_err();
        assert_eq!((found.place.lines().0.line, found.place.lines().0.column), (2, 3));
        assert!(decode("a.md", b"a\0".to_vec()).is_err());
        assert!(decode("a.md", b"\xFF\xFEa\0".to_vec()).unwrap_err().message.contains("UTF-16"));
    }

    #[test]
    fn control_characters_are_shown_at_their_place() {
        let found = decode("a.md", b"a\nb\x1B[2J".to_vec()).unwrap_err();
        assert_eq!((found.place.lines().0.line, found.place.lines().0.column), (2, 2));
        assert!(found.message.contains("U+001B"));
        assert!(decode("a.md", b"a\tb\r\nc".to_vec()).is_ok());
        assert!(decode("seeds/a.txt", b"a\x0Cb\x1Bc".to_vec()).is_ok());
        assert!(decode("seeds/a.txt", b"a\0b".to_vec()).is_err());
    }

    #[test]
    fn the_byte_order_mark_goes() {
        assert_eq!(decode("a.md", b"\xEF\xBB\xBFa".to_vec()).unwrap(), "a");
    }
}
