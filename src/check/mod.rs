//! Holds a site to its rules.
//!
//! Each article is looked at by itself, in parallel: its text is mapped once, its quotes are anchored
//! ([`crate::anchor`]) and the rules about one article follow. Rules about the whole site come after.

mod article;
mod catalogue;
mod charts;
mod editions;
mod evidence;
mod figures;
pub mod freshness;
mod future;
pub mod names;
pub mod profile;
mod published;
pub mod receipt;
pub mod rules;
mod translations;
pub mod weighing;

pub use article::look_up;
pub use catalogue::{apply_levels, catalogue, is_on, level};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::anchor::Anchor;
use crate::chart::Plot;
use crate::coverage::Coverage;
use crate::diagnostic::{self, Diagnostic};
use crate::figures::Computed;
use crate::figures::rules::quantities_disagree;
use crate::links::{LinkIndex, MOST_SUGGESTIONS};
use crate::model::{Article, Lock, Registry, Site};
use crate::snapshots::Examination;
use published::Records;
use receipt::InSeed;
use rules::broken_internal_link;

/// A site that holds: every claim has its place, every reference leads somewhere. Only this can be
/// rendered.
#[derive(Debug, Default)]
pub struct CheckedSite {
    /// The site.
    pub site: Site,
    /// Per article (in the order of [`Site::articles`]) and per claim (in the order of its file) the
    /// place in the article's visible text.
    pub anchors: Vec<Vec<Anchor>>,
    /// Per article, which of its statements have a claim, where the site asks for it.
    pub coverages: Vec<Option<Coverage>>,
    /// Per article, its quantities and sums.
    pub computed: Vec<Computed>,
    /// Per article and per claim, whether its words stand in the document under check.
    pub in_seed: Vec<Vec<InSeed>>,
    /// Per article, its headline as plain text.
    pub titles: Vec<String>,
    /// Per plain page, likewise.
    pub page_titles: Vec<String>,
    /// Per article, its charts, in the order of its figures.
    pub charts: Vec<Vec<Plot>>,
    /// Where links from content lead.
    pub links: LinkIndex,
    /// Kept copies of sources, and which quotations of evidence stand in them.
    pub snapshots: Examination,
    /// The lock that publishing it leaves behind.
    pub lock: Lock,
    /// The site in its other languages, each with the texts that were translated into it.
    pub editions: Vec<Self>,
    /// Which of these it is; none for the whole site.
    pub edition: Option<Edition>,
}

/// A language of the site that is not its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edition {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The folder of its pages: `es/`.
    pub folder: String,
    /// Words for topics, by the slug of the original's word.
    pub topics: Registry<String>,
}

/// Checks a site. The site comes back only where nothing stops the build. `findings` are those of
/// the stages before, `snapshots` what was found in kept copies; `today` is needed by rules about the
/// future.
pub fn check(
    mut site: Site,
    snapshots: Examination,
    mut findings: Vec<Diagnostic>,
    today: Option<Date>,
) -> (Option<CheckedSite>, Vec<Diagnostic>) {
    let readings: Vec<_> =
        site.articles.par_iter().map(|text| article::read(text, &site)).collect();
    let pages: Vec<_> = site.pages.par_iter().map(|page| article::read_page(page, &site)).collect();

    let translations = translations::read(&site, &readings);

    let mut index = LinkIndex::new(
        &site,
        readings.iter().map(|reading| reading.fragments.as_slice()),
        pages.iter().map(|reading| reading.fragments.as_slice()),
    );
    index.add_translations(
        &site,
        translations.articles.iter().map(|reading| reading.fragments.as_slice()),
        translations.pages.iter().map(|reading| reading.fragments.as_slice()),
    );

    let mut records = published::records(&site);

    let check_article = |text: &Article, (reading, records): (&article::Reading, &Records)| {
        let mut found = reading.findings.clone();
        article::check(text, &site, reading, &index, today, &mut found);
        article::check_history(text, &site, (reading, records), today, &mut found);
        found
    };
    // Side by side without suggestions, which are few; then one after the other those that need
    // them, so that it is always the same links that get one.
    index.allow_suggestions(0);
    let mut found: Vec<Vec<Diagnostic>> = site
        .articles
        .par_iter()
        .zip(readings.par_iter().zip(&records))
        .map(|(text, read)| check_article(text, read))
        .collect();
    index.allow_suggestions(MOST_SUGGESTIONS);
    let is_broken_link = |finding: &Diagnostic| finding.rule == broken_internal_link::RULE.name;
    let texts = site.articles.iter().zip(readings.iter().zip(&records));
    for ((text, read), found) in texts.zip(&mut found) {
        if index.suggestions_left() == 0 {
            break;
        }
        if found.iter().any(is_broken_link) {
            *found = check_article(text, read);
        }
    }
    findings.extend(found.into_iter().flatten());
    for (page, reading) in site.pages.iter().zip(&pages) {
        findings.extend(reading.findings.iter().cloned());
        if !site.unread.texts {
            article::check_links(&reading.links, &page.file.path, &index, &mut findings);
        }
    }
    translations::check(&site, &translations, &index, today, &mut findings);
    let computed = readings.iter().map(|reading| &reading.computed);
    quantities_disagree::check(&site, computed, &mut findings);
    rules::address_clash::check(&site, &mut findings);
    rules::bad_address::check(&site, &mut findings);
    rules::former_address::check(&site, &mut findings);
    rules::bad_language::check(&site, &mut findings);
    rules::bad_setting::check(&site, &mut findings);
    rules::bad_topic::check(&site, &mut findings);
    rules::rating_scale::check(&site, &mut findings);
    if !site.unread.people {
        rules::unknown_person::check(&site, &mut findings);
    }
    rules::dates::check_site(&site, today, &mut findings);
    rules::sources::check_site(&site, &mut findings);
    if !site.unread.texts {
        rules::site_pages::check(&site, &mut findings);
    }
    rules::unknown_rule::check(&site, catalogue(), &mut findings);
    if !site.unread.texts {
        rules::unused_source::check(&site, &mut findings);
        rules::claim_deleted::check(&site, &mut findings);
        article::check_menu(&site, &mut findings);
    }
    article::check_ids(&site, &mut findings);
    evidence::check(&site, &snapshots, &mut findings);

    apply_levels(&site.settings, &mut findings);
    diagnostic::sort(&mut findings);
    if diagnostic::any_denied(&findings) {
        return (None, findings);
    }
    let in_seed = site.articles.par_iter().map(receipt::in_seed).collect();
    published::remember(&mut site, &mut records);
    let lock = published::lock(&site, records);
    let mut checked =
        CheckedSite { site, in_seed, links: index, snapshots, lock, ..CheckedSite::default() };
    for reading in readings {
        checked.anchors.push(reading.anchors);
        checked.computed.push(reading.computed);
        checked.coverages.push(reading.coverage);
        checked.charts.push(reading.charts);
        checked.titles.push(reading.title);
    }
    checked.page_titles = pages.into_iter().map(|reading| reading.title).collect();
    checked.editions = editions::editions(&checked, translations);
    (Some(checked), findings)
}
