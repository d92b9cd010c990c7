//! The receipt of a claim: what the machine verified about it, what it could not, and why.
//!
//! A receipt is made from what the stages left behind and says nothing of its own: a fact that no
//! stage established is not on it.

use crate::model::{Article, Claim, SourceKind};

use super::CheckedSite;

/// What was verified about a claim, and what not.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt<'a> {
    /// Whether the quoted words stand in the document under check.
    pub seed: InSeed,
    /// The claim's evidence, weighed.
    pub weight: Weight,
    /// Addresses of other sites that the evidence leads to. None of them is opened by a build.
    pub unopened: usize,
    /// The claim.
    pub claim: &'a Claim,
}

/// Whether quoted words stand in the document under check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InSeed {
    /// As they were received.
    AsReceived,
    /// But for an edit that the article declares and shows.
    Edited,
    /// No document under check is kept.
    #[default]
    NoSeed,
}

/// What the evidence of a claim comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// Pieces of evidence.
    pub pieces: usize,
    /// Origins that they go back to.
    pub origins: usize,
    /// Pieces from primary sources.
    pub primary: usize,
}

impl CheckedSite {
    /// The receipt of a claim, named by the places of its article and in its article's file.
    pub fn receipt(&self, article: usize, claim: usize) -> Receipt<'_> {
        let of = &self.site.articles[article];
        let seeds = self.in_seed.get(article).map_or(&[][..], Vec::as_slice);
        let claim_of = &of.claims[claim];
        Receipt {
            seed: seeds.get(claim).copied().unwrap_or_default(),
            weight: self.weight(claim_of),
            unopened: self.unopened(claim_of),
            claim: claim_of,
        }
    }

    fn weight(&self, claim: &Claim) -> Weight {
        let mut origins: Vec<&str> = Vec::with_capacity(claim.evidence.len());
        let mut primary = 0;
        for evidence in &claim.evidence {
            let Some(source) = self.site.sources.get(&evidence.source) else { continue };
            origins.push(source.origin.as_deref().unwrap_or(&evidence.source));
            primary += usize::from(source.kind == Some(SourceKind::Primary));
        }
        origins.sort_unstable();
        origins.dedup();
        Weight { pieces: claim.evidence.len(), origins: origins.len(), primary }
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
