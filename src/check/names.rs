//! Names of people and bodies, as sources print them.

use std::collections::{HashMap, HashSet};

use super::rules::bad_address::is_address;
use crate::model::{Site, Source};

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

/// Whose source one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// The speaker's own.
    Speaker,
    /// That of a body to which the speaker belongs, or of someone who belongs to the speaker.
    Near(&'a str),
}

/// Who stands behind sources, and who is near to whom, found once per site.
#[derive(Debug, Default)]
pub struct Stakes<'a> {
    /// By source: the names that it prints, each with its field, `author` or `publisher`.
    printed: HashMap<&'a str, Vec<(String, &'static str)>>,
    /// By speaker: the names of those near. Only speakers of whom any source prints a name.
    near: HashMap<&'a str, HashMap<String, Whose<'a>>>,
    /// Names that the settings call interested, as far as any source prints them.
    interested: HashMap<String, &'a str>,
    /// Sources of this site itself, with the field that shows it.
    own: HashMap<&'a str, &'static str>,
}

impl<'a> Stakes<'a> {
    /// Looks through people and sources.
    pub fn new(site: &'a Site) -> Self {
        let mut stakes = Self::default();
        for (id, source) in site.sources.iter() {
            let fields = [("author", &source.author), ("publisher", &source.publisher)];
            let names = fields.into_iter().flat_map(|(key, text)| {
                text.iter().flat_map(|text| parts(text)).map(move |part| (part, key))
            });
            stakes.printed.insert(id, names.collect());
        }
        let known: HashSet<&str> =
            stakes.printed.values().flatten().map(|(name, _)| name.as_str()).collect();
        let is_known = |name: &str| Some(folded(name)).filter(|name| known.contains(name.as_str()));
        let mut members: HashMap<&str, Vec<&str>> = HashMap::new();
        for (_, person) in site.people.iter() {
            for body in &person.affiliations {
                members.entry(body).or_default().push(&person.name);
            }
        }
        for (id, person) in site.people.iter() {
            let mut near: HashMap<String, Whose<'_>> = HashMap::new();
            let bodies = person
                .affiliations
                .iter()
                .map(|body| site.people.get(body).map_or(body.as_str(), |body| body.name.as_str()));
            let named = [id, &person.name].into_iter().filter_map(|name| members.get(name));
            for name in bodies.chain(named.flatten().copied()) {
                near.extend(is_known(name).map(|folded| (folded, Whose::Near(name))));
            }
            near.extend(is_known(&person.name).map(|folded| (folded, Whose::Speaker)));
            if !near.is_empty() {
                stakes.near.insert(id, near);
            }
        }
        let interested = site.settings.weighing.interested.iter();
        let interested = interested.filter_map(|name| Some((is_known(name)?, name.as_str())));
        stakes.interested = interested.collect();
        stakes.own = stakes.of_site(site);
        stakes
    }

    /// Sources below the site's address, or of its publisher.
    fn of_site(&self, site: &'a Site) -> HashMap<&'a str, &'static str> {
        let base = site.settings.base_url.as_deref().filter(|base| is_address(base)).map(plain);
        let publisher = site.settings.publisher.as_deref().and_then(|id| site.people.get(id));
        let publisher = publisher.map(|publisher| folded(&publisher.name));
        let own = site.sources.iter().filter_map(|(id, source)| {
            if base.as_ref().is_some_and(|base| is_below(source, base)) {
                return Some((id, "url"));
            }
            let publisher = publisher.as_ref().filter(|name| !name.is_empty())?;
            let (_, key) = self.printed.get(id)?.iter().find(|(name, _)| name == publisher)?;
            Some((id, *key))
        });
        own.collect()
    }

    /// Whether nobody is near to any speaker, and nobody interested.
    pub fn is_empty(&self) -> bool {
        self.near.is_empty() && self.interested.is_empty()
    }

    /// The field of a source that shows it to be of this site.
    pub fn of_this_site(&self, source: &str) -> Option<&'static str> {
        self.own.get(source).copied()
    }

    /// The field of a source that shows somebody near to a speaker, and who that is; the speaker
    /// before others.
    pub fn of_speaker(&self, source: &str, speaker: &str) -> Option<(&'static str, Whose<'a>)> {
        let near = self.near.get(speaker)?;
        let names = self.printed.get(source)?.iter();
        let mut found = names.filter_map(|(name, key)| Some((*key, *near.get(name)?)));
        let first = found.next()?;
        let own = found.find(|(_, whose)| *whose == Whose::Speaker);
        Some(own.filter(|_| first.1 != Whose::Speaker).unwrap_or(first))
    }

    /// The field of a source that prints a name which the settings call interested, and that name.
    pub fn of_interested(&self, source: &str) -> Option<(&'static str, &'a str)> {
        if self.interested.is_empty() {
            return None;
        }
        let mut names = self.printed.get(source)?.iter();
        names.find_map(|(name, key)| Some((*key, *self.interested.get(name)?)))
    }
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn site() -> Site {
        let people = "
anna: {name: Anna Example, affiliations: [works, Green Party]}
works: {name: Ministry of Works}
desk: {name: The Desk}
idle: {name: Nobody}
";
        let sources = "
own: {title: A, author: anna  example}
work: {title: B, publisher: 'Press office; The Ministry of Works'}
party: {title: C, publisher: Green Party}
both: {title: D, author: 'Ministry of Works, Anna Example'}
paper: {title: E, publisher: The Ministry of Works Review}
desk: {title: F, author: Desk}
page: {title: G, url: http://Example.org/facts/a}
other: {title: H, url: https://example.org/factsheet}
";
        let settings = "
base_url: https://example.org/facts/
publisher: desk
weighing: {interested: [Green party]}
";
        Site {
            people: serde_yaml::from_str(people).unwrap(),
            sources: serde_yaml::from_str(sources).unwrap(),
            settings: serde_yaml::from_str(settings).unwrap(),
            ..Site::default()
        }
    }

    #[test]
    fn sources_are_known_by_the_names_they_print() {
        let site = site();
        let stakes = Stakes::new(&site);
        let of = |source, speaker| stakes.of_speaker(source, speaker);
        assert_eq!(of("own", "anna"), Some(("author", Whose::Speaker)));
        assert_eq!(of("work", "anna"), Some(("publisher", Whose::Near("Ministry of Works"))));
        assert_eq!(of("party", "anna"), Some(("publisher", Whose::Near("Green Party"))));
        assert_eq!(of("both", "anna"), Some(("author", Whose::Speaker)));
        assert_eq!(of("paper", "anna"), None);
        // The other way round: the ministry speaks, and its member wrote the source.
        assert_eq!(of("own", "works"), Some(("author", Whose::Near("Anna Example"))));
        assert_eq!(of("own", "idle"), None);
        assert_eq!(stakes.of_interested("party"), Some(("publisher", "Green party")));
        assert_eq!(stakes.of_interested("work"), None);
        let own: Vec<_> =
            site.sources.ids().filter_map(|id| Some((id, stakes.of_this_site(id)?))).collect();
        assert_eq!(own, [("desk", "author"), ("page", "url")]);
    }
}
