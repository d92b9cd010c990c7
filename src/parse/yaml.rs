//! YAML into types, with errors that an author understands.
//!
//! A file that is well formed is read in one go. Only where that fails is it looked at again: once
//! more as a whole for the first error, and entry by entry for the others, so that two misspelt
//! claims of one file are reported in one run.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::rules::{bad_date, duplicate_key, invalid_yaml, unknown_field, wrong_type};
use crate::diagnostic::{At, Diagnostic, Place};
use crate::input::{InputFile, KeyPath, spans};

/// Most values that a file may come to when its aliases are written out.
const MOST_VALUES: usize = 1_000_000;

/// Reads `text`, which starts at byte `start` of `file`.
///
/// # Errors
/// One finding per entry that does not have its form.
pub fn read<T: DeserializeOwned + Default>(
    file: &Arc<InputFile>,
    text: &str,
    start: usize,
) -> Result<T, Vec<Diagnostic>> {
    if is_blank(text) {
        return Ok(T::default());
    }
    if let Some(at) = too_deep(text) {
        let place = Place::bytes(file, at + start..at + start + 1);
        return Err(vec![invalid_yaml::report(&place, "recursion limit", text)]);
    }
    if spans::written_out(text, MOST_VALUES) > MOST_VALUES {
        let place = Place::bytes(file, start..start);
        return Err(vec![invalid_yaml::report(&place, "repetition limit", text)]);
    }
    serde_yaml::from_str(text).map_err(|error| match unmerged(text) {
        Some(at) => {
            let place = Place::bytes(file, at.start + start..at.end + start);
            vec![invalid_yaml::unmerged(place, &file.path)]
        }
        None => vec![explain(&error, file, text, start, &KeyPath::top())],
    })
}

/// The line that git put above two versions which it could not join.
fn unmerged(text: &str) -> Option<Range<usize>> {
    let at = if text.starts_with("<<<<<<<") {
        0
    } else {
        memchr::memmem::find(text.as_bytes(), b"\n<<<<<<<")? + 1
    };
    let line = text[at..].lines().next().unwrap_or("");
    Some(at..at + line.len())
}

/// What was read of a file that is not whole.
#[derive(Debug)]
pub struct Partly<E> {
    /// Its entries in order; the bare text of one that could not be read.
    pub entries: Vec<Result<E, String>>,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
}

/// Reads a list of entries under one key, such as `claims:`, reporting every entry that fails and
/// keeping those that can be read.
///
/// # Errors
/// As [`read`], with what could be read.
pub fn read_entries<T: DeserializeOwned + Default, E: DeserializeOwned>(
    file: &Arc<InputFile>,
    key: &str,
) -> Result<T, Partly<E>> {
    let first = match read::<T>(file, &file.text, 0) {
        Ok(value) => return Ok(value),
        Err(first) => first,
    };
    if is_refused(&file.text) {
        return Err(Partly { entries: Vec::new(), findings: first });
    }
    let list = KeyPath::top().key(key);
    let mut ranges = spans::entries(&file.text, key);
    if first.iter().any(|found| found.rule == "invalid-yaml") {
        // The last one may be only as much as stands above the fault.
        ranges.pop();
    }
    let paths = (0..ranges.len()).map(|index| list.index(index));
    Err(read_each(file, paths.zip(ranges), first))
}

/// Reads entries by name under one key, such as `people:`, reporting every entry that fails.
///
/// # Errors
/// As [`read`].
pub fn read_named<T: DeserializeOwned + Default, E: DeserializeOwned>(
    file: &Arc<InputFile>,
    key: &str,
) -> Result<T, Vec<Diagnostic>> {
    let first = match read::<T>(file, &file.text, 0) {
        Ok(value) => return Ok(value),
        Err(first) => first,
    };
    if is_refused(&file.text) {
        return Err(first);
    }
    let list = KeyPath::top().key(key);
    let named = spans::Tree::read(&file.text).named(key);
    let entries = named.into_iter().map(|(name, range)| (list.key(name), range));
    Err(read_each::<E>(file, entries, first).findings)
}

/// Whether a file is so deep, repeats itself so often, or was left half merged, that only that is said
/// of it.
fn is_refused(text: &str) -> bool {
    too_deep(text).is_some()
        || spans::written_out(text, MOST_VALUES) > MOST_VALUES
        || unmerged(text).is_some()
}

/// Reads entries one by one. `first` is what the reading of the whole file came to.
fn read_each<E: DeserializeOwned>(
    file: &Arc<InputFile>,
    entries: impl Iterator<Item = (KeyPath, Range<usize>)>,
    first: Vec<Diagnostic>,
) -> Partly<E> {
    let mut findings = Vec::new();
    let entries = entries
        .map(|(path, range)| {
            let text = alone(&file.text, &range);
            serde_yaml::from_str::<E>(&text).map_err(|error| {
                // What an alias stands for is elsewhere in the file.
                if !error.to_string().contains("unknown anchor") {
                    findings.push(explain(&error, file, &file.text, 0, &path));
                }
                text
            })
        })
        .collect();
    // An error inside an entry is in both readings, one outside only in the first.
    let same = |one: &Diagnostic, other: &Diagnostic| {
        one.rule == other.rule && one.place.range().start == other.place.range().start
    };
    for found in first {
        if !findings.iter().any(|other| same(&found, other)) {
            findings.push(found);
        }
    }
    Partly { entries, findings }
}

/// One entry cut out of its file, in a text where it keeps its column.
fn alone(text: &str, range: &Range<usize>) -> String {
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let column = text[line_start..range.start].chars().count();
    format!("{}{}", " ".repeat(column), &text[range.clone()])
}

/// Where a file opens more than a hundred brackets or list dashes inside one another. The YAML
/// scanner's time grows with the square of this depth, so it must not see such a file.
fn too_deep(text: &str) -> Option<usize> {
    // Hardly any file has so many of these signs at all.
    let bytes = text.as_bytes();
    let brackets = bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
    let apart = |pair: &&[u8]| matches!(pair, [b'-' | b'?', b' ' | b'\t' | b'\n' | b'\r']);
    if brackets <= 100 && bytes.windows(2).filter(apart).count() <= 100 {
        return None;
    }
    let (mut brackets, mut dashes) = (0_usize, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => brackets += 1,
            b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'-' | b'?' => dashes += 1,
            b' ' | b'\t' => {}
            _ => dashes = 0,
        }
        // A line of hyphens is no list: only dashes that stand apart open one.
        if byte == b'-' && text.as_bytes().get(at + 1) == Some(&b'-') {
            dashes = 0;
        }
        if brackets > 100 || dashes > 100 {
            return Some(at);
        }
    }
    None
}

fn is_blank(text: &str) -> bool {
    text.lines().all(|line| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#')
    })
}

/// Turns an error of the YAML reader into a finding. `within` is the path of the value that was read.
fn explain(
    error: &serde_yaml::Error,
    file: &Arc<InputFile>,
    text: &str,
    start: usize,
    within: &KeyPath,
) -> Diagnostic {
    let words = error.to_string();
    let full = words;
    let words = full.rfind(" at line ").map_or(full.as_str(), |at| &full[..at]);
    let (path, message) = split_path(words, within);
    let place = |path: &KeyPath, key: bool| {
        let at = match (start, key) {
            (0, true) => At::Key(path.clone()),
            (0, false) => At::Value(path.clone()),
            (_, true) => At::FrontMatterKey(path.clone(), start),
            (_, false) => At::FrontMatter(path.clone(), start),
        };
        Place { file: Arc::clone(file), at }
    };
    if let Some(rest) = message.strip_prefix("unknown field `")
        && let Some((name, known)) = rest.split_once('`')
    {
        return unknown_field::report(place(&path.key(name), true), name, &names_in(known));
    }
    if let Some(rest) = message.strip_prefix("unknown variant `")
        && let Some((name, known)) = rest.split_once('`')
    {
        return wrong_type::unknown_word(place(&path, false), name, &names_in(known), &path);
    }
    if let Some(rest) = message
        .strip_prefix("duplicate field `")
        .or_else(|| message.strip_prefix("duplicate entry with key \""))
    {
        let name = rest.trim_end_matches(['`', '"']);
        let whole = spans::Tree::read(text);
        let from = whole.find(text, within, spans::Part::Value).map_or(0, |range| range.start);
        let Some((first, second)) = whole.repeated(text, name, from) else {
            return duplicate_key::report(place(&path.key(name), true), name);
        };
        let at = |key: &Range<usize>| Place::bytes(file, key.start + start..key.end + start);
        return duplicate_key::report(at(second), name).related(at(first), "the first one");
    }
    if let Some(rest) = message.strip_prefix("bad date `") {
        let (date, why) = rest.split_once("`: ").unwrap_or((rest, ""));
        return bad_date::report(place(&path, false), date, why);
    }
    if let Some(rest) = message.strip_prefix("bad age `") {
        let (age, why) = rest.split_once("`: ").unwrap_or((rest, ""));
        return wrong_type::age(place(&path, false), age, why, &path);
    }
    if let Some(rest) = message.strip_prefix("missing field `") {
        let name = rest.trim_end_matches('`');
        return super::rules::missing_field::report(
            place(&path.key(name), false),
            name,
            &path.to_string(),
        );
    }
    if let Some(rest) =
        message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))
    {
        return wrong_type::report(place(&path, false), rest, &path);
    }
    if message.starts_with("data did not match any variant") {
        return wrong_type::report(place(&path, false), "neither form", &path);
    }
    if message.contains("more than one document")
        && let Some(second) = spans::second_document(text)
    {
        let place = Place::bytes(file, second + start..second + start);
        return invalid_yaml::report(&place, message, text);
    }
    if within.steps.is_empty()
        && let Some(location) = error.location()
        && let Some((open, end)) =
            open_quote(text, &full, byte_of(text, location.line(), location.column()))
    {
        let place = Place::bytes(file, open + start..open + start + 1);
        let closed = end.map(|end| file.line_column(end + start).line);
        return invalid_yaml::open_quote(place, closed);
    }
    let place = match error.location() {
        Some(location) if within.steps.is_empty() => {
            let at = byte_of(text, location.line(), location.column());
            let end =
                at + text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
            Place::bytes(file, at + start..end + start)
        }
        _ => place(&path, false),
    };
    invalid_yaml::report(&place, message, text)
}

/// The quotation mark that was opened and not closed, where an error at byte `at` comes of that:
/// its place, and that of the mark further down that closed it by chance.
fn open_quote(text: &str, words: &str, at: usize) -> Option<(usize, Option<usize>)> {
    if let Some((_, place)) = words.split_once("scanning a quoted scalar at line ") {
        let mut numbers = place.split(|char: char| !char.is_ascii_digit());
        let line = numbers.next()?.parse().ok()?;
        let column = numbers.find(|number| !number.is_empty())?.parse().ok()?;
        return Some((byte_of(text, line, column), None));
    }
    if !words.contains("did not find expected") {
        return None;
    }
    let before = text.get(..at)?.trim_end();
    let mark = before.chars().next_back().filter(|char| matches!(char, '"' | '\''))?;
    let end = before.len() - 1;
    let open = before[..end].rfind(mark)?;
    let opens = before[..open].trim_end_matches(' ').ends_with([':', '-', '[', ',', '{']);
    (opens && before[open..end].contains('\n')).then_some((open, Some(end)))
}

/// Byte of a line and column counted from 1; the parser counts characters.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = text[start..].split_inclusive('\n').next().unwrap_or("");
    let within: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    (start + within).min(text.len())
}

/// Splits `claims[0].said: message` into its path (below `within`) and the message.
fn split_path<'a>(words: &'a str, within: &KeyPath) -> (KeyPath, &'a str) {
    let Some((path, message)) = words.split_once(": ") else { return (within.clone(), words) };
    let is_path = !path.is_empty()
        && !path.contains(' ')
        && !matches!(path, "invalid type" | "invalid value" | "unknown field");
    if !is_path {
        return (within.clone(), words);
    }
    let mut found = within.clone();
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let (key, indexes) = step.split_once('[').map_or((step, ""), |(key, rest)| (key, rest));
        if !key.is_empty() {
            found = found.key(key);
        }
        for index in indexes.split('[') {
            if let Ok(index) = index.trim_end_matches(']').parse() {
                found = found.index(index);
            }
        }
    }
    (found, message)
}

/// The names that a message lists between grave accents.
fn names_in(known: &str) -> Vec<String> {
    known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
