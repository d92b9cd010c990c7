//! Fields that must be there.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-field",
    level: Level::Deny,
    summary: "a required field is missing, or holds no text",
    reason: "A check needs the words it is about, a verdict and a reason, and for someone else's \
             statement also who said it and what it says in one line. docs/format.md lists what each \
             file needs.",
    bad: "- id: loan\n  quote: a $20 billion loan\n  verdict: misleading",
    good: "- id: loan\n  quote: a $20 billion loan\n  verdict: misleading\n  finding: About half of it was not American, and part of it was grants.",
    fixed: true,
};

/// Reports field `name` of the entry `owner`.
pub fn report(place: Place, name: &str, owner: &str) -> Diagnostic {
    let owner = if owner.is_empty() { "this file".to_owned() } else { format!("`{owner}`") };
    Diagnostic::new(&RULE, place, format!("{owner} has no `{name}`")).help(help(name))
}

fn help(name: &str) -> String {
    match name {
        "id" => "add `id:` with a short name of its own, such as `twenty-billion-loan`".to_owned(),
        "quote" => "add `quote:` with the exact words of the article".to_owned(),
        "finding" => "add `finding:` with the reason for the verdict in one sentence".to_owned(),
        "verdict" => "add `verdict:` with an entry of the rating scale".to_owned(),
        "speaker" => {
            "add `speaker:` with an id of people.yaml; if the statement is our own, write \
                      `origin: own` instead"
                .to_owned()
        }
        "claim" => "add `claim:` with the statement in one line, in your own words".to_owned(),
        "by" => "add `by:` with a list of ids of people.yaml, such as `[anna]`".to_owned(),
        "on" => "add `on:` with the day, such as 2026-11-23".to_owned(),
        "answer" => "add `answer:` with what came of it, such as `They did not answer.`".to_owned(),
        "not" => "add `not:` with the reason why they were not asked, for readers".to_owned(),
        "title" => "add `title:` with the title as printed, or a plain description".to_owned(),
        "name" => "add `name:` with the name as it is to be printed".to_owned(),
        "source" => "add `source:` with an id of sources.yaml".to_owned(),
        "was" => "add `was:` with the exact words of the seed".to_owned(),
        "translated" => {
            "add `translated: {by: [anna], on: 2026-11-23}`: who translated it, by id of \
                         people.yaml, and when"
                .to_owned()
        }
        "why" => "add `why:` with the reason for the edit, for readers".to_owned(),
        _ => format!("add `{name}:` with its text, or delete the key if it is there without one"),
    }
}
