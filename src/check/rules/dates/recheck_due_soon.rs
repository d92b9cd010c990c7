//! Checks whose day is near.

use jiff::civil::Date;

use crate::check::freshness::Due;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::model::Claim;

/// The rule.
pub static RULE: Rule = Rule {
    name: "recheck-due-soon",
    level: Level::Warn,
    summary: "a check is to be made again within the next days",
    reason: "After that day the site is no longer built (rule recheck-overdue). How early the warning \
             comes is set by `freshness: {warn_before: 30 days}` in factpress.yaml; `0 days` turns it \
             off.",
    bad: "recheck_by: 2026-12-01     (and today is 2026-11-24)",
    good: "checked: {by: [anna], on: 2026-11-24}\nrecheck_by: 2027-12-01",
    fixed: false,
};

/// Reports a check.
pub fn report(place: Place, claim: &Claim, due: &Due<'_>, today: Date) -> Diagnostic {
    let days = today.until(due.on).map_or(0, |span| span.get_days());
    let left = match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    };
    let message = format!("`{}` is to be checked again by {}, {left}", claim.id, due.on);
    Diagnostic::new(&RULE, place, message)
}
