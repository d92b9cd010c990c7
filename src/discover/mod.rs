//! Finds the files of a site and reads them as text.
//!
//! Nothing is understood here: the stage says which files make which article or page
//! ([`layout`]), and opens files safely ([`read`]).

pub mod layout;
pub mod read;
pub mod rules;

pub use layout::{ArticleFiles, Layout, discover};
pub use read::Reader;
