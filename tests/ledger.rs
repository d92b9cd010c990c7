//! The memory of a site, tried on copies of the explainer: what was published can't be changed, reworded
//! or deleted in silence, and each fault is one finding, by the rule meant for it, at its line.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod published;

use factpress::build::{self, Options};
use published::{CLAIMS, LOCK, Published, told};

/// A claim of the explainer that is misleading.
const ID: &str = "twenty-billion-loan";
const CREATED: &str = "      - {on: 2026-11-23, kind: created}\n";

/// The explainer after its first publication.
fn explainer() -> Published {
    Published::explainer()
}

/// The lines of one claim.
fn claim(site: &Published, id: &str) -> String {
    let text = site.text(CLAIMS);
    let start = text.find(&format!("  - id: {id}\n")).expect("the claim is there");
    let end = text[start + 1..].find("\n  - id: ").map_or(text.len(), |end| start + 1 + end + 1);
    text[start..end].to_owned()
}

/// Changes the lines of one claim.
fn change(site: &Published, id: &str, was: &str, now: &str) {
    let old = claim(site, id);
    assert!(old.contains(was), "`{was}` is not in {old}");
    site.replace(CLAIMS, &old, &old.replacen(was, now, 1));
}

/// Adds an entry to the ledger of a claim.
fn enter(site: &Published, id: &str, entry: &str) {
    change(site, id, CREATED, &format!("{CREATED}      - {entry}\n"));
}

/// `rule file:line:column`, where the words stand in the lines of the claim.
fn at(site: &Published, rule: &str, id: &str, words: &str) -> String {
    let own = claim(site, id);
    let within = own.find(words).unwrap_or_else(|| panic!("`{words}` is not in {own}"));
    let text = site.text(CLAIMS);
    let place = factpress::input::line_column(&text, text.find(&own).unwrap() + within);
    format!("{rule} {CLAIMS}:{}:{}", place.line, place.column)
}

#[test]
fn a_verdict_that_changes_in_silence_is_one_finding_at_the_verdict() {
    let site = explainer();
    let (public, lock) = (site.public(), site.text(LOCK));
    change(&site, ID, "verdict: misleading", "verdict: \"false\"");
    let found = [at(&site, "verdict-changed-silently", ID, "\"false\"")];
    assert_eq!(site.build(), found);
    assert_eq!(site.check(), found);
    // Neither the site nor the memory of it has moved.
    assert_eq!((site.public(), site.text(LOCK)), (public, lock));
    // Another reason, and words of the article about it, do not make it two.
    change(&site, ID, "finding: ", "finding: Now ");
    assert_eq!(site.build(), [at(&site, "verdict-changed-silently", ID, "\"false\"")]);
}

#[test]
fn only_a_new_entry_that_is_about_the_verdict_declares_it() {
    for (entry, rule) in [
        ("{on: 2026-11-25, kind: minor, note: x}", Some("verdict-changed-silently")),
        ("{on: 2026-11-20, kind: correction, note: x}", Some("dates-contradict")),
        ("{on: 2026-11-25, kind: correction, note: x}", None),
        ("{on: 2026-11-25, kind: correction, was: misleading, note: x}", None),
        ("{on: 2026-11-25, kind: update, note: x}", None),
        ("{on: 2026-11-25, kind: void, note: x}", None),
        // On the day of the first publication as well.
        ("{on: 2026-11-23, kind: correction, note: x}", None),
    ] {
        let site = explainer();
        change(&site, ID, "verdict: misleading", "verdict: \"false\"");
        enter(&site, ID, entry);
        let found = site.build();
        match rule {
            Some(_) => assert_eq!(found.len(), 1, "{entry}: {found:?}"),
            None => assert_eq!(found, [""; 0], "{entry}"),
        }
        assert!(rule.is_none_or(|rule| found[0].starts_with(rule)), "{entry}: {found:?}");
    }
}

#[test]
fn an_entry_that_was_published_declares_nothing_new() {
    let site = explainer();
    change(&site, ID, "verdict: misleading", "verdict: \"false\"");
    enter(&site, ID, "{on: 2026-11-25, kind: correction, note: First.}");
    assert_eq!(site.build(), [""; 0]);
    change(&site, ID, "verdict: \"false\"", "verdict: \"true\"");
    assert_eq!(site.build(), [at(&site, "verdict-changed-silently", ID, "\"true\"")]);
    // An entry between the two days can't have seen the second change.
    let between = "{on: 2026-11-24, kind: update, note: Late.}";
    enter(&site, ID, between);
    assert_eq!(site.build(), [at(&site, "verdict-changed-silently", ID, "\"true\"")]);
    change(&site, ID, &format!("      - {between}\n"), "");
    // A second correction on the day of the first is a new one.
    let first = "      - {on: 2026-11-25, kind: correction, note: First.}\n";
    change(&site, ID, first, &format!("{first}{}", first.replace("First", "Second")));
    assert_eq!(site.build(), [""; 0]);
    let page = site.text("public/corrections/index.html");
    for words in ["First.", "Second.", ">Misleading</span>", ">False</span>", ">True</strong>"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_correction_reaches_every_reader_and_the_former_verdict_is_remembered() {
    let site = explainer();
    change(&site, ID, "verdict: misleading", "verdict: \"false\"");
    enter(&site, ID, "{on: 2026-11-25, kind: correction, note: The treaty names no loan.}");
    assert_eq!(site.build(), [""; 0]);
    assert!(site.text(LOCK).contains("correction 2026-11-25 was misleading]"));
    for page in [
        "corrections/index.html",
        "corrections.xml",
        "migration-alliance/index.html",
        "migration-alliance/claims/twenty-billion-loan/index.html",
    ] {
        let text = site.text(&format!("public/{page}"));
        assert!(text.contains("The treaty names no loan."), "{page}");
        assert!(text.contains("Misleading"), "{page}");
    }
    // The claims file does not say what the verdict was; the next build knows it all the same.
    let (public, lock) = (site.public(), site.text(LOCK));
    assert_eq!(site.build(), [""; 0]);
    assert_eq!((site.public(), site.text(LOCK)), (public, lock));
}

#[test]
fn a_former_verdict_that_was_none_is_found() {
    let wrong = |was: &str| {
        let site = explainer();
        change(&site, ID, "verdict: misleading", "verdict: \"false\"");
        let entry = format!("{{on: 2026-11-25, kind: correction, was: {was}, note: x}}");
        enter(&site, ID, &entry);
        let due = at(&site, "former-verdict", ID, &format!("{was}, note"));
        assert_eq!(site.build(), [due], "{was}");
    };
    wrong("unverified"); // not what was published
    wrong("false"); // the verdict of today
    wrong("misleadin"); // not on the scale
    // Once published it stays.
    let site = explainer();
    change(&site, ID, "verdict: misleading", "verdict: \"false\"");
    enter(&site, ID, "{on: 2026-11-25, kind: correction, was: misleading, note: x}");
    assert_eq!(site.build(), [""; 0]);
    change(&site, ID, "was: misleading", "was: mostly-true");
    assert_eq!(site.build(), [at(&site, "former-verdict", ID, "mostly-true, note")]);
}

#[test]
fn other_words_need_an_entry_too() {
    let site = explainer();
    change(&site, ID, "finding: ", "finding: In short, ");
    let finding = at(&site, "wording-changed-silently", ID, "In short");
    assert_eq!(site.build(), [finding]);
    let site = explainer();
    change(&site, ID, "finding: ", "finding: In short, ");
    enter(&site, ID, "{on: 2026-11-25, kind: minor, note: x}");
    assert_eq!(site.build(), [""; 0]);
    // Line breaks are no words.
    let site = explainer();
    let own = claim(&site, ID);
    let line = own.lines().find(|line| line.starts_with("    finding: ")).unwrap().to_owned();
    let words = line.trim_start_matches("    finding: ").replacen(' ', "\n      ", 3);
    change(&site, ID, &line, &format!("    finding: >-\n      {words}"));
    assert_eq!(site.build(), [""; 0]);
}

#[test]
fn other_words_are_told_of_until_an_entry_does() {
    let site = explainer();
    let lock = site.text(LOCK);
    change(&site, ID, "finding: ", "finding: In short, ");
    let silent = at(&site, "wording-changed-silently", ID, "In short");
    for _ in 0..3 {
        assert_eq!(site.build(), [&*silent]);
        assert_eq!(site.text(LOCK), lock, "the words that were published are remembered");
    }
    // The machine that publishes has nothing to write either.
    let locked = Options { locked: true, ..site.options() };
    assert_eq!(told(&build::build(&locked).unwrap()), [&*silent]);
    // What else changes is recorded; an entry that is older than the newest that was published is no
    // word about it, not even at the build after.
    enter(&site, ID, "{on: 2026-11-25, kind: update, note: x}");
    assert_eq!(site.build(), [""; 0]);
    let accepted = site.text(LOCK);
    change(&site, ID, "finding: In short, ", "finding: In a word, ");
    let between = "      - {on: 2026-11-24, kind: minor, note: y}\n";
    change(&site, ID, CREATED, &format!("{CREATED}{between}"));
    let silent = at(&site, "wording-changed-silently", ID, "In a word");
    for _ in 0..2 {
        assert_eq!(site.build(), [&*silent]);
        let lock = site.text(LOCK);
        assert_eq!(lock.replace(", minor 2026-11-24", ""), accepted);
        assert_ne!(lock, accepted);
    }
    // Under another name as well.
    change(&site, ID, &format!("id: {ID}\n"), &format!("id: loan\n    formerly: [{ID}]\n"));
    for _ in 0..2 {
        let silent = at(&site, "wording-changed-silently", "loan", "In a word");
        assert_eq!(site.build(), [silent]);
    }
    // The words that were published need no entry.
    change(&site, "loan", "finding: In a word, ", "finding: In short, ");
    assert_eq!(site.build(), [""; 0]);
}

#[test]
fn a_first_entry_is_not_about_words() {
    let site = Published::copied();
    std::fs::remove_file(site.path(LOCK)).unwrap();
    change(&site, ID, &format!("    ledger:\n{CREATED}"), "");
    assert_eq!(site.build(), [""; 0]);
    change(&site, ID, "finding: ", "finding: In short, ");
    let silent = at(&site, "wording-changed-silently", ID, "In short");
    assert_eq!(site.build(), [&*silent]);
    change(&site, ID, "    verdict: ", &format!("    ledger:\n{CREATED}    verdict: "));
    assert_eq!(site.build(), [at(&site, "wording-changed-silently", ID, "In short")]);
}

#[test]
fn a_ledger_does_not_forget() {
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-25, kind: correction, note: x}");
    assert_eq!(site.build(), [""; 0]);
    let entry = "      - {on: 2026-11-25, kind: correction, note: x}\n";
    change(&site, ID, entry, "");
    assert_eq!(site.build(), [at(&site, "ledger-rewritten", ID, "- {on: 2026-11-23")]);
    change(&site, ID, CREATED, &format!("{CREATED}{}", entry.replace("11-25", "11-26")));
    assert_eq!(site.build(), [at(&site, "ledger-rewritten", ID, "- {on: 2026-11-23")]);
    // Its note may be mended.
    change(&site, ID, "11-26, kind: correction, note: x", "11-25, kind: correction, note: y");
    assert_eq!(site.build(), [""; 0]);
}

#[test]
fn corrections_say_what_was_wrong_and_histories_run_forward() {
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-25, kind: correction}");
    assert_eq!(site.build(), [at(&site, "correction-without-note", ID, "correction}")]);
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-25, kind: void, note: '  '}");
    assert_eq!(site.build(), [at(&site, "correction-without-note", ID, "void, ")]);
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-26, kind: update}\n      - {on: 2026-11-25, kind: minor}");
    assert_eq!(site.build(), [at(&site, "ledger-order", ID, "2026-11-25")]);
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-25, kind: created, note: Again}");
    assert_eq!(site.build(), [at(&site, "ledger-order", ID, "created, note")]);
    let site = explainer();
    let void = "{on: 2026-11-25, kind: void, note: x}\n      - {on: 2026-11-26, kind: minor}";
    enter(&site, ID, void);
    assert_eq!(site.build(), [at(&site, "ledger-order", ID, "minor}")]);
}

#[test]
fn a_withdrawn_check_stays_readable_and_may_go_later() {
    let site = explainer();
    enter(&site, ID, "{on: 2026-11-25, kind: void, note: The source was a forgery.}");
    assert_eq!(site.build(), [""; 0]);
    let page = site.text("public/migration-alliance/claims/twenty-billion-loan/index.html");
    for words in ["Withdrawn", "The source was a forgery.", "the verdict was “Misleading”"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("ClaimReview"));
    let home = site.text("public/index.html");
    assert!(home.contains("18 statements were checked") && home.contains("1 check was withdrawn"));
    // Putting it back takes a word; deleting it does not.
    let void = "      - {on: 2026-11-25, kind: void, note: The source was a forgery.}\n";
    change(&site, ID, void, "");
    assert_eq!(site.build(), [at(&site, "ledger-rewritten", ID, "- {on: 2026-11-23")]);
    site.replace(CLAIMS, &claim(&site, ID), "");
    // What only it rested on is another matter.
    let found = site.build();
    assert!(found.iter().all(|found| found.starts_with("unused-")), "{found:?}");
}

#[test]
fn a_published_claim_is_not_deleted() {
    let site = explainer();
    let own = claim(&site, "two-percent");
    site.replace(CLAIMS, &own, "");
    assert_eq!(site.denied(), [format!("claim-deleted {CLAIMS}:1:1")]);
}

#[test]
fn a_renamed_claim_keeps_its_address_and_its_history() {
    let site = explainer();
    change(&site, ID, &format!("id: {ID}\n"), "id: loan-of-1961\n");
    assert_eq!(site.build(), [at(&site, "claim-deleted", "loan-of-1961", "loan-of-1961")]);
    let named = format!("id: loan-of-1961\n    formerly: [{ID}]\n");
    change(&site, "loan-of-1961", "id: loan-of-1961\n", &named);
    // Under another name it is still the same claim.
    change(&site, "loan-of-1961", "verdict: misleading", "verdict: \"false\"");
    let silent = at(&site, "verdict-changed-silently", "loan-of-1961", "\"false\"");
    assert_eq!(site.build(), [silent]);
    change(&site, "loan-of-1961", "verdict: \"false\"", "verdict: misleading");
    assert_eq!(site.build(), [""; 0]);
    let old = site.text("public/migration-alliance/claims/twenty-billion-loan/index.html");
    assert!(old.contains("0; url=../loan-of-1961/index.html"));
    assert!(site.text("public/_redirects").contains("/twenty-billion-loan/ "));
    assert_eq!(site.build(), [""; 0]);
    // The old address stays for good.
    change(&site, "loan-of-1961", &format!("    formerly: [{ID}]\n"), "");
    let found = site.build();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("claim-deleted factpress.lock:"), "{found:?}");
}

#[test]
fn former_names_are_free_and_claimed_once() {
    for (former, words) in [
        ("two-percent", "two-percent"),
        ("Two_percent", "Two_percent"),
        ("../x/old", "../x/old"),
        ("claims/old", "claims/old"),
    ] {
        let site = explainer();
        let named = format!("id: {ID}\n    formerly: [{former}]\n");
        change(&site, ID, &format!("id: {ID}\n"), &named);
        assert_eq!(site.build(), [at(&site, "former-address", ID, words)], "{former}");
    }
    let site = explainer();
    for id in [ID, "two-percent"] {
        change(&site, id, &format!("id: {id}\n"), &format!("id: {id}\n    formerly: [old]\n"));
    }
    let found = site.build();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("former-address"), "{found:?}");
}
