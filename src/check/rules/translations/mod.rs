//! Rules about translations: they say what their originals say, and nothing is left out.

mod notes;
mod numbers;
mod repeated;
mod tokens;
pub mod translation_differs;
pub mod translation_incomplete;

use crate::anchor::{Anchor, TextMap};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::{Article, Claim, Evidence, Registry, Site, Source, Translation};

/// A translation beside its original.
pub(super) struct Pair<'a> {
    /// The translation.
    pub translation: &'a Translation,
    /// The original.
    pub original: &'a Article,
    /// The original's language.
    pub language: &'a str,
    /// Whether raw HTML is kept.
    pub raw_html: bool,
    /// What the checks rest on.
    pub sources: &'a Registry<Source>,
}

impl Pair<'_> {
    /// The place of a value of the translation's claims file.
    fn at(&self, index: usize, key: &str) -> Place {
        claim_place(&self.translation.article, index, key)
    }

    /// The language of a quote.
    fn quote_language<'b>(&'b self, evidence: &'b Evidence) -> &'b str {
        evidence.quote_language(self.sources.get(&evidence.source)).unwrap_or(self.language)
    }

    /// The place of a value of the original's claims file.
    fn original_at(&self, index: usize, key: &str) -> Place {
        claim_place(self.original, index, key)
    }
}

fn claim_path(index: usize) -> KeyPath {
    KeyPath::top().key("claims").index(index)
}

fn claim_place(article: &Article, index: usize, key: &str) -> Place {
    let path = claim_path(index);
    place(article, if key.is_empty() { path } else { path.key(key) })
}

/// The place of a value of an article's claims file.
fn place(article: &Article, path: KeyPath) -> Place {
    match &article.claims_file {
        Some(file) => Place::value(file, path),
        None => Place::file(&article.file),
    }
}

/// The texts of a claim that are compared, by key.
fn texts(claim: &Claim) -> [(&'static str, Option<&str>); 5] {
    [
        ("quote", Some(claim.quote.as_str())),
        ("claim", claim.claim.as_deref()),
        ("finding", Some(claim.finding.as_str())),
        ("explanation", claim.explanation.as_deref()),
        ("would_change", claim.would_change.as_deref()),
    ]
}

/// Holds a translation to its original. `anchors`: the places of its claims, complete only where all
/// have one.
pub fn check(
    translation: &Translation,
    site: &Site,
    anchors: &[Anchor],
    findings: &mut Vec<Diagnostic>,
) {
    let original = &site.articles[translation.original];
    // What could not be read of the original was reported, and is not missed here.
    let is_unread = original.claims.is_empty() || original.claims.iter().any(|it| it.id.is_empty());
    if site.unread.texts && is_unread {
        return;
    }
    let language = original.language(&site.settings.language);
    let raw_html = site.settings.raw_html;
    let pair = Pair { translation, original, language, raw_html, sources: &site.sources };
    translation_incomplete::check(&pair, findings);
    repeated::check(&pair, findings);
    tokens::check(&pair, findings);
    numbers::check(&pair, anchors.len() == translation.claims.len(), findings);
}

/// The text of some Markdown, without the numbers that are put in by name.
fn visible(markdown: &str, raw_html: bool) -> TextMap<'_> {
    let fill = |kind: &str, _: &str| matches!(kind, "quantity" | "sum").then(|| "…".to_owned());
    TextMap::with_figures(markdown, raw_html, &fill)
}
