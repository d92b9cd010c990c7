//! What a run found and made, in words.

use std::fmt::Write as _;
use std::time::Duration;

use super::arguments::Format;
use super::configuration::{Configuration, Talk};
use super::error::shown;
use super::{CliError, Exit, terminal};
use crate::build::{Outcome, Recorded};
use crate::diagnostic::{Diagnostic, Level, any_denied, github, human, json};
use crate::model::Lock;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The site was to be built.
    Build,
    /// The site was only to be checked.
    Check,
    /// The site was to be built into memory.
    #[cfg(feature = "serve")]
    Preview,
}

/// Shows findings and summary, and says how the run ended.
pub fn show(
    configuration: &Configuration,
    outcome: &Outcome,
    work: Work,
    took: Duration,
) -> Result<Exit, CliError> {
    let found = &outcome.diagnostics;
    match configuration.format {
        Format::Human | Format::Html => terminal::talk(&human::draw(found, terminal::color())),
        Format::Json => terminal::data(&json::lines(found))?,
        Format::Github => terminal::data(&github::lines(found, &configuration.folder()))?,
    }
    if configuration.talk == Talk::Verbose {
        terminal::say(&format!("Site: {}", shown(&configuration.build.root)));
        if work == Work::Build {
            terminal::say(&format!("Output: {}", configuration.output()));
        }
        if let Some(now) = configuration.build.now {
            terminal::say(&format!("Today: {now}"));
        }
    }
    if configuration.talk > Talk::Quiet {
        for line in summary(outcome, work, &configuration.output(), took) {
            terminal::say(&line);
        }
    }
    Ok(if outcome.passed { Exit::Fine } else { Exit::Findings })
}

/// The last lines of a run.
fn summary(outcome: &Outcome, work: Work, output: &str, took: Duration) -> Vec<String> {
    let found = findings(&outcome.diagnostics);
    let made = format!(
        "{} with {}",
        count(outcome.articles, "article"),
        count(outcome.claims, "fact-check")
    );
    let took = duration(took);
    if outcome.passed {
        let line = match work {
            Work::Check => format!("Checked {made} in {took}"),
            #[cfg(feature = "serve")]
            Work::Preview => format!("Built {made} in {took}"),
            Work::Build => {
                let removed = match outcome.removed {
                    0 => String::new(),
                    some => format!(", {some} removed"),
                };
                format!(
                    "Built {made}: {}, {} changed{removed}, in {took}",
                    count(outcome.files, "file"),
                    outcome.written
                )
            }
        };
        let mut lines =
            vec![line, format!("{}.", found.unwrap_or_else(|| "No findings".to_owned()))];
        lines.extend(outcome.recorded.map(recorded));
        if work == Work::Build && !outcome.addressed {
            lines.push(
                "Without `base_url` in factpress.yaml the feed, the sitemap, canonical links and \
                 ClaimReview are left out."
                    .to_owned(),
            );
        }
        return lines;
    }
    let mut found = found.unwrap_or_else(|| "The site could not be built".to_owned());
    if !any_denied(&outcome.diagnostics) {
        found.push_str(" under --deny warnings");
    }
    let mut lines = vec![match work {
        Work::Check => format!("{found}."),
        Work::Build => format!("{found}; {output} is as it was."),
        #[cfg(feature = "serve")]
        Work::Preview => format!("{found}; the pages show what is wrong."),
    }];
    let errors = || outcome.diagnostics.iter().filter(|found| found.level == Level::Deny);
    if let Some(first) = errors().next().or(outcome.diagnostics.first()) {
        let which = if outcome.diagnostics.len() == 1 { "it" } else { "the first" };
        lines.push(format!("`factpress explain {}` says more about {which}.", first.rule));
    }
    lines
}

/// `factpress.lock: 3 claims recorded.`
fn recorded(recorded: Recorded) -> String {
    let Recorded { claims, gone, first } = recorded;
    let mut line = format!("{}: {} recorded", Lock::FILE, count(claims, "claim"));
    if gone > 0 {
        let _ = write!(line, ", {gone} no longer kept");
    }
    line.push_str(if first { "; commit this new file with the site." } else { "." });
    line
}

/// `2 errors, 1 warning`.
fn findings(diagnostics: &[Diagnostic]) -> Option<String> {
    let of = |level| diagnostics.iter().filter(|d| d.level == level).count();
    let counts = [(of(Level::Deny), "error"), (of(Level::Warn), "warning")];
    let words: Vec<_> =
        counts.into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| count(n, noun)).collect();
    if words.is_empty() { None } else { Some(words.join(", ")) }
}

/// `1 article`, `2 articles`.
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `84 ms`, `1.2 s`, `75 s`.
fn duration(took: Duration) -> String {
    match took.as_millis() {
        millis @ 0..1000 => format!("{millis} ms"),
        millis @ 1000..10_000 => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
        millis => format!("{} s", millis / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, Rule};
    use crate::input::InputFile;

    fn finding(level: Level) -> Diagnostic {
        let rule = Rule {
            name: "bad-date",
            level,
            summary: "",
            reason: "",
            bad: "",
            good: "",
            fixed: false,
        };
        Diagnostic::new(&rule, Place::file(&InputFile::new("a", "")), "m")
    }

    fn lines(outcome: &Outcome, work: Work) -> String {
        summary(outcome, work, "public/", Duration::from_millis(84)).join("\n")
    }

    #[test]
    fn what_was_built() {
        let mut outcome = Outcome {
            articles: 1,
            claims: 19,
            files: 31,
            written: 4,
            addressed: true,
            passed: true,
            ..Outcome::default()
        };
        assert_eq!(
            lines(&outcome, Work::Build),
            "Built 1 article with 19 fact-checks: 31 files, 4 changed, in 84 ms\nNo findings."
        );
        assert_eq!(
            lines(&outcome, Work::Check),
            "Checked 1 article with 19 fact-checks in 84 ms\nNo findings."
        );
        outcome.articles = 2;
        outcome.claims = 1;
        outcome.removed = 3;
        outcome.diagnostics = vec![finding(Level::Warn)];
        assert_eq!(
            lines(&outcome, Work::Build),
            "Built 2 articles with 1 fact-check: 31 files, 4 changed, 3 removed, in 84 ms\n1 warning."
        );
    }

    #[test]
    fn what_was_recorded() {
        let of = |claims, gone, first| recorded(Recorded { claims, gone, first });
        let new = "factpress.lock: 19 claims recorded; commit this new file with the site.";
        assert_eq!(of(19, 0, true), new);
        assert_eq!(of(1, 2, false), "factpress.lock: 1 claim recorded, 2 no longer kept.");
    }

    #[test]
    fn what_stopped_it() {
        let diagnostics = vec![finding(Level::Deny), finding(Level::Deny), finding(Level::Warn)];
        let outcome = Outcome { diagnostics, ..Outcome::default() };
        let more = "`factpress explain bad-date` says more about the first.";
        assert_eq!(
            lines(&outcome, Work::Build),
            format!("2 errors, 1 warning; public/ is as it was.\n{more}")
        );
        assert_eq!(lines(&outcome, Work::Check), format!("2 errors, 1 warning.\n{more}"));
        let outcome = Outcome { diagnostics: vec![finding(Level::Warn)], ..Outcome::default() };
        let more = "`factpress explain bad-date` says more about it.";
        assert_eq!(
            lines(&outcome, Work::Build),
            format!("1 warning under --deny warnings; public/ is as it was.\n{more}")
        );
    }

    #[test]
    fn durations() {
        let of = |millis| duration(Duration::from_millis(millis));
        assert_eq!(
            [of(0), of(999), of(1000), of(9999), of(75_300)],
            ["0 ms", "999 ms", "1.0 s", "9.9 s", "75 s"]
        );
    }
}
