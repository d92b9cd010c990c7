//! `claims.yaml`: one checkable statement and what was found about it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Asked, PartialDate, Reservations, Source};

/// One checked statement, an entry of `claims.yaml`.
///
/// A text that is missing is empty here; the rule `missing-field` refuses it before anything else
/// looks.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "quote", "verdict", "finding"]))]
pub struct Claim {
    /// Permalink; unique in the article; kebab-case.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub id: String,
    /// Ids that it had before; their addresses lead to it. `ARTICLE/ID` where it stood in another
    /// article.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// The exact words of the article, found once.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub quote: String,
    /// Words straight before the quote, where it stands more than once.
    pub prefix: Option<String>,
    /// Words straight after the quote, where it stands more than once.
    pub suffix: Option<String>,
    /// Whose statement it is: someone else's, or our own.
    #[serde(default)]
    pub origin: Origin,
    /// Who said it: an id of people.yaml. Absent for our own statements.
    pub speaker: Option<String>,
    /// When and where it was said.
    pub said: Option<Said>,
    /// The statement in one line, in a person's words.
    pub claim: Option<String>,
    /// An id of the rating scale. `true` and `false` may stand without quotation marks.
    #[serde(default, deserialize_with = "word_or_bool")]
    #[schemars(with = "WordOrBool")]
    pub verdict: String,
    /// The reason in one sentence.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub finding: String,
    /// The reason at length, in Markdown.
    pub explanation: Option<String>,
    /// Topics of this claim, beside those of the article.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Charts of figures.yaml that show what the verdict rests on, by id.
    #[serde(default)]
    pub charts: Vec<String>,
    /// Sources and what they show.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Why the check makes do with less evidence than the site asks for, for readers.
    #[serde(default)]
    pub reservations: Reservations,
    /// Whether the one who said it was asked for comment; the article's answer where not given.
    pub asked: Option<Asked>,
    /// What would change the verdict.
    pub would_change: Option<String>,
    /// Who checked it, and when.
    pub checked: Option<Act>,
    /// Who reviewed the check, and when.
    pub reviewed: Option<Act>,
    /// The day by which it should be checked again.
    pub recheck_by: Option<PartialDate>,
    /// The history of the check.
    #[serde(default)]
    pub ledger: Vec<LedgerEntry>,
}

impl Claim {
    /// The statement in one line: the person's words, or else the quoted ones.
    pub fn statement(&self) -> &str {
        self.claim.as_deref().unwrap_or(&self.quote)
    }

    /// Whether someone else said it, so that `ClaimReview` applies.
    pub fn is_external(&self) -> bool {
        self.origin == Origin::External
    }

    /// Whether the check was withdrawn, and not put back since.
    pub fn is_withdrawn(&self) -> bool {
        LedgerKind::withdrawn(self.ledger.iter().map(|entry| (entry.kind, entry.on)))
    }

    /// The verdict that it is listed under: its own or, of a withdrawn check, [`VOID`].
    pub fn listed_verdict(&self) -> &str {
        if self.is_withdrawn() { VOID } else { &self.verdict }
    }

    /// When the check was first published: as its history says, else when it was made.
    pub fn published(&self) -> Option<PartialDate> {
        let created = self.ledger.iter().filter(|entry| entry.kind == LedgerKind::Created);
        let created = created.map(|entry| entry.on).min();
        created.or(self.checked.as_ref().and_then(|act| act.on))
    }

    /// The verdict that an entry of its ledger left behind: the former one of the next entry that has
    /// one, or else today's. A withdrawal leaves it as it was.
    pub fn verdict_after(&self, entry: usize) -> &str {
        let next = self.ledger[entry + 1..].iter().find_map(|entry| entry.was.as_deref());
        next.unwrap_or(&self.verdict)
    }

    /// The verdict before an entry, where the entry changed or withdrew it.
    pub fn verdict_before(&self, entry: usize) -> Option<&str> {
        let is_void = self.ledger[entry].kind == LedgerKind::Void;
        let was = self.ledger[entry].was.as_deref();
        was.or_else(|| is_void.then(|| self.verdict_after(entry)))
    }

    /// The latest of all that was done about it.
    pub fn last_changed(&self) -> Option<PartialDate> {
        let acts = [&self.checked, &self.reviewed].into_iter().flatten();
        let acted = acts.filter_map(|act| act.on);
        self.ledger.iter().map(|entry| entry.on).chain(acted).max()
    }
}

/// A schema for ids that YAML may read as booleans.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
pub(super) enum WordOrBool {
    Word(String),
    Bool(bool),
}

/// Reads a text that must be there: an empty value is no text, not the text "null".
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}

/// Reads `verdict: true`, which YAML takes for a boolean, as the word that was meant.
pub(super) fn word_or_bool<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Visitor;
    impl serde::de::Visitor<'_> for Visitor {
        type Value = String;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_bool<E>(self, value: bool) -> Result<String, E> {
            Ok(value.to_string())
        }
    }
    deserializer.deserialize_any(Visitor)
}

/// As [`word_or_bool`], of a word that may be left out.
pub(super) fn maybe_word_or_bool<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    word_or_bool(deserializer).map(Some)
}

/// Whose statement a claim is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Someone else's.
    #[default]
    External,
    /// Ours.
    Own,
}

/// When and where a statement was made.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The day, as exactly as known.
    pub on: Option<PartialDate>,
    /// The source it stands in: an id of sources.yaml.
    #[serde(rename = "in")]
    pub source: Option<String>,
    /// The address it stands at.
    pub at: Option<String>,
}

/// A source and what it shows about a claim.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["source"]))]
pub struct Evidence {
    /// An id of sources.yaml.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub source: String,
    /// The source's exact words.
    pub quote: Option<String>,
    /// Language of the quote, where it is not the source's.
    pub lang: Option<String>,
    /// Whether it speaks for or against the claim.
    #[serde(default)]
    pub stance: Stance,
    /// What it shows, in our words.
    pub note: Option<String>,
    /// The language of the note, where a translation does without one of its own.
    #[serde(skip)]
    pub note_lang: Option<String>,
}

impl Evidence {
    /// The language of its quote, where it or its source says one.
    pub fn quote_language<'a>(&'a self, source: Option<&'a Source>) -> Option<&'a str> {
        self.lang.as_deref().or_else(|| source?.lang.as_deref())
    }
}

/// Whether evidence speaks for or against a claim.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// For.
    Supports,
    /// Against.
    Refutes,
    /// Neither: it helps to understand.
    #[default]
    Context,
}

impl Stance {
    /// The word for it, as written in YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Refutes => "refutes",
            Self::Context => "context",
        }
    }
}

/// Something that people did on a day: a check, a review.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["by", "on"]))]
pub struct Act {
    /// Ids of people.yaml.
    #[serde(default)]
    pub by: Vec<String>,
    /// The day.
    pub on: Option<PartialDate>,
}

/// One entry of a claim's history.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LedgerEntry {
    /// The day.
    pub on: PartialDate,
    /// What kind of change it was.
    pub kind: LedgerKind,
    /// The verdict before this change, where it changed the verdict.
    #[serde(default, deserialize_with = "maybe_word_or_bool")]
    #[schemars(with = "Option<WordOrBool>")]
    pub was: Option<String>,
    /// What changed, in words for readers.
    pub note: Option<String>,
    /// The language of the note, where a translation does without one of its own.
    #[serde(skip)]
    pub note_lang: Option<String>,
}

impl LedgerEntry {
    /// Whether readers must see it: something was wrong, or the verdict is another.
    pub fn must_be_seen(&self) -> bool {
        matches!(self.kind, LedgerKind::Correction | LedgerKind::Void) || self.was.is_some()
    }
}

/// What kind of change a ledger entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LedgerKind {
    /// The check was first published.
    Created,
    /// Wording only; the meaning stayed.
    Minor,
    /// New facts.
    Update,
    /// Something was wrong; readers must see it.
    Correction,
    /// The check is withdrawn; its text stays readable.
    Void,
}

/// The verdict of a withdrawn check.
pub const VOID: &str = "void";

impl LedgerKind {
    /// The word for it, as written in YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Minor => "minor",
            Self::Update => "update",
            Self::Correction => "correction",
            Self::Void => "void",
        }
    }

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        let all = [Self::Created, Self::Minor, Self::Update, Self::Correction, Self::Void];
        all.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it says that a verdict may be another one from then on.
    pub fn declares(self) -> bool {
        matches!(self, Self::Update | Self::Correction | Self::Void)
    }

    /// Whether a history ends with a withdrawal, which only an update or a correction takes back. Of
    /// several entries of one day the last is the newest.
    pub fn withdrawn(history: impl Iterator<Item = (Self, PartialDate)>) -> bool {
        let newest = history.filter(|(kind, _)| kind.declares()).max_by_key(|(_, on)| *on);
        newest.is_some_and(|(kind, _)| kind == Self::Void)
    }
}
