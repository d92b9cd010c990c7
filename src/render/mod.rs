//! Turns a checked site into files.
//!
//! [`render`] makes every page with the templates ([`view`] says what they see), and the files for
//! machines beside them. Pages are made in parallel, article by article, and handed on as they are
//! made, so that a site never stands in memory whole.

mod account;
mod alternates;
mod article_json;
mod asset_names;
mod assets;
mod atom;
mod builtin;
#[cfg(test)]
mod chart_fixture;
#[cfg(test)]
mod chart_tests;
mod claim_review;
mod context;
mod corrections;
mod corrections_feed;
#[cfg(test)]
mod corrections_tests;
#[cfg(test)]
mod date_tests;
mod dense;
mod engine;
mod escape;
mod feed;
mod fill;
#[cfg(test)]
mod fixture;
mod headers;
mod imports;
mod in_language;
mod index;
mod language;
#[cfg(test)]
mod language_tests;
mod languages;
mod logo;
#[cfg(test)]
mod page_tests;
mod pages;
mod receipt;
mod redirects;
mod robots;
mod script_json;
mod site_view;
mod sitemap;
mod template_error;
#[cfg(test)]
mod template_tests;
#[cfg(test)]
mod tests;
mod tongue;
mod url;
pub mod view;

use rayon::prelude::*;

use crate::check::CheckedSite;
use crate::diagnostic::{self, Diagnostic};
use assets::Assets;
use context::SiteContext;
use engine::Engine;
pub(crate) use escape::escape;
use languages::Languages;

/// One file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Path in the output folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What an output file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Bytes that were made.
    Bytes(Vec<u8>),
    /// A copy of a file of the site (path from its root), such as a picture beside an article.
    CopyOf(String),
}

/// Takes each output as it is made, from several threads. An error ends the rendering.
pub type Emit<'a> = &'a (dyn Fn(Output) -> std::io::Result<()> + Sync);

/// Why rendering ended early.
#[derive(Debug)]
pub enum RenderError {
    /// A template does not hold, or a page could not be made.
    Findings(Vec<Diagnostic>),
    /// An output was not taken.
    Emit(std::io::Error),
}

impl From<std::io::Error> for RenderError {
    fn from(error: std::io::Error) -> Self {
        Self::Emit(error)
    }
}

/// What pages are made with.
struct Theme {
    assets: Assets,
    languages: Languages,
    engine: Engine,
}

impl Theme {
    fn new(site: &CheckedSite, overrides: &[(String, Vec<u8>)]) -> Result<Self, Vec<Diagnostic>> {
        let missing = asset_names::missing(overrides);
        if !missing.is_empty() {
            return Err(missing);
        }
        let assets = Assets::new(overrides);
        let languages = Languages::new(site, overrides)?;
        let engine = Engine::new(overrides, &assets, &languages)?;
        Ok(Self { assets, languages, engine })
    }
}

/// What is wrong with a site's own templates, words and style sheets before any page is made: what
/// can't be read, and what is named and not there. `overrides` as in [`render`].
pub fn examine(site: &CheckedSite, overrides: &[(String, Vec<u8>)]) -> Vec<Diagnostic> {
    if overrides.is_empty() {
        return Vec::new();
    }
    Theme::new(site, overrides).err().unwrap_or_default()
}

/// Renders all pages, feeds and assets. `overrides`: the site's own templates and assets (name
/// below `templates/`, text), each in place of the built-in one of that name.
///
/// What was found about the pages and does not stop the build is returned.
///
/// # Errors
/// Faults of templates and pages, all of them and sorted; or the first output that was not taken.
/// Outputs that were handed on before either are to be thrown away.
pub fn render(
    site: &CheckedSite,
    overrides: &[(String, Vec<u8>)],
    emit: Emit<'_>,
) -> Result<Vec<Diagnostic>, RenderError> {
    let Theme { assets, languages, engine } =
        Theme::new(site, overrides).map_err(RenderError::Findings)?;
    let context = SiteContext::new(site, site, &engine, &languages, emit);
    let edition = |edition| SiteContext::new(edition, site, &engine, &languages, emit);
    let editions: Vec<SiteContext<'_>> = site.editions.iter().map(edition).collect();
    let contexts: Vec<&SiteContext<'_>> = std::iter::once(&context).chain(&editions).collect();

    for output in assets.outputs {
        context.output(output)?;
    }
    for (path, text) in [
        (robots::PATH, robots::text(context.settings())),
        (headers::PATH, headers::TEXT.to_owned()),
        (".nojekyll", String::new()),
    ] {
        context.file(path, text)?;
    }
    for attachment in &site.site.attachments {
        context.output(Output {
            path: attachment.name.clone(),
            content: Content::CopyOf(attachment.path.clone()),
        })?;
    }
    for of in &contexts {
        (0..of.site().articles.len())
            .into_par_iter()
            .try_for_each(|article| pages::article(of, article))?;
        pages::jobs(of).into_par_iter().try_for_each(|job| job.run(of))?;
        if let Some(text) = feed::text(of) {
            context.file(of.own(crate::address::FEED), text)?;
        }
    }
    let moved: Vec<_> = contexts.iter().flat_map(|of| of.moved.iter().cloned()).collect();
    let optional = [
        (crate::address::CORRECTIONS_FEED, corrections_feed::text(&context)),
        (redirects::PATH, redirects::text(context.settings(), &moved)),
    ];
    for (path, text) in optional {
        if let Some(text) = text {
            context.file(path, text)?;
        }
    }
    for (path, text) in sitemap::files(&contexts) {
        context.file(path, text)?;
    }

    let mut findings = engine.findings();
    findings.extend(languages.findings);
    for of in contexts {
        findings.extend(of.account.findings(of.site()));
    }
    diagnostic::sort(&mut findings);
    if diagnostic::any_denied(&findings) {
        return Err(RenderError::Findings(findings));
    }
    Ok(findings)
}
