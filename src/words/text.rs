//! Texts with places that are filled in.

/// A text, cut where something is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Vec<Piece>);

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What is said as it stands.
    Text(String),
    /// The name of what is filled in.
    Name(String),
}

impl Text {
    /// Reads a text such as `Page {number} of {pages}`. Two braces stand for one: `{{`.
    ///
    /// # Errors
    /// What is wrong with its braces.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut said = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            said.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                said.push_str(brace);
                rest = after;
                continue;
            }
            if brace == "}" {
                return Err("a brace is closed that was not opened".to_owned());
            }
            let Some((name, after)) = rest.split_once('}') else {
                return Err("a brace is not closed".to_owned());
            };
            if !is_name(name) {
                return Err(format!("`{{{name}}}` is no name: small letters, digits and `_`"));
            }
            if !said.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut said)));
            }
            pieces.push(Piece::Name(name.to_owned()));
            rest = after;
        }
        said.push_str(rest);
        if !said.is_empty() || pieces.is_empty() {
            pieces.push(Piece::Text(said));
        }
        Ok(Self(pieces))
    }

    /// Its pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The names of what is filled in, in order, some perhaps twice.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Name(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The whole text, where nothing is filled in.
    pub fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }
}

/// Whether templates can write it: `unverified`, `pages_2`.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn braces_are_read() {
        let said = |text: &str| Piece::Text(text.to_owned());
        let name = |name: &str| Piece::Name(name.to_owned());
        for (text, pieces) in [
            ("", vec![said("")]),
            ("a", vec![said("a")]),
            ("{n}", vec![name("n")]),
            ("a {n} b{c}", vec![said("a "), name("n"), said(" b"), name("c")]),
            ("{{n}} }}", vec![said("{n} }")]),
        ] {
            assert_eq!(Text::read(text).unwrap().pieces(), pieces, "{text}");
        }
        for text in ["{", "}", "{n", "n}", "{}", "{N}", "{a b}", "{1}", "{{n}"] {
            assert!(Text::read(text).is_err(), "{text}");
        }
    }
}
