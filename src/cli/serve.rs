//! `factpress serve`: the preview in the browser.

use super::arguments::ServeArguments;
use super::configuration::Configuration;
use super::{CliError, Exit};

#[cfg(not(feature = "serve"))]
pub fn run(_: &Configuration, _: &ServeArguments) -> Result<Exit, CliError> {
    Err(CliError::new("this factpress was built without the preview server")
        .help("`factpress build` makes the site; open `public/index.html` in the browser")
        .help("the server is part of factpress unless it is built with --no-default-features"))
}

#[cfg(feature = "serve")]
pub fn run(configuration: &Configuration, flags: &ServeArguments) -> Result<Exit, CliError> {
    use std::sync::Mutex;
    use std::time::Instant;

    use super::configuration::Talk;
    use super::{report, terminal};
    use crate::build::Options;
    use crate::serve::{Event, ServeOptions, serve};

    let options = ServeOptions { port: flags.port, open: flags.open };
    let started = Mutex::new(Instant::now());
    let quiet = configuration.talk == Talk::Quiet;
    let talk = |event: Event<'_>| match event {
        Event::Building => {
            if let Ok(mut started) = started.lock() {
                *started = Instant::now();
            }
        }
        Event::Built(outcome) => {
            let took = started.lock().map(|started| started.elapsed()).unwrap_or_default();
            // Standard output that can't be written is no reason to end the preview.
            let _ = report::show(configuration, outcome, report::Work::Preview, took);
        }
        Event::Failed(error) => terminal::complain(&error.to_string()),
        Event::Listening(url) if quiet => terminal::say(url),
        Event::Listening(url) => {
            terminal::say(&format!(
                "The preview is at {url} and follows every change; Ctrl-C ends it"
            ));
        }
        Event::NoBrowser(error) => {
            terminal::say(&format!("No browser could be opened: {error}"));
        }
        Event::NotWatching(why) => {
            terminal::say(&format!("Changes can't be seen at the moment: {why}"));
        }
    };
    // What is being written is not what was published.
    let build = Options { locked: false, ..configuration.build.clone() };
    serve(build, options, &talk)
        .map(|()| Exit::Fine)
        .map_err(|error| CliError::new(error.to_string()))
}
