//! `feed.xml`: the articles as an Atom feed. An article without any date is left out, since Atom wants
//! one.

use super::atom::{self, alternate, author, element, timestamp};
use super::context::SiteContext;
use crate::address;
use crate::model::PartialDate;

/// Most entries of a feed: the newest.
pub(super) const ENTRIES: usize = 100;

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
    let settings = site.settings();
    let people = &site.site().people;
    let name = |id: &str| people.get(id).map(|person| person.name.as_str());

    let (page, own) = (site.own(address::HOME), site.own(address::FEED));
    let head = atom::Head {
        title: &settings.title,
        subtitle: settings.description(),
        page: &page,
        own: &own,
        updated: dated.first()?.0,
    };
    let mut xml = atom::open(site, &head)?;
    for (changed, place) in dated {
        let article = &articles[place];
        let url = site.absolute(&address::page(&article.slug))?;
        xml.push_str("<entry>\n");
        element(&mut xml, "title", &site.titles[place]);
        element(&mut xml, "id", &url);
        alternate(&mut xml, &url, article.language(&settings.language));
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
