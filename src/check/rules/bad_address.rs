//! Web addresses that are none.

use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-address",
    level: Level::Deny,
    summary: "a web address is not a whole http or https address",
    reason: "Readers follow the addresses of sources, and machines read them. An address needs its \
             `https://`, and no other scheme is published, since some of them run code.",
    bad: "url: www.example.org/report",
    good: "url: https://www.example.org/report",
    fixed: false,
};

/// Whether a text is a whole web address.
///
/// # Examples
/// ```
/// use factpress::check::rules::bad_address::is_address;
/// assert!(is_address("https://example.org/a?b=c"));
/// assert!(!is_address("example.org"));
/// assert!(!is_address("https://"));
/// ```
pub fn is_address(text: &str) -> bool {
    let rest = text
        .split_once("://")
        .filter(|(scheme, _)| {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        })
        .map(|(_, rest)| rest);
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
    !host.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}

/// Reports addresses of settings, people, sources and claims that are none.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let mut look = |text: &str, place: &dyn Fn() -> Place| {
        if !is_address(text) {
            let found =
                Diagnostic::new(&RULE, place(), format!("`{text}` is not a whole web address"));
            let bare =
                !text.contains(':') && text.contains('.') && !text.contains(char::is_whitespace);
            findings.push(if bare {
                found.help(format!("write `https://{text}` if that is the address"))
            } else {
                found.help("write the address as a browser shows it, starting with https://")
            });
        }
    };
    if let (Some(licence), Some(file)) = (&site.settings.licence, &site.settings_file)
        && let Some(url) = &licence.url
    {
        look(url, &|| Place::value(file, KeyPath::top().key("licence").key("url")));
    }
    if let Some(file) = &site.people_file {
        for (id, person) in site.people.iter() {
            let path = KeyPath::top().key("people").key(id);
            if let Some(url) = &person.url {
                look(url, &|| Place::value(file, path.key("url")));
            }
            for (index, url) in person.same_as.iter().enumerate() {
                look(url, &|| Place::value(file, path.key("same_as").index(index)));
            }
        }
    }
    if let Some(file) = &site.sources_file {
        for (id, source) in site.sources.iter() {
            let path = KeyPath::top().key("sources").key(id);
            let urls = [("url", &source.url), ("archived", &source.archived), ("via", &source.via)];
            for (name, url) in urls {
                if let Some(url) = url {
                    look(url, &|| Place::value(file, path.key(name)));
                }
            }
        }
    }
    for article in &site.articles {
        if let Some(url) = article.matter.text.as_ref().and_then(|text| text.url.as_ref()) {
            let path = KeyPath::top().key("text").key("url");
            look(url, &|| Place {
                file: article.file.clone(),
                at: At::FrontMatter(path.clone(), article.matter_start),
            });
        }
        let Some(file) = &article.claims_file else { continue };
        for (index, claim) in article.claims.iter().enumerate() {
            if let Some(url) = claim.said.as_ref().and_then(|said| said.at.as_ref()) {
                let path = KeyPath::top().key("claims").index(index).key("said").key("at");
                look(url, &|| Place::value(file, path.clone()));
            }
        }
    }
}
