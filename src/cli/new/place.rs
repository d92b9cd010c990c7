//! Where new text goes: files that are made, and files that are added to, never out of the site.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::cli::CliError;
use crate::cli::error::shown;

/// Makes a file and the folders above it. A file that is there already is an error.
pub fn create(path: &Path, text: &str) -> Result<(), CliError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| CliError::io("make", folder, &error))?;
    }
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(CliError::new(format!("`{}` is there already", shown(path)))
                .help("nothing that is there is overwritten; move it away first"));
        }
        Err(error) => return Err(CliError::io("make", path, &error)),
        Ok(file) => file,
    };
    file.write_all(text.as_bytes()).map_err(|error| CliError::io("write", path, &error))
}

/// Puts a new text in place of a file's, all of it or nothing.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), CliError> {
    // The new text first stands beside the old one, so that nothing is lost half-way.
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    create(&beside, text)?;
    if let Ok(old) = fs::metadata(path) {
        let _ = fs::set_permissions(&beside, old.permissions());
    }
    fs::rename(&beside, path).map_err(|error| {
        let _ = fs::remove_file(&beside);
        CliError::io("write", path, &error)
    })
}

/// Reads a file that people write; `None` where there is none.
pub(super) fn read(path: &Path) -> Result<Option<String>, CliError> {
    match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(CliError::io("read", path, &error)),
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| {
            CliError::new(format!("`{}` is not UTF-8 text", shown(path)))
                .help("save it as UTF-8 in your editor")
        }),
    }
}

/// Refuses a path that a link leads out of the content folder, or that is itself a link.
pub(super) fn stay_inside(content: &Path, path: &Path) -> Result<(), CliError> {
    let refused = || {
        CliError::new(format!("`{}` is a link, or in a folder that is one", shown(path)))
            .help("factpress does not write through links; put the real file or folder there")
    };
    // Each step that is there already must be itself and not a link to elsewhere.
    let below = path.strip_prefix(content).map_err(|_| refused())?;
    let mut at = content.to_path_buf();
    for step in below.components() {
        at.push(step);
        if fs::symlink_metadata(&at).is_ok_and(|entry| entry.is_symlink()) {
            return Err(refused());
        }
    }
    // The content folder may be a link, but only to a place inside the site.
    let root = content.parent().filter(|root| !root.as_os_str().is_empty());
    let root = root.unwrap_or(Path::new("."));
    match (root.canonicalize(), content.canonicalize()) {
        (Ok(root), Ok(content)) if content.starts_with(&root) => Ok(()),
        (_, Err(error)) if error.kind() == ErrorKind::NotFound => Ok(()),
        _ => Err(refused()),
    }
}
