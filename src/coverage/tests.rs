#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

fn of<'a>(markdown: &'a str, language: &str, quotes: &[&str]) -> (TextMap<'a>, Coverage) {
    let map = TextMap::new(markdown, false);
    let anchors: Vec<_> = quotes
        .iter()
        .map(|quote| {
            let at = map.visible.find(quote).unwrap();
            at..at + quote.len()
        })
        .collect();
    let coverage = Coverage::new(&map, language, &anchors);
    (map, coverage)
}

/// The statements, each with the number of claims on it.
fn statements(markdown: &str, quotes: &[&str]) -> Vec<(String, usize)> {
    let (map, coverage) = of(markdown, "en", quotes);
    let text = |it: &Statement| (map.visible[it.range.clone()].to_owned(), it.claims.len());
    coverage.statements.iter().map(text).collect()
}

#[test]
fn headings_code_and_opinions_are_no_statements() {
    let text = "# Ten ministers resigned in 1961\n\nThe mayor *resigned*\nin May 1961. What now?\n\n```\nx = 1961\n```\n\n- It cost $5.\n- Read more";
    assert_eq!(
        statements(text, &[]),
        [("The mayor resigned in May 1961.".to_owned(), 0), ("It cost $5.".to_owned(), 0)]
    );
}

#[test]
fn a_claim_covers_every_statement_that_it_touches() {
    let text = "It cost $5. The mayor resigned. Rents rose by 9%.";
    let counts = |quotes: &[&str]| -> Vec<usize> {
        statements(text, quotes).into_iter().map(|(_, claims)| claims).collect()
    };
    assert_eq!(counts(&["$5"]), [1, 0, 0]);
    assert_eq!(counts(&["$5. The", "mayor resigned", "cost"]), [2, 2, 0]);
    assert_eq!(counts(&[text]), [1, 1, 1]);
    let (_, coverage) = of(text, "en", &["$5"]);
    assert_eq!((coverage.covered(), coverage.percent()), (1, 33));
    let nothing = Coverage::new(&TextMap::new("", false), "en", &[0..0, 0..0]);
    assert_eq!((nothing.covered(), nothing.percent()), (0, 100));
}

#[test]
fn what_a_claim_leaves_out_of_a_covered_statement_is_told() {
    let text = "Of the 32 men, 26 were freed, and he said “we paid a lot of money” in 2019.";
    let (map, coverage) = of(text, "en", &["26 were freed", "a lot"]);
    let left: Vec<_> =
        coverage.statements[0].left_out.iter().map(|range| &map.visible[range.clone()]).collect();
    assert_eq!(left, ["32", "2019"]);
    let (map, coverage) = of(text, "en", &["men"]);
    let left: Vec<_> =
        coverage.statements[0].left_out.iter().map(|range| &map.visible[range.clone()]).collect();
    assert_eq!(left, ["32", "26", "“we paid a lot of money”", "2019"]);
}

#[test]
fn quotations_set_apart_are_statements() {
    let text = "> We will never give up.\n\nWe will never give up.";
    assert_eq!(statements(text, &[]), [("We will never give up.".to_owned(), 0)]);
}

#[test]
fn cells_of_tables_need_words() {
    let text = "| a | b |\n|---|---|\n| 12 | In 1961 the mayor resigned twice |";
    assert_eq!(statements(text, &[]), [("In 1961 the mayor resigned twice".to_owned(), 0)]);
}

#[test]
fn other_languages_show_numbers_dates_and_quotations() {
    let (_, coverage) = of("Der Bürgermeister trat 1961 zurück. Er ging.", "de", &[]);
    assert_eq!(coverage.statements.len(), 1);
    assert!(!coverage.full);
    assert_eq!(kinds("Er sagte „nie im Leben“.", "de"), BTreeSet::from([Kind::Quotation]));
    assert!(kinds("Kommt er 1961?", "de").is_empty());
    assert_eq!(kinds("The mayor resigned.", "en-GB"), BTreeSet::from([Kind::Event]));
}

#[test]
fn kinds_of_english_statements() {
    use Kind::{
        Attribution, Cause, Comparison, Date, Event, Law, Number, Quotation, State, Superlative,
    };
    for (sentence, kind) in [
        ("The dam holds 3.2 billion liters.", Number),
        ("Half of the wells are dry.", Number),
        ("The tower opened in the 1960s.", Date),
        ("He left on Tuesday.", Date),
        ("The plan was called “a waste of public money”.", Quotation),
        ("Officials in Lima denied it.", Attribution),
        ("According to the union, talks went on.", Attribution),
        ("It is the largest port in Peru.", Superlative),
        ("Rents are higher than wages.", Comparison),
        ("The fire was caused by a cigarette.", Cause),
        ("The law bans smoking in bars.", Law),
        ("The court upheld the ruling.", Event),
        ("Chile borders Bolivia.", State),
    ] {
        assert!(kinds(sentence, "en").contains(&kind), "{sentence}: {:?}", kinds(sentence, "en"));
    }
    for sentence in [
        "One of the great questions is open.",
        "On the one hand, that is fine.",
        "It stays open 24/7.",
        "The covid-19 years felt long.",
    ] {
        assert!(!kinds(sentence, "en").contains(&Number), "{sentence}");
    }
}

#[test]
fn kinds_of_spanish_statements() {
    use Kind::{
        Attribution, Cause, Comparison, Date, Event, Law, Number, Quotation, State, Superlative,
    };
    for (sentence, kind) in [
        ("La presa almacena 3,2 millones de litros.", Number),
        ("La mitad de los pozos está seca.", Number),
        ("La torre se inauguró en mayo.", Date),
        ("Lo llamó «un derroche de dinero público».", Quotation),
        ("Las autoridades de Lima lo negaron.", Attribution),
        ("Según el sindicato, las conversaciones siguen.", Attribution),
        ("Es el puerto más grande del Perú.", Superlative),
        ("Los alquileres suben más que los salarios.", Comparison),
        ("El incendio se debió a una colilla.", Cause),
        ("La ley prohíbe fumar en los bares.", Law),
        ("El tribunal confirmó el fallo.", Event),
        ("Chile limita con Bolivia.", State),
    ] {
        assert!(kinds(sentence, "es").contains(&kind), "{sentence}: {:?}", kinds(sentence, "es"));
    }
    for sentence in
        ["Por un lado, está bien.", "Una vez más, es tarde.", "Es uno de los problemas."]
    {
        assert!(!kinds(sentence, "es").contains(&Number), "{sentence}");
    }
}

#[test]
fn what_is_demanded_foretold_or_asked_is_none() {
    for sentence in [
        "The city should spend $3 million.",
        "Taxes will rise by 3 percent.",
        "Did the mayor resign in 1961?",
        "“Did the mayor resign in 1961?”",
        "Call 555 0100 now.",
        "If rents rise by 9%, people will leave.",
    ] {
        assert!(kinds(sentence, "en").is_empty(), "{sentence}: {:?}", kinds(sentence, "en"));
    }
    for sentence in [
        "The minister said taxes should rise.",
        "The vote will be held on May 4.",
        "“Did he resign?” the reporter asked.",
        "The law says every shop must close at ten.",
    ] {
        assert!(!kinds(sentence, "en").is_empty(), "{sentence}");
    }
    for sentence in [
        "La ciudad debería gastar 3 millones.",
        "Los impuestos subirán un 3 %.",
        "¿Dimitió el alcalde en 1961?",
        "Si suben un 9 %, la gente se irá.",
    ] {
        assert!(kinds(sentence, "es").is_empty(), "{sentence}: {:?}", kinds(sentence, "es"));
    }
    for sentence in [
        "El ministro dijo que los impuestos deberían subir.",
        "La votación se celebrará el 4 de mayo.",
        "«¿Dimitió?», preguntó la periodista.",
    ] {
        assert!(!kinds(sentence, "es").is_empty(), "{sentence}");
    }
}

#[test]
fn hostile_texts_take_no_longer_for_each_byte() {
    for text in [
        "word ".repeat(12_000),
        "\"".repeat(40_000),
        "“a".repeat(20_000),
        "1.".repeat(20_000),
        "a.b. ".repeat(10_000),
        "Mr. ".repeat(12_000),
        "\u{202e}שלום 12 ".repeat(4_000),
        "x".repeat(60_000),
        "? ".repeat(20_000),
        "one of the ".repeat(6_000),
    ] {
        for language in ["en", "es", "he"] {
            let map = TextMap::new(&text, false);
            let all = std::iter::once(0..map.visible.len()).cycle().take(3).collect::<Vec<_>>();
            let coverage = Coverage::new(&map, language, &all);
            assert!(coverage.percent() <= 100);
        }
    }
}
