//! Reads built pages in a browser: the tests of `tests/browser/`, run on the explainer and on a page
//! with every kind of chart.
//!
//! They need Chromium, Node 20 and npm. Where one is missing they are skipped with a line that says
//! so, except under `CI=true`, where that fails.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Builds a site and runs the tests on it.
fn read_in_browser(root: &Path) {
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
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec", "tests/browser/"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("FACTPRESS_SITE", public.path())
        .env("FACTPRESS_ROOT", root)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&node.stdout);
    assert!(node.status.success(), "{told}\n{}", String::from_utf8_lossy(&node.stderr));
    assert!(told.contains("pass "), "nothing was tested: {told}");
}

#[test]
fn charts_are_read_in_a_browser() {
    if let Some(missing) = missing() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{missing}");
        eprintln!("SKIPPED: no page was read in a browser: {missing}");
        return;
    }
    read_in_browser(Path::new(env!("CARGO_MANIFEST_DIR")));
    read_in_browser(&folder().join("gallery"));
}
