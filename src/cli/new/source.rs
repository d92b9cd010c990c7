//! `factpress new source ID`

use std::path::Path;

use serde_yaml::{Mapping, Value};

use super::place::{create, read, replace, stay_inside};
use super::words::check_id;
use crate::cli::CliError;
use crate::cli::arguments::GlobalArguments;
use crate::cli::configuration::{Talk, talk};
use crate::cli::error::shown;
use crate::cli::terminal::say;

/// Adds a source to the shared list.
pub fn make(content: &Path, id: &str, global: &GlobalArguments) -> Result<(), CliError> {
    check_id(id)?;
    let path = content.join("sources.yaml");
    stay_inside(content, &path)?;
    let file = shown(&path);
    let old = read(&path)?;
    match &old {
        None => create(&path, &format!("sources:\n{}", entry(id, "  ")))?,
        Some(old) => {
            if sources(old).is_ok_and(|sources| sources.contains_key(id)) {
                return Err(CliError::new(format!("`{file}` has a source `{id}` already"))
                    .help("a source is named once and can be used by any number of fact-checks"));
            }
            let text = add(old, id).map_err(|why| {
                CliError::new(format!("could not add to `{file}`: {why}")).help(
                    "nothing was changed; `factpress check` shows what is wrong with the file",
                )
            })?;
            replace(&path, &text)?;
        }
    }
    if talk(global) > Talk::Quiet {
        say(&format!("Added the source `{id}` to the end of `{file}`"));
        say("Fill in: the title, and as much of the rest as you know; delete what you don't");
    }
    Ok(())
}

/// One source. The title is empty, so that the next check asks for it.
fn entry(id: &str, indent: &str) -> String {
    // An id of digits alone would be read as a number.
    let id =
        if id.bytes().all(|b| b.is_ascii_digit()) { format!("\"{id}\"") } else { id.to_owned() };
    format!(
        "{indent}{id}:
{indent}{indent}title: \"\"             # as printed, or a plain description
{indent}{indent}# author: ...
{indent}{indent}# publisher: ...
{indent}{indent}# url: https://...
{indent}{indent}# published: YYYY-MM  # as exactly as known
{indent}{indent}# accessed: YYYY-MM-DD
{indent}{indent}# lang: en
{indent}{indent}# kind: primary       # primary, secondary or tertiary
"
    )
}

/// A sources file with one more entry. Everything that was there stays as it was.
fn add(old: &str, id: &str) -> Result<String, String> {
    let before = sources(old)?;
    let indent = old
        .lines()
        .skip_while(|line| !line.starts_with("sources:"))
        .skip(1)
        .find(|line| {
            line.starts_with(' ') && !line.trim_start().starts_with('#') && !line.trim().is_empty()
        })
        .map_or(2, |line| line.len() - line.trim_start().len());
    let mut text = if before.is_empty() { opened(old) } else { old.to_owned() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let mut entry = entry(id, &" ".repeat(indent));
    if !before.is_empty() {
        entry.insert(0, '\n');
    }
    text.push_str(&if old.contains("\r\n") { entry.replace('\n', "\r\n") } else { entry });
    // Whatever form the file has: written is only what reads as the old entries and the new one.
    let mut after = sources(&text).unwrap_or_default();
    let is_new = after.shift_remove(id).is_some_and(|source| source.get("title").is_some());
    if is_new && after == before {
        Ok(text)
    } else {
        Err("its list of sources does not end where the file ends".to_owned())
    }
}

fn sources(text: &str) -> Result<Mapping, String> {
    let file: Value = serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("it is not YAML: {error}"))?;
    match file.get("sources") {
        _ if file.is_null() => Ok(Mapping::new()),
        Some(Value::Mapping(sources)) => Ok(sources.clone()),
        Some(Value::Null) => Ok(Mapping::new()),
        _ => Err("it does not start with `sources:`".to_owned()),
    }
}

/// The text with `sources: {}` opened to `sources:`, or with that line added where there is none.
fn opened(old: &str) -> String {
    if old.lines().any(|line| line.starts_with("sources:")) {
        return old.replacen("sources: {}", "sources:", 1);
    }
    let line_end = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    format!("{old}{line_end}sources:\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_was_there_stays() {
        let old = "# a\nsources:\n  # b\n  essay:\n    title: x\n# end";
        let text = add(old, "census-2020").unwrap();
        assert!(text.starts_with(&format!("{old}\n\n  census-2020:\n    title: \"\"")), "{text}");
        assert_eq!(sources(&text).unwrap().len(), 2);
    }

    #[test]
    fn empty_files_digits_and_other_indents() {
        for old in ["", "# c", "sources:\n", "sources: {}\n"] {
            assert_eq!(sources(&add(old, "2020").unwrap()).unwrap().len(), 1, "{old:?}");
        }
        let text = add("sources:\r\n    a:\r\n        title: x\r\n", "b").unwrap();
        assert!(text.contains("\r\n    b:\r\n        title: \"\""), "{text}");
    }

    #[test]
    fn what_can_not_be_added_to_is_left_alone() {
        for old in [
            "sources: {a: {title: x}}\n",
            "sources: []\n",
            "a: 1\n",
            "sources:\n  a: {title: x}\nb: 1\n",
        ] {
            assert!(add(old, "c").is_err(), "{old:?}");
        }
    }
}
