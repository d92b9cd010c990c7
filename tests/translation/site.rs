//! A small site in English, and the same with all translated into Spanish.

use factpress::build;
use factpress::diagnostic::Diagnostic;

use crate::published::Published;

pub const SETTINGS: &str = "\
title: Sums
base_url: https://sums.example/
language: en
languages: [es]
publisher: desk
menu: [about]
";
pub const PEOPLE: &str = "\
people:
  desk: {name: The Desk, kind: organization}
  mayor: {name: The Mayor}
";
pub const SOURCES: &str = "\
sources:
  charter: {title: The charter, publisher: The archive, url: https://archive.example/charter, lang: en, kind: primary}
  ledger: {title: El libro mayor, publisher: El archivo, lang: es}
";
pub const ARTICLE: &str = "\
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
pub const CLAIMS: &str = "\
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
pub const FIGURES: &str = "\
data: {aid.csv: {sha256: 237156dc34199aed2c02457fa1e545a5f1efba99246f8074ed60170b5d155142}}
quantities:
  pledge: {value: 20e9, unit: USD, on: 1961, shown: $20 billion, source: charter, note: As promised.}
  index: {value: 10}
sums:
  pledge-2023: {of: pledge * index, unit: USD of 1961, shown: about $200 billion}
charts:
  aid: {data: aid.csv, x: year, y: usd, unit: USD, title: Aid by year, source: charter, notes: [Two years.]}
";
pub const ABOUT: &str = "# About us\n\n## Who checks\n\nThe [loan](loan/index.md) was our first.\n";

pub const SPANISH: &str = "content/loan/index.es.md";
pub const SPANISH_CLAIMS: &str = "content/loan/claims.es.yaml";
pub const SPANISH_FIGURES: &str = "content/loan/figures.es.yaml";

pub const ARTICLE_ES: &str = "\
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
pub const CLAIMS_ES: &str = "\
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
pub const FIGURES_ES: &str = "\
quantities:
  pledge: {name: promesa, shown: 20.000 millones de dólares, note: Como se prometió.}
sums:
  pledge-2023: {shown: unos 200.000 millones de dólares}
charts:
  aid: {title: Ayuda por año, x_label: Año, y_label: Ayuda, notes: [Dos años.]}
";
pub const ABOUT_ES: &str =
    "# Quiénes somos\n\n## Quién comprueba\n\nEl [préstamo](loan/index.md) fue el primero.\n";

/// A site with an article and a page, and nothing translated.
pub fn english() -> Published {
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
pub fn spanish() -> Published {
    let site = english();
    site.write(SPANISH, ARTICLE_ES);
    site.write(SPANISH_CLAIMS, CLAIMS_ES);
    site.write(SPANISH_FIGURES, FIGURES_ES);
    site.write("content/about.es.md", ABOUT_ES);
    site
}

pub fn findings(site: &Published) -> Vec<Diagnostic> {
    build::check(&site.options()).unwrap().diagnostics
}

/// The one finding of a site: its rule, what its place covers, and its message.
pub fn one(site: &Published) -> (&'static str, String, String) {
    let mut all = findings(site);
    let told: Vec<_> = all.iter().map(|found| (found.rule, &found.message)).collect();
    assert_eq!(all.len(), 1, "{told:#?}");
    let found = all.remove(0);
    let at = found.place.lines().0;
    let line = found.place.file.text.lines().nth(at.line - 1).unwrap_or("").trim().to_owned();
    (found.rule, format!("{}: {line}", found.place.file.path), found.message)
}

/// Plants a fault in a file of the translated site, and holds it to one finding.
pub fn plant(file: &str, was: &str, now: &str) -> (&'static str, String, String) {
    let site = spanish();
    site.replace(file, was, now);
    one(&site)
}
