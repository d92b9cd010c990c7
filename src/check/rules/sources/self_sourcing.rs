//! Claims that are their own evidence.

use std::collections::BTreeSet;

use super::Standing;
use crate::check::names::{Stakes, Whose};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Site, Stance};

/// The rule.
pub static RULE: Rule = Rule {
    name: "self-sourcing",
    level: Level::Warn,
    summary: "the evidence for a claim comes from the one who made it, or from this site itself",
    reason: "That somebody says a thing twice does not bear it out, and that we said it before proves \
             nothing to a reader. Meant is evidence that supports a claim and whose source is the one \
             the claim stands in (`said: {in: …}`), or whose author or publisher is the speaker, and \
             evidence for or against it from this site. What a speaker says against their own claim \
             is fine, and as context anything is.",
    bad: "speaker: ministry\nevidence:\n  - {source: statement-of-the-ministry, stance: supports}",
    good: "speaker: ministry\nevidence:\n  - {source: statement-of-the-ministry, stance: context}\n  - {source: court-of-auditors, stance: supports}",
    fixed: false,
};

/// Reports pieces of a claim's evidence; returns their sources.
pub fn check<'a>(
    standing: Standing<'a>,
    site: &Site,
    stakes: &Stakes<'_>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeSet<&'a str> {
    let mut reported = BTreeSet::new();
    let claim = standing.claim;
    let said_in = claim.said.as_ref().and_then(|said| said.source.as_deref());
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let id = evidence.source.as_str();
        if evidence.stance == Stance::Context || site.sources.get(id).is_none() {
            continue;
        }
        let supports = evidence.stance == Stance::Supports;
        let found = |message: String| Diagnostic::new(&RULE, standing.evidence(number), message);
        let of_source = |found: Diagnostic, key: &str| match &site.sources_file {
            Some(file) => {
                let path = KeyPath::top().key("sources").key(id).key(key);
                found.related(Place::value(file, path), "whose source it is")
            }
            None => found,
        };
        let finding = if supports && said_in == Some(id) {
            let path = standing.path().key("said").key("in");
            found(format!("`{}` is borne out by the source that it stands in", claim.id))
                .related(Place::value(standing.file, path), "said here")
        } else if supports
            && let Some(speaker) = claim.speaker.as_deref()
            && let Some((key, Whose::Speaker)) = stakes.of_speaker(id, speaker)
        {
            let found = found(format!("`{}` is borne out by its own speaker", claim.id));
            of_source(found.related(standing.value("speaker"), "the speaker"), key)
        } else if let Some(key) = stakes.of_this_site(id) {
            of_source(found(format!("`{}` rests on a source of this site itself", claim.id)), key)
        } else {
            continue;
        };
        findings.push(finding.help(
            "give evidence of somebody else, or make this one `stance: context` if it only shows what was said",
        ));
        reported.insert(id);
    }
    reported
}
