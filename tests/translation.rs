//! Translations, tried on small sites: what they lack, and what they say otherwise, is one finding each,
//! by the rule meant for it, at its line.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod published;

use factpress::build;
use factpress::diagnostic::Diagnostic;
use published::Published;

const SETTINGS: &str = "\
title: Sums
base_url: https://sums.example/
language: en
languages: [es]
publisher: desk
menu: [about]
";
const PEOPLE: &str = "\
people:
  desk: {name: The Desk, kind: organization}
  mayor: {name: The Mayor}
";
const SOURCES: &str = "\
sources:
  charter: {title: The charter, publisher: The archive, url: https://archive.example/charter, lang: en, kind: primary}
  ledger: {title: El libro mayor, publisher: El archivo, lang: es}
";
const ARTICLE: &str = "\
---
dek: On a loan of 1961.
by: [desk]
published: 2026-11-23
topics: [money]
asked: {not: The office no longer exists.}
---
# The loan

On March 13, 1961, the mayor promised a $20 billion loan. It was {{sum:pledge-2023}} in money of 2023, he said, \
and 10.7 percent of it came in the 1960s. See [about](../about.md), [who checks](../about.md#who-checks) and [the file](aid.csv).
";
const CLAIMS: &str = "\
claims:
  - id: loan
    quote: a $20 billion loan
    speaker: mayor
    said: {on: 1961-03-13, in: charter}
    claim: The mayor promised a $20 billion loan.
    verdict: misleading
    finding: It was $20 billion in ten years, and half of it was grants.
    explanation: |
      The charter of August 17, 1961, speaks of 26 members, two of them small.
      That is {{sum:pledge-2023}} and 10.7 percent.
    evidence:
      - {source: charter, quote: assistance (grants and loans), stance: refutes, note: The first words.}
      - {source: ledger, quote: \"préstamos y donaciones\", note: Loans and gifts.}
    reservations: {few_sources: Only two are left.}
    would_change: A loan agreement for the $20 billion.
    checked: {by: [desk], on: 2026-11-23}
    ledger:
      - {on: 2026-11-23, kind: created}
      - {on: 2026-11-24, kind: minor, note: A comma.}
  - id: share
    origin: own
    quote: 10.7 percent of it
    verdict: true
    finding: The file says so.
    evidence: [{source: ledger}]
    checked: {by: [desk], on: 2026-11-23}
";
const FIGURES: &str = "\
data: {aid.csv: {sha256: 237156dc34199aed2c02457fa1e545a5f1efba99246f8074ed60170b5d155142}}
quantities:
  pledge: {value: 20e9, unit: USD, on: 1961, shown: $20 billion, source: charter, note: As promised.}
  index: {value: 10}
sums:
  pledge-2023: {of: pledge * index, unit: USD of 1961, shown: about $200 billion}
charts:
  aid: {data: aid.csv, x: year, y: usd, unit: USD, title: Aid by year, source: charter, notes: [Two years.]}
";
const ABOUT: &str = "# About us\n\n## Who checks\n\nThe [loan](loan/index.md) was our first.\n";

const SPANISH: &str = "content/loan/index.es.md";
const SPANISH_CLAIMS: &str = "content/loan/claims.es.yaml";
const SPANISH_FIGURES: &str = "content/loan/figures.es.yaml";

const ARTICLE_ES: &str = "\
---
dek: Sobre un préstamo de 1961.
translated: {by: [desk], on: 2026-11-25}
topics: {money: dinero}
asked: {not: La oficina ya no existe.}
---
# El préstamo

El 13 de marzo de 1961, el alcalde prometió un préstamo de 20.000 millones de dólares. Eran {{sum:pledge-2023}} en dinero de 2023, \
dijo, y el 10,7 % llegó en los años sesenta. Véanse [quiénes somos](../about.md), [quién comprueba](../about.md#quién-comprueba) y [el archivo](aid.csv).
";
const CLAIMS_ES: &str = "\
claims:
  - id: loan
    quote: un préstamo de 20.000 millones de dólares
    claim: El alcalde prometió un préstamo de 20 mil millones de dólares.
    finding: Fueron 20.000 millones de dólares en 10 años, y la mitad eran donaciones.
    explanation: |
      La carta del 17 de agosto de 1961 habla de 26 miembros, 2 de ellos pequeños.
      Son {{sum:pledge-2023}} y un 10,7 por ciento.
    evidence:
      - {source: ledger, note: Palabras del libro.}
    reservations: {few_sources: Solo quedan dos.}
    would_change: Un contrato de préstamo por los 20.000 millones.
  - id: share
    quote: el 10,7 %
    finding: Lo dice el archivo.
";
const FIGURES_ES: &str = "\
quantities:
  pledge: {name: promesa, shown: 20.000 millones de dólares, note: Como se prometió.}
sums:
  pledge-2023: {shown: unos 200.000 millones de dólares}
charts:
  aid: {title: Ayuda por año, x_label: Año, y_label: Ayuda, notes: [Dos años.]}
";
const ABOUT_ES: &str =
    "# Quiénes somos\n\n## Quién comprueba\n\nEl [préstamo](loan/index.md) fue el primero.\n";

/// A site with an article and a page, and nothing translated.
fn english() -> Published {
    let site = Published::empty();
    for (file, text) in [
        ("factpress.yaml", SETTINGS),
        ("content/people.yaml", PEOPLE),
        ("content/sources.yaml", SOURCES),
        ("content/loan/index.md", ARTICLE),
        ("content/loan/claims.yaml", CLAIMS),
        ("content/loan/figures.yaml", FIGURES),
        ("content/loan/aid.csv", "year,usd\n1961,5\n1962,6\n"),
        ("content/about.md", ABOUT),
    ] {
        site.write(file, text);
    }
    site
}

/// The same with all translated into Spanish.
fn spanish() -> Published {
    let site = english();
    site.write(SPANISH, ARTICLE_ES);
    site.write(SPANISH_CLAIMS, CLAIMS_ES);
    site.write(SPANISH_FIGURES, FIGURES_ES);
    site.write("content/about.es.md", ABOUT_ES);
    site
}

fn findings(site: &Published) -> Vec<Diagnostic> {
    build::check(&site.options()).unwrap().diagnostics
}

/// The one finding of a site: its rule, what its place covers, and its message.
fn one(site: &Published) -> (&'static str, String, String) {
    let mut all = findings(site);
    let told: Vec<_> = all.iter().map(|found| (found.rule, &found.message)).collect();
    assert_eq!(all.len(), 1, "{told:#?}");
    let found = all.remove(0);
    let at = found.place.lines().0;
    let line = found.place.file.text.lines().nth(at.line - 1).unwrap_or("").trim().to_owned();
    (found.rule, format!("{}: {line}", found.place.file.path), found.message)
}

/// Plants a fault in a file of the translated site, and holds it to one finding.
fn plant(file: &str, was: &str, now: &str) -> (&'static str, String, String) {
    let site = spanish();
    site.replace(file, was, now);
    one(&site)
}

#[test]
fn a_faithful_translation_has_no_finding() {
    assert_eq!(english().check(), [""; 0]);
    assert_eq!(spanish().check(), [""; 0]);
}

#[test]
fn numbers_that_differ_are_told_with_both() {
    for (file, was, now, line, message) in [
        (
            SPANISH_CLAIMS,
            "Fueron 20.000 millones",
            "Fueron 20 millones",
            "finding: Fueron 20 millones de dólares en 10 años, y la mitad eran donaciones.",
            "the original says “$20 billion” in `finding`; the translation says “20 millones”",
        ),
        (
            SPANISH_CLAIMS,
            "20 mil millones",
            "20 billones",
            "claim: El alcalde prometió un préstamo de 20 billones de dólares.",
            "the original says “$20 billion” in `claim`; the translation says “20 billones”",
        ),
        (
            SPANISH_CLAIMS,
            "17 de agosto",
            "17 de abril",
            "La carta del 17 de abril",
            "the original says “August 17, 1961” in `explanation`; the translation says “17 de abril de 1961”",
        ),
        (
            SPANISH_CLAIMS,
            "de 26 miembros, 2 de ellos",
            "de 26 miembros, 3 de ellos",
            "La carta del 17 de agosto de 1961 habla de 26 miembros, 3 de ellos",
            "the translation says “3” in `explanation`; the original does not",
        ),
        (
            SPANISH_CLAIMS,
            "un 10,7 por ciento",
            "un 10.7 por ciento",
            "Son {{sum:pledge-2023}} y un 10.7 por ciento.",
            "the original says “10.7 percent” in `explanation`; the translation says “10.7”",
        ),
        (
            SPANISH_CLAIMS,
            "por los 20.000 millones",
            "por esa suma",
            "would_change: Un contrato de préstamo por esa suma.",
            "the original says “$20 billion” in `would_change`; the translation does not",
        ),
        (
            SPANISH,
            "dinero de 2023",
            "dinero de 2022",
            "",
            "the original says “2023”; the translation says “2022”",
        ),
        (
            SPANISH,
            "préstamo de 1961.",
            "préstamo de 1962.",
            "dek: Sobre un préstamo de 1962.",
            "the original says “1961” in `dek`; the translation says “1962”",
        ),
        (
            SPANISH_FIGURES,
            "[Dos años.]",
            "[De 3 años.]",
            "aid: {title: Ayuda por año, x_label: Año, y_label: Ayuda, notes: [De 3 años.]}",
            "the translation says “3 años” in `notes`; the original does not",
        ),
    ] {
        let (rule, place, said) = plant(file, was, now);
        assert_eq!((rule, &*said), ("translation-differs", message));
        assert!(place.starts_with(file) && place.contains(line), "{place}");
    }
}

#[test]
fn what_is_repeated_must_be_equal() {
    for (line, message) in [
        (
            "verdict: \"false\"",
            "`verdict` is not the original's: that says `misleading`, the translation `false`",
        ),
        (
            "speaker: desk",
            "`speaker` is not the original's: that says `mayor`, the translation `desk`",
        ),
        (
            "said: {on: 1961-03-14, in: charter}",
            "`said` is not the original's: that says `1961-03-13, charter`, the translation `1961-03-14, charter`",
        ),
        (
            "checked: {by: [desk], on: 2026-11-22}",
            "`checked` is not the original's: that says `desk` on 2026-11-23, the translation `desk` on 2026-11-22",
        ),
        (
            "recheck_by: 2027-01-01",
            "`recheck_by` is not the original's: that says nothing, the translation `2027-01-01`",
        ),
    ] {
        let found = plant(SPANISH_CLAIMS, "    quote: un", &format!("    {line}\n    quote: un"));
        assert_eq!((found.0, &*found.2), ("translation-differs", message));
        assert_eq!(found.1, format!("{SPANISH_CLAIMS}: {line}"));
    }
    let equal = "verdict: misleading\n    speaker: mayor\n    said: {on: 1961-03-13, in: charter}\n    \
                 checked: {by: [desk], on: 2026-11-23}\n    quote: un";
    let site = spanish();
    site.replace(SPANISH_CLAIMS, "quote: un", equal);
    assert_eq!(site.check(), [""; 0]);
    let found = plant(SPANISH, "translated:", "published: 2026-11-22\ntranslated:");
    assert_eq!(
        (found.0, &*found.1),
        ("translation-differs", "content/loan/index.es.md: published: 2026-11-22")
    );
    let found = plant(SPANISH_CLAIMS, "{source: ledger,", "{source: ledger, stance: refutes,");
    assert_eq!(
        found.2,
        "`evidence[0].stance` is not the original's: that says `context`, the translation `refutes`"
    );
}

#[test]
fn numbers_by_name_must_be_the_same() {
    let found = plant(SPANISH_CLAIMS, "Son {{sum:pledge-2023}}", "Son {{quantity:pledge}}");
    assert_eq!(
        (found.0, &*found.1),
        (
            "translation-differs",
            "content/loan/claims.es.yaml: La carta del 17 de agosto de 1961 habla de 26 miembros, 2 de ellos pequeños."
        )
    );
    assert_eq!(
        found.2,
        "the original shows `{{sum:pledge-2023}}`, the translation `{{quantity:pledge}}`"
    );
    let found = plant(SPANISH, "Eran {{sum:pledge-2023}}", "Eran muchos");
    assert_eq!(found.2, "the original shows `{{sum:pledge-2023}}`, which the translation does not");
    // And what they show is held to the sum.
    let found = plant(SPANISH_FIGURES, "unos 200.000 millones", "unos 201.000 millones");
    assert_eq!(
        (found.0, &*found.1),
        (
            "shown-mismatch",
            "content/loan/figures.es.yaml: pledge-2023: {shown: unos 201.000 millones de dólares}"
        )
    );
}

#[test]
fn what_is_missing_or_too_many_is_told() {
    let share = "  - id: share\n    quote: el 10,7 %\n    finding: Lo dice el archivo.\n";
    for (file, was, now, line, message) in [
        (
            SPANISH_CLAIMS,
            share,
            "",
            "- id: loan",
            "the claim `share` of the original is not translated",
        ),
        (
            SPANISH_CLAIMS,
            share,
            &*format!("{share}  - id: shares\n    quote: el alcalde\n    finding: No.\n"),
            "- id: shares",
            "the original has no claim `shares`",
        ),
        (
            SPANISH_CLAIMS,
            "    would_change: Un contrato de préstamo por los 20.000 millones.\n",
            "",
            "- id: loan",
            "`loan` has no `would_change` in this language",
        ),
        (
            SPANISH_CLAIMS,
            "finding: Lo dice el archivo.",
            "finding: \"\"",
            "finding: \"\"",
            "`share` has no `finding` in this language",
        ),
        (
            SPANISH_CLAIMS,
            "finding: Lo dice el archivo.",
            "finding: Lo dice.\n    would_change: Nada.",
            "would_change: Nada.",
            "the original of `share` has no `would_change`",
        ),
        (
            SPANISH_CLAIMS,
            "    reservations: {few_sources: Solo quedan dos.}\n",
            "",
            "- id: loan",
            "`loan` has no `reservations.few_sources` in this language",
        ),
        (
            SPANISH_CLAIMS,
            "source: ledger",
            "source: libro",
            "- {source: libro, note: Palabras del libro.}",
            "the original of `loan` has no piece of evidence that this belongs to",
        ),
        (
            SPANISH,
            "dek: Sobre un préstamo de 1961.\n",
            "",
            "dek",
            "the front matter has no `dek` in this language",
        ),
        (
            SPANISH,
            "asked: {not: La oficina ya no existe.}\n",
            "",
            "",
            "the front matter has no `asked.not` in this language",
        ),
        (
            SPANISH,
            "{money: dinero}",
            "{monney: dinero}",
            "topics: {monney: dinero}",
            "the original has no topic `monney`",
        ),
        (
            SPANISH_FIGURES,
            "pledge: {name",
            "plegde: {name",
            "plegde: {name",
            "the original's figures have no `plegde` under `quantities`",
        ),
    ] {
        let (rule, place, said) = plant(file, was, now);
        assert_eq!((rule, &*said), ("translation-incomplete", message));
        assert!(place.starts_with(file), "{place}");
        assert!(place.contains(line) || line == "dek", "{place}");
    }
    let site = spanish();
    std::fs::remove_file(site.path(SPANISH_CLAIMS)).unwrap();
    let found = one(&site);
    assert_eq!(
        (found.0, &*found.2),
        (
            "translation-incomplete",
            "the original has 2 claims, and this translation has none of them"
        )
    );
    assert!(findings(&site)[0].help[0].contains("`content/loan/claims.es.yaml`"));
}

#[test]
fn the_form_of_a_translation_is_held_to_its_fields() {
    let found = plant(SPANISH_CLAIMS, "finding: Lo dice", "topics: [x]\n    finding: Lo dice");
    assert_eq!((found.0, &*found.1), ("unknown-field", "content/loan/claims.es.yaml: topics: [x]"));
    let found = plant(SPANISH, "translated: {by: [desk], on: 2026-11-25}\n", "");
    assert_eq!(found.0, "missing-field");
    let found = plant(SPANISH, "by: [desk], on", "by: [dsek], on");
    assert_eq!((found.0, &*found.2), ("unknown-person", "there is no `dsek` in people.yaml"));
    let found = plant(SPANISH, "on: 2026-11-25", "on: 2027-11-25");
    assert_eq!(found.0, "bad-date");
    let found = plant(
        SPANISH_CLAIMS,
        "quote: un préstamo de 20.000 millones",
        "quote: un prestamo de 20.000 millones",
    );
    assert_eq!(
        (found.0, &*found.1),
        (
            "quote-not-found",
            "content/loan/claims.es.yaml: quote: un prestamo de 20.000 millones de dólares"
        )
    );
    let found = plant(SPANISH, "(aid.csv)", "(ayuda.csv)");
    assert_eq!(found.0, "broken-internal-link");
    let site = spanish();
    site.replace(SPANISH_CLAIMS, "- id: share", "- id: loan");
    let rules: Vec<_> = findings(&site).iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["translation-incomplete", "duplicate-id"]);
}

#[test]
fn files_without_their_counterparts_teach() {
    let site = spanish();
    site.replace("factpress.yaml", "languages: [es]\n", "");
    let found = findings(&site);
    let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["language-not-listed"; 2]);
    assert_eq!(found[0].help, ["add it to factpress.yaml: `languages: [es]`"]);

    let site = spanish();
    std::fs::rename(site.path(SPANISH), site.path("content/loan/index.es-MX.md")).unwrap();
    std::fs::remove_file(site.path(SPANISH_FIGURES)).unwrap();
    std::fs::remove_file(site.path(SPANISH_CLAIMS)).unwrap();
    assert_eq!(one(&site).0, "language-not-listed");

    let site = spanish();
    site.write("content/team.es.md", "# Equipo\n");
    let found = one(&site);
    assert_eq!(
        (found.0, &*found.2),
        (
            "translation-without-original",
            "there is no `content/team.md` that this file could be the translation of"
        )
    );

    let site = spanish();
    std::fs::remove_file(site.path(SPANISH)).unwrap();
    let found = findings(&site);
    assert_eq!(
        found.iter().map(|found| found.rule).collect::<Vec<_>>(),
        ["claims-without-article"; 2]
    );

    let site = spanish();
    site.write("content/about.claims.es.yaml", "claims: []\n");
    assert_eq!(one(&site).0, "claims-without-article");

    let site = spanish();
    site.write("content/es/more.md", "# Más\n");
    assert_eq!(one(&site).0, "address-clash");
}

#[test]
fn the_flat_form_is_the_same() {
    let site = english();
    for (file, text) in [
        ("content/flat.md", "# A\n\nOn January 5 it rained for 3 days.\n"),
        (
            "content/flat.claims.yaml",
            "claims:\n  - {id: rain, origin: own, quote: it rained, verdict: unverified, finding: Nobody knows., checked: {by: [desk], on: 2026-11-23}}\n",
        ),
        (
            "content/flat.es.md",
            "---\ntranslated: {by: [desk], on: 2026-11-23}\n---\n# A\n\nEl 5 de enero llovió durante tres días.\n",
        ),
        (
            "content/flat.claims.es.yaml",
            "claims:\n  - {id: rain, quote: llovió, finding: Nadie lo sabe.}\n",
        ),
    ] {
        site.write(file, text);
    }
    assert_eq!(site.check(), [""; 0]);
    site.replace("content/flat.es.md", "5 de enero", "6 de enero");
    let found = one(&site);
    assert_eq!(
        (found.0, &*found.1),
        ("translation-differs", "content/flat.es.md: El 6 de enero llovió durante tres días.")
    );
    assert_eq!(found.2, "the original says “January 5”; the translation says “6 de enero”");
}

/// The built site of the translated site.
fn built() -> Published {
    let site = spanish();
    let outcome = build::build(&site.options()).unwrap();
    assert_eq!(published::told(&outcome), [""; 0]);
    site
}

fn page(site: &Published, address: &str) -> String {
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
fn the_explainer_is_held_to_its_translation() {
    const CLAIMS: &str = "content/migration-alliance/claims.es.yaml";
    let site = Published::translated();
    assert_eq!(site.build(), [""; 0]);
    let page = page(&site, "es/migration-alliance/");
    for part in [
        "un préstamo de 20.000 millones de dólares</mark>",
        "unos 204.000 millones de dólares",
        // The quotations of sources in their own language.
        "<blockquote lang=\"en\"",
        "dará un informe sobre el secuestro de 32 personas migrantes en Tamaulipas",
        // What a chart shows of a data file.
        "casi 10.000 millones de dólares",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains(">nearly $10 billion"));
    for (was, now, message) in [
        (
            "Alrededor de 22.300 millones",
            "Alrededor de 22,3 millones",
            "“$22.3 billion” in `explanation`; the translation says “22,3 millones”",
        ),
        (
            "pidió al Congreso 500 millones",
            "pidió al Congreso 50 millones",
            "“$500 million” in `finding`; the translation says “50 millones”",
        ),
        (
            "El 5 de enero de 2024 fue viernes",
            "El 5 de enero de 2023 fue viernes",
            "“January 5, 2024” in `finding`; the translation says “5 de enero de 2023”",
        ),
    ] {
        let site = Published::translated();
        site.replace(CLAIMS, was, now);
        let found = one(&site);
        assert_eq!(
            (found.0, found.2),
            ("translation-differs", format!("the original says {message}"))
        );
        assert!(found.1.contains(now), "{}", found.1);
    }
}

#[test]
fn what_could_not_be_read_of_an_original_is_told_once() {
    let site = spanish();
    site.replace("content/loan/claims.yaml", "verdict: misleading", "verdcit: misleading");
    assert_eq!(one(&site).0, "unknown-field");
    let site = spanish();
    site.write("content/loan/claims.yaml", "claims: [");
    assert_eq!(one(&site).0, "invalid-yaml");
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
