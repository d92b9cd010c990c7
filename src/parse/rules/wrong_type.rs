//! Values of the wrong kind.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{KeyPath, Step};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "wrong-type",
    level: Level::Deny,
    summary: "a value is of the wrong kind, such as a list where a text is due",
    reason: "YAML tells texts, numbers, lists and entries apart by how they are written: `[a, b]` is a \
             list, `a: b` an entry, and `1961` a number unless it stands in quotation marks.",
    bad: "topics: migration",
    good: "topics: [migration]",
    fixed: true,
};

/// Reports a value. `words` are the YAML reader's: ``string "x", expected a sequence``.
pub fn report(place: Place, words: &str, path: &KeyPath) -> Diagnostic {
    let (is, due) = words.split_once(", expected ").unwrap_or((words, ""));
    let name = last_key(path);
    let written = place.file.text.get(place.range()).unwrap_or("").to_owned();
    let is = if is.starts_with("string") {
        "a text"
    } else if is.starts_with("integer") || is.starts_with("float") {
        "a number"
    } else if is.starts_with("boolean") {
        "a yes-or-no value"
    } else if is.starts_with("sequence") {
        "a list"
    } else if is.starts_with("map") {
        "an entry with keys of its own"
    } else if is.starts_with("unit") || is.starts_with("null") {
        "nothing"
    } else {
        "something else"
    };
    let whole = words.starts_with("float") && due.starts_with(['i', 'u']);
    let below = words.starts_with("integer `-") && due.starts_with('u');
    let is = if whole {
        "a number with decimals"
    } else if below {
        "a number below zero"
    } else {
        is
    };
    let (due, help) = if path.steps.is_empty() {
        return Diagnostic::new(&RULE, place, format!("this file does not start with a key, but with {is}"))
            .help("start it with a key such as `claims:`, `people:` or `sources:`; docs/format.md shows each file");
    } else if whole {
        ("a whole number", "write a number without decimals")
    } else if due.contains("percentage") {
        let value = is_value(words).unwrap_or(is);
        let message = format!("{name} takes a percentage from 0 to 100, but here is {value}");
        return Diagnostic::new(&RULE, place, message)
            .help("write a whole number without a percent sign, such as `80`");
    } else if below {
        ("a number from zero up", "write a number without a sign")
    } else if due.contains("stretch of time") {
        (
            "a stretch of time",
            "write a number and a unit, for example 90 days, 6 weeks, 3 months or 1 year",
        )
    } else if due.contains("string") {
        (
            "a text",
            match is {
                "a number" | "a yes-or-no value" => "put quotation marks around it",
                "a list" => "write one text, without brackets and without `- `",
                _ => "write a text, in quotation marks if it holds a colon or starts with a sign",
            },
        )
    } else if due.contains("sequence") && is == "an entry with keys of its own" {
        (
            "a list",
            if written.starts_with('-') {
                "write a space after each `-`"
            } else {
                "write `- ` before the first key of each entry, and indent its other keys as far"
            },
        )
    } else if due.contains("sequence")
        && (1..100).contains(&written.len())
        && !written.contains(['\n', '"', '\''])
    {
        let message = format!("{name} takes a list, but here is {is}");
        return Diagnostic::new(&RULE, place, message)
            .help(format!("put square brackets around it: `[{written}]`"));
    } else if due.contains("sequence") {
        (
            "a list",
            "put square brackets around it, as in `[a, b]`, or write the entries one below the other, each after `- `",
        )
    } else if due.contains("bool") {
        ("true or false", "write `true` or `false`, without quotation marks")
    } else if due.contains("date") {
        ("a date", "write the day as year-month-day, for example 2026-11-23")
    } else if due.contains("struct") || due.contains("map") {
        (
            "an entry with keys of its own",
            match (due.strip_prefix("struct "), is) {
                (Some("Said"), _) => {
                    "write its keys: `{on: 2024-01-05, in: an id of sources.yaml}`"
                }
                (Some("Act"), _) => {
                    "write its keys: `{by: [an id of people.yaml], on: 2026-11-23}`"
                }
                (Some("Evidence"), _) => {
                    "write its keys: `{source: an id of sources.yaml, stance: supports, note: …}`"
                }
                (Some("Person"), _) => "write its keys: `{name: …}`",
                (Some("Source"), _) => "write its keys: `{title: …, url: …}`",
                (Some("Snapshot"), _) => {
                    "`factpress archive` writes it; its keys are `path`, `sha256` and `captured`"
                }
                (Some("Quantity"), _) => "write its keys: `{value: 20e9, unit: USD}`",
                (Some("Sum"), _) => "write its keys: `{of: 26 + 6}`",
                (_, "a list") => {
                    "write each entry under its name, without `- `: `name: {key: value}`"
                }
                _ => "write its keys below it, indented, each with a value: `key: value`",
            },
        )
    } else if due.starts_with('i')
        || due.starts_with('u')
        || due.starts_with('f')
        || due.contains("number")
    {
        ("a number", "write a number without quotation marks")
    } else if let Some(known) = words_at(path) {
        return Diagnostic::new(&RULE, place, format!("{name} can't be {is}"))
            .help(format!("it is one of {}", nearest::list(known.iter().copied())));
    } else {
        return Diagnostic::new(&RULE, place, format!("{name} can't be {is}"))
            .help("docs/format.md shows what may stand here");
    };
    Diagnostic::new(&RULE, place, format!("{name} takes {due}, but here is {is}")).help(help)
}

/// The value itself, where the YAML reader's words hold it: `120, expected …`, `string "80%", …`.
fn is_value(words: &str) -> Option<&str> {
    let is = words.split_once(", expected ")?.0;
    match is.strip_prefix("string ") {
        Some(text) => Some(text.trim_matches('"')),
        None => is.starts_with(|c: char| c.is_ascii_digit() || c == '-').then_some(is),
    }
}

/// Reports a word that is none of the few that may stand there.
pub fn unknown_word(place: Place, word: &str, known: &[String], path: &KeyPath) -> Diagnostic {
    let names = || known.iter().map(String::as_str);
    let found = Diagnostic::new(&RULE, place, format!("{} can't be `{word}`", last_key(path)))
        .help(format!("it is one of {}", nearest::list(names())));
    match nearest::nearest(word, names()) {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None => found,
    }
}

/// Reports a stretch of time that is none; `why` is the reason in words.
pub fn age(place: Place, age: &str, why: &str, path: &KeyPath) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("{} can't be `{age}`", last_key(path)))
        .label(why)
        .help("write a number and a unit, for example 90 days, 6 weeks, 3 months or 1 year")
}

/// The few words that may stand at some keys.
fn words_at(path: &KeyPath) -> Option<&'static [&'static str]> {
    let Some(Step::Key(key)) = path.steps.last() else { return None };
    match key.as_str() {
        "tone" => Some(&["good", "mixed", "bad", "open"]),
        "stance" => Some(&["supports", "refutes", "context"]),
        "origin" => Some(&["external", "own"]),
        "links" => Some(&["directories", "files"]),
        _ => None,
    }
}

fn last_key(path: &KeyPath) -> String {
    let key = path.steps.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key),
        Step::Index(_) => None,
    });
    match (key, path.steps.last()) {
        (Some(key), Some(Step::Index(_))) => format!("an entry of `{key}`"),
        (Some(key), _) => format!("`{key}`"),
        (None, _) => "this file".to_owned(),
    }
}
