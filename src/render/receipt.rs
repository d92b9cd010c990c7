//! Receipts in words.

use super::view::ReceiptView;
use crate::check::receipt::{InSeed, Receipt};
use crate::snapshots::{EvidenceAnswer, WhyUnknown};

/// The receipt of a claim, for readers.
pub(super) fn view(receipt: &Receipt<'_>) -> ReceiptView {
    let mut verified =
        vec!["The quoted words stand in the article, in exactly one place.".to_owned()];
    let mut unverified = Vec::new();
    match receipt.seed {
        InSeed::AsReceived => verified.push(
            "They stand word for word in the document under check, as it was received.".to_owned(),
        ),
        InSeed::Edited => verified.push(
            "They stand in the document under check but for a change that the article declares."
                .to_owned(),
        ),
        InSeed::Translated { compared } => {
            if compared {
                verified.push(
                    "The numbers and dates of these texts are those of the original.".to_owned(),
                );
            }
            unverified.push(
                "Whether the translation says what the original says: a program can't judge that."
                    .to_owned(),
            );
        }
        InSeed::NoSeed => unverified.push(
            "Whether the article says what its original said: no copy of an original is kept."
                .to_owned(),
        ),
    }
    evidence(&receipt.evidence, &mut verified, &mut unverified);
    match receipt.figures {
        0 => {}
        1 => verified.push(
            "One number of the explanation was reckoned again from its figures and data."
                .to_owned(),
        ),
        many => verified.push(format!(
            "{many} numbers of the explanation were reckoned again from their figures and data."
        )),
    }
    if receipt.origins > 0 {
        verified.push(format!(
            "As its sources are described, the evidence for and against goes back to {}.",
            count(receipt.origins, "origin", "independent origins"),
        ));
    }
    if receipt.recorded {
        verified.push(
            "The verdict is on record: another one without an entry in the history is refused."
                .to_owned(),
        );
    }
    if receipt.dates {
        verified.push("The dates of the check can all be true together.".to_owned());
    }
    if receipt.unopened > 0 {
        unverified.push(
            "Whether the addresses of the sources still lead there: no page of another site is opened."
                .to_owned(),
        );
    }
    let summary = format!(
        "{} verified, {} not.",
        count(verified.len(), "point", "points"),
        unverified.len(),
    );
    ReceiptView { verified, unverified, summary }
}

/// What was found of the quotations of sources in the copies that are kept of them.
fn evidence(answers: &[&EvidenceAnswer], verified: &mut Vec<String>, unverified: &mut Vec<String>) {
    let number = |is: &dyn Fn(&EvidenceAnswer) -> bool| answers.iter().filter(|it| is(it)).count();
    match number(&|it| matches!(it, EvidenceAnswer::Found { .. })) {
        0 => {}
        1 => verified.push(
            "One quotation of a source stands word for word in the copy that is kept of it."
                .to_owned(),
        ),
        many => verified.push(format!(
            "{many} quotations of sources stand word for word in the copies that are kept of them."
        )),
    }
    for (kind, why) in [
        (Unsaid::NoCopy, "no copy is kept"),
        (Unsaid::NotHere, "what is kept was not at hand"),
        (Unsaid::Unreadable, "what is kept can't be read, or only in part"),
        (Unsaid::TooShort, "too few words are quoted"),
    ] {
        let quotations = match number(&|it| Unsaid::of(it) == Some(kind)) {
            0 => continue,
            1 => "one quotation stands in its source".to_owned(),
            many => format!("{many} quotations stand in their sources"),
        };
        unverified.push(format!("Whether {quotations}: {why}."));
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

/// A number of things: `1 point`, `2 points`.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
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
        evidence(
            &[&found, &none, &silent, &none, &missing, &found],
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
        evidence(&[&silent], &mut Vec::new(), &mut unverified);
        assert_eq!(unverified.len(), 2);
    }
}
