//! What all pages share.

use super::{PersonView, Shared, view};

view! {
    /// The site.
    pub struct SiteView {
        /// Its name.
        pub title: String,
        /// One sentence about it.
        pub description: Option<String>,
        /// Its language, as a BCP 47 tag.
        pub language: String,
        /// Where it lives on the web, with a slash at the end.
        pub base_url: Option<String>,
        /// Who publishes it.
        pub publisher: Option<Shared<PersonView>>,
        /// Terms of its own texts.
        pub licence: Option<LicenceView>,
        /// Pages and articles in the navigation.
        pub menu: Vec<LinkView>,
        /// Pages on which the site gives account of itself, as far as they are there: methodology,
        /// corrections, funding, team, contact and how to submit a claim, each page once.
        pub pages: Vec<SitePageView>,
        /// The home page.
        pub home: String,
        /// The list of all claims; null where there are none.
        pub claims: Option<String>,
        /// The index of sources; null where there are none.
        pub sources: Option<String>,
        /// The Atom feed; null without a base URL or dated articles.
        pub feed: Option<String>,
        /// The list of corrections; null where there are no claims.
        pub corrections: Option<String>,
        /// The Atom feed of corrections; null without a base URL or dated checks.
        pub corrections_feed: Option<String>,
    }
}

view! {
    /// A page on which the site gives account of itself.
    pub struct SitePageView {
        /// The first thing that it tells: `methodology`, `corrections`, `funding`, `team`, `contact`
        /// or `submit`.
        pub kind: &'static str,
        /// Its words.
        pub title: String,
        /// Where it is.
        pub address: String,
        /// The language of its words, where it is not the page's.
        pub lang: Option<String>,
    }
}

view! {
    /// A link inside the site.
    pub struct LinkView {
        /// Its words.
        pub title: String,
        /// Where it leads.
        pub address: String,
        /// The language of its words, where it is not the page's.
        pub lang: Option<String>,
    }
}

view! {
    /// The site's logo, as the function `logo()` gives it; it is null where there is none.
    pub struct LogoView {
        /// Where the picture is.
        pub address: String,
        /// The picture for dark pages.
        pub dark: Option<String>,
        /// Its width in pixels, where it can be read.
        pub width: Option<usize>,
        /// Its height.
        pub height: Option<usize>,
    }
}

view! {
    /// Terms of use.
    pub struct LicenceView {
        /// Their name.
        pub name: String,
        /// Their address; null where it may not be linked to.
        pub url: Option<String>,
    }
}
