//! Claims that are their own evidence.

use super::Standing;
use crate::check::names::names;
use crate::check::rules::bad_address::is_address;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Site, Source, Stance};

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

/// Reports pieces of a claim's evidence and returns their places in the list.
pub fn check(standing: Standing<'_>, site: &Site, findings: &mut Vec<Diagnostic>) -> Vec<usize> {
    let claim = standing.claim;
    let mut own = Vec::new();
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let Some(source) = site.sources.get(&evidence.source) else { continue };
        let supports = evidence.stance == Stance::Supports;
        let said_in = claim.said.as_ref().and_then(|said| said.source.as_deref());
        let found = |message: String| Diagnostic::new(&RULE, standing.evidence(number), message);
        let finding = if supports && said_in == Some(evidence.source.as_str()) {
            let path = standing.path().key("said").key("in");
            found(format!("`{}` is borne out by the source that it stands in", claim.id))
                .related(Place::value(standing.file, path), "said here")
        } else if let Some(speaker) = claim.speaker.as_deref().filter(|_| supports)
            && let Some(person) = site.people.get(speaker)
            && let Some(key) = printed(source, &person.name)
        {
            let found = found(format!("`{}` is borne out by its own speaker", claim.id))
                .related(standing.value("speaker"), "the speaker");
            with_source(found, site, &evidence.source, key)
        } else if evidence.stance != Stance::Context
            && let Some(key) = of_this_site(source, site)
        {
            let found = found(format!("`{}` rests on a source of this site itself", claim.id));
            with_source(found, site, &evidence.source, key)
        } else {
            continue;
        };
        findings.push(finding.help(
            "give evidence of somebody else, or make this one `stance: context` if it only shows what was said",
        ));
        own.push(number);
    }
    own
}

/// The field in which a source prints a name: its author or its publisher.
pub fn printed(source: &Source, name: &str) -> Option<&'static str> {
    let is = |text: &Option<String>| text.as_deref().is_some_and(|text| names(text, name));
    if is(&source.author) {
        Some("author")
    } else if is(&source.publisher) {
        Some("publisher")
    } else {
        None
    }
}

/// The field that shows a source to be of this site.
fn of_this_site(source: &Source, site: &Site) -> Option<&'static str> {
    let base = site.settings.base_url.as_deref().filter(|base| is_address(base));
    let plain = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.trim_end_matches('/').to_lowercase()
    };
    if let (Some(base), Some(url)) = (base, source.url.as_deref()) {
        let (base, url) = (plain(base), plain(url));
        if url == base
            || url.strip_prefix(&base).is_some_and(|rest| rest.starts_with(['/', '?', '#']))
        {
            return Some("url");
        }
    }
    let publisher = site.settings.publisher.as_deref().and_then(|id| site.people.get(id))?;
    printed(source, &publisher.name)
}

/// Shows the field of a source.
pub fn with_source(found: Diagnostic, site: &Site, id: &str, key: &str) -> Diagnostic {
    match &site.sources_file {
        Some(file) => {
            let path = KeyPath::top().key("sources").key(id).key(key);
            found.related(Place::value(file, path), "whose source it is")
        }
        None => found,
    }
}
