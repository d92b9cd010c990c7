//! One explainer.

use super::{
    ActView, AskedView, ChartView, ClaimView, CorrectionView, DateView, Html, LinkView, PersonView,
    Shared, TopicView, VerdictCountView, view,
};

view! {
    /// An article, as lists and claim pages name it.
    pub struct ArticleSummaryView {
        /// Its page.
        pub address: String,
        /// The headline, as text.
        pub title: String,
        /// One or two sentences under the headline.
        pub dek: Option<String>,
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// When this annotated version was published.
        pub published: Option<DateView>,
        /// When it was last changed in substance.
        pub updated: Option<DateView>,
        /// Who made the fact-check.
        pub by: Vec<Shared<PersonView>>,
        /// The number of checks, withdrawn ones too.
        pub claim_count: usize,
        /// The number of checks that stand.
        pub standing_count: usize,
        /// These per verdict, in the order of the scale; only verdicts that occur.
        pub counts: Vec<VerdictCountView>,
        /// Checks that were withdrawn; null where there are none.
        pub withdrawn: Option<VerdictCountView>,
        /// The day of the newest correction.
        pub corrected: Option<DateView>,
    }
}

view! {
    /// An article on its own page.
    pub struct ArticleView {
        /// Its page.
        pub address: String,
        /// The headline, as text.
        pub title: String,
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The headline with its emphasis and its marks.
        pub title_html: Html,
        /// One or two sentences under the headline.
        pub dek: Option<String>,
        /// Who made the fact-check.
        pub by: Vec<Shared<PersonView>>,
        /// When this annotated version was published.
        pub published: Option<DateView>,
        /// When it was last changed in substance.
        pub updated: Option<DateView>,
        /// Topics of the whole article.
        pub topics: Vec<TopicView>,
        /// Whose text it is, where it is a document under check.
        pub text: Option<TextRightsView>,
        /// What it is a translation of, where it is one.
        pub translation: Option<TranslationView>,
        /// Whether those who speak in it were asked for comment.
        pub asked: Option<AskedView>,
        /// Who made all its checks, and when, where that is the same for several.
        pub checked: Option<ActView>,
        /// Who reviewed them all, and when.
        pub reviewed: Option<ActView>,
        /// How many of its checkable statements have a check, where the site shows it.
        pub coverage: Option<CoverageView>,
        /// Declared departures from the document under check.
        pub edits: Vec<EditView>,
        /// Whether a document under check was compared with the text.
        pub has_seed: bool,
        /// The number of checks, withdrawn ones too.
        pub claim_count: usize,
        /// The number of checks that stand.
        pub standing_count: usize,
        /// These per verdict, in the order of the scale; only verdicts that occur.
        pub counts: Vec<VerdictCountView>,
        /// Checks that were withdrawn; null where there are none.
        pub withdrawn: Option<VerdictCountView>,
        /// The day of the newest correction.
        pub corrected: Option<DateView>,
        /// Corrections and withdrawals of its checks, newest first.
        pub corrections: Vec<CorrectionView>,
        /// Claims whose words are in the headline: their notes follow it.
        pub title_notes: Vec<Shared<ClaimView>>,
        /// The text, cut where notes stand.
        pub parts: Vec<PartView>,
        /// Whether it has charts, wherever they stand.
        pub has_charts: bool,
        /// Charts that stand after the text: those that have no place in it.
        pub charts: Vec<Shared<ChartView>>,
    }
}

view! {
    /// What an article is a translation of.
    pub struct TranslationView {
        /// Who translated it.
        pub by: Vec<Shared<PersonView>>,
        /// When.
        pub on: Option<DateView>,
        /// The original.
        pub original: LinkView,
        /// The original's language, as a BCP 47 tag.
        pub language: String,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// What a reader should know about the translation.
        pub note: Option<String>,
    }
}

view! {
    /// How many of an article's checkable statements have a check. They are found by rules of
    /// language, so the numbers are an estimate.
    pub struct CoverageView {
        /// Statements with a check.
        pub covered: usize,
        /// All of them.
        pub statements: usize,
    }
}

view! {
    /// A stretch of an article's text and what follows it: notes and a chart.
    pub struct PartView {
        /// The text.
        pub html: Html,
        /// Whether that is whole HTML by itself: notes in a list stand between parts of which one
        /// opens elements that another closes.
        pub whole: bool,
        /// Claims whose words end in it.
        pub notes: Vec<Shared<ClaimView>>,
        /// The chart that the author put after it.
        pub chart: Option<Shared<ChartView>>,
    }
}

view! {
    /// Whose text a document under check is.
    pub struct TextRightsView {
        /// Author or publisher.
        pub by: String,
        /// The original's title.
        pub title: Option<String>,
        /// The original's address; null where it may not be linked to.
        pub url: Option<String>,
        /// That address as written, where it may not be linked to.
        pub url_text: Option<String>,
        /// When the original was published.
        pub published: Option<DateView>,
        /// Under which terms it stands here.
        pub licence: String,
        /// What a reader should know about it.
        pub note: Option<String>,
    }
}

view! {
    /// A declared departure from the document under check.
    pub struct EditView {
        /// The words of the original.
        pub was: String,
        /// The words of the article; empty where words were taken out.
        pub now: String,
        /// The reason.
        pub why: String,
    }
}
