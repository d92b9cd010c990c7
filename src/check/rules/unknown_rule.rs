//! Rule names in the settings that are none, and levels that can't be set.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-rule",
    level: Level::Deny,
    summary: "`rules:` in factpress.yaml names a rule that is not there or whose level is fixed",
    reason: "A misspelt rule name would leave the rule as it was without anyone noticing. Rules without \
             which a site can't be built have a fixed level.",
    bad: "rules: {unused-sources: allow}",
    good: "rules: {unused-source: allow}",
    fixed: true,
};

/// Reports them.
pub fn check(site: &Site, catalogue: &[&Rule], findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.settings_file else { return };
    for (name, level) in site.settings.rules.iter() {
        let place = || Place::key(file, KeyPath::top().key("rules").key(name));
        let names = || catalogue.iter().map(|rule| rule.name);
        match catalogue.iter().find(|rule| rule.name == name) {
            None => {
                let found = Diagnostic::new(&RULE, place(), format!("there is no rule `{name}`"));
                findings.push(match nearest::nearest(name, names()) {
                    Some(near) => found.label(format!("did you mean `{near}`?")),
                    None => found.help("`factpress explain` lists all rules"),
                });
            }
            Some(rule) if rule.fixed && *level != rule.level => findings.push(
                Diagnostic::new(&RULE, place(), format!("the level of `{name}` can't be changed"))
                    .note("without this rule the site could not be built rightly")
                    .help("delete this line"),
            ),
            Some(_) => {}
        }
    }
}
