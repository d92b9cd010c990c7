//! factpress compiles fact-checked explainers: it joins an article in Markdown with hand-written
//! YAML fact-checks and renders a static site. Like a compiler it refuses what does not hold.
//!
//! The stages, in the order of the data:
//!
//! ```text
//! discover -> parse -> snapshots -> check -> render -> write
//!                                     |
//!                     anchor, figures, chart, coverage
//! ```
//!
//! - [`discover`] finds the files of a site and reads them as text;
//! - [`parse`] turns text into the [`model`];
//! - [`anchor`] finds the exact words of an article that a check is about;
//! - [`markdown`] renders Markdown with the marks of claims woven in, and [`links`] says where its links
//!   lead;
//! - [`snapshots`] looks for the quotations of evidence in kept copies of their sources;
//! - [`figures`] computes quantities and sums, [`chart`] draws data, [`coverage`] finds the checkable
//!   statements that no claim stands on;
//! - [`check`] holds everything to the rules, and gives the only thing that can be rendered, a
//!   [`check::CheckedSite`];
//! - [`render`] makes pages, feeds and structured data through Tera templates;
//! - [`write`](mod@write) publishes them into a folder, wholly or not at all.
//!
//! [`build`] conducts, [`serve`] does the same into memory and shows it, [`cli`] talks. What authors
//! got wrong is a [`diagnostic::Diagnostic`] that points into an [`input::InputFile`].
//!
//! ```no_run
//! use factpress::build::{build, Options};
//! let outcome = build(&Options { root: ".".into(), ..Options::default() })?;
//! for found in &outcome.diagnostics {
//!     eprintln!("{}: {}", found.place.file.path, found.message);
//! }
//! # Ok::<(), factpress::build::BuildError>(())
//! ```
//!
//! `ARCHITECTURE.md` follows one claim through all of it.

pub mod address;
pub mod anchor;
pub mod archive;
pub mod build;
pub mod chart;
pub mod check;
pub mod cli;
pub mod coverage;
pub mod diagnostic;
pub mod digest;
pub mod discover;
pub mod figures;
pub mod input;
pub mod links;
pub mod lock;
pub mod markdown;
pub mod model;
pub mod nearest;
pub mod number;
pub mod parse;
pub mod render;
#[cfg(feature = "serve")]
pub mod serve;
pub mod snapshots;
pub mod words;
pub mod write;
