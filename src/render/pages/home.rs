//! The home page: every article.

use std::io;

use tera::Context;

use super::{entries, numbers, paging};
use crate::address;
use crate::render::context::SiteContext;
use crate::render::view::{ArticleSummaryView, ToValue};

/// A page of the list of articles: `home.html`.
pub(super) fn home(site: &SiteContext<'_>, number: usize) -> io::Result<()> {
    let list = site.own(address::HOME);
    let address = address::list_page(&list, number);
    let settings = site.settings();
    let mut head = site.head("home", &address, settings.title.clone());
    head.description = settings.description().map(str::to_owned);

    let count = site.site().articles.len();
    let places: Vec<usize> = (0..count).collect();
    let summaries: Vec<ArticleSummaryView> =
        entries(&places, number).iter().map(|place| summary(site, *place)).collect();
    debug_assert!(numbers(count.max(1)).contains(&number) && summaries.len() <= address::PAGE_SIZE);

    let mut context = Context::new();
    context.insert_value("articles", summaries.to_value());
    context.insert_value("paging", paging(site, &list, number, count).to_value());
    site.page("home.html", &address, &head, context, None)
}

/// An article, as lists and claim pages name it.
pub(super) fn summary(site: &SiteContext<'_>, place: usize) -> ArticleSummaryView {
    let article = &site.site().articles[place];
    let site_language = site.settings().language.as_str();
    let (lang, dir) = site.foreign(article.language(site_language));
    let tally = site.tally(article.claims.iter());
    ArticleSummaryView {
        address: site.href(&address::page(&article.slug)),
        title: site.titles[place].clone(),
        dek: article.matter.dek.clone(),
        lang,
        dir,
        published: article.matter.published.map(|date| site.date(date)),
        updated: article.matter.updated.map(|date| site.date(date)),
        by: site.persons(&article.matter.by),
        claim_count: article.claims.len(),
        standing_count: tally.standing,
        counts: tally.counts,
        withdrawn: tally.withdrawn,
        corrected: site.last_correction(place).map(|date| site.date(date)),
    }
}
