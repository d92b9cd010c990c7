//! Tests of what pages owe to one another: ids, levels, links, languages, dates.

#![allow(clippy::unwrap_used, reason = "tests")]

use scraper::Html;

use super::fixture::{build, plain};
use super::tests::{json_ld, pages, select};

#[test]
fn headings_of_content_never_meet_the_templates() {
    let mut site = plain();
    let article = &mut site.site.articles[0];
    let headings = "## Main\n\n## Sources\n\n## Checks\n\n## Changes\n\n## What was checked\n\n";
    let body = format!(
        "# The cars\n\nWe counted.\n\n{headings}#### Deep\n\nfive cars\n\n\
                        blue paint [a](#main)\n"
    );
    article.file = crate::input::InputFile::new("content/cars/index.md", body.clone());
    let visible = crate::anchor::TextMap::new(&body, false).visible;
    article.claims.rotate_left(2);
    let ids = ["a", "a-b", "c"];
    for (claim, (id, explanation)) in article.claims.iter_mut().zip(ids.into_iter().zip([
        "## B x\n\n#### Deeper\n\n[note](#n-c) [own](#b-x)",
        "### X\n\n## Y",
        "# Why\n\n## Said",
    ])) {
        claim.id = id.to_owned();
        claim.explanation = Some(explanation.to_owned());
    }
    for (claim, quote) in article.claims.iter_mut().zip(["blue paint", "five cars", "We counted"]) {
        claim.quote = quote.to_owned();
    }
    site.anchors[0] = article
        .claims
        .iter()
        .map(|claim| visible.find(&claim.quote).map(|at| at..at + claim.quote.len()).unwrap())
        .collect();
    let notes = ["c-a", "n-a", "c-c", "n-c"].map(str::to_owned);
    site.links.addresses.insert("cars/".to_owned(), notes.into());
    site.site.pages[1].file = crate::input::InputFile::new(
        "content/methodology.md",
        "# How\n\n### Rating scale\n\nSo.\n",
    );
    let files = build(&site, &[]).unwrap();
    for (path, html) in pages(&files) {
        let ids: Vec<&str> = select(&html, "[id]").iter().filter_map(|e| e.value().id()).collect();
        let once: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{path}: {ids:?}");
        let levels: Vec<u8> = select(&html, "h1,h2,h3,h4,h5,h6")
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1])
            .collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    }
    let article = Html::parse_document(&files["cars/index.html"]);
    for selector in ["h2#main", "h2#sources", "h3#deep", "#fp-checks", "#n-a h4#e-a--b-x"] {
        assert_eq!(select(&article, selector).len(), 1, "{selector}");
    }
    assert_eq!(select(&article, "#n-a a[href='#n-c']").len(), 1);
    assert_eq!(select(&article, "#n-c h2#e-c--why + h3").len(), 1);
    let claim = Html::parse_document(&files["cars/claims/a/index.html"]);
    assert_eq!(select(&claim, "h3#e-a--b-x + h4").len(), 1);
    assert_eq!(select(&claim, "a[href='../../#n-c']").len(), 1);
    assert_eq!(select(&claim, "a[href='#e-a--b-x']").len(), 1);
    let methodology = Html::parse_document(&files["methodology/index.html"]);
    assert_eq!(select(&methodology, ".scale h2#rating-scale").len(), 1);
    assert_eq!(select(&methodology, "h2#s-rating-scale").len(), 1);
}

#[test]
fn links_may_lead_to_all_that_is_made_and_nothing_else() {
    let none: Vec<String> = Vec::new();
    for (with_base, claim_pages, with_claims) in
        [(true, true, true), (false, true, true), (true, false, true), (true, true, false)]
    {
        let mut site = plain();
        site.site.settings.claim_pages = claim_pages;
        if !with_base {
            site.site.settings.base_url = None;
        }
        if !with_claims {
            site.site.articles[0].claims.clear();
            site.anchors[0].clear();
            site.site.sources.0.clear();
        }
        let files = build(&site, &[]).unwrap();
        let headings = || std::iter::repeat(none.as_slice());
        let index = crate::links::LinkIndex::new(&site.site, headings(), headings());
        let known: std::collections::BTreeSet<String> =
            index.addresses.keys().map(|address| crate::address::file(address)).collect();
        // Pages at former addresses are for those who come from elsewhere.
        let moved = "cars/claims/six-cars/index.html";
        let not_linked = [".nojekyll", "404.html", "_headers", "_redirects", moved];
        let made: std::collections::BTreeSet<String> = files
            .keys()
            .filter(|path| !path.starts_with("assets/") && !not_linked.contains(&path.as_str()))
            .cloned()
            .collect();
        assert_eq!(known, made);
        for (address, fragments) in &index.addresses {
            for fragment in fragments {
                let html = Html::parse_document(&files[&crate::address::file(address)]);
                let found = select(&html, &format!("[id='{fragment}']")).len();
                assert_eq!(found, 1, "{address}#{fragment}");
            }
        }
        assert_eq!(index.addresses["cars/"].contains("fp-checks"), with_claims);
        assert!(index.addresses["methodology/"].contains("rating-scale"));
        let sources = index.addresses.get("sources/");
        assert_eq!(sources.is_some_and(|it| it.contains("s-law")), with_claims);
    }
}

#[test]
fn the_menu_names_pages_and_articles() {
    let mut site = plain();
    site.site.settings.menu = vec!["cars".to_owned(), "methodology".to_owned()];
    let html = Html::parse_document(&build(&site, &[]).unwrap()["empty/index.html"]);
    let menu: Vec<(Option<&str>, String)> = select(&html, ".site-header li a")
        .iter()
        .skip(2)
        .map(|link| (link.value().attr("href"), link.text().collect()))
        .collect();
    let expected =
        [(Some("../cars/"), "Cars".to_owned()), (Some("../methodology/"), "How".to_owned())];
    assert_eq!(menu, expected);
}

#[test]
fn pages_of_account_are_linked_from_the_foot_of_every_page() {
    let mut site = plain();
    site.site.settings.profile = Some(crate::model::Profile::Ifcn);
    // One page tells two things, the others are not there.
    let about = || Some(crate::model::LocalText::One("about".to_owned()));
    site.site.settings.pages =
        crate::model::SitePages { funding: about(), team: about(), ..Default::default() };
    let files = build(&site, &[]).unwrap();
    for (path, html) in pages(&files) {
        let foot: Vec<String> =
            select(&html, ".site-footer nav a").iter().map(|link| link.text().collect()).collect();
        assert_eq!(foot, ["How", "About", "Corrections", "Feed of new articles"], "{path}");
    }
    let here = Html::parse_document(&files["about/index.html"]);
    assert_eq!(select(&here, ".site-footer a[aria-current=page]").len(), 1);
    assert_eq!(select(&here, ".scale").len(), 0);
    site.site.settings.pages.methodology = about();
    let here = build(&site, &[]).unwrap().remove("about/index.html").unwrap();
    assert_eq!(select(&Html::parse_document(&here), ".scale").len(), 1);
}

#[test]
fn templates_that_hide_a_page_of_account_are_told() {
    let mut site = plain();
    let own = [("claims.html", "{% extends \"base.html\" %}{% block footer %}{% endblock %}")];
    assert!(build(&site, &own).is_ok());
    site.site.settings.profile = Some(crate::model::Profile::Efcsn);
    // The menu leads to the methodology still.
    assert!(build(&site, &own).is_ok());
    site.site.settings.menu.clear();
    let Err(super::RenderError::Findings(found)) = build(&site, &own) else {
        panic!("a page without the link passes")
    };
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "site-page-not-linked");
    assert!(found[0].message.starts_with("`claims/` does not link to `methodology`"));
    assert!(found[0].notes[0].starts_with("7 pages"), "{:?}", found[0].notes);
    let warn = crate::diagnostic::Level::Warn;
    site.site.settings.rules.0.insert("site-page-not-linked".to_owned(), warn);
    assert!(build(&site, &own).is_ok());
}

#[test]
fn dates_come_from_the_history_whatever_its_order() {
    let entry = |on: &str, kind: &str| {
        serde_yaml::from_str(&format!("{{on: {on}, kind: {kind}}}")).unwrap()
    };
    let dates = |ledger: Vec<crate::model::LedgerEntry>| {
        let mut site = plain();
        site.site.articles[0].claims[0].ledger = ledger;
        let files = build(&site, &[]).unwrap();
        let review = json_ld(&files, "cars/claims/five-cars/index.html")?;
        Some([review["datePublished"].clone(), review["dateModified"].clone()])
    };
    // Checked on 23 November, reviewed on 24 November 2026.
    let update = entry("2026-12-03", "update");
    let created = entry("2026-12-01", "created");
    assert_eq!(dates(vec![update, created]).unwrap(), ["2026-12-01", "2026-12-03"]);
    assert_eq!(dates(vec![entry("2026-12-01", "created")]).unwrap(), ["2026-12-01", "2026-12-01"]);
    assert_eq!(dates(Vec::new()).unwrap(), ["2026-11-23", "2026-11-24"]);
    let void = || entry("2026-12-02", "void");
    assert_eq!(dates(vec![void(), entry("2026-12-01", "created")]), None);
    assert_eq!(dates(vec![entry("2026-12-02", "minor"), void()]), None);
    assert_eq!(dates(vec![void(), entry("2026-12-03", "minor")]), None);
    assert!(dates(vec![void(), entry("2026-12-02", "update")]).is_some());
}

#[test]
fn texts_in_another_language_say_so() {
    let mut site = plain();
    site.site.articles[0].matter.language = Some("ar".to_owned());
    site.site.articles[0].claims[0].evidence[1].lang = Some("en".to_owned());
    site.site.sources.0[0].lang = Some("he".to_owned());
    site.site.sources.0[1].lang = Some("fa".to_owned());
    site.site.sources.0[1].title_lang = Some("de".to_owned());
    site.site.pages[0].matter.language = Some("fr".to_owned());
    let files = build(&site, &[]).unwrap();
    for (path, html) in pages(&files) {
        assert_eq!(select(&html, "html[lang=en]:not([dir])").len(), 1, "{path}");
    }
    for (path, selector) in [
        ("cars/index.html", "h1[lang=ar][dir=rtl]"),
        ("cars/index.html", ".article-text[lang=ar][dir=rtl]"),
        ("cars/index.html", "#n-five-cars blockquote[lang=he][dir=rtl]"),
        ("cars/index.html", "#n-five-cars blockquote[lang=en][dir=ltr]"),
        ("cars/index.html", ".sources cite[lang=he][dir=rtl]"),
        ("cars/claims/five-cars/index.html", "h1[lang=ar][dir=rtl]"),
        ("cars/claims/five-cars/index.html", ".words[lang=ar][dir=rtl]"),
        ("claims/index.html", ".row-statement a[lang=ar][dir=rtl]"),
        (
            "cars/index.html",
            "aside#n-five-cars[lang=en][dir=ltr] .finding > span[lang=ar][dir=rtl]",
        ),
        ("sources/index.html", "h2[lang=he][dir=rtl]"),
        // A description in another language than the source's.
        ("sources/index.html", "h2[lang=de]:not([dir])"),
        ("sources/index.html", ".resting a[lang=ar][dir=rtl]"),
        ("index.html", ".articles h2[lang=ar][dir=rtl]"),
        ("about/index.html", "h1[lang=fr]:not([dir])"),
        ("about/index.html", "div[lang=fr] > p"),
    ] {
        let html = Html::parse_document(&files[path]);
        assert!(!select(&html, selector).is_empty(), "{path}: {selector}");
    }
    let empty = Html::parse_document(&files["empty/index.html"]);
    assert_eq!(select(&empty, "h1[lang], .article-text[lang]").len(), 0);

    site.site.settings.language = "fa".to_owned();
    let files = build(&site, &[]).unwrap();
    let html = Html::parse_document(&files["cars/index.html"]);
    assert_eq!(select(&html, "html[lang=fa][dir=rtl] h1[lang=ar]:not([dir])").len(), 1);
}
