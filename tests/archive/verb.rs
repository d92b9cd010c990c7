//! `factpress archive` on sites of its own.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output};

use factpress::build::{self, Options};
use tempfile::TempDir;

use super::server::{Server, html, page, path};

pub const ESSAY: &str =
    "<!doctype html><title>Essay</title><p>It was assistance (grants and loans) of all.";

pub fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

pub fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A site with these sources, one of which is quoted.
pub fn site(sources: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/people.yaml", "people: {desk: {name: Desk, kind: organization}}\n");
    put(folder.path(), "content/sources.yaml", format!("sources:\n{sources}"));
    put(folder.path(), "content/summit/index.md", "# Summit\n\nIt was a loan.\n");
    put(
        folder.path(),
        "content/summit/claims.yaml",
        "claims:\n  - id: loan\n    quote: a loan\n    origin: own\n    verdict: misleading\n    finding: Half of \
         it.\n    checked: {by: [desk], on: 2026-11-20}\n    evidence:\n      - {source: essay, quote: assistance \
         (grants and loans)}\n",
    );
    folder
}

/// Runs the verb; gives its exit code and what it says.
pub fn archive(root: &Path, words: &[&str]) -> (i32, String) {
    let Output { status, stderr, stdout } = Command::new(env!("CARGO_BIN_EXE_factpress"))
        .args(["--root", &root.display().to_string(), "--now", "2026-11-23", "archive"])
        .args(words)
        .output()
        .unwrap();
    assert!(stdout.is_empty(), "talk goes to standard error");
    (status.code().unwrap(), String::from_utf8(stderr).unwrap())
}

fn rules(root: &Path) -> Vec<&'static str> {
    let outcome = build::check(&Options { root: root.to_owned(), ..Options::default() }).unwrap();
    outcome.diagnostics.iter().map(|found| found.rule).collect()
}

#[test]
fn sources_are_kept_pinned_and_searched() {
    let server = Server::new(|request, stream| {
        let answer = match path(request) {
            "/essay" => page("302 Found", "location: /essay/now\r\n", ""),
            "/essay/now" => html(ESSAY),
            "/table" => page("200 OK", "content-type: text/csv\r\n", "year,loans\n1961,1\n"),
            _ => page("404 Not Found", "content-type: text/html\r\n", "<p>No"),
        };
        let _ = stream.write_all(&answer);
    });
    let site = site(&format!(
        "  essay: {{title: A, url: '{}', via: '{}'}}\n  gone: {{title: B, url: '{}'}}\n  silent: {{title: \
         C}}\n  table: {{title: D, archived: '{}'}}\n",
        server.url("/no"),
        server.url("/essay"),
        server.url("/gone"),
        server.url("/table")
    ));
    let root = site.path();
    let (code, said) = archive(root, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("essay: kept as snapshots/essay.html ("), "{said}");
    assert!(said.contains("gone: answers 404: there is no such page"), "{said}");
    assert!(said.contains("table: kept as snapshots/table.csv"), "{said}");
    assert!(said.contains("Kept 2, there already 0, failed 1"), "{said}");
    assert!(!said.contains("silent"), "{said}");
    assert_eq!(text(root, "snapshots/essay.html"), ESSAY);
    let lock = text(root, "factpress.lock");
    for line in [
        "  essay:\n    path: essay.html\n    sha256: ".to_owned(),
        format!(
            "sha256: {}\n    bytes: {}\n",
            factpress::digest::sha256(ESSAY.as_bytes()),
            ESSAY.len()
        ),
        "    captured: 2026-11-23\n    media_type: text/html\n    charset: utf-8\n".to_owned(),
        format!(
            "    asked: {}\n    address: {}\n    status: 200\n",
            server.url("/essay"),
            server.url("/essay/now")
        ),
    ] {
        assert!(lock.contains(&line), "{line}\n{lock}");
    }
    assert_eq!(fs::read_dir(root.join("snapshots")).unwrap().count(), 2, "nothing is left over");
    assert_eq!(rules(root), ["unused-source"; 3]);
    put(root, "snapshots/essay.html", ESSAY.replace("and loans", "or loans"));
    assert!(rules(root).contains(&"snapshot-changed"));

    // Missing or damaged copies come back only byte for byte.
    let (code, said) = archive(root, &["essay"]);
    assert!(code == 0 && said.contains("essay: put back as snapshots/essay.html"), "{said}");
    assert_eq!(rules(root), ["unused-source"; 3]);
    assert_eq!(text(root, "factpress.lock"), lock);
    let (code, said) = archive(root, &["essay", "table"]);
    assert!(code == 0 && said.contains("essay: there already\ntable: there already"), "{said}");
    let (code, said) = archive(root, &["essay", "--again"]);
    assert!(code == 0 && said.contains("essay: the same as the copy of 2026-11-23"), "{said}");
}

#[test]
fn what_changed_since_is_not_taken_for_what_was() {
    let folder = site("");
    let root = folder.path();
    let old = Server::saying(html(ESSAY));
    let new = Server::saying(html("<p>It was assistance (grants or loans)."));
    let sources = |server: &Server| {
        put(
            root,
            "content/sources.yaml",
            format!("sources:\n  essay: {{title: A, url: '{}'}}\n", server.url("/")),
        );
    };
    sources(&old);
    assert_eq!(archive(root, &["essay"]).0, 0);
    let lock = text(root, "factpress.lock");
    fs::remove_file(root.join("snapshots/essay.html")).unwrap();
    sources(&new);
    let (code, said) = archive(root, &[]);
    assert!(
        code == 1 && said.contains("no longer what it was in the copy of 2026-11-23"),
        "{said}"
    );
    assert_eq!(text(root, "factpress.lock"), lock);
    assert!(!root.join("snapshots/essay.html").exists());
    let (code, said) = archive(root, &["essay", "--again"]);
    assert!(code == 0 && said.contains("in place of the old copy"), "{said}");
    assert_eq!(rules(root), ["evidence-not-in-snapshot"]);
}

#[test]
fn a_file_that_a_person_saved_is_kept() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    let (code, said) = archive(root, &["essay"]);
    assert!(code == 1 && said.contains("essay: has no address"), "{said}");
    put(root, "saved.htm", ESSAY);
    let saved = root.join("saved.htm").display().to_string();
    let (code, said) = archive(root, &["essay", "--from", &saved, "--captured", "2026-10-01"]);
    assert!(code == 0 && said.contains("essay: kept as snapshots/essay.html"), "{said}");
    assert!(
        text(root, "factpress.lock").contains("captured: 2026-10-01\n    media_type: text/html\n")
    );
    assert_eq!(rules(root), [""; 0]);

    put(root, "saved.txt", "assistance\n(grants and loans)");
    let saved = root.join("saved.txt").display().to_string();
    assert_eq!(archive(root, &["essay", "--from", &saved]).0, 1, "another copy is kept");
    assert_eq!(archive(root, &["essay", "--from", &saved, "--again"]).0, 0);
    assert_eq!(names(&root.join("snapshots")), ["essay.txt"], "the old copy went with its entry");
    assert_eq!(rules(root), [""; 0]);

    for (name, bytes, why) in [
        ("a.png", &b"\x89PNG\0"[..], "of a kind that can't be read"),
        ("a.pdf", b"\0\0", "of a kind that can't be read"),
        ("a.mhtml", b"From: <Saved by Blink>\n\n<p>a=3D", "of a kind that can't be read"),
        ("a.txt", b"", "is empty"),
    ] {
        put(root, name, bytes);
        let file = root.join(name).display().to_string();
        let (code, said) = archive(root, &["essay", "--from", &file, "--again"]);
        assert!(code == 1 && said.contains(why), "{name}: {said}");
    }
    let (code, said) = archive(root, &["essay", "--from", "/no/such/file", "--again"]);
    assert!(code == 1 && said.contains("could not read"), "{said}");
    let folder = root.display().to_string();
    assert_eq!(archive(root, &["essay", "--from", &folder, "--again"]).0, 1);
    let large = root.join("saved.htm").display().to_string();
    let (code, said) = archive(root, &["essay", "--from", &large, "--again", "--max-bytes", "10"]);
    assert!(code == 1 && said.contains("more than 10 bytes"), "{said}");
    assert_eq!(rules(root), [""; 0]);
}

/// A PDF without a table, as careless programs write it.
const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 \
                   0 R] /Count 1 /MediaBox [0 0 600 800] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents \
                   4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> \
                   >>\nendobj\n4 0 obj\n<< /Length 93 >>\nstream\nBT /F 12 Tf 50 700 Td (It was assis-) Tj 0 -14 Td \
                   (tance \\(grants) Tj 0 -14 Td (and loans\\).) Tj ET\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 \
                   >>\n%%EOF\n";

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_read_across_its_lines() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    // Whatever it is called.
    put(root, "saved.html", PDF);
    let saved = root.join("saved.html").display().to_string();
    let (code, said) = archive(root, &["essay", "--from", &saved]);
    assert!(code == 0 && said.contains("essay: kept as snapshots/essay.pdf"), "{said}");
    assert!(!said.contains("note:"), "{said}");
    assert_eq!(rules(root), [""; 0]);
    put(root, "saved.html", PDF.replace("grants", "grains"));
    assert_eq!(archive(root, &["essay", "--from", &saved, "--again"]).0, 0);
    assert_eq!(rules(root), ["evidence-not-in-snapshot"]);
}

#[test]
fn a_copy_without_words_is_kept_and_told() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    put(root, "app.html", "<!doctype html><script src=app.js></script>");
    let app = root.join("app.html").display().to_string();
    let (code, said) = archive(root, &["essay", "--from", &app]);
    assert!(code == 0 && said.contains("no quotation can be looked for in it"), "{said}");
    assert_eq!(rules(root), ["snapshot-unreadable"]);
}

#[test]
fn what_people_wrote_is_never_overwritten() {
    let server = Server::saying(html(ESSAY));
    let folder = site(&format!("  essay: {{title: A, url: '{}'}}\n", server.url("/")));
    let root = folder.path();
    put(root, "snapshots/essay.html", "mine");
    let (code, said) = archive(root, &[]);
    assert!(code == 1 && said.contains("is there already"), "{said}");
    assert_eq!(text(root, "snapshots/essay.html"), "mine");
    assert!(!root.join("factpress.lock").exists());

    put(root, "factpress.lock", "version: 9\n");
    let (code, said) = archive(root, &[]);
    assert!(code == 1 && said.contains("lock-too-new"), "{said}");
    assert_eq!(text(root, "factpress.lock"), "version: 9\n");
    fs::remove_file(root.join("factpress.lock")).unwrap();

    put(
        root,
        "content/sources.yaml",
        format!(
            "sources:\n  essay: {{title: A, url: '{}', snapshot: {{path: essay.html}}}}\n",
            server.url("/")
        ),
    );
    let (code, said) = archive(root, &["essay", "--again"]);
    assert!(code == 1 && said.contains("sources.yaml names the copy"), "{said}");
    assert_eq!(archive(root, &[]).0, 0, "it is not among those without a copy");
    assert_eq!(text(root, "snapshots/essay.html"), "mine");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let server = Server::saying(html(ESSAY));
    let outside = tempfile::tempdir().unwrap();
    for link in ["snapshots", "snapshots/essay.html", "factpress.lock"] {
        let folder = site(&format!("  essay: {{title: A, url: '{}'}}\n", server.url("/")));
        let root = folder.path();
        fs::create_dir(root.join("snapshots")).unwrap();
        put(outside.path(), "target", "version: 1\n");
        if link == "snapshots" {
            fs::remove_dir(root.join(link)).unwrap();
            symlink(outside.path(), root.join(link)).unwrap();
        } else {
            symlink(outside.path().join("target"), root.join(link)).unwrap();
        }
        let (code, said) = archive(root, &["essay", "--again"]);
        assert_eq!(code, 1, "{link}: {said}");
        assert_eq!(text(outside.path(), "target"), "version: 1\n", "{link}");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1, "{link}");
    }
}

/// Names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_page_behind_a_proxy_leads_to_no_machine_of_the_own_network() {
    let secret = Server::saying(html("<p>A secret"));
    // A proxy of the own network: it opens a way, and then the page answers.
    let to = [secret.url("/"), "http://localhost:1/".to_owned(), "http://10.0.0.1/".to_owned()];
    for to in to {
        let answer = page("302 Found", &format!("location: {to}\r\n"), "");
        let proxy = Server::new(move |request, stream| {
            assert!(request.starts_with("CONNECT public.example:80 "), "{request}");
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            let mut request = [0; 1000];
            let _ = stream.read(&mut request);
            let _ = stream.write_all(&answer);
        });
        let folder = site("  essay: {title: A, url: 'http://public.example/'}\n");
        let root = folder.path();
        let output = Command::new(env!("CARGO_BIN_EXE_factpress"))
            .args(["--root", &root.display().to_string(), "archive", "essay"])
            .env("ALL_PROXY", proxy.url("/"))
            .env("NO_PROXY", "")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("from the public web to a machine of your own network"), "{said}");
        assert!(!root.join("snapshots").exists());
    }
}

#[test]
fn no_copy_was_saved_tomorrow() {
    let folder = site("  essay: {title: A}\n");
    let root = folder.path();
    put(root, "saved.html", ESSAY);
    let saved = root.join("saved.html").display().to_string();
    let on = |day: &str| archive(root, &["essay", "--from", &saved, "--captured", day]);
    let (code, said) = on("2026-11-24");
    assert!(code == 2 && said.contains("2026-11-24 is in the future"), "{said}");
    assert!(!root.join("factpress.lock").exists() && !root.join("snapshots").exists());
    assert_eq!(on("2026-11-23").0, 0);
    let check = |now| {
        let options = Options { root: root.to_owned(), now: Some(now), ..Options::default() };
        let found = build::check(&options).unwrap().diagnostics;
        let told = found.iter().map(|found| {
            let (rule, at) = (found.rule, found.place.lines().0);
            format!("{rule} {}:{}:{}", found.place.file.path, at.line, at.column)
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(check(jiff::civil::date(2026, 11, 23)), [""; 0]);
    assert_eq!(check(jiff::civil::date(2026, 11, 22)), ["bad-date factpress.lock:9:15"]);
}

#[test]
fn usage() {
    let folder = site("  essay: {title: A}\n  other: {title: B}\n");
    let root = folder.path();
    for words in [
        &["esay"][..],
        &["--from", "x"],
        &["--again"],
        &["essay", "other", "--from", "x"],
        &["essay", "--captured", "2026-11-23"],
        &["essay", "--timeout", "0"],
        &["essay", "--max-bytes", "100000000000"],
    ] {
        let (code, said) = archive(root, words);
        assert_eq!(code, 2, "{words:?}: {said}");
    }
    assert!(archive(root, &["esay"]).1.contains("did you mean `essay`?"));
    let (code, said) = archive(root, &[]);
    assert!(code == 0 && said.contains("Nothing to do"), "{said}");
}
