use super::*;
use crate::model::Claim;
use crate::parse::texts::Claims;

/// Rule, line, column and message of everything that is wrong with a claims file.
fn findings(yaml: &str) -> Vec<(&'static str, usize, usize, String)> {
    let file = InputFile::new("claims.yaml", yaml);
    let found = match read_entries::<Claims, Claim>(&file, "claims") {
        Ok(_) => Vec::new(),
        Err(partly) => partly.findings,
    };
    let line = |d: &Diagnostic| d.place.lines().0;
    found.iter().map(|d| (d.rule, line(d).line, line(d).column, d.message.clone())).collect()
}

fn one(yaml: &str) -> (&'static str, usize, usize) {
    let found = findings(yaml);
    assert_eq!(found.len(), 1, "{found:?}");
    (found[0].0, found[0].1, found[0].2)
}

#[test]
fn well_formed_files_have_no_findings() {
    assert_eq!(findings(""), []);
    assert_eq!(findings("# nothing yet\n"), []);
    assert_eq!(findings("claims: []\n"), []);
    assert_eq!(findings("claims:\n  - id: 12\n"), []);
    assert_eq!(findings("claims:\n  - {id: a, verdict: true}\n"), []);
}

#[test]
fn each_fault_is_at_its_place() {
    assert_eq!(one("claims:\n  - id: a\n    verdcit: false\n"), ("unknown-field", 3, 5));
    assert_eq!(one("claims:\n  - id: a\n    said: {on: 2024, inn: x}\n"), ("unknown-field", 3, 22));
    assert_eq!(one("claims:\n  - id: a\n    topics: x\n"), ("wrong-type", 3, 13));
    assert_eq!(one("claims:\n  - id: a\n    id: b\n"), ("duplicate-key", 3, 5));
    assert_eq!(one("claims:\n  - id: a\n    recheck_by: 2026-02-30\n"), ("bad-date", 3, 17));
    assert_eq!(
        one("claims:\n  - id: a\n    evidence:\n      - stance: refuts\n"),
        ("wrong-type", 4, 17)
    );
    assert_eq!(one("claims:\n\t- id: a\n").0, "invalid-yaml");
    assert_eq!(one("claim:\n  - id: a\n"), ("unknown-field", 1, 1));
    assert_eq!(one("claims:\n  - id: a\n    finding: x: y\n").0, "invalid-yaml");
    assert_eq!(one("claims: *a\n").0, "invalid-yaml");
    assert_eq!(one("- id: a\n").0, "wrong-type");
    assert_eq!(one("claims:\n  - id: a\n    ledger: [{kind: minor}]\n"), ("missing-field", 3, 14));
}

#[test]
fn every_entry_reports() {
    let found = findings("claims:\n  - id: a\n    verdcit: x\n  - id: b\n    quot: y\n");
    let places: Vec<_> = found.iter().map(|(_, line, column, _)| (*line, *column)).collect();
    assert_eq!(places, [(3, 5), (5, 5)]);
}

#[test]
fn hostile_files_end_in_a_finding() {
    let deep = format!("claims: {}", "[".repeat(100_000));
    assert_eq!(one(&deep).0, "invalid-yaml");
    assert_eq!(one(&format!("claims:\n  {}x", "- ".repeat(100_000))).0, "invalid-yaml");
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let row = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb = format!("{bomb}a{level}: &a{level} [{row}]\n");
    }
    bomb.push_str("claims: *a29\n");
    assert_eq!(findings(&bomb).len(), 1);
}
