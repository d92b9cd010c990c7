//! Lists of claims.

use super::{PersonView, Shared, VerdictView, view};

view! {
    /// What a list of claims holds.
    pub struct ListView {
        /// `claims`, `verdict`, `topic` or `speaker`.
        pub kind: &'static str,
        /// The heading, without the verdict, topic or speaker.
        pub title: String,
        /// The verdict, in the list of a verdict.
        pub verdict: Option<Shared<VerdictView>>,
        /// The speaker, in the list of a speaker.
        pub speaker: Option<Shared<PersonView>>,
        /// The topic's name, in the list of a topic.
        pub topic: Option<String>,
        /// The number of claims on all pages of the list.
        pub count: usize,
        /// Ways to narrow the list of all claims down: by verdict, topic and speaker.
        pub verdicts: Vec<FilterView>,
        /// By topic.
        pub topics: Vec<FilterView>,
        /// By speaker.
        pub speakers: Vec<FilterView>,
    }
}

view! {
    /// A link to a narrower list.
    pub struct FilterView {
        /// The word for it.
        pub label: String,
        /// Its page.
        pub address: String,
        /// The number of claims on it.
        pub count: usize,
    }
}

view! {
    /// Where a page stands in a list of several pages.
    pub struct PagingView {
        /// Its number, from 1.
        pub number: usize,
        /// The number of pages.
        pub pages: usize,
        /// The page before.
        pub previous: Option<String>,
        /// The page after.
        pub next: Option<String>,
    }
}
