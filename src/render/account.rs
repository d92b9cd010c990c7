//! Whether every page links to the pages on which the site gives account of itself. Templates may be
//! a site's own, so that only the pages themselves can tell.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::escape::escape;
use crate::address;
use crate::check::apply_levels;
use crate::check::is_on;
use crate::check::rules::site_pages::{is_there, site_page_not_linked};
use crate::diagnostic::Diagnostic;
use crate::model::{Site, SitePage};

/// What is looked for, and what was missed.
pub(super) struct Account {
    /// Pages of account and their addresses.
    wanted: Vec<(SitePage, String)>,
    /// The pages that do not link to one: the first by address, and their number.
    missed: Mutex<BTreeMap<SitePage, (String, usize)>>,
}

impl Account {
    /// Looks for nothing where the rule is off.
    pub fn new(site: &Site) -> Self {
        let slug = |page| site.settings.page_slug(page);
        let wanted = if is_on(&site.settings, &site_page_not_linked::RULE) {
            let there = SitePage::ALL.into_iter().filter(|page| is_there(site, slug(*page)));
            there.map(|page| (page, address::page(slug(page)))).collect()
        } else {
            Vec::new()
        };
        Self { wanted, missed: Mutex::default() }
    }

    /// Looks at a page. `forms`: the ways in which it may name an address.
    pub fn look(&self, page: &str, html: &[u8], forms: &dyn Fn(&str) -> Vec<String>) {
        for (wanted, address) in &self.wanted {
            if page == address || forms(address).iter().any(|form| links_to(html, form)) {
                continue;
            }
            let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
            let (first, count) = missed.entry(*wanted).or_insert_with(|| (page.to_owned(), 0));
            *count += 1;
            if page < first.as_str() {
                page.clone_into(first);
            }
        }
    }

    /// What was missed, at the level that the site sets.
    pub fn findings(&self, site: &Site) -> Vec<Diagnostic> {
        let missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut findings = missed
            .iter()
            .map(|(page, (first, count))| site_page_not_linked::report(site, *page, first, *count))
            .collect();
        apply_levels(&site.settings, &mut findings);
        findings
    }
}

/// Whether an `href` holds an address, alone or with a fragment.
fn links_to(html: &[u8], address: &str) -> bool {
    let address = escape(address);
    memchr::memmem::find_iter(html, address.as_bytes()).any(|at| {
        let (before, after) = (&html[..at], html.get(at + address.len()));
        let opens = [&b"href=\""[..], b"href='", b"href="].iter().any(|it| before.ends_with(it));
        opens && after.is_none_or(|byte| b"\"'# >?\n".contains(byte))
    })
}

#[cfg(test)]
mod tests {
    use super::links_to;

    #[test]
    fn only_links_count() {
        for there in ["<a href=\"../a/\">", "<a href='../a/#x'>", "<a href=../a/>"] {
            assert!(links_to(there.as_bytes(), "../a/"), "{there}");
        }
        for absent in
            ["<a href=\"../a/b/\">", "<a href=\"x/../a/\">", "../a/", "<p title=\"../a/\">"]
        {
            assert!(!links_to(absent.as_bytes(), "../a/"), "{absent}");
        }
        assert!(links_to(b"<a href=\"q&amp;a/\">", "q&a/"));
    }
}
