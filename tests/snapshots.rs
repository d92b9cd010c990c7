//! Kept copies of sources: quotations are looked for in them, and every fault planted in a copy, its
//! pin or a quotation is one finding, by the rule meant for it, at its line and column.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::build::{self, Options, Outcome};
use factpress::digest::sha256;
use tempfile::TempDir;

const CLAIMS: &str = "content/summit/claims.yaml";
const SOURCES: &str = "content/sources.yaml";
const LOCK: &str = "factpress.lock";
const ESSAY: &str = "snapshots/essay.html";
const REPORT: &str = "snapshots/report.txt";

const PAGE: &str = "<!doctype html><title>Essay</title><style>a loan of all</style>\n<p>It was \
                    assistance (<i>grants</i>\n  and loans) to Latin&nbsp;America.<p>Only 2 percent &mdash; \
                    according to <b>one</b> study.";
const TEXT: &str =
    "The report says that the program was not a success. It grew by 112 percent a year.\n";

fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A site with two sources: the copy of one is named by hand, that of the other is in the lock.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "content/people.yaml", "people:\n  desk: {name: The Desk, kind: organization}\n");
    put(
        root,
        SOURCES,
        format!(
            "sources:\n  essay:\n    title: Essay\n    snapshot:\n      path: essay.html\n      sha256: {}\n      \
             captured: 2026-11-23\n  report: {{title: Report}}\n",
            sha256(PAGE.as_bytes())
        ),
    );
    put(
        root,
        LOCK,
        format!(
            "version: 1\nsnapshots:\n  report:\n    path: report.txt\n    sha256: {}\n    bytes: {}\n    \
             media_type: text/plain\n",
            sha256(TEXT.as_bytes()),
            TEXT.len()
        ),
    );
    put(root, ESSAY, PAGE);
    put(root, REPORT, TEXT);
    put(root, "content/summit/index.md", "# Summit\n\nIt was a loan.\n");
    put(
        root,
        CLAIMS,
        "claims:\n  - id: loan\n    quote: a loan\n    origin: own\n    verdict: misleading\n    finding: Half of \
         it.\n    checked: {by: [desk], on: 2026-11-20}\n    evidence:\n      - source: essay\n        quote: \
         assistance (grants and loans) to Latin America\n      - source: essay\n        quote: Only 2 percent … to one \
         study\n      - source: report\n        quote: program was not a success\n",
    );
    folder
}

fn check(root: &Path) -> Outcome {
    build::check(&Options { root: root.to_owned(), ..Options::default() }).unwrap()
}

/// What is found after a change, as `rule file:line:column`, with a sign for warnings.
fn found(change: impl Fn(&Path)) -> Vec<String> {
    let folder = site();
    assert_eq!(check(folder.path()).diagnostics, []);
    change(folder.path());
    said(&check(folder.path()))
}

fn said(outcome: &Outcome) -> Vec<String> {
    let place = |it: &factpress::diagnostic::Diagnostic| {
        let at = it.place.lines().0;
        let sign = if it.level == factpress::diagnostic::Level::Warn { "?" } else { "" };
        format!("{}{sign} {}:{}:{}", it.rule, it.place.file.path, at.line, at.column)
    };
    outcome.diagnostics.iter().map(place).collect()
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    fs::write(root.join(path), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_changed_byte_of_a_copy_is_one_finding_at_its_hash() {
    let flip = |path: &'static str| {
        found(move |root| {
            let mut bytes = fs::read(root.join(path)).unwrap();
            bytes[40] ^= 1;
            fs::write(root.join(path), bytes).unwrap();
        })
    };
    assert_eq!(flip(ESSAY), ["snapshot-changed content/sources.yaml:6:15"]);
    assert_eq!(flip(REPORT), ["snapshot-changed factpress.lock:5:13"]);
    let shorter = |root: &Path| fs::write(root.join(REPORT), &TEXT[1..]).unwrap();
    assert_eq!(found(shorter), ["snapshot-changed factpress.lock:5:13"]);
}

#[test]
fn a_changed_word_of_a_quotation_is_one_finding_at_the_quotation() {
    for (from, to, place) in [
        ("(grants and loans)", "(grants or loans)", "10:16"),
        ("Only 2 percent", "Only 20 percent", "12:16"),
        ("was not a success", "was a success", "14:16"),
        ("program was not a success", "12 percent a year", "14:16"),
        ("program was not a success", "says nothing of the kind at all", "14:16"),
        // In the copy, but no reader sees it.
        ("Only 2 percent … to one study", "a loan of all", "12:16"),
    ] {
        let found = found(|root| replace(root, CLAIMS, from, to));
        assert_eq!(found, [format!("evidence-not-in-snapshot {CLAIMS}:{place}")], "{to}");
    }
    let folder = site();
    replace(folder.path(), CLAIMS, "(grants and loans)", "(grants or loans)");
    let outcome = check(folder.path());
    let [finding] = &*outcome.diagnostics else { panic!("{outcome:?}") };
    assert!(finding.notes.iter().any(|note| note.contains("(grants [and] loans)")), "{finding:?}");
    assert!(finding.notes.iter().any(|note| note.contains("snapshots/essay.html")), "{finding:?}");
}

#[test]
fn short_quotations_are_refused_with_or_without_a_copy() {
    let short = |root: &Path| replace(root, CLAIMS, "program was not a success", "success");
    assert_eq!(found(short), [format!("evidence-too-short {CLAIMS}:14:16")]);
    let part = |root: &Path| replace(root, CLAIMS, "to one study", "one study");
    assert_eq!(found(part), [format!("evidence-too-short {CLAIMS}:12:16")]);
    let without = |root: &Path| {
        fs::remove_file(root.join(LOCK)).unwrap();
        replace(root, CLAIMS, "program was not a success", "success");
    };
    assert_eq!(found(without), [format!("evidence-too-short {CLAIMS}:14:16")]);
}

#[test]
fn what_can_not_be_read_is_unknown_and_no_error() {
    let gone = |root: &Path| fs::remove_file(root.join(REPORT)).unwrap();
    assert_eq!(found(gone), ["snapshot-missing? factpress.lock:4:11"]);
    let gone = |root: &Path| fs::remove_dir_all(root.join("snapshots")).unwrap();
    assert_eq!(
        found(gone),
        ["snapshot-missing? content/sources.yaml:5:13", "snapshot-missing? factpress.lock:4:11"]
    );
    let scripts = b"<!doctype html><html><script>write('assistance')</script>";
    let empty = |root: &Path| {
        put(root, ESSAY, scripts);
        replace(root, SOURCES, &sha256(PAGE.as_bytes()), &sha256(scripts));
    };
    assert_eq!(found(empty), ["snapshot-unreadable? content/sources.yaml:5:13"]);
    // Without any copy there is nothing to say.
    let none = |root: &Path| {
        fs::remove_file(root.join(LOCK)).unwrap();
        replace(root, CLAIMS, "program was not a success", "program was a great success");
    };
    assert_eq!(found(none), [""; 0]);
}

#[test]
fn lock_and_hand_must_agree() {
    let entry = |path: &str, hash: &str| {
        format!("  essay: {{path: {path}, sha256: {hash}, bytes: 1, media_type: text/html}}\n")
    };
    let lock = |line: String| {
        found(move |root| {
            let text = fs::read_to_string(root.join(LOCK)).unwrap();
            fs::write(root.join(LOCK), text + &line).unwrap();
        })
    };
    let hash = sha256(PAGE.as_bytes());
    assert_eq!(lock(entry("essay.html", &hash)), [""; 0]);
    assert_eq!(lock(entry("snapshots/essay.html", &hash.to_uppercase())), [""; 0]);
    assert_eq!(
        lock(entry("essay.html", &sha256(b""))),
        ["lock-disagrees content/sources.yaml:6:15"]
    );
    assert_eq!(lock(entry("other.html", &hash)), ["lock-disagrees content/sources.yaml:5:13"]);
    assert_eq!(
        lock(entry("essay.html", &hash).replace("essay:", "gone:")),
        ["lock-disagrees? factpress.lock:8:3"]
    );
    let unpinned = |root: &Path| replace(root, SOURCES, &format!("      sha256: {hash}\n"), "");
    assert_eq!(found(unpinned), ["snapshot-unpinned? content/sources.yaml:5:13"]);
}

#[test]
fn a_damaged_lock_is_told_at_its_line_and_nothing_follows_from_it() {
    let damage = |root: &Path| replace(root, LOCK, "    bytes", "    byts");
    assert_eq!(found(damage), ["unknown-field factpress.lock:6:5"]);
    let newer = |root: &Path| replace(root, LOCK, "version: 1", "version: 7");
    assert_eq!(found(newer), ["lock-too-new factpress.lock:1:10"]);
}

#[test]
fn paths_stay_in_the_folder() {
    for path in ["../factpress.lock", "/etc/passwd", "a/../../content/sources.yaml", "c:x", "."] {
        let lead =
            |root: &Path| replace(root, SOURCES, "path: essay.html", &format!("path: '{path}'"));
        assert_eq!(found(lead), ["snapshot-missing content/sources.yaml:5:13"], "{path}");
    }
}

#[test]
fn files_without_end_are_not_read() {
    let endless = |root: &Path| {
        fs::File::create(root.join(REPORT)).unwrap().set_len(10 << 30).unwrap();
    };
    assert_eq!(found(endless), [format!("file-too-large {REPORT}:1:1")]);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_refused() {
    let outside = tempfile::tempdir().unwrap();
    put(outside.path(), "report.txt", TEXT);
    let link = |root: &Path| {
        fs::remove_file(root.join(REPORT)).unwrap();
        std::os::unix::fs::symlink(outside.path().join("report.txt"), root.join(REPORT)).unwrap();
    };
    assert_eq!(found(link), [format!("link-outside-site {REPORT}:1:1")]);
    let folder = |root: &Path| {
        fs::remove_dir_all(root.join("snapshots")).unwrap();
        put(outside.path(), "essay.html", PAGE);
        std::os::unix::fs::symlink(outside.path(), root.join("snapshots")).unwrap();
    };
    assert_eq!(
        found(folder),
        [format!("link-outside-site {ESSAY}:1:1"), format!("link-outside-site {REPORT}:1:1")]
    );
    let pipe = |root: &Path| {
        fs::remove_file(root.join(REPORT)).unwrap();
        let made = std::process::Command::new("mkfifo").arg(root.join(REPORT)).status();
        assert!(made.unwrap().success());
    };
    assert_eq!(found(pipe), [format!("not-a-file {REPORT}:1:1")]);
}

#[test]
fn copies_are_never_published() {
    let folder = site();
    let outcome =
        build::build(&Options { root: folder.path().to_owned(), ..Options::default() }).unwrap();
    assert!(outcome.passed);
    for entry in walkdir::WalkDir::new(folder.path().join("public")) {
        let entry = entry.unwrap();
        assert!(!entry.path().to_string_lossy().contains("snapshots"), "{entry:?}");
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("according to <b>one"), "{entry:?}");
        }
    }
}
