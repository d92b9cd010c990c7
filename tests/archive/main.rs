//! Keeping copies of sources, against a server of one's own.
#![allow(clippy::unwrap_used, reason = "tests")]

mod fetch;
mod lock;
mod server;
mod verb;
