//! Which paths an output may have.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// Names in the output folder that are never outputs: our own folder, and the version control's.
const RESERVED: [&str; 3] = [super::OWN_FOLDER, ".git", ".gitignore"];

/// Device names of Windows, whatever stands after the first dot ("Naming Files, Paths, and
/// Namespaces", Microsoft Learn).
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Says what is wrong with a path, if anything. Paths are relative and have forward slashes on
/// every system. `windows`: whether the names must also suit Windows.
pub(super) fn fault(path: &str, windows: bool) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it has no name");
    }
    // A line break would make two names of one in the manifest.
    if path.contains(char::is_control) {
        return Some("it holds a control character");
    }
    if path.contains('\\') {
        return Some("it holds a backslash, which separates folders on Windows");
    }
    for (index, name) in path.split('/').enumerate() {
        match name {
            "" if index == 0 => return Some("it starts at the root of the disk"),
            "" => return Some("one of its folders has no name"),
            "." | ".." => return Some("`.` and `..` lead elsewhere"),
            _ => {}
        }
        if index == 0 && RESERVED.iter().any(|reserved| name.eq_ignore_ascii_case(reserved)) {
            return Some("factpress never writes to that name");
        }
        if windows {
            if name
                .contains(|c: char| c < ' ' || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
            {
                return Some("Windows does not allow one of its characters");
            }
            if name.ends_with(['.', ' ']) {
                return Some("Windows does not allow a name that ends in a dot or a space");
            }
            let stem = name.split('.').next().unwrap_or(name).trim_end();
            if DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) {
                return Some("Windows keeps one of its names for a device");
            }
        }
    }
    None
}

/// The form under which two paths are one file on a disk that ignores case and the ways of
/// composing a letter, as those of Windows and macOS do.
pub(super) fn fold(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(path)
    } else if path.is_ascii() {
        Cow::Owned(path.to_ascii_lowercase())
    } else {
        Cow::Owned(path.nfc().collect::<String>().to_lowercase().nfc().collect())
    }
}

/// The folders that a path lies in, innermost first: `a/b` and `a` for `a/b/c.html`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

/// Whether a file refers to others, and so is put in place after them.
pub(super) fn is_page(path: &str) -> bool {
    matches!(path.rsplit_once('.'), Some((_, "html" | "xml" | "json")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_pass() {
        for path in ["index.html", "a/claims/b/index.html", ".nojekyll", "_headers", "a/México.jpg"]
        {
            assert_eq!(fault(path, true), None, "{path}");
        }
    }

    #[test]
    fn paths_that_lead_elsewhere_do_not() {
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a/..",
            "a//b",
            "a/",
            "./a",
            "a\\b",
            "a\0b",
            "a\nb",
            ".factpress/manifest",
            ".git/config",
            ".gitignore",
            ".GIT/config",
        ] {
            assert!(fault(path, false).is_some(), "{path:?}");
        }
    }

    #[test]
    fn windows_is_stricter() {
        for path in ["con.html", "a/NUL", "aux.tar.gz", "a:b", "what?.html", "a./b", "b /c"] {
            assert!(fault(path, true).is_some(), "{path:?}");
            assert_eq!(fault(path, false), None, "{path:?}");
        }
        assert_eq!(fault("console.html", true), None);
    }

    #[test]
    fn folding_joins_what_some_disks_join() {
        assert_eq!(fold("A/Index.HTML"), "a/index.html");
        assert_eq!(fold("caf\u{e9}"), fold("CAFE\u{301}"));
        assert_ne!(fold("a-b"), fold("a_b"));
    }

    #[test]
    fn folders_from_the_inside_out() {
        assert_eq!(folders("a/b/c.html").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders("c.html").count(), 0);
    }
}
