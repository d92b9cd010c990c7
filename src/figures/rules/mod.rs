//! What must hold about figures, one file per rule.

pub(super) mod bad_draw;
pub(super) mod bad_expression;
pub(super) mod bad_quantity;
pub(super) mod data_changed;
pub(super) mod data_not_pinned;
pub(super) mod figure_named_twice;
pub mod quantities_disagree;
pub(super) mod shown_mismatch;
pub(super) mod shown_not_compared;
pub(super) mod shown_unreadable;
pub(super) mod sum_mismatch;
pub(super) mod unit_mismatch;
pub(super) mod value_mismatch;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[
    &bad_draw::RULE,
    &bad_expression::RULE,
    &bad_quantity::RULE,
    &data_changed::RULE,
    &data_not_pinned::RULE,
    &figure_named_twice::RULE,
    &quantities_disagree::RULE,
    &shown_mismatch::RULE,
    &shown_not_compared::RULE,
    &shown_unreadable::RULE,
    &sum_mismatch::RULE,
    &unit_mismatch::RULE,
    &value_mismatch::RULE,
];
