//! What evidence is taken from.

use super::{ClaimLinkView, DateView, Shared, view};

view! {
    /// A source.
    pub struct SourceView {
        /// The id in sources.yaml.
        pub id: String,
        /// The title as printed, or a description.
        pub title: String,
        /// The author as printed.
        pub author: Option<String>,
        /// Who published it.
        pub publisher: Option<String>,
        /// Why neither author nor publisher is named.
        pub anonymous: Option<String>,
        /// Its address; null where there is none that may be linked to.
        pub url: Option<String>,
        /// Its address as written, where it may not be linked to: to be printed as text.
        pub url_text: Option<String>,
        /// When it was published.
        pub published: Option<DateView>,
        /// When it was read.
        pub accessed: Option<DateView>,
        /// Its language, as a BCP 47 tag.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where its language is not written in the page's direction.
        pub dir: Option<&'static str>,
        /// The language of the title.
        pub title_lang: Option<String>,
        /// `ltr` or `rtl`, where the title is not written in the page's direction.
        pub title_dir: Option<&'static str>,
        /// How near it is to the event: `primary`, `secondary` or `tertiary`.
        pub kind: Option<&'static str>,
        /// A stake that the source has in the matter.
        pub interest: Option<String>,
        /// A public archive copy.
        pub archived: Option<String>,
        /// The copy that was read, where it is not `url`.
        pub via: Option<String>,
        /// What a reader should know about it.
        pub note: Option<String>,
        /// Its entry in the index of sources.
        pub address: String,
    }
}

view! {
    /// A source in the index, with what rests on it.
    pub struct SourceEntryView {
        /// The source.
        pub source: Shared<SourceView>,
        /// The claims that name it as evidence: the first 500.
        pub claims: Vec<ClaimLinkView>,
        /// The claims whose statement stands in it: the first 500.
        pub statements: Vec<ClaimLinkView>,
        /// The number of claims that name it as evidence.
        pub claim_count: usize,
        /// The number of claims whose statement stands in it.
        pub statement_count: usize,
    }
}
