//! Where a site may be published.

use std::fs;
use std::path::{Component, Path, PathBuf, absolute};

use super::WriteError;

/// Folders of a site that people write in.
const INPUTS: [&str; 5] = ["content", "seeds", "snapshots", "templates", ".git"];

/// Refuses an output folder that holds, or lies in, what people wrote. Gives the site's folder
/// without links.
pub(super) fn check(root: &Path, output: &Path) -> Result<PathBuf, WriteError> {
    let real_root = fs::canonicalize(root).map_err(WriteError::io("find", root))?;
    let real_output = resolve(output)?;
    let mixes = |input: &Path| WriteError::MixesInput {
        output: output.to_path_buf(),
        input: input.to_path_buf(),
    };
    if real_root.starts_with(&real_output) {
        return Err(mixes(root));
    }
    for name in INPUTS {
        let input = real_root.join(name);
        let real_input = fs::canonicalize(&input).unwrap_or(input);
        if real_output.starts_with(&real_input) || real_input.starts_with(&real_output) {
            return Err(mixes(&root.join(name)));
        }
    }
    if fs::metadata(output).is_ok_and(|found| !found.is_dir()) {
        return Err(WriteError::OutputIsFile(output.to_path_buf()));
    }
    Ok(real_root)
}

/// The path without links and dots, also where its last folders do not exist yet.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    let whole = absolute(path).map_err(WriteError::io("find", path))?;
    let (there, mut resolved) = whole
        .ancestors()
        .find_map(|ancestor| Some((ancestor, fs::canonicalize(ancestor).ok()?)))
        .unwrap_or_else(|| (Path::new(""), PathBuf::new()));
    for component in whole.strip_prefix(there).unwrap_or(&whole).components() {
        match component {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::Normal(name) => resolved.push(name),
            _ => {}
        }
    }
    Ok(resolved)
}
