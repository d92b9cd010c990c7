//! Copies of the repository's own site.

use std::fs;
use std::path::Path;

/// Copies files and folders of the repository's site to a folder, without its translations: a fault
/// that is planted in an original would be told of them as well. `tests/translation/` is about these.
pub fn copy(parts: &[&str], to: &Path) {
    copy_all(parts, to);
    for entry in walkdir::WalkDir::new(to) {
        let entry = entry.unwrap();
        if entry.file_name().to_string_lossy().contains(".es.") {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

/// Copies files and folders of the repository's site to a folder.
pub fn copy_all(parts: &[&str], to: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in parts {
        for entry in walkdir::WalkDir::new(root.join(part)) {
            let entry = entry.unwrap();
            let target = to.join(entry.path().strip_prefix(root).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).unwrap();
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }
}

/// All that a build of it reads.
#[allow(dead_code, reason = "some tests copy less")]
pub const WHOLE: [&str; 5] = ["factpress.yaml", "factpress.lock", "content", "seeds", "snapshots"];
