//! `sources.yaml`: what evidence is taken from. Fields after Our World in Data and Hayagriva.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PartialDate;
use super::claim::text;
use super::hash::maybe_hash;

/// One source.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["title"]))]
pub struct Source {
    /// The title as printed, or a plain description where it has none.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub title: String,
    /// The author as printed.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Why neither an author nor a publisher is named.
    pub anonymous: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published, as exactly as known.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// Its language, as a BCP 47 tag.
    pub lang: Option<String>,
    /// The language of the title, where that is a description in another language than the source's.
    pub title_lang: Option<String>,
    /// How near it is to the event.
    pub kind: Option<SourceKind>,
    /// Sources that go back to one report share an origin and count once.
    pub origin: Option<String>,
    /// A stake that the source has in the matter.
    pub interest: Option<String>,
    /// Address of a public archive copy.
    pub archived: Option<String>,
    /// Address of the copy that was read, where it is not `url`.
    pub via: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// A kept copy.
    pub snapshot: Option<Snapshot>,
}

/// How near a source is to the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// From the event or the people in it.
    Primary,
    /// About primary sources.
    Secondary,
    /// A summary of secondary ones.
    Tertiary,
}

impl SourceKind {
    /// The word for it, as written in YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
        }
    }
}

/// A kept copy of a source.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Path in `snapshots/`.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    #[serde(default, deserialize_with = "maybe_hash")]
    pub sha256: Option<String>,
    /// When it was taken.
    pub captured: Option<PartialDate>,
}
