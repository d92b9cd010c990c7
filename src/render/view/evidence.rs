//! A source and what it shows about a claim.

use super::{Shared, SourceView, view};

view! {
    /// A piece of evidence.
    pub struct EvidenceView {
        /// The source.
        pub source: Shared<SourceView>,
        /// The source's exact words.
        pub quote: Option<String>,
        /// The language of the quote, where it is not the page's and the article's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the direction of both.
        pub dir: Option<&'static str>,
        /// `supports`, `refutes` or `context`.
        pub stance: &'static str,
        /// The stance in words: `Supports the statement`.
        pub stance_text: String,
        /// What it shows, in our words.
        pub note: Option<String>,
        /// The language of the note, where a translation has none of its own.
        pub note_lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the direction of page and article.
        pub note_dir: Option<&'static str>,
    }
}
