//! Turns a checked site into files. Stub: the door only.

pub mod markdown;

use crate::check::CheckedSite;
use crate::diagnostic::Diagnostic;

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

/// Renders all pages, feeds and assets. `overrides`: the site's own templates and assets (name
/// below `templates/`, text), each in place of the built-in one of that name.
pub fn render(
    site: &CheckedSite,
    overrides: &[(String, Vec<u8>)],
    emit: Emit<'_>,
) -> Result<(), RenderError> {
    let _ = (site, overrides, emit);
    Ok(())
}
