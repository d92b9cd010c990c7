//! One checked statement.

use super::{
    DateView, EvidenceView, Html, LinkView, PersonView, ReceiptView, Shared, SourceView, TopicView,
    VerdictView, view,
};

view! {
    /// One checked statement and what was found about it.
    pub struct ClaimView {
        /// Its number in the article, from 1.
        pub number: usize,
        /// Which of the names that the style sheet has for references is its own: that of `data-k`.
        pub place: usize,
        /// Its id. The words in the article are at `#c-ID`, the note at `#n-ID`.
        pub id: String,
        /// Its permalink: its own page or, without claim pages, its note in the article.
        pub address: String,
        /// The words in the article.
        pub in_article: String,
        /// The permalink on the web; null without a base URL.
        pub canonical: Option<String>,
        /// `external`: someone else's statement; `own`: our own.
        pub origin: &'static str,
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The statement in one line.
        pub statement: String,
        /// The exact words of the article.
        pub quote: String,
        /// What was found, in a word. Of a withdrawn check: the verdict `void`.
        pub verdict: Shared<VerdictView>,
        /// Whether the check was withdrawn.
        pub withdrawn: bool,
        /// The verdict that it had before it was withdrawn.
        pub former_verdict: Option<Shared<VerdictView>>,
        /// What was found, in a sentence.
        pub finding: String,
        /// The reason at length.
        pub explanation: Option<Html>,
        /// Sources and what they show, in the order of the file.
        pub evidence: Vec<EvidenceView>,
        /// Charts that it rests on, as links to their figures in the article.
        pub charts: Vec<LinkView>,
        /// Why the check makes do with less evidence than the site asks for.
        pub reservations: Vec<ReservationView>,
        /// What would change the verdict.
        pub would_change: Option<String>,
        /// Who said it.
        pub speaker: Option<Shared<PersonView>>,
        /// When and where it was said.
        pub said: Option<SaidView>,
        /// What the machine verified about it.
        pub receipt: Shared<ReceiptView>,
        /// Where that is told in full; null without claim pages.
        pub receipt_address: Option<String>,
        /// Whether the one who said it was asked for comment.
        pub asked: Option<AskedView>,
        /// Whether that is so for all claims of the article, whose page says it at the top.
        pub asked_with_article: bool,
        /// Topics: its own and the article's.
        pub topics: Vec<TopicView>,
        /// Who checked it, and when.
        pub checked: Option<ActView>,
        /// Who reviewed the check, and when.
        pub reviewed: Option<ActView>,
        /// The day by which it is to be checked again: its own or, by the ages that the site sets,
        /// that of its topics or of the site. Null where it was withdrawn.
        pub recheck_by: Option<DateView>,
        /// Why by that day, where the site or a topic sets the age: `90 days after the check, …`.
        pub recheck_reason: Option<String>,
        /// The history of the check, oldest first.
        pub ledger: Vec<LedgerView>,
        /// Corrections, withdrawals and new verdicts alone: what a reader must see.
        pub corrections: Vec<LedgerView>,
    }
}

view! {
    /// When and where a statement was made.
    pub struct SaidView {
        /// The day, as exactly as known.
        pub on: Option<DateView>,
        /// The source it stands in.
        pub source: Option<Shared<SourceView>>,
        /// The address it stands at; null where it may not be linked to.
        pub url: Option<String>,
        /// That address as written, where it may not be linked to.
        pub url_text: Option<String>,
    }
}

view! {
    /// Whether the one who made a statement was asked for comment.
    pub struct AskedView {
        /// The day on which they were asked; null where they were not.
        pub on: Option<DateView>,
        /// What came of it.
        pub answer: Option<String>,
        /// Why they were not asked.
        pub not: Option<String>,
    }
}

view! {
    /// Why a check makes do with less than the site asks for.
    pub struct ReservationView {
        /// `few_sources`, `no_primary`, `one_sided` or `not_reviewed`.
        pub kind: &'static str,
        /// The same in words: `Few independent sources`.
        pub label: String,
        /// The reason.
        pub reason: String,
    }
}

view! {
    /// Something that people did on a day.
    pub struct ActView {
        /// Who.
        pub by: Vec<Shared<PersonView>>,
        /// When.
        pub on: Option<DateView>,
    }
}

view! {
    /// One entry of a claim's history.
    pub struct LedgerView {
        /// The day.
        pub on: DateView,
        /// `created`, `minor`, `update`, `correction` or `void`.
        pub kind: &'static str,
        /// The same in words: `Check published`.
        pub label: String,
        /// The verdict before it, where the entry changed or withdrew it.
        pub former: Option<Shared<VerdictView>>,
        /// The verdict after it, where the entry changed or withdrew it.
        pub verdict: Option<Shared<VerdictView>>,
        /// What changed.
        pub note: Option<String>,
        /// The language of the note, where a translation has none of its own.
        pub note_lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub note_dir: Option<&'static str>,
    }
}

view! {
    /// A correction, a withdrawal or a new verdict, with the claim it is about.
    pub struct CorrectionView {
        /// What happened, and when.
        pub entry: LedgerView,
        /// The claim as it is now.
        pub claim: ClaimRowView,
        /// The id of the claim's note on the article's page.
        pub note_id: String,
    }
}

view! {
    /// A claim in a list.
    pub struct ClaimRowView {
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The statement in one line.
        pub statement: String,
        /// What was found, in a word.
        pub verdict: Shared<VerdictView>,
        /// What was found, in a sentence.
        pub finding: String,
        /// Its permalink.
        pub address: String,
        /// Who said it.
        pub speaker: Option<Shared<PersonView>>,
        /// When it was checked.
        pub checked: Option<DateView>,
        /// The article's title.
        pub article_title: String,
        /// The article.
        pub article_address: String,
    }
}

view! {
    /// A claim, named by what it says.
    pub struct ClaimLinkView {
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// The statement in one line.
        pub statement: String,
        /// What was found, in a word.
        pub verdict: Shared<VerdictView>,
        /// Its permalink.
        pub address: String,
    }
}
