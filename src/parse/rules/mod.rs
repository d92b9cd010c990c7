//! What can be wrong with the form of a file, one file per rule.

pub mod bad_date;
pub mod data_not_found;
pub mod duplicate_key;
pub mod invalid_csv;
pub mod invalid_yaml;
pub mod language_not_listed;
pub mod lock_too_new;
pub mod missing_field;
pub mod seed_not_found;
mod slip;
pub mod translation_without_original;
pub mod unknown_field;
pub mod wrong_type;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[
    &bad_date::RULE,
    &data_not_found::RULE,
    &duplicate_key::RULE,
    &invalid_csv::RULE,
    &invalid_yaml::RULE,
    &language_not_listed::RULE,
    &lock_too_new::RULE,
    &missing_field::RULE,
    &seed_not_found::RULE,
    &translation_without_original::RULE,
    &unknown_field::RULE,
    &wrong_type::RULE,
];
