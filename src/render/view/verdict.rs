//! An entry of the rating scale.

use super::{Shared, view};

view! {
    /// An entry of the rating scale. The label carries the meaning; the tone only repeats it.
    pub struct VerdictView {
        /// The id, such as `mostly-true`; `void` for a withdrawn check.
        pub id: String,
        /// The word that readers see.
        pub label: String,
        /// What the word means.
        pub meaning: Option<String>,
        /// The rating for machines; null where the verdict gives none.
        pub rating: Option<i32>,
        /// `good`, `mixed`, `bad` or `open`: for colour and line style only.
        pub tone: &'static str,
        /// The page of its claims; null where there are none.
        pub address: Option<String>,
    }
}

view! {
    /// How many checks came to a verdict.
    pub struct VerdictCountView {
        /// The verdict.
        pub verdict: Shared<VerdictView>,
        /// The number of checks, at least 1.
        pub count: usize,
    }
}
