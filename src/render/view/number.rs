//! A number of figures.yaml, and how it came about.

use super::{DateView, Shared, SourceView, view};

view! {
    /// A quantity or a sum, with everything that a reader needs to reckon it anew.
    pub struct NumberView {
        /// The id of its entry on the page; prose links to it.
        pub id: String,
        /// Its name in words: `pledge 2023`.
        pub name: String,
        /// `quantity` or `sum`.
        pub kind: &'static str,
        /// As prose shows it: `about $204 billion`.
        pub shown: String,
        /// The language of that, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The number in full, with what it counts: `20,000,000,000 USD of 1961`.
        pub full: String,
        /// How a sum was reckoned, with its result:
        /// `20,000,000,000 USD of 1961 × 304.702 ÷ 29.9 = 203,814,046,822.74… USD of 2023`.
        pub working: Option<String>,
        /// How it was drawn from a data file.
        pub drawn: Option<DrawnView>,
        /// How it was rounded: `3 significant digits`.
        pub rounding: Option<String>,
        /// The rounded number in full; only with `rounding`.
        pub rounded: Option<String>,
        /// The numbers that a sum was reckoned from.
        pub inputs: Vec<NumberLinkView>,
        /// The day, month or year it holds for.
        pub on: Option<DateView>,
        /// Where a quantity is from.
        pub source: Option<Shared<SourceView>>,
        /// What a reader should know about it.
        pub note: Option<String>,
    }
}

view! {
    /// Another number on the same page.
    pub struct NumberLinkView {
        /// The id of its entry.
        pub id: String,
        /// Its name in words.
        pub name: String,
        /// As prose shows it.
        pub shown: String,
    }
}

view! {
    /// How a number was drawn from a data file.
    pub struct DrawnView {
        /// What was done with the column: `sum of`, `mean of`, `value of` or `share of`.
        pub operation: String,
        /// The column.
        pub column: String,
        /// Which rows, in words: `fiscal_year 1961 to 1970`; empty where all were taken.
        pub rows: String,
        /// How many rows there were.
        pub count: usize,
        /// The result before it was rounded.
        pub result: String,
        /// The name of the file.
        pub file: String,
        /// Where the file can be downloaded.
        pub address: Option<String>,
        /// What a reader should know about the file.
        pub note: Option<String>,
    }
}
