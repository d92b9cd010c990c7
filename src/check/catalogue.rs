//! All rules of all stages.

use std::sync::LazyLock;

use super::profile;
use crate::diagnostic::{Diagnostic, Level, Rule};
use crate::model::Settings;

static CATALOGUE: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let stages = [
        crate::discover::rules::ALL,
        crate::parse::rules::ALL,
        crate::chart::rules::ALL,
        crate::figures::rules::ALL,
        super::rules::ALL,
        crate::words::rules::ALL,
    ];
    let mut rules: Vec<_> = stages.into_iter().flatten().copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
});

/// Every rule, sorted by name.
pub fn catalogue() -> &'static [&'static Rule] {
    &CATALOGUE
}

/// The level of a rule on a site: as `rules:` says, or else the profile, or else the rule itself. A
/// fixed level is never changed.
pub fn level(settings: &Settings, rule: &Rule) -> Level {
    if rule.fixed {
        return rule.level;
    }
    set_level(settings, rule.name).unwrap_or(rule.level)
}

/// Whether a rule is to be looked at at all: nothing is gained by findings that nobody sees.
pub fn is_on(settings: &Settings, rule: &Rule) -> bool {
    level(settings, rule) != Level::Allow
}

fn set_level(settings: &Settings, rule: &str) -> Option<Level> {
    let own = settings.rules.get(rule).copied();
    own.or_else(|| profile::level(settings.profile?, rule))
}

/// Sets the levels that a site asks for; findings of allowed rules go.
pub fn apply_levels(settings: &Settings, findings: &mut Vec<Diagnostic>) {
    findings.retain_mut(|finding| {
        let fixed = catalogue().iter().any(|rule| rule.name == finding.rule && rule.fixed);
        if let Some(level) = set_level(settings, finding.rule)
            && !fixed
        {
            finding.level = level;
        }
        finding.level != Level::Allow
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_whole() {
        for rule in catalogue() {
            assert!(crate::address::is_kebab_case(rule.name), "{}", rule.name);
            for text in [rule.summary, rule.reason, rule.bad, rule.good] {
                assert!(!text.trim().is_empty(), "{}", rule.name);
            }
            assert!(!rule.summary.ends_with('.'), "{}", rule.name);
        }
        let names: Vec<_> = catalogue().iter().map(|rule| rule.name).collect();
        let mut unique = names.clone();
        unique.dedup();
        assert_eq!(names, unique);
    }
}
