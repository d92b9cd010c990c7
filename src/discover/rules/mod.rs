//! What can be wrong with files before their words are read, one file per rule.

pub mod bad_file_name;
pub mod claims_without_article;
pub mod file_too_large;
pub mod invalid_encoding;
pub mod link_outside_site;
pub mod not_a_file;
pub mod unknown_file;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[
    &bad_file_name::RULE,
    &claims_without_article::RULE,
    &file_too_large::RULE,
    &invalid_encoding::RULE,
    &link_outside_site::RULE,
    &not_a_file::RULE,
    &unknown_file::RULE,
];
