//! Copies that sources.yaml and factpress.lock tell different things about.

use crate::diagnostic::{Diagnostic, Level, Place, Related, Rule};
use crate::model::Site;
use crate::snapshots::pins;

/// The rule.
pub static RULE: Rule = Rule {
    name: "lock-disagrees",
    level: Level::Deny,
    summary: "sources.yaml and factpress.lock disagree about the kept copy of a source",
    reason: "sources.yaml is what people write, factpress.lock what `factpress archive` found. Where \
             both name a copy, one of them is wrong, and only a person can say which.",
    bad: "snapshot: {path: essay.html, sha256: 1f6a…}      (sources.yaml)\nessay: {path: essay.html, sha256: 9c04…}         (factpress.lock)",
    good: "essay: {path: essay.html, sha256: 9c04…}         (factpress.lock alone)",
    fixed: true,
};

/// Reports sources with two different copies; gives their ids.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut disputed = Vec::new();
    let (Some(lock), Some(lock_file)) = (&site.lock, &site.lock_file) else { return disputed };
    for (id, locked) in lock.snapshots.iter() {
        let Some(source) = site.sources.get(id) else {
            if !site.unread.sources {
                findings.push(orphan(Place::key(lock_file, pins::in_lock(id)), id));
            }
            continue;
        };
        let (Some(hand), Some(hand_file)) = (&source.snapshot, &site.sources_file) else {
            continue;
        };
        let hash = hand.sha256.as_deref();
        let differs = if pins::path(&hand.path) != pins::path(&locked.path) {
            Some(("path", "file"))
        } else if hash.is_some_and(|hash| hash != locked.sha256) {
            Some(("sha256", "hash"))
        } else if hand.captured.is_some()
            && locked.captured.is_some()
            && hand.captured != locked.captured
        {
            Some(("captured", "day"))
        } else {
            None
        };
        if let Some((key, what)) = differs {
            let place = Place::value(hand_file, pins::by_hand(id).key(key));
            let message = format!(
                "sources.yaml and factpress.lock name a different {what} for the copy of `{id}`"
            );
            let mut found = Diagnostic::new(&RULE, place, message)
                .help("if the copy that `factpress archive` kept is right, delete `snapshot:` here")
                .help("if this one is right, delete the entry in factpress.lock");
            let place = Place::value(lock_file, pins::in_lock(id).key(key));
            found.related.push(Related { place, label: "the other one".to_owned() });
            findings.push(found);
            disputed.push(id.to_owned());
        }
    }
    disputed
}

/// Reports a copy whose source is gone.
fn orphan(place: Place, id: &str) -> Diagnostic {
    let message = format!("factpress.lock keeps a copy of `{id}`, which is not in sources.yaml");
    let found = Diagnostic::new(&RULE, place, message);
    Diagnostic { level: Level::Warn, ..found }
        .help("if the source was renamed, rename the entry and its file too; else delete both")
}
