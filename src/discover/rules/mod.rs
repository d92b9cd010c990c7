//! What can be wrong with files before their words are read, one file per rule.

pub mod claims_without_article;
pub mod file_too_large;
pub mod invalid_encoding;
pub mod link_outside_site;
pub mod unknown_file;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[
    &claims_without_article::RULE,
    &file_too_large::RULE,
    &invalid_encoding::RULE,
    &link_outside_site::RULE,
    &unknown_file::RULE,
];
