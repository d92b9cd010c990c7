//! Lists of claims: all of them, and those of a verdict, a topic, a speaker.

use std::io;

use tera::Context;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{entries, paging};
use crate::address;
use crate::model::VOID;
use crate::render::context::SiteContext;
use crate::render::index::ClaimRef;
use crate::render::view::{ClaimRowView, FilterView, ListView, ToValue};

/// A list of claims.
#[derive(Debug, Clone)]
pub(in crate::render) enum List<'a> {
    /// All claims.
    All,
    /// Those of a verdict, by id.
    Verdict(&'a str),
    /// Those of a topic, by slug.
    Topic(String),
    /// Those of a speaker, by id.
    Speaker(&'a str),
}

impl<'a> List<'a> {
    /// All lists that a site may have.
    pub fn all(site: &SiteContext<'a>) -> Vec<Self> {
        let verdicts = site.settings().verdicts.iter().map(|verdict| verdict.id.as_str());
        let mut lists = vec![Self::All];
        lists.extend(verdicts.chain([VOID]).map(Self::Verdict));
        lists.extend(site.index.topics.keys().cloned().map(Self::Topic));
        lists.extend(site.site().people.ids().map(Self::Speaker));
        lists
    }

    /// Its claims.
    pub fn claims<'c>(&self, site: &'c SiteContext<'_>) -> &'c [ClaimRef] {
        let index = &site.index;
        match self {
            Self::All => Some(&index.claims),
            Self::Verdict(id) => index.verdicts.get::<str>(id),
            Self::Topic(slug) => index.topics.get(slug).map(|topic| &topic.claims),
            Self::Speaker(id) => index.speakers.get::<str>(id),
        }
        .map_or(&[], Vec::as_slice)
    }

    fn address(&self) -> String {
        match self {
            Self::All => address::CLAIMS.to_owned(),
            Self::Verdict(id) => address::verdict(id),
            Self::Topic(slug) => address::topic(slug),
            Self::Speaker(id) => address::speaker(id),
        }
    }

    /// The word that names it.
    fn label(&self, site: &SiteContext<'_>) -> String {
        match self {
            Self::All => site.words().get("all_checks").to_owned(),
            Self::Verdict(id) => site.verdict_label(id).to_owned(),
            Self::Topic(slug) => {
                site.index.topics.get(slug).map_or("", |it| site.topic_word(it.name)).to_owned()
            }
            Self::Speaker(id) => {
                site.site().people.get(id).map_or(*id, |person| person.name.as_str()).to_owned()
            }
        }
    }

    fn filter(&self, site: &SiteContext<'_>) -> Option<FilterView> {
        let count = self.claims(site).len();
        (count > 0).then(|| FilterView {
            label: self.label(site),
            address: site.href(&site.own(&self.address())),
            count,
        })
    }
}

/// A page of a list: `claims.html`.
pub(super) fn list(site: &SiteContext<'_>, list: &List<'_>, number: usize) -> io::Result<()> {
    let own = site.own(&list.address());
    let address = address::list_page(&own, number);
    let label = list.label(site);
    let words = site.words();
    let (kind, title) = match list {
        List::All => ("claims", words.get("all_checks").to_owned()),
        List::Verdict(id) if *id == VOID => ("verdict", words.get("withdrawn_checks").to_owned()),
        List::Verdict(_) => {
            ("verdict", words.say("checks_with_verdict", &[("verdict", (&label).into())]))
        }
        List::Topic(_) => ("topic", words.say("checks_on_topic", &[("topic", (&label).into())])),
        List::Speaker(_) => ("speaker", words.say("statements_of", &[("name", (&label).into())])),
    };
    let head = site.head("claims", &address, title.clone());

    let claims = list.claims(site);
    let rows: Vec<ClaimRowView> =
        entries(claims, number).iter().map(|place| site.row(*place)).collect();
    let narrower = |wanted: fn(&List<'_>) -> bool| -> Vec<FilterView> {
        if matches!(list, List::All) {
            List::all(site).iter().filter(|l| wanted(l)).filter_map(|l| l.filter(site)).collect()
        } else {
            Vec::new()
        }
    };
    let mut topics = narrower(|list| matches!(list, List::Topic(_)));
    // In the order of the words that are shown, which are not the original's in a translation.
    // Á stands beside A.
    topics.sort_by_cached_key(|topic| {
        let letters = topic.label.nfd().filter(|c| !is_combining_mark(*c));
        address::slug(&letters.collect::<String>())
    });
    let view = ListView {
        kind,
        title,
        verdict: if let List::Verdict(id) = list { Some(site.verdict(id)) } else { None },
        speaker: if let List::Speaker(id) = list { site.person(id) } else { None },
        topic: matches!(list, List::Topic(_)).then_some(label),
        count: claims.len(),
        verdicts: narrower(|list| matches!(list, List::Verdict(_))),
        topics,
        speakers: narrower(|list| matches!(list, List::Speaker(_))),
    };
    let mut context = Context::new();
    context.insert_value("list", view.to_value());
    context.insert_value("claims", rows.to_value());
    context.insert_value("paging", paging(site, &own, number, claims.len()).to_value());
    site.page("claims.html", &address, &head, context, None)
}
