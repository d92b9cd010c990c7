//! What the Atom feeds (RFC 4287) have in common.
//!
//! Dates come from the content and never from the clock, so that two builds agree.

use std::fmt::Write as _;

use super::context::SiteContext;
use super::escape::escape;
use crate::model::PartialDate;

/// What stands at the head of a feed.
pub(super) struct Head<'a> {
    /// Its title.
    pub title: &'a str,
    /// One sentence about it.
    pub subtitle: Option<&'a str>,
    /// The page it belongs to: its address, and what the feed is known by.
    pub page: &'a str,
    /// Its own address.
    pub own: &'a str,
    /// The newest date in it.
    pub updated: PartialDate,
}

/// Opens a feed; none without a base URL.
pub(super) fn open(site: &SiteContext<'_>, head: &Head<'_>) -> Option<String> {
    let settings = site.settings();
    let page = site.absolute(head.page)?;
    let own = site.absolute(head.own)?;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">",
        escape(&settings.language)
    );
    element(&mut xml, "title", head.title);
    if let Some(subtitle) = head.subtitle {
        element(&mut xml, "subtitle", subtitle);
    }
    element(&mut xml, "id", &page);
    let _ =
        writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&page));
    let _ = writeln!(
        xml,
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
        escape(&own)
    );
    element(&mut xml, "updated", &timestamp(head.updated));
    let publisher = settings.publisher.as_deref();
    let publisher = publisher.and_then(|id| site.site().people.get(id));
    author(&mut xml, publisher.map_or(&settings.title, |publisher| &publisher.name));
    Some(xml)
}

/// The first moment that a date can mean (RFC 3339).
pub(super) fn timestamp(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.first_day())
}

/// An element with a text.
pub(super) fn element(xml: &mut String, name: &str, text: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", escape(text));
}

/// A page that an entry is about.
pub(super) fn alternate(xml: &mut String, url: &str, language: &str) {
    let _ = writeln!(
        xml,
        "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{}\" href=\"{}\"/>",
        escape(language),
        escape(url)
    );
}

/// An author.
pub(super) fn author(xml: &mut String, name: &str) {
    let _ = writeln!(xml, "<author><name>{}</name></author>", escape(name));
}
