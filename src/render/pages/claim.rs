//! A claim: its view, and its own page.

use std::cell::Cell;
use std::io;

use tera::Context;

use super::numbers::Numbers;
use crate::address;
use crate::anchor::TextMap;
use crate::check::freshness::DueFrom;
use crate::links::Target;
use crate::markdown;
use crate::model::{Act, Age, AgeUnit, Article, Asked, Claim, PartialDate, Said, Stance};
use crate::render::context::SiteContext;
use crate::render::script_json::script_json;
use crate::render::url::link_or_text;
use crate::render::view::{
    ActView, ArticleSummaryView, AskedView, ChartView, ClaimView, EvidenceView, Html, LinkView,
    ReceiptView, ReservationView, SaidView, Shared, ToValue, TopicView,
};
use crate::render::{claim_review, language};
use crate::words::Words;

/// A claim of an article, ready for its pages.
pub(super) struct Ready<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Its place in its file.
    place: usize,
    /// Its view, with links from the article's page.
    pub view: ClaimView,
    /// The same for templates, with the headings of the claim's page.
    pub shared: Shared<ClaimView>,
    /// Whether the explanation links inside the site, so that it differs from page to page.
    links_inside: bool,
    /// Whether it has headings, so that their levels depend on the place.
    has_headings: bool,
}

impl Ready<'_> {
    /// Its note, which stands under a heading of this level.
    pub fn note(
        &self,
        site: &SiteContext<'_>,
        article: &Article,
        numbers: &Numbers<'_>,
        level: u8,
    ) -> Shared<ClaimView> {
        let top = level.saturating_add(1);
        if !self.has_headings || top == ON_CLAIM_PAGE {
            return self.shared.clone();
        }
        let page = address::page(&article.slug);
        let (explanation, _) = explanation(site, article, self.claim, numbers, (&page, top));
        Shared::new(&ClaimView { explanation, ..self.view.clone() })
    }
}

/// The level of an explanation's highest heading on the claim's own page, under `h2`.
const ON_CLAIM_PAGE: u8 = 3;

/// Makes a claim's view for the article's page: its place in its file, its number in the text.
pub(super) fn ready<'a>(
    site: &SiteContext<'_>,
    article: &'a Article,
    (place, receipt): (usize, Shared<ReceiptView>),
    number: usize,
    numbers: &Numbers<'_>,
) -> Ready<'a> {
    let claim = &article.claims[place];
    let page = address::page(&article.slug);
    let (address, fragment) = site.claim_address(article, claim);
    let language = article.language(&site.settings().language);
    let (explanation, links_inside) =
        explanation(site, article, claim, numbers, (&page, ON_CLAIM_PAGE));
    let has_headings = explanation.as_ref().is_some_and(|Html(html)| html.contains("<h"));
    let mut ledger: Vec<usize> = (0..claim.ledger.len()).collect();
    ledger.sort_by_key(|entry| claim.ledger[*entry].on);
    let must_see = |entry: &usize| claim.ledger[*entry].must_be_seen();
    let ledger_view = |entry: usize| site.ledger_entry(claim, entry);
    let withdrawn = claim.is_withdrawn();
    let (lang, dir) = site.foreign(language);
    let due = site.ages.due(claim, article);
    let view = ClaimView {
        lang,
        dir,
        number,
        place: markdown::place(number),
        id: claim.id.clone(),
        address: site.href(&address) + &fragment,
        in_article: format!("{}#c-{}", site.href(&page), address::encode(&claim.id)),
        canonical: site.absolute(&address).map(|url| url + &fragment),
        origin: if claim.is_external() { "external" } else { "own" },
        statement: claim.statement().to_owned(),
        quote: claim.quote.clone(),
        verdict: site.verdict(claim.listed_verdict()),
        withdrawn,
        former_verdict: withdrawn.then(|| site.verdict(&claim.verdict)),
        finding: claim.finding.clone(),
        explanation,
        evidence: evidence_views(site, article, claim),
        charts: chart_links(site, article, claim),
        reservations: claim
            .reservations
            .given()
            .map(|given| reservation_view(given, site.words()))
            .collect(),
        would_change: claim.would_change.clone(),
        speaker: claim.speaker.as_deref().and_then(|id| site.person(id)),
        said: claim.said.as_ref().map(|said| said_view(site, said)),
        receipt,
        receipt_address: site
            .settings()
            .claim_pages
            .then(|| format!("{}#{}", site.href(&address), address::RECEIPT)),
        asked: article.asked(claim).map(|asked| asked_view(site, asked)),
        asked_with_article: claim.is_external()
            && claim.asked.is_none()
            && article.matter.asked.is_some(),
        topics: article.topics(claim).into_iter().map(|name| topic_view(site, name)).collect(),
        checked: claim.checked.as_ref().map(|act| act_view(site, act)),
        reviewed: claim.reviewed.as_ref().map(|act| act_view(site, act)),
        recheck_by: due.map(|due| site.date(PartialDate::from(due.on))),
        recheck_reason: due.and_then(|due| recheck_reason(due.from, site.words())),
        corrections: ledger.iter().copied().filter(must_see).map(ledger_view).collect(),
        ledger: ledger.into_iter().map(ledger_view).collect(),
    };
    let shared = Shared::new(&view);
    Ready { claim, place, view, shared, links_inside, has_headings }
}

/// What stands beside a claim on its own page.
pub(super) struct Beside<'a> {
    /// The claims before and after it.
    pub neighbours: (Option<&'a Ready<'a>>, Option<&'a Ready<'a>>),
    /// The charts that it rests on.
    pub charts: Vec<Shared<ChartView>>,
}

/// A claim's own page: `claim.html`.
pub(super) fn claim_page(
    site: &SiteContext<'_>,
    article: &Article,
    summary: &Shared<ArticleSummaryView>,
    ready: &Ready<'_>,
    beside: &Beside<'_>,
    numbers: &Numbers<'_>,
) -> io::Result<()> {
    let claim = ready.claim;
    let address = address::claim(&article.slug, &claim.id);
    let label = site.verdict_label(claim.listed_verdict());
    let mut head = site.head("claim", &address, claim.statement());
    head.description = Some(format!("{label}: {}", claim.finding));
    head.json_ld =
        claim_review::claim_review(site, article, claim).map(|json| Html(script_json(&json)));

    let view = if ready.links_inside {
        let (explanation, _) =
            explanation(site, article, claim, numbers, (&address, ON_CLAIM_PAGE));
        Shared::new(&ClaimView { explanation, ..ready.view.clone() })
    } else {
        ready.shared.clone()
    };
    let link = |ready: Option<&Ready<'_>>| {
        ready.map(|ready| LinkView {
            title: ready.view.statement.clone(),
            address: ready.view.address.clone(),
            lang: None,
        })
    };
    let mut context = Context::new();
    context.insert_value("claim", view.to_value());
    context.insert_value("charts", beside.charts.to_value());
    context.insert_value("article", summary.to_value());
    context.insert_value("numbers", numbers.of_claim(ready.place).to_value());
    context.insert_value("previous", link(beside.neighbours.0).to_value());
    context.insert_value("next", link(beside.neighbours.1).to_value());
    context.insert_value(
        "mail",
        ready.view.canonical.as_deref().map(|url| mail(claim, url)).to_value(),
    );
    site.page("claim.html", &address, &head, context, claim.last_changed())
}

/// The address of a letter without an addressee that tells of a check (RFC 6068).
fn mail(claim: &Claim, url: &str) -> String {
    let encode = |text: &str| address::encode(text).replace('&', "%26");
    let body = format!("{}\r\n\r\n{url}\r\n", claim.finding);
    format!("mailto:?subject={}&body={}", encode(claim.statement()), encode(&body))
}

/// The explanation as HTML on a page, and whether it links inside the site. `top_heading`: the level
/// of its highest heading there.
fn explanation(
    site: &SiteContext<'_>,
    article: &Article,
    claim: &Claim,
    numbers: &Numbers<'_>,
    (page, top_heading): (&str, u8),
) -> (Option<Html>, bool) {
    let Some(markdown) = claim.explanation.as_deref() else {
        return (None, false);
    };
    // Links of a claims file are seen from the article's own file: both lie in one folder.
    let from = article.claims_file.as_ref().map_or(&article.file.path, |file| &file.path);
    let inside = Cell::new(false);
    // No id of a claim has two hyphens in a row, so that the ids of two explanations never meet.
    let prefix = format!("e-{}--", claim.id);
    let html = site.with_options(from, page, &prefix, top_heading, |options| {
        let resolve = |target: &str| {
            let target = (options.resolve)(target);
            inside.set(inside.get() | matches!(target, Target::Internal { .. }));
            target
        };
        let fill = |kind: &str, id: &str| numbers.fill(kind, id);
        let map = TextMap::with_figures(markdown, options.raw_html, &fill);
        markdown::to_html_of(&map, &markdown::Options { resolve: &resolve, ..*options })
    });
    (Some(Html(html)), inside.get())
}

fn evidence_views(site: &SiteContext<'_>, article: &Article, claim: &Claim) -> Vec<EvidenceView> {
    let article_language = article.language(&site.settings().language);
    // What a source says is not translated.
    let original = article.translation.as_ref();
    let views = claim.evidence.iter().filter_map(|evidence| {
        let source = site.site().sources.get(&evidence.source)?;
        let original = original.map(|of| of.language.as_str());
        let language = evidence.quote_language(Some(source)).or(original);
        let around = [site.language(), article_language];
        let (lang, dir) =
            language.map_or((None, None), |language| language::within(language, &around));
        Some(EvidenceView {
            source: site.source(&evidence.source)?,
            quote: evidence.quote.clone(),
            lang,
            dir,
            stance: evidence.stance.word(),
            stance_text: site.words().get(stance(evidence.stance)).to_owned(),
            note: evidence.note.clone(),
            note_lang: evidence.note_lang.clone(),
            note_dir: evidence.note_lang.as_ref().and_then(|it| language::within(it, &around).1),
        })
    });
    views.collect()
}

fn chart_links(site: &SiteContext<'_>, article: &Article, claim: &Claim) -> Vec<LinkView> {
    let page = site.href(&address::page(&article.slug));
    let link = |id: &String| {
        let chart = article.figures.charts.get(id)?;
        let address = format!("{page}#{}", address::chart_fragment(id));
        Some(LinkView { title: chart.title.clone(), address, lang: None })
    };
    claim.charts.iter().filter_map(link).collect()
}

fn said_view(site: &SiteContext<'_>, said: &Said) -> SaidView {
    let (url, url_text) = link_or_text(said.at.as_deref());
    SaidView {
        on: said.on.map(|date| site.date(date)),
        source: said.source.as_deref().and_then(|id| site.source(id)),
        url,
        url_text,
    }
}

/// What came of asking for comment.
pub(super) fn asked_view(site: &SiteContext<'_>, asked: &Asked) -> AskedView {
    AskedView {
        on: asked.on.map(|date| site.date(date)),
        answer: asked.answer.clone(),
        not: asked.not.clone(),
    }
}

/// The name of the word for a stance.
fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "stance_supports",
        Stance::Refutes => "stance_refutes",
        Stance::Context => "stance_context",
    }
}

fn reservation_view((kind, reason): (&'static str, &str), words: &Words) -> ReservationView {
    let label = words.get(match kind {
        "few_sources" => "reservation_few_sources",
        "no_primary" => "reservation_no_primary",
        "one_sided" => "reservation_one_sided",
        _ => "reservation_not_reviewed",
    });
    ReservationView { kind, label: label.to_owned(), reason: reason.to_owned() }
}

/// Why a check is due again on its day, in words that follow the day; none where the claim says the
/// day itself.
fn recheck_reason(from: DueFrom<'_>, words: &Words) -> Option<String> {
    let age_in_words = |age: Age| {
        let word = match age.unit() {
            AgeUnit::Day => "age_days",
            AgeUnit::Week => "age_weeks",
            AgeUnit::Month => "age_months",
            AgeUnit::Year => "age_years",
        };
        words.say(word, &[("n", usize::from(age.count()).into())])
    };
    match from {
        DueFrom::Claim => None,
        DueFrom::Topic(topic, age) => {
            let age = age_in_words(age);
            Some(words.say("recheck_topic", &[("age", (&age).into()), ("topic", topic.into())]))
        }
        DueFrom::Site(age) => {
            Some(words.say("recheck_site", &[("age", (&age_in_words(age)).into())]))
        }
    }
}

/// Who did it, and when.
pub(super) fn act_view(site: &SiteContext<'_>, act: &Act) -> ActView {
    ActView { by: site.persons(&act.by), on: act.on.map(|date| site.date(date)) }
}

/// A topic; its page is there when its name makes a slug.
pub(super) fn topic_view(site: &SiteContext<'_>, name: &str) -> TopicView {
    let has_page = site.index.topics.contains_key(&address::slug(name));
    let address = has_page.then(|| site.href(&site.own(&address::topic(name))));
    TopicView { name: site.topic_word(name).to_owned(), address }
}
