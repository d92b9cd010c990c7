//! What a rule is.

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; the site is built all the same.
    Warn,
    /// Reported; the site is not built.
    Deny,
}

impl Level {
    /// The word for it: `allow`, `warn`, `deny`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// One check of the compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Kebab-case name.
    pub name: &'static str,
    /// The level it has unless `factpress.yaml` says otherwise.
    pub level: Level,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why it matters and what to do, in Markdown.
    pub reason: &'static str,
    /// Input that it reports.
    pub bad: &'static str,
    /// The same input, mended.
    pub good: &'static str,
    /// Whether `factpress.yaml` may change the level. Input that can't be read can't be allowed.
    pub fixed: bool,
}
