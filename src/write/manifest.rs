//! The list of what factpress wrote.
//!
//! One path a line, sorted. It is the only licence to overwrite or delete, and it lies in a folder
//! that anybody may have touched or shipped: lines that lead out of the output folder are ignored.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::Path;

use super::{WriteError, path};

/// Most bytes that are read: room for two million pages.
const LIMIT: u64 = 256 * 1024 * 1024;

/// Paths, sorted and each once.
pub(super) type Paths = BTreeSet<Box<str>>;

/// Reads a manifest. A missing one, a link and anything but a file count as an empty one.
pub(super) fn read(file: &Path) -> Result<Paths, WriteError> {
    match fs::symlink_metadata(file) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(Paths::new()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Paths::new()),
        Err(error) => return Err(WriteError::io("read", file)(error)),
    }
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|opened| opened.take(LIMIT).read_to_end(&mut bytes))
        .map_err(WriteError::io("read", file))?;
    Ok(parse(&bytes))
}

fn parse(bytes: &[u8]) -> Paths {
    bytes
        .split(|byte| *byte == b'\n')
        .filter_map(|line| str::from_utf8(line).ok())
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| path::fault(line, cfg!(windows)).is_none())
        .map(Box::from)
        .collect()
}

/// Writes a manifest beside its place and renames it there, so that it is never half a list.
pub(super) fn write<'a>(
    file: &Path,
    temporary: &Path,
    paths: impl Iterator<Item = &'a str>,
) -> Result<(), WriteError> {
    let list = || {
        let mut out = BufWriter::new(File::create(temporary)?);
        for path in paths {
            writeln!(out, "{path}")?;
        }
        out.into_inner()?;
        Ok(())
    };
    list().map_err(WriteError::io("write", temporary))?;
    super::commit::rename(temporary, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_lead_elsewhere_are_ignored() {
        let paths = parse(
            b"index.html\r\n/etc/passwd\n../secret\na\\b\n\n.factpress/manifest\n.gitignore\n\xff\na/b.html",
        );
        assert_eq!(paths.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["a/b.html", "index.html"]);
    }
}
