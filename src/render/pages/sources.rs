//! The index of sources: each with the claims that rest on it.

use std::io;

use tera::Context;

use super::{entries, paging};
use crate::address;
use crate::render::context::SiteContext;
use crate::render::index::ClaimRef;
use crate::render::view::{ClaimLinkView, SourceEntryView, ToValue};

/// A page of the index: `sources.html`.
pub(super) fn sources(site: &SiteContext<'_>, number: usize) -> io::Result<()> {
    let address = address::list_page(address::SOURCES, number);
    let mut head = site.head("sources", &address, site.words().get("sources"));
    head.description = Some(site.words().get("sources_lead").to_owned());

    let ids: Vec<&str> = site.site().sources.ids().collect();
    let views: Vec<SourceEntryView> = entries(&ids, number)
        .iter()
        .filter_map(|id| {
            let resting = site.index.sources.get(id);
            let evidence = resting.map_or(&[][..], |resting| &resting.evidence);
            let statements = resting.map_or(&[][..], |resting| &resting.statements);
            Some(SourceEntryView {
                source: site.source(id)?,
                claims: links(site, evidence),
                statements: links(site, statements),
                claim_count: evidence.len(),
                statement_count: statements.len(),
            })
        })
        .collect();
    let mut context = Context::new();
    context.insert_value("sources", views.to_value());
    context.insert_value("paging", paging(site, address::SOURCES, number, ids.len()).to_value());
    site.page("sources.html", &address, &head, context, None)
}

/// The first claims of a list: one source may carry a whole site, and its entry stays on one page.
fn links(site: &SiteContext<'_>, places: &[ClaimRef]) -> Vec<ClaimLinkView> {
    places.iter().take(address::PAGE_SIZE).map(|place| site.claim_link(*place)).collect()
}
