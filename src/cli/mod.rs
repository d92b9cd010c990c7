//! The command line: arguments in, words and an exit code out.
//!
//! `arguments` says what can be typed, `configuration` checks it once, and each verb is a file of
//! its own. Only here is anything printed ([`terminal`]) and the clock read (`clock`).

mod archive;
mod arguments;
mod build;
mod check;
mod clock;
mod completions;
mod configuration;
mod coverage;
mod error;
mod explain;
mod init;
mod new;
mod profiles;
mod progress;
mod reference;
mod report;
mod schema;
mod serve;
pub mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Format, Verb};
use configuration::Configuration;

pub use error::CliError;
pub use explain::rules_reference;
pub use profiles::profiles_reference;
pub use reference::command_reference;
pub use schema::{SCHEMAS, schema_text};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing stood in the way.
    Fine,
    /// The site has errors, or warnings under `--deny warnings`.
    Findings,
    /// The command could not be carried out: usage, or a file that can't be read or written.
    Failure,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::from(0),
            Exit::Findings => Self::from(1),
            Exit::Failure => Self::from(2),
        }
    }
}

/// Carries out one command line, the name of the program first.
pub fn run(line: impl IntoIterator<Item = OsString>) -> Result<Exit, CliError> {
    let arguments = match Arguments::try_parse_from(line) {
        Ok(arguments) => arguments,
        // Help and version come this way too, for standard output and with exit code 0.
        Err(message) => {
            let _ = message.print();
            return Ok(if message.use_stderr() { Exit::Failure } else { Exit::Fine });
        }
    };
    arguments.global.color.apply();
    let global = &arguments.global;
    let verb = arguments.verb.unwrap_or(Verb::Build);
    if global.format == Format::Html && !matches!(verb, Verb::Coverage(_)) {
        return Err(CliError::new("`--format html` is for `factpress coverage`")
            .help("findings are shown as `human`, `json` or `github`"));
    }
    match verb {
        Verb::Build => build::run(&Configuration::of(global)?),
        Verb::Check => check::run(&Configuration::of(global)?),
        Verb::Coverage(flags) => coverage::run(&Configuration::of(global)?, &flags),
        Verb::Serve(flags) => serve::run(&Configuration::of(global)?, &flags),
        Verb::Init { folder } => init::run(&folder, global),
        Verb::New(what) => new::run(&what, global),
        Verb::Archive(flags) => archive::run(&flags, global),
        Verb::Explain { rule } => explain::run(rule.as_deref()),
        Verb::Schema(flags) => schema::run(&flags, global),
        Verb::Completions { shell } => completions::run(shell),
    }
}
