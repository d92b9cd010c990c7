//! Original and translation in one: the article as the readers of the translation see it.

use std::sync::Arc;

use super::figures;
use crate::address;
use crate::input::InputFile;
use crate::model::{
    Asked, Claim, ClaimTranslation, Evidence, LedgerEntry, Origin, Reservations, Translation,
    TranslationOf,
};

/// The files of a translation, and where front matter and body of the text start.
pub(super) struct Files {
    pub file: Arc<InputFile>,
    pub matter_start: usize,
    pub body_start: usize,
    pub claims_file: Option<Arc<InputFile>>,
    pub figures_file: Option<Arc<InputFile>>,
}

/// Puts the texts of a translation into its article, which comes in as the original.
pub(super) fn join(translation: &mut Translation, files: Files, site_language: &str) {
    let Translation { language, matter, claims, of, figures, article, .. } = translation;
    let original = article.language(site_language).to_owned();
    article.translation = Some(TranslationOf {
        slug: article.slug.clone(),
        language: original.clone(),
        translated: matter.translated.clone(),
        note: matter.note.clone(),
        topics: matter.topics.clone(),
    });
    let into = |slug: &str| address::translated(language, slug);
    article.matter.formerly.iter_mut().for_each(|former| *former = into(former));
    article.slug = into(&article.slug);
    // The words of a translation are not those of the document under check, nor of our edits of it.
    article.seed = None;
    article.matter.seed = None;
    article.matter.edits.clear();
    // They are published once, beside the original.
    article.attachments.clear();
    article.matter.title.clone_from(&matter.title);
    article.matter.dek.clone_from(&matter.dek);
    article.matter.language = Some(language.clone());
    if let (Some(asked), Some(texts)) = (&mut article.matter.asked, &matter.asked) {
        ask(asked, texts);
    }
    if let (Some(rights), Some(texts)) = (&mut article.matter.text, &matter.text) {
        if let Some(licence) = &texts.licence {
            rights.licence.clone_from(licence);
        }
        rights.note = texts.note.clone().or(rights.note.take());
    }
    let originals = std::mem::take(&mut article.claims);
    let placeholder = Claim { origin: Origin::Own, ..Claim::default() };
    article.claims = claims
        .iter()
        .zip(of.iter())
        .map(|(texts, of)| {
            // One without an original is reported, and never shown.
            let claim = of.and_then(|of| originals.get(of)).unwrap_or(&placeholder);
            let mut claim = claim_of(texts, claim, &original);
            for former in claim.formerly.iter_mut().filter(|former| former.contains('/')) {
                *former = into(former);
            }
            claim
        })
        .collect();
    figures::join(article, figures);
    article.file = files.file;
    article.matter_start = files.matter_start;
    article.body_start = files.body_start;
    article.claims_file = files.claims_file;
    if files.figures_file.is_some() {
        article.figures_file = files.figures_file;
    }
}

fn ask(asked: &mut Asked, texts: &Asked) {
    for (text, translated) in [(&mut asked.answer, &texts.answer), (&mut asked.not, &texts.not)] {
        if text.is_some() && translated.is_some() {
            text.clone_from(translated);
        }
    }
}

/// A claim with the texts of its translation. `language`: the original's.
fn claim_of(texts: &ClaimTranslation, original: &Claim, language: &str) -> Claim {
    let mut claim = original.clone();
    claim.id.clone_from(&texts.id);
    claim.quote.clone_from(&texts.quote);
    claim.prefix.clone_from(&texts.prefix);
    claim.suffix.clone_from(&texts.suffix);
    claim.finding.clone_from(&texts.finding);
    for (text, translated) in [
        (&mut claim.claim, &texts.claim),
        (&mut claim.explanation, &texts.explanation),
        (&mut claim.would_change, &texts.would_change),
    ] {
        text.clone_from(translated);
    }
    reserve(&mut claim.reservations, &texts.reservations);
    if let (Some(asked), Some(texts)) = (&mut claim.asked, &texts.asked) {
        ask(asked, texts);
    }
    let of = texts.evidence_of(&claim.evidence);
    let notes = by_place(of, texts.evidence.iter().map(|texts| &texts.note), claim.evidence.len());
    for (evidence, own) in claim.evidence.iter_mut().zip(notes) {
        put_note(own, &mut evidence.note, &mut evidence.note_lang, language);
    }
    let of = texts.ledger_of(&claim.ledger);
    let notes = by_place(of, texts.ledger.iter().map(|texts| &texts.note), claim.ledger.len());
    for (entry, own) in claim.ledger.iter_mut().zip(notes) {
        put_note(own, &mut entry.note, &mut entry.note_lang, language);
    }
    claim
}

/// Notes by the places of the pieces that they belong to.
fn by_place<'t>(
    of: Vec<Option<usize>>,
    notes: impl Iterator<Item = &'t Option<String>>,
    pieces: usize,
) -> Vec<Option<&'t String>> {
    let mut by_place = vec![None; pieces];
    for (place, note) in of.into_iter().zip(notes) {
        if let Some(place) = place {
            by_place[place] = note.as_ref();
        }
    }
    by_place
}

fn put_note(
    own: Option<&String>,
    note: &mut Option<String>,
    note_lang: &mut Option<String>,
    language: &str,
) {
    match own.map(String::as_str) {
        // An empty one takes the original's out, which only translates what needs no translation here.
        Some("") => *note = None,
        Some(own) => *note = Some(own.to_owned()),
        None => *note_lang = note.as_ref().map(|_| language.to_owned()),
    }
}

fn reserve(reservations: &mut Reservations, texts: &Reservations) {
    let Reservations { few_sources, no_primary, one_sided, not_reviewed } = reservations;
    for (text, translated) in [
        (few_sources, &texts.few_sources),
        (no_primary, &texts.no_primary),
        (one_sided, &texts.one_sided),
        (not_reviewed, &texts.not_reviewed),
    ] {
        if text.is_some() && translated.is_some() {
            text.clone_from(translated);
        }
    }
}

impl ClaimTranslation {
    /// For each of its notes of evidence, the place of the piece that it belongs to: the next one of
    /// its source (and quote), or the one at its own place. None where there is none.
    pub fn evidence_of(&self, evidence: &[Evidence]) -> Vec<Option<usize>> {
        places(&self.evidence, evidence, |note, piece| {
            let names = note.source.is_some() || note.quote.is_some();
            names.then(|| {
                note.source.as_ref().is_none_or(|it| *it == piece.source)
                    && note.quote.as_ref().is_none_or(|it| Some(it) == piece.quote.as_ref())
            })
        })
    }

    /// For each of its notes of the history, the place of the entry that it belongs to: the next one of
    /// its day and kind, or the one at its own place. None where there is none.
    pub fn ledger_of(&self, ledger: &[LedgerEntry]) -> Vec<Option<usize>> {
        places(&self.ledger, ledger, |note, entry| {
            let names = note.on.is_some() || note.kind.is_some();
            names.then(|| {
                note.on.is_none_or(|on| on == entry.on)
                    && note.kind.is_none_or(|kind| kind == entry.kind)
            })
        })
    }
}

/// For each note the first free piece that fits. `fits`: whether a piece is the one that a note names;
/// none where it names nothing and belongs to the piece at its own place.
fn places<N, P>(
    notes: &[N],
    pieces: &[P],
    fits: impl Fn(&N, &P) -> Option<bool>,
) -> Vec<Option<usize>> {
    let mut is_taken = vec![false; pieces.len()];
    let mut of = Vec::with_capacity(notes.len());
    for (place, note) in notes.iter().enumerate() {
        let fits = |at: &usize| fits(note, &pieces[*at]).unwrap_or(*at == place);
        let found = (0..pieces.len()).find(|at| !is_taken[*at] && fits(at));
        if let Some(found) = found {
            is_taken[found] = true;
        }
        of.push(found);
    }
    of
}
