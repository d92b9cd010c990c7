//! The conductor: discover, parse, check (which anchors), render, write.
//!
//! ```text
//! discover -> parse -> check(anchor) -> render -> write
//! ```
//! Only the first and the last touch the disk. Whatever is wrong, the output folder stays as it was.

mod options;

pub use options::{BuildError, MemorySite, Options, Outcome, Recorded};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::check::{self, CheckedSite};
use crate::diagnostic::{self, Diagnostic, Level};
use crate::discover::read::ReadError;
use crate::discover::{self, Reader};
use crate::model::{Claim, Lock};
use crate::parse;
use crate::render::{self, Content, Output, RenderError};
use crate::snapshots;
use crate::write::{Publication, Replacement, Turn, WriteError};

/// Runs the first four stages: discover, parse, anchor, check; and reads the site's own templates, as
/// far as that can be done without making a page.
///
/// # Errors
/// Where the machine, not the author, is in the way.
pub fn check(options: &Options) -> Result<Outcome, BuildError> {
    let Front { site, mut outcome, templates, .. } = front(options)?;
    let found = site.map(|site| render::examine(&site, &templates)).unwrap_or_default();
    if !found.is_empty() {
        outcome.fail(found);
    }
    Ok(outcome)
}

/// Runs the first four stages and hands out the site, where nothing stops the build.
///
/// # Errors
/// Where the machine, not the author, is in the way.
pub fn check_site(options: &Options) -> Result<(Outcome, Option<CheckedSite>), BuildError> {
    let front = front(options)?;
    Ok((front.outcome, front.site))
}

/// Runs all stages and writes the site.
///
/// # Errors
/// Where the machine, not the author, is in the way.
pub fn build(options: &Options) -> Result<Outcome, BuildError> {
    build_watched(options, &|_| {})
}

/// Looks for the words of a claim in the article with this address: what a check would say of them,
/// or nothing where they have one place, and where the article itself can't be read.
///
/// # Errors
/// Where the machine, not the author, is in the way.
pub fn look_up(root: &Path, slug: &str, claim: Claim) -> Result<Option<Diagnostic>, BuildError> {
    let io = |error| BuildError::Io { path: root.to_owned(), error };
    let reader = Reader::new(root).map_err(io)?;
    let (mut layout, _) = discover::discover(&reader).map_err(io)?;
    layout.texts.retain(|text| text.slug == slug);
    for text in &mut layout.texts {
        // Without a claims file it is an article all the same, and others' faults are not asked for.
        (text.claims, text.bundle) = (None, true);
    }
    let (mut site, _) = parse::parse(&reader, &layout, true);
    let Some(mut article) = site.articles.pop() else { return Ok(None) };
    article.claims = vec![claim];
    Ok(check::look_up(&article, &site))
}

/// Where a run is, for those who wait for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The site's files are read and checked.
    Checking,
    /// Pages are made: so many of so many (the few index pages come on top).
    Rendering(usize, usize),
    /// What changed is put in its place.
    Publishing,
}

/// Like [`build`], and tells `watch` of every step, from several threads.
///
/// # Errors
/// As [`build`].
pub fn build_watched(
    options: &Options,
    watch: &(dyn Fn(Step) + Sync),
) -> Result<Outcome, BuildError> {
    watch(Step::Checking);
    let Front { site, mut outcome, templates, reader } = front(options)?;
    let Some(site) = site else { return Ok(outcome) };
    let output = options.output_folder();
    let publication = Publication::begin(&options.root, &output)?;
    let pages = pages(&site);
    let made = AtomicUsize::new(0);
    let stage = |output: Output| {
        if output.path.ends_with("/index.html") {
            let made = made.fetch_add(1, Ordering::Relaxed) + 1;
            watch(Step::Rendering(made.min(pages), pages));
        }
        publication.stage(output)
    };
    match render::render(&site, &templates, &stage) {
        Ok(found) if options.deny_warnings && !found.is_empty() => outcome.fail(found),
        Ok(found) => {
            outcome.add(found);
            watch(Step::Publishing);
            let record = record(options, &reader, &site)?;
            let written = publication.commit()?;
            outcome.files = written.total;
            outcome.written = written.written;
            outcome.removed = written.removed;
            if let Some((record, recorded, _turn)) = record {
                record.put()?;
                outcome.recorded = Some(recorded);
            }
        }
        Err(RenderError::Findings(found)) => outcome.fail(found),
        Err(RenderError::Emit(error)) => return Err(WriteError::from(error).into()),
    }
    Ok(outcome)
}

/// The next `factpress.lock`, where it differs, beside the one that is there.
///
/// It takes its place after the pages took theirs. Should the process die between the two, the site
/// is published and the lock is behind: the next build compares with what was published before,
/// asks for the same entries once more, and records. The other way round the lock would be ahead of
/// a site that nobody has seen, and would hold the author to a verdict that was never published; and
/// a publication that fails, say for a full disk, would have to take the lock back. What is left is
/// one change that goes unseen, if somebody alters a verdict again in just that state. The file is
/// whole on the disk before the first page moves, so that between the two there is nothing but one
/// renaming. Until it took its place nobody else's turn comes.
fn record(
    options: &Options,
    reader: &Reader,
    site: &CheckedSite,
) -> Result<Option<(Replacement, Recorded, Turn)>, BuildError> {
    let file = site.site.lock_file.as_deref();
    let Some(text) = site.lock.changed(file) else { return Ok(None) };
    let turn = Turn::take(&options.root)?;
    // Something else, such as `factpress archive`, may have written it since it was read.
    let there = reader.text(Lock::FILE).ok();
    if there.as_deref().map(|file| &file.text) != file.map(|file| &file.text) {
        return Err(BuildError::Usage(format!(
            "{} was changed while the site was built; build it again",
            Lock::FILE
        )));
    }
    let record = turn.prepare(Lock::FILE, &text)?;
    Ok(Some((record, Recorded::new(site.site.lock.as_ref(), &site.lock), turn)))
}

/// Largest copied file that a site in memory holds.
const MAX_IN_MEMORY: u64 = 64 * 1024 * 1024;

/// Runs all stages but the last, into memory. Copied files over 64 MiB are left out.
///
/// # Errors
/// Where the machine, not the author, is in the way.
pub fn build_in_memory(options: &Options) -> Result<(Outcome, Option<MemorySite>), BuildError> {
    let Front { site, mut outcome, templates, reader } = front(options)?;
    let Some(site) = site else { return Ok((outcome, None)) };
    let files: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::new(BTreeMap::new());
    let keep = |output: Output| {
        let bytes = match output.content {
            Content::Bytes(bytes) => bytes,
            Content::CopyOf(path) => match reader.bytes(&path, MAX_IN_MEMORY) {
                Ok(bytes) => bytes,
                // Too large to be kept; a preview does without it.
                Err(ReadError::Finding(_)) => return Ok(()),
                Err(ReadError::Io(_, error)) => return Err(error),
            },
        };
        if let Ok(mut files) = files.lock() {
            files.insert(output.path, bytes);
        }
        Ok(())
    };
    match render::render(&site, &templates, &keep) {
        Ok(found) if options.deny_warnings && !found.is_empty() => {
            outcome.fail(found);
            Ok((outcome, None))
        }
        Ok(found) => {
            outcome.add(found);
            let files = files.into_inner().unwrap_or_default();
            outcome.files = files.len();
            Ok((outcome, Some(files)))
        }
        Err(RenderError::Findings(found)) => {
            outcome.fail(found);
            Ok((outcome, None))
        }
        Err(RenderError::Emit(error)) => Err(BuildError::Io { path: options.root.clone(), error }),
    }
}

/// The pages of articles and claims.
fn pages(site: &CheckedSite) -> usize {
    let translated = site.site.translations.iter().map(|translation| &translation.article);
    let articles: Vec<_> = site.site.articles.iter().chain(translated).collect();
    let claims = articles.iter().map(|article| article.claims.len()).sum::<usize>();
    let claims = if site.site.settings.claim_pages { claims } else { 0 };
    articles.len() + claims
}

/// What the first four stages bring.
struct Front {
    /// The site, where nothing stops the build.
    site: Option<CheckedSite>,
    outcome: Outcome,
    /// The site's own templates.
    templates: Vec<(String, Vec<u8>)>,
    reader: Reader,
}

fn front(options: &Options) -> Result<Front, BuildError> {
    let io = |path: PathBuf| move |error| BuildError::Io { path, error };
    let reader = Reader::new(&options.root).map_err(io(options.root.clone()))?;
    if !options.root.join("content").is_dir() {
        return Err(BuildError::Usage(format!(
            "there is no folder `content` in `{}`; `factpress init DIR` makes a new site",
            options.root.display()
        )));
    }
    let (layout, mut findings) = discover::discover(&reader).map_err(io(options.root.clone()))?;
    let (mut site, parsed) = parse::parse(&reader, &layout, options.drafts);
    findings.extend(parsed.diagnostics);
    if let Some((path, error)) = parsed.io {
        return Err(BuildError::Io { path, error });
    }
    let mut templates = Vec::with_capacity(layout.templates.len());
    for path in &layout.templates {
        match reader.bytes(path, discover::read::MAX_TEXT) {
            Ok(bytes) => templates.push((path["templates/".len()..].to_owned(), bytes)),
            Err(ReadError::Finding(found)) => findings.push(*found),
            Err(ReadError::Io(path, error)) => {
                return Err(BuildError::Io { path, error });
            }
        }
    }
    if let Some(url) = &options.base_url {
        site.settings.base_url = Some(url.clone());
    }
    let examination = snapshots::examine(&reader, &site);
    let mut outcome = Outcome {
        articles: site.articles.len(),
        claims: site.articles.iter().map(|article| article.claims.len()).sum(),
        addressed: site.settings.base_url.is_some(),
        ..Outcome::default()
    };
    let (site, mut found) = check::check(site, examination, findings, options.now);
    if let Some(site) = site.as_ref().filter(|_| options.locked) {
        found.extend(check::rules::lock_outdated::check(site));
        diagnostic::sort(&mut found);
    }
    let stopped = diagnostic::any_denied(&found)
        || site.is_none()
        || (options.deny_warnings && found.iter().any(|found| found.level == Level::Warn));
    outcome.diagnostics = found;
    outcome.passed = !stopped;
    Ok(Front { site: site.filter(|_| !stopped), outcome, templates, reader })
}

impl Outcome {
    /// Takes in findings of the render stage.
    fn add(&mut self, found: Vec<Diagnostic>) {
        self.diagnostics.extend(found);
        diagnostic::sort(&mut self.diagnostics);
    }

    /// Takes in findings of the render stage, which stop the build.
    fn fail(&mut self, found: Vec<Diagnostic>) {
        self.add(found);
        self.passed = false;
    }
}
