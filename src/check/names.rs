//! Names of people and bodies, as sources print them.

use std::collections::{HashMap, HashSet};

use super::rules::bad_address::is_address;
use crate::model::{Person, Registry, Site, Source};

/// The names under which a printed one (an author, a publisher) is known: the whole, and the parts
/// between commas and semicolons, as in `Office of the Historian, US Department of State`. Case,
/// white space and a leading article do not matter.
///
/// # Examples
/// ```
/// use factpress::check::names::{folded, parts};
/// let printed = parts("Office of the Historian,  US Department of State");
/// assert!(printed.contains(&folded("the US department of state")));
/// assert!(!parts("The Daily Example Review").contains(&folded("Daily Example")));
/// ```
pub fn parts(printed: &str) -> Vec<String> {
    let whole = folded(printed);
    let mut parts = vec![whole];
    if printed.contains([',', ';']) {
        parts.extend(printed.split([',', ';']).map(folded));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// A name without what does not matter when names are compared.
pub fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.join(" ")
}

/// Why a source has a stake in the statements of a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stake {
    /// The field of the source that shows it: `author`, `publisher` or `url`.
    pub key: &'static str,
    /// Whose source it is.
    pub whose: Whose,
}

/// Whose source one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The speaker's own.
    Speaker,
    /// That of a body to which the speaker belongs, or of someone who belongs to the speaker.
    Near(String),
}

/// Which sources are whose, found once per site.
#[derive(Debug, Default)]
pub struct Stakes<'a> {
    /// By speaker and by source.
    speakers: HashMap<&'a str, HashMap<&'a str, Stake>>,
    /// Sources of names that the settings call interested, with the field and the name.
    pub interested: HashMap<&'a str, (&'static str, &'a str)>,
    /// Sources of this site itself, with the field that shows it.
    pub own: HashMap<&'a str, &'static str>,
}

impl<'a> Stakes<'a> {
    /// Looks through people and sources.
    pub fn new(site: &'a Site) -> Self {
        let mut printed: HashMap<String, Vec<(&'a str, &'static str)>> = HashMap::new();
        for (id, source) in site.sources.iter() {
            for (key, text) in [("author", &source.author), ("publisher", &source.publisher)] {
                for part in text.iter().flat_map(|text| parts(text)) {
                    printed.entry(part).or_default().push((id, key));
                }
            }
        }
        let of = |name: &str| printed.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        let mut stakes = Self::default();
        for (id, person) in site.people.iter() {
            let mut found: HashMap<&str, Stake> = HashMap::new();
            for (source, key) in of(&person.name) {
                found.entry(source).or_insert(Stake { key, whose: Whose::Speaker });
            }
            for name in near(id, person, &site.people) {
                for (source, key) in of(name) {
                    let whose = Whose::Near(name.to_owned());
                    found.entry(source).or_insert(Stake { key, whose });
                }
            }
            if !found.is_empty() {
                stakes.speakers.insert(id, found);
            }
        }
        for name in &site.settings.weighing.interested {
            for (source, key) in of(name) {
                stakes.interested.entry(source).or_insert((key, name));
            }
        }
        let publisher = site.settings.publisher.as_deref().and_then(|id| site.people.get(id));
        for (source, key) in publisher.iter().flat_map(|publisher| of(&publisher.name)) {
            stakes.own.insert(source, key);
        }
        let base = site.settings.base_url.as_deref().filter(|base| is_address(base)).map(plain);
        if let Some(base) = base {
            stakes.own.extend(
                site.sources
                    .iter()
                    .filter(|(_, source)| is_below(source, &base))
                    .map(|(id, _)| (id, "url")),
            );
        }
        stakes
    }

    /// The sources in which a speaker has a hand.
    pub fn of(&self, speaker: &str) -> Option<&HashMap<&'a str, Stake>> {
        self.speakers.get(speaker)
    }
}

/// Names of those to whom someone belongs, or who belong to them.
fn near<'a>(id: &str, person: &'a Person, people: &'a Registry<Person>) -> HashSet<&'a str> {
    let name = |affiliation: &'a String| {
        people.get(affiliation).map_or(affiliation.as_str(), |body| body.name.as_str())
    };
    let members = people.iter().filter(|(_, other)| {
        other.affiliations.iter().any(|body| body == id || *body == person.name)
    });
    let members = members.map(|(_, member)| member.name.as_str());
    person.affiliations.iter().map(name).chain(members).collect()
}

fn plain(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/').to_lowercase()
}

fn is_below(source: &Source, base: &str) -> bool {
    source.url.as_deref().map(plain).is_some_and(|url| {
        url.strip_prefix(base)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    })
}
