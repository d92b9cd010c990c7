//! Someone who speaks, checks or publishes.

use super::view;

view! {
    /// A person or an organization.
    pub struct PersonView {
        /// The id in people.yaml.
        pub id: String,
        /// The name, as it is to be printed.
        pub name: String,
        /// `person` or `organization`.
        pub kind: &'static str,
        /// What they are or were, in a few words.
        pub role: Option<String>,
        /// Their own page; null where it is no address that may be linked to.
        pub url: Option<String>,
        /// Pages that say who they are.
        pub same_as: Vec<String>,
        /// The page of what they said; null where they said nothing that was checked.
        pub address: Option<String>,
    }
}
