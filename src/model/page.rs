//! Plain pages: about, methodology, corrections policy.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Settings, SitePage};
use crate::input::InputFile;

/// Front matter of a plain page.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageMatter {
    /// The title, where the text has no first-level heading of its own.
    pub title: Option<String>,
    /// One sentence for search results.
    pub description: Option<String>,
    /// Language of the text, as a BCP 47 tag.
    pub language: Option<String>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// `true` makes it an article; kept here so that both readings know the key.
    #[serde(default)]
    pub article: bool,
}

/// One plain page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its address: the path below `content/` without `.md`.
    pub slug: String,
    /// The Markdown file.
    pub file: Arc<InputFile>,
    /// Byte at which the YAML of the front matter starts; 0 where there is none.
    pub matter_start: usize,
    /// Byte at which the body starts.
    pub body_start: usize,
    /// The front matter.
    pub matter: PageMatter,
}

impl Page {
    /// The Markdown after the front matter.
    pub fn body(&self) -> &str {
        &self.file.text[self.body_start..]
    }

    /// Whether it prints the rating scale after its text: the page on the methodology does.
    pub fn has_scale(&self, settings: &Settings) -> bool {
        self.slug == settings.page_slug(SitePage::Methodology)
    }
}
