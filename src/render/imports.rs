//! Style sheets that import others of the theme, as one file.

use std::collections::BTreeMap;

use super::dense;

/// A style sheet with those of `files` that it imports at its start in place of the imports, each
/// once: `@import "NAME.css";`. `names` gathers whose text is in it, and has its own name already.
/// Other imports stay.
pub(super) fn in_place<'a>(
    text: &str,
    files: &BTreeMap<&'a str, &'a [u8]>,
    names: &mut Vec<&'a str>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = without_charset(text);
    loop {
        let blank = blank(rest);
        let Some((name, after)) = import(&rest[blank..]) else { break };
        let Some((&name, bytes)) = files.get_key_value(name) else { break };
        out.push_str(&rest[..blank]);
        rest = after;
        if !names.contains(&name) {
            names.push(name);
            out.push_str(&in_place(&String::from_utf8_lossy(bytes), files, names));
        }
    }
    out.push_str(rest);
    out
}

/// What follows the declaration of the encoding, which is always UTF-8.
fn without_charset(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.strip_prefix("@charset ").and_then(|it| it.split_once(';')).map_or(text, |it| it.1)
}

/// The length of the white space and the comments that a text starts with.
fn blank(text: &str) -> usize {
    let mut rest = text.trim_ascii_start();
    while rest.starts_with("/*") {
        rest = rest[dense::comment(rest)..].trim_ascii_start();
    }
    text.len() - rest.len()
}

/// The name that an import without conditions gives, as `"NAME"` or `url(NAME)`, and what follows it.
fn import(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("@import")?.trim_ascii_start();
    let url = rest.strip_prefix("url(").map(str::trim_ascii_start);
    let rest = url.unwrap_or(rest);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (name, rest) = match (quote, url) {
        (Some(quote), _) => rest[1..].split_once(quote)?,
        (None, Some(_)) => rest.split_at(rest.find(')')?),
        (None, None) => return None,
    };
    let rest = rest.trim_ascii_start();
    let rest = if url.is_some() { rest.strip_prefix(')')?.trim_ascii_start() } else { rest };
    Some((name.trim_ascii(), rest.strip_prefix(';')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(text: &str, others: &[(&'static str, &'static str)]) -> (String, Vec<&'static str>) {
        let files = others.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let mut names = vec!["own.css"];
        (in_place(text, &files, &mut names), names)
    }

    #[test]
    fn imports_stand_in_place_once() {
        let others = [
            ("a.css", "@import 'b.css';\na {}"),
            ("b.css", "/* b */ @import \"own.css\"; @import \"a.css\" ; b {}"),
            ("own.css", "never"),
        ];
        let (text, names) = bundle("/* x */ @import \"a.css\";\n@import \"b.css\";c {}", &others);
        assert_eq!(text, "/* x */ /* b */   b {}\na {}\nc {}");
        assert_eq!(names, ["own.css", "a.css", "b.css"]);
        let (text, _) = bundle(
            "@charset \"utf-8\";@import url( 'd.css' );@import url(d.css);c {}",
            &[("d.css", "d {}")],
        );
        assert_eq!(text, "d {}c {}");
    }

    #[test]
    fn others_stay() {
        for text in [
            "@import \"none.css\"; a {}",
            "@import url(none.css); a {}",
            "@import url(a.css",
            "@import \"a.css\" print; a {}",
            "a {} @import \"a.css\";",
            "@import \"a.css",
            "@import \"a.css\"",
            "@import ü",
            "@import",
            "/* left open @import \"a.css\";",
        ] {
            assert_eq!(bundle(text, &[("a.css", "never")]).0, text);
        }
    }
}
