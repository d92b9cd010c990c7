//! What the examination of kept copies means for the site.

use super::rules::{
    evidence_not_in_snapshot, evidence_too_short, lock_disagrees, snapshot_changed,
    snapshot_missing, snapshot_unpinned, snapshot_unreadable,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::Site;
use crate::snapshots::pins::{Pin, pins};
use crate::snapshots::{CopyState, EvidenceAnswer, Examination, WhyUnknown};

/// Reports copies that are not as they should be, and quotations that are not in them.
pub fn check(site: &Site, examination: &Examination, findings: &mut Vec<Diagnostic>) {
    // Of copies in dispute nothing more is said, nor of what is quoted from them.
    let disputed = lock_disagrees::check(site, findings);
    let is_disputed = |source: &str| disputed.iter().any(|id| id == source);
    for pin in pins(site).iter().filter(|pin| !is_disputed(pin.source)) {
        if let Some(copy) = examination.copies.get(pin.source) {
            findings.extend(state(site, pin, &copy.path, &copy.state));
        }
    }
    for (article, claims) in site.articles.iter().zip(&examination.evidence) {
        let Some(file) = &article.claims_file else { continue };
        for (at, (claim, answers)) in article.claims.iter().zip(claims).enumerate() {
            for (number, (piece, answer)) in claim.evidence.iter().zip(answers).enumerate() {
                let path = KeyPath::top().key("claims").index(at).key("evidence").index(number);
                let place = || Place::value(file, path.key("quote"));
                match answer {
                    EvidenceAnswer::NotFound { path, miss } if !is_disputed(&piece.source) => {
                        let source = &piece.source;
                        findings.push(evidence_not_in_snapshot::report(
                            &place(),
                            source,
                            path,
                            miss,
                        ));
                    }
                    EvidenceAnswer::Unknown(WhyUnknown::PartlyRead(path)) => {
                        findings.push(snapshot_unreadable::partly(place(), &piece.source, path));
                    }
                    EvidenceAnswer::Unknown(WhyUnknown::TooShort) => {
                        let quote = piece.quote.as_deref().unwrap_or_default();
                        findings.push(evidence_too_short::report(place(), quote));
                    }
                    _ => {}
                }
            }
        }
    }
}

/// What is wrong with a copy, if anything.
fn state(site: &Site, pin: &Pin<'_>, path: &str, state: &CopyState) -> Option<Diagnostic> {
    let (at, at_path) = (pin.place(site)?, pin.path_place(site)?);
    match state {
        CopyState::Whole => None,
        CopyState::Unpinned(now) => Some(snapshot_unpinned::report(at_path, pin.source, now)),
        CopyState::Changed(now) => Some(snapshot_changed::report(at, pin.source, path, now)),
        CopyState::Missing => Some(snapshot_missing::report(at_path, pin.source, path)),
        CopyState::OutOfFolder => Some(snapshot_missing::out_of_folder(at_path)),
        CopyState::Unreadable(why) => {
            Some(snapshot_unreadable::report(at_path, pin.source, path, why))
        }
        CopyState::Refused(found) => Some((**found).clone()),
    }
}
