//! What a claim is about.

use super::view;

view! {
    /// A topic.
    pub struct TopicView {
        /// The word, as written.
        pub name: String,
        /// The page of its claims.
        pub address: Option<String>,
    }
}
