//! `sitemap.xml`: every page, for search engines (<https://www.sitemaps.org/protocol.html>).

use std::fmt::Write as _;
use std::sync::PoisonError;

use super::context::SiteContext;
use super::escape::escape;
use crate::model::PartialDate;

/// The sitemap, or the index of several.
const PATH: &str = "sitemap.xml";

/// Most addresses in one file, after the protocol.
const MOST: usize = 50_000;

/// An address: when its page last changed, and the page in the languages that have it, with their
/// tags.
struct Entry {
    url: String,
    changed: Option<PartialDate>,
    alternates: Vec<(String, String)>,
}

/// The files of the sitemap, as path and text; none without a base URL. `contexts`: the site, then its
/// other languages.
pub(super) fn files(contexts: &[&SiteContext<'_>]) -> Vec<(String, String)> {
    let mut entries: Vec<(String, Entry)> = Vec::new();
    for site in contexts {
        let made = site.made.lock().unwrap_or_else(PoisonError::into_inner);
        entries.extend(made.iter().filter_map(|(address, changed)| {
            let alternates = site.alternates(address).into_iter();
            let alternates = alternates.filter_map(|it| Some((it.language, it.url?))).collect();
            let url = site.absolute(address)?;
            Some((address.clone(), Entry { url, changed: *changed, alternates }))
        }));
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let base = contexts.first().and_then(|site| site.absolute("")).unwrap_or_default();
    split(&entries, MOST, &base)
}

fn split(entries: &[Entry], most: usize, base: &str) -> Vec<(String, String)> {
    match entries.len() {
        0 => Vec::new(),
        count if count <= most => vec![(PATH.to_owned(), urls(entries))],
        _ => {
            let mut files = Vec::new();
            let mut index = open("sitemapindex", false);
            for (number, chunk) in entries.chunks(most).enumerate() {
                let path = format!("sitemap-{}.xml", number + 1);
                let _ = writeln!(index, "<sitemap><loc>{}{path}</loc></sitemap>", escape(base));
                files.push((path, urls(chunk)));
            }
            index.push_str("</sitemapindex>\n");
            files.push((PATH.to_owned(), index));
            files
        }
    }
}

fn urls(entries: &[Entry]) -> String {
    let mut xml = open("urlset", entries.iter().any(|entry| !entry.alternates.is_empty()));
    for Entry { url, changed, alternates } in entries {
        let _ = write!(xml, "<url><loc>{}</loc>", escape(url));
        if let Some(changed) = changed {
            let _ = write!(xml, "<lastmod>{changed}</lastmod>");
        }
        let default = alternates.first().map(|(_, url)| ("x-default", url));
        for (language, url) in
            alternates.iter().map(|(tag, url)| (tag.as_str(), url)).chain(default)
        {
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                escape(language),
                escape(url)
            );
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn open(element: &str, links: bool) -> String {
    let links = if links { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" } else { "" };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{links}>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sitemaps_are_split() {
        let entry =
            |n| Entry { url: format!("https://a.b/{n}&/"), changed: None, alternates: Vec::new() };
        let entries: Vec<_> = (0..5).map(entry).collect();
        let names = |files: Vec<(String, String)>| -> Vec<String> {
            files.into_iter().map(|(path, _)| path).collect()
        };
        assert_eq!(names(split(&entries, 5, "https://a.b/")), ["sitemap.xml"]);
        let files = split(&entries, 2, "https://a.b/");
        assert!(files[2].1.contains("<loc>https://a.b/4&amp;/</loc>"));
        assert!(files[3].1.contains("<loc>https://a.b/sitemap-3.xml</loc>"));
        assert_eq!(
            names(files),
            ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
        );
        assert!(split(&[], 2, "").is_empty());
    }
}
