//! `feed.xml`: the articles as an Atom feed (RFC 4287).
//!
//! Dates come from the content and never from the clock, so that two builds agree. An article without
//! any date is left out, since Atom wants one.

use std::fmt::Write as _;

use super::context::SiteContext;
use super::escape::escape;
use crate::address;
use crate::model::PartialDate;

/// Most entries of the feed: the newest.
const ENTRIES: usize = 100;

/// The feed.
pub(super) fn text(site: &SiteContext<'_>) -> Option<String> {
    let articles = &site.site().articles;
    let mut dated: Vec<(PartialDate, usize)> = articles
        .iter()
        .enumerate()
        .filter_map(|(place, article)| Some((article.last_changed()?, place)))
        .collect();
    dated.sort_by(|a, b| b.0.first_day().cmp(&a.0.first_day()).then(a.1.cmp(&b.1)));
    dated.truncate(ENTRIES);
    let newest = dated.first()?.0;
    let settings = site.settings();
    let home = site.absolute(address::HOME)?;
    let people = &site.site().people;
    let name = |id: &str| people.get(id).map(|person| person.name.as_str());

    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">",
        escape(&settings.language)
    );
    element(&mut xml, "title", &settings.title);
    if let Some(description) = &settings.description {
        element(&mut xml, "subtitle", description);
    }
    element(&mut xml, "id", &home);
    let _ =
        writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&home));
    let own = site.absolute(address::FEED)?;
    let _ = writeln!(
        xml,
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
        escape(&own)
    );
    element(&mut xml, "updated", &timestamp(newest));
    let publisher = settings.publisher.as_deref().and_then(name).unwrap_or(&settings.title);
    author(&mut xml, publisher);
    for (changed, place) in dated {
        let article = &articles[place];
        let url = site.absolute(&address::page(&article.slug))?;
        xml.push_str("<entry>\n");
        element(&mut xml, "title", &site.titles[place]);
        element(&mut xml, "id", &url);
        let _ = writeln!(
            xml,
            "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{}\" href=\"{}\"/>",
            escape(article.language(&settings.language)),
            escape(&url)
        );
        if let Some(published) = article.matter.published {
            element(&mut xml, "published", &timestamp(published));
        }
        element(&mut xml, "updated", &timestamp(changed));
        for by in article.matter.by.iter().filter_map(|id| name(id)) {
            author(&mut xml, by);
        }
        if let Some(dek) = &article.matter.dek {
            element(&mut xml, "summary", dek);
        }
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    Some(xml)
}

/// The first moment that a date can mean (RFC 3339).
fn timestamp(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.first_day())
}

fn element(xml: &mut String, name: &str, text: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", escape(text));
}

fn author(xml: &mut String, name: &str) {
    let _ = writeln!(xml, "<author><name>{}</name></author>", escape(name));
}
