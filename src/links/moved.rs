//! Former addresses of articles and claims, and where they lead now.

use std::collections::BTreeMap;

use crate::address;
use crate::model::{Article, Claim, Site};

/// A former address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The former address.
    pub from: String,
    /// The address now.
    pub to: String,
    /// The article, by its place.
    pub article: usize,
    /// The claim, by its place in the article; none where the article's own page is meant.
    pub claim: Option<usize>,
}

/// All that a claim was ever called, as slug of its article and id: what it is called now first.
pub fn names<'a>(
    article: &'a Article,
    claim: &'a Claim,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let slug = article.slug.as_str();
    let own = move || {
        let former = claim.formerly.iter().map(move |name| former_name(slug, name));
        std::iter::once((slug, claim.id.as_str())).chain(former)
    };
    let renamed = article.matter.formerly.iter().flat_map(move |former| {
        own().filter(move |(of, _)| *of == slug).map(move |(_, id)| (former.as_str(), id))
    });
    own().chain(renamed)
}

/// Slug and id of a former name of a claim: `old-id`, or `old-article/old-id`.
pub fn former_name<'a>(slug: &'a str, name: &'a str) -> (&'a str, &'a str) {
    name.rsplit_once('/').unwrap_or((slug, name))
}

/// All former addresses of a site, each once, sorted. The first claimant has it.
pub fn moved(site: &Site) -> Vec<Moved> {
    let mut all: BTreeMap<String, Moved> = BTreeMap::new();
    let mut add = |from: String, to: &str, article, claim| {
        let moved = Moved { from: from.clone(), to: to.to_owned(), article, claim };
        if from != moved.to {
            all.entry(from).or_insert(moved);
        }
    };
    for (place, article) in site.articles.iter().enumerate() {
        for former in &article.matter.formerly {
            add(address::page(former), &address::page(&article.slug), place, None);
        }
        if !site.settings.claim_pages {
            continue;
        }
        let renamed = !article.matter.formerly.is_empty();
        for (number, claim) in article.claims.iter().enumerate() {
            if !renamed && claim.formerly.is_empty() {
                continue;
            }
            let to = address::claim(&article.slug, &claim.id);
            for (slug, id) in names(article, claim).skip(1) {
                add(address::claim(slug, id), &to, place, Some(number));
            }
        }
    }
    all.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(slug: &str, formerly: &[&str], claims: &[(&str, &[&str])]) -> Article {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let claim = |(id, formerly): &(&str, &[&str])| Claim {
            id: (*id).to_owned(),
            formerly: owned(formerly),
            ..Claim::default()
        };
        let mut article = Article::sample(slug, "", claims.iter().map(claim).collect());
        article.matter.formerly = owned(formerly);
        article
    }

    #[test]
    fn former_names_lead_to_the_page_of_today() {
        let articles = vec![
            article("new", &["old"], &[("loan", &["credit"]), ("cars", &["other/five-cars"])]),
            article("still", &[], &[("a", &[])]),
        ];
        let mut site = Site { articles, ..Site::default() };
        let pairs = |site: &Site| -> Vec<(String, String)> {
            moved(site).into_iter().map(|moved| (moved.from, moved.to)).collect()
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(
            pairs(&site),
            [
                pair("new/claims/credit/", "new/claims/loan/"),
                pair("old/", "new/"),
                pair("old/claims/cars/", "new/claims/cars/"),
                pair("old/claims/credit/", "new/claims/loan/"),
                pair("old/claims/loan/", "new/claims/loan/"),
                pair("other/claims/five-cars/", "new/claims/cars/"),
            ]
        );
        site.settings.claim_pages = false;
        assert_eq!(pairs(&site), [pair("old/", "new/")]);
    }
}
