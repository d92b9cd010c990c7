//! Tests of words files.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::diagnostic::Diagnostic;

const LANGUAGES: [&str; 2] = ["en", "es"];

/// The library with a site's files, and what was found.
fn library(files: &[(&str, &str)]) -> (Library, Vec<Diagnostic>) {
    let own: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|(tag, text)| (format!("words/{tag}.yaml"), text.as_bytes().to_vec()))
        .collect();
    Library::new(&own, &|name| name == "of_our_own")
}

fn told(files: &[(&str, &str)]) -> Vec<String> {
    let (_, findings) = library(files);
    let told = |found: &Diagnostic| {
        let line = found.place.lines().0.line;
        format!("{}:{line} {}: {}", found.place.file.path, found.rule, found.message)
    };
    findings.iter().map(told).collect()
}

#[test]
fn the_built_in_languages_are_whole() {
    let english = Library::built_in().words("en");
    for tag in LANGUAGES {
        // As a site's own file, so that everything is held against English.
        let text = std::fs::read_to_string(format!("templates/words/{tag}.yaml")).unwrap();
        assert_eq!(told(&[(tag, &text)]), [""; 0], "{tag}");
        let words = Library::built_in().words(tag);
        for (name, word) in english.iter().filter(|(name, _)| !name.starts_with(OPEN_PREFIX)) {
            assert!(text.contains(&format!("\n{name}:")), "{tag} {name}");
            for count in [0_usize, 1, 2, 1_000_000] {
                let mut fillings: Vec<_> =
                    word.names().iter().map(|name| (name.as_str(), "<x>".into())).collect();
                fillings.retain(|(name, _)| *name != COUNT);
                fillings.push((COUNT, count.into()));
                let said = words.say(name, &fillings);
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{tag} {name}: {said}");
                let filled = word.names().iter().filter(|name| *name != COUNT).count();
                assert!(said.matches("<x>").count() >= filled, "{tag} {name}: {said}");
            }
        }
    }
}

#[test]
fn numbers_choose_the_form_and_are_written_as_the_language_has_it() {
    let (library, findings) = library(&[
        ("en", "of_our_own: {one: One thing, other: '{n} things of {whose}'}"),
        (
            "es",
            "of_our_own: {one: Una cosa, many: '{n} de cosas de {whose}', other: '{n} cosas de {whose}'}",
        ),
        ("es-MX", "all_checks: Todas"),
    ]);
    assert_eq!(findings, []);
    for (tag, count, said) in [
        ("en", 0_usize, "0 things of x"),
        ("en", 1, "One thing"),
        ("en", 2, "2 things of x"),
        ("en", 1_000_000, "1,000,000 things of x"),
        ("es", 0, "0 cosas de x"),
        ("es", 1, "Una cosa"),
        ("es", 2, "2 cosas de x"),
        ("es", 1234, "1234 cosas de x"),
        ("es", 1_000_000, "1.000.000 de cosas de x"),
        ("es-MX", 1_000_000, "1,000,000 de cosas de x"),
        // Not known: English words, and no grouping that anyone could take for a decimal sign.
        ("sw", 2, "2 things of x"),
    ] {
        let fillings = [("n", count.into()), ("whose", "x".into())];
        assert_eq!(library.words(tag).say("of_our_own", &fillings), said, "{tag} {count}");
    }
    // A variety has the words of its language but for its own.
    let mexican = library.words("es-MX");
    assert_eq!((mexican.get("all_checks"), mexican.get("sources")), ("Todas", "Fuentes"));
    assert!(library.knows("ES-ar") && library.knows("en-GB") && !library.knows("sw"));
}

#[test]
fn units_may_be_added_to_any_language() {
    let (library, findings) = library(&[(
        "es",
        "unit_encounters: {one: encuentro, other: encuentros}\nunit_border_cases: casos",
    )]);
    assert_eq!(findings, []);
    let words = library.words("es");
    assert_eq!(words.unit("encounters", true), Some("encuentro"));
    assert_eq!(words.unit("encounters", false), Some("encuentros"));
    assert_eq!(words.unit("border cases", false), Some("casos"));
    assert_eq!(words.unit("persons", false), Some("personas"));
    assert_eq!(words.unit("tonnes", false), None);
    assert_eq!(library.words("en").unit("persons", false), None);
}

#[test]
fn what_cannot_be_used_is_told_at_its_line() {
    for (tag, text, findings) in [
        (
            "es",
            "\nal_checks: Todo",
            ["templates/words/es.yaml:2 bad-words: no page asks for the word `al_checks`"]
                .as_slice(),
        ),
        (
            "en",
            "not_our_own: x",
            &["templates/words/en.yaml:1 bad-words: no page asks for the word `not_our_own`"],
        ),
        (
            "es",
            "of_our_own: x",
            &["templates/words/es.yaml:1 bad-words: no page asks for the word `of_our_own`"],
        ),
        (
            "es",
            "date_month: '{month} {yaer}'",
            &[
                "templates/words/es.yaml:1 bad-words: into the word `date_month` other things are filled than the page gives",
            ],
        ),
        (
            "es",
            "all_checks: 'Todo {n}'",
            &[
                "templates/words/es.yaml:1 bad-words: into the word `all_checks` other things are filled than the page gives",
            ],
        ),
        (
            "es",
            "all_checks: '{n'",
            &[
                "templates/words/es.yaml:1 bad-words: this text can't be filled in: a brace is not closed",
            ],
        ),
        (
            "es",
            "age_days:\n  one: '{n} día'\n  few: x\n  other: '{n}'",
            &["templates/words/es.yaml:3 bad-words: `few` is no plural form of this language"],
        ),
        (
            "es",
            "age_days:\n  one: '{n} día'",
            &["templates/words/es.yaml:1 bad-words: the plural form `other` is missing"],
        ),
        (
            "es",
            "all_checks: [a]",
            &[
                "templates/words/es.yaml:1 wrong-type: `all_checks` is neither of the forms that can be read",
            ],
        ),
        ("es", "a: b: c", &["templates/words/es.yaml:1 invalid-yaml: this is not YAML"]),
        (
            "es",
            "sources: a\nsources: b",
            &["templates/words/es.yaml:2 duplicate-key: `sources` stands twice in one entry"],
        ),
        (
            "spa_nish",
            "",
            &["templates/words/spa_nish.yaml:1 bad-words: `spa_nish` is not a language tag"],
        ),
    ] {
        let found = told(&[(tag, text)]);
        let same = found.len() == findings.len()
            && found.iter().zip(findings).all(|(found, expected)| {
                found.starts_with(&expected[..expected.find(": ").unwrap() + 2])
                    && (!expected.contains("bad-words") || found == expected)
            });
        assert!(same, "{tag} {text}: {found:?}");
    }
    let nearest = library(&[("es", "al_checks: Todo")]).1;
    assert_eq!(nearest[0].label, "did you mean `all_checks`?");
    let encoding = Library::new(&[("words/pt.yaml".to_owned(), vec![0xff])], &|_| false).1;
    assert_eq!(encoding[0].rule, "bad-words");
}

#[test]
fn a_new_language_may_leave_out_what_does_not_change_with_numbers_and_is_told_what_it_lacks() {
    let (library, findings) = library(&[("ja", "all_checks: すべて\nage_days: '{n}日'")]);
    assert_eq!(findings.len(), 1);
    let found = &findings[0];
    assert_eq!((found.rule, found.level), ("words-missing", crate::diagnostic::Level::Warn));
    assert!(found.message.contains("words of `ja` are missing"), "{}", found.message);
    assert!(!found.help[0].contains("all_checks") && found.help[0].contains("chart_bar"));
    let words = library.words("ja");
    assert_eq!(words.say("age_days", &[("n", 1.into())]), "1日");
    // English stands in, with the plural forms of English.
    assert_eq!(words.say("age_weeks", &[("n", 1.into())]), "1 week");
}
