//! Sources with a stake that is not told.

use super::Standing;
use super::self_sourcing::printed;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Person, Site, Source};

/// The rule.
pub static RULE: Rule = Rule {
    name: "interest-undeclared",
    level: Level::Warn,
    summary: "a source of someone with a stake in the matter does not say what the stake is",
    reason: "A source with a stake may be used; the reader must be told of it. A stake has a source whose \
             author or publisher is the speaker of the claim, a body that the speaker belongs to \
             (`affiliations` in people.yaml, of either of the two), or a name under \
             `weighing: {interested: […]}` in factpress.yaml. What the stake is stands under \
             `interest` in sources.yaml and is shown beside the evidence. Names are compared as \
             printed, between commas.",
    bad: "people:\n  anna: {name: Anna Example, affiliations: [Ministry of Works]}\nsources:\n  works-report: {title: Report, publisher: Ministry of Works}",
    good: "sources:\n  works-report:\n    title: Report\n    publisher: Ministry of Works\n    interest: The ministry writes about its own works.",
    fixed: false,
};

/// Reports the sources of a claim, each once; not the pieces in `own`, which are reported already.
pub fn check(standing: Standing<'_>, site: &Site, own: &[usize], findings: &mut Vec<Diagnostic>) {
    let claim = standing.claim;
    let speaker = claim.speaker.as_deref().and_then(|id| Some((id, site.people.get(id)?)));
    let mut told: Vec<&str> = Vec::new();
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let id = evidence.source.as_str();
        let Some(source) = site.sources.get(id) else { continue };
        if source.interest.is_some() || own.contains(&number) || told.contains(&id) {
            continue;
        }
        let Some((key, why)) = stake(source, speaker, site) else { continue };
        told.push(id);
        let message =
            format!("the source `{id}` has a stake in `{}`, but does not say which", claim.id);
        let found = Diagnostic::new(&RULE, standing.evidence(number), message).label(why);
        let found = match &site.sources_file {
            Some(file) => {
                let path = KeyPath::top().key("sources").key(id).key(key);
                found.related(Place::value(file, path), "whose source it is")
            }
            None => found,
        };
        findings.push(found.help(format!(
            "add `interest:` to `{id}` in sources.yaml, in one sentence for readers"
        )));
    }
}

/// The field that shows that a source has a stake, and why, in words.
fn stake(
    source: &Source,
    speaker: Option<(&str, &Person)>,
    site: &Site,
) -> Option<(&'static str, String)> {
    if let Some((id, person)) = speaker {
        if let Some(key) = printed(source, &person.name) {
            return Some((key, "the speaker's own".to_owned()));
        }
        let known =
            |name: &String| site.people.get(name).map_or(name.clone(), |it| it.name.clone());
        for body in person.affiliations.iter().map(known) {
            if let Some(key) = printed(source, &body) {
                return Some((key, format!("of {body}, to which {} belongs", person.name)));
            }
        }
        let members = site.people.iter().filter(|(_, other)| {
            other.affiliations.iter().any(|body| body == id || *body == person.name)
        });
        for (_, member) in members {
            if let Some(key) = printed(source, &member.name) {
                return Some((key, format!("of {}, who belongs to {}", member.name, person.name)));
            }
        }
    }
    site.settings.weighing.interested.iter().find_map(|name| {
        let key = printed(source, name)?;
        Some((key, format!("of {name}, which factpress.yaml names as interested")))
    })
}
