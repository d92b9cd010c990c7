//! Tests of pages in several languages.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests")]

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::builtin::BUILT_IN;
use super::fixture::{HOSTILE, build, plain, site};
use super::languages::names_in;
use crate::check::CheckedSite;
use crate::words::{Library, OPEN_PREFIX};

/// The plain site with its first article in a language.
fn with_article_in(language: &str) -> CheckedSite {
    let mut site = plain();
    site.site.articles[0].matter.language = Some(language.to_owned());
    site
}

fn text(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let found = page.select(&Selector::parse(selector).unwrap()).next();
    found.map_or_else(String::new, |element| element.text().collect())
}

/// What a template of a site's own prints on the page for addresses that lead nowhere.
fn printed(site: &CheckedSite, template: &str) -> String {
    build(site, &[("404.html", template)]).unwrap()["404.html"].clone()
}

#[test]
fn every_word_that_is_asked_for_is_there_and_none_is_unused() {
    let english = Library::built_in().words("en");
    let names: BTreeSet<&str> = english.iter().map(|(name, _)| name).collect();
    let in_templates: BTreeSet<&str> = BUILT_IN
        .iter()
        .filter(|entry| entry.name.ends_with(".html"))
        .flat_map(|entry| names_in(entry.text))
        .collect();
    let unknown: Vec<_> = in_templates.difference(&names).collect();
    assert!(unknown.is_empty(), "templates ask for {unknown:?}");

    let sources: Vec<String> = walkdir::WalkDir::new("src")
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .filter(|entry| !entry.path().starts_with("src/words"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .collect();
    let sources = sources.concat();
    for call in ["words().get(\"", "words.get(\"", ".say(\""] {
        for rest in sources.split(call).skip(1) {
            let name = rest.split('"').next().unwrap();
            assert!(names.contains(name) || !is_name(name), "{call}{name}");
        }
    }
    let unused: Vec<_> = names
        .iter()
        .filter(|name| !name.starts_with(OPEN_PREFIX) && !in_templates.contains(*name))
        .filter(|name| !sources.contains(&format!("\"{name}\"")))
        .collect();
    assert!(unused.is_empty(), "nothing asks for {unused:?}");
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[test]
fn words_that_are_to_be_filled_in_are_filled_in() {
    // In a template of the theme, a word with braces would otherwise be printed as a map.
    let english = Library::built_in().words("en");
    for entry in BUILT_IN.iter().filter(|entry| entry.name.ends_with(".html")) {
        for rest in entry.text.split("words.").skip(1) {
            let name = names_in(&format!("words.{rest}")).next().unwrap().to_owned();
            let open = english.word(&name).is_some_and(|word| !word.names().is_empty());
            let after = rest[name.len()..].trim_start();
            assert!(!open || after.starts_with("| fill("), "{}: {name}", entry.name);
        }
    }
}

#[test]
fn an_article_and_its_claims_speak_their_language_and_lists_that_of_the_site() {
    let files = build(&with_article_in("es-MX"), &[]).unwrap();
    for path in ["cars/index.html", "cars/claims/five-cars/index.html"] {
        let page = Html::parse_document(&files[path]);
        let html = page.select(&Selector::parse("html").unwrap()).next().unwrap();
        assert_eq!(html.attr("lang"), Some("es-MX"), "{path}");
        // Its own text is no longer in another language than the page.
        assert!(!files[path].contains("lang=\"es-MX\"><a"), "{path}");
    }
    let claim = &files["cars/claims/five-cars/index.html"];
    for spanish in [
        "Engañoso",
        "24 de noviembre de 2026",
        "Desmiente la afirmación",
        "Aporta contexto",
        "Pocas fuentes independientes",
        "Sin segunda revisión",
        "Corregida",
        "Las palabras citadas figuran en el artículo",
        "agosto de 1961",
    ] {
        assert!(claim.contains(spanish), "{spanish}");
    }
    let article = &files["cars/index.html"];
    assert_eq!(text(article, "a[role=doc-noteref] .visually-hidden"), "Verificación 1: Verdadero");
    // Nothing that Rust writes is left in English.
    for english in [
        "Misleading",
        "November",
        "August",
        "Refutes",
        "Gives context",
        "Few independent",
        "Not reviewed",
        "Corrected on",
        "The quoted words",
        "Fact check 1:",
        "points verified",
        "Bar chart",
        "Line chart",
        "Withdrawn",
        "significant digit",
    ] {
        for path in [
            "cars/index.html",
            "cars/claims/five-cars/index.html",
            "cars/claims/taken-back/index.html",
        ] {
            assert!(!files[path].contains(english), "{path}: {english}");
        }
    }
    assert!(files["cars/claims/taken-back/index.html"].contains("Retirada"));
    let rating = claim.split("alternateName\":\"").nth(1).unwrap();
    assert!(rating.starts_with("Engañoso"), "machines are told what readers are");

    for path in ["index.html", "claims/index.html", "sources/index.html", "empty/index.html"] {
        assert!(files[path].contains("<html lang=\"en\">"), "{path}");
        assert!(!files[path].contains("noviembre"), "{path}");
    }
    assert!(files["claims/index.html"].contains("lang=\"es-MX\""));
    assert!(files["claims/index.html"].contains("Misleading"));
}

#[test]
fn a_site_in_spanish_has_its_lists_in_spanish() {
    let mut site = plain();
    site.site.settings.language = "es".to_owned();
    let files = build(&site, &[]).unwrap();
    assert!(files["404.html"].contains("<html lang=\"es\">"));
    assert_eq!(text(&files["404.html"], "h1"), "Página no encontrada");
    for (path, title) in [
        ("claims/index.html", "Todas las verificaciones"),
        ("verdicts/misleading/index.html", "Verificaciones con el veredicto «Engañoso»"),
        ("topics/cars/index.html", "Verificaciones sobre «cars»"),
        ("speakers/ann/index.html", "Afirmaciones verificadas de Ann (text)"),
        ("verdicts/void/index.html", "Verificaciones retiradas"),
        ("corrections/index.html", "Correcciones"),
        ("sources/index.html", "Fuentes"),
    ] {
        assert!(text(&files[path], "title").starts_with(title), "{path}");
    }
    assert!(files["corrections.xml"].contains("Corregida: There were five cars."));
    assert!(files["corrections.xml"].contains("Verdadero → Engañoso."));
}

#[test]
fn a_language_without_words_keeps_the_sites_frame() {
    let files = build(&with_article_in("ar"), &[]).unwrap();
    let article = &files["cars/index.html"];
    assert!(article.contains("<html lang=\"en\">") && article.contains("lang=\"ar\" dir=\"rtl\""));
    assert!(article.contains("Misleading"));
    // With words of the site's own, the page is in it.
    let own = [("words/ar.yaml", "fact_check: تدقيق")];
    let files = build(&with_article_in("ar"), &own).unwrap();
    let article = &files["cars/index.html"];
    assert!(article.contains("<html lang=\"ar\" dir=\"rtl\">") && article.contains("تدقيق 1:"));
}

#[test]
fn templates_fill_words_in() {
    let own = "{% component of(who, @words) %}{{ words.statements_of | fill(name=who) }}{% endcomponent of %}\
               {% component around(who, @words) %}{{ <of who={who} /> }}{% endcomponent around %}\
               {% set html %}<b>{{ site.title }}</b>{% endset %}\
               [{{ words.all_checks }}] [{{ words.age_days | fill(n=1) }}] [{{ words.age_days | fill(n=1234) }}] \
               [{{ words.statements_of | fill(name=html) }}] [{{ <around who={site.title} /> }}] \
               [{{ words.recheck_site | fill(age=words.age_days | fill(n=2)) }}]";
    let hostile = site(HOSTILE, "https://example.net/x");
    let html = printed(&hostile, own);
    let parts: Vec<&str> =
        html.split(['[', ']']).map(str::trim).filter(|it| !it.is_empty()).collect();
    let name = parts[3].strip_prefix("Checked statements of <b>").unwrap();
    let name = name.strip_suffix("</b>").unwrap();
    assert!(name.starts_with("Site &quot;") && !name.contains('<'), "{name}");
    assert_eq!(
        parts,
        [
            "All checks",
            "1 day",
            "1,234 days",
            parts[3],
            &format!("Checked statements of {name}"),
            "2 days after the check, as for all checks of this site",
        ]
    );
}

#[test]
fn a_word_of_a_sites_own_is_escaped_and_can_be_new() {
    let own = [
        (
            "404.html",
            "{{ words.all_checks }}|{{ words.ours }}|{{ words.ours_many | fill(n=2, x='<i>') }}",
        ),
        (
            "words/en.yaml",
            "all_checks: \"<b>Every</b> \\\"check\\\"\"\nours: R&D\nours_many: {one: 'a {x}', other: '<{n}> {x}'}",
        ),
    ];
    let html = &build(&plain(), &own).unwrap()["404.html"];
    assert_eq!(html, "&lt;b&gt;Every&lt;/b&gt; &quot;check&quot;|R&amp;D|&lt;2&gt; &lt;i&gt;");
}

#[test]
fn mistakes_in_templates_are_told() {
    for (template, message) in [
        ("{{ words.all_cheks }}", "all_cheks"),
        ("{{ words.age_days | fill }}", "whole number `n`"),
        ("{{ words.age_days | fill(n='2') }}", "whole number `n`"),
        ("{{ words.statements_of | fill(nmae='x') }}", "no place for `nmae`; it has `name`"),
        ("{{ words.statements_of | fill }}", "Nothing is given for `name`".to_lowercase().as_str()),
        ("{{ site | fill }}", "stands after a word"),
    ] {
        match build(&plain(), &[("404.html", template)]) {
            Err(super::RenderError::Findings(found)) => {
                let told = found[0].message.to_lowercase();
                assert!(told.contains(&message.to_lowercase()), "{template}: {told}");
            }
            other => panic!("{template}: {other:?}"),
        }
    }
}

#[test]
fn words_files_that_do_not_hold_stop_the_build() {
    match build(&plain(), &[("words/es.yaml", "al_checks: x")]) {
        Err(super::RenderError::Findings(found)) => assert_eq!(found[0].rule, "bad-words"),
        other => panic!("{other:?}"),
    }
}
