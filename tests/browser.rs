//! Reads built pages in a browser: the tests of `tests/browser/`, run on the explainer, on a page
//! with every kind of chart, and on articles that are hard to set.
//!
//! They need Chromium, Node 20 and npm. Where one is missing they are skipped with a line that says
//! so, except under `CI=true`, where that fails.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use factpress::build::{self, Options};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// Where a command is.
fn find(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|path| path.join(name)).find(|path| path.is_file())
}

/// What is missing for the tests, where anything is.
fn missing() -> Option<String> {
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let has_browser = std::env::var_os("FACTPRESS_BROWSER").is_some()
        || browsers.iter().any(|name| find(name).is_some());
    if !has_browser {
        return Some(format!("no browser ({})", browsers.join(", ")));
    }
    for name in ["node", "npm"] {
        if find(name).is_none() {
            return Some(format!("no {name}"));
        }
    }
    let lock = folder().join("package-lock.json").metadata().and_then(|file| file.modified());
    let installed = folder().join("node_modules/.package-lock.json").metadata();
    if installed.and_then(|file| file.modified()).ok() >= lock.ok() {
        return None;
    }
    let npm = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&npm.stderr);
    (!npm.status.success()).then(|| format!("the packages can't be installed: {told}"))
}

/// Copies what makes a site, so that a build records nothing among the sources.
fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else if entry.file_name() != "factpress.lock" {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Builds a site and runs the tests of some folders on it, in one browser.
fn read_in_browser(root: &Path, folders: &[&str]) {
    static MISSING: OnceLock<Option<String>> = OnceLock::new();
    if let Some(missing) = MISSING.get_or_init(missing) {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{missing}");
        eprintln!("SKIPPED: no page was read in a browser: {missing}");
        return;
    }
    let public = tempfile::tempdir().unwrap();
    let outcome = build::build(&Options {
        root: root.to_owned(),
        output: Some(public.path().to_owned()),
        now: Some(jiff::civil::date(2026, 11, 24)),
        deny_warnings: true,
        ..Options::default()
    })
    .unwrap();
    assert!(outcome.passed, "{:?}", outcome.diagnostics);
    let node = Command::new("node")
        .args(["--test-reporter=spec", "tests/browser/all.mjs"])
        .args(folders)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("FACTPRESS_SITE", public.path())
        .env("FACTPRESS_ROOT", root)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&node.stdout);
    assert!(node.status.success(), "{told}\n{}", String::from_utf8_lossy(&node.stderr));
    assert!(!told.contains("pass 0"), "nothing was tested: {told}");
}

#[test]
fn the_explainer_is_read_in_a_browser() {
    read_in_browser(Path::new(env!("CARGO_MANIFEST_DIR")), &["article", "charts", "pages"]);
}

#[test]
fn charts_of_every_kind_are_read_in_a_browser() {
    read_in_browser(&folder().join("gallery"), &["charts", "pages"]);
}

#[test]
fn hard_cases_are_read_in_a_browser() {
    let root = tempfile::tempdir().unwrap();
    copy(&folder().join("hard"), root.path());
    read_in_browser(root.path(), &["article", "pages"]);
}
