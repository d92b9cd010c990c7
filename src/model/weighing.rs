//! What a site asks of the sources of its checks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::PartialDate;

/// `weighing:` of factpress.yaml.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Weighing {
    /// On how many independent sources a rated verdict is to rest. Sources of one origin count once.
    pub independent_sources: u32,
    /// Authors and publishers with a stake in what this site checks, as its sources name them: a
    /// source of theirs says what the stake is (`interest`).
    pub interested: Vec<String>,
}

impl Default for Weighing {
    fn default() -> Self {
        Self { independent_sources: 2, interested: Vec::new() }
    }
}

/// Why a check makes do with less than the site asks for, told to readers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reservations {
    /// Why it rests on fewer independent sources.
    pub few_sources: Option<String>,
    /// Why no primary source is among them.
    pub no_primary: Option<String>,
    /// Why the evidence speaks on one side only.
    pub one_sided: Option<String>,
    /// Why nobody reviewed it.
    pub not_reviewed: Option<String>,
}

impl Reservations {
    /// The reasons given, each with its key.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("few_sources", &self.few_sources),
            ("no_primary", &self.no_primary),
            ("one_sided", &self.one_sided),
            ("not_reviewed", &self.not_reviewed),
        ]
        .into_iter()
        .filter_map(|(key, reason)| Some((key, reason.as_deref()?)))
    }
}

/// Whether the one who made a statement was asked for comment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The day on which they were asked.
    pub on: Option<PartialDate>,
    /// What came of it.
    pub answer: Option<String>,
    /// Why they were not asked; in place of the other two.
    pub not: Option<String>,
}
