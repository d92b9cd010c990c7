//! Refuses markup that would keep the tokenizer busy for ever.

/// Most attributes of one tag.
const MOST_ATTRIBUTES: usize = 2000;

/// Whether a tag has so many attributes that no person or program wrote it to be read: the tokenizer
/// compares each with all before it.
pub fn has_endless_tag(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        at += found + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name = &bytes[at..(at + 6).min(bytes.len())];
        match end_of_tag(&bytes[at..]) {
            Some(length) => at += length,
            None => return true,
        }
        // What looks like tags in a script is none.
        for silent in [&b"script"[..], b"style"] {
            if name.len() >= silent.len() && name[..silent.len()].eq_ignore_ascii_case(silent) {
                at += end_of_script(&bytes[at..], silent);
            }
        }
    }
    false
}

/// How long a tag is, from its name on; none where it has too many attributes.
fn end_of_tag(tag: &[u8]) -> Option<usize> {
    let (mut quote, mut valued, mut spaced, mut attributes) = (None, false, false, 0);
    for (at, byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (Some(mark), byte) if mark == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if valued => (quote, valued) = (Some(byte), false),
            (None, b'=') => valued = true,
            (None, byte) if byte.is_ascii_whitespace() || *byte == b'/' => spaced = true,
            (None, _) => {
                attributes += usize::from(spaced && !valued);
                (spaced, valued) = (false, false);
            }
        }
        if attributes > MOST_ATTRIBUTES {
            return None;
        }
    }
    Some(tag.len())
}

/// Where the end tag of a script or style starts.
fn end_of_script(text: &[u8], name: &[u8]) -> usize {
    memchr::memmem::find_iter(text, b"</")
        .find(|at| {
            let rest = &text[at + 2..];
            rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name)
        })
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_of_thousands_of_attributes_are_endless() {
        let many = |attribute: &str| attribute.repeat(MOST_ATTRIBUTES + 1);
        assert!(has_endless_tag(&format!("<p>x<a {}>", many("a=b "))));
        assert!(has_endless_tag(&format!("<a {}", many("a='>' "))));
        assert!(has_endless_tag(&format!("<a {}", many("a\n=\n'>' "))));
        assert!(has_endless_tag(&format!("<a {}", many("a/"))));
        assert!(!has_endless_tag(&format!("<a title='{}'>", many("a "))));
        assert!(!has_endless_tag(&format!("<script>if(a<b){}</script>", many("a "))));
        assert!(!has_endless_tag(&many("<a b='c'>x</a> ")));
        assert!(!has_endless_tag(&format!("a < b {}", many("c "))));
        assert!(!has_endless_tag("<"));
    }
}
