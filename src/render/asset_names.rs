//! What a site's own style sheets name, and is not there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::assets::{FOLDER, is_style_sheet};
use super::builtin::BUILT_IN;
use super::dense;
use crate::check::rules::template_error;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::InputFile;

/// Reports files of `templates/assets/` that a style sheet there loads and that are missing: readers
/// would get a font, a picture or rules less, and nobody would be told.
pub(super) fn missing(overrides: &[(String, Vec<u8>)]) -> Vec<Diagnostic> {
    let built_in = BUILT_IN.iter().filter_map(|entry| entry.name.strip_prefix(FOLDER));
    let own = overrides.iter().filter_map(|(name, _)| name.strip_prefix(FOLDER));
    let there: BTreeSet<&str> = built_in.chain(own).collect();
    let mut findings = Vec::new();
    for (name, bytes) in overrides {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if !name.starts_with(FOLDER) || !is_style_sheet(name) {
            continue;
        }
        let file = InputFile::new(format!("templates/{name}"), text);
        for range in names(&file.text) {
            let loaded = file_name(&file.text[range.clone()]);
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

/// The file that an address in a style sheet names: without a part of it, and without `./`.
pub(super) fn file_name(address: &str) -> &str {
    let file = address.split(['#', '?']).next().unwrap_or(address);
    file.strip_prefix("./").unwrap_or(file)
}

/// Whether a name can be that of a file beside the style sheet: no address, no part of a picture.
fn is_file(name: &str) -> bool {
    !name.is_empty() && !name.starts_with(['/', '#', '.']) && !name.contains([':', '\\'])
}

/// What a style sheet loads by `url(…)` and `@import "…"`, without its comments.
pub(super) fn names(css: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < css.len() {
        let rest = &css[at..];
        let is_start =
            |word: &str| rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
        if is_start("/*") {
            at += dense::comment(rest);
        } else if is_start("\"") || is_start("'") {
            at += dense::string(rest);
        } else if let Some(word) = ["url(", "@import"].into_iter().find(|word| is_start(word)) {
            let inner = &rest[word.len()..];
            let start = at + word.len() + inner.len() - inner.trim_ascii_start().len();
            let quoted = css[start..].starts_with(['"', '\'']);
            if quoted {
                let text = &css[start..start + dense::string(&css[start..])];
                // One that is left open has no mark at its end to take away.
                let inner = text[1..].strip_suffix(&text[..1]).unwrap_or(&text[1..]);
                names.push(start + 1..start + 1 + inner.len());
                at = start + text.len();
            } else if word == "url(" {
                let length = css[start..].find(')').unwrap_or(css.len() - start);
                names.push(start..start + css[start..start + length].trim_ascii_end().len());
                at = start + length;
            } else {
                at = start;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_and_not_there_is_told_at_its_place() {
        let css = "/* url(no.png) */ @import \"more.css\"; @import 'site.css'; @import url(x.css) print;\n\
                   a { src: url( font.woff2 ) format(\"woff2\"), URL(\"there.png\"); b: url(#c);\n\
                   d: url('data:image/png;base64,xx') url(https://example.org/a.png) url(/abs.png) url(ü) url(./gone.svg#a);\n\
                   /*// url(b.png) //*/ content: \"url(c.png)\"; e: url(\"data:x,url(d.png) fill='url(%23a)'\") url(\"open }";
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
        assert_eq!(
            told,
            [
                (1, "more.css"),
                (1, "x.css"),
                (2, "font.woff2"),
                (3, "ü"),
                (3, "./gone.svg#a"),
                (4, "open }")
            ]
        );
        for open in ["url(\"ü", "@import \"", "url(", "url('", "\"ü"] {
            assert!(missing(&[("assets/a.css".to_owned(), open.into())]).len() <= 1, "{open}");
        }
        assert_eq!(found[0].message, "there is no `more.css` in templates/assets/");
    }
}
