//! `people.yaml`: who speaks, who checks, who publishes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::text;

/// A person or an organization.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["name"]))]
pub struct Person {
    /// The name, as it is to be printed.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub name: String,
    /// Person or organization.
    #[serde(default)]
    pub kind: PersonKind,
    /// What they are or were, in a few words.
    pub role: Option<String>,
    /// Bodies that they belong to, work for or own: ids of people.yaml, or names as sources print
    /// them. A source of such a body says what its interest is.
    #[serde(default)]
    pub affiliations: Vec<String>,
    /// Their own page.
    pub url: Option<String>,
    /// Pages that say who they are, such as a Wikidata entry.
    #[serde(default)]
    pub same_as: Vec<String>,
}

/// A human being or a body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PersonKind {
    /// A human being.
    #[default]
    Person,
    /// A newsroom, an office, a project.
    Organization,
}
