//! Translations of articles and pages: the texts of another language, and nothing else. All that is
//! no text is the original's.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::claim::{maybe_word_or_bool, text};
use super::{
    Act, Article, Asked, LedgerKind, Origin, Page, PartialDate, Registry, Reservations, Said,
    Stance,
};

use crate::input::InputFile;

/// Front matter of the translation of an article.
///
/// What is not a text may be repeated, and must then equal the original's.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["translated"]))]
pub struct ArticleTranslation {
    /// The headline, where the text has no first-level heading of its own.
    pub title: Option<String>,
    /// One or two sentences under the headline.
    pub dek: Option<String>,
    /// Who translated it, and when.
    pub translated: Option<Act>,
    /// What a reader should know about the translation.
    pub note: Option<String>,
    /// Whether those who speak in it were asked for comment: the texts of `asked`.
    pub asked: Option<Asked>,
    /// Whose text it is: the texts of `text`.
    pub text: Option<RightsTranslation>,
    /// Topics of the article and its claims, each with its word in this language.
    #[serde(default)]
    pub topics: Registry<String>,
    /// The language, as in the file's name.
    pub language: Option<String>,
    /// As in the original: who made the fact-check.
    pub by: Option<Vec<String>>,
    /// As in the original: when it was published.
    pub published: Option<PartialDate>,
    /// As in the original: when it was last changed in substance.
    pub updated: Option<PartialDate>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
}

/// Whose text an article from a seed is, in another language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RightsTranslation {
    /// Under which terms it stands here.
    pub licence: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// Front matter of the translation of a plain page.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageTranslation {
    /// The title, where the text has no first-level heading of its own.
    pub title: Option<String>,
    /// One sentence for search results.
    pub description: Option<String>,
    /// The language, as in the file's name.
    pub language: Option<String>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
}

/// The texts of one claim in another language.
///
/// `verdict`, `speaker` and the other fields that are no texts may be repeated, and must then equal
/// the original's.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "quote", "finding"]))]
pub struct ClaimTranslation {
    /// The id of the original's claim.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub id: String,
    /// The exact words of the translated article, found once.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub quote: String,
    /// Words straight before the quote, where it stands more than once.
    pub prefix: Option<String>,
    /// Words straight after the quote, where it stands more than once.
    pub suffix: Option<String>,
    /// The statement in one line.
    pub claim: Option<String>,
    /// The reason in one sentence.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub finding: String,
    /// The reason at length, in Markdown.
    pub explanation: Option<String>,
    /// What would change the verdict.
    pub would_change: Option<String>,
    /// Notes of evidence: in the original's order, or each with its source.
    #[serde(default)]
    pub evidence: Vec<EvidenceTranslation>,
    /// Why the check makes do with less evidence than the site asks for.
    #[serde(default)]
    pub reservations: Reservations,
    /// Whether the one who said it was asked for comment: the texts.
    pub asked: Option<Asked>,
    /// Notes of the history: in the original's order, or each with its day and kind.
    #[serde(default)]
    pub ledger: Vec<LedgerTranslation>,
    /// As in the original: whose statement it is.
    pub origin: Option<Origin>,
    /// As in the original: who said it.
    pub speaker: Option<String>,
    /// As in the original: when and where it was said.
    pub said: Option<Said>,
    /// As in the original.
    #[serde(default, deserialize_with = "maybe_word_or_bool")]
    #[schemars(with = "Option<super::claim::WordOrBool>")]
    pub verdict: Option<String>,
    /// As in the original: who checked it, and when.
    pub checked: Option<Act>,
    /// As in the original: who reviewed the check, and when.
    pub reviewed: Option<Act>,
    /// As in the original: the day by which it should be checked again.
    pub recheck_by: Option<PartialDate>,
}

/// What a piece of evidence shows, in another language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceTranslation {
    /// As in the original: an id of sources.yaml.
    pub source: Option<String>,
    /// As in the original: the source's exact words, which are not translated.
    pub quote: Option<String>,
    /// As in the original: the language of the quote.
    pub lang: Option<String>,
    /// As in the original.
    pub stance: Option<Stance>,
    /// What it shows, in our words; a translation of the quote. Empty where the original's note is not
    /// needed in this language.
    pub note: Option<String>,
}

/// What changed, in another language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LedgerTranslation {
    /// As in the original: the day.
    pub on: Option<PartialDate>,
    /// As in the original: what kind of change it was.
    pub kind: Option<LedgerKind>,
    /// As in the original: the verdict before this change.
    #[serde(default, deserialize_with = "maybe_word_or_bool")]
    #[schemars(with = "Option<super::claim::WordOrBool>")]
    pub was: Option<String>,
    /// What changed, in words for readers.
    pub note: Option<String>,
}

/// `figures.yaml` in another language: texts by the names of the figures that they belong to.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FiguresTranslation {
    /// Data files.
    pub data: Registry<DataTranslation>,
    /// Named numbers.
    pub quantities: Registry<FigureTranslation>,
    /// Arithmetic over them.
    pub sums: Registry<FigureTranslation>,
    /// Charts.
    pub charts: Registry<ChartTranslation>,
}

/// The texts of a data file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataTranslation {
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Words in its cells that charts show, each with its translation.
    #[serde(default)]
    pub words: Registry<String>,
}

/// The texts of a quantity or a sum.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureTranslation {
    /// Its name for readers, in place of its id.
    pub name: Option<String>,
    /// The number as prose shows it; written by the program where not given.
    pub shown: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// The texts of a chart.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartTranslation {
    /// Title.
    pub title: Option<String>,
    /// What is to be seen in it, in a sentence.
    pub summary: Option<String>,
    /// Name of the horizontal axis.
    pub x_label: Option<String>,
    /// Name of the vertical axis.
    pub y_label: Option<String>,
    /// Unit of the vertical axis, for readers.
    pub unit: Option<String>,
    /// What a reader must know, in the original's order.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Names of its events, in the original's order.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Names of its values, in the original's order.
    #[serde(default)]
    pub values: Vec<ValueTranslation>,
}

/// The texts of one value of a chart of figures.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueTranslation {
    /// Its name for readers.
    pub label: Option<String>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// What a reader must know about it.
    pub note: Option<String>,
}

/// A person or organization in another language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonTranslation {
    /// The name, where it is a description and no name.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<String>,
}

/// What we say about a source, in another language. Its title stays as printed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceTranslation {
    /// A stake that the source has in the matter.
    pub interest: Option<String>,
}

/// `people.yaml` or `sources.yaml` in another language.
#[derive(Debug, Clone)]
pub struct RegistryTranslation {
    /// The language, as the site's settings list it.
    pub language: String,
    /// The file.
    pub file: Arc<InputFile>,
    /// People, by id.
    pub people: Registry<PersonTranslation>,
    /// Sources, by id.
    pub sources: Registry<SourceTranslation>,
}

/// The translation of an article, read.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The language, as the site's settings list it.
    pub language: String,
    /// The place of the original in [`super::Site::articles`].
    pub original: usize,
    /// Its front matter.
    pub matter: ArticleTranslation,
    /// Its claims, in the order of its file.
    pub claims: Vec<ClaimTranslation>,
    /// The place of each claim's original; none where there is none of that id.
    pub of: Vec<Option<usize>>,
    /// Its figures.
    pub figures: FiguresTranslation,
    /// Original and translation in one: the article as its readers see it. Its claims are in the order
    /// of the translation's file.
    pub article: Article,
}

/// The translation of a plain page, read.
#[derive(Debug, Clone)]
pub struct TranslatedPage {
    /// The language, as the site's settings list it.
    pub language: String,
    /// The place of the original in [`super::Site::pages`].
    pub original: usize,
    /// The page as its readers see it.
    pub page: Page,
}

/// What an article is a translation of, kept with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TranslationOf {
    /// The original's slug.
    pub slug: String,
    /// The original's language.
    pub language: String,
    /// Who translated it, and when.
    pub translated: Option<Act>,
    /// What a reader should know about the translation.
    pub note: Option<String>,
    /// Topics, each with its word in this language.
    pub topics: Registry<String>,
}
