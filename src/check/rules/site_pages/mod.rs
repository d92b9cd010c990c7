//! Rules about the pages on which a site gives account of itself.

pub mod missing_site_page;
pub mod site_page_not_linked;

use crate::check::is_on;
use crate::check::rules::broken_internal_link;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::{LocalText, Site, SitePage};

/// Whether a page or an article of that slug is there.
pub fn is_there(site: &Site, slug: &str) -> bool {
    site.pages.iter().any(|page| page.slug == slug)
        || site.articles.iter().any(|article| article.slug == slug)
}

/// Reports pages that `pages:` names but that are not there, and those that are missing.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let demanded = is_on(&site.settings, &missing_site_page::RULE);
    for page in SitePage::ALL {
        let written = site.settings.pages.written(page);
        if let (Some(text), Some(file)) = (written, &site.settings_file) {
            let path = KeyPath::top().key("pages").key(page.key());
            let named: Vec<(KeyPath, &str)> = match text {
                LocalText::One(slug) => vec![(path, slug)],
                LocalText::Many(slugs) => {
                    slugs.iter().map(|(tag, slug)| (path.key(tag), slug.as_str())).collect()
                }
            };
            for (path, slug) in named.into_iter().filter(|(_, slug)| !is_there(site, slug)) {
                let articles = site.articles.iter().map(|article| article.slug.as_str());
                let known = site.pages.iter().map(|page| page.slug.as_str()).chain(articles);
                findings.push(broken_internal_link::named(
                    Place::value(file, path),
                    "`pages`",
                    slug,
                    known,
                ));
            }
        } else if demanded && !is_there(site, site.settings.page_slug(page)) {
            findings.push(missing_site_page::report(site, page));
        }
    }
}
