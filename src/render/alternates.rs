//! The same page in the languages of the site.

use super::context::SiteContext;
use super::language;
use super::view::AlternateView;
use crate::address;
use crate::check::CheckedSite;
use crate::links::LinkIndex;

/// The folder of the pages of a language; empty for the site's own.
pub(super) fn folder(checked: &CheckedSite) -> &str {
    checked.edition.as_ref().map_or("", |edition| &edition.folder)
}

impl SiteContext<'_> {
    /// The address of a page that each language has of its own, such as the list of claims.
    pub fn own(&self, address: &str) -> String {
        format!("{}{address}", folder(self.checked))
    }

    /// The word for a topic.
    pub fn topic_word<'t>(&'t self, name: &'t str) -> &'t str {
        let words = self.checked.edition.as_ref().map(|edition| &edition.topics);
        words.and_then(|words| words.get(&address::slug(name))).map_or(name, String::as_str)
    }

    /// A page in each language that has it, the original first; none where there is no other.
    pub fn alternates(&self, address: &str) -> Vec<AlternateView> {
        if self.whole.editions.is_empty() {
            return Vec::new();
        }
        let own = self.own("");
        let base = address.strip_prefix(&own).unwrap_or(address);
        if is_later_page(base) {
            return Vec::new();
        }
        let is_there = |address: &str| self.whole.links.has(address);
        let editions = self.whole.editions.iter().filter_map(|it| it.edition.as_ref());
        let others: Vec<(&str, String)> = editions
            .map(|it| (it.language.as_str(), format!("{}{base}", it.folder)))
            .filter(|(_, address)| is_there(address))
            .collect();
        if others.is_empty() || !is_there(base) {
            return Vec::new();
        }
        std::iter::once((self.original_language(base), base.to_owned()))
            .chain(others)
            .map(|(tag, there)| AlternateView {
                language: tag.to_owned(),
                name: language::own_name(tag),
                dir: Some(language::direction(tag)).filter(|dir| *dir == "rtl"),
                current: there == address,
                url: self.absolute(&there),
                address: self.href(&there),
            })
            .collect()
    }

    /// The language of a page that is no translation: an article may have its own.
    fn original_language(&self, address: &str) -> &str {
        let site = &self.whole.site;
        let slug = address.split_once("/claims/").map_or(address, |(slug, _)| slug);
        let slug = slug.trim_end_matches('/');
        // Articles stand sorted by their slugs.
        let place = site.articles.binary_search_by(|article| article.slug.as_str().cmp(slug));
        let own = place.ok().map(|place| site.articles[place].language(&site.settings.language));
        own.unwrap_or(&site.settings.language)
    }
}

/// Whether it is a page of a list but the first: what stands on it differs between languages.
fn is_later_page(address: &str) -> bool {
    let number = address.strip_suffix('/').and_then(|rest| rest.rsplit_once("page/"));
    number.is_some_and(|(list, number)| {
        (list.is_empty() || list.ends_with('/')) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

impl LinkIndex {
    /// Whether there is a page or a file at an address.
    fn has(&self, address: &str) -> bool {
        self.addresses.contains_key(address)
    }
}

#[cfg(test)]
mod tests {
    use super::is_later_page;

    #[test]
    fn only_first_pages_of_lists_correspond() {
        for later in ["page/2/", "claims/page/12/"] {
            assert!(is_later_page(later), "{later}");
        }
        for first in ["", "claims/", "homepage/2/", "page/two/"] {
            assert!(!is_later_page(first), "{first}");
        }
    }
}
