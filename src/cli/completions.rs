//! `factpress completions`: what a shell needs to complete commands and flags.

use clap::CommandFactory;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::{CliError, Exit, terminal};

pub fn run(shell: Shell) -> Result<Exit, CliError> {
    // Made in memory first: the generator panics where it can't write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "factpress", &mut script);
    terminal::data(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
