//! `factpress.lock`: when it is written, when it must not be, and what happens to a damaged one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod published;

use std::fs;

use factpress::build::{self, Options, Step};
use published::{CLAIMS, LOCK, Published, told};

/// A small site that was never built: an article with one claim, and a draft with another.
fn small() -> Published {
    let site = Published::empty();
    site.write("factpress.yaml", "title: Site\nbase_url: https://example.org/\n");
    site.write("content/people.yaml", "people:\n  ann: {name: Ann}\n");
    site.write("content/cats.md", "# Cats\n\nThere were five cats.\n");
    site.write("content/cats.claims.yaml", &claims("five-cats", "five cats"));
    site.write("content/dogs.md", "---\ndraft: true\n---\n# Dogs\n\nThere was one dog.\n");
    site.write("content/dogs.claims.yaml", &claims("one-dog", "one dog"));
    site
}

fn claims(id: &str, quote: &str) -> String {
    format!(
        "claims:\n  - id: {id}\n    quote: {quote}\n    origin: own\n    verdict: unverified\n    \
         finding: Nobody counted.\n    checked: {{by: [ann], on: 2026-11-23}}\n"
    )
}

/// Files that stand beside the lock before it is written.
fn waiting(site: &Published) -> Vec<String> {
    let names = fs::read_dir(site.root()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| name.starts_with(".factpress.lock")).collect()
}

#[test]
fn the_first_build_makes_it_and_the_second_leaves_it() {
    let site = small();
    assert!(build::check(&site.options()).unwrap().passed);
    assert!(build::build_in_memory(&site.options()).unwrap().1.is_some());
    assert!(!site.path(LOCK).exists(), "only a build writes it");
    let recorded = build::build(&site.options()).unwrap().recorded.unwrap();
    assert_eq!((recorded.claims, recorded.gone, recorded.first), (1, 0, true));
    let (lock, time) =
        (site.text(LOCK), fs::metadata(site.path(LOCK)).unwrap().modified().unwrap());
    assert!(lock.contains("\n    five-cats: {verdict: unverified, quote: \""), "{lock}");
    assert_eq!(build::build(&site.options()).unwrap().recorded, None);
    assert_eq!(fs::metadata(site.path(LOCK)).unwrap().modified().unwrap(), time);
    // Nothing else is left beside it.
    let names = fs::read_dir(site.root()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["content", LOCK, "factpress.yaml", "public"]);
}

#[test]
fn neither_drafts_nor_the_day_nor_the_address_change_it() {
    let site = small();
    build::build(&site.options()).unwrap();
    let lock = site.text(LOCK);
    for options in [
        Options { drafts: true, ..site.options() },
        Options { now: None, ..site.options() },
        Options { now: Some(jiff::civil::date(2031, 1, 1)), ..site.options() },
        Options { base_url: Some("https://example.net/".to_owned()), ..site.options() },
        Options { output: Some(site.path("elsewhere")), ..site.options() },
    ] {
        assert_eq!(build::build(&options).unwrap().recorded, None, "{options:?}");
        assert_eq!(site.text(LOCK), lock);
    }
}

#[test]
fn a_site_without_claims_needs_none() {
    let site = Published::empty();
    site.write("content/about.md", "# About\n");
    let locked = Options { locked: true, ..site.options() };
    assert!(build::build(&locked).unwrap().passed);
    assert!(!site.path(LOCK).exists());
}

#[test]
fn locked_names_what_would_change_and_writes_nothing() {
    let site = small();
    let locked = Options { locked: true, ..site.options() };
    let outcome = build::build(&locked).unwrap();
    assert!(!outcome.passed);
    assert_eq!(told(&outcome), ["lock-outdated factpress.lock:1:1"]);
    assert!(!site.path(LOCK).exists() && !site.path("public").exists());
    build::build(&site.options()).unwrap();
    assert!(build::build(&locked).unwrap().passed);

    let before = (site.public(), site.text(LOCK));
    // A new claim, a new day of the check, a claim that is gone.
    let more = claims("many-cats", "cats").replace("claims:\n", "");
    let dated = claims("five-cats", "five cats").replace("11-23", "11-24");
    site.write("content/cats.claims.yaml", &(dated + &more));
    let outcome = build::build(&locked).unwrap();
    assert!(!outcome.passed);
    let file = "content/cats.claims.yaml";
    assert_eq!(
        told(&outcome),
        [format!("lock-outdated {file}:2:9"), format!("lock-outdated {file}:8:9"),]
    );
    assert!(outcome.diagnostics[0].message.ends_with("another day of the check"));
    assert_eq!((site.public(), site.text(LOCK)), before);
    build::build(&site.options()).unwrap();
    let lock = site.text(LOCK);
    site.write(LOCK, &lock.replace("verdict: unverified", "verdict:  unverified"));
    assert_eq!(told(&build::build(&locked).unwrap()), ["lock-outdated factpress.lock:1:1"]);
    // What git did to the line ends is no change.
    site.write(LOCK, &lock.replace('\n', "\r\n"));
    assert!(build::build(&locked).unwrap().passed);
    assert_eq!(build::build(&site.options()).unwrap().recorded, None);
}

#[test]
fn a_build_that_fails_records_nothing() {
    let site = small();
    build::build(&site.options()).unwrap();
    let lock = site.text(LOCK);
    site.replace("content/cats.claims.yaml", "Nobody counted", "Somebody counted");
    // Refused by the author's own wish, and refused by what stands in the output folder.
    let deny = Options { deny_warnings: true, ..site.options() };
    assert!(!build::build(&deny).unwrap().passed);
    let elsewhere = Options { output: Some(site.path("other")), ..site.options() };
    site.write("other/index.html", "somebody else's");
    assert!(build::build(&elsewhere).is_err());
    assert_eq!(site.text(LOCK), lock);
    assert!(waiting(&site).is_empty());
}

#[test]
fn a_build_that_dies_before_the_lock_is_repeated_in_peace() {
    let site = Published::explainer();
    let before = site.text(LOCK);
    let created = "kind: created}";
    site.replace(CLAIMS, "verdict: mostly-true", "verdict: misleading");
    let entry = "kind: created}\n      - {on: 2026-11-25, kind: correction, note: x}";
    site.replace(CLAIMS, created, entry);
    assert_eq!(site.build(), [""; 0]);
    let (public, lock) = (site.public(), site.text(LOCK));
    // As if it had died after the pages were moved, with the next lock waiting.
    site.write(LOCK, &before);
    site.write(".factpress.lock.12-0.new", &lock[..lock.len() / 2]);
    site.write(".factpress.lock.turn", "");
    assert_eq!(site.build(), [""; 0]);
    assert_eq!((site.public(), site.text(LOCK)), (public, lock));
    assert!(waiting(&site).is_empty());
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_not_lost() {
    let site = small();
    let meanwhile = |step: Step| {
        if step == Step::Publishing {
            site.write(LOCK, "version: 1\n");
        }
    };
    let failed = build::build_watched(&site.options(), &meanwhile).unwrap_err().to_string();
    assert!(failed.contains("factpress.lock was changed"), "{failed}");
    assert_eq!(site.text(LOCK), "version: 1\n");
    assert!(!site.path("public/index.html").exists());
}

#[test]
fn a_lock_that_git_left_half_merged_is_one_finding() {
    let site = Published::explainer();
    site.replace(LOCK, "    two-percent:", "<<<<<<< HEAD\n    two-percent:");
    let lock = site.text(LOCK);
    let line = lock.lines().position(|line| line.starts_with("<<<<<<<")).unwrap() + 1;
    let outcome = build::build(&site.options()).unwrap();
    assert_eq!(told(&outcome), [format!("invalid-yaml {LOCK}:{line}:1")]);
    assert!(outcome.diagnostics[0].help[0].contains("keep every claim of both versions"));
    assert_eq!(site.text(LOCK), lock);
    // Merged by hand, in any order, it is put into its own again.
    let mut lines: Vec<&str> = lock.lines().filter(|line| !line.starts_with('<')).collect();
    let last = lines.len() - 1;
    lines.swap(last - 1, last);
    site.write(LOCK, &(lines.join("\n") + "\n"));
    let recorded = build::build(&site.options()).unwrap().recorded.unwrap();
    assert_eq!((recorded.claims, recorded.gone), (0, 0));
    assert_eq!(site.text(LOCK) + "<<<<<<< HEAD\n", {
        let (head, tail) = lock.split_once("<<<<<<< HEAD\n").unwrap();
        format!("{head}{tail}<<<<<<< HEAD\n")
    });
}

#[test]
fn a_lock_of_any_kind_ends_in_findings() {
    let line = "    x: {verdict: a, quote: \"e3b0c44298fc\", finding: \"e3b0c44298fc\"}\n";
    let many = format!("version: 1\narticles:\n  gone:\n{}", {
        let one = |number| line.replace("x:", &format!("x{number}:"));
        (0..50_000).map(one).collect::<String>()
    });
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("deep", format!("version: 1\narticles: {}", "[".repeat(200_000)).into(), "invalid-yaml"),
        (
            "deep keys",
            format!("version: 1\narticles: {}", "{a: ".repeat(9_999)).into(),
            "invalid-yaml",
        ),
        ("aliases", b"version: 1\nmoved: {a: &a [x, x], b: *a}\n".to_vec(), "wrong-type"),
        ("a list", b"- version: 1\n".to_vec(), "wrong-type"),
        ("numbers", b"version: 1\narticles:\n  cats: 3\n".to_vec(), "wrong-type"),
        (
            "no hash",
            b"version: 1\narticles:\n  a:\n    b: {verdict: x, quote: 1, finding: 2}\n".to_vec(),
            "invalid-yaml",
        ),
        ("a later form", b"version: 7\nnew: [1]\n".to_vec(), "lock-too-new"),
        ("negative", b"version: -1\n".to_vec(), "wrong-type"),
        ("latin-1", b"version: 1\n# \xe9\n".to_vec(), "invalid-encoding"),
        ("nul", b"version: 1\0\n".to_vec(), "invalid-encoding"),
        ("twice", b"version: 1\nversion: 1\n".to_vec(), "duplicate-key"),
        ("fifty thousand", many.into(), "claim-deleted"),
    ];
    for (name, bytes, rule) in cases {
        let site = small();
        fs::write(site.path(LOCK), &bytes).unwrap();
        let outcome = build::build(&site.options()).unwrap();
        assert!(!outcome.passed, "{name}");
        let found = told(&outcome);
        assert!(found.len() == 1 && found[0].starts_with(rule), "{name}: {found:?}");
        assert_eq!(fs::read(site.path(LOCK)).unwrap(), bytes, "{name}");
    }
}

#[test]
fn what_could_not_be_read_is_not_taken_for_deleted() {
    let site = Published::explainer();
    site.replace(CLAIMS, "    verdict: ", "    verdcit: ");
    let found = site.denied();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("unknown-field"), "{found:?}");
}

#[test]
fn an_article_does_not_go_either() {
    let lock = |site: &Published, words: &str| {
        let text = site.text(LOCK);
        let place = factpress::input::line_column(&text, text.find(words).unwrap());
        format!("{LOCK}:{}:{}", place.line, place.column)
    };
    // As a draft, whether drafts are built or not.
    let site = small();
    build::build(&site.options()).unwrap();
    site.replace("content/cats.md", "# Cats", "---\ndraft: true\n---\n# Cats");
    let due = ["claim-deleted content/cats.md:2:8"];
    assert_eq!(site.denied(), due);
    let drafts = Options { drafts: true, ..site.options() };
    assert_eq!(told(&build::build(&drafts).unwrap()), due);
    // Without its claims, and without its file.
    let site = Published::explainer();
    site.write(CLAIMS, "claims: []\n");
    assert_eq!(site.denied(), [format!("claim-deleted {CLAIMS}:1:1")]);
    let site = small();
    build::build(&site.options()).unwrap();
    fs::remove_file(site.path("content/cats.md")).unwrap();
    fs::remove_file(site.path("content/cats.claims.yaml")).unwrap();
    assert_eq!(site.denied(), [format!("claim-deleted {}", lock(&site, "cats:"))]);
    // Under another name it keeps its addresses.
    let body = "# Cats\n\nThere were five cats.\n";
    site.write("content/five.md", &format!("---\nformerly: [cats]\narticle: true\n---\n{body}"));
    site.write("content/five.claims.yaml", &claims("five-cats", "five cats"));
    assert_eq!(site.build(), [""; 0]);
    for page in ["cats/index.html", "cats/claims/five-cats/index.html"] {
        assert!(site.text(&format!("public/{page}")).contains("http-equiv=\"refresh\""), "{page}");
    }
    assert!(site.text(LOCK).contains("moved:\n  cats/: five/\n  cats/claims/five-cats/: five/"));
    assert_eq!(site.build(), [""; 0]);
    site.write("content/five.md", body);
    let found = site.denied();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.starts_with("claim-deleted factpress.lock:")));
}

#[test]
fn the_page_of_corrections_can_not_be_written_by_hand() {
    let site = small();
    site.write("content/corrections.md", "# Ours\n");
    let outcome = build::build(&site.options()).unwrap();
    assert_eq!(told(&outcome), ["address-clash content/corrections.md:1:1"]);
    assert!(outcome.diagnostics[0].help[0].contains("corrections-policy.md"));
}

#[test]
fn a_claim_that_moves_to_another_article_takes_its_history_along() {
    let site = small();
    build::build(&site.options()).unwrap();
    site.write("content/cats.claims.yaml", "claims: []\n");
    site.write("content/more.md", "# More\n\nThere were five cats.\n");
    let moved = claims("cat-count", "five cats")
        .replace("id: cat-count\n", "id: cat-count\n    formerly: [cats/five-cats]\n");
    // Not what was published, and no entry says so.
    site.write("content/more.claims.yaml", &moved.replace("unverified", "misleading"));
    let found = site.denied();
    assert!(found.contains(&"verdict-changed-silently content/more.claims.yaml:6:14".to_owned()));
    site.write("content/more.claims.yaml", &moved);
    assert_eq!(site.build(), [""; 0]);
    let old = site.text("public/cats/claims/five-cats/index.html");
    assert!(old.contains("0; url=../../../more/claims/cat-count/\""), "{old}");
    assert_eq!(site.build(), [""; 0]);
    // A second article can't have it too.
    site.write("content/third.md", "# Third\n\nThere were five cats.\n");
    site.write("content/third.claims.yaml", &moved);
    let found = site.denied();
    assert_eq!(found, ["former-address content/third.claims.yaml:3:16"]);
}
