//! A page at a former address, which leads to the one of today.

use std::io;

use tera::Context;

use crate::address;
use crate::links::Moved;
use crate::render::context::SiteContext;
use crate::render::view::{LinkView, ToValue};

/// The page: `moved.html`.
pub(super) fn moved(site: &SiteContext<'_>, moved: &Moved) -> io::Result<()> {
    let article = &site.site().articles[moved.article];
    let site = &site.for_article(article);
    let mut head = site.head("moved", &moved.from, site.words().get("moved"));
    head.canonical = site.absolute(&moved.to);
    let title = match moved.claim {
        Some(claim) => article.claims[claim].statement().to_owned(),
        None => site.titles[moved.article].clone(),
    };
    let target = LinkView { title, address: site.href(&moved.to), lang: None };
    let (lang, dir) = site.foreign(article.language(&site.settings().language));
    let mut context = Context::new();
    context.insert_value("target", target.to_value());
    context.insert_value("lang", lang.to_value());
    context.insert_value("dir", dir.to_value());
    // From here, since the way through the top would be no address of its own in a header.
    let way = address::relative(&moved.from, &moved.to, site.links());
    context.insert_value("way", way.to_value());
    site.page("moved.html", &moved.from, &head, context, None)
}
