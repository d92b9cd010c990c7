//! The site, as every page sees it.

use std::collections::HashMap;

use super::context::href;
use super::index::Index;
use super::url::allowed;
use super::view::{LicenceView, LinkView, PersonView, Shared, SitePageView, SiteView};
use crate::address;
use crate::check::CheckedSite;
use crate::model::SitePage;

/// The site's name, its navigation, its pages of account, and where its lists are.
pub(super) fn site_view(
    checked: &CheckedSite,
    index: &Index<'_>,
    people: &HashMap<&str, Shared<PersonView>>,
) -> SiteView {
    let site = &checked.site;
    let settings = &site.settings;
    let links = settings.links();
    let link = |slug: &str| {
        let page = site.pages.iter().position(|page| page.slug == slug);
        let title = match page {
            Some(place) => checked.page_titles.get(place),
            None => checked.titles.get(site.articles.iter().position(|a| a.slug == slug)?),
        };
        Some(LinkView { title: title?.clone(), address: href(&address::page(slug), links) })
    };
    let menu = settings.menu.iter().filter_map(|slug| link(slug)).collect();
    let mut pages: Vec<SitePageView> = Vec::new();
    for page in SitePage::ALL {
        let slug = settings.page_slug(page);
        let Some(LinkView { title, address }) = link(slug) else { continue };
        if pages.iter().all(|other| other.address != address) {
            pages.push(SitePageView { kind: page.key(), title, address });
        }
    }
    SiteView {
        title: settings.title.clone(),
        description: settings.description.clone(),
        language: settings.language.clone(),
        base_url: settings.base_url.as_deref().map(|base| address::absolute(base, "")),
        publisher: settings.publisher.as_deref().and_then(|id| people.get(id).cloned()),
        licence: settings.licence.as_ref().map(|licence| LicenceView {
            name: licence.name.clone(),
            url: licence.url.as_deref().and_then(allowed).map(str::to_owned),
        }),
        menu,
        pages,
        home: href(address::HOME, links),
        claims: (!index.claims.is_empty()).then(|| href(address::CLAIMS, links)),
        sources: (!site.sources.0.is_empty()).then(|| href(address::SOURCES, links)),
        feed: site.has_feed().then(|| address::FEED.to_owned()),
        corrections: (!index.claims.is_empty()).then(|| href(address::CORRECTIONS, links)),
        corrections_feed: site.has_corrections_feed().then(|| address::CORRECTIONS_FEED.to_owned()),
    }
}
