//! factpress compiles fact-checked explainers.

pub mod address;
pub mod anchor;
pub mod build;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod discover;
pub mod input;
pub mod model;
pub mod nearest;
pub mod parse;
pub mod render;
#[cfg(feature = "serve")]
pub mod serve;
pub mod write;
