//! The rules about one text: its quotes, its seed, its links, its claims.

use std::sync::Arc;

use jiff::civil::Date;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::published::{self, Records};
use super::rules::{
    self, bad_id, broken_internal_link, check_undated, claim_text_contains_verdict,
    correction_without_note, coverage_too_low, duplicate_id, edits_without_seed, figure_misplaced,
    former_verdict, headline_missing, image_without_alt, ledger_order, ledger_rewritten,
    own_claim_with_speaker, quote_ambiguous, quote_in_code, quote_not_found, seed_mismatch,
    text_rights_undeclared, unknown_source, unknown_verdict, verdict_changed_silently,
    verdict_without_evidence, wording_changed_silently,
};
use super::{charts, figures};
use crate::anchor::{self, Anchor, Failure, Selector, TextMap};
use crate::chart::Plot;
use crate::coverage::Coverage;
use crate::diagnostic::{Diagnostic, Place, Related};
use crate::figures::Computed;
use crate::input::{InputFile, KeyPath};
use crate::links::LinkIndex;
use crate::markdown;
use crate::model::{Article, Claim, Page, Site};

/// What one pass over a text brings to light.
#[derive(Debug, Default)]
pub struct Reading {
    /// Places of claims; complete only where nothing was found wrong.
    pub anchors: Vec<Anchor>,
    /// Which of its statements have a claim, where the site asks for it and all claims have a place.
    pub coverage: Option<Coverage>,
    /// Its quantities and sums.
    pub computed: Computed,
    /// The headline as plain text.
    pub title: String,
    /// Ids of headings.
    pub fragments: Vec<String>,
    /// Charts, in the order of the figures.
    pub charts: Vec<Plot>,
    /// Targets of links and pictures, with their places.
    pub links: Vec<(String, Place)>,
    /// What is wrong with the text itself.
    pub findings: Vec<Diagnostic>,
}

impl Reading {
    /// Sets the headline: of the text, of the front matter, or else made of the address. The text
    /// starts at a byte of its file.
    fn head(
        &mut self,
        map: &TextMap<'_>,
        matter: Option<&str>,
        (file, start): (&Arc<InputFile>, usize),
        slug: &str,
    ) {
        let worded = |title: &String| !title.trim().is_empty();
        let title = markdown::title(map).filter(worded).or_else(|| matter.map(str::to_owned));
        self.title = title.filter(worded).unwrap_or_else(|| {
            let line = file.text[start..].lines().next().map_or(0, str::len);
            self.findings.push(headline_missing::report(file, start..start + line));
            slug.rsplit('/').next().unwrap_or(slug).replace('-', " ")
        });
    }
}

/// Maps an article's text, anchors its claims and compares it with its seed.
pub fn read(article: &Article, site: &Site) -> Reading {
    let mut reading = Reading::default();
    let (computed, map) = figures::read(article, site, &mut reading.findings);
    reading.computed = computed;
    let selectors: Vec<_> = article.claims.iter().map(selector).collect();
    let mut departures = seed_mismatch::check(article, &map, &mut reading.findings);
    for (index, place) in anchor::locate(&map, &selectors).into_iter().enumerate() {
        match place {
            Ok(anchor) => reading.anchors.push(anchor),
            // A blank quote is reported as missing-field.
            Err(_) if article.claims[index].quote.trim().is_empty() => {}
            Err(failure) => {
                let finding = refuse(article, &map, index, &failure);
                match cause(article, index, &failure, &mut departures) {
                    Some(departure) => {
                        let label = match &*article.claims[index].id {
                            "" => "a claim quotes these words".to_owned(),
                            id => format!("the claim `{id}` quotes these words"),
                        };
                        departure.related.push(Related { place: finding.place, label });
                    }
                    None => reading.findings.push(finding),
                }
            }
        }
    }
    reading.findings.extend(departures.into_iter().map(|(_, finding)| finding));
    if wants_coverage(article, site) && reading.anchors.len() == article.claims.len() {
        let coverage = Coverage::of(article, &site.settings, &map, &reading.anchors);
        coverage_too_low::check(article, &site.settings, &map, &coverage, &mut reading.findings);
        reading.coverage = Some(coverage);
    }
    reading.charts = charts::read(article, site, &map, &reading.computed, &mut reading.findings);
    survey(&map, &article.file, article.body_start, &mut reading);
    reading.head(
        &map,
        article.matter.title.as_deref(),
        (&article.file, article.body_start),
        &article.slug,
    );
    reading
}

/// Looks for the words of an article's first claim: what is wrong with them, if anything is.
pub fn look_up(article: &Article, site: &Site) -> Option<Diagnostic> {
    let (_, map) = figures::read(article, site, &mut Vec::new());
    let place = anchor::locate(&map, &[selector(article.claims.first()?)]).pop()?;
    place.err().map(|failure| refuse(article, &map, 0, &failure))
}

fn selector(claim: &Claim) -> Selector<'_> {
    Selector {
        quote: &claim.quote,
        prefix: claim.prefix.as_deref(),
        suffix: claim.suffix.as_deref(),
    }
}

/// Whether a share is due, or is shown to readers. Otherwise it costs nothing.
fn wants_coverage(article: &Article, site: &Site) -> bool {
    let asked = site.settings.coverage;
    article.translation.is_none()
        && !site.unread.settings
        && (asked.show || asked.minimum.is_some() || article.matter.coverage.is_some())
}

/// The departure from the seed that a quote is not found for, where there is one.
fn cause<'a>(
    article: &Article,
    index: usize,
    failure: &Failure,
    departures: &'a mut [seed_mismatch::Departure],
) -> Option<&'a mut Diagnostic> {
    let Failure::NotFound(Some(near)) = failure else { return None };
    let (_, finding) = departures.iter_mut().find(|(visible, _)| {
        visible.start <= near.anchor.end && near.anchor.start <= visible.end
    })?;
    seed_mismatch::explains(article, &article.claims[index].quote).then_some(finding)
}

/// Reads a plain page.
pub fn read_page(page: &Page, site: &Site) -> Reading {
    let map = TextMap::new(page.body(), site.settings.raw_html);
    let mut reading = Reading::default();
    survey(&map, &page.file, page.body_start, &mut reading);
    figure_misplaced::check_page(page, &map, &mut reading.findings);
    charts::check_page(page, &map, &mut reading.findings);
    reading.head(&map, page.matter.title.as_deref(), (&page.file, page.body_start), &page.slug);
    reading
}

fn refuse(article: &Article, map: &TextMap<'_>, index: usize, failure: &Failure) -> Diagnostic {
    match failure {
        Failure::NotFound(near) => quote_not_found::report(article, map, index, near.as_ref()),
        Failure::NotCompared => quote_not_found::not_compared(article, index),
        Failure::CutsWord(places) => quote_not_found::cuts_word(article, map, index, places),
        Failure::ContextMismatch(places) => {
            quote_not_found::context_mismatch(article, map, index, places)
        }
        Failure::Ambiguous(places) => quote_ambiguous::report(article, map, index, places),
        Failure::InCode(kind, range) => quote_in_code::report(article, index, *kind, range),
    }
}

/// Collects links, pictures and headings of a text that starts at byte `start` of its file.
fn survey(map: &TextMap<'_>, file: &Arc<InputFile>, start: usize, reading: &mut Reading) {
    reading.fragments = markdown::fragments(map);
    let mut picture = None;
    for (event, range) in &map.events {
        let place = || Place::bytes(file, range.start + start..range.end + start);
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                reading.links.push((format!("mailto:{dest_url}"), place()));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                reading.links.push((dest_url.to_string(), place()));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                reading.links.push((dest_url.to_string(), place()));
                picture = Some((range.clone(), false));
            }
            Event::End(TagEnd::Image) => {
                if let Some((range, false)) = picture.take() {
                    let range = range.start + start..range.end + start;
                    reading.findings.push(image_without_alt::report(file, range));
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, worded)) = &mut picture {
                    *worded |= !text.trim().is_empty();
                }
            }
            _ => {}
        }
    }
}

/// The rules about an article that need the whole site.
pub fn check(
    article: &Article,
    site: &Site,
    reading: &Reading,
    index: &LinkIndex,
    today: Option<Date>,
    findings: &mut Vec<Diagnostic>,
) {
    duplicate_id::check(article, findings);
    figures::check(article, &reading.computed, findings);
    if !site.unread.settings {
        unknown_verdict::check(article, &site.settings, findings);
        verdict_without_evidence::check(article, &site.settings, findings);
    }
    if !site.unread.sources {
        unknown_source::check(article, &site.sources, findings);
    }
    own_claim_with_speaker::check(article, findings);
    claim_text_contains_verdict::check(article, &site.settings, findings);
    check_undated::check(article, findings);
    text_rights_undeclared::check(article, findings);
    edits_without_seed::check(article, findings);
    if !site.unread.texts {
        charts::check(article, findings);
        check_links(&reading.links, &article.file.path, index, findings);
        check_explanations(article, site, index, findings);
    }
    rules::dates::check(article, site, today, findings);
    rules::sources::check(article, site, findings);
}

/// The rules about the history of an article's claims, and about what was published of them.
pub fn check_history(
    article: &Article,
    site: &Site,
    (reading, records): (&Reading, &Records),
    today: Option<Date>,
    findings: &mut Vec<Diagnostic>,
) {
    ledger_order::check(article, findings);
    correction_without_note::check(article, findings);
    if site.unread.settings {
        return;
    }
    former_verdict::check(article, &site.settings, findings);
    let quotes_hold = reading.anchors.len() == article.claims.len();
    for changed in published::changed(site, article, records) {
        former_verdict::check_published(&changed, &site.settings, findings);
        ledger_rewritten::check(&changed, findings);
        if !verdict_changed_silently::check(&changed, &site.settings, today, findings) {
            wording_changed_silently::check(&changed, quotes_hold, today, findings);
        }
    }
}

/// Holds links to the site's pages.
pub fn check_links(
    links: &[(String, Place)],
    from: &str,
    index: &LinkIndex,
    findings: &mut Vec<Diagnostic>,
) {
    for (href, place) in links {
        broken_internal_link::check(index, from, href, &|| place.clone(), findings);
    }
}

/// Links and pictures in explanations. Their places are told as the explanation's, since YAML folds
/// and indents the text.
pub fn check_explanations(
    article: &Article,
    site: &Site,
    index: &LinkIndex,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(file) = &article.claims_file else { return };
    for (number, claim) in article.claims.iter().enumerate() {
        let Some(text) = claim.explanation.as_ref().filter(|text| text.contains(['[', '<'])) else {
            continue;
        };
        let map = TextMap::new(text, site.settings.raw_html);
        let scratch = InputFile::new(file.path.clone(), text.clone());
        let mut reading = Reading::default();
        survey(&map, &scratch, 0, &mut reading);
        let path = KeyPath::top().key("claims").index(number).key("explanation");
        let place = || Place::value(file, path.clone());
        for (href, _) in &reading.links {
            broken_internal_link::check(index, &article.file.path, href, &place, findings);
        }
        findings.extend(reading.findings.into_iter().map(|mut found| {
            found.place = place();
            found
        }));
    }
}

/// Ids of people and sources become addresses and fragments too.
pub fn check_ids(site: &Site, findings: &mut Vec<Diagnostic>) {
    let people = site.people.ids().map(|id| ("people", &site.people_file, id));
    let sources = site.sources.ids().map(|id| ("sources", &site.sources_file, id));
    for (key, file, id) in people.chain(sources) {
        if let Some(file) = file
            && !crate::address::is_kebab_case(id)
        {
            let place = Place::key(file, KeyPath::top().key(key).key(id));
            findings.push(bad_id::report(place, id));
        }
    }
}

/// Pages that the menu names must be there.
pub fn check_menu(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.settings_file else { return };
    for (index, slug) in site.settings.menu.iter().enumerate() {
        let slugs = || {
            let articles = site.articles.iter().map(|article| article.slug.as_str());
            site.pages.iter().map(|page| page.slug.as_str()).chain(articles)
        };
        if slugs().all(|known| known != slug) {
            let place = Place::value(file, KeyPath::top().key("menu").index(index));
            findings.push(broken_internal_link::named(place, "the menu", slug, slugs()));
        }
    }
}
