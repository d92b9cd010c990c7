//! Ledgers that have lost what was published.

use crate::check::published::Changed;
use crate::diagnostic::{Diagnostic, Level, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "ledger-rewritten",
    level: Level::Deny,
    summary: "an entry of a ledger that was published is gone, or has another day or kind",
    reason: "The ledger is the memory of a check: readers must find in it what they have once seen. \
             Entries are added, never taken away. The words of a note may be mended.",
    bad: "ledger:\n  - {on: 2026-11-23, kind: created}          (and a correction of 2027-03-03 was published)",
    good: "ledger:\n  - {on: 2026-11-23, kind: created}\n  - {on: 2027-03-03, kind: correction, note: We had overlooked the treaty.}",
    fixed: false,
};

/// Reports a claim whose ledger lost entries.
pub fn check(changed: &Changed<'_>, findings: &mut Vec<Diagnostic>) {
    let lost = &changed.history.lost;
    let Some(first) = lost.first() else { return };
    let entries: Vec<String> =
        lost.iter().map(|entry| format!("{} of {}", entry.kind.word(), entry.on)).collect();
    let noun = if lost.len() == 1 { "an entry" } else { "entries" };
    findings.push(
        Diagnostic::new(
            &RULE,
            changed.place("ledger"),
            format!("the ledger of `{}` has lost {noun} that readers have seen", changed.claim.id),
        )
        .label(format!("published: {}", entries.join(", ")))
        .related(changed.line(), "what was published")
        .help(format!(
            "put it back as it was: `- {{on: {}, kind: {}, …}}`; what was wrong about it can be said in \
             an entry of its own",
            first.on,
            first.kind.word()
        )),
    );
}
