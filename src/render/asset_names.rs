//! What a site's own style sheets name, and is not there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::builtin::BUILT_IN;
use crate::check::rules::template_error;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::InputFile;

/// Where the theme's assets are.
const FOLDER: &str = "assets/";

/// Reports files of `templates/assets/` that a style sheet there loads and that are missing: readers
/// would get a font, a picture or rules less, and nobody would be told.
pub(super) fn missing(overrides: &[(String, Vec<u8>)]) -> Vec<Diagnostic> {
    let built_in = BUILT_IN.iter().filter_map(|entry| entry.name.strip_prefix(FOLDER));
    let own = overrides.iter().filter_map(|(name, _)| name.strip_prefix(FOLDER));
    let there: BTreeSet<&str> = built_in.chain(own).collect();
    let mut findings = Vec::new();
    for (name, bytes) in overrides {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let is_sheet = name.starts_with(FOLDER) && name.to_ascii_lowercase().ends_with(".css");
        if !is_sheet {
            continue;
        }
        let file = InputFile::new(format!("templates/{name}"), text);
        for range in names(&file.text) {
            let loaded = &file.text[range.clone()];
            if is_file(loaded) && !there.contains(loaded) {
                findings.push(
                    Diagnostic::new(
                        &template_error::RULE,
                        Place::bytes(&file, range),
                        format!("there is no `{loaded}` in templates/assets/"),
                    )
                    .help("put the file there, or take the line out"),
                );
            }
        }
    }
    findings
}

/// Whether a name can be that of a file beside the style sheet: no address, no part of a picture.
fn is_file(name: &str) -> bool {
    !name.is_empty() && !name.starts_with(['/', '#', '.']) && !name.contains([':', '?', '\\'])
}

/// What a style sheet loads by `url(…)` and `@import "…"`, without its comments.
fn names(css: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < css.len() {
        let rest = &css[at..];
        let is_start =
            |word: &str| rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
        if is_start("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if is_start("url(") {
            let inner = &rest[4..rest.find(')').unwrap_or(rest.len())];
            names.extend(unquoted(inner).map(|name| at + 4 + name.start..at + 4 + name.end));
            at += 4 + inner.len();
        } else if is_start("@import") {
            let inner = &rest[7..rest.find(';').unwrap_or(rest.len())];
            let is_quoted = inner.trim_start().starts_with(['"', '\'']);
            names.extend(
                unquoted(inner)
                    .filter(|_| is_quoted)
                    .map(|name| at + 7 + name.start..at + 7 + name.end),
            );
            at += 7;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    names
}

/// The name in a text, without what stands around it.
fn unquoted(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    Some(match text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => start + 1..start + 1 + text[1..].find(quote)?,
        None => start..start + text.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_and_not_there_is_told_at_its_place() {
        let css = "/* url(no.png) */ @import \"more.css\"; @import 'site.css'; @import url(x.css) print;\n\
                   a { src: url( font.woff2 ) format(\"woff2\"), URL(\"there.png\"); b: url(#c);\n\
                   d: url('data:image/png;base64,xx') url(https://example.org/a.png) url(/abs.png) url(ü) url(\"open }";
        let own = [
            ("assets/theme.css".to_owned(), css.as_bytes().to_vec()),
            ("assets/there.png".to_owned(), b"x".to_vec()),
            ("notes.css".to_owned(), b"a{b:url(never.png)}".to_vec()),
        ];
        let found = missing(&own);
        let told: Vec<(usize, &str)> = found
            .iter()
            .map(|it| (it.place.lines().0.line, &it.place.file.text[it.place.range()]))
            .collect();
        assert_eq!(told, [(1, "more.css"), (1, "x.css"), (2, "font.woff2"), (3, "ü")]);
        assert_eq!(found[0].message, "there is no `more.css` in templates/assets/");
    }
}
