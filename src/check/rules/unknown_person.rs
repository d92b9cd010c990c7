//! References to people who are not there.

use super::bad_id;
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Person, Registry, Site};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-person",
    level: Level::Deny,
    summary: "a person or organization that is referred to is not in people.yaml",
    reason: "Who said something and who checked it is part of every fact-check. People are described \
             once, in people.yaml, and referred to by their id.",
    bad: "speaker: lopez-obardor",
    good: "speaker: lopez-obrador",
    fixed: true,
};

/// Reports references that lead nowhere.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let mut look = |id: &str, place: &dyn Fn() -> Place| {
        if !id.trim().is_empty() && site.people.get(id).is_none() {
            findings.push(report(place(), id, &site.people));
        }
    };
    if let (Some(id), Some(file)) = (&site.settings.publisher, &site.settings_file) {
        look(id, &|| Place::value(file, KeyPath::top().key("publisher")));
    }
    for article in &site.articles {
        for (index, id) in article.matter.by.iter().enumerate() {
            look(id, &|| Place {
                file: article.file.clone(),
                at: At::FrontMatter(KeyPath::top().key("by").index(index), article.matter_start),
            });
        }
        let Some(file) = &article.claims_file else { continue };
        for (index, claim) in article.claims.iter().enumerate() {
            let path = KeyPath::top().key("claims").index(index);
            if let Some(id) = &claim.speaker {
                look(id, &|| Place::value(file, path.key("speaker")));
            }
            for (name, act) in [("checked", &claim.checked), ("reviewed", &claim.reviewed)] {
                for (number, id) in act.iter().flat_map(|act| act.by.iter().enumerate()) {
                    look(id, &|| Place::value(file, path.key(name).key("by").index(number)));
                }
            }
        }
    }
}

/// Reports a translator who is not there.
pub fn check_translator(article: &Article, site: &Site, findings: &mut Vec<Diagnostic>) {
    let translated = article.translation.as_ref().and_then(|of| of.translated.as_ref());
    for (index, id) in translated.iter().flat_map(|act| act.by.iter().enumerate()) {
        if !id.trim().is_empty() && site.people.get(id).is_none() {
            let path = KeyPath::top().key("translated").key("by").index(index);
            findings.push(report(article.matter_place(path), id, &site.people));
        }
    }
}

fn report(place: Place, id: &str, people: &Registry<Person>) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, format!("there is no `{id}` in people.yaml"));
    let named = people.iter().find(|(_, person)| person.name.eq_ignore_ascii_case(id));
    if let Some(near) = named.map(|(id, _)| id).or_else(|| nearest::nearest(id, people.ids())) {
        return found.label(format!("did you mean `{near}`?"));
    }
    let id = Some(bad_id::instead_of(id)).filter(|id| !id.is_empty());
    let id = id.as_deref().unwrap_or("an-id");
    found.help(format!("add them to content/people.yaml: `{id}: {{name: …}}`"))
}
