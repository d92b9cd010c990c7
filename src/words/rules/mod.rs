//! What must hold about words files, one file per rule.

pub mod bad_words;
pub mod words_missing;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[&bad_words::RULE, &words_missing::RULE];
