//! The site, as every page sees it.

use std::collections::HashMap;

use super::context::href;
use super::index::Index;
use super::language;
use super::url::allowed;
use super::view::{LicenceView, LinkView, PersonView, Shared, SitePageView, SiteView};
use crate::address;
use crate::check::CheckedSite;
use crate::model::SitePage;

/// The site's name, its navigation, its pages of account, and where its lists are.
pub(super) fn site_view(
    checked: &CheckedSite,
    whole: &CheckedSite,
    index: &Index<'_>,
    people: &HashMap<&str, Shared<PersonView>>,
) -> SiteView {
    let site = &checked.site;
    let settings = &site.settings;
    let links = settings.links();
    let title = |checked: &CheckedSite, slug: &str| {
        let site = &checked.site;
        let title = match site.pages.iter().position(|page| page.slug == slug) {
            Some(place) => checked.page_titles.get(place),
            None => checked.titles.get(site.articles.iter().position(|a| a.slug == slug)?),
        };
        title.cloned()
    };
    let link = |slug: &str| {
        let address = href(&address::page(slug), links);
        if let Some(title) = title(checked, slug) {
            return Some(LinkView { title, address, lang: None });
        }
        // What was not translated is there in the site's own language.
        let (lang, _) = language::within(&whole.site.settings.language, &[&settings.language]);
        Some(LinkView { title: title(whole, slug)?, address, lang })
    };
    let menu = settings.menu.iter().filter_map(|slug| link(slug)).collect();
    let mut pages: Vec<SitePageView> = Vec::new();
    for page in SitePage::ALL {
        let slug = settings.page_slug(page);
        let Some(LinkView { title, address, lang }) = link(slug) else { continue };
        if pages.iter().all(|other| other.address != address) {
            pages.push(SitePageView { kind: page.key(), title, address, lang });
        }
    }
    let folder = checked.edition.as_ref().map_or("", |edition| &edition.folder);
    let own = |address: &str| format!("{folder}{address}");
    let has_claims = whole.site.articles.iter().any(|article| !article.claims.is_empty());
    SiteView {
        title: settings.title.clone(),
        description: settings.description().map(str::to_owned),
        language: settings.language.clone(),
        base_url: settings.base_url.as_deref().map(|base| address::absolute(base, "")),
        publisher: settings.publisher.as_deref().and_then(|id| people.get(id).cloned()),
        licence: settings.licence.as_ref().map(|licence| LicenceView {
            name: licence.name.clone(),
            url: licence.url.as_deref().and_then(allowed).map(str::to_owned),
        }),
        menu,
        pages,
        home: href(&own(address::HOME), links),
        claims: (!index.claims.is_empty()).then(|| href(&own(address::CLAIMS), links)),
        sources: (!site.sources.0.is_empty()).then(|| href(address::SOURCES, links)),
        feed: site.has_feed().then(|| own(address::FEED)),
        corrections: has_claims.then(|| href(address::CORRECTIONS, links)),
        corrections_feed: whole
            .site
            .has_corrections_feed()
            .then(|| address::CORRECTIONS_FEED.to_owned()),
    }
}
