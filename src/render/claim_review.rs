//! `ClaimReview`: a claim for machines, in the form of schema.org.
//!
//! <https://schema.org/ClaimReview> and
//! <https://developers.google.com/search/docs/appearance/structured-data/factcheck>. One flat object
//! at the top: crawlers of fact-checks do not look into `@graph`. Only someone else's statement is
//! reviewed, and only a check that stands.

use serde_json::{Map, Value, json};

use super::context::SiteContext;
use super::url::allowed;
use crate::model::{Article, Claim, Person, PersonKind, Source};

/// The `ClaimReview` of a claim; none without a base URL, for our own statements, and for
/// withdrawn checks.
pub(super) fn claim_review(
    site: &SiteContext<'_>,
    article: &Article,
    claim: &Claim,
) -> Option<Value> {
    if !claim.is_external() || claim.is_withdrawn() {
        return None;
    }
    let (address, fragment) = site.claim_address(article, claim);
    let url = site.absolute(&address)? + &fragment;
    let published = claim.published();
    // What was done before it was published is no change of what was.
    let changed = claim.last_changed().max(published);

    let mut review = Map::new();
    review.insert("@context".into(), json!("https://schema.org"));
    review.insert("@type".into(), json!("ClaimReview"));
    review.insert("url".into(), json!(url));
    review.insert("claimReviewed".into(), json!(claim.statement()));
    review.insert("author".into(), reviewer(site, claim));
    review.insert("reviewRating".into(), rating(site, claim));
    review.insert("itemReviewed".into(), item(site, claim));
    review.insert("inLanguage".into(), json!(article.language(&site.settings().language)));
    insert(&mut review, "datePublished", published.map(|date| date.to_string()));
    insert(&mut review, "dateModified", changed.map(|date| date.to_string()));
    let citations: Vec<Value> = cited(site, claim).map(creative_work).collect();
    if !citations.is_empty() {
        review.insert("citation".into(), Value::Array(citations));
    }
    Some(Value::Object(review))
}

/// Who answers for the check: the publisher or, where none is named, the one who checked it. One
/// object, since lists are read by few; its address is what the publisher is known by.
fn reviewer(site: &SiteContext<'_>, claim: &Claim) -> Value {
    let people = &site.site().people;
    let base = site.absolute("");
    if let Some(publisher) = site.settings().publisher.as_deref().and_then(|id| people.get(id)) {
        let mut author = agent(publisher);
        if author.get("url").is_none()
            && let Some(author) = author.as_object_mut()
        {
            insert(author, "url", base);
        }
        return author;
    }
    match claim.checked.as_ref().map(|act| act.by.as_slice()) {
        Some([checker]) if people.get(checker).is_some() => {
            people.get(checker).map_or(Value::Null, agent)
        }
        _ => json!({"@type": "Organization", "name": site.settings().title, "url": base}),
    }
}

/// The verdict. Numbers only where the scale gives one.
fn rating(site: &SiteContext<'_>, claim: &Claim) -> Value {
    let mut rating = Map::new();
    rating.insert("@type".into(), json!("Rating"));
    rating.insert("alternateName".into(), json!(site.verdict_label(&claim.verdict)));
    rating.insert("ratingExplanation".into(), json!(claim.finding));
    let settings = site.settings();
    let value = settings.verdict(&claim.verdict).and_then(|verdict| verdict.rating);
    if let (Some(value), Some((worst, best))) = (value, settings.rating_bounds()) {
        rating.insert("ratingValue".into(), json!(value));
        rating.insert("worstRating".into(), json!(worst));
        rating.insert("bestRating".into(), json!(best));
    }
    Value::Object(rating)
}

/// The statement under review.
fn item(site: &SiteContext<'_>, claim: &Claim) -> Value {
    let mut item = Map::new();
    item.insert("@type".into(), json!("Claim"));
    item.insert("text".into(), json!(claim.statement()));
    let people = &site.site().people;
    if let Some(speaker) = claim.speaker.as_deref().and_then(|id| people.get(id)) {
        item.insert("author".into(), agent(speaker));
    }
    let Some(said) = &claim.said else {
        return Value::Object(item);
    };
    let date = said.on.map(|date| date.to_string());
    insert(&mut item, "datePublished", date.clone());
    let mut appearance = Vec::new();
    if let Some(source) = said.source.as_deref().and_then(|id| site.site().sources.get(id)) {
        appearance.push(creative_work(source));
    }
    if let Some(url) = said.at.as_deref().and_then(allowed) {
        let mut first = Map::new();
        first.insert("@type".into(), json!("CreativeWork"));
        first.insert("url".into(), json!(url));
        insert(&mut first, "datePublished", date);
        item.insert("firstAppearance".into(), Value::Object(first.clone()));
        if !appearance.iter().any(|work| work.get("url").and_then(Value::as_str) == Some(url)) {
            appearance.push(Value::Object(first));
        }
    }
    if !appearance.is_empty() {
        item.insert("appearance".into(), Value::Array(appearance));
    }
    Value::Object(item)
}

/// The sources of a claim's evidence, each once.
fn cited<'a>(site: &SiteContext<'a>, claim: &'a Claim) -> impl Iterator<Item = &'a Source> {
    let ids: indexmap::IndexSet<&str> =
        claim.evidence.iter().map(|evidence| evidence.source.as_str()).collect();
    let sources = &site.site().sources;
    ids.into_iter().filter_map(move |id| sources.get(id))
}

/// A person or an organization.
pub(super) fn agent(person: &Person) -> Value {
    let mut agent = Map::new();
    let kind = match person.kind {
        PersonKind::Person => "Person",
        PersonKind::Organization => "Organization",
    };
    agent.insert("@type".into(), json!(kind));
    agent.insert("name".into(), json!(person.name));
    insert(&mut agent, "url", person.url.as_deref().and_then(allowed).map(str::to_owned));
    let same: Vec<&str> = person.same_as.iter().filter_map(|url| allowed(url)).collect();
    if !same.is_empty() {
        agent.insert("sameAs".into(), json!(same));
    }
    Value::Object(agent)
}

/// A source.
pub(super) fn creative_work(source: &Source) -> Value {
    let mut work = Map::new();
    work.insert("@type".into(), json!("CreativeWork"));
    work.insert("name".into(), json!(source.title));
    insert(&mut work, "url", source.url.as_deref().and_then(allowed).map(str::to_owned));
    insert(&mut work, "datePublished", source.published.map(|date| date.to_string()));
    insert(&mut work, "inLanguage", source.lang.clone());
    insert(
        &mut work,
        "archivedAt",
        source.archived.as_deref().and_then(allowed).map(str::to_owned),
    );
    // Whether it is a person is not known, so it stands as text, which schema.org allows.
    insert(&mut work, "author", source.author.clone());
    if let Some(publisher) = &source.publisher {
        work.insert("publisher".into(), json!({"@type": "Organization", "name": publisher}));
    }
    Value::Object(work)
}

/// Sets a property, where there is a value.
pub(super) fn insert(object: &mut Map<String, Value>, key: &str, value: Option<String>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), Value::String(value));
    }
}
