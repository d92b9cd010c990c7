//! `factpress archive`: keeps copies of sources.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use super::arguments::{ArchiveArguments, GlobalArguments};
use super::configuration::{Talk, root, talk, today};
use super::error::shown;
use super::{CliError, Exit, terminal};
use crate::archive::{Archive, Found, Kept, Limits, Refusal, Standing, address_of};
use crate::diagnostic::{self, human};
use crate::discover::{Reader, discover};
use crate::model::{PartialDate, Site};
use crate::nearest::nearest;
use crate::parse;
use crate::snapshots::media::{self, Media};

/// Keeps what is asked for, one source after the other, and tells what became of each.
pub fn run(flags: &ArchiveArguments, global: &GlobalArguments) -> Result<Exit, CliError> {
    let captured = captured(flags, global)?;
    let root = root(global)?;
    let reader = Reader::new(&root).map_err(|error| CliError::io("open", &root, &error))?;
    let (layout, _) = discover(&reader).map_err(|error| CliError::io("read", &root, &error))?;
    let (site, parsed) = parse::shared(&reader, &layout);
    if let Some((path, error)) = parsed.io {
        return Err(CliError::io("read", &path, &error));
    }
    let mut faults = parsed.diagnostics;
    diagnostic::sort(&mut faults);
    if diagnostic::any_denied(&faults) {
        terminal::talk(&human::draw(&faults, terminal::color()));
        terminal::say("Nothing was kept, since these files have errors");
        return Ok(Exit::Findings);
    }
    let mut archive = Archive::new(&reader, &site);
    let sources = chosen(flags, &site, &archive)?;
    let talk = talk(global);
    if sources.is_empty() && talk > Talk::Quiet {
        terminal::say("Nothing to do: no source has an address and no copy");
    }
    let (mut kept, mut failed) = (0, 0);
    for (number, id) in sources.iter().enumerate() {
        if talk == Talk::Verbose {
            terminal::say(&format!("{} of {}: {id}", number + 1, sources.len()));
        }
        match one(id, flags, &site, &mut archive, captured) {
            Ok(done) => {
                kept +=
                    usize::from(matches!(done, Done::Kept(Kept::New { .. } | Kept::Restored(_))));
                if talk > Talk::Quiet {
                    tell(id, &done);
                }
            }
            Err(refusal) => {
                failed += 1;
                terminal::complain(&format!("{id}: {}", refusal.message));
                if let Some(help) = refusal.help {
                    terminal::say(&format!("  help: {help}"));
                }
            }
        }
    }
    if talk > Talk::Quiet && sources.len() > 1 {
        let there = sources.len() - kept - failed;
        terminal::say(&format!("Kept {kept}, there already {there}, failed {failed}"));
    }
    if failed > 0 && flags.from.is_none() && talk > Talk::Quiet {
        terminal::say(
            "A page that can't be fetched can be saved in a browser and kept with `factpress archive \
             SOURCE --from FILE`",
        );
    }
    Ok(if failed > 0 { Exit::Findings } else { Exit::Fine })
}

/// The day of the copies: today, if not told otherwise, and no day to come.
fn captured(
    flags: &ArchiveArguments,
    global: &GlobalArguments,
) -> Result<Option<PartialDate>, CliError> {
    let today = today(global);
    if let (Some(captured), Some(today)) = (flags.captured, today)
        && captured > today
    {
        return Err(CliError::new(format!("`--captured`: {captured} is in the future"))
            .help(format!("today is {today}, in UTC; another day can be said with `--now DATE`")));
    }
    Ok(flags.captured.or(today).map(PartialDate::from))
}

/// The sources that are meant, each once.
fn chosen(
    flags: &ArchiveArguments,
    site: &Site,
    archive: &Archive<'_>,
) -> Result<Vec<String>, CliError> {
    let mut sources: Vec<String> = Vec::new();
    for id in &flags.sources {
        if site.sources.get(id).is_none() {
            let error = CliError::new(format!("there is no source `{id}` in content/sources.yaml"));
            return Err(match nearest(id, site.sources.ids()) {
                Some(near) => error.help(format!("did you mean `{near}`?")),
                None => error.help(format!("`factpress new source {id}` adds it")),
            });
        }
        if !sources.contains(id) {
            sources.push(id.clone());
        }
    }
    if flags.from.is_some() && sources.len() > 1 {
        return Err(CliError::new("`--from` takes the copy of one source")
            .help("name one source for each file"));
    }
    if sources.is_empty() {
        // What can't be opened is told when its turn comes.
        let is_open =
            |id: &str| !matches!(archive.standing(id), Ok(Standing::Whole | Standing::ByHand));
        let open = site.sources.iter().filter(|(_, source)| address_of(source).is_some());
        sources = open.map(|(id, _)| id).filter(|id| is_open(id)).map(str::to_owned).collect();
    }
    Ok(sources)
}

/// What became of a source.
enum Done {
    /// There was nothing to do.
    There,
    Kept(Kept),
}

fn one(
    id: &str,
    flags: &ArchiveArguments,
    site: &Site,
    archive: &mut Archive<'_>,
    captured: Option<PartialDate>,
) -> Result<Done, Refusal> {
    match archive.standing(id)? {
        Standing::ByHand => {
            return Err(Refusal::new("sources.yaml names the copy of this source")
                .help("delete `snapshot:` there, and factpress keeps one and its hash"));
        }
        Standing::Whole if !flags.again && flags.from.is_none() => return Ok(Done::There),
        _ => {}
    }
    let found = if let Some(file) = &flags.from {
        saved(file, flags.max_bytes)?
    } else {
        let address = site.sources.get(id).and_then(address_of).ok_or_else(|| {
            Refusal::new("has no address")
                .help("add `url:` in sources.yaml, or keep a file with `--from FILE`")
        })?;
        fetched(address, flags)?
    };
    archive.keep(id, &found, flags.again, captured).map(Done::Kept)
}

/// Reads a file that a person saved.
fn saved(path: &Path, most: u64) -> Result<Found, Refusal> {
    let name = shown(path);
    let io = |error: std::io::Error| Refusal::new(format!("could not read `{name}`: {error}"));
    // Opening a pipe would wait for ever.
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(Refusal::new(format!("`{name}` is no file")));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(io)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > most {
        return Err(Refusal::new(format!("`{name}` has more than {most} bytes"))
            .help("allow more with `--max-bytes`, or keep the pages that are quoted alone"));
    }
    if bytes.is_empty() {
        return Err(Refusal::new(format!("`{name}` is empty")));
    }
    let media = if media::is_pdf(&bytes) {
        Some(Media::Pdf)
    } else {
        // A file of another kind may look like text: a web archive (.mhtml), a page of a program.
        let is_named = path.extension().is_some();
        let seen = Media::of_bytes(&bytes).filter(|it| *it != Media::Text || !is_named);
        Media::of_name(&name).filter(|it| *it != Media::Pdf).or(seen)
    };
    let media = media.ok_or_else(|| {
        Refusal::new(format!("`{name}` is of a kind that can't be read")).help(
            "web pages (.html; not .mhtml), PDF, plain text (.txt), CSV, JSON and XML are kept",
        )
    })?;
    Ok(Found { bytes, media, charset: None, answer: None })
}

#[cfg(feature = "archive")]
fn fetched(address: &str, flags: &ArchiveArguments) -> Result<Found, Refusal> {
    use crate::archive::fetch::{FetchError, fetch};
    let limits = Limits { bytes: flags.max_bytes, timeout: Duration::from_secs(flags.timeout) };
    fetch(address, &limits).map_err(|error| {
        let refusal = Refusal::new(error.to_string());
        match error {
            FetchError::TooLarge(_) => refusal.help("allow more with `--max-bytes`"),
            FetchError::TimedOut(_) => refusal.help("wait longer with `--timeout`"),
            _ => refusal,
        }
    })
}

#[cfg(not(feature = "archive"))]
fn fetched(_: &str, flags: &ArchiveArguments) -> Result<Found, Refusal> {
    let _ = Limits { bytes: flags.max_bytes, timeout: Duration::from_secs(flags.timeout) };
    Err(Refusal::new("can't be fetched: this factpress was built without the network")
        .help("save the page in a browser and keep it with `--from FILE`"))
}

/// Says what became of a source.
fn tell(id: &str, done: &Done) {
    let of = |day: &Option<PartialDate>| day.map(|day| format!(" of {day}")).unwrap_or_default();
    terminal::say(&match done {
        Done::There => format!("{id}: there already"),
        Done::Kept(Kept::Same(day)) => format!("{id}: the same as the copy{}", of(day)),
        Done::Kept(Kept::Restored(path)) => format!("{id}: put back as {path}, byte for byte"),
        Done::Kept(Kept::New { path, bytes, replaces, .. }) => {
            let replaces = if *replaces { ", in place of the old copy" } else { "" };
            format!("{id}: kept as {path} ({bytes} bytes{replaces})")
        }
    });
    if let Done::Kept(Kept::New { unreadable: Some(why), .. }) = done {
        terminal::say(&format!("  note: no quotation can be looked for in it, since it {why}"));
    }
}
