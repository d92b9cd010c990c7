//! `factpress new claim ARTICLE`

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_yaml::Value;

use super::place::{create, read, replace, stay_inside};
use super::words::{LONGEST_ID, check_id, quoted, unused};
use crate::address::kebab;
use crate::build;
use crate::cli::CliError;
use crate::cli::arguments::GlobalArguments;
use crate::cli::configuration::{Talk, talk};
use crate::cli::error::shown;
use crate::cli::terminal::{self, say};
use crate::diagnostic::human;
use crate::model::Claim;

/// Adds a fact-check with nothing but these words to an article's claims file. Words that have not
/// one place in the article are shown as a check would show them, and nothing is written.
pub fn make(
    root: &Path,
    article: &str,
    words: &Claim,
    global: &GlobalArguments,
) -> Result<(), CliError> {
    check_id(article)?;
    let content = root.join("content");
    let path = claims_file(&content, article)?;
    stay_inside(&content, &path)?;
    if !words.quote.is_empty()
        && let Some(found) = build::look_up(root, article, words.clone())?
    {
        terminal::talk(&human::draw(&[found], terminal::color()));
        return Err(CliError::new("no fact-check was added")
            .help("give `--quote` words that stand once, or `--prefix` or `--suffix` with it"));
    }
    let name = kebab(&words.quote, LONGEST_ID);
    let name = if name.is_empty() { "new-claim" } else { &name };
    let old = read(&path)?;
    let file = shown(&path);
    let (id, text) = match &old {
        None => (name.to_owned(), format!("claims:\n{}", entry(name, words, "  "))),
        Some(old) => add(old, name, words).map_err(|why| {
            CliError::new(format!("could not add to `{file}`: {why}"))
                .help("nothing was changed; `factpress check` shows what is wrong with the file")
        })?,
    };
    if old.is_some() {
        replace(&path, &text)?;
    } else {
        create(&path, &text)?;
    }
    if talk(global) > Talk::Quiet {
        let line = text.lines().take_while(|line| !is_id(line, &id)).count() + 1;
        say(&format!("Added the fact-check `{id}` to `{file}`, line {line}"));
        let first = if words.quote.is_empty() { "the quote, " } else { "" };
        say(&format!(
            "Fill in: {first}who said it, the claim, the verdict, the finding, and evidence"
        ));
    }
    Ok(())
}

/// The claims file beside the article's text.
fn claims_file(content: &Path, article: &str) -> Result<PathBuf, CliError> {
    let bundle = content.join(article);
    if bundle.join("index.md").is_file() {
        return Ok(bundle.join("claims.yaml"));
    }
    if content.join(format!("{article}.md")).is_file() {
        return Ok(content.join(format!("{article}.claims.yaml")));
    }
    Err(CliError::new(format!("there is no article `{article}`"))
        .help(format!("`factpress new article {article}` makes one")))
}

fn is_id(line: &str, id: &str) -> bool {
    line.trim_start().strip_prefix("- id: ").is_some_and(|rest| rest.trim_end() == id)
}

/// One fact-check. Texts that are due are empty, so that the next check asks for them.
fn entry(id: &str, words: &Claim, indent: &str) -> String {
    let mut quote = quoted(&words.quote);
    for (key, text) in [("prefix", &words.prefix), ("suffix", &words.suffix)] {
        if let Some(text) = text {
            let _ = write!(quote, "\n{indent}  {key}: {}", quoted(text));
        }
    }
    format!(
        "{indent}- id: {id}
{indent}  quote: {quote}
{indent}  speaker: \"\"           # who said it: an id of people.yaml
{indent}  claim: \"\"             # the statement in one line, in your words
{indent}  verdict: \"\"           # true, mostly-true, needs-context, misleading, false or unverified
{indent}  finding: \"\"           # the reason in one sentence
{indent}  evidence: []          # - {{source: an id of sources.yaml, stance: supports, refutes or context, note: ...}}
{indent}  # checked: {{by: [your-id], on: YYYY-MM-DD}}
"
    )
}

/// A claims file with one more entry: the id it got, and the text. Everything that was there stays
/// as it was, letter for letter.
fn add(old: &str, name: &str, words: &Claim) -> Result<(String, String), String> {
    let before = claims(old)?;
    let id = unused(name, |id| {
        before.iter().any(|claim| claim.get("id").and_then(Value::as_str) == Some(id))
    });
    let crlf = old.contains("\r\n");
    let indent = old
        .lines()
        .find_map(|line| {
            line.trim_start().starts_with("- ").then(|| line.len() - line.trim_start().len())
        })
        .filter(|_| !before.is_empty())
        .unwrap_or(2);
    let mut entry = entry(&id, words, &" ".repeat(indent));
    if !before.is_empty() {
        entry.insert(0, '\n'); // an empty line between two entries
    }
    let mut text = if before.is_empty() { without_empty_list(old) } else { old.to_owned() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&if crlf { entry.replace('\n', "\r\n") } else { entry });
    // Whatever form the file has: written is only what reads as the old entries and the new one.
    let after = claims(&text).unwrap_or_default();
    let is_new = |claim: &Value| {
        claim.get("id").and_then(Value::as_str) == Some(&id)
            && claim.get("quote").and_then(Value::as_str) == Some(words.quote.as_str())
    };
    match after.split_last() {
        Some((last, rest)) if rest == before && is_new(last) => Ok((id, text)),
        _ => Err("its list of claims does not end where the file ends".to_owned()),
    }
}

/// The entries of a claims file.
fn claims(text: &str) -> Result<Vec<Value>, String> {
    let file: Value = serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("it is not YAML: {error}"))?;
    match file.get("claims") {
        _ if file.is_null() => Ok(Vec::new()),
        Some(Value::Sequence(claims)) => Ok(claims.clone()),
        Some(Value::Null) => Ok(Vec::new()),
        _ => Err("it does not start with `claims:`".to_owned()),
    }
}

/// The text with `claims: []` opened to `claims:`, or with that line added where there is none.
fn without_empty_list(old: &str) -> String {
    let mut text = String::new();
    let mut found = false;
    for line in old.split_inclusive('\n') {
        if let Some(rest) = line.strip_prefix("claims:") {
            found = true;
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("[]").unwrap_or(rest);
            text.push_str("claims:");
            let rest = rest.trim_start_matches([' ', '\t']);
            if rest.starts_with('#') {
                text.push(' ');
            }
            text.push_str(rest);
        } else {
            text.push_str(line);
        }
    }
    if !found {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str("claims:\n");
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn words(quote: &str) -> Claim {
        Claim { quote: quote.to_owned(), ..Claim::default() }
    }

    #[test]
    fn what_was_there_stays() {
        let old = "# a\nclaims:\n  - id: loan   # first\n    quote: 'x'\n# end";
        let (id, text) = add(old, "loan", &words("a \"$20\" loan: #1")).unwrap();
        assert_eq!(id, "loan-2");
        assert!(text.starts_with(
            "# a\nclaims:\n  - id: loan   # first\n    quote: 'x'\n# end\n\n  - id: loan-2\n"
        ));
        assert!(text.contains("    quote: \"a \\\"$20\\\" loan: #1\"\n"));
        assert!(is_id(text.lines().nth(6).unwrap(), "loan-2"));
    }

    #[test]
    fn all_forms_of_an_empty_list() {
        for old in [
            "",
            "# c\n",
            "claims: []\n",
            "claims: []   # none",
            "claims:\n",
            "claims:",
            "claims: []\r\n",
        ] {
            let (_, text) =
                add(old, "a", &words("b")).unwrap_or_else(|why| panic!("{old:?}: {why}"));
            assert_eq!(claims(&text).unwrap().len(), 1, "{text}");
            assert_eq!(text.contains("\r\n"), old.contains("\r\n"));
        }
        assert!(
            add("claims: []   # none", "a", &words("b")).unwrap().1.starts_with("claims: # none\n")
        );
    }

    #[test]
    fn the_indent_of_the_file_is_kept() {
        let (_, text) = add("claims:\n- id: a\n  quote: x\n", "b", &words("y")).unwrap();
        assert!(text.contains("\n\n- id: b\n  quote: \"y\"\n"), "{text}");
        let (_, text) =
            add("claims:\r\n    - id: a\r\n      quote: x\r\n", "b", &words("y")).unwrap();
        assert!(text.contains("\r\n\r\n    - id: b\r\n      quote: \"y\"\r\n"), "{text}");
    }

    #[test]
    fn what_can_not_be_added_to_is_left_alone() {
        for old in [
            "claims: [{id: a}]\n",
            "claims: {a: b}\n",
            "other: 1\n",
            "claims:\n  - id: a\nother: 1\n",
            "claims: [",
            "- a\n",
            "claims:\n  - id: a\n    explanation: |\n      text\n...\n",
        ] {
            assert!(add(old, "b", &words("y")).is_err(), "{old:?}");
        }
    }
}
