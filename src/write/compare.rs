//! Fresh bytes against those that stand in the output folder, in a bounded amount of memory.

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use super::{WriteError, path};
use crate::render::Content;

/// Bytes compared at a time.
const CHUNK: usize = 64 * 1024;

/// What an output holds, ready to be read.
pub(super) enum Fresh {
    Bytes(Vec<u8>),
    Copy { file: PathBuf, length: u64 },
}

impl Fresh {
    /// Finds the file to copy. `root`: the site's folder, without links.
    pub(super) fn open(content: Content, root: &Path) -> Result<Self, WriteError> {
        let name = match content {
            Content::Bytes(bytes) => return Ok(Self::Bytes(bytes)),
            Content::CopyOf(name) => name,
        };
        // The stage that found the file has refused links already; it may have become one since.
        let file = root.join(&name);
        let real = fs::canonicalize(&file).map_err(WriteError::io("read", &file))?;
        let found = fs::metadata(&real).map_err(WriteError::io("read", &file))?;
        if path::fault(&name, false).is_some() || !real.starts_with(root) || !found.is_file() {
            return Err(WriteError::SourceOutside(file));
        }
        Ok(Self::Copy { file: real, length: found.len() })
    }

    /// Whether a file of `length` bytes holds the same.
    pub(super) fn equals(&self, target: &Path, length: u64) -> Result<bool, WriteError> {
        let mine = match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Copy { length, .. } => *length,
        };
        if mine != length {
            return Ok(false);
        }
        let there = File::open(target).map_err(WriteError::io("read", target))?;
        match self {
            Self::Bytes(bytes) => same(bytes.as_slice(), there, length),
            Self::Copy { file, .. } => {
                let here = File::open(file).map_err(WriteError::io("read", file))?;
                same(here, there, length)
            }
        }
        .map_err(WriteError::io("compare", target))
    }

    /// Writes it to a new file, which gets the permissions of any new file, not those of a source.
    pub(super) fn write(&self, file: &Path) -> Result<(), WriteError> {
        let mut out = File::create(file).map_err(WriteError::io("write", file))?;
        match self {
            Self::Bytes(bytes) => out.write_all(bytes),
            Self::Copy { file: source, .. } => {
                let mut source = File::open(source).map_err(WriteError::io("read", source))?;
                io::copy(&mut source, &mut out).map(drop)
            }
        }
        .map_err(WriteError::io("write", file))
    }
}

/// Whether two readers give the same `length` bytes. One that ends early, because somebody writes
/// to its file meanwhile, is different.
fn same(mut a: impl Read, mut b: impl Read, length: u64) -> io::Result<bool> {
    let mut left = usize::try_from(length).unwrap_or(usize::MAX);
    let mut of_a = vec![0; left.min(CHUNK)];
    let mut of_b = vec![0; left.min(CHUNK)];
    while left > 0 {
        let size = left.min(CHUNK);
        match a.read_exact(&mut of_a[..size]).and_then(|()| b.read_exact(&mut of_b[..size])) {
            Ok(()) if of_a[..size] == of_b[..size] => left -= size,
            Ok(()) => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_difference_behind_the_first_chunk_counts() {
        let a = vec![7; CHUNK * 2 + 5];
        let mut b = a.clone();
        assert!(same(a.as_slice(), b.as_slice(), a.len() as u64).unwrap());
        *b.last_mut().unwrap() = 8;
        assert!(!same(a.as_slice(), b.as_slice(), a.len() as u64).unwrap());
    }

    #[test]
    fn a_file_that_shrank_meanwhile_is_different() {
        assert!(!same(&b"abc"[..], &b"ab"[..], 3).unwrap());
    }
}
