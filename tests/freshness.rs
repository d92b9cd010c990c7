//! The age of checks, and dates that can't be true: each fault planted in a copy of the repository's
//! own site gives one finding, by the rule meant for it, at its line and column.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod planted;

use planted::{ARTICLE, CLAIMS, SETTINGS, SOURCES, Site, place};

#[test]
fn the_site_itself_has_no_finding() {
    assert_eq!(Site::new().found(), [] as [String; 0]);
}

#[test]
fn a_past_recheck_date() {
    let own = "id: us-and-canada";
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-11-01");
    let found = site.has_one("recheck-overdue", CLAIMS, own, "2026-11-01");
    assert!(found.message.contains("us-and-canada") && found.message.contains("2026-11-01"));
    // Left from an earlier check, and told so.
    assert_eq!(place(&found), format!("recheck-overdue {}", site.at(CLAIMS, own, "2026-11-01")));
    assert_eq!(found.related[0].label, "checked later than that");
    // Time passes, and the day comes.
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-12-01");
    site.has_one("recheck-due-soon", CLAIMS, own, "2026-12-01");
    let site = site.on(2026, 12, 1);
    let found = site.has_one("recheck-due-soon", CLAIMS, own, "2026-12-01");
    assert!(found.message.ends_with("today"), "{}", found.message);
    site.on(2026, 12, 2).has_one("recheck-overdue", CLAIMS, own, "2026-12-01");
}

#[test]
fn warnings_come_as_early_as_set() {
    let own = "id: us-and-canada";
    let planted = || Site::new().plant(CLAIMS, own, "2027-11-23", "2027-01-01");
    assert_eq!(planted().found(), [] as [String; 0]);
    let site = planted().set("freshness: {warn_before: 6 weeks}");
    site.has_one("recheck-due-soon", CLAIMS, own, "2027-01-01");
    let site = planted().on(2027, 1, 1).set("freshness: {warn_before: 0 days}");
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn default_ages_of_the_site_and_of_topics() {
    let own = "id: matamoros-borders-brownsville";
    let on = "2026-11-23}";
    // The claims with a date of their own keep it.
    let site = Site::new().set("freshness: {after: 1 year, topics: {Geography: 90 days}}");
    let site = site.on(2027, 2, 1);
    let found = site.has_one("recheck-due-soon", CLAIMS, own, on);
    assert!(found.message.contains("by 2027-02-21, in 20 days"), "{}", found.message);
    assert_eq!(found.label, "90 days after the check, as for all checks on geography");
    let related = &found.related[0].place;
    assert_eq!((related.file.path.as_str(), related.lines().0.column), (SETTINGS, 48));
    site.on(2027, 2, 22).has_one("recheck-overdue", CLAIMS, own, on);
    // A topic of the article is one of every claim's.
    let site = Site::new().set("freshness: {topics: {geography: 1 year, migration: 10 days}}");
    let found = site.on(2026, 12, 4).findings();
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|found| found.rule == "recheck-overdue"));
}

#[test]
fn withdrawn_checks_are_never_due() {
    let own = "id: us-and-canada";
    let void = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-24, kind: void, note: x}";
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-11-01").plant(
        CLAIMS,
        own,
        "- {on: 2026-11-23, kind: created}",
        void,
    );
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn ages_are_held_to_their_form() {
    for (lines, value) in [
        ("freshness: {after: 365}", "365"),
        ("freshness: {after: a year}", "a year"),
        ("freshness: {warn_before: -3 days}", "-3 days"),
        ("freshness: {topics: {migration: 1.5}}", "1.5"),
        ("freshness: {topics: {migration: 200 years}}", "200 years"),
        ("freshness: {after: [1 year]}", "[1 year]"),
        ("weighing: {independent_sources: -1}", "-1"),
        ("weighing: {independent_sources: two}", "two"),
    ] {
        let site = Site::new().set(lines);
        let found = site.has_one("wrong-type", SETTINGS, lines, value);
        assert!(!found.help.is_empty() && !found.message.contains("expected"), "{found:?}");
    }
    let site = Site::new().set("freshness: {after: 0 days}");
    site.has_one("bad-setting", SETTINGS, "freshness: {after: 0 days}", "0 days");
    let site = Site::new().set("freshness: {topics: {migrtion: 1 year}}");
    site.has_one("unknown-topic", SETTINGS, "freshness: {topics: {migrtion", "migrtion");
}

#[test]
fn dates_that_can_not_all_be_true() {
    let own = "id: us-and-canada";
    // Checked before it was said; the month is all that is known of that.
    let site = Site::new().plant(CLAIMS, own, "on: 2026-11-23}", "on: 2023-12-31}");
    let found = site.has_one("dates-contradict", CLAIMS, own, "2023-12-31}");
    let related = &found.related[0].place;
    let said = site.at(CLAIMS, own, "2024-01,");
    assert!(said.starts_with(&format!("{CLAIMS}:{}:", related.lines().0.line)), "{said}");
    let site = Site::new().plant(CLAIMS, own, "on: 2024-01,", "on: 2026-11-24,");
    // The report it stands in is older as well.
    assert_eq!(site.found().len(), 2);
    // Reviewed before it was checked, and by somebody else.
    let reviewed = "checked: {by: [factpress], on: 2026-11-23}\n    \
                    reviewed: {by: [us-news-report], on: 2026-11-22}";
    let checked = "checked: {by: [factpress], on: 2026-11-23}";
    let site = Site::new().plant(CLAIMS, own, checked, reviewed);
    site.has_one("dates-contradict", CLAIMS, own, "2026-11-22}");
    // A history that starts before it begins.
    let history = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-22, kind: minor}";
    let site = Site::new().plant(CLAIMS, own, "- {on: 2026-11-23, kind: created}", history);
    site.has_one("dates-contradict", CLAIMS, own, "2026-11-22");
    // The article and its original.
    let updated = "published: 2026-11-23\nupdated: 2026-11-22";
    let site = Site::new().plant(ARTICLE, "", "published: 2026-11-23", updated);
    site.has_one("dates-contradict", ARTICLE, "updated:", "2026-11-22");
    let site = Site::new().plant(ARTICLE, "", "published: 2026-11-23", "published: 2023-11-23");
    site.has_one("dates-contradict", ARTICLE, "published: ", "2023-11-23");
    // Sources.
    let source = "  ap-infant:";
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", "accessed: 2024-01-03");
    site.has_one("dates-contradict", SOURCES, source, "2024-01-03");
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", "accessed: 2024-01-04");
    assert_eq!(site.found(), [] as [String; 0]);
    let snapshot = "accessed: 2026-11-23\n    snapshot: {path: a.html, captured: 2024-01-03}";
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", snapshot);
    let found = site.findings();
    let mine: Vec<_> = found.iter().filter(|it| it.rule == "dates-contradict").map(place).collect();
    let at = site.at(SOURCES, source, "2024-01-03}");
    assert_eq!(mine, [format!("dates-contradict {at}")]);
    // The statement stands in a source that is older than it.
    let site = Site::new().plant(CLAIMS, own, "on: 2024-01,", "on: 2024-02,");
    site.has_one("dates-contradict", CLAIMS, own, "2024-02,");
}

#[test]
fn evidence_that_came_after_the_check_is_an_update() {
    let source = "  mpi-los-angeles:";
    let late = "published: 2026-11-24\n    accessed: 2026-11-24";
    let planted = || Site::new().plant(SOURCES, source, "accessed: 2026-11-23", late);
    let site = planted();
    let own = "id: ten-million-hispanics";
    site.has_one("dates-contradict", CLAIMS, own, "mpi-los-angeles");
    let history = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-24, kind: update}";
    let site = planted().plant(CLAIMS, own, "- {on: 2026-11-23, kind: created}", history);
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn days_that_are_yet_to_come() {
    let source = "  ap-infant:";
    for (was, now) in [
        ("accessed: 2026-11-23", "accessed: 2026-11-25"),
        ("published: 2024-01-04", "published: 2062-01-04"),
    ] {
        let site = Site::new().plant(SOURCES, source, was, now);
        let (_, date) = now.split_once(": ").unwrap();
        site.has_one("bad-date", SOURCES, source, date);
    }
    let site = Site::new().plant(ARTICLE, "text:", "published: 2024-01", "published: 2027-01");
    site.has_one("bad-date", ARTICLE, "text:", "2027-01");
}
