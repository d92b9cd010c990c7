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

/// The files of the sitemap, as path and text; none without a base URL.
pub(super) fn files(site: &SiteContext<'_>) -> Vec<(String, String)> {
    let made = site.made.lock().unwrap_or_else(PoisonError::into_inner);
    let entries: Vec<(String, Option<PartialDate>)> = made
        .iter()
        .filter_map(|(address, changed)| Some((site.absolute(address)?, *changed)))
        .collect();
    let base = site.absolute("").unwrap_or_default();
    split(&entries, MOST, &base)
}

fn split(
    entries: &[(String, Option<PartialDate>)],
    most: usize,
    base: &str,
) -> Vec<(String, String)> {
    match entries.len() {
        0 => Vec::new(),
        count if count <= most => vec![(PATH.to_owned(), urls(entries))],
        _ => {
            let mut files = Vec::new();
            let mut index = open("sitemapindex");
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

fn urls(entries: &[(String, Option<PartialDate>)]) -> String {
    let mut xml = open("urlset");
    for (url, changed) in entries {
        let _ = write!(xml, "<url><loc>{}</loc>", escape(url));
        if let Some(changed) = changed {
            let _ = write!(xml, "<lastmod>{changed}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn open(element: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sitemaps_are_split() {
        let entries: Vec<_> = (0..5).map(|n| (format!("https://a.b/{n}&/"), None)).collect();
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
