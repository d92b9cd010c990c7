//! Dates that are none.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-date",
    level: Level::Deny,
    summary: "a date is not in the calendar, not in the form 2026-11-23, or lies in the future",
    reason: "Readers and machines rely on the dates of a check. Where a source gives only a month or \
             a year, `2024-01` or `2024` says so; what we did ourselves has a day.",
    bad: "checked: {by: [me], on: 2026-02-30}",
    good: "checked: {by: [me], on: 2026-02-28}",
    fixed: true,
};

/// Reports a date; `why` is the reason in words.
pub fn report(place: Place, date: &str, why: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{date}` is not a date that can stand here"))
        .label(why)
        .help("write the day as year-month-day, for example 2026-11-23")
}

/// Reports something that is said to have happened after today.
pub fn in_future(place: Place, date: &str, act: &str, today: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("{act} on {date}, which is in the future"))
        .label(format!("today is {today}, by this machine's clock and in UTC"))
        .help("write the day on which it happened; if the clock is wrong, set it, or say the day with `--now`")
}
