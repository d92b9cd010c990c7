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
