//! Verdicts that are not what was published, and no ledger entry says so.

use jiff::civil::Date;

use super::ledger_order;
use crate::check::published::{Changed, since};
use crate::diagnostic::{Diagnostic, Level, Rule};
use crate::model::{LedgerKind, Settings};

/// The rule.
pub static RULE: Rule = Rule {
    name: "verdict-changed-silently",
    level: Level::Deny,
    summary: "a verdict is not the one that was published, and the ledger does not say so",
    reason: "Readers have seen the old verdict, and others have quoted it. `factpress.lock` keeps what \
             was published; a new verdict needs a new entry in the claim's ledger, of kind `correction` \
             where something was wrong, `update` where new facts came up, or `void` where the check is \
             withdrawn. Entries that were published before say nothing about a change made after them.",
    bad: "verdict: \"false\"          (and it was published as misleading)\nledger:\n  - {on: 2026-11-23, kind: created}",
    good: "verdict: \"false\"\nledger:\n  - {on: 2026-11-23, kind: created}\n  - {on: 2027-03-03, kind: correction, was: misleading, note: We had overlooked the treaty.}",
    fixed: false,
};

/// Reports a claim whose verdict was changed without a word; whether that is said of it, here or
/// elsewhere.
pub fn check(
    changed: &Changed<'_>,
    settings: &Settings,
    today: Option<Date>,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let (claim, kept) = (changed.claim, changed.before.kept);
    // What is no verdict at all is reported as that.
    if claim.verdict == kept.verdict
        || settings.verdict(&claim.verdict).is_none()
        || changed.declaration().is_some()
    {
        return false;
    }
    let ledger = &claim.ledger;
    let new = || changed.history.new_entries().map(|place| &ledger[place]);
    let declaring = new().rev().find(|entry| entry.kind.declares());
    // An entry that stands out of order is reported as that.
    if declaring.is_some() && ledger_order::fault(ledger).is_some() {
        return true;
    }
    let day = today.map_or_else(|| "YYYY-MM-DD".to_owned(), |today| today.to_string());
    let mut found = Diagnostic::new(
        &RULE,
        changed.place("verdict"),
        format!("the verdict of `{}` was changed, and its ledger does not say so", claim.id),
    )
    .label(format!("published as `{}`{}", kept.verdict, since(kept.since())))
    .related(changed.line(), "what was published")
    .help(format!(
        "add an entry to its `ledger`: `- {{on: {day}, kind: correction, was: {}, note: WHAT WAS WRONG}}`; \
         of kind `update` where new facts came up",
        kept.verdict
    ))
    .help(format!("or put the verdict back: `verdict: {}`", kept.verdict));
    if let Some(entry) = declaring {
        found = found.note(format!(
            "its entry of {} is older than what was published{}, so it can't be about this change",
            entry.on,
            since(kept.last_entry())
        ));
    } else if new().any(|entry| entry.kind == LedgerKind::Minor) {
        found = found.note("an entry of kind `minor` is about words, not about the verdict");
    }
    findings.push(found);
    true
}
