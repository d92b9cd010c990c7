//! What every page has, and plain pages.

use super::{Html, Shared, VerdictView, view};

view! {
    /// The head of a page.
    pub struct PageHead {
        /// What kind of page it is: `home`, `article`, `claim`, `claims`, `corrections`, `moved`,
        /// `sources`, `page` or `404`.
        pub kind: &'static str,
        /// The title, without the site's.
        pub title: String,
        /// One sentence for search results.
        pub description: Option<String>,
        /// The language of its frame, as a BCP 47 tag: the article's or plain page's own, where there
        /// are words in it, or else the site's.
        pub language: String,
        /// `rtl` where that language is written from right to left; else null.
        pub dir: Option<&'static str>,
        /// Its address on the web; null without a base URL.
        pub canonical: Option<String>,
        /// The way to the site's top, such as `../../`: stands before every `address`.
        pub root: String,
        /// Structured data, ready to stand in a script element.
        pub json_ld: Option<Html>,
        /// The plain page's address in the menu that is the page itself.
        pub address: String,
        /// The page in each language that has it, itself included, the original first; empty where
        /// there is no other.
        pub alternates: Vec<AlternateView>,
    }
}

view! {
    /// A page in one of the languages of the site.
    pub struct AlternateView {
        /// The language, as a BCP 47 tag.
        pub language: String,
        /// The language's name in itself: `Español`.
        pub name: String,
        /// `rtl` where it is written from right to left; else null.
        pub dir: Option<&'static str>,
        /// Where the page is.
        pub address: String,
        /// Its address on the web; null without a base URL.
        pub url: Option<String>,
        /// Whether it is this page.
        pub current: bool,
    }
}

view! {
    /// A plain page.
    pub struct PlainPageView {
        /// Its slug, such as `methodology`.
        pub slug: String,
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The heading, with its emphasis.
        pub title_html: Html,
        /// The text.
        pub html: Html,
        /// The rating scale, for the page `methodology` to print; empty on other pages.
        pub scale: Vec<Shared<VerdictView>>,
    }
}
