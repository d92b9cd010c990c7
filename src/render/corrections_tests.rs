//! Tests of what readers and feeds are told of corrections, withdrawals and former addresses.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use scraper::Html;

use super::fixture::{build, plain};
use super::tests::{json_ld, select};
use crate::check::CheckedSite;
use crate::model::LedgerEntry;

fn words(html: &Html, selector: &str) -> Vec<String> {
    let text = |element: &scraper::ElementRef<'_>| -> String {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    select(html, selector).iter().map(text).collect()
}

fn page(files: &BTreeMap<String, String>, path: &str) -> Html {
    Html::parse_document(&files[path])
}

fn ledger(site: &mut CheckedSite, claim: usize, yaml: &str) {
    let ledger: Vec<LedgerEntry> = serde_yaml::from_str(yaml).unwrap();
    site.site.articles[0].claims[claim].ledger = ledger;
}

#[test]
fn the_page_lists_corrections_newest_first_with_both_verdicts() {
    let files = build(&plain(), &[]).unwrap();
    let html = page(&files, "corrections/index.html");
    assert_eq!(
        words(&html, ".correction .row-head"),
        [
            "Withdrawn on 25 November 2026: Unverified → became Withdrawn",
            "Corrected on 24 November 2026: True → became Misleading",
        ]
    );
    assert_eq!(words(&html, ".correction .row-finding"), ["Void (text)", "Corrected (text)"]);
    let links = select(&html, ".correction .row-statement a");
    assert_eq!(links[1].value().attr("href"), Some("../cars/claims/five-cars/"));
    let article = "In Cars. Verdict today: Misleading.";
    assert_eq!(words(&html, ".correction .row-facts")[1], article);
}

#[test]
fn every_page_leads_to_the_corrections_and_their_feed() {
    let files = build(&plain(), &[]).unwrap();
    for (path, html) in super::tests::pages(&files) {
        assert_eq!(select(&html, ".site-footer a[href$='corrections/']").len(), 1, "{path}");
        let feed = "link[rel=alternate][type='application/atom+xml'][href$='corrections.xml']";
        assert_eq!(select(&html, feed).len(), 1, "{path}");
    }
    assert!(files["sitemap.xml"].contains(
        "<loc>https://example.org/facts/corrections/</loc><lastmod>2026-11-25</lastmod>"
    ));
}

#[test]
fn a_site_that_corrected_nothing_says_so() {
    let mut site = plain();
    for claim in &mut site.site.articles[0].claims {
        claim.ledger.clear();
    }
    let files = build(&site, &[]).unwrap();
    let html = page(&files, "corrections/index.html");
    assert!(words(&html, ".count")[0].starts_with("No corrections so far."));
    let feed = &files["corrections.xml"];
    assert!(!feed.contains("<entry>") && feed.contains("<updated>2026-11-24T00:00:00Z</updated>"));
    assert_eq!(select(&page(&files, "cars/index.html"), ".corrected").len(), 0);

    site.site.articles[0].claims.clear();
    site.anchors[0].clear();
    let files = build(&site, &[]).unwrap();
    assert!(!files.contains_key("corrections/index.html"));
    assert!(!files.contains_key("corrections.xml"));
    assert!(!files["index.html"].contains("corrections"));
}

#[test]
fn the_article_starts_with_its_corrections() {
    let files = build(&plain(), &[]).unwrap();
    let html = page(&files, "cars/index.html");
    assert_eq!(
        words(&html, "header.article-header .corrected li"),
        [
            "Withdrawn on 25 November 2026 (Unverified → became Withdrawn): Void (text) They were \
             blue. (text)",
            "Corrected on 24 November 2026 (True → became Misleading): Corrected (text) There were \
             five cars. (text)",
        ]
    );
    let links = select(&html, ".corrected a");
    assert_eq!(links[0].value().attr("href"), Some("#n-taken-back"));
    let home = page(&files, "index.html");
    assert!(words(&home, ".byline")[0].contains("Corrected on 24 November 2026"));
    assert!(!words(&home, ".byline")[1].contains("Corrected"));
    // In the note and on the claim's own page as well.
    let note = &words(&html, "#n-five-cars .history")[0];
    assert!(note.contains("True → became Misleading") && note.contains("Corrected (text)"));
    let claim = page(&files, "cars/claims/five-cars/index.html");
    assert_eq!(words(&claim, "header .history"), [note.as_str()]);
}

#[test]
fn verdicts_follow_one_another_through_a_history() {
    let mut site = plain();
    let history = "
- {on: 2026-11-20, kind: created}
- {on: 2026-11-21, kind: update, was: unverified, note: A}
- {on: 2026-11-22, kind: correction, note: B}
- {on: 2026-11-23, kind: void, note: C}
- {on: 2026-11-24, kind: correction, was: 'true', note: D}
- {on: 2026-11-24, kind: correction, was: 'false', note: E}
";
    ledger(&mut site, 0, history);
    ledger(&mut site, 2, "[]");
    let files = build(&site, &[]).unwrap();
    let html = page(&files, "corrections/index.html");
    assert_eq!(
        words(&html, ".correction .row-head"),
        [
            "Corrected on 24 November 2026: False → became Misleading",
            "Corrected on 24 November 2026: True → became False",
            "Withdrawn on 23 November 2026: True → became Withdrawn",
            "Corrected on 22 November 2026",
            "Updated on 21 November 2026: Unverified → became True",
        ]
    );
    assert_eq!(words(&html, ".correction .row-finding"), ["E", "D", "C", "B", "A"]);
    let feed = &files["corrections.xml"];
    let ids: Vec<&str> = feed
        .split("<id>https://example.org/facts/cars/claims/five-cars/#")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            "correction-2026-11-24-2",
            "correction-2026-11-24",
            "void-2026-11-23",
            "correction-2026-11-22",
            "update-2026-11-21",
        ]
    );
    assert!(feed.contains("<summary>True → Withdrawn. C</summary>"));
    assert!(feed.contains("<summary>B</summary>"));
}

#[test]
fn a_withdrawn_check_is_counted_apart_and_readable() {
    let files = build(&plain(), &[]).unwrap();
    let home = page(&files, "index.html");
    assert_eq!(
        words(&home, ".tally-count"),
        ["2 statements were checked:", "1 check was withdrawn. Withdrawn checks"]
    );
    assert_eq!(words(&home, ".tally li"), ["1 True", "1 Misleading"]);
    let list = page(&files, "verdicts/void/index.html");
    assert_eq!(words(&list, "h1"), ["Withdrawn checks"]);
    let claim = page(&files, "cars/claims/taken-back/index.html");
    assert!(words(&claim, ".finding")[0].contains("Nobody knows."));
    assert!(words(&claim, ".withdrawn")[0].contains("“Unverified”"));
    assert_eq!(json_ld(&files, "cars/claims/taken-back/index.html"), None);

    let mut site = plain();
    for claim in 0..3 {
        ledger(&mut site, claim, "[{on: 2026-11-25, kind: void, note: x}]");
    }
    let files = build(&site, &[]).unwrap();
    let counts = words(&page(&files, "index.html"), ".tally-count");
    assert_eq!(counts, ["3 checks were withdrawn. Withdrawn checks"]);
}

#[test]
fn former_addresses_lead_on() {
    let files = build(&plain(), &[]).unwrap();
    let html = page(&files, "cars/claims/six-cars/index.html");
    let refresh = &select(&html, "meta[http-equiv=refresh]")[0];
    assert_eq!(refresh.value().attr("content"), Some("0; url=../five-cars/"));
    let canonical = &select(&html, "link[rel=canonical]")[0];
    let now = "https://example.org/facts/cars/claims/five-cars/";
    assert_eq!(canonical.value().attr("href"), Some(now));
    let link = &select(&html, "main a")[0];
    assert_eq!(link.value().attr("href"), Some("../../../cars/claims/five-cars/"));
    assert_eq!(
        files["_redirects"],
        "/facts/cars/claims/six-cars/ /facts/cars/claims/five-cars/ 301\n"
    );
    assert!(!files["sitemap.xml"].contains("six-cars"));
    assert_eq!(json_ld(&files, "cars/claims/six-cars/index.html"), None);
}

#[test]
fn long_lists_of_corrections_are_paged() {
    let mut site = plain();
    let entry = "- {on: 2026-11-24, kind: correction, note: x}\n";
    ledger(&mut site, 0, &entry.repeat(501));
    let files = build(&site, &[]).unwrap();
    let first = page(&files, "corrections/index.html");
    assert_eq!(select(&first, ".correction").len(), 500);
    assert_eq!(select(&first, "a[rel=next][href='../corrections/page/2/']").len(), 1);
    let second = page(&files, "corrections/page/2/index.html");
    assert_eq!(select(&second, ".correction").len(), 2);
    assert_eq!(files["corrections.xml"].matches("<entry>").count(), 100);
}
