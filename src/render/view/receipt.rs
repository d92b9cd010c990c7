//! What the machine verified about a claim, in words.

use super::view;

view! {
    /// What was verified when the site was built, and what was not.
    pub struct ReceiptView {
        /// What holds, each a sentence.
        pub verified: Vec<String>,
        /// What could not be verified and why, each a sentence.
        pub unverified: Vec<String>,
        /// Both in a line: `3 things verified, 2 not`.
        pub summary: String,
    }
}
