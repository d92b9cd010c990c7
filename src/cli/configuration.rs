//! Arguments, checked once.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::arguments::{Deny, Format, GlobalArguments};
use super::error::shown;
use super::{CliError, clock, terminal};
use crate::build::Options;
use crate::model::{PartialDate, Percent};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talk {
    /// Findings only.
    Quiet,
    /// Findings and a summary.
    Normal,
    /// Also which site this is, where it goes, and which day it is.
    Verbose,
}

/// A checked command line of a verb that works on a site.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// What to build, and how.
    pub build: Options,
    /// How findings are shown.
    pub format: Format,
    /// How much is said.
    pub talk: Talk,
}

impl Configuration {
    /// Finds the site and today's date.
    pub fn of(arguments: &GlobalArguments) -> Result<Self, CliError> {
        let talk = talk(arguments);
        Ok(Self {
            build: Options {
                root: root(arguments)?,
                output: arguments.output.clone(),
                base_url: arguments.base_url.clone(),
                drafts: arguments.drafts,
                locked: arguments.locked,
                deny_warnings: arguments.deny == Some(Deny::Warnings),
                now: today(arguments),
            },
            format: arguments.format,
            talk,
        })
    }

    /// The output folder as it is shown: `public/`.
    pub fn output(&self) -> String {
        format!("{}/", shown(&self.build.output_folder()).trim_end_matches('/'))
    }

    /// The site's folder as a path from this one, with forward slashes; empty where it is this one,
    /// or where it is not below it.
    pub fn folder(&self) -> String {
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let root = self.build.root.canonicalize();
        match (here, root) {
            (Ok(here), Ok(root)) => root.strip_prefix(here).map(shown).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// How much is said.
pub fn talk(arguments: &GlobalArguments) -> Talk {
    match (arguments.quiet, arguments.verbose) {
        (true, _) => Talk::Quiet,
        (_, true) => Talk::Verbose,
        _ => Talk::Normal,
    }
}

/// The day of `--now`, or else the clock's.
pub fn today(arguments: &GlobalArguments) -> Option<Date> {
    arguments.now.or_else(clock::today)
}

/// The site's folder: the one of `--root`, or this one, or the nearest above it with a site.
pub fn root(arguments: &GlobalArguments) -> Result<PathBuf, CliError> {
    if let Some(root) = &arguments.root {
        if !root.is_dir() {
            return Err(CliError::new(format!("there is no folder `{}`", shown(root))));
        }
        if !is_site(root) {
            return Err(no_site(&shown(root)));
        }
        return Ok(root.clone());
    }
    if is_site(Path::new(".")) {
        return Ok(PathBuf::from("."));
    }
    let here =
        std::env::current_dir().map_err(|error| CliError::io("find", Path::new("."), &error))?;
    let root = here.ancestors().skip(1).find(|folder| is_site(folder));
    let Some(root) = root else { return Err(no_site("this folder")) };
    if !arguments.quiet {
        terminal::say(&format!("The site is in `{}`", shown(root)));
    }
    Ok(root.to_path_buf())
}

fn is_site(folder: &Path) -> bool {
    folder.join("factpress.yaml").is_file() || folder.join("content").is_dir()
}

fn no_site(folder: &str) -> CliError {
    CliError::new(format!("there is no site in {folder}: it has no `content` folder"))
        .help("go to the site's folder, or name it with `--root DIR`")
        .help("`factpress init DIR` makes a new site")
}

/// Reads `--now`.
pub fn parse_day(text: &str) -> Result<Date, String> {
    let date = text.parse::<PartialDate>().map_err(|error| error.to_string())?;
    date.full().ok_or_else(|| "a whole day is needed, such as 2026-11-23".to_owned())
}

/// Reads `--under`.
pub fn parse_percent(text: &str) -> Result<Percent, String> {
    let percent = text.strip_suffix('%').unwrap_or(text).parse().ok().and_then(Percent::new);
    percent.ok_or_else(|| "a whole number from 0 to 100 is needed, such as 80".to_owned())
}

/// Reads `--base-url`: the address of a site is http or https, names a host, and is complete.
pub fn parse_base_url(text: &str) -> Result<String, String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let Some(scheme) = scheme else {
        return Err("an address starts with https:// or http://".to_owned());
    };
    let rest = &text[scheme.len()..];
    if rest.contains(['?', '#']) {
        return Err("the address of a site has no `?` and no `#`".to_owned());
    }
    let refused =
        |char: char| char.is_whitespace() || char.is_control() || "\"'<>\\^`{|}".contains(char);
    if let Some(char) = rest.chars().find(|char| refused(*char)) {
        return Err(format!("{char:?} can't stand in an address"));
    }
    let host = rest.split('/').next().unwrap_or("");
    if host.contains('@') {
        return Err("the address of a site has no user name".to_owned());
    }
    if host.is_empty() || host.starts_with([':', '.']) {
        return Err("the name of the host is missing, as in https://example.org/".to_owned());
    }
    Ok(format!("{scheme}{}/", rest.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls() {
        let ok = |text: &str| Ok(text.to_owned());
        assert_eq!(parse_base_url("https://example.org"), ok("https://example.org/"));
        assert_eq!(parse_base_url("HTTP://localhost:80/a/b//"), ok("http://localhost:80/a/b/"));
        for bad in [
            "",
            "example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://:80/",
            "https://a/?b",
            "https://a/#b",
            "https://a b/",
            "https://u@a/",
            "https://a/\"><script>",
            "https://a\n/",
            "https://a\\b",
        ] {
            assert!(parse_base_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn percents() {
        let read = |text: &str| parse_percent(text).map(Percent::get);
        assert_eq!((read("0"), read("80%"), read("100")), (Ok(0), Ok(80), Ok(100)));
        for bad in ["", "%", "101", "-1", "79.5", "eighty"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn days() {
        assert_eq!(parse_day("2026-11-23").map(|day| day.to_string()), Ok("2026-11-23".to_owned()));
        for bad in ["2026-11", "2026", "23.11.2026", "2026-02-30", "today"] {
            assert!(parse_day(bad).is_err(), "{bad}");
        }
    }
}
