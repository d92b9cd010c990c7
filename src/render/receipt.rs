//! Receipts in words.

use super::view::ReceiptView;
use crate::check::receipt::{InSeed, Receipt};
use crate::snapshots::{EvidenceAnswer, WhyUnknown};
use crate::words::Words;

/// The receipt of a claim, for readers.
pub(super) fn view(receipt: &Receipt<'_>, words: &Words) -> ReceiptView {
    let say = |word: &str| words.get(word).to_owned();
    let mut verified = vec![say("receipt_quote")];
    let mut unverified = Vec::new();
    match receipt.seed {
        InSeed::AsReceived => verified.push(say("receipt_seed_as_received")),
        InSeed::Edited => verified.push(say("receipt_seed_edited")),
        InSeed::Translated { compared } => {
            if compared {
                verified.push(say("receipt_translation_numbers"));
            }
            unverified.push(say("receipt_translation"));
        }
        InSeed::NoSeed => unverified.push(say("receipt_no_seed")),
    }
    evidence(&receipt.evidence, words, &mut verified, &mut unverified);
    if receipt.figures > 0 {
        verified.push(words.say("receipt_figures", &[("n", receipt.figures.into())]));
    }
    if receipt.origins > 0 {
        verified.push(words.say("receipt_origins", &[("n", receipt.origins.into())]));
    }
    if receipt.recorded {
        verified.push(say("receipt_recorded"));
    }
    if receipt.dates {
        verified.push(say("receipt_dates"));
    }
    if receipt.unopened > 0 {
        unverified.push(say("receipt_unopened"));
    }
    let counts = [("n", verified.len().into()), ("unverified", unverified.len().into())];
    let summary = words.say("receipt_summary", &counts);
    ReceiptView { verified, unverified, summary }
}

/// What was found of the quotations of sources in the copies that are kept of them.
fn evidence(
    answers: &[&EvidenceAnswer],
    words: &Words,
    verified: &mut Vec<String>,
    unverified: &mut Vec<String>,
) {
    let number = |is: &dyn Fn(&EvidenceAnswer) -> bool| answers.iter().filter(|it| is(it)).count();
    let found = number(&|it| matches!(it, EvidenceAnswer::Found { .. }));
    if found > 0 {
        verified.push(words.say("receipt_quotations", &[("n", found.into())]));
    }
    for (kind, word) in [
        (Unsaid::NoCopy, "receipt_no_copy"),
        (Unsaid::NotHere, "receipt_not_here"),
        (Unsaid::Unreadable, "receipt_unreadable"),
        (Unsaid::TooShort, "receipt_too_short"),
    ] {
        let unsaid = number(&|it| Unsaid::of(it) == Some(kind));
        if unsaid > 0 {
            unverified.push(words.say(word, &[("n", unsaid.into())]));
        }
    }
}

/// Why nothing is said about a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unsaid {
    NoCopy,
    NotHere,
    Unreadable,
    TooShort,
}

impl Unsaid {
    fn of(answer: &EvidenceAnswer) -> Option<Self> {
        let EvidenceAnswer::Unknown(why) = answer else { return None };
        match why {
            // Nothing is quoted that could be looked for.
            WhyUnknown::NoQuote => None,
            WhyUnknown::NoSnapshot => Some(Self::NoCopy),
            WhyUnknown::Missing(_) | WhyUnknown::Changed(_) => Some(Self::NotHere),
            WhyUnknown::Unreadable(..) | WhyUnknown::PartlyRead(_) => Some(Self::Unreadable),
            WhyUnknown::TooShort => Some(Self::TooShort),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_counted_by_what_is_known_of_them() {
        let found = EvidenceAnswer::Found { path: "snapshots/a.html".to_owned(), captured: None };
        let unknown = |why| EvidenceAnswer::Unknown(why);
        let none = unknown(WhyUnknown::NoSnapshot);
        let missing = unknown(WhyUnknown::Missing("snapshots/b.html".to_owned()));
        let silent = unknown(WhyUnknown::NoQuote);
        let (mut verified, mut unverified) = (Vec::new(), Vec::new());
        let words = crate::words::Library::built_in().words("en");
        evidence(
            &[&found, &none, &silent, &none, &missing, &found],
            &words,
            &mut verified,
            &mut unverified,
        );
        assert_eq!(
            verified,
            ["2 quotations of sources stand word for word in the copies that are kept of them."]
        );
        assert_eq!(
            unverified,
            [
                "Whether 2 quotations stand in their sources: no copy is kept.",
                "Whether one quotation stands in its source: what is kept was not at hand.",
            ]
        );
        evidence(&[&silent], &words, &mut Vec::new(), &mut unverified);
        assert_eq!(unverified.len(), 2);
    }
}
