//! Tests of the dates that pages print.

#![allow(clippy::unwrap_used, reason = "tests")]

use scraper::Html;

use super::RenderError;
use super::builtin::BUILT_IN;
use super::fixture::{build, plain};
use super::tests::{pages, select};

/// What may have happened on a day that a page prints.
const ACTS: [&str; 14] = [
    "Asked for comment",
    "Check published",
    "Checked",
    "Corrected",
    "Published",
    "Read",
    "Reviewed",
    "Said",
    "To be checked again",
    "Updated",
    "Withdrawn",
    "Wording changed",
    "published",
    "said",
];

#[test]
fn every_date_on_every_page_is_told_what_happened_on_it() {
    let mut site = plain();
    for claim in &mut site.site.articles[0].claims {
        for kind in ["minor", "update"] {
            let entry = format!("{{on: 2026-11-26, kind: {kind}}}");
            claim.ledger.insert(0, serde_yaml::from_str(&entry).unwrap());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    for (path, html) in pages(&build(&site, &[]).unwrap()) {
        for time in select(&html, "time") {
            assert!(time.attr("datetime").is_some(), "{path}");
            let before: Vec<String> = time
                .prev_siblings()
                .filter_map(|node| match node.value() {
                    scraper::Node::Text(text) => Some(text.to_string()),
                    _ => scraper::ElementRef::wrap(node).map(|it| it.text().collect()),
                })
                .collect();
            let before = before.into_iter().rev().collect::<String>();
            let act = [" on ", " in ", " by "]
                .iter()
                .find_map(|word| before.strip_suffix(word))
                .and_then(|rest| ACTS.iter().find(|act| rest.ends_with(**act)));
            let act = act.unwrap_or_else(|| panic!("{path}: `{before}` {}", time.html()));
            seen.insert(*act);
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ACTS);
}

#[test]
fn only_one_component_prints_dates_and_it_wants_an_act() {
    for template in BUILT_IN {
        let prints = template.text.contains("<time") || template.text.contains(".iso");
        assert_eq!(prints, template.name == "components/date.html", "{}", template.name);
    }
    let own = [("404.html", "{{ <date date={page} /> }}")];
    let Err(RenderError::Findings(found)) = build(&plain(), &own) else {
        panic!("a date without an act is printed")
    };
    assert_eq!((found[0].rule, found.len()), ("template-error", 1));
    assert!(found[0].message.contains("act"), "{found:?}");
}

#[test]
fn every_date_names_its_act() {
    let files = build(&plain(), &[]).unwrap();
    let html = Html::parse_document(&files["cars/claims/five-cars/index.html"]);
    let text = html.root_element().text().collect::<String>();
    for words in [
        "Said on 5 January 2024 by Ann (text)",
        "Asked for comment on 21 November 2026: Answer (text)",
        "Checked on 23 November 2026 by Desk (text)",
        "Reviewed on 24 November 2026 by Ann (text)",
        "To be checked again by 23 November 2027.",
        "Corrected on 24 November 2026",
        "published in August 1961",
        "Few independent sources: Few (text)",
    ] {
        assert!(text.contains(words), "{words}");
    }
}
