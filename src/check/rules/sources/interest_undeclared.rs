//! Sources with a stake that is not told.

use std::collections::BTreeSet;

use super::Standing;
use crate::check::names::{Stakes, Whose};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

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

/// Reports the sources of a claim that are not in `told`, and enters them there: what is missing is
/// missing once, in sources.yaml. Those in `reported` should not be evidence of the claim at all.
pub fn check<'a>(
    standing: Standing<'a>,
    site: &'a Site,
    stakes: &Stakes<'a>,
    (reported, told): (&BTreeSet<&str>, &mut BTreeSet<&'a str>),
    findings: &mut Vec<Diagnostic>,
) {
    let claim = standing.claim;
    if stakes.is_empty() {
        return;
    }
    let speaker = claim.speaker.as_deref().unwrap_or("");
    let name = site.people.get(speaker).map_or(speaker, |person| &person.name);
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let id = evidence.source.as_str();
        let (key, why) = if let Some((key, whose)) = stakes.of_speaker(id, speaker) {
            let other = match whose {
                Whose::Speaker => String::new(),
                Whose::Near(other) => format!("{other}, close to "),
            };
            (key, format!("of {other}{name}, who speaks here"))
        } else if let Some((key, name)) = stakes.of_interested(id) {
            (key, format!("of {name}, which factpress.yaml names as interested"))
        } else {
            continue;
        };
        let declared = site.sources.get(id).is_none_or(|source| source.interest.is_some());
        let Some(file) = site.sources_file.as_ref().filter(|_| !declared) else { continue };
        if reported.contains(id) || !told.insert(id) {
            continue;
        }
        let path = KeyPath::top().key("sources").key(id).key(key);
        let message = format!("the source `{id}` does not say what stake it has");
        findings.push(
            Diagnostic::new(&RULE, Place::value(file, path), message)
                .label(why)
                .related(standing.evidence(number), format!("evidence of `{}`", claim.id))
                .help("add `interest:` to this source, in one sentence for readers"),
        );
    }
}
