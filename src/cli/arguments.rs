//! What can be typed. The texts here are the help, and `docs/cli.md` is made from them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::configuration::{parse_base_url, parse_day, parse_percent};
use crate::model::Percent;

/// Joins articles with their fact-checks, refuses what does not hold, and builds the site.
#[derive(Debug, Parser)]
#[command(
    name = "factpress",
    version,
    after_help = "Exit code: 0 where all is fine, 1 where the site has errors, 2 where the command \
                  could not be carried out."
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: GlobalArguments,
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// The verbs. None means `build`.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check everything and build the site; this is what happens without a command
    Build,
    /// Check texts, checks and theme without building
    Check,
    /// List the checkable statements of articles that no claim stands on, with the share that has one
    Coverage(CoverageArguments),
    /// Show the site in the browser, and again after every change
    Serve(ServeArguments),
    /// Make a new site in an empty folder
    Init {
        /// The folder; made where it is missing
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Add an article, a fact-check or a source to the site
    #[command(subcommand)]
    New(New),
    /// Keep copies of sources, so that quotations can be looked for in them
    ///
    /// A copy goes to `snapshots/`, and its hash, address and date to factpress.lock. Nothing that was
    /// kept is replaced without `--again`. Copies are never published with the site; see
    /// docs/snapshots.md for what may be kept where.
    Archive(ArchiveArguments),
    /// Say what a rule finds, why it matters, and what to do
    Explain {
        /// The rule's name; without it all rules are listed
        rule: Option<String>,
    },
    /// Print the JSON Schema of a file you write, for completion in your editor
    Schema(SchemaArguments),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// What `new` makes.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Add an article: a folder with its text and its claims file
    Article {
        /// Its address and the name of its folder, such as `housing-costs`
        slug: String,
    },
    /// Add an empty fact-check to an article
    Claim {
        /// The article's name, such as `housing-costs`
        article: String,
        /// The exact words of the article that are checked
        #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
        quote: Option<String>,
        /// Words straight before the quote, where it stands more than once
        #[arg(long, value_name = "WORDS", allow_hyphen_values = true, requires = "quote")]
        prefix: Option<String>,
        /// Words straight after the quote, where it stands more than once
        #[arg(long, value_name = "WORDS", allow_hyphen_values = true, requires = "quote")]
        suffix: Option<String>,
    },
    /// Add a source to the shared list
    Source {
        /// Its id, such as `census-2020`
        id: String,
    },
}

/// Flags of `coverage`.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    /// The articles, by name; without one all are measured
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Fail where an article has a smaller share, in percent [default: the minimum of the article or the site, where one is set]
    #[arg(long, value_name = "PERCENT", value_parser = parse_percent)]
    pub under: Option<Percent>,
}

/// Flags of `serve`.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// The port; 0 takes any that is free [default: the first free one from 4000 on]
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
}

/// Flags of `archive`.
#[derive(Debug, Args)]
pub struct ArchiveArguments {
    /// Ids of sources; without any, all that have an address and no copy
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<String>,
    /// Keep this file as the copy of the one source that is named: a page that you saved
    #[arg(long, value_name = "FILE", requires = "sources")]
    pub from: Option<PathBuf>,
    /// The day on which that file was saved [default: today]
    #[arg(long, value_name = "DATE", requires = "from", value_parser = parse_day)]
    pub captured: Option<Date>,
    /// Keep the source as it is now, in place of the copy that is kept
    #[arg(long, requires = "sources")]
    pub again: bool,
    /// Most bytes of a copy, unpacked
    #[arg(long, value_name = "BYTES", default_value_t = 20 * 1024 * 1024,
          value_parser = clap::value_parser!(u64).range(1..=crate::snapshots::MAX_SNAPSHOT))]
    pub max_bytes: u64,
    /// How long fetching one source may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30,
          value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
}

/// Flags of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// The file that is described; without it all names are listed
    pub name: Option<String>,
    /// Write all schemas into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    pub write: Option<PathBuf>,
}

/// Flags of every verb.
#[allow(clippy::struct_excessive_bools, reason = "flags of a command line")]
#[derive(Debug, Args)]
#[command(next_help_heading = "Options for every command")]
pub struct GlobalArguments {
    /// The site's folder [default: this folder, or the nearest above it with a site]
    #[arg(long, value_name = "DIR", global = true)]
    pub root: Option<PathBuf>,
    /// Where the built site goes [default: `public` in the site's folder]; of `coverage`, the file of the report [default: standard output]
    #[arg(long, value_name = "PATH", global = true)]
    pub output: Option<PathBuf>,
    /// The address the site will live at, in place of `base_url` in factpress.yaml
    #[arg(long, value_name = "URL", global = true, value_parser = parse_base_url)]
    pub base_url: Option<String>,
    /// Build drafts too
    #[arg(long, global = true)]
    pub drafts: bool,
    /// Fail where factpress.lock would change: for the machine that publishes
    #[arg(long, global = true)]
    pub locked: bool,
    /// Treat warnings as errors
    #[arg(long, value_name = "WHAT", global = true)]
    pub deny: Option<Deny>,
    /// How findings are shown: drawn, one JSON object a line, or as annotations on GitHub; `coverage` has a page in HTML, too
    #[arg(long, value_name = "FORMAT", global = true, default_value = "human")]
    pub format: Format,
    /// The day to take for today, such as 2026-11-23
    #[arg(long, value_name = "DATE", global = true, value_parser = parse_day)]
    pub now: Option<Date>,
    /// Show findings and nothing else
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more: which site this is, where it goes, which day it is
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// When to use colors; `NO_COLOR` and `CLICOLOR_FORCE` are heeded
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Color,
}

/// What can be denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    Warnings,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Github,
    /// The report of `coverage` only.
    Html,
}

/// When to use colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes it hold for everything that is printed from now on.
    pub fn apply(self) {
        match self {
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}
