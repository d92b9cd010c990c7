//! Words that are not what was published, and no ledger entry says so.

use jiff::civil::Date;

use crate::check::published::{Changed, since};
use crate::diagnostic::{Diagnostic, Level, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "wording-changed-silently",
    level: Level::Warn,
    summary: "a quote or a finding is not worded as it was published, and the ledger does not say so",
    reason: "A reason can be turned around without touching the verdict. Where only words were mended, \
             an entry of kind `minor` says so; where the meaning changed, `update` or `correction`. \
             Until then `factpress.lock` keeps the words that were published, and every check tells of \
             it; putting them back needs no entry. White space and line breaks do not count.",
    bad: "finding: The pledge was grants and loans, and half of it came late.     (and it was published as: … half of it was not American.)\nledger:\n  - {on: 2026-11-23, kind: created}",
    good: "ledger:\n  - {on: 2026-11-23, kind: created}\n  - {on: 2027-03-03, kind: minor, note: The finding says more plainly when the money came.}",
    fixed: false,
};

/// Reports a claim whose words were changed without a word about it. `quotes_hold`: whether the quotes
/// of the article could all be found; a quote that can't is reported as that.
pub fn check(
    changed: &Changed<'_>,
    quotes_hold: bool,
    today: Option<Date>,
    findings: &mut Vec<Diagnostic>,
) {
    let (claim, record, kept) = (changed.claim, changed.record, changed.before.kept);
    if changed.history.tells_of_words(&claim.ledger, kept) {
        return;
    }
    let is_new = |new, old, text: &str| new != old && !text.trim().is_empty();
    let finding = is_new(record.finding, kept.finding, &claim.finding);
    let quote = quotes_hold && is_new(record.quote, kept.quote, &claim.quote);
    let (key, words) = match (quote, finding) {
        (false, false) => return,
        (true, false) => ("quote", "the quote"),
        (false, true) => ("finding", "the finding"),
        (true, true) => ("finding", "quote and finding"),
    };
    let verb = if quote && finding { "were" } else { "was" };
    let day = today.map_or_else(|| "YYYY-MM-DD".to_owned(), |today| today.to_string());
    let found = Diagnostic::new(
        &RULE,
        changed.place(key),
        format!("{words} of `{}` {verb} reworded, and its ledger does not say so", claim.id),
    )
    .label(format!("published in other words{}", since(kept.since())))
    .related(changed.line(), "what was published")
    .help(format!(
        "add an entry to its `ledger`: `- {{on: {day}, kind: minor, note: WHAT WAS CHANGED}}`; of kind \
         `update` or `correction` where the meaning is another"
    ));
    findings.push(found);
}
