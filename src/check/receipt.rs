//! The receipt of a claim: what the machine verified about it, what it could not, and why.
//!
//! A receipt is made from what the stages left behind and says nothing of its own: a fact that no
//! stage established is not on it.

use super::rules::dates::dates_contradict;
use super::rules::verdict_changed_silently;
use super::{CheckedSite, level, weighing};
use crate::diagnostic::{Level, Rule};
use crate::figures::Kind;
use crate::model::{Article, Claim};
use crate::snapshots::EvidenceAnswer;

/// What was verified about a claim, and what not.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt<'a> {
    /// Whether the quoted words stand in the document under check.
    pub seed: InSeed,
    /// The independent origins of what speaks for or against the claim.
    pub origins: usize,
    /// For each piece of evidence, whether the copy of its source holds the words it quotes.
    pub evidence: Vec<&'a EvidenceAnswer>,
    /// Numbers that the explanation shows and that were computed: sums, and what was drawn from data
    /// files. A number that is only written down proves nothing.
    pub figures: usize,
    /// Whether another verdict than the recorded one would be refused.
    pub recorded: bool,
    /// Whether the dates of the check were held against one another.
    pub dates: bool,
    /// Addresses of other sites that the evidence leads to. None of them is opened by a build.
    pub unopened: usize,
}

/// Whether quoted words stand in the document under check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InSeed {
    /// As they were received.
    AsReceived,
    /// But for an edit that the article declares and shows.
    Edited,
    /// They are a translation; whether its numbers were compared with the original's.
    Translated {
        /// Whether they were.
        compared: bool,
    },
    /// No document under check is kept.
    #[default]
    NoSeed,
}

impl CheckedSite {
    /// The receipt of a claim, named by the places of its article and in its article's file.
    pub fn receipt(&self, article: usize, claim: usize) -> Receipt<'_> {
        let of = &self.site.articles[article];
        let seeds = self.in_seed.get(article).map_or(&[][..], Vec::as_slice);
        let claim_of = &of.claims[claim];
        Receipt {
            seed: seeds.get(claim).copied().unwrap_or_default(),
            origins: weighing::weigh(claim_of, &self.site.sources).map_or(0, |w| w.origins.len()),
            evidence: (0..claim_of.evidence.len())
                .map(|number| self.snapshots.answer(article, claim, number))
                .collect(),
            figures: self.figures(article, claim),
            recorded: self.stands_on(&verdict_changed_silently::RULE),
            dates: self.stands_on(&dates_contradict::RULE),
            unopened: self.unopened(claim_of),
        }
    }

    /// Whether the site would have been refused if the rule had found anything.
    pub(super) fn stands_on(&self, rule: &Rule) -> bool {
        level(&self.site.settings, rule) == Level::Deny
    }

    fn figures(&self, article: usize, claim: usize) -> usize {
        let Some(computed) = self.computed.get(article) else { return 0 };
        let shown = computed.in_claim(claim).iter().filter_map(|id| computed.value(id));
        shown
            .filter(|value| value.holds && (value.kind == Kind::Sum || value.drawn.is_some()))
            .count()
    }

    fn unopened(&self, claim: &Claim) -> usize {
        let with_address = claim.evidence.iter().filter(|evidence| {
            self.site.sources.get(&evidence.source).is_some_and(|source| source.url.is_some())
        });
        with_address.count()
    }
}

/// Whether the quotes of an article stand in its seed as received.
pub(super) fn in_seed(article: &Article) -> Vec<InSeed> {
    let Some(seed) = &article.seed else { return vec![InSeed::NoSeed; article.claims.len()] };
    // Without edits the article is its seed, or the site was refused.
    if article.matter.edits.is_empty() {
        return vec![InSeed::AsReceived; article.claims.len()];
    }
    let seed = crate::anchor::normal(&seed.text);
    let answer = |claim: &Claim| {
        let quote = crate::anchor::normal(&claim.quote);
        if seed.contains(quote.trim()) { InSeed::AsReceived } else { InSeed::Edited }
    };
    article.claims.iter().map(answer).collect()
}
