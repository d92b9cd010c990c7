//! The README's smallest site builds without a finding, and its failing check is what factpress
//! says.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");

/// The files that the README shows: a paragraph that begins with a path in backquotes, then the
/// file's text in a fenced block.
fn files() -> Vec<(&'static str, String)> {
    let mut files = Vec::new();
    let mut lines = README.lines();
    while let Some(line) = lines.next() {
        let Some((path, _)) = line.strip_prefix("`content/").and_then(|rest| rest.split_once('`'))
        else {
            continue;
        };
        files.push((path, block(&mut lines)));
    }
    files
}

/// The text of the next fenced block.
fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    lines
        .skip_while(|line| !line.starts_with("```"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"))
        .fold(String::new(), |text, line| text + line + "\n")
}

/// A new folder with the README's site in it.
fn site(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme").join(name);
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    fs::create_dir_all(root.join("content")).unwrap();
    for (path, text) in files() {
        fs::write(root.join("content").join(path), text).unwrap();
    }
    root
}

fn factpress(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_factpress"))
        .args(arguments)
        .current_dir(root)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .unwrap()
}

#[test]
fn the_smallest_site_builds_without_a_finding() {
    assert_eq!(files().len(), 4);
    let root = site("smallest");
    let run = factpress(&root, &["build", "--deny", "warnings"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = fs::read_to_string(root.join("public/bridge/index.html")).unwrap();
    assert!(page.contains(r#"data-claim="cost-of-the-bridge""#), "{page}");
}

#[test]
fn the_failing_check_is_what_factpress_says() {
    let root = site("failing");
    let article = root.join("content/bridge.md");
    let changed = fs::read_to_string(&article).unwrap().replace("cost 12", "cost 15");
    fs::write(&article, changed).unwrap();

    let run = factpress(&root, &["check"]);
    assert_eq!(run.status.code(), Some(1));
    let after = README.split_once("## What a failing check looks like").unwrap().1;
    let shown = block(&mut after.lines());
    let (command, shown) = shown.split_once('\n').unwrap();
    assert_eq!(command, "$ factpress check");
    let said = String::from_utf8(run.stderr).unwrap().replace('\\', "/");
    assert!(said.contains(shown.trim_end()), "the README shows\n{shown}\nfactpress says\n{said}");
}
