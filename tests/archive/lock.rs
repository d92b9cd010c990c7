//! What is in factpress.lock and in `snapshots/` is not lost, whoever else writes there.

use std::fs;
use std::path::Path;
use std::process::Command;

use factpress::archive::{Archive, Found};
use factpress::build::{self, Options};
use factpress::discover::{Reader, discover};
use factpress::model::Site;
use factpress::parse;
use factpress::snapshots::media::Media;

use super::verb::{ESSAY, archive, names, put, site, text};

/// What `archive` would find in a site.
fn shared(root: &Path) -> (Reader, Site) {
    let reader = Reader::new(root).unwrap();
    let (layout, _) = discover(&reader).unwrap();
    let (site, _) = parse::shared(&reader, &layout);
    (reader, site)
}

fn found(words: &str) -> Found {
    let bytes = words.as_bytes().to_vec();
    Found { bytes, media: Media::Text, charset: None, answer: None }
}

#[test]
fn what_was_recorded_meanwhile_stays() {
    let folder = site("  essay: {title: A}\n  other: {title: B}\n");
    let root = folder.path();
    let (reader, now) = shared(root);
    let mut one = Archive::new(&reader, &now);
    let mut other = Archive::new(&reader, &now);
    build::build(&Options { root: root.to_owned(), ..Options::default() }).unwrap();
    let published = text(root, "factpress.lock");
    assert!(published.contains("    loan: {"), "{published}");
    one.keep("essay", &found(ESSAY), false, None).unwrap();
    other.keep("other", &found("Words of others"), false, None).unwrap();
    let lock = text(root, "factpress.lock");
    let articles = &published[published.find("articles:").unwrap()..];
    assert!(lock.ends_with(articles), "{lock}");
    assert!(lock.contains("  essay:\n") && lock.contains("  other:\n"), "{lock}");
    // Nor is the copy replaced that another run has kept meanwhile.
    let refused = other.keep("essay", &found("Other words"), false, None).unwrap_err();
    assert!(refused.message.contains("no longer what it was"), "{refused:?}");
    assert_eq!(text(root, "snapshots/essay.txt"), ESSAY);
    // What can't be read any more is not taken for empty.
    put(root, "factpress.lock", "version: 9\n");
    let refused = one.keep("essay", &found(ESSAY), false, None).unwrap_err();
    assert!(refused.message.starts_with("factpress.lock: "), "{refused:?}");
    assert_eq!(text(root, "factpress.lock"), "version: 9\n");
}

#[test]
fn runs_side_by_side_lose_nothing() {
    const RUNS: usize = 12;
    let source = |number: usize| format!("  source-{number:02}: {{title: A}}\n");
    let folder = site(&(0..RUNS).map(source).collect::<String>());
    let root = folder.path();
    put(root, "saved.txt", "words");
    let saved = root.join("saved.txt").display().to_string();
    let start = |number: usize| {
        Command::new(env!("CARGO_BIN_EXE_factpress"))
            .args(["--quiet", "--root", &root.display().to_string(), "archive"])
            .args([&format!("source-{number:02}"), "--from", &saved])
            .spawn()
            .unwrap()
    };
    let runs: Vec<_> = (0..RUNS).map(start).collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    let (_, site) = shared(root);
    let kept: Vec<String> = site.lock.unwrap().snapshots.ids().map(str::to_owned).collect();
    let due: Vec<String> = (0..RUNS).map(|number| format!("source-{number:02}")).collect();
    assert_eq!(kept, due);
    assert_eq!(names(root), ["content", "factpress.lock", "saved.txt", "snapshots"]);
    assert_eq!(names(&root.join("snapshots")).len(), RUNS);
}

#[test]
fn a_hash_is_the_same_in_capitals() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    let saved = |name: &str, bytes: &str| {
        put(root, name, bytes);
        root.join(name).display().to_string()
    };
    assert_eq!(archive(root, &["essay", "--from", &saved("saved.html", ESSAY)]).0, 0);
    let hash = factpress::digest::sha256(ESSAY.as_bytes());
    let lock = text(root, "factpress.lock");
    put(root, "factpress.lock", lock.replace(&hash, &hash.to_uppercase()));
    let (code, said) = archive(root, &["essay"]);
    assert!(code == 0 && said.contains("essay: there already"), "{said}");
    let (code, _) =
        archive(root, &["essay", "--again", "--from", &saved("saved.txt", "grants and loans")]);
    assert_eq!((code, names(&root.join("snapshots"))), (0, vec!["essay.txt".to_owned()]));
}

#[test]
fn a_file_without_a_pin_is_not_overwritten_where_another_has_one() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    put(root, "saved.html", ESSAY);
    put(root, "saved.txt", ESSAY);
    let from = |name: &str| root.join(name).display().to_string();
    assert_eq!(archive(root, &["essay", "--from", &from("saved.html")]).0, 0);
    let lock = text(root, "factpress.lock");
    fs::remove_file(root.join("snapshots/essay.html")).unwrap();
    put(root, "snapshots/essay.txt", "mine");
    // The same bytes come back, as another kind of file.
    let (code, said) = archive(root, &["essay", "--from", &from("saved.txt")]);
    assert!(code == 1 && said.contains("`snapshots/essay.txt` is there already"), "{said}");
    assert_eq!(
        (text(root, "snapshots/essay.txt"), text(root, "factpress.lock")),
        ("mine".into(), lock)
    );
    assert_eq!(archive(root, &["essay", "--from", &from("saved.txt"), "--again"]).0, 0);
    assert_eq!(names(&root.join("snapshots")), ["essay.txt"]);
}
