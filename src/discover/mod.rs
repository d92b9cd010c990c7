//! Finds the files of a site and reads them as text.
//!
//! Nothing is understood here: the stage says which files make which article or page
//! ([`layout`]), and opens files safely ([`read`]).

mod beside;
mod language;
pub mod layout;
pub mod read;
pub mod rules;

pub use language::{is_tag, split_language};
pub use layout::{ArticleFiles, Layout, TranslationFiles, discover};
pub use read::Reader;
