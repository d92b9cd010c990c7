//! Tests of a site's own templates.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::RenderError;
use super::fixture::{build, plain};

#[test]
fn a_site_replaces_one_template_and_adds_another() {
    let own = [
        ("404.html", "{% include \"mine.html\" %} {{ page.title }}"),
        ("mine.html", "Mine."),
        ("assets/page.css", "body{}"),
        ("notes.txt", "{{ not a template"),
    ];
    let files = build(&plain(), &own).unwrap();
    assert_eq!(files["404.html"], "Mine. Page not found");
    let sheets: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("assets/page.") && path.ends_with(".css"))
        .collect();
    assert_eq!(sheets.len(), 1);
    assert_eq!(files[sheets[0]], "body{}");
    assert!(files["index.html"].contains(sheets[0].as_str()));
}

fn findings(own: &[(&str, &str)]) -> Vec<crate::diagnostic::Diagnostic> {
    match build(&plain(), own) {
        Err(RenderError::Findings(findings)) => findings,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_misspelt_field_is_told_with_template_line_and_page() {
    let found = findings(&[("claim.html", "<p>\n{{ claim.statment }}</p>")]);
    assert_eq!(found.len(), 1);
    let finding = &found[0];
    assert_eq!(finding.rule, "template-error");
    assert_eq!(finding.place.file.path, "templates/claim.html");
    assert_eq!(finding.place.lines().0.line, 2);
    assert!(finding.message.contains("claim.html") && finding.message.contains("statment"));
    assert!(finding.notes[0].contains("cars/claims/five-cars/"), "{:?}", finding.notes);
    assert!(finding.notes[1].contains("3 pages"), "{:?}", finding.notes);
    assert!(finding.help[0].contains("statement"), "{:?}", finding.help);
}

#[test]
fn all_broken_templates_are_told_before_anything_is_made() {
    let found = findings(&[("home.html", "{% if %}"), ("page.html", "\n\n{{ a b }}")]);
    let places: Vec<(&str, usize)> =
        found.iter().map(|f| (f.place.file.path.as_str(), f.place.lines().0.line)).collect();
    assert_eq!(places, [("templates/home.html", 1), ("templates/page.html", 3)]);

    let found =
        findings(&[("home.html", "\n{{ <nothing /> }}{{ 1 | nix }}{% include \"x.html\" %}")]);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|f| f.place.lines().0.line == 2));

    let found = findings(&[("home.html", "{% extends \"gone.html\" %}")]);
    assert_eq!(found[0].place.file.path, "templates/home.html");
}

#[test]
fn an_override_that_misuses_a_component_is_told_in_the_override() {
    let found = findings(&[("404.html", "{{ <verdict /> }}")]);
    assert_eq!(found[0].place.file.path, "templates/404.html");
}
