//! `factpress coverage`: which checkable statements of an article no claim stands on.

mod html;
mod human;
mod measured;

use std::fs;
use std::path::Path;

use super::arguments::{CoverageArguments, Format};
use super::configuration::{Configuration, Talk};
use super::error::shown;
use super::{CliError, Exit, progress, report, terminal};
use crate::build;
use crate::check::CheckedSite;
use crate::check::rules::coverage_too_low;
use crate::diagnostic::{Diagnostic, Place, github};
use crate::nearest;

pub use measured::Measured;

/// Measures all articles or those named, shows what was found, and says whether a minimum was missed.
pub fn run(configuration: &Configuration, flags: &CoverageArguments) -> Result<Exit, CliError> {
    let started = std::time::Instant::now();
    let (outcome, site) = progress::during(configuration.talk, |watch| {
        watch(build::Step::Checking);
        build::check_site(&configuration.build)
    })?;
    let Some(site) = site else {
        return report::show(configuration, &outcome, report::Work::Check, started.elapsed());
    };
    let chosen = choose(&site, &flags.articles)?;
    let measured = Measured::new(&site, &chosen, flags.under);
    let text = match configuration.format {
        Format::Human => human::text(&measured, configuration.talk),
        Format::Json => json(&measured)?,
        Format::Html => html::page(&measured)?,
        Format::Github => github::lines(&findings(&site, &measured), &configuration.folder()),
    };
    match &configuration.build.output {
        None => terminal::data(&text)?,
        Some(path) => {
            let text = match configuration.format {
                Format::Human => plain(&text),
                _ => text,
            };
            write(path, &text)?;
            if configuration.talk > Talk::Quiet {
                terminal::say(&format!("Wrote the report into `{}`", shown(path)));
            }
        }
    }
    Ok(if measured.passed { Exit::Fine } else { Exit::Findings })
}

/// The articles of these names or paths, as places in the site; all where none is named.
fn choose(site: &CheckedSite, names: &[String]) -> Result<Vec<usize>, CliError> {
    let articles = &site.site.articles;
    if names.is_empty() {
        return Ok((0..articles.len()).collect());
    }
    let mut chosen = Vec::new();
    for name in names {
        let name = name.trim_end_matches('/');
        let bare = name.strip_prefix("content/").unwrap_or(name);
        let found =
            articles.iter().position(|article| article.slug == bare || article.file.path == name);
        let Some(index) = found else {
            let error = CliError::new(format!("there is no article `{name}`"));
            let slugs = || articles.iter().map(|article| article.slug.as_str());
            let error = match nearest::nearest(bare, slugs()) {
                Some(near) => error.help(format!("did you mean `{near}`?")),
                None => error,
            };
            return Err(match articles.len() {
                0 => error.help("this site has no article"),
                1..=20 => error.help(format!("the articles are {}", nearest::list(slugs()))),
                many => error.help(format!("without a name all {many} articles are measured")),
            });
        };
        if !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    Ok(chosen)
}

fn json(measured: &Measured) -> Result<String, CliError> {
    let text = serde_json::to_string_pretty(measured)
        .map_err(|error| CliError::new(format!("could not write JSON: {error}")))?;
    Ok(text + "\n")
}

/// One finding for each statement without a claim.
fn findings(site: &CheckedSite, measured: &Measured) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for article in &measured.articles {
        let of = site.site.articles.iter().find(|it| it.slug == article.article);
        let Some(file) = of.map(|it| &it.file) else { continue };
        for statement in article.list.iter().filter(|it| it.claims.is_empty()) {
            let message = format!("no claim stands on this statement ({})", statement.words());
            let place = Place::bytes(file, statement.source.clone());
            found.push(Diagnostic::new(&coverage_too_low::RULE, place, message));
        }
    }
    found
}

/// Takes colors out.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    if path.is_dir() {
        return Err(CliError::new(format!("`{}` is a folder", shown(path)))
            .help("name the file of the report, such as `--output coverage.html`"));
    }
    fs::write(path, text).map_err(|error| CliError::io("write", path, &error))
}
