//! Former verdicts that were none.

use crate::check::published::Changed;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, LedgerKind, Settings};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "former-verdict",
    level: Level::Deny,
    summary: "a ledger entry names a former verdict that was not published",
    reason: "Readers see a correction as “Misleading → False”. `was:` names the verdict before the \
             change; it must be on the rating scale, differ from the one that followed, and be the one \
             that `factpress.lock` has kept. It may be left out: factpress then takes it from the lock.",
    bad: "verdict: \"false\"          (and it was published as misleading)\nledger:\n  - {on: 2027-03-03, kind: correction, was: unverified, note: …}",
    good: "ledger:\n  - {on: 2027-03-03, kind: correction, was: misleading, note: …}",
    fixed: true,
};

/// Reports former verdicts of an article that can't have been, whatever was published.
pub fn check(article: &Article, settings: &Settings, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        for (number, entry) in claim.ledger.iter().enumerate() {
            let Some(was) = &entry.was else { continue };
            let path = KeyPath::top().key("claims").index(index).key("ledger").index(number);
            let found = |message: String| {
                Diagnostic::new(&RULE, Place::value(file, path.key("was")), message)
            };
            let ids = || settings.verdicts.iter().map(|verdict| verdict.id.as_str());
            if settings.verdict(was).is_none() {
                let found = found(format!("`{was}` is not a verdict of the rating scale"));
                let found = match nearest::nearest(was, ids()) {
                    Some(near) => found.label(format!("did you mean `{near}`?")),
                    None => found,
                };
                findings.push(found.help(format!("the scale has {}", nearest::list(ids()))));
            } else if was == claim.verdict_after(number) && entry.kind != LedgerKind::Void {
                findings.push(
                    found(format!("the verdict after this entry is `{was}` too"))
                        .label("this is meant to be the verdict before it")
                        .help("write the verdict that stood there before, or leave `was` out"),
                );
            }
        }
    }
}

/// Reports former verdicts that are not what was published.
pub fn check_published(changed: &Changed<'_>, settings: &Settings, findings: &mut Vec<Diagnostic>) {
    let kept = changed.before.kept;
    let new =
        changed.history.new_entries().find(|place| changed.claim.ledger[*place].was.is_some());
    for (number, entry) in changed.claim.ledger.iter().enumerate() {
        let Some(was) = entry.was.as_deref().filter(|was| settings.verdict(was).is_some()) else {
            continue;
        };
        let due = match changed.history.kept[number] {
            Some(kept) => kept.was.as_deref(),
            // The first change since then; what lies between it and later ones nobody has seen.
            None if new == Some(number) => Some(kept.verdict.as_str()),
            None => None,
        };
        let Some(due) = due.filter(|due| *due != was && was != changed.claim.verdict_after(number))
        else {
            continue;
        };
        let place = Place::value(changed.file, changed.entry(number).key("was"));
        findings.push(
            Diagnostic::new(&RULE, place, format!("the verdict before was `{due}`, not `{was}`"))
                .related(changed.line(), "what was published")
                .help(format!("write `was: {due}`")),
        );
    }
}
