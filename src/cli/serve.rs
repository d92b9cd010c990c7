//! `factpress serve`: the preview in the browser.

use super::arguments::ServeArguments;
use super::configuration::Configuration;
use super::{CliError, Exit};

#[cfg(not(feature = "serve"))]
pub fn run(_: Configuration, _: &ServeArguments) -> Result<Exit, CliError> {
    Err(CliError::new("this factpress was built without the preview server")
        .help("build the site with `factpress build` and open `public/index.html`")
        .help("`cargo install factpress` brings the server; it is on unless turned off"))
}

#[cfg(feature = "serve")]
pub fn run(_: Configuration, _: &ServeArguments) -> Result<Exit, CliError> {
    Err(CliError::new("the preview server is not there yet"))
}
