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

use std::sync::Arc;

use crate::check::is_on;
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

/// The rules about one article. Checks that were withdrawn rest on nothing any more.
pub fn check(article: &Article, site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    let on = |rule| is_on(&site.settings, rule);
    let counts = !site.unread.settings && !site.unread.sources;
    let too_few = counts && on(&too_few_independent_sources::RULE);
    let no_primary = counts && on(&no_primary_source::RULE);
    let one_sided = counts && on(&one_sided_evidence::RULE);
    let names = !site.unread.sources && !site.unread.people && !site.unread.settings;
    let self_sourcing = names && on(&self_sourcing::RULE);
    let undeclared = names && on(&interest_undeclared::RULE);
    let not_asked = on(&claimant_not_asked::RULE);
    let not_reviewed = on(&not_reviewed::RULE);
    let own_review = on(&reviewer_is_checker::RULE);
    for (index, claim) in article.claims.iter().enumerate() {
        // One without an id could not be read.
        if claim.id.is_empty() || claim.is_withdrawn() {
            continue;
        }
        let standing = Standing { article, claim, index, file };
        if too_few {
            too_few_independent_sources::check(standing, site, findings);
        }
        if no_primary {
            no_primary_source::check(standing, site, findings);
        }
        if one_sided {
            one_sided_evidence::check(standing, site, findings);
        }
        let own =
            if self_sourcing { self_sourcing::check(standing, site, findings) } else { Vec::new() };
        if undeclared {
            interest_undeclared::check(standing, site, &own, findings);
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

/// The rules about sources.yaml.
pub fn check_site(site: &Site, findings: &mut Vec<Diagnostic>) {
    if is_on(&site.settings, &anonymous_source::RULE) {
        anonymous_source::check(site, findings);
    }
    if is_on(&site.settings, &same_origin_undeclared::RULE) {
        same_origin_undeclared::check(site, findings);
    }
}
