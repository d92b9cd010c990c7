//! `factpress explain`: what a rule finds, and why; also the reference of all rules.

use std::fmt::Write as _;

use super::{CliError, Exit, profiles, terminal};
use crate::check::catalogue;
use crate::diagnostic::Rule;

/// Columns of an explanation.
const WIDTH: usize = 80;

/// Explains one rule, or lists all.
pub fn run(name: Option<&str>) -> Result<Exit, CliError> {
    let text = match name {
        None => list(catalogue()),
        Some(name) => explain(find(catalogue(), name)?),
    };
    terminal::data(&text)?;
    Ok(Exit::Fine)
}

fn find<'a>(rules: &[&'a Rule], name: &str) -> Result<&'a Rule, CliError> {
    if let Some(rule) = rules.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    let mut near: Vec<_> = rules
        .iter()
        .map(|rule| (strsim::jaro_winkler(rule.name, &name.to_lowercase()), rule.name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let best = near.first().map_or(0.0, |(likeness, _)| *likeness);
    near.retain(|(likeness, _)| best - likeness < 0.05);
    let error = CliError::new(format!("there is no rule `{name}`"));
    let names: Vec<_> = near.iter().take(3).map(|(_, name)| format!("`{name}`")).collect();
    let error = match names.as_slice() {
        [] => error,
        [one] => error.help(format!("did you mean {one}?")),
        several => error.help(format!("did you mean one of {}?", several.join(", "))),
    };
    Err(error.help("`factpress explain` lists all rules"))
}

fn explain(rule: &Rule) -> String {
    let mut text = format!(
        "{}\n\n{}\n\n{}\n\nWhy\n\n{}\n",
        rule.name,
        summary(rule),
        level(rule),
        wrap(rule.reason.trim())
    );
    for demand in profiles::demands(rule) {
        let _ = writeln!(text, "\n{}", wrap(&demand));
    }
    for (title, example) in [("Reported", rule.bad), ("Fine", rule.good)] {
        if !example.trim().is_empty() {
            let _ = write!(text, "\n{title}\n\n");
            for line in example.trim_matches('\n').lines() {
                let _ = writeln!(text, "{}", format!("    {line}").trim_end());
            }
        }
    }
    text
}

/// Breaks lines at spaces, for terminals that would break them inside words.
fn wrap(text: &str) -> String {
    let mut wrapped = String::new();
    for (number, line) in text.lines().enumerate() {
        let mut column = 0;
        if number > 0 {
            wrapped.push('\n');
        }
        for word in line.split(' ') {
            let width = word.chars().count();
            if column > 0 && column + 1 + width > WIDTH {
                wrapped.push('\n');
                column = 0;
            } else if column > 0 {
                wrapped.push(' ');
                column += 1;
            }
            wrapped.push_str(word);
            column += width;
        }
    }
    wrapped
}

/// The summary as a sentence.
fn summary(rule: &Rule) -> String {
    let words = rule.summary.trim().trim_end_matches('.');
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// The level in a sentence.
fn level(rule: &Rule) -> String {
    let word = rule.level.word();
    if rule.fixed {
        format!("Level: {word}, always.")
    } else if profiles::demands(rule).is_empty() {
        format!("Level: {word}, unless `rules` in factpress.yaml says otherwise.")
    } else {
        format!("Level: {word}, unless `rules` or `profile` in factpress.yaml says otherwise.")
    }
}

fn list(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in rules {
        let _ = writeln!(text, "{:width$}  {:5}  {}", rule.name, rule.level.word(), rule.summary);
    }
    text
}

/// `docs/rules.md`, made from the rules themselves.
pub fn rules_reference() -> String {
    let rules = catalogue();
    let mut text = String::from(
        "# Rules\n\n\
         <!-- Made from the rules in src/ by `UPDATE_DOCS=1 cargo test --test cli`. -->\n\n\
         Each rule is one thing that factpress checks. `factpress explain NAME` prints the same. A \
         rule's level is changed in factpress.yaml, as in `rules: {unused-source: allow}`: `deny` \
         stops the build, `warn` reports, `allow` is silent. The rules marked “always” can't be \
         changed, because what can't be read can't be built. [Profiles](freshness-and-sources.md#profiles) \
         set the levels of several rules at once.\n\n\
         | rule | level | finds |\n|---|---|---|\n",
    );
    for rule in rules {
        let fixed = if rule.fixed { ", always" } else { "" };
        let level = rule.level.word();
        let summary = rule.summary.trim().replace('|', "\\|");
        let _ = writeln!(text, "| [{0}](#{0}) | {level}{fixed} | {summary} |", rule.name);
    }
    for rule in rules {
        let _ = write!(
            text,
            "\n## {}\n\n{}\n\n{}\n\n{}\n",
            rule.name,
            summary(rule),
            level(rule),
            rule.reason.trim()
        );
        for demand in profiles::demands(rule) {
            let _ = writeln!(text, "\n{demand}");
        }
        for (title, example) in [("Reported", rule.bad), ("Fine", rule.good)] {
            if !example.trim().is_empty() {
                let fence = if example.contains("```") { "~~~~" } else { "```" };
                let example = example.trim_matches('\n');
                let _ = write!(text, "\n{title}:\n\n{fence}\n{example}\n{fence}\n");
            }
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::diagnostic::Level;

    const RULE: Rule = Rule {
        name: "quote-not-found",
        level: Level::Deny,
        summary: "the quoted words are not in the article",
        reason: "A check must stand on words.",
        bad: "\n- quote: ten\n\n  x: y\n",
        good: "- quote: nine",
        fixed: false,
    };
    const OTHER: Rule = Rule { name: "bad-date", level: Level::Warn, fixed: true, ..RULE };

    #[test]
    fn one_rule() {
        assert_eq!(
            explain(&RULE),
            "\
quote-not-found

The quoted words are not in the article.

Level: deny, unless `rules` in factpress.yaml says otherwise.

Why

A check must stand on words.

Reported

    - quote: ten

      x: y

Fine

    - quote: nine
"
        );
        assert!(explain(&OTHER).contains("Level: warn, always.\n"));
    }

    #[test]
    fn long_reasons_are_broken_at_spaces() {
        assert_eq!(wrap("a b\n\n- c"), "a b\n\n- c");
        let wrapped = wrap(&"word ".repeat(40));
        assert!(wrapped.lines().all(|line| line.chars().count() <= 80), "{wrapped}");
        assert_eq!(wrapped.split_whitespace().count(), 40);
    }

    #[test]
    fn all_rules() {
        assert_eq!(
            list(&[&RULE, &OTHER]),
            "quote-not-found  deny   the quoted words are not in the article\n\
             bad-date         warn   the quoted words are not in the article\n"
        );
    }

    #[test]
    fn near_names_are_offered() {
        let error = |name| find(&[&RULE, &OTHER], name).unwrap_err().to_string();
        assert!(error("quote-notfound").contains("did you mean `quote-not-found`?"));
        assert!(!error("zzz").contains("did you mean"));
        assert_eq!(find(&[&RULE, &OTHER], "bad-date").unwrap().name, "bad-date");
    }
}
