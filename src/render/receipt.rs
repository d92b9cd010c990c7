//! Receipts in words.

use super::view::ReceiptView;
use crate::check::receipt::{InSeed, Receipt};

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
        InSeed::NoSeed => unverified.push(
            "Whether the article says what its original said: no copy of an original is kept."
                .to_owned(),
        ),
    }
    if receipt.origins > 0 {
        verified.push(format!(
            "The evidence for and against goes back to {}.",
            count(receipt.origins, "origin", "independent origins"),
        ));
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

/// A number of things: `1 point`, `2 points`.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
