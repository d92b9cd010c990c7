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
        "Refuta la afirmación",
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
    assert!(article.contains("aria-label=\"Verificación 1: Verdadero\">1</a>"), "{article}");
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

/// The plain site with an article in a language and these figures, which its text shows.
fn with_figures(language: &str, figures: &str) -> CheckedSite {
    let mut site = with_article_in(language);
    let article = &mut site.site.articles[0];
    article.figures = serde_yaml::from_str(figures).unwrap();
    let mut found = Vec::new();
    site.computed[0] = crate::figures::compute(article, language, &mut found);
    assert!(!crate::diagnostic::any_denied(&found), "{found:?}");
    site.charts[0].clear();
    site
}

const FIGURES: &str = "
quantities:
  pledge: {value: 20e9, unit: USD of 1961}
  cpi-1961: {value: 29.9, unit: index of 1961}
  cpi-2023: {value: 304.702, unit: index of 2023}
  held: {value: 32, unit: persons}
  first: {value: 1, unit: person}
  share: {value: 41.75, unit: percent, round: 1 decimals}
  grant: {value: 5e6, unit: USD of the time}
  taken: {value: 2023-12-30}
  freed: {value: 2024-01-03}
  sold: {from: {data: cars.csv, sum_of: cars, where: {year: 1961..1962, kind: Red}}}
sums:
  pledge-2023: {of: pledge * cpi-2023 / cpi-1961, round: 3 significant}
  each: {of: grant / held}
  held-for: {of: freed - taken}
";

#[test]
fn numbers_and_units_are_in_the_language_of_the_page() {
    for (language, told) in [
        (
            "es",
            [
                "20.000.000.000 USD de 1961 × 304,702 ÷ 29,9 = 203.814.046.822,74… USD de 2023",
                "3 cifras significativas",
                "204.000.000.000 USD de 2023",
                "32 personas",
                "1 persona<",
                "41,75\u{a0}%",
                "1 decimal:",
                "5.000.000 USD de la época ÷ 32 personas = 156.250 USD de la época por persona",
                "3 de enero de 2024 \u{2212} 30 de diciembre de 2023 = 4 días",
                "year de 1961 a 1962",
                "La suma de",
            ],
        ),
        (
            "es-MX",
            [
                "20,000,000,000 USD de 1961 × 304.702 ÷ 29.9 = 203,814,046,822.74… USD de 2023",
                "3 cifras significativas",
                "204,000,000,000 USD de 2023",
                "32 personas",
                "1 persona<",
                "41.75\u{a0}%",
                "1 decimal:",
                "5,000,000 USD de la época ÷ 32 personas = 156,250 USD de la época por persona",
                "3 de enero de 2024 \u{2212} 30 de diciembre de 2023 = 4 días",
                "year de 1961 a 1962",
                "La suma de",
            ],
        ),
        (
            "en",
            [
                "20,000,000,000 USD of 1961 × 304.702 ÷ 29.9 = 203,814,046,822.74… USD of 2023",
                "3 significant digits",
                "204,000,000,000 USD of 2023",
                "32 persons",
                "1 person<",
                "41.75 percent",
                "1 decimal:",
                "5,000,000 USD of the time ÷ 32 persons = 156,250 USD of the time per persons",
                "January 3, 2024 \u{2212} December 30, 2023 = 4 days",
                "year 1961 to 1962",
                "The sum of",
            ],
        ),
    ] {
        let files = build(&with_figures(language, FIGURES), &[]).unwrap();
        let article = &files["cars/index.html"];
        for words in told {
            assert!(article.contains(words), "{language}: {words}");
        }
    }
}

#[test]
fn charts_are_in_the_language_of_the_page() {
    let files = build(&with_article_in("es"), &[]).unwrap();
    let article = &files["cars/index.html"];
    for words in ["Gráfico de barras: Blue cars", "Gráfico de líneas: Lines", "10.005,5"] {
        assert!(article.contains(words), "{words}");
    }
    assert!(article.contains("Nombre</th>"));
    let own = [("words/es.yaml", "unit_cars_(text): coches")];
    let article = &build(&with_article_in("es"), &own).unwrap()["cars/index.html"];
    assert!(article.contains("Cars (text), coches"), "a unit of the site's own");
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
fn a_label_that_is_not_in_the_pages_language_is_in_the_sites() {
    let mut site = with_article_in("en");
    site.site.settings.language = "es".to_owned();
    let labels = [("ar", "خطأ"), ("es", "Engañoso")];
    let labels = labels.map(|(tag, label)| (tag.to_owned(), label.to_owned())).into();
    site.site.settings.verdicts[3].label = crate::model::LocalText::Many(labels);
    let files = build(&site, &[]).unwrap();
    assert!(files["cars/index.html"].contains("Fact check 2: Engañoso"));
    assert!(files["cars/claims/five-cars/index.html"].contains(">Engañoso<"));
}

#[test]
fn a_plain_page_speaks_its_language() {
    let mut site = plain();
    site.site.pages[1].matter.language = Some("es".to_owned());
    let files = build(&site, &[]).unwrap();
    let page = &files["methodology/index.html"];
    assert!(page.contains("<html lang=\"es\">") && page.contains("Mayormente verdadero"));
    assert!(files["about/index.html"].contains("<html lang=\"en\">"));
}

#[test]
fn a_language_without_words_keeps_the_sites_frame() {
    let files = build(&with_article_in("ar"), &[]).unwrap();
    let article = &files["cars/index.html"];
    assert!(article.contains("<html lang=\"en\">") && article.contains("lang=\"ar\" dir=\"rtl\""));
    assert!(article.contains("lang=\"en\" aria-label=\"Fact check 1: True\">1</a>"));
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
