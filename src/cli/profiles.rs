//! What profiles switch on: told with each rule, and the tables of docs/freshness-and-sources.md.

use std::fmt::Write as _;

use crate::check::profile::{self, DEMANDS, Demand};
use crate::diagnostic::Rule;
use crate::model::Profile;

/// What the codes ask for that a rule stands for, one profile a line; empty where no profile has it.
pub(super) fn demands(rule: &Rule) -> Vec<String> {
    DEMANDS.iter().filter(|demand| demand.rule.name == rule.name).map(line).collect()
}

fn line(demand: &Demand) -> String {
    let (profile, level) = (demand.profile.word(), demand.level.word());
    format!("`profile: {profile}` sets it to {level}, for {}.", demand.asks)
}

/// The rules that profiles switch on, with their levels, and what each profile stands for, in
/// Markdown.
pub fn profiles_reference() -> String {
    let mut rules: Vec<&Rule> = DEMANDS.iter().map(|demand| demand.rule).collect();
    rules.sort_by_key(|rule| rule.name);
    rules.dedup_by_key(|rule| rule.name);
    let mut text = String::from("| rule |");
    for heading in std::iter::once("by itself".to_owned())
        .chain(Profile::ALL.map(|profile| format!("`profile: {}`", profile.word())))
    {
        let _ = write!(text, " {heading} |");
    }
    text.push_str("\n|---|---|---|---|\n");
    for rule in rules {
        let _ = write!(text, "| [{0}](rules.md#{0}) | {1} |", rule.name, rule.level.word());
        for profile in Profile::ALL {
            let level = profile::level(profile, rule.name).unwrap_or(rule.level);
            let _ = write!(text, " {} |", level.word());
        }
        text.push('\n');
    }
    for profile in Profile::ALL {
        let _ = write!(
            text,
            "\nWhat `profile: {}` stands for, of {}:\n\n",
            profile.word(),
            profile.name()
        );
        for demand in DEMANDS.iter().filter(|demand| demand.profile == profile) {
            let _ = writeln!(text, "- {}: {}", demand.rule.name, demand.asks);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::catalogue;
    use crate::diagnostic::Level;

    #[test]
    fn every_demand_is_of_a_rule_that_can_be_set_and_stands_once() {
        for (place, demand) in DEMANDS.iter().enumerate() {
            let known = catalogue().iter().any(|rule| rule.name == demand.rule.name);
            assert!(known && !demand.rule.fixed, "{}", demand.rule.name);
            assert!(demand.level > Level::Allow && demand.level >= demand.rule.level);
            let twice = DEMANDS[..place].iter().any(|other| {
                other.profile == demand.profile && other.rule.name == demand.rule.name
            });
            assert!(!twice, "{}", demand.rule.name);
        }
    }
}
