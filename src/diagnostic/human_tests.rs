#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::diagnostic::Rule;
use crate::input::InputFile;

const RULE: Rule = Rule {
    name: "quote-not-found",
    level: Level::Deny,
    summary: "",
    reason: "",
    bad: "",
    good: "",
    fixed: false,
};

/// A finding at the first place where `words` stand in `text`.
fn at(text: &str, words: &str) -> Diagnostic {
    let start = text.find(words).unwrap();
    let file = InputFile::new("content/a.md", text);
    Diagnostic::new(&RULE, Place::bytes(&file, start..start + words.len()), "message")
}

fn drawn(finding: &Diagnostic) -> String {
    draw(std::slice::from_ref(finding), false)
}

#[test]
fn all_parts_in_order() {
    let claims =
        InputFile::new("content/a/claims.yaml", "claims:\n  - id: x\n    quote: ten cats\n");
    let start = claims.text.find("ten").unwrap();
    let article = InputFile::new("content/a/index.md", "# T\n\nHe owns nine cats.\n");
    let mut finding =
        Diagnostic::new(&RULE, Place::bytes(&claims, start..start + 8), "the words are not there")
            .label("these words")
            .related(Place::bytes(&article, 13..22), "nearest words")
            .note("a check must stand on words that a reader can see")
            .help("correct the quote\nor the article");
    finding.level = Level::Warn;
    assert_eq!(
        drawn(&finding),
        "\
warning[quote-not-found]: the words are not there
 --> content/a/claims.yaml:3:12
  |
3 |     quote: ten cats
  |            ^^^^^^^^ these words
  |
note: nearest words
 --> content/a/index.md:3:9
  |
3 | He owns nine cats.
  |         ^^^^^^^^^
  = note: a check must stand on words that a reader can see
  = help: correct the quote
          or the article

"
    );
}

#[test]
fn a_file_as_a_whole() {
    let file = InputFile::new("content/a.md", "text");
    let finding = Diagnostic::new(&RULE, Place::file(&file), "it is too large").help("cut it");
    assert_eq!(
        drawn(&finding),
        "\
error[quote-not-found]: it is too large
--> content/a.md
 = help: cut it

"
    );
}

#[test]
fn allowed_findings_are_not_drawn() {
    let mut finding = at("a", "a");
    finding.level = Level::Allow;
    assert_eq!(drawn(&finding), "");
}

#[test]
fn tabs_and_wide_characters_line_up() {
    assert!(drawn(&at("\tab cd", "cd")).contains("1 |     ab cd\n  |        ^^\n"));
    assert!(drawn(&at("中文 cd", "cd")).contains("1 | 中文 cd\n  |      ^^\n"));
    // The column counts characters all the same, as editors do.
    assert!(drawn(&at("中文 cd", "cd")).contains("content/a.md:1:4\n"));
}

#[test]
fn hostile_text_is_shown_and_not_sent() {
    let text = "a \u{1b}[2J\u{202e}x\u{9b}31m\rb needle \u{0}\n";
    let finding =
        at(text, "needle").label("l\u{1b}[1A").note("n\u{1b}]8;;http://x\u{7}").help("h\u{2066}");
    let mut finding =
        finding.related(Place::file(&InputFile::new("b\u{1b}\n.md", "")), "r\u{7f}\n");
    finding.message = "m\u{1b}[31m\nerror[x]: forged".to_owned();
    let plain = drawn(&finding);
    assert!(!plain.chars().any(|c| c.is_control() && c != '\n'), "{plain:?}");
    assert!(!plain.contains(['\u{202e}', '\u{2066}']));
    assert!(plain.starts_with("error[quote-not-found]: m␛[31m error[x]: forged\n"), "{plain}");
    assert!(plain.contains("a ␛[2J\u{fffd}x\u{fffd}31m␍b needle ␀"), "{plain}");
    // Colour adds the renderer's own sequences and nothing else.
    let colored = draw(&[finding], true);
    let stripped = anstream::adapter::strip_str(&colored).to_string();
    assert_eq!(stripped, plain);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!("first\n{}needle{}\n", "word ".repeat(50_000), " word".repeat(50_000));
    let plain = drawn(&at(&text, "needle"));
    assert!(plain.contains("content/a.md:2:250001\n"), "{plain}");
    assert!(plain.contains("needle"));
    assert!(plain.lines().all(|line| line.chars().count() <= 110), "{plain}");
    assert!(!plain.contains('\u{fdd0}'));
}

#[test]
fn a_forged_stand_in_changes_nothing() {
    let text = format!("{}needle", "word ".repeat(500));
    let mut finding = at(&text, "needle");
    finding.message = "\u{fdd0}0:1:241".to_owned();
    assert!(drawn(&finding).contains("\u{fffd}0:1:241\n"));
    assert!(drawn(&finding).contains("content/a.md:1:2501\n"));
}

#[test]
fn several_lines_line_ends_and_empty_places() {
    let plain = drawn(&at("one two\r\nthree four\r\n", "two\r\nthree"));
    assert!(plain.contains("1 |   one two") && plain.contains("2 | | three four"), "{plain}");
    for (text, range) in [("", 0..0), ("a\n", 2..2), ("\n\n", 1..1), ("é", 2..2)] {
        let place = Place::bytes(&InputFile::new("a", text), range);
        assert!(drawn(&Diagnostic::new(&RULE, place, "m")).contains("--> a:"));
    }
}

#[test]
fn a_large_file_costs_no_time_and_keeps_its_line_numbers() {
    let text = format!("{}needle\n", "a line of text\n".repeat(70_000));
    let finding = at(&text, "needle");
    let plain = drawn(&finding);
    assert!(plain.contains("content/a.md:70001:1\n"));
    assert!(plain.contains("70001 | needle\n"));
    // What the drawing library is given does not grow with the file.
    assert_eq!(Excerpt::of(&finding.place).unwrap().text, "needle");
}
