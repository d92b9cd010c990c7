//! What is published of a translation.

use factpress::build;

use crate::published::{self, Published};
use crate::site::*;

/// The built site of the translated site.
fn built() -> Published {
    let site = spanish();
    let outcome = build::build(&site.options()).unwrap();
    assert_eq!(published::told(&outcome), [""; 0]);
    site
}

pub fn page(site: &Published, address: &str) -> String {
    site.text(&format!("public/{address}index.html"))
}

/// The structured data of a page.
fn json_ld(html: &str) -> serde_json::Value {
    let start = html.find("<script type=\"application/ld+json\">").unwrap();
    let json = &html[start + "<script type=\"application/ld+json\">".len()..];
    serde_json::from_str(&json[..json.find("</script>").unwrap()]).unwrap()
}

#[test]
fn a_translation_is_published_in_the_folder_of_its_language() {
    let site = built();
    let article = page(&site, "es/loan/");
    for part in [
        "<html lang=\"es\">",
        "<h1>El préstamo</h1>",
        "Sobre un préstamo de 1961.",
        ">un préstamo de 20.000 millones de dólares</mark>",
        "Fueron 20.000 millones de dólares en 10 años",
        "unos 200.000 millones de dólares",
        "La oficina ya no existe.",
        "Solo quedan dos.",
        // Who translated it, and what.
        "<a href=\"../../loan/\" hreflang=\"en\" lang=\"en\">The loan</a>",
        // A quotation in its own language, a note that was not translated, and one that was.
        "<blockquote lang=\"en\">assistance (grants and loans)</blockquote>",
        "<p lang=\"en\">The first words.</p>",
        "<p>Palabras del libro.</p>",
        "<blockquote>préstamos y donaciones</blockquote>",
        // The numbers by their names in this language, and the chart.
        "<span class=\"number-name\">promesa</span>",
        "Ayuda por año",
        // Files stand beside the original.
        "href=\"../../loan/aid.csv\"",
        // The pages of the same language.
        "<a href=\"../about/\">quiénes somos</a>",
        ">quién comprueba</a>",
        "<a href=\"../about/#qui",
        "href=\"../../es/claims/\"",
        "href=\"../../es/about/\">Quiénes somos</a>",
    ] {
        assert!(article.contains(part), "{part}\n{article}");
    }
    assert!(!article.contains("Changes from the original"));
    let claim = page(&site, "es/loan/claims/loan/");
    for part in [
        "20 mil millones de dólares",
        "La carta del 17 de agosto",
        "<li data-kind=\"minor\"",
        "<span lang=\"en\">A comma.</span>",
        "dinero",
    ] {
        assert!(claim.contains(part), "{part}\n{claim}");
    }
    // What has no other language is not made twice.
    assert!(
        !site.path("public/es/sources").exists() && !site.path("public/es/loan/aid.csv").exists()
    );
    let home = page(&site, "es/");
    assert!(home.contains("<a href=\"../es/loan/\">El préstamo</a>"), "{home}");
    let claims = page(&site, "es/claims/");
    assert!(claims.contains("../../es/loan/claims/share/"), "{claims}");
    assert!(page(&site, "es/topics/money/").contains("dinero"));
    // The pages of the site's own language know nothing of it but the way there.
    let original = page(&site, "loan/");
    assert!(original.contains("<html lang=\"en\">") && !original.contains("préstamo de"));
}

#[test]
fn languages_know_of_one_another() {
    let site = built();
    for (address, other) in [
        ("", "es/"),
        ("loan/", "es/loan/"),
        ("loan/claims/loan/", "es/loan/claims/loan/"),
        ("about/", "es/about/"),
        ("claims/", "es/claims/"),
        ("topics/money/", "es/topics/money/"),
        ("verdicts/misleading/", "es/verdicts/misleading/"),
    ] {
        for (own, language) in [(address, "en"), (other, "es")] {
            let html = page(&site, own);
            for (language, address) in [("en", address), ("x-default", address), ("es", other)] {
                let link = format!(
                    "<link rel=\"alternate\" hreflang=\"{language}\" href=\"https://sums.example/{address}\">"
                );
                assert_eq!(html.matches(&link).count(), 1, "{own}: {link}\n{html}");
            }
            let names = html.split("<nav class=\"languages\"").nth(1).unwrap();
            let names = names.split("</nav>").next().unwrap();
            let current: Vec<_> =
                names.lines().filter(|line| line.contains("aria-current")).collect();
            let name = if language == "en" { ">English</a>" } else { ">Español</a>" };
            assert!(current.len() == 1 && current[0].contains(name), "{names}");
            assert!(names.contains("lang=\"es\" hreflang=\"es\""), "{names}");
        }
    }
    let sitemap = site.text("public/sitemap.xml");
    assert!(sitemap.contains("xmlns:xhtml"));
    let entry = "<url><loc>https://sums.example/es/loan/</loc><lastmod>2026-11-25</lastmod>\
                 <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://sums.example/loan/\"/>\
                 <xhtml:link rel=\"alternate\" hreflang=\"es\" href=\"https://sums.example/es/loan/\"/>\
                 <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://sums.example/loan/\"/></url>";
    assert!(sitemap.contains(entry), "{sitemap}");
    let sources = page(&site, "sources/");
    assert!(
        !sources.contains("hreflang=\"x-default\"") && !sources.contains("class=\"languages\"")
    );
}

#[test]
fn machines_are_told_the_language() {
    let site = built();
    let news = json_ld(&page(&site, "es/loan/"));
    assert_eq!(news["inLanguage"], "es");
    assert_eq!(news["translationOfWork"]["url"], "https://sums.example/loan/");
    assert_eq!(news["translator"][0]["name"], "The Desk");
    let original = json_ld(&page(&site, "loan/"));
    assert_eq!(original["workTranslation"][0]["url"], "https://sums.example/es/loan/");
    assert_eq!(original["workTranslation"][0]["inLanguage"], "es");
    let review = json_ld(&page(&site, "es/loan/claims/loan/"));
    assert_eq!((&review["@type"], &review["inLanguage"]), (&"ClaimReview".into(), &"es".into()));
    assert_eq!(review["url"], "https://sums.example/es/loan/claims/loan/");
    assert_eq!(json_ld(&page(&site, "loan/claims/loan/"))["inLanguage"], "en");
    let feed = site.text("public/es/feed.xml");
    assert!(
        feed.contains("xml:lang=\"es\"") && feed.contains("<title>El préstamo</title>"),
        "{feed}"
    );
    let feed = site.text("public/feed.xml");
    assert!(!feed.contains("préstamo"), "{feed}");
}

#[test]
fn without_translations_nothing_is_said_of_languages() {
    let site = english();
    site.build();
    for (path, bytes) in site.public() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("xhtml:link") && !text.contains("class=\"languages\""), "{path}");
    }
    assert!(!site.path("public/es").exists());
}

#[test]
fn a_former_name_leads_on_in_every_language() {
    let site = spanish();
    site.replace("content/loan/index.md", "dek:", "formerly: [credit]\ndek:");
    assert_eq!(site.build(), [""; 0]);
    assert!(page(&site, "es/credit/").contains("../../es/loan/"));
    assert!(site.text("public/_redirects").contains("/es/credit/ /es/loan/ 301"));
}

#[test]
fn drafts_are_not_built() {
    let site = spanish();
    site.replace(SPANISH, "dek:", "draft: true\ndek:");
    assert_eq!(site.build(), [""; 0]);
    assert!(!site.path("public/es/loan").exists() && site.path("public/es/about").exists());
    // The menu leads to what is there.
    assert!(page(&site, "es/about/").contains("href=\"../../loan/\""));
}

#[test]
fn people_and_sources_have_words_of_their_own() {
    let site = spanish();
    site.write("content/people.es.yaml", "people:\n  mayor: {name: El alcalde, role: Alcalde}\n");
    site.replace("content/sources.yaml", "lang: en,", "lang: en, interest: Its own.,");
    site.write("content/sources.es.yaml", "sources:\n  charter: {interest: El suyo.}\n");
    assert_eq!(site.build(), [""; 0]);
    let claim = page(&site, "es/loan/claims/loan/");
    assert!(claim.contains(">El alcalde</a>") && claim.contains("El suyo."), "{claim}");
    assert!(page(&site, "loan/claims/loan/").contains("Its own."));
    site.replace("content/people.es.yaml", "mayor:", "major:");
    assert_eq!(one(&site).2, "there is no `major` in people.yaml");
    let site = spanish();
    site.write("content/people.fr.yaml", "people: {}\n");
    assert_eq!(one(&site).0, "language-not-listed");
}

#[test]
fn a_note_may_be_taken_out() {
    let site = spanish();
    site.replace(SPANISH_CLAIMS, "note: Palabras del libro.", "note: \"\"");
    assert_eq!(site.build(), [""; 0]);
    let article = page(&site, "es/loan/");
    assert!(!article.contains("Loans and gifts") && !article.contains("Palabras del libro"));
}

#[test]
fn topics_stand_in_the_order_of_the_shown_words() {
    let site = spanish();
    site.replace("content/loan/index.md", "topics: [money]", "topics: [aid, money]");
    site.replace(SPANISH, "{money: dinero}", "{money: dinero, aid: Última ayuda}");
    assert_eq!(site.build(), [""; 0]);
    let order = |address: &str, first: &str, second: &str| {
        let page = page(&site, address);
        page.find(&format!(">{first}<")).unwrap() < page.find(&format!(">{second}<")).unwrap()
    };
    assert!(order("claims/", "aid", "money"));
    assert!(order("es/claims/", "dinero", "Última ayuda"));
}

#[test]
fn a_citation_has_the_quotation_marks_of_its_language() {
    let site = built();
    let citation = "«El alcalde prometió un préstamo de 20 mil millones de dólares.»";
    let spanish = page(&site, "es/loan/claims/loan/");
    assert_eq!(spanish.matches(citation).count(), 2, "{spanish}");
    assert!(page(&site, "loan/claims/loan/").contains("“The mayor promised a $20 billion loan.”"));
}

#[test]
fn what_stays_in_the_original_s_language_has_its_direction() {
    let site = spanish();
    site.replace("content/loan/index.md", "dek: On", "language: ar\nformerly: [debt]\ndek: On");
    let _ = site.build();
    let claim = page(&site, "es/loan/claims/loan/");
    for part in [
        "<span lang=\"ar\" dir=\"rtl\">A comma.</span>",
        "<p class=\"evidence-note\" lang=\"ar\" dir=\"rtl\">The first words.</p>",
    ] {
        assert!(claim.contains(part), "{part}\n{claim}");
    }
    let article = page(&site, "es/loan/");
    assert!(article.contains("hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">The loan</a>"), "{article}");
    assert!(article.contains("<p lang=\"ar\" dir=\"rtl\">The first words.</p>"), "{article}");
    assert!(page(&site, "debt/").contains("lang=\"ar\" dir=\"rtl\">The loan</a>"));
}
