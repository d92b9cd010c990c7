//! An article's page, and the pages of its claims.

use std::io;

use tera::Context;

use super::chart;
use super::claim::{Beside, Ready, act_view, asked_view, claim_page, ready, topic_view};
use super::home::summary;
use super::numbers::Numbers;
use crate::address;
use crate::anchor::TextMap;
use crate::markdown::{self, Labels, Mark, Options};
use crate::model::{Article, Claim, TextRights, TranslationOf};
use crate::render::context::SiteContext;
use crate::render::script_json::script_json;
use crate::render::url::link_or_text;
use crate::render::view::{
    ArticleView, ChartView, ClaimView, CoverageView, EditView, Html, LinkView, PartView,
    ReceiptView, Shared, TextRightsView, ToValue, TranslationView,
};
use crate::render::{Content, Output, article_json, claim_review, escape, receipt};

/// An article's page (`article.html`), its claims' pages, and the files beside it.
pub(in crate::render) fn article(site: &SiteContext<'_>, place: usize) -> io::Result<()> {
    let article = &site.site().articles[place];
    let site = &site.for_article(article);
    let address = address::page(&article.slug);
    let anchors = site.checked.anchors.get(place).map_or(&[][..], Vec::as_slice);

    // Numbers follow the text, not the file.
    let mut order: Vec<usize> = (0..article.claims.len()).collect();
    order.sort_by_key(|claim| {
        let anchor = anchors.get(*claim).cloned().unwrap_or_default();
        (anchor.start, anchor.end, *claim)
    });
    let numbers = Numbers::new(site, place);
    let claims: Vec<Ready<'_>> = order
        .iter()
        .enumerate()
        .map(|(number, claim)| {
            let of = (*claim, receipt(site, (place, *claim)));
            ready(site, article, of, number + 1, &numbers)
        })
        .collect();
    let marks: Vec<Mark> = order
        .iter()
        .zip(&claims)
        .map(|(claim, ready)| Mark {
            id: ready.claim.id.clone(),
            anchor: anchors.get(*claim).cloned().unwrap_or_default(),
            number: ready.view.number,
            verdict: site.verdict_label(ready.claim.listed_verdict()).to_owned(),
            tone: site.verdict_tone(ready.claim.listed_verdict()),
        })
        .collect();

    let plots = site.checked.charts.get(place).map_or(&[][..], Vec::as_slice);
    let charts: Charts = plots
        .iter()
        .map(|plot| (plot.id.as_str(), Shared::new(&chart::chart(site, article, plot))))
        .collect();

    let fill = |kind: &str, id: &str| numbers.fill(kind, id);
    let map = TextMap::with_figures(article.body(), site.settings().raw_html, &fill);
    let (lang, dir) = site.foreign(article.language(&site.settings().language));
    let woven = site.with_options(&article.file.path, &address, "", 2, |options| {
        let of_page = lang.is_some().then(|| site.language());
        let labels = Labels { lang: of_page, ..options.labels };
        markdown::weave(&map, &marks, &Options { labels, ..*options })
    });
    let notes = |indices: &[usize], level: u8| -> Vec<Shared<ClaimView>> {
        let note = |index: &usize| Some(claims.get(*index)?.note(site, article, &numbers, level));
        indices.iter().filter_map(note).collect()
    };
    let title = &site.titles[place];
    let tally = site.tally(article.claims.iter());
    let at_once = article.checked_at_once();
    let view = ArticleView {
        lang,
        dir,
        address: site.href(&address),
        title: title.clone(),
        title_html: Html(woven.title_html.unwrap_or_else(|| escape(title))),
        dek: article.matter.dek.clone(),
        by: site.persons(&article.matter.by),
        published: article.matter.published.map(|date| site.date(date)),
        updated: article.matter.updated.map(|date| site.date(date)),
        topics: article.matter.topics.iter().map(|name| topic_view(site, name)).collect(),
        text: article.matter.text.as_ref().map(|text| text_view(site, text)),
        translation: article.translation.as_ref().map(|of| translation_view(site, of)),
        asked: article.matter.asked.as_ref().map(|asked| asked_view(site, asked)),
        checked: at_once.and_then(|claim| Some(act_view(site, claim.checked.as_ref()?))),
        reviewed: at_once.and_then(|claim| Some(act_view(site, claim.reviewed.as_ref()?))),
        coverage: coverage_view(site, place),
        edits: article
            .matter
            .edits
            .iter()
            .map(|edit| EditView {
                was: edit.was.clone(),
                now: edit.now.clone(),
                why: edit.why.clone(),
            })
            .collect(),
        has_seed: article.seed.is_some(),
        claim_count: claims.len(),
        standing_count: tally.standing,
        counts: tally.counts,
        withdrawn: tally.withdrawn,
        corrected: site.last_correction(place).map(|date| site.date(date)),
        corrections: site.corrections_of(place),
        title_notes: notes(&woven.title_notes, 1),
        parts: woven
            .parts
            .into_iter()
            .map(|part| PartView {
                notes: notes(&part.notes, part.level),
                chart: part
                    .chart
                    .and_then(|place| charts.get(&*map.charts.get(place)?.id).cloned()),
                html: Html(part.html),
                whole: part.whole,
            })
            .collect(),
        has_charts: !charts.is_empty(),
        charts: charts
            .iter()
            .filter(|(id, _)| map.charts.iter().all(|place| place.id != **id))
            .map(|(_, chart)| chart.clone())
            .collect(),
    };

    let mut head = site.head("article", &address, title.clone());
    head.description.clone_from(&article.matter.dek);
    head.json_ld = json_ld(site, place, article).map(|json| Html(script_json(&json)));

    let mut context = Context::new();
    context.insert_value("article", view.to_value());
    let shared: Vec<_> = claims.iter().map(|ready| ready.shared.clone()).collect();
    context.insert_value("claims", shared.to_value());
    context.insert_value("numbers", numbers.all().to_value());
    context.insert_value("sources", sources(site, &claims).to_value());
    site.page("article.html", &address, &head, context, article.last_changed())?;

    if site.settings().claim_pages {
        let summary = Shared::new(&summary(site, place));
        for (index, ready) in claims.iter().enumerate() {
            let previous = index.checked_sub(1).and_then(|index| claims.get(index));
            let charts = chosen(&charts, ready.claim);
            let beside = Beside { neighbours: (previous, claims.get(index + 1)), charts };
            claim_page(site, article, &summary, ready, &beside, &numbers)?;
        }
    }
    for (path, csv) in plots.iter().filter_map(|plot| chart::made_csv(site, place, plot)) {
        site.file(path, csv)?;
    }
    for attachment in &article.attachments {
        site.output(Output {
            path: format!("{}/{}", article.slug, attachment.name),
            content: Content::CopyOf(attachment.path.clone()),
        })?;
    }
    Ok(())
}

/// Charts of an article, by id, in the order of the file.
type Charts<'a> = indexmap::IndexMap<&'a str, Shared<ChartView>>;

/// The charts that a claim names, in its order.
fn chosen(charts: &Charts<'_>, claim: &Claim) -> Vec<Shared<ChartView>> {
    claim.charts.iter().filter_map(|id| charts.get(id.as_str()).cloned()).collect()
}

/// What was verified about a claim, named by the places of its article and in that.
fn receipt(site: &SiteContext<'_>, (article, claim): (usize, usize)) -> Shared<ReceiptView> {
    Shared::new(&receipt::view(&site.checked.receipt(article, claim), site.words()))
}

/// The sources of an article's evidence, in the order of their first use.
fn sources(
    site: &SiteContext<'_>,
    claims: &[Ready<'_>],
) -> Vec<Shared<crate::render::view::SourceView>> {
    let mut ids: indexmap::IndexSet<&str> = indexmap::IndexSet::new();
    for ready in claims {
        ids.extend(ready.claim.evidence.iter().map(|evidence| evidence.source.as_str()));
    }
    ids.into_iter().filter_map(|id| site.source(id)).collect()
}

/// Structured data of the page: the article alone or, where claims have no pages of their own, a
/// list of flat objects, since readers of `ClaimReview` do not look into `@graph`.
fn json_ld(site: &SiteContext<'_>, place: usize, article: &Article) -> Option<serde_json::Value> {
    let news = article_json::news_article(site, place, article)?;
    if site.settings().claim_pages {
        return Some(news);
    }
    let reviews =
        article.claims.iter().filter_map(|claim| claim_review::claim_review(site, article, claim));
    Some(serde_json::Value::Array(std::iter::once(news).chain(reviews).collect()))
}

fn translation_view(site: &SiteContext<'_>, of: &TranslationOf) -> TranslationView {
    // Articles stand sorted by their slugs.
    let articles = &site.whole.site.articles;
    let place = articles.binary_search_by(|article| article.slug.cmp(&of.slug)).ok();
    let title = place.and_then(|place| site.whole.titles.get(place)).unwrap_or(&of.slug);
    let by = of.translated.as_ref().map_or(&[][..], |act| &act.by);
    TranslationView {
        by: site.persons(by),
        on: of.translated.as_ref().and_then(|act| act.on).map(|date| site.date(date)),
        original: LinkView {
            title: title.clone(),
            address: site.href(&address::page(&of.slug)),
            lang: Some(of.language.clone()),
        },
        language: of.language.clone(),
        dir: site.foreign(&of.language).1,
        note: of.note.clone(),
    }
}

fn text_view(site: &SiteContext<'_>, text: &TextRights) -> TextRightsView {
    let (url, url_text) = link_or_text(text.url.as_deref());
    TextRightsView {
        by: text.by.clone(),
        title: text.title.clone(),
        url,
        url_text,
        published: text.published.map(|date| site.date(date)),
        licence: text.licence.clone(),
        note: text.note.clone(),
    }
}

/// The share that readers are told: only where the site asks for it, where rules for the language
/// found statements.
fn coverage_view(site: &SiteContext<'_>, place: usize) -> Option<CoverageView> {
    let coverage = site.checked.coverages.get(place)?.as_ref()?;
    let statements = coverage.statements.len();
    (site.settings().coverage.show && coverage.full && statements > 0)
        .then(|| CoverageView { covered: coverage.covered(), statements })
}
