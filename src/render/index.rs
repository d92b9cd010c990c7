//! Which claims belong to which list. Holds places, not texts, so that it stays small.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::address;
use crate::model::{Article, Claim, PartialDate, Site};

/// A claim's place in the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClaimRef {
    /// Index into the articles.
    pub article: usize,
    /// Index into the article's claims, in the order of the file.
    pub claim: usize,
}

/// An entry of a ledger that readers must see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CorrectionRef {
    /// The claim.
    pub claim: ClaimRef,
    /// Index into its ledger.
    pub entry: usize,
    /// The day.
    pub on: PartialDate,
}

/// The claims of a topic.
#[derive(Debug, Default)]
pub(super) struct Topic<'a> {
    /// The word, as first written.
    pub name: &'a str,
    /// Its claims.
    pub claims: Vec<ClaimRef>,
}

/// The claims that name a source.
#[derive(Debug, Default)]
pub(super) struct Resting {
    /// As evidence.
    pub evidence: Vec<ClaimRef>,
    /// As the place where the statement was made.
    pub statements: Vec<ClaimRef>,
}

/// All lists of claims.
#[derive(Debug, Default)]
pub(super) struct Index<'a> {
    /// All claims, in the order of the articles and of their files.
    pub claims: Vec<ClaimRef>,
    /// By verdict.
    pub verdicts: HashMap<&'a str, Vec<ClaimRef>>,
    /// By the topic's slug.
    pub topics: BTreeMap<String, Topic<'a>>,
    /// By speaker.
    pub speakers: HashMap<&'a str, Vec<ClaimRef>>,
    /// By source.
    pub sources: HashMap<&'a str, Resting>,
    /// By article, newest first.
    pub corrections: BTreeMap<usize, Vec<CorrectionRef>>,
}

impl<'a> Index<'a> {
    /// Walks over a site once.
    pub fn new(site: &'a Site) -> Self {
        let mut index = Self::default();
        for (article_index, article) in site.articles.iter().enumerate() {
            for (claim_index, claim) in article.claims.iter().enumerate() {
                index.add(article, claim, ClaimRef { article: article_index, claim: claim_index });
            }
        }
        for corrections in index.corrections.values_mut() {
            // Of one day, what stands further down in the file came later.
            corrections.reverse();
            corrections.sort_by_key(|place| Reverse(place.on));
        }
        index
    }

    fn add(&mut self, article: &'a Article, claim: &'a Claim, place: ClaimRef) {
        self.claims.push(place);
        for (number, entry) in claim.ledger.iter().enumerate() {
            if entry.must_be_seen() {
                let correction = CorrectionRef { claim: place, entry: number, on: entry.on };
                self.corrections.entry(place.article).or_default().push(correction);
            }
        }
        self.verdicts.entry(claim.listed_verdict()).or_default().push(place);
        if let Some(speaker) = &claim.speaker {
            self.speakers.entry(speaker).or_default().push(place);
        }
        for name in article.topics(claim) {
            let slug = address::slug(name);
            if slug.is_empty() {
                continue;
            }
            let topic = self.topics.entry(slug).or_default();
            if topic.name.is_empty() {
                topic.name = name;
            }
            push_once(&mut topic.claims, place);
        }
        for evidence in &claim.evidence {
            push_once(&mut self.sources.entry(&evidence.source).or_default().evidence, place);
        }
        if let Some(source) = claim.said.as_ref().and_then(|said| said.source.as_deref()) {
            push_once(&mut self.sources.entry(source).or_default().statements, place);
        }
    }
}

fn push_once(places: &mut Vec<ClaimRef>, place: ClaimRef) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}
