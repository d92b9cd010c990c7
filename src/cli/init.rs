//! `factpress init`: a small site that is complete, builds without a warning, and is to be replaced.
//!
//! Its files are in `init/`, as they are written; only the word `TODAY` becomes a date.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::arguments::GlobalArguments;
use super::configuration::{Talk, talk, today};
use super::error::shown;
use super::new::create;
use super::schema::{SCHEMAS, schema_text};
use super::{CliError, Exit, terminal};

/// Path in the new site, and text.
const FILES: [(&str, &str); 11] = [
    ("README.md", include_str!("init/README.md")),
    (".gitignore", include_str!("init/gitignore")),
    (".gitattributes", include_str!("init/gitattributes")),
    ("factpress.yaml", include_str!("init/factpress.yaml")),
    ("content/people.yaml", include_str!("init/content/people.yaml")),
    ("content/sources.yaml", include_str!("init/content/sources.yaml")),
    ("content/about.md", include_str!("init/content/about.md")),
    ("content/methodology.md", include_str!("init/content/methodology.md")),
    ("content/corrections-policy.md", include_str!("init/content/corrections-policy.md")),
    ("content/leap-years/index.md", include_str!("init/content/leap-years/index.md")),
    ("content/leap-years/claims.yaml", include_str!("init/content/leap-years/claims.yaml")),
];

/// Makes a site in a folder that is missing or empty.
pub fn run(folder: &Path, global: &GlobalArguments) -> Result<Exit, CliError> {
    let name = shown(folder);
    if let Some(found) = first_entry(folder)? {
        return Err(CliError::new(format!("`{name}` is not empty: it holds `{found}`"))
            .help("a new site needs a folder that is missing or empty; nothing was changed"));
    }
    let Some(today) = today(global) else {
        return Err(CliError::new("this machine's clock gives no date")
            .help("say which day it is with `--now DATE`"));
    };
    let today = today.to_string();
    for (path, text) in FILES {
        create(&folder.join(path), &text.replace("TODAY", &today))?;
    }
    for (name, _) in SCHEMAS {
        let text = schema_text(name).unwrap_or_default();
        create(&folder.join("schemas").join(format!("{name}.json")), &text)?;
    }
    if talk(global) > Talk::Quiet {
        terminal::say(&format!(
            "Made a sample site in `{name}`: {} files",
            FILES.len() + SCHEMAS.len()
        ));
        terminal::say(&format!(
            "Build it with `factpress --root {name}`, then open `{name}/public/index.html`"
        ));
        terminal::say("Its README.md says what to do next");
    }
    Ok(Exit::Fine)
}

/// The first thing in a folder, but for a git repository.
fn first_entry(folder: &Path) -> Result<Option<String>, CliError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(CliError::io("read", folder, &error)),
        Ok(entries) => entries,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| CliError::io("read", folder, &error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| name != ".git");
    names.sort();
    Ok(names.into_iter().next())
}
