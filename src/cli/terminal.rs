//! The one door for output: data to standard output, talk to standard error.

use std::io::{self, ErrorKind, Write};

use clap::builder::styling::{AnsiColor, Style};

use super::CliError;
use crate::diagnostic::neutral;

/// Writes data to standard output. A reader that went away (`factpress schema claims | head`) is no
/// failure.
pub(super) fn data(text: &str) -> Result<(), CliError> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(CliError::new(format!("could not write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes talk to standard error, as it is. Nobody hears it where that is closed, and nothing
/// depends on it.
pub(super) fn talk(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Writes one line of talk; control characters in it, from names of files, are made harmless.
pub(super) fn say(line: &str) {
    talk(&format!("{}\n", neutral(line)));
}

/// Says why a command could not be carried out.
pub fn complain(message: &str) {
    let style = Style::new().bold().fg_color(Some(AnsiColor::BrightRed.into()));
    talk(&format!("{style}error{style:#}: {}\n", neutral(message)));
}

/// Whether talk may have colors.
pub(super) fn color() -> bool {
    anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never
}
