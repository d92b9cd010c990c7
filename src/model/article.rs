//! An article: its front matter, its text, its claims.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::claim::text;
use super::{Asked, Claim, Figures, PartialDate, Percent, Row, Table, TranslationOf};
use crate::diagnostic::{At, Place};
use crate::input::{InputFile, KeyPath};

/// Front matter of an article.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArticleMatter {
    /// The headline, where the text has no first-level heading of its own.
    pub title: Option<String>,
    /// One or two sentences under the headline.
    pub dek: Option<String>,
    /// Language of the text, as a BCP 47 tag.
    pub language: Option<String>,
    /// Who made the fact-check: ids of people.yaml.
    #[serde(default)]
    pub by: Vec<String>,
    /// When this annotated version was published.
    pub published: Option<PartialDate>,
    /// When it was last changed in substance.
    pub updated: Option<PartialDate>,
    /// Topics of all its claims.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether those who speak in it were asked for comment, where a claim does not say so itself.
    pub asked: Option<Asked>,
    /// The document under check: a file in `seeds/`.
    pub seed: Option<String>,
    /// Whose text it is.
    pub text: Option<TextRights>,
    /// Declared departures from the seed.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// Addresses that it had before, such as `old-name`; they lead to it.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// The least share of its checkable statements, in percent, that claims cover, in place of
    /// `coverage.minimum` in factpress.yaml.
    pub coverage: Option<Percent>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// An article even without claims and seed.
    #[serde(default)]
    pub article: bool,
}

/// Whose text an article from a seed is.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["by", "licence"]))]
pub struct TextRights {
    /// Author or publisher, as text.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub by: String,
    /// The original's title.
    pub title: Option<String>,
    /// The original's address.
    pub url: Option<String>,
    /// When the original was published.
    pub published: Option<PartialDate>,
    /// Under which terms it stands here.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub licence: String,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// A declared departure of an article from its seed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["was", "now", "why"]))]
pub struct Edit {
    /// The exact words of the seed, found once.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub was: String,
    /// Words straight before, where `was` stands more than once.
    pub prefix: Option<String>,
    /// Words straight after, where `was` stands more than once.
    pub suffix: Option<String>,
    /// The words of the article; empty where words were taken out.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub now: String,
    /// The reason, for readers.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub why: String,
}

/// One explainer: the text and what was found about it.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its address and the name of its folder or file.
    pub slug: String,
    /// The Markdown file.
    pub file: Arc<InputFile>,
    /// Byte at which the YAML of the front matter starts; 0 where there is none.
    pub matter_start: usize,
    /// Byte at which the body starts.
    pub body_start: usize,
    /// The front matter.
    pub matter: ArticleMatter,
    /// The claims file, where there is one.
    pub claims_file: Option<Arc<InputFile>>,
    /// Its claims, in the order of the file.
    pub claims: Vec<Claim>,
    /// The figures file, where there is one.
    pub figures_file: Option<Arc<InputFile>>,
    /// Its figures.
    pub figures: Figures,
    /// The data files that its figures name, by name.
    pub tables: BTreeMap<String, Table>,
    /// Files beside the article in its folder that pages may show (path from the root of the site,
    /// name from the folder).
    pub attachments: Vec<Attachment>,
    /// The document under check, read as text, where the front matter names one.
    pub seed: Option<Arc<InputFile>>,
    /// What it is a translation of, where it is one.
    pub translation: Option<TranslationOf>,
}

impl Article {
    /// The Markdown after the front matter.
    pub fn body(&self) -> &str {
        &self.file.text[self.body_start..]
    }

    /// A value of its front matter, as a place.
    pub fn matter_place(&self, path: KeyPath) -> Place {
        Place { file: Arc::clone(&self.file), at: At::FrontMatter(path, self.matter_start) }
    }

    /// All ids of sources that it refers to, with repeats.
    pub fn sources_used(&self) -> impl Iterator<Item = &str> {
        let claims = self.claims.iter().flat_map(|claim| {
            let said = claim.said.as_ref().and_then(|said| said.source.as_deref());
            claim.evidence.iter().map(|evidence| evidence.source.as_str()).chain(said)
        });
        let quantities = self.figures.quantities.iter().filter_map(|(_, q)| q.source.as_deref());
        let charts = self.figures.charts.iter().filter_map(|(_, chart)| chart.source.as_deref());
        let data = self.figures.data.iter().filter_map(|(_, data)| data.source.as_deref());
        let rows = self.rows_with_source().map(|(_, _, source)| source);
        claims.chain(quantities).chain(charts).chain(data).chain(rows)
    }

    /// Rows of data files that name their source, with it: those of charts with `row_source`.
    pub fn rows_with_source(&self) -> impl Iterator<Item = (&Table, &Row, &str)> {
        let columns = self.figures.charts.iter().filter_map(|(_, chart)| {
            let table = self.tables.get(chart.data.as_deref()?)?;
            Some((table, table.column(chart.row_source.as_deref()?)?))
        });
        columns.flat_map(|(table, column)| {
            table
                .rows
                .iter()
                .filter_map(move |row| Some((table, row, row.cells.get(column)?.as_str())))
        })
    }

    /// Whether the speaker of one of its claims was asked for comment.
    pub fn asked<'a>(&'a self, claim: &'a Claim) -> Option<&'a Asked> {
        let asked = claim.asked.as_ref().or(self.matter.asked.as_ref());
        asked.filter(|_| claim.is_external())
    }

    /// The claim that tells when and by whom all were checked and reviewed, where that is the same for
    /// several.
    pub fn checked_at_once(&self) -> Option<&Claim> {
        let (first, others) = self.claims.split_first()?;
        let is_same =
            |claim: &Claim| claim.checked == first.checked && claim.reviewed == first.reviewed;
        (!others.is_empty() && others.iter().all(is_same)).then_some(first)
    }

    /// The topics of one of its claims: the claim's own and the article's, each once.
    pub fn topics<'a>(&'a self, claim: &'a Claim) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for name in claim.topics.iter().chain(&self.matter.topics) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// When it or one of its checks last changed.
    pub fn last_changed(&self) -> Option<PartialDate> {
        let translated = self.translation.as_ref().and_then(|of| of.translated.as_ref()?.on);
        let own = [self.matter.published, self.matter.updated, translated].into_iter().flatten();
        own.chain(self.claims.iter().filter_map(Claim::last_changed)).max()
    }

    /// The language of its text: its own, or else the site's.
    pub fn language<'a>(&'a self, site: &'a str) -> &'a str {
        self.matter.language.as_deref().unwrap_or(site)
    }
}

#[cfg(test)]
impl Article {
    /// An article for tests: a text in `content/SLUG.md` and some claims.
    pub(crate) fn sample(slug: &str, body: &str, claims: Vec<Claim>) -> Self {
        Self {
            slug: slug.to_owned(),
            file: InputFile::new(format!("content/{slug}.md"), body),
            matter_start: 0,
            body_start: 0,
            matter: ArticleMatter::default(),
            claims_file: None,
            claims,
            figures_file: None,
            figures: Figures::default(),
            tables: BTreeMap::new(),
            attachments: Vec::new(),
            seed: None,
            translation: None,
        }
    }
}

/// A file beside an article that is copied into its output folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// Where it is, as a path from the site's root.
    pub path: String,
    /// Its name inside the article's folder, with forward slashes.
    pub name: String,
}
