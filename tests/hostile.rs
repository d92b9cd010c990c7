//! Faults planted in a site that was built: each ends in a finding at its place, and the site that
//! stands stays as it is, byte for byte.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use factpress::build::{self, Options, Outcome};
use tempfile::TempDir;

const SITE: &[(&str, &str)] = &[
    ("factpress.yaml", "title: Site\nbase_url: https://example.org/\nmenu: [about]\n"),
    (
        "content/people.yaml",
        "people:\n  ann:\n    name: Ann\n    role: Minister\n  desk: {name: The Desk, kind: organization}\n",
    ),
    (
        "content/sources.yaml",
        "sources:\n  report:\n    title: The Report\n    url: https://example.org/report\n    kind: primary\n",
    ),
    ("content/about.md", "---\ntitle: About\ndescription: Who.\n---\nUs.\n"),
    (
        "content/summit/index.md",
        "---\ndek: A dek.\nby: [desk]\nseed: report.txt\ntext: {by: Desk, licence: Free.}\n---\n\
         # The summit\n\nIt was a loan of 20 billion to all. It rose by 12 percent.\n",
    ),
    (
        "content/summit/claims.yaml",
        "claims:\n  - id: loan\n    quote: a loan of 20 billion\n    speaker: ann\n    claim: It was a loan.\n    \
         verdict: misleading\n    finding: Half of it.\n    evidence:\n      - source: report\n        \
         quote: \"grants and loans\"\n    checked: {by: [desk], on: 2026-11-20}\n  - id: rise\n    \
         quote: 12 percent\n    origin: own\n    verdict: unverified\n    finding: Nobody knows.\n    \
         checked: {by: [desk], on: 2026-11-20}\n",
    ),
    ("content/summit/pic.png", "PNG"),
    (
        "seeds/report.txt",
        "The summit\n\nIt was a loan of 20 billion to all. It rose by 12 percent.\n",
    ),
];

const CLAIMS: &str = "content/summit/claims.yaml";
const ARTICLE: &str = "content/summit/index.md";
const PEOPLE: &str = "content/people.yaml";
const SOURCES: &str = "content/sources.yaml";

fn run(root: &Path) -> Outcome {
    build::build(&Options {
        root: root.to_owned(),
        now: Some(jiff::civil::date(2026, 11, 24)),
        ..Options::default()
    })
    .unwrap()
}

/// The site, built once.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in SITE {
        put(folder.path(), path, text.as_bytes());
    }
    let outcome = run(folder.path());
    assert!(outcome.passed && outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    folder
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    fs::write(root.join(path), text.replacen(from, to, 1)).unwrap();
}

/// Bytes and times of all files below a folder.
fn state(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let changed = fs::metadata(&path).unwrap().modified().unwrap();
                files.insert(path.display().to_string(), (fs::read(&path).unwrap(), changed));
            }
        }
    }
    files
}

/// What a planted fault must lead to: rule, file, line, column.
type Place = (&'static str, &'static str, usize, usize);

/// Plants a fault in a site that was built, and looks at what is said and what is left.
fn expect(name: &str, plant: impl Fn(&Path), places: &[Place]) {
    let folder = site();
    let before = state(&folder.path().join("public"));
    plant(folder.path());
    let outcome = run(folder.path());
    assert!(!outcome.passed, "{name}: the build passed");
    let found: Vec<_> = outcome
        .diagnostics
        .iter()
        .map(|found| {
            let at = found.place.lines().0;
            (found.rule, found.place.file.path.clone(), at.line, at.column)
        })
        .collect();
    let due: Vec<_> = places
        .iter()
        .map(|(rule, file, line, column)| (*rule, (*file).to_owned(), *line, *column))
        .collect();
    assert_eq!(found, due, "{name}");
    assert!(before == state(&folder.path().join("public")), "{name}: public/ was touched");
}

#[test]
fn words_and_keys() {
    let table: &[(&str, &str, &str, Place)] = &[
        (CLAIMS, "verdict: mis", "verdcit: mis", ("unknown-field", CLAIMS, 6, 5)),
        (
            CLAIMS,
            "verdict: mis",
            "verdict: false\n    verdict: mis",
            ("duplicate-key", CLAIMS, 7, 5),
        ),
        (CLAIMS, "on: 2026-11-20", "on: 2026-02-30", ("bad-date", CLAIMS, 11, 31)),
        (CLAIMS, "on: 2026-11-20", "on: 2027-02-20", ("bad-date", CLAIMS, 11, 31)),
        (CLAIMS, "on: 2026-11-20", "on: 2026-11", ("bad-date", CLAIMS, 11, 31)),
        (CLAIMS, "on: 2026-11-20", "on: 20261120", ("bad-date", CLAIMS, 11, 31)),
        (CLAIMS, "id: loan", "id: null", ("missing-field", CLAIMS, 2, 9)),
        (CLAIMS, "id: loan", "id: ''", ("missing-field", CLAIMS, 2, 9)),
        (CLAIMS, "id: loan", "id: löan", ("bad-id", CLAIMS, 2, 9)),
        (CLAIMS, "id: rise", "id: loan", ("duplicate-id", CLAIMS, 12, 9)),
        (CLAIMS, "finding: Half of it.", "finding: null", ("missing-field", CLAIMS, 7, 14)),
        (CLAIMS, "quote: 12 percent", "quote: ~", ("missing-field", CLAIMS, 13, 12)),
        (CLAIMS, "verdict: mis", "verdict: yes #", ("unknown-verdict", CLAIMS, 6, 14)),
        (CLAIMS, "finding: Half", "finding: \"Half", ("invalid-yaml", CLAIMS, 7, 14)),
        (CLAIMS, "    verdict: mis", "\tverdict: mis", ("invalid-yaml", CLAIMS, 6, 1)),
        (CLAIMS, "    verdict: mis", "   verdict: mis", ("invalid-yaml", CLAIMS, 6, 4)),
        (CLAIMS, "Half of it.", "Half \u{1b}[2J.", ("invalid-encoding", CLAIMS, 7, 19)),
        (ARTICLE, "dek:", "dec:", ("unknown-field", ARTICLE, 2, 1)),
        (ARTICLE, "by: [desk]", "dek: B\nby: [desk]", ("duplicate-key", ARTICLE, 3, 1)),
        (ARTICLE, "Free.", "Free., url: 'javascript:x'", ("bad-address", ARTICLE, 5, 39)),
        (ARTICLE, "loan of", "loan \u{7} of", ("invalid-encoding", ARTICLE, 9, 15)),
        (ARTICLE, "report.txt", "../report.txt", ("seed-not-found", ARTICLE, 4, 7)),
        (PEOPLE, "name: Ann", "name: null", ("missing-field", PEOPLE, 3, 11)),
        (PEOPLE, "  desk:", "  ann: {name: B}\n  desk:", ("duplicate-key", PEOPLE, 5, 3)),
        (PEOPLE, "role: M", "role: \"M", ("invalid-yaml", PEOPLE, 4, 11)),
        (PEOPLE, "  desk:", "---\n  desk:", ("invalid-yaml", PEOPLE, 5, 1)),
        (SOURCES, "title: The", "titel: The", ("unknown-field", SOURCES, 3, 5)),
    ];
    for (file, from, to, place) in table {
        expect(&format!("{file}: {to}"), |root| replace(root, file, from, to), &[*place]);
    }
}

#[test]
fn names_that_nothing_reads() {
    for name in [
        "content/summit/clams.yaml",
        "content/summit/claim.yaml",
        "content/summit/claims.yml",
        "content/people.yml",
        "content/Sources.yaml",
        "content/about.MD",
        "factpress.yml",
        "Factpress.yaml",
        "people.yaml",
    ] {
        expect(name, |root| put(root, name, b"x: 1\n"), &[("unknown-file", name, 1, 1)]);
    }
}

#[test]
fn addresses_that_are_taken() {
    for name in [
        "content/404.md",
        "content/claims.md",
        "content/assets/x.md",
        "content/feed.xml.md",
        "content/index.md",
        "content/summit/index.html",
        "content/summit/claims/loan/index.html",
    ] {
        expect(name, |root| put(root, name, b"# A\n"), &[("address-clash", name, 1, 1)]);
    }
    let pair = |root: &Path| {
        put(root, "content/caf\u{e9}.md", b"# A\n");
        put(root, "content/cafe\u{301}.md", b"# B\n");
    };
    expect("accents", pair, &[("address-clash", "content/caf\u{e9}.md", 1, 1)]);
}

#[test]
fn many_faults_are_told_at_once_and_each_only_once() {
    let several = |root: &Path| {
        replace(root, CLAIMS, "finding: Half", "findng: Half");
        replace(root, CLAIMS, "quote: 12 percent", "quote: 13 percent");
        replace(root, CLAIMS, "verdict: unverified", "verdict: unverifed");
        replace(root, PEOPLE, "role:", "rol:");
        replace(root, PEOPLE, "kind: organization", "kind: org");
        replace(root, SOURCES, "title: The", "title: \"The");
    };
    let places = [
        ("unknown-field", PEOPLE, 4, 5),
        ("wrong-type", PEOPLE, 5, 32),
        ("invalid-yaml", SOURCES, 3, 12),
        ("unknown-field", CLAIMS, 7, 5),
        ("quote-not-found", CLAIMS, 13, 12),
        ("unknown-verdict", CLAIMS, 15, 14),
    ];
    expect("several", several, &places);
}

#[test]
fn the_words_of_a_claim_are_looked_for_whatever_else_it_lacks() {
    let both = |from: &'static str, to: &'static str| {
        move |root: &Path| {
            replace(root, CLAIMS, "quote: 12 percent", "quote: 13 percent");
            replace(root, CLAIMS, from, to);
        }
    };
    let lost = ("quote-not-found", CLAIMS, 13, 12);
    let missing = ("missing-field", CLAIMS, 12, 5);
    expect("no verdict", both("    verdict: unverified\n", ""), &[missing, lost]);
    let unknown = ("unknown-field", CLAIMS, 15, 5);
    expect("a wrong key", both("verdict: unverified", "verdikt: unverified"), &[lost, unknown]);
}

#[test]
fn folders_in_place_of_files() {
    for name in [CLAIMS, ARTICLE, PEOPLE, "factpress.yaml", "seeds/report.txt"] {
        let plant = |root: &Path| {
            fs::remove_file(root.join(name)).unwrap();
            fs::create_dir(root.join(name)).unwrap();
        };
        expect(name, plant, &[("not-a-file", name, 1, 1)]);
    }
    let plant = |root: &Path| put(root, "templates", b"x");
    expect("templates", plant, &[("not-a-file", "templates", 1, 1)]);
}

#[test]
fn files_without_end() {
    for name in [CLAIMS, "content/x.md", "seeds/report.txt", "content/summit/pic.png"] {
        let plant = |root: &Path| {
            fs::File::create(root.join(name)).unwrap().set_len(10 << 30).unwrap();
        };
        expect(name, plant, &[("file-too-large", name, 1, 1)]);
    }
}

#[test]
fn files_that_would_fill_the_memory() {
    let lists = |root: &Path| {
        let list = "'https://e.org', ".repeat(1000);
        let people: Vec<_> = (0..20_000).map(|at| format!("  p{at}: *a\n")).collect();
        let text = format!("people:\n  a: &a {{name: A, same_as: [{list}]}}\n{}", people.concat());
        put(root, PEOPLE, text.as_bytes());
    };
    expect("aliases", lists, &[("invalid-yaml", PEOPLE, 1, 1)]);
    let deep = |root: &Path| {
        put(root, PEOPLE, format!("people: {}", "[".repeat(100_000)).as_bytes());
    };
    for text in ["[".repeat(1_000_000), ">".repeat(1_000_000), "*a _b ".repeat(150_000)] {
        let plant = |root: &Path| put(root, "content/x.md", text.as_bytes());
        expect(&text[..9], plant, &[("file-too-large", "content/x.md", 1, 1)]);
    }
    expect("brackets", deep, &[("invalid-yaml", PEOPLE, 1, 109)]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_out_of_the_site() {
        let outside = tempfile::tempdir().unwrap();
        put(outside.path(), "report.txt", b"secret");
        let secret = outside.path().join("report.txt");
        for name in ["content/x.md", "content/summit/x.txt", CLAIMS, "seeds/report.txt"] {
            let plant = |root: &Path| {
                let _ = fs::remove_file(root.join(name));
                symlink(&secret, root.join(name)).unwrap();
            };
            expect(name, plant, &[("link-outside-site", name, 1, 1)]);
        }
        let plant = |root: &Path| {
            fs::remove_dir_all(root.join("seeds")).unwrap();
            symlink(outside.path(), root.join("seeds")).unwrap();
        };
        expect("seeds", plant, &[("link-outside-site", "seeds/report.txt", 1, 1)]);
    }

    #[test]
    fn links_that_lead_nowhere() {
        for (name, target) in [("content/x.md", "x.md"), ("content/summit/x.txt", "nothing")] {
            let plant = |root: &Path| symlink(target, root.join(name)).unwrap();
            expect(name, plant, &[("link-outside-site", name, 1, 1)]);
        }
    }

    #[test]
    fn pipes_are_not_waited_for() {
        for name in ["content/x.md", "content/summit/x.jpg", PEOPLE, "seeds/report.txt"] {
            let plant = |root: &Path| {
                let _ = fs::remove_file(root.join(name));
                let made = std::process::Command::new("mkfifo").arg(root.join(name)).status();
                assert!(made.unwrap().success());
            };
            expect(name, plant, &[("not-a-file", name, 1, 1)]);
        }
    }

    #[test]
    fn names_that_can_not_be_published() {
        for name in ["content/a\nb.md", "content/a\\b.md", "content/summit/a\u{202e}b.png"] {
            expect(name, |root| put(root, name, b"# A\n"), &[("bad-file-name", name, 1, 1)]);
        }
        let plant = |root: &Path| {
            let name = std::ffi::OsStr::from_bytes(b"content/b\xe9.md");
            fs::write(root.join(name), b"# A\n").unwrap();
        };
        expect("latin-1", plant, &[("bad-file-name", "content/b\u{fffd}.md", 1, 1)]);
    }
}
