//! Rules about what a check rests on, and who looked at it.
//!
//! Most are off unless a profile or `rules:` in factpress.yaml switches them on: a newcomer's first
//! check is not to drown in them, and what they ask for needs work that no program can do.

pub mod anonymous_source;
pub mod claimant_not_asked;
pub mod interest_undeclared;
pub mod no_primary_source;
pub mod not_reviewed;
pub mod one_sided_evidence;
pub mod reviewer_is_checker;
pub mod same_origin_undeclared;
pub mod self_sourcing;
pub mod too_few_independent_sources;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::is_on;
use crate::check::names::Stakes;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Claim, Site};

/// A claim that stands, with its place.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    /// The article.
    pub article: &'a Article,
    /// The claim.
    pub claim: &'a Claim,
    /// Its place in the claims file.
    pub index: usize,
    /// The claims file.
    pub file: &'a Arc<InputFile>,
}

impl Standing<'_> {
    /// The way to one of its fields.
    pub fn path(&self) -> KeyPath {
        KeyPath::top().key("claims").index(self.index)
    }

    /// A value of it.
    pub fn value(&self, key: &str) -> Place {
        Place::value(self.file, self.path().key(key))
    }

    /// The source that a piece of its evidence names.
    pub fn evidence(&self, number: usize) -> Place {
        Place::value(self.file, self.path().key("evidence").index(number).key("source"))
    }
}

/// The claims of an article that stand, with their places. Checks that were withdrawn rest on nothing
/// any more; a claim without an id could not be read.
fn standing(article: &Article) -> impl Iterator<Item = Standing<'_>> {
    let claims = article.claims.iter().enumerate();
    let claims = claims.filter(|(_, claim)| !claim.id.is_empty() && !claim.is_withdrawn());
    claims.filter_map(move |(index, claim)| {
        Some(Standing { article, claim, index, file: article.claims_file.as_ref()? })
    })
}

/// The rules about one article.
pub fn check(article: &Article, site: &Site, findings: &mut Vec<Diagnostic>) {
    let on = |rule| is_on(&site.settings, rule);
    let known = !site.unread.settings && !site.unread.sources;
    let too_few = known && on(&too_few_independent_sources::RULE);
    let no_primary = known && on(&no_primary_source::RULE);
    let one_sided = known && on(&one_sided_evidence::RULE);
    let not_asked = on(&claimant_not_asked::RULE);
    let not_reviewed = on(&not_reviewed::RULE);
    let own_review = on(&reviewer_is_checker::RULE);
    for standing in standing(article) {
        if too_few {
            too_few_independent_sources::check(standing, site, findings);
        }
        if no_primary {
            no_primary_source::check(standing, site, findings);
        }
        if one_sided {
            one_sided_evidence::check(standing, site, findings);
        }
        if not_asked {
            claimant_not_asked::check(standing, findings);
        }
        if not_reviewed {
            not_reviewed::check(standing, findings);
        }
        if own_review {
            reviewer_is_checker::check(standing, findings);
        }
    }
}

/// The rules about sources.yaml, and those that compare names across the site.
pub fn check_site(site: &Site, findings: &mut Vec<Diagnostic>) {
    if is_on(&site.settings, &anonymous_source::RULE) {
        anonymous_source::check(site, findings);
    }
    if is_on(&site.settings, &same_origin_undeclared::RULE) {
        same_origin_undeclared::check(site, findings);
    }
    let self_sourcing = is_on(&site.settings, &self_sourcing::RULE);
    let undeclared = is_on(&site.settings, &interest_undeclared::RULE);
    let unread = site.unread.sources || site.unread.people || site.unread.settings;
    if unread || !(self_sourcing || undeclared) {
        return;
    }
    let stakes = Stakes::new(site);
    let mut told = BTreeSet::new();
    for standing in site.articles.iter().flat_map(standing) {
        let reported = if self_sourcing {
            self_sourcing::check(standing, site, &stakes, findings)
        } else {
            BTreeSet::new()
        };
        if undeclared {
            let told = &mut told;
            interest_undeclared::check(standing, site, &stakes, (&reported, told), findings);
        }
    }
}
