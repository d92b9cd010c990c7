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

/// The text under the first finding of some entries, its message and what to do.
fn told(entry: &str) -> String {
    let file = InputFile::new("claims.yaml", format!("claims:\n{entry}"));
    let Err(partly) = read_entries::<Claims, Claim>(&file, "claims") else { return String::new() };
    let found = &partly.findings[0];
    format!("{} | {}: {}", &file.text[found.place.range()], found.message, found.help.join("; "))
}

#[test]
fn slips_are_told_apart() {
    let column = "this key does not stand in one column with those that it belongs to: keys of one \
                  entry start in the same column: 4 spaces before each";
    for (entry, due) in [
        (
            "  -id: a\n",
            "-id: a | `claims` takes a list, but here is an entry with keys of its own: write a space after each `-`",
        ),
        ("  - id: b\n  -id: a\n", "-id: a | a space is missing after `-`: write `- id:`"),
        ("  - id: a\n    quote:b\n", "quote:b | a space is missing after `:`: write `quote: …`"),
        (
            "  - id: a\n    quote:b\n    claim: c\n",
            "quote:b | a space is missing after `:`: write `quote: …`",
        ),
        (
            "  - id: a\n    checked: {by:[b], on: 2026-11-24}\n",
            "checked: {by:[b], on: 2026-11-24} | a space is missing after `:`: write `by: …`",
        ),
        ("  - id: a\n   quote: b\n", &format!("q | {column}")),
        ("  - id: a\n      quote: b\n", &format!(": | {column}")),
        (
            "  - id: a\n    finding: It holds: mostly\n",
            ": | YAML takes what stands before this colon for a key: put quotation marks around words \
             that hold a colon: `key: \"one: two\"`",
        ),
        (
            "  - id: a\n    finding: 'It's right\n",
            "s | a text that starts with ' ends at the next ', before this: write the apostrophe twice, \
             or put the whole into double quotation marks",
        ),
        (
            "  - id: a\n    finding: \"It\" holds\n",
            "h | a text that starts with \" ends at the next \", before this: put the whole into \
             quotation marks of the other kind, or below after `|`",
        ),
        (
            "  - id: a\n    finding: %\n",
            "% | in YAML no value starts with `%`: write `percent`, or put quotation marks around the value",
        ),
        (
            "  - id: a\n    finding: @b\n",
            "@ | in YAML no value starts with `@`: put quotation marks around the value",
        ),
    ] {
        assert_eq!(told(entry), due, "{entry}");
    }
}

#[test]
fn a_comma_inside_braces_ends_a_value() {
    for (entry, due) in [
        (
            "  - evidence: [{source: a, note: It makes, in fact, no sense}]\n",
            "It makes, in fact, no sense | inside `{…}` a comma ends `note`: put it in quotation marks: \
             `note: \"It makes, in fact, no sense\"`",
        ),
        (
            "  - evidence: [{note: x, y, source: a}]\n",
            "x, y | inside `{…}` a comma ends `note`: put it in quotation marks: `note: \"x, y\"`",
        ),
    ] {
        assert_eq!(told(entry), due, "{entry}");
    }
    assert!(told("  - evidence: [{source: a, nota: b}]\n").starts_with("nota | there is no field"));
}

#[test]
fn other_words_and_other_forms_lead_to_the_right_ones() {
    for (entry, due) in [
        ("  - rating: x\n", "write `verdict`"),
        ("  - evidence: {source: a}\n", "write `- ` before the first key"),
        ("  - evidence: [a]\n", "write its keys: `{source: an id of sources.yaml"),
        ("  - topics: a, b\n", "put square brackets around it: `[a, b]`"),
        ("  - said: 2024-01-05\n", "write its keys: `{on: 2024-01-05, in: an id"),
        ("  - finding: [a]\n", "write one text, without brackets"),
    ] {
        assert!(told(entry).contains(due), "{}", told(entry));
    }
}

#[test]
fn a_label_may_be_one_text_or_one_per_language() {
    use crate::model::LocalText;
    let read = serde_yaml::from_str::<LocalText>;
    assert_eq!(read("True story").unwrap(), LocalText::One("True story".into()));
    assert_eq!(read("{en: True story, es: Cierto}").unwrap().get("es"), "Cierto");
    let told = read("true").unwrap_err().to_string();
    assert!(told.contains("boolean `true`, expected a string"), "{told}");
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
