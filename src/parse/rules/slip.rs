//! Slips of the pen in YAML, known by the place where the reader gives up.

use std::ops::Range;

use crate::diagnostic::Place;

/// A slip: where, what, and what to do about it.
pub struct Slip {
    pub place: Place,
    pub message: String,
    pub help: String,
}

/// The slip behind an error of the YAML reader, which gave up at `place` with these words.
pub fn known(place: &Place, words: &str) -> Option<Slip> {
    let text = place.file.text.as_str();
    let at = place.range().start.min(text.len());
    let line = line_at(text, at);
    let above = line_at(text, text[..line.start].trim_end().len());
    let next = text[at..].chars().next().unwrap_or(' ');
    let slip = |message: String, help: String| Some(Slip { place: place.clone(), message, help });
    if words.contains("cannot start any token") {
        let percent = if next == '%' { "write `percent`, or " } else { "" };
        let help = format!("{percent}put quotation marks around the value");
        return slip(format!("in YAML no value starts with `{next}`"), help);
    }
    let is_refused = |refusals: &[&str]| refusals.iter().any(|refusal| words.contains(refusal));
    if is_refused(&["expected", "mapping values"]) {
        for line in [&line, &above] {
            if let Some((sign, told)) = without_space(&text[line.clone()]) {
                let indent = text[line.clone()].len() - text[line.clone()].trim_start().len();
                return Some(Slip {
                    place: Place::bytes(&place.file, line.start + indent..line.end),
                    message: format!("a space is missing after `{sign}`"),
                    help: format!("write `{told}`"),
                });
            }
        }
    }
    let before = text[line.start..at].trim_end();
    if let Some(mark) = before.chars().next_back().filter(|c| matches!(c, '"' | '\''))
        && is_refused(&["did not find expected"])
        && at < line.end
    {
        let help = if mark == '\'' && next.is_alphanumeric() {
            "write the apostrophe twice, or put the whole into double quotation marks"
        } else {
            "put the whole into quotation marks of the other kind, or below after `|`"
        };
        let message =
            format!("a text that starts with {mark} ends at the next {mark}, before this");
        return slip(message, help.to_owned());
    }
    let (own, due) = (key_column(&text[line.clone()])?, key_column(&text[above])?);
    let is_at_key = before.trim_start_matches([' ', '-']).chars().all(is_of_key);
    if own == due || !is_at_key || !is_refused(&["mapping values", "did not find expected"]) {
        return None;
    }
    slip(
        "this key does not stand in one column with those that it belongs to".to_owned(),
        format!("keys of one entry start in the same column: {due} spaces before each"),
    )
}

/// The line that a byte stands in, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

fn is_of_key(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

/// The sign without a space after it in `-id: x`, `speaker:anna` or `{by:[anna]`, and how it is
/// written.
fn without_space(line: &str) -> Option<(char, String)> {
    let start = line.trim_start();
    if let Some(rest) = start.strip_prefix('-')
        && rest.starts_with(char::is_alphabetic)
        && rest.contains(": ")
    {
        let key = rest.split(':').next().unwrap_or(rest);
        return Some(('-', format!("- {key}:")));
    }
    // In `checked: {by:[anna]}` it is a key further on.
    let name = if let Some(inner) = start.find(":[").or_else(|| start.find(":{")) {
        start[..inner].rsplit(|c: char| !is_of_key(c)).next()?
    } else {
        let (key, value) = start.trim_start_matches("- ").split_once(':')?;
        let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(is_of_key);
        (is_key && value.starts_with(char::is_alphanumeric)).then_some(key)?
    };
    Some((':', format!("{name}: …")))
}

/// How many columns stand before the key of a line; none where it has no key.
fn key_column(line: &str) -> Option<usize> {
    let start = line.trim_start_matches([' ', '-']);
    let key = start.split(':').next().filter(|key| key.len() < start.len() && !key.is_empty())?;
    key.chars().all(is_of_key).then_some(line.len() - start.len())
}
