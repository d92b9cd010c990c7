//! `factpress check`: checks everything and writes nothing.

use std::time::Instant;

use super::configuration::Configuration;
use super::{CliError, Exit, progress, report};
use crate::build;

pub fn run(configuration: &Configuration) -> Result<Exit, CliError> {
    let started = Instant::now();
    let outcome = progress::during(configuration.talk, |watch| {
        watch(build::Step::Checking);
        build::check(&configuration.build)
    })?;
    report::show(configuration, &outcome, report::Work::Check, started.elapsed())
}
