//! Corrections that do not say what was wrong.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, LedgerKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "correction-without-note",
    level: Level::Deny,
    summary: "a correction or a withdrawal does not say what was wrong",
    reason: "“Corrected on 3 March” helps nobody. Readers, and those who passed the check on, must learn \
             what was wrong and what is said now. The note is shown with the check, at the head of the \
             article, on the page of corrections and in its feed.",
    bad: "- {on: 2027-03-03, kind: correction}",
    good: "- {on: 2027-03-03, kind: correction, note: We had taken the year of the pledge for that of the payment.}",
    fixed: true,
};

/// Reports them.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        for (number, entry) in claim.ledger.iter().enumerate() {
            let (message, help) = match entry.kind {
                LedgerKind::Correction => (
                    "this correction does not say what was wrong",
                    "what was wrong and what is right",
                ),
                LedgerKind::Void => {
                    ("this withdrawal does not say why", "why the check is withdrawn")
                }
                _ => continue,
            };
            if entry.note.as_ref().is_none_or(|note| note.trim().is_empty()) {
                let path = KeyPath::top().key("claims").index(index).key("ledger").index(number);
                findings.push(
                    Diagnostic::new(&RULE, Place::value(file, path.key("kind")), message)
                        .help(format!("add `note:` with {help}, in words for readers")),
                );
            }
        }
    }
}
