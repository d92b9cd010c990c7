//! The page for addresses that lead nowhere.

use std::io;

use tera::Context;

use crate::address;
use crate::render::context::SiteContext;

/// Where hosts look for it.
const FILE: &str = "404.html";

/// `404.html`. A host shows it under any address, so that its links start from the site's whole
/// address, where that is known.
pub(super) fn not_found(site: &SiteContext<'_>) -> io::Result<()> {
    let mut head = site.head("404", FILE, site.words().get("not_found"));
    head.canonical = None;
    if let Some(base) = &site.settings().base_url {
        head.root = address::absolute(base, "");
    }
    site.page("404.html", FILE, &head, Context::new(), None)
}
