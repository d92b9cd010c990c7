//! Verdicts that rest on too few sources.

use super::Standing;
use crate::check::weighing::{Weight, weigh};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "too-few-independent-sources",
    level: Level::Allow,
    summary: "a rated verdict rests on fewer independent sources than the site asks for",
    reason: "Ten papers that print one agency report are one source. Counted are the origins of the \
             evidence that supports or refutes the claim: sources with the same `origin` in \
             sources.yaml count once, and evidence that only gives context is not counted. \
             `weighing: {independent_sources: 2}` in factpress.yaml sets how many are asked for. \
             Where there can't be more, `reservations: {few_sources: …}` says why, and readers see \
             it. Verdicts without a rating need none.",
    bad: "verdict: misleading\nevidence:\n  - {source: agency-report, stance: refutes}\n  - {source: copy-of-the-report, stance: refutes}     (both with `origin: agency-report`)",
    good: "verdict: misleading\nevidence:\n  - {source: agency-report, stance: refutes}\n  - {source: court-record, stance: refutes}",
    fixed: false,
};

/// Most sources of one origin that are named.
const MOST: usize = 20;

/// Reports a claim.
pub fn check(standing: Standing<'_>, site: &Site, findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    // Evidence that is missing altogether is another rule's.
    if !site.settings.is_rated(&claim.verdict) || claim.evidence.is_empty() {
        return;
    }
    let Some(weight) = weigh(claim, &site.sources) else { return };
    let due = site.settings.weighing.independent_sources as usize;
    let count = weight.origins.len();
    match (&claim.reservations.few_sources, count < due) {
        (None, true) => findings.push(report(standing, site, &weight, due)),
        (Some(_), false) => {
            let path = standing.path().key("reservations").key("few_sources");
            let message = format!(
                "`{}` says why it rests on few sources, but it rests on {count} independent ones",
                claim.id
            );
            findings.push(
                Diagnostic::new(&RULE, Place::value(standing.file, path), message)
                    .help("take the line out: readers see it"),
            );
        }
        _ => {}
    }
}

fn report(standing: Standing<'_>, site: &Site, weight: &Weight<'_>, due: usize) -> Diagnostic {
    let claim = standing.claim;
    let id = |place: &usize| claim.evidence[*place].source.as_str();
    // Where an origin counts twice the second address is the place to look at.
    let shared = weight.origins.iter().find_map(|(origin, places)| {
        let other = places.iter().find(|place| id(place) != id(&places[0]))?;
        Some((*origin, places[0], *other))
    });
    let rests_on = match weight.origins.len() {
        0 => "no source that supports or refutes it".to_owned(),
        1 => "1 independent source".to_owned(),
        count => format!("{count} independent sources"),
    };
    let message = format!("`{}` rests on {rests_on}; {due} are asked for", claim.id);
    let found = if let Some((origin, first, other)) = shared {
        let found = Diagnostic::new(&RULE, standing.evidence(other), message)
            .label(format!("of the same origin as `{}`", id(&first)))
            .related(standing.evidence(first), "counted here");
        declared(found, site, id(&other), origin)
    } else {
        let path = standing.path().key("evidence");
        Diagnostic::new(&RULE, Place::key(standing.file, path), message)
    };
    let found = weight.origins.iter().fold(found, |found, (origin, places)| {
        let mut ids: Vec<&str> = places.iter().map(id).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() < 2 {
            return found;
        }
        let ids = if ids.len() > MOST {
            format!("{} sources", ids.len())
        } else {
            nearest::list(ids.into_iter())
        };
        found.note(format!("{ids} go back to one origin, `{origin}`, and count once"))
    });
    found.help("add a source that is independent of these, or say under `reservations: {few_sources: …}` why there is none")
}

/// Shows where a source says what its origin is.
fn declared(found: Diagnostic, site: &Site, id: &str, origin: &str) -> Diagnostic {
    let says = site.sources.get(id).is_some_and(|source| source.origin.is_some());
    match &site.sources_file {
        Some(file) if says => {
            let path = KeyPath::top().key("sources").key(id).key("origin");
            found.related(Place::value(file, path), format!("goes back to `{origin}`"))
        }
        _ => found,
    }
}
