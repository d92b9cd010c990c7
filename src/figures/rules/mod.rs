//! What must hold about figures, one file per rule.

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[];
