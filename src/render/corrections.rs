//! What was corrected or withdrawn, for the pages that say so.

use super::context::SiteContext;
use super::index::{ClaimRef, CorrectionRef};
use super::view::{CorrectionView, LedgerView, VerdictCountView};
use crate::address;
use crate::model::{Claim, LedgerKind, PartialDate, VOID};
use crate::words::Words;

/// How many of some claims came to which verdict.
pub(super) struct Tally {
    /// Checks that stand.
    pub standing: usize,
    /// Of these, how many came to each verdict that occurs, in the order of the scale.
    pub counts: Vec<VerdictCountView>,
    /// Checks that were withdrawn, where there are any.
    pub withdrawn: Option<VerdictCountView>,
}

/// The word for a kind of entry, for readers.
pub(super) fn label(kind: LedgerKind, words: &Words) -> &str {
    words.get(match kind {
        LedgerKind::Created => "ledger_created",
        LedgerKind::Minor => "ledger_minor",
        LedgerKind::Update => "ledger_update",
        LedgerKind::Correction => "ledger_correction",
        LedgerKind::Void => "ledger_void",
    })
}

impl SiteContext<'_> {
    /// Counts claims by verdict, withdrawn ones apart.
    pub fn tally<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Tally {
        let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
        for claim in claims {
            *counts.entry(claim.listed_verdict()).or_default() += 1;
        }
        let count = |id: &str| {
            Some(VerdictCountView { verdict: self.verdict(id), count: *counts.get(id)? })
        };
        let withdrawn = count(VOID);
        let standing = counts.values().sum::<usize>() - withdrawn.as_ref().map_or(0, |it| it.count);
        let scale = self.settings().verdicts.iter().map(|verdict| verdict.id.as_str());
        Tally { standing, counts: scale.filter_map(count).collect(), withdrawn }
    }

    /// An entry of a claim's ledger.
    pub fn ledger_entry(&self, claim: &Claim, number: usize) -> LedgerView {
        let entry = &claim.ledger[number];
        let former = claim.verdict_before(number);
        let verdict = match entry.kind {
            LedgerKind::Void => VOID,
            _ => claim.verdict_after(number),
        };
        LedgerView {
            on: self.date(entry.on),
            kind: entry.kind.word(),
            label: label(entry.kind, self.words()).to_owned(),
            former: former.map(|former| self.verdict(former)),
            verdict: former.map(|_| self.verdict(verdict)),
            note: entry.note.clone(),
            note_lang: entry.note_lang.clone(),
            note_dir: entry.note_lang.as_ref().and_then(|it| self.foreign(it).1),
        }
    }

    /// A correction, with the claim it is about.
    pub fn correction(&self, place: CorrectionRef) -> CorrectionView {
        let claim = &self.site().articles[place.claim.article].claims[place.claim.claim];
        CorrectionView {
            entry: self.ledger_entry(claim, place.entry),
            claim: self.row(place.claim),
            note_id: format!("n-{}", claim.id),
        }
    }

    /// The corrections of one article, newest first.
    pub fn corrections_of(&self, article: usize) -> Vec<CorrectionView> {
        let own = self.index.corrections.get(&article).map_or(&[][..], Vec::as_slice);
        own.iter().map(|place| self.correction(*place)).collect()
    }

    /// All corrections, newest first.
    pub fn all_corrections(&self) -> Vec<CorrectionRef> {
        let mut all: Vec<_> = self.index.corrections.values().flatten().copied().collect();
        all.sort_by_key(|place| (std::cmp::Reverse(place.on), place.claim.article));
        all
    }

    /// The day on which something in an article was last corrected.
    pub fn last_correction(&self, article: usize) -> Option<PartialDate> {
        let claims = &self.site().articles[article].claims;
        let is_correction = |place: &&CorrectionRef| {
            claims[place.claim.claim].ledger[place.entry].kind == LedgerKind::Correction
        };
        self.index.corrections.get(&article)?.iter().find(is_correction).map(|place| place.on)
    }

    /// What a correction is known by for ever, in feeds: the claim's address and the entry's kind and
    /// day; of several of one kind and day the second is `-2`.
    pub fn correction_id(&self, place: CorrectionRef) -> Option<String> {
        let ClaimRef { article, claim } = place.claim;
        let article = &self.site().articles[article];
        let claim = &article.claims[claim];
        let entry = &claim.ledger[place.entry];
        let is_same =
            |other: &&crate::model::LedgerEntry| other.kind == entry.kind && other.on == entry.on;
        let before = claim.ledger[..place.entry].iter().filter(is_same).count();
        let number = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        let url = self.absolute(&address::claim(&article.slug, &claim.id))?;
        Some(format!("{url}#{}-{}{number}", entry.kind.word(), entry.on))
    }
}
