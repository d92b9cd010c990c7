//! Plain pages: about, methodology, corrections policy.

use std::io;

use tera::Context;

use crate::address;
use crate::anchor::TextMap;
use crate::markdown;
use crate::render::context::SiteContext;
use crate::render::escape;
use crate::render::view::{Html, PlainPageView, ToValue};

/// A plain page: `page.html`.
pub(super) fn plain(site: &SiteContext<'_>, place: usize) -> io::Result<()> {
    let page = &site.site().pages[place];
    let site = &site.in_language(page.matter.language.as_deref().unwrap_or(site.language()));
    let address = address::page(&page.slug);
    let raw_html = site.settings().raw_html;
    let title = site.checked.page_titles[place].as_str();
    let map = TextMap::new(page.body(), raw_html);
    let woven = site.with_options(&page.file.path, &address, "", 2, |options| {
        markdown::weave(&map, &[], options)
    });
    let (lang, dir) = page.matter.language.as_deref().map_or((None, None), |it| site.foreign(it));
    let view = PlainPageView {
        lang,
        dir,
        slug: page.slug.clone(),
        title_html: Html(woven.title_html.unwrap_or_else(|| escape(title))),
        html: Html(woven.parts.into_iter().map(|part| part.html).collect()),
        scale: if page.has_scale(site.settings()) { site.scale() } else { Vec::new() },
    };

    let mut head = site.head("page", &address, title);
    head.description.clone_from(&page.matter.description);
    let mut context = Context::new();
    context.insert_value("content", view.to_value());
    site.page("page.html", &address, &head, context, None)
}
