//! The page of corrections: what was corrected or withdrawn, newest first.

use std::io;

use tera::Context;

use super::{entries, paging};
use crate::address;
use crate::model::SitePage;
use crate::render::context::SiteContext;
use crate::render::index::CorrectionRef;
use crate::render::view::{CorrectionView, LinkView, ToValue};

/// A page of the list: `corrections.html`.
pub(super) fn corrections(
    site: &SiteContext<'_>,
    all: &[CorrectionRef],
    number: usize,
) -> io::Result<()> {
    let address = address::list_page(address::CORRECTIONS, number);
    let mut head = site.head("corrections", &address, site.words().get("corrections"));
    head.description = Some(site.words().get("corrections_lead").to_owned());
    let views: Vec<CorrectionView> =
        entries(all, number).iter().map(|place| site.correction(*place)).collect();
    // How errors are mended.
    let policy = site.settings().page_slug(SitePage::Corrections);
    let policy = site.site().pages.iter().position(|page| page.slug == policy).map(|place| {
        let address = site.href(&address::page(&site.site().pages[place].slug));
        LinkView { title: site.checked.page_titles[place].clone(), address, lang: None }
    });
    let mut context = Context::new();
    context.insert_value("corrections", views.to_value());
    context.insert_value("count", all.len().to_value());
    context.insert_value("policy", policy.to_value());
    let paging = paging(site, address::CORRECTIONS, number, all.len());
    context.insert_value("paging", paging.to_value());
    site.page("corrections.html", &address, &head, context, all.first().map(|newest| newest.on))
}
