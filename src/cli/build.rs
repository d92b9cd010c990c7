//! `factpress build`: checks everything and writes the site.

use std::time::Instant;

use super::configuration::Configuration;
use super::{CliError, Exit, progress, report};
use crate::build;

pub fn run(configuration: &Configuration) -> Result<Exit, CliError> {
    let started = Instant::now();
    let outcome = progress::during(configuration.talk, |watch| {
        build::build_watched(&configuration.build, watch)
    })?;
    report::show(configuration, &outcome, report::Work::Build, started.elapsed())
}
