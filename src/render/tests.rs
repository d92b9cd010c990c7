//! Tests of the whole stage.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::assets::Assets;
use super::engine::Engine;
use super::fixture::{HOSTILE, build, plain, site};
use super::languages::Languages;
use super::view::{ToValue, VerdictView};
use crate::model::{Links, LocalText};

pub(super) fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

pub(super) fn pages(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, Html)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, text)| (path, Html::parse_document(text)))
}

pub(super) fn json_ld(files: &BTreeMap<String, String>, path: &str) -> Option<Value> {
    let html = Html::parse_document(&files[path]);
    let script = select(&html, "script[type='application/ld+json']").into_iter().next()?;
    Some(serde_json::from_str(&script.text().collect::<String>()).unwrap())
}

#[test]
fn every_page_is_made() {
    let files = build(&plain(), &[]).unwrap();
    let names: Vec<&str> =
        files.keys().map(String::as_str).filter(|path| !path.starts_with("assets/")).collect();
    assert_eq!(
        names,
        [
            ".nojekyll",
            "404.html",
            "_headers",
            "_redirects",
            "about/index.html",
            "cars/cars.csv",
            "cars/claims/five-cars/index.html",
            "cars/claims/our-words/index.html",
            "cars/claims/six-cars/index.html",
            "cars/claims/taken-back/index.html",
            "cars/index.html",
            "cars/of-figures.csv",
            "claims/index.html",
            "corrections.xml",
            "corrections/index.html",
            "empty/cars.csv",
            "empty/index.html",
            "feed.xml",
            "index.html",
            "methodology/index.html",
            "robots.txt",
            "sitemap.xml",
            "sources/index.html",
            "speakers/ann/index.html",
            "topics/cars/index.html",
            "topics/latin-america-text/index.html",
            "verdicts/misleading/index.html",
            "verdicts/true/index.html",
            "verdicts/void/index.html",
        ]
    );
    assert_eq!(files["cars/cars.csv"], "copy of content/cars/cars.csv");
}

#[test]
fn pages_have_one_heading_landmarks_and_a_skip_link() {
    for (path, html) in pages(&build(&plain(), &[]).unwrap()) {
        assert_eq!(select(&html, "h1").len(), 1, "{path}");
        assert_eq!(select(&html, "main#fp-main").len(), 1, "{path}");
        assert_eq!(select(&html, "body > a.skip[href='#fp-main']").len(), 1, "{path}");
        // One script of the site's own, and only where there are notes.
        let scripts = select(&html, "script:not([type='application/ld+json'])");
        let has_notes = !select(&html, ".note").is_empty();
        assert_eq!(scripts.len(), usize::from(has_notes), "{path}");
        let is_ours = |e: &ElementRef<'_>| {
            let source = e.value().attr("src").unwrap_or_default();
            source.contains("assets/site.") && e.inner_html().is_empty()
        };
        assert!(scripts.iter().all(is_ours), "{path}");
        assert_eq!(select(&html, "[style], style, [onclick]").len(), 0, "{path}");
        let levels: Vec<u8> = select(&html, "h1,h2,h3,h4,h5,h6")
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1])
            .collect();
        assert_eq!(levels[0], b'1', "{path}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    }
}

#[test]
fn ids_stand_once_and_every_inner_link_leads_somewhere() {
    for links in [Links::Directories, Links::Files] {
        for claim_pages in [true, false] {
            let mut site = plain();
            site.site.settings.links = Some(links);
            site.site.settings.claim_pages = claim_pages;
            let files = build(&site, &[]).unwrap();
            let all: BTreeMap<&String, Html> = pages(&files).collect();
            for (path, html) in &all {
                let ids: Vec<&str> =
                    select(html, "[id]").iter().map(|e| e.value().id().unwrap()).collect();
                let once: std::collections::BTreeSet<&&str> = ids.iter().collect();
                assert_eq!(ids.len(), once.len(), "{path}");
                for link in select(html, "[href]") {
                    let href = link.value().attr("href").unwrap();
                    if let Err(problem) = follow(path, href, links, &files, &all) {
                        panic!("{path} links to {href}: {problem}");
                    }
                }
            }
        }
    }
}

fn follow(
    from: &str,
    href: &str,
    links: Links,
    files: &BTreeMap<String, String>,
    pages: &BTreeMap<&String, Html>,
) -> Result<(), String> {
    let (mut path, fragment) = href.split_once('#').unwrap_or((href, ""));
    let base = "https://example.org/facts/";
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    if let Some(rest) = path.strip_prefix(base) {
        folders.clear();
        path = rest;
    } else if path.contains("://") {
        return Ok(());
    }
    let canonical = href.starts_with(base);
    let mut file = from.to_owned();
    if !path.is_empty() || canonical {
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => drop(folders.pop().ok_or("it leaves the site")?),
                other => folders.push(other),
            }
        }
        file = folders.join("/");
        if file.is_empty() || file.ends_with('/') {
            if links == Links::Files && !canonical {
                return Err("a folder, and links name files".to_owned());
            }
            file.push_str("index.html");
        }
    }
    if !files.contains_key(&file) {
        return Err(format!("there is no {file}"));
    }
    if !fragment.is_empty() {
        let html = pages.get(&file).ok_or("no page")?;
        if !select(html, "[id]").iter().any(|e| e.value().id() == Some(fragment)) {
            return Err(format!("there is no #{fragment} in {file}"));
        }
    }
    Ok(())
}

#[test]
fn no_text_becomes_markup() {
    for url in [HOSTILE, "javascript:alert(1)", "data:text/html,x"] {
        let mut site = site(HOSTILE, url);
        site.site.settings.verdicts[3].label = LocalText::One(HOSTILE.to_owned());
        let files = build(&site, &[]).unwrap();
        for (path, html) in pages(&files) {
            assert_eq!(select(&html, "img").len(), 0, "{path}");
            assert!(
                select(&html, "script:not([src])").iter().all(|s| s.value().attr("type").is_some()),
                "{path}"
            );
            for element in select(&html, "*") {
                for (name, value) in element.value().attrs() {
                    assert!(!name.starts_with("on"), "{path}: {name}");
                    let is_link = ["href", "src", "cite"].contains(&name);
                    let scheme = value.split(':').next().unwrap();
                    assert!(
                        !is_link || !["javascript", "data"].contains(&scheme),
                        "{path}: {value}"
                    );
                }
            }
        }
        // Nothing is lost either: the text is there to be read.
        let html = Html::parse_document(&files["cars/index.html"]);
        assert!(html.root_element().text().collect::<String>().contains(HOSTILE));
        assert!(!files["feed.xml"].contains("<img") && !files["feed.xml"].contains("<script"));
    }
}

#[test]
fn json_in_scripts_can_not_end_them() {
    let files = build(&site(HOSTILE, "https://example.net/"), &[]).unwrap();
    let review = json_ld(&files, "cars/claims/five-cars/index.html").unwrap();
    let finding = review["reviewRating"]["ratingExplanation"].as_str().unwrap();
    assert_eq!(finding, format!("There were four. {HOSTILE}"));
}

#[test]
fn claim_reviews_are_flat_and_only_of_others_words() {
    let files = build(&plain(), &[]).unwrap();
    let review = json_ld(&files, "cars/claims/five-cars/index.html").unwrap();
    assert_eq!(review["@type"], "ClaimReview");
    assert_eq!(review["url"], "https://example.org/facts/cars/claims/five-cars/");
    assert_eq!(review["author"]["url"], "https://example.org/desk");
    assert_eq!(review["reviewRating"]["ratingValue"], 2);
    assert_eq!(review["reviewRating"]["bestRating"], 5);
    assert_eq!(review["datePublished"], "2026-11-23");
    assert_eq!(review["dateModified"], "2026-11-24");
    let item = &review["itemReviewed"];
    assert_eq!(item["author"]["sameAs"][0], "https://www.wikidata.org/wiki/Q1");
    assert!(item["appearance"].is_array() && item["firstAppearance"].is_object());
    assert_eq!(review["citation"].as_array().unwrap().len(), 2);

    assert_eq!(json_ld(&files, "cars/claims/our-words/index.html"), None);
    assert_eq!(json_ld(&files, "cars/claims/taken-back/index.html"), None);
    let news = json_ld(&files, "cars/index.html").unwrap();
    assert_eq!(news["@type"], "NewsArticle");
    assert_eq!(news["isBasedOn"]["author"], "By (text)");
    assert_eq!(news["dateModified"], "2026-11-25");
}

#[test]
fn a_verdict_without_a_rating_has_no_numbers() {
    let mut site = plain();
    site.site.articles[0].claims[0].verdict = "unverified".to_owned();
    let files = build(&site, &[]).unwrap();
    let review = json_ld(&files, "cars/claims/five-cars/index.html").unwrap();
    let rating = review["reviewRating"].as_object().unwrap();
    assert_eq!(rating["alternateName"], "Unverified");
    assert!(!rating.contains_key("ratingValue") && !rating.contains_key("bestRating"));
}

#[test]
fn without_claim_pages_the_article_holds_the_reviews() {
    let mut site = plain();
    site.site.settings.claim_pages = false;
    let files = build(&site, &[]).unwrap();
    assert!(!files.keys().any(|path| path.contains("/claims/")));
    let list = json_ld(&files, "cars/index.html").unwrap();
    let types: Vec<&str> =
        list.as_array().unwrap().iter().map(|o| o["@type"].as_str().unwrap()).collect();
    assert_eq!(types, ["NewsArticle", "ClaimReview"]);
    assert_eq!(list[1]["url"], "https://example.org/facts/cars/#n-five-cars");
}

#[test]
fn without_a_base_url_nothing_needs_one() {
    let mut site = plain();
    site.site.settings.base_url = None;
    let files = build(&site, &[]).unwrap();
    assert!(!files.contains_key("feed.xml") && !files.contains_key("sitemap.xml"));
    for (path, html) in pages(&files) {
        assert_eq!(select(&html, "[rel=canonical], script[type], [type*=atom]").len(), 0, "{path}");
    }
    assert!(!files["robots.txt"].contains("Sitemap"));
}

#[test]
fn notes_follow_design_7() {
    let files = build(&plain(), &[]).unwrap();
    let html = Html::parse_document(&files["cars/index.html"]);
    for id in ["five-cars", "our-words", "taken-back"] {
        let selector =
            format!(".article-text aside#n-{id}[role=doc-footnote][aria-label^='Fact check ']");
        assert_eq!(select(&html, &selector).len(), 1, "{id}");
        assert_eq!(select(&html, &format!("mark#c-{id}")).len(), 1, "{id}");
        let back = format!("#n-{id} a[href='#c-{id}'][role=doc-backlink]");
        assert_eq!(select(&html, &back).len(), 1, "{id}");
    }
    assert_eq!(select(&html, "#n-five-cars blockquote[lang=es]").len(), 1);
    let withdrawn = select(&html, "#n-taken-back")[0].text().collect::<String>();
    assert!(withdrawn.contains("Withdrawn") && withdrawn.contains("Unverified"));
    assert!(withdrawn.contains("Nobody knows."));
    // Numbers follow the text.
    let numbers: Vec<String> =
        select(&html, ".note-number").iter().map(|e| e.text().collect()).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert!(select(&html, "aside.note")[0].value().id() == Some("n-our-words"));
}

#[test]
fn links_of_an_explanation_hold_on_both_its_pages() {
    let files = build(&plain(), &[]).unwrap();
    assert!(files["cars/index.html"].contains("<a href=\"cars.csv\">data</a>"));
    let claim = &files["cars/claims/five-cars/index.html"];
    assert!(claim.contains("<a href=\"../../cars.csv\">data</a>"));
}

#[test]
fn headers_and_files_for_hosts() {
    let files = build(&plain(), &[]).unwrap();
    assert!(files["_headers"].contains("default-src 'none'; script-src 'self'"));
    assert!(files["_headers"].contains("frame-ancestors 'none'"));
    assert!(files["robots.txt"].ends_with("Sitemap: https://example.org/facts/sitemap.xml\n"));
    let sitemap = &files["sitemap.xml"];
    let claim = "<url><loc>https://example.org/facts/cars/claims/five-cars/</loc><lastmod>2026-11-24</lastmod></url>";
    assert!(sitemap.contains(claim) && !sitemap.contains("404"));
    // Dates come from the content: the newest is the withdrawal of a check.
    let feed = &files["feed.xml"];
    assert_eq!(feed.matches("<updated>2026-11-25T00:00:00Z</updated>").count(), 2);
    assert_eq!(feed.matches("<entry>").count(), 2);
}

#[test]
fn long_lists_are_paged() {
    let mut site = plain();
    let mut claims = Vec::new();
    for number in 0..501 {
        let mut claim = site.site.articles[0].claims[0].clone();
        claim.id = format!("claim-{number}");
        claims.push(claim);
    }
    site.anchors[0] = vec![site.anchors[0][0].clone(); claims.len()];
    site.site.articles[0].claims = claims;
    site.site.settings.claim_pages = false;
    let files = build(&site, &[]).unwrap();
    let second = Html::parse_document(&files["claims/page/2/index.html"]);
    assert_eq!(select(&second, ".row").len(), 1);
    assert_eq!(select(&second, "a[rel=prev]").len(), 1);
    let sources = Html::parse_document(&files["sources/index.html"]);
    assert_eq!(select(&sources, "#s-law .resting a[href*='#n-']").len(), 500);
    let law = select(&sources, "#s-law")[0].text().collect::<String>();
    assert!(law.contains("and more, 501 in all"));
    let first = Html::parse_document(&files["claims/index.html"]);
    assert_eq!(select(&first, ".row").len(), 500);
    assert_eq!(select(&first, "a[rel=next][href='../claims/page/2/']").len(), 1);
}

#[test]
fn two_runs_are_equal() {
    assert_eq!(build(&plain(), &[]).unwrap(), build(&plain(), &[]).unwrap());
}

#[test]
fn every_component_is_documented_and_renders() {
    let languages = Languages::new(&crate::check::CheckedSite::default(), &[]).unwrap();
    let engine = Engine::new(&[], &Assets::new(&[]), &languages).unwrap();
    let names = engine.component_names();
    let reference = super::view::reference::reference();
    for name in &names {
        assert!(reference.contains(&format!("`{{{{ <{name} ")), "{name}");
    }
    let documented = reference.matches("`{{ <").count();
    assert_eq!(documented, names.len());

    // With as little as a view can hold.
    let verdict = VerdictView {
        id: "x".into(),
        label: "Word".into(),
        meaning: None,
        rating: None,
        tone: "open",
        address: None,
    };
    let mut page = tera::Context::new();
    page.insert_value("words", languages.of("").1.value.clone());
    let mut context = tera::Context::new();
    context.insert_value("root", "./".to_value());
    context.insert_value("verdict", verdict.to_value());
    let html = engine.component("verdict", &context, &page).unwrap();
    assert_eq!(html, "<strong class=\"verdict\" data-tone=\"open\">Word</strong>");
    context.insert_value("scale", vec![verdict].to_value());
    let mut context_of_scale = tera::Context::new();
    for name in ["root", "scale"] {
        context_of_scale.insert_value(name, context.get(name).unwrap().clone());
    }
    assert!(engine.component("scale", &context_of_scale, &page).unwrap().contains("No rating."));
}
