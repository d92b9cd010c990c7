//! Holds a site to its rules.
//!
//! Each article is looked at by itself, in parallel: its text is mapped once, its quotes are anchored
//! ([`crate::anchor`]) and the rules about one article follow. Rules about the whole site come after.

mod article;
mod catalogue;
pub mod rules;

pub use catalogue::{apply_levels, catalogue};

use std::collections::HashSet;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::address;
use crate::anchor::Anchor;
use crate::diagnostic::{self, Diagnostic};
use crate::links::LinkIndex;
use crate::model::Site;

/// A site that holds: every claim has its place, every reference leads somewhere. Only this can be
/// rendered.
#[derive(Debug, Default)]
pub struct CheckedSite {
    /// The site.
    pub site: Site,
    /// Per article (in the order of [`Site::articles`]) and per claim (in the order of its file) the
    /// place in the article's visible text.
    pub anchors: Vec<Vec<Anchor>>,
    /// Per article, its headline as plain text.
    pub titles: Vec<String>,
    /// Per plain page, likewise.
    pub page_titles: Vec<String>,
    /// Where links from content lead.
    pub links: LinkIndex,
}

/// Checks a site. The site comes back only where nothing stops the build. `findings` are those of
/// the stages before; `today` is needed by rules about the future.
pub fn check(
    site: Site,
    mut findings: Vec<Diagnostic>,
    today: Option<Date>,
) -> (Option<CheckedSite>, Vec<Diagnostic>) {
    let readings: Vec<_> =
        site.articles.par_iter().map(|text| article::read(text, &site)).collect();
    let pages: Vec<_> = site.pages.par_iter().map(|page| article::read_page(page, &site)).collect();

    let mut index = LinkIndex::default();
    for (article, reading) in site.articles.iter().zip(&readings) {
        let mut fragments: HashSet<String> = reading.fragments.iter().cloned().collect();
        for claim in &article.claims {
            fragments.insert(format!("c-{}", claim.id));
            fragments.insert(format!("n-{}", claim.id));
            if site.settings.claim_pages {
                index.addresses.insert(address::claim(&article.slug, &claim.id), HashSet::new());
            }
        }
        index.files.insert(article.file.path.clone(), address::page(&article.slug));
        index.addresses.insert(address::page(&article.slug), fragments);
        for attachment in &article.attachments {
            let address = format!("{}/{}", article.slug, attachment.name);
            index.files.insert(attachment.path.clone(), address.clone());
            index.addresses.insert(address, HashSet::new());
        }
    }
    for (page, reading) in site.pages.iter().zip(&pages) {
        index.files.insert(page.file.path.clone(), address::page(&page.slug));
        let fragments = reading.fragments.iter().cloned().collect();
        index.addresses.insert(address::page(&page.slug), fragments);
    }
    for attachment in &site.attachments {
        index.files.insert(attachment.path.clone(), attachment.name.clone());
        index.addresses.insert(attachment.name.clone(), HashSet::new());
    }
    for address in [address::HOME, address::CLAIMS, address::SOURCES, address::FEED] {
        index.addresses.insert(address.to_owned(), HashSet::new());
    }

    findings.par_extend(site.articles.par_iter().zip(&readings).flat_map_iter(
        |(text, reading)| {
            let mut found = reading.findings.clone();
            article::check(text, &site, reading, &index, today, &mut found);
            found
        },
    ));
    for (page, reading) in site.pages.iter().zip(&pages) {
        findings.extend(reading.findings.iter().cloned());
        if !site.unread.texts {
            article::check_links(&reading.links, &page.file.path, &index, &mut findings);
        }
    }
    rules::address_clash::check(&site, &mut findings);
    rules::bad_address::check(&site, &mut findings);
    rules::bad_language::check(&site, &mut findings);
    rules::bad_setting::check(&site, &mut findings);
    rules::bad_topic::check(&site, &mut findings);
    rules::rating_scale::check(&site, &mut findings);
    if !site.unread.people {
        rules::unknown_person::check(&site, &mut findings);
    }
    rules::unknown_rule::check(&site, catalogue(), &mut findings);
    if !site.unread.texts {
        rules::unused_source::check(&site, &mut findings);
        article::check_menu(&site, &mut findings);
    }
    article::check_ids(&site, &mut findings);

    apply_levels(&site.settings, &mut findings);
    diagnostic::sort(&mut findings);
    if diagnostic::any_denied(&findings) {
        return (None, findings);
    }
    let (anchors, titles) =
        readings.into_iter().map(|reading| (reading.anchors, reading.title)).unzip();
    let page_titles = pages.into_iter().map(|reading| reading.title).collect();
    (Some(CheckedSite { site, anchors, titles, page_titles, links: index }), findings)
}
