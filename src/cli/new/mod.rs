//! `factpress new`: articles, fact-checks and sources, ready to be filled in.
//!
//! What is made is incomplete on purpose: texts that are due are empty, so that the next check names
//! each of them, and nothing half-written is published.

mod article;
mod claim;
mod place;
mod source;
mod words;

use super::arguments::{GlobalArguments, New};
use super::configuration::root;
use super::{CliError, Exit};
use crate::model::Claim;

pub use place::create;

/// Makes one thing.
pub fn run(what: &New, global: &GlobalArguments) -> Result<Exit, CliError> {
    let root = root(global)?;
    let content = root.join("content");
    match what {
        New::Article { slug } => article::make(&content, slug, global),
        New::Claim { article, quote, prefix, suffix } => {
            let quote = quote.as_deref().unwrap_or("").trim().to_owned();
            let words =
                Claim { quote, prefix: prefix.clone(), suffix: suffix.clone(), ..Claim::default() };
            claim::make(&root, article, &words, global)
        }
        New::Source { id } => source::make(&content, id, global),
    }?;
    Ok(Exit::Fine)
}
