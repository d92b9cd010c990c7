//! Why a command could not be carried out.

use std::fmt;
use std::path::Path;

use crate::build::BuildError;

/// A failure of usage or of the machine: what happened, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CliError {
    message: String,
    help: Vec<String>,
}

impl CliError {
    /// A failure in one sentence, without a capital or a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: Vec::new() }
    }

    /// A file or folder that the system refused.
    pub fn io(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("could not {doing} `{}`: {error}", shown(path)))
    }

    /// Adds something to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        for help in &self.help {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CliError {}

impl From<BuildError> for CliError {
    fn from(error: BuildError) -> Self {
        Self::new(error.to_string())
    }
}

/// A path as it is shown: with forward slashes on every system, without a leading `./`.
pub fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path };
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}
