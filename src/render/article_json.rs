//! `NewsArticle`: an article for machines, in the form of schema.org.
//!
//! <https://schema.org/NewsArticle>. The text under check is a work of its own, with its own author.

use serde_json::{Map, Value, json};

use super::claim_review::{agent, insert};
use super::context::SiteContext;
use super::url::allowed;
use crate::address;
use crate::model::{Article, TextRights};

/// The `NewsArticle` of the article at an index; none without a base URL.
pub(super) fn news_article(
    site: &SiteContext<'_>,
    place: usize,
    article: &Article,
) -> Option<Value> {
    let url = site.absolute(&address::page(&article.slug))?;
    let people = &site.site().people;
    let settings = site.settings();
    let publisher = settings.publisher.as_deref().and_then(|id| people.get(id)).map_or_else(
        || json!({"@type": "Organization", "name": settings.title, "url": site.absolute("")}),
        agent,
    );
    let authors: Vec<Value> =
        article.matter.by.iter().filter_map(|id| people.get(id)).map(agent).collect();

    let mut news = Map::new();
    news.insert("@context".into(), json!("https://schema.org"));
    news.insert("@type".into(), json!("NewsArticle"));
    news.insert("url".into(), json!(url));
    news.insert("mainEntityOfPage".into(), json!(url));
    news.insert("headline".into(), json!(site.titles[place]));
    news.insert("inLanguage".into(), json!(article.language(&settings.language)));
    let authors = if authors.is_empty() { publisher.clone() } else { Value::Array(authors) };
    // A text under check has its own author; whoever checked it only contributed.
    match &article.matter.text {
        Some(text) => {
            news.insert("author".into(), author(site, text));
            news.insert("contributor".into(), authors);
        }
        None => {
            news.insert("author".into(), authors);
        }
    }
    news.insert("publisher".into(), publisher);
    insert(&mut news, "description", article.matter.dek.clone());
    insert(&mut news, "datePublished", article.matter.published.map(|date| date.to_string()));
    insert(&mut news, "dateModified", article.last_changed().map(|date| date.to_string()));
    translations(site, article, &mut news);
    if let Some(text) = &article.matter.text {
        news.insert("isBasedOn".into(), original(site, text));
    }
    Some(Value::Object(news))
}

/// What it is a translation of, or what is a translation of it.
fn translations(site: &SiteContext<'_>, article: &Article, news: &mut Map<String, Value>) {
    if let Some(of) = &article.translation {
        let people = &site.site().people;
        let by = of.translated.iter().flat_map(|act| &act.by);
        let by: Vec<Value> = by.filter_map(|id| people.get(id)).map(agent).collect();
        if !by.is_empty() {
            news.insert("translator".into(), Value::Array(by));
        }
        if let Some(url) = site.absolute(&address::page(&of.slug)) {
            let original = json!({"@type": "NewsArticle", "url": url, "inLanguage": of.language});
            news.insert("translationOfWork".into(), original);
        }
        return;
    }
    let others: Vec<Value> = site
        .alternates(&address::page(&article.slug))
        .into_iter()
        .filter(|other| !other.current)
        .filter_map(|other| {
            let url = other.url?;
            Some(json!({"@type": "NewsArticle", "url": url, "inLanguage": other.language}))
        })
        .collect();
    if !others.is_empty() {
        news.insert("workTranslation".into(), Value::Array(others));
    }
}

/// The document under check.
fn original(site: &SiteContext<'_>, text: &TextRights) -> Value {
    let mut work = Map::new();
    work.insert("@type".into(), json!("CreativeWork"));
    work.insert("author".into(), author(site, text));
    insert(&mut work, "name", text.title.clone());
    insert(&mut work, "url", text.url.as_deref().and_then(allowed).map(str::to_owned));
    insert(&mut work, "datePublished", text.published.map(|date| date.to_string()));
    Value::Object(work)
}

/// The author of the document under check. Only people.yaml says whether a name is a person's; else
/// it stands as text.
fn author(site: &SiteContext<'_>, text: &TextRights) -> Value {
    let known = site.site().people.iter().find(|(_, person)| person.name == text.by);
    known.map_or_else(|| json!(text.by), |(_, person)| agent(person))
}
