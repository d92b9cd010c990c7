//! The numbers and dates in the notes, reservations and answers of a translated check.

use super::numbers::{Side, differ};
use super::{Pair, claim_path, place};
use crate::diagnostic::Diagnostic;
use crate::input::KeyPath;
use crate::model::{Asked, Claim, ClaimTranslation};
use crate::number::is_known;

/// The languages as which the numbers of a quote are read: a Spanish of no country may also write
/// `10,000 millones`, and of a language that is not known the digits are read either way.
fn readings(language: &str) -> Vec<&str> {
    match language {
        "es" => vec!["es", "es-MX"],
        known if is_known(known) => vec![known],
        _ => vec!["en", "es"],
    }
}

/// Reports numbers that the original's notes, reservations and answers do not have, or have otherwise.
pub(super) fn check(pair: &Pair<'_>, languages: (&str, &str), findings: &mut Vec<Diagnostic>) {
    for (index, of) in pair.translation.of.iter().enumerate() {
        let Some(of) = *of else { continue };
        let notes = Notes {
            pair,
            languages,
            top: claim_path(index),
            there: claim_path(of),
            texts: &pair.translation.claims[index],
            original: &pair.original.claims[of],
        };
        notes.evidence(findings);
        notes.ledger(findings);
        notes.reservations(findings);
        let asked = (notes.texts.asked.as_ref(), notes.original.asked.as_ref());
        let tops = (notes.top.key("asked"), notes.there.key("asked"));
        findings.extend(answers(asked, tops, |text, due, key, paths| {
            notes.compare((text, due), &[], key, paths)
        }));
    }
    let (own, original) = (&pair.translation.matter.asked, &pair.original.matter.asked);
    let tops = (KeyPath::top().key("asked"), KeyPath::top().key("asked"));
    let articles = (&pair.translation.article, pair.original);
    findings.extend(answers((own.as_ref(), original.as_ref()), tops, |text, due, key, paths| {
        let found = differ(Side(text, languages.0), Side(due, languages.1), &[])?;
        let places = (articles.0.matter_place(paths.0), articles.1.matter_place(paths.1));
        Some(found.report(key, places.0, places.1))
    }));
}

/// The texts of `asked` that differ.
fn answers(
    (own, original): (Option<&Asked>, Option<&Asked>),
    (top, there): (KeyPath, KeyPath),
    compare: impl Fn(&str, &str, &str, (KeyPath, KeyPath)) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let (Some(own), Some(original)) = (own, original) else { return Vec::new() };
    [("answer", &own.answer, &original.answer), ("not", &own.not, &original.not)]
        .into_iter()
        .filter_map(|(key, text, due)| {
            let (text, due) = (text.as_deref()?, due.as_deref()?);
            compare(text, due, key, (top.key(key), there.key(key)))
        })
        .collect()
}

/// The notes of a claim and those of its original.
struct Notes<'a> {
    pair: &'a Pair<'a>,
    /// The translation's and the original's.
    languages: (&'a str, &'a str),
    /// The claim in the translation's file.
    top: KeyPath,
    /// And in the original's.
    there: KeyPath,
    texts: &'a ClaimTranslation,
    original: &'a Claim,
}

impl Notes<'_> {
    /// A note may say in its language what the quote says, or leave that to the quote.
    fn evidence(&self, findings: &mut Vec<Diagnostic>) {
        let of = self.texts.evidence_of(&self.original.evidence);
        for ((at, own), of) in self.texts.evidence.iter().enumerate().zip(of) {
            let (Some(own), Some(of)) = (own.note.as_deref(), of) else { continue };
            let piece = &self.original.evidence[of];
            let readings = readings(self.pair.quote_language(piece));
            let quote = piece.quote.iter();
            let beside: Vec<Side<'_>> =
                quote.flat_map(|quote| readings.iter().map(|it| Side(quote, it))).collect();
            let due = piece.note.as_deref().unwrap_or_default();
            let path = |top: &KeyPath, at: usize| top.key("evidence").index(at).key("note");
            let paths = (path(&self.top, at), path(&self.there, of));
            findings.extend(self.compare((own, due), &beside, "note", paths));
        }
    }

    fn ledger(&self, findings: &mut Vec<Diagnostic>) {
        let of = self.texts.ledger_of(&self.original.ledger);
        for ((at, own), of) in self.texts.ledger.iter().enumerate().zip(of) {
            let (Some(own), Some(of)) = (own.note.as_deref(), of) else { continue };
            let due = self.original.ledger[of].note.as_deref().unwrap_or_default();
            let path = |top: &KeyPath, at: usize| top.key("ledger").index(at).key("note");
            let paths = (path(&self.top, at), path(&self.there, of));
            findings.extend(self.compare((own, due), &[], "note", paths));
        }
    }

    fn reservations(&self, findings: &mut Vec<Diagnostic>) {
        for (key, own) in self.texts.reservations.given() {
            let mut given = self.original.reservations.given();
            let Some((_, due)) = given.find(|(of, _)| *of == key) else { continue };
            let path = |top: &KeyPath| top.key("reservations").key(key);
            let paths = (path(&self.top), path(&self.there));
            findings.extend(self.compare((own, due), &[], key, paths));
        }
    }

    /// What differs between two texts. `beside`: what readers see next to both.
    fn compare(
        &self,
        (own, due): (&str, &str),
        beside: &[Side<'_>],
        key: &str,
        (path, there): (KeyPath, KeyPath),
    ) -> Option<Diagnostic> {
        // An empty one takes the original's out.
        if own.trim().is_empty() {
            return None;
        }
        let found =
            differ(Side(own, self.languages.0), Side(due, self.languages.1), beside)?.of_notes()?;
        let own = place(&self.pair.translation.article, path);
        Some(found.report(key, own, place(self.pair.original, there)))
    }
}
