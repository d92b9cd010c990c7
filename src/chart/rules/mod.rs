//! What must hold about charts, one file per rule.

pub mod chart_cell;
pub mod chart_column;
pub mod chart_duplicate;
pub mod chart_empty;
pub mod chart_mark_outside;
pub mod chart_misplaced;
pub mod chart_setting;
pub mod chart_unknown;
pub mod chart_value;
pub mod chart_without_source;
pub mod chart_words;

use crate::diagnostic::Rule;

/// The rules of this part.
pub static ALL: &[&Rule] = &[
    &chart_cell::RULE,
    &chart_column::RULE,
    &chart_duplicate::RULE,
    &chart_empty::RULE,
    &chart_mark_outside::RULE,
    &chart_misplaced::RULE,
    &chart_setting::RULE,
    &chart_unknown::RULE,
    &chart_value::RULE,
    &chart_without_source::RULE,
    &chart_words::RULE,
];
