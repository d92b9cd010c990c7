//! What a translation says otherwise than its original.

use crate::output::page;
use crate::published::Published;
use crate::site::*;

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

/// A site with numbers in all notes of its check, and a quote in the translation's language.
fn with_notes() -> Published {
    let site = spanish();
    for (file, was, now) in [
        (CLAIMS, "quote: \"préstamos y donaciones\"", "quote: \"unos 10,000 millones en 1962\""),
        (CLAIMS, "Loans and gifts.", "\"Page 7, section 4.1, of 1962, about $10 billion.\""),
        (CLAIMS, "A comma.", "A comma on page 9."),
        (CLAIMS, "Only two are left.", "Only 2 of 14 are left."),
        (CLAIMS_ES, "Palabras del libro.", "\"Página 7, sección 4.1.\""),
        (CLAIMS_ES, "Solo quedan dos.", "Solo quedan dos de 14."),
        (
            CLAIMS_ES,
            "    would_change",
            "    ledger: [{kind: minor, note: Una coma en la página 9.}]\n    would_change",
        ),
        (ARTICLE, "no longer exists", "was closed in 1970"),
        (ARTICLE_ES, "ya no existe", "se cerró en 1970"),
    ] {
        let path = [
            (CLAIMS, "content/loan/claims.yaml"),
            (CLAIMS_ES, SPANISH_CLAIMS),
            (ARTICLE, "content/loan/index.md"),
            (ARTICLE_ES, SPANISH),
        ];
        let path = path.iter().find(|(text, _)| *text == file).unwrap().1;
        site.replace(path, was, now);
    }
    site
}

#[test]
fn notes_say_the_numbers_of_the_original_or_leave_them_to_the_quote() {
    assert_eq!(with_notes().check(), [""; 0]);
    for (was, now, message) in [
        ("Página 7", "Página 8", "the original says “7” in `note`; the translation says “8”"),
        ("Página 7,", "Página 7, unos 10.000 millones, de 1962, de 1962 y de 1962,", ""),
        ("Página 7, sección 4.1.", "", ""), // taken out
        (
            "Página 7",
            "Página 7, unos 11.000 millones",
            "the translation says “11.000 millones” in `note`; the original does not",
        ),
        ("página 9", "página 6", "the original says “9” in `note`; the translation says “6”"),
        (
            "dos de 14",
            "dos de 15",
            "the original says “14” in `few_sources`; the translation says “15”",
        ),
        ("en 1970", "en 1971", "the original says “1970” in `not`; the translation says “1971”"),
    ] {
        let site = with_notes();
        let file = if was == "en 1970" { SPANISH } else { SPANISH_CLAIMS };
        site.replace(file, was, now);
        if message.is_empty() {
            assert_eq!(site.check(), [""; 0], "{now}");
        } else {
            let (rule, place, said) = one(&site);
            assert_eq!((rule, &*said), ("translation-differs", message));
            assert!(place.contains(now), "{place}");
        }
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
