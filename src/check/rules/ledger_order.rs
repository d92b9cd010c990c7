//! Histories that can't have happened.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, LedgerEntry, LedgerKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "ledger-order",
    level: Level::Deny,
    summary: "the entries of a ledger can't have happened in this order",
    reason: "A ledger is read from top to bottom: the check is created once, at the start, and every \
             entry is as late as the one above it or later. Once a check is withdrawn, only an `update` \
             or a `correction` puts it back.",
    bad: "ledger:\n  - {on: 2026-11-23, kind: created}\n  - {on: 2027-03-03, kind: correction, note: …}\n  - {on: 2027-01-15, kind: update, note: …}",
    good: "ledger:\n  - {on: 2026-11-23, kind: created}\n  - {on: 2027-01-15, kind: update, note: …}\n  - {on: 2027-03-03, kind: correction, note: …}",
    fixed: true,
};

/// Reports the first entry of each ledger that is out of order.
pub fn check(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        // What is older than the check itself is a contradiction of dates, and told as that.
        if is_older_than_created(&claim.ledger) {
            continue;
        }
        let Some((number, fault)) = fault(&claim.ledger) else { continue };
        let path = KeyPath::top().key("claims").index(index).key("ledger").index(number);
        let at = |key: &str| Place::value(file, path.key(key));
        let entry = &claim.ledger[number];
        findings.push(match fault {
            Fault::Earlier => Diagnostic::new(
                &RULE,
                at("on"),
                format!("this entry is of {}, but the one above it is later", entry.on),
            )
            .label(format!("the one above is of {}", claim.ledger[number - 1].on))
            .help("put the entries into the order of their days, the oldest first"),
            Fault::CreatedLate => Diagnostic::new(
                &RULE,
                at("kind"),
                "a check is created at the start of its ledger, and only once",
            )
            .help("put this entry first, or give it another kind: `minor`, `update` or `correction`"),
            Fault::AfterVoid => Diagnostic::new(
                &RULE,
                at("kind"),
                format!("the check is withdrawn, and an entry of kind `{}` can't follow that", entry.kind.word()),
            )
            .help("an `update` or a `correction` puts the check back and says why; otherwise delete this entry"),
        });
    }
}

fn is_older_than_created(ledger: &[LedgerEntry]) -> bool {
    let created = ledger.iter().filter(|entry| entry.kind == LedgerKind::Created);
    let created = created.map(|entry| entry.on).min();
    created.is_some_and(|created| ledger.iter().any(|entry| entry.on < created))
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is older than the one above it.
    Earlier,
    /// The check was created before.
    CreatedLate,
    /// The check was withdrawn before.
    AfterVoid,
}

/// The first entry that is out of order, and how.
pub fn fault(ledger: &[LedgerEntry]) -> Option<(usize, Fault)> {
    let mut pairs = ledger.iter().zip(ledger.iter().skip(1)).enumerate();
    pairs.find_map(|(place, (before, entry))| {
        let fault = match (before.kind, entry.kind) {
            _ if entry.on < before.on => Fault::Earlier,
            (_, LedgerKind::Created) => Fault::CreatedLate,
            (LedgerKind::Void, LedgerKind::Minor | LedgerKind::Void) => Fault::AfterVoid,
            _ => return None,
        };
        Some((place + 1, fault))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn of(entries: &[(&str, &str)]) -> Option<(usize, Fault)> {
        let entry = |(on, kind): &(&str, &str)| LedgerEntry {
            on: on.parse().unwrap(),
            kind: LedgerKind::of_word(kind).unwrap(),
            was: None,
            note: None,
            note_lang: None,
        };
        fault(&entries.iter().map(entry).collect::<Vec<_>>())
    }

    #[test]
    fn orders() {
        let created = ("2026-11-23", "created");
        assert_eq!(of(&[]), None);
        assert_eq!(
            of(&[created, ("2026-11-23", "correction"), ("2026-11-23", "correction")]),
            None
        );
        assert_eq!(of(&[("2026-11-22", "minor"), created]), Some((1, Fault::CreatedLate)));
        assert_eq!(of(&[created, ("2026-11-22", "minor")]), Some((1, Fault::Earlier)));
        assert_eq!(of(&[created, created]), Some((1, Fault::CreatedLate)));
        let void = ("2027-01-01", "void");
        assert_eq!(of(&[created, void, ("2027-01-02", "update")]), None);
        assert_eq!(of(&[created, void, ("2027-01-02", "minor")]), Some((2, Fault::AfterVoid)));
    }
}
