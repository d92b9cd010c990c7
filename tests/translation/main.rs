//! Translations, tried on a small site and on the explainer: what they lack, and what they say otherwise,
//! is one finding each, by the rule meant for it, at its line; and what comes out of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod differs;
mod files;
mod output;
#[path = "../published/mod.rs"]
mod published;
mod site;
