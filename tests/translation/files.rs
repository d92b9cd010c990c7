//! Files, fields and texts that are missing or too many.

use crate::published::Published;
use crate::site::*;

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

#[test]
fn what_could_not_be_read_of_an_original_is_told_once() {
    let site = spanish();
    site.replace("content/loan/claims.yaml", "verdict: misleading", "verdcit: misleading");
    assert_eq!(one(&site).0, "unknown-field");
    let site = spanish();
    site.write("content/loan/claims.yaml", "claims: [");
    assert_eq!(one(&site).0, "invalid-yaml");
}

/// The files that docs/translations.md shows: a line with a path in backquotes and a colon, then the
/// file's text in a fenced block.
fn files_of_the_docs() -> Vec<(&'static str, String)> {
    let mut files = Vec::new();
    let mut lines = include_str!("../../docs/translations.md").lines();
    while let Some(line) = lines.next() {
        let path = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:"));
        let Some(path) = path else { continue };
        let text = lines.by_ref().skip_while(|line| !line.starts_with("```")).skip(1);
        let text: Vec<&str> = text.take_while(|line| !line.starts_with("```")).collect();
        files.push((path, text.join("\n") + "\n"));
    }
    files
}

#[test]
fn the_example_of_the_docs_holds() {
    let files = files_of_the_docs();
    assert_eq!(files.len(), 4);
    let site = Published::empty();
    site.write("factpress.yaml", "language: en\nlanguages: [es]\n");
    site.write(
        "content/people.yaml",
        "people:\n  mayor: {name: The mayor}\n  desk: {name: The desk}\n",
    );
    site.write(
        "content/sources.yaml",
        "sources:\n  final-account: {title: The account, publisher: The town}\n",
    );
    for (path, text) in files {
        site.write(path, &text);
    }
    assert_eq!(site.check(), [""; 0]);
    site.replace(
        "content/bridge.claims.es.yaml",
        "costaron otros 3,5 millones",
        "costaron otros 35 millones",
    );
    let (rule, _, message) = one(&site);
    let told = format!("error[{rule}]: {message}\n");
    assert!(include_str!("../../docs/translations.md").contains(&told), "{told}");
}
