//! Small sites with figures: what is found in them, and what readers see.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use factpress::build::{self, Options, Outcome};
use tempfile::TempDir;

const CSV: &str = "year,usd,note\n1961,100.5,a\n1962,200,b\n1963,300.25,b\n1964,,c\n";

/// A site of one article with these figures, whose text is `text`.
fn site(figures: &str, text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("factpress.yaml", "title: Site\nlanguage: en\n");
    write(
        "content/sources.yaml",
        "sources:\n  report: {title: Report, url: https://example.org/}\n",
    );
    write("content/aid/index.md", &format!("# Aid\n\n{text}\n"));
    write("content/aid/figures.yaml", figures);
    write("content/aid/aid.csv", CSV);
    folder
}

fn run(folder: &Path) -> Outcome {
    build::build(&Options { root: folder.to_owned(), ..Options::default() }).unwrap()
}

fn told(outcome: &Outcome) -> Vec<String> {
    outcome
        .diagnostics
        .iter()
        .filter(|found| {
            !matches!(found.rule, "unused-figure" | "data-not-pinned" | "unused-source")
        })
        .map(|found| {
            let at = found.place.lines().0;
            let name = found.place.file.path.rsplit('/').next().unwrap();
            let help: Vec<&str> =
                [""].into_iter().chain(found.help.iter().map(String::as_str)).collect();
            let help = help.join("; ");
            format!("{name}:{}:{} {}: {}{help}", at.line, at.column, found.rule, found.message)
        })
        .collect()
}

/// What is found about some figures.
fn found(figures: &str) -> Vec<String> {
    let folder = site(figures, "Text.");
    told(&run(folder.path()))
}

#[test]
fn faults_are_told_in_words_and_at_their_places() {
    for (figures, finding) in [
        (
            "quantities: {a: {value: \"1,000\"}}",
            "figures.yaml:1:25 bad-quantity: `1,000` is no number and no day; write it in digits alone: 1000",
        ),
        (
            "quantities: {a: {value: much}}",
            "figures.yaml:1:25 bad-quantity: `much` is no number and no day; write digits, with a point before decimals: 1234.5 or 20e9; a day as 2023-12-30",
        ),
        (
            "quantities: {a: {unit: USD}}",
            "figures.yaml:1:14 bad-quantity: the quantity `a` has no number; write its number under `value:`, or draw it from a data file under `from:`",
        ),
        (
            "quantities: {a: {value: 1e99999}}",
            "figures.yaml:1:25 bad-quantity: the number is too large to be reckoned with; write digits, with a point before decimals: 1234.5 or 20e9; a day as 2023-12-30",
        ),
        (
            "quantities: {a: {value: 5, unit: dollars}}",
            "figures.yaml:1:34 unit-mismatch: `dollars` may be money of several countries; did you mean `USD`?",
        ),
        (
            "quantities: {a: {value: 5, round: half up}}",
            "figures.yaml:1:35 bad-quantity: there is no rounding `half up`; write one of `3 significant`, `1 decimals`, `whole`, `tens`, `hundreds`, `thousands`, `millions`, `billions`",
        ),
        ("sums: {a: {of: 1 / 0}}", "figures.yaml:1:16 bad-expression: this sum divides by zero"),
        (
            "sums: {a: {of: 2 * (3 + 4}}",
            "figures.yaml:1:20 bad-expression: this bracket is not closed",
        ),
        (
            "sums: {a: {of: b + 1}}",
            "figures.yaml:1:16 bad-expression: there is no quantity or sum `b`; name it under `quantities:` or `sums:`",
        ),
        (
            "sums: {pledge: {of: plegde + 1}, pledged: {of: 2}}",
            "figures.yaml:1:21 bad-expression: there is no quantity or sum `plegde`; did you mean `pledged`?",
        ),
        (
            "quantities: {a: {value: -1,000,000.5}}",
            "figures.yaml:1:25 unknown-field: inside `{…}` a comma ends `value`; write `value: -1000000.5`",
        ),
        (
            "sums: {a: {of: 2 + 2.5, equals: 4,5}}",
            "figures.yaml:1:33 unknown-field: inside `{…}` a comma ends `equals`; write `equals: 4.5`",
        ),
        (
            "quantities: {a: {value: 1000, shown: 1,000}}",
            "figures.yaml:1:38 unknown-field: inside `{…}` a comma ends `shown`; put it in quotation marks: `shown: \"1,000\"`",
        ),
        (
            "sums: {a: {of: 1,000 * 2}}",
            "figures.yaml:1:16 unknown-field: inside `{…}` a comma ends `of`; a sum has no commas: write 1234.5 with a point, and + between what is added",
        ),
        (
            "quantities: {a: {value: 5, unit: USD, on: 1961}}\nsums: {b: {of: a * 304.702 / 29.9, unit: USD of 2023}}",
            "figures.yaml:2:42 unit-mismatch: `unit` says USD of 2023, but the sum counts USD of 1961; to bring USD of 1961 to 2023, multiply by the price index of 2023 and divide by that of 1961; a bare number is not known as a price index; make two quantities of them, such as `cpi-2023: {value: …, unit: index, on: 2023}`",
        ),
        (
            "quantities: {a: {value: 5, round: 2}}",
            "figures.yaml:1:35 bad-quantity: there is no rounding `2`; write `2 decimals`, or `2 significant` for digits in all",
        ),
        (
            "sums: {a: {of: a + 1}}",
            "figures.yaml:1:16 bad-expression: the sum `a` rests on itself; a sum is built of quantities and of sums that do not need it",
        ),
        (
            "sums: {a: {of: b}, b: {of: c}, c: {of: a + 1}, d: {of: c}}",
            "figures.yaml:1:16 bad-expression: these sums rest on one another: `a`, `b`, `c`, `a`; a sum is built of quantities and of sums that do not need it",
        ),
        (
            "quantities: {a: {value: 5}}\nsums: {a: {of: 2 + 3}}",
            "figures.yaml:2:8 figure-named-twice: there is a quantity `a` already; give the sum another name",
        ),
        (
            "sums: {a: {of: 1 / 3, equals: 0.33}}",
            "figures.yaml:1:31 sum-mismatch: the sum comes to 0.33333333…, but `equals` says 0.33; `equals` is the exact result; for a rounded one write `round:` and `shown:`",
        ),
        (
            "quantities: {a: {value: 5, unit: persons}, b: {value: 5, unit: USD, on: 1961}}\nsums: {c: {of: a + b}}",
            "figures.yaml:2:16 unit-mismatch: this adds or subtracts `a`, which counts persons and `b`, which counts USD of 1961; give both the same unit, if they count the same; else they can't be added",
        ),
        (
            "quantities: {a: {value: 5, unit: USD, on: 1961}, b: {value: 5, unit: USD, on: 1962}}\nsums: {c: {of: a - b}}",
            "figures.yaml:2:16 unit-mismatch: this adds or subtracts `a`, which counts USD of 1961 and `b`, which counts USD of 1962; bring both to one year with a price index, or give them the unit `USD of the time` where a total in money of the time is meant",
        ),
        (
            "quantities: {a: {value: 5, unit: USD, on: 1961}, b: {value: 5, unit: USD, on: 1962}}\nsums: {c: {of: a / b}}",
            "figures.yaml:2:16 unit-mismatch: this divides USD of 1961 by USD of 1962; bring both to one year with a price index",
        ),
        (
            "quantities: {a: {value: 5, unit: persons}}\nsums: {c: {of: a + 1}}",
            "figures.yaml:2:16 unit-mismatch: this adds or subtracts `a`, which counts persons and a plain number; a plain number counts nothing; make a quantity of it, with a unit",
        ),
        (
            "quantities: {a: {value: 5, unit: persons}, b: {value: 4, unit: persons}}\nsums: {c: {of: a / b, unit: percent}}",
            "figures.yaml:2:29 unit-mismatch: `unit` says percent, but the sum counts nothing, being a plain number; a ratio times 100 is percent: multiply by 100 in the sum",
        ),
        (
            "quantities: {a: {value: 5, unit: persons}, b: {value: 4, unit: percent}}\nsums: {c: {of: a * b, unit: persons}}",
            "figures.yaml:2:29 unit-mismatch: `unit` says persons, but the sum counts persons × percent; a percent is a hundredth: divide by 100 in the sum",
        ),
        (
            "quantities: {a: {value: 5, shown: 5 to 6}}",
            "figures.yaml:1:35 shown-unreadable: this is a range, and one number is needed; make two quantities of it, one for each end",
        ),
        (
            "quantities: {a: {value: 5, shown: many}}",
            "figures.yaml:1:35 shown-unreadable: no number stands here; write the number as readers are to see it: `about $204 billion`, `10.7 percent`, `32`",
        ),
        (
            "quantities: {a: {value: 2023-12-30, shown: December 31}}",
            "figures.yaml:1:44 shown-mismatch: `shown` is another day: the quantity is December 30, 2023; write `shown: December 30, 2023`",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, sum_of: usd}}}",
            "figures.yaml:1:24 bad-draw: a cell that is needed here is empty; numbers in data files have digits and a point: 1234.5, without marks between groups",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, sum_of: usb}}}",
            "figures.yaml:1:48 bad-draw: `aid.csv` has no column `usb`; did you mean `usd`?",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, sum of: usb}}}",
            "figures.yaml:1:48 bad-draw: `aid.csv` has no column `usb`; did you mean `usd`?",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, sum_of: usd, where: {yaer: 1961}}}}",
            "figures.yaml:1:61 bad-draw: `aid.csv` has no column `yaer`; did you mean `year`?",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, value_at: usd, where: {note: b}}}}",
            "figures.yaml:1:62 bad-draw: more than one row of `aid.csv` is like this, and `value_at` takes one; say more under `where:`, or use `sum_of` or `mean_of`",
        ),
        (
            "quantities: {a: {from: {data: aid.csv, share_of: year, where: {note: b}}, unit: USD}}",
            "figures.yaml:1:81 unit-mismatch: a share is in percent, not in USD; write `unit: percent`, or leave the unit out",
        ),
        (
            "quantities: {a: {value: 100, from: {data: aid.csv, value_at: usd, where: {year: 1961}}}}",
            "figures.yaml:1:25 value-mismatch: `value` says 100, but `aid.csv` gives 100.5; write `value: 100.5`, or mend what is drawn",
        ),
        ("quantities: {A_b: {value: 5}}", "figures.yaml:1:14 bad-id"),
    ] {
        let found = found(figures);
        assert_eq!(found.len(), 1, "{figures}: {found:?}");
        let same =
            found[0] == finding || (finding.ends_with("bad-id") && found[0].starts_with(finding));
        assert!(same, "\n{}\n{finding}", found[0]);
    }
}

#[test]
fn hostile_figures_end_in_a_finding() {
    let long = format!("sums: {{a: {{of: '{}1'}}}}", "1 + ".repeat(25_000));
    assert_eq!(
        found(&long),
        [
            "figures.yaml:1:17 bad-expression: this expression has more than 20000 characters; make several sums of it, one built on the other"
        ]
    );
    let deep = format!("sums: {{a: {{of: '{}1{}'}}}}", "(".repeat(1500), ")".repeat(1500));
    assert_eq!(
        found(&deep),
        [
            "figures.yaml:1:117 bad-expression: more than 100 brackets are open here; make several sums of it, one built on the other"
        ]
    );
    let large = format!("sums: {{a: {{of: '{}1'}}}}", "1e900 * ".repeat(1000));
    assert_eq!(
        found(&large),
        ["figures.yaml:1:16 bad-expression: the number is too large to be reckoned with"]
    );
    // Ten thousand sums, each built on the one before; and the same as a circle.
    let chain = |first: &str| {
        let mut text = format!("sums:\n  s0: {{of: {first}}}\n");
        for at in 1..10_000 {
            writeln!(text, "  s{at}: {{of: s{} + 1}}", at - 1).unwrap();
        }
        text
    };
    assert_eq!(found(&chain("1")), [""; 0]);
    let circle = found(&chain("s9999"));
    assert_eq!(circle.len(), 1);
    assert!(
        circle[0].starts_with(
            "figures.yaml:2:12 bad-expression: these sums rest on one another: `s0`, `s9999`"
        ),
        "{circle:?}"
    );
    let mut doubled = String::new();
    for at in 1..200 {
        writeln!(doubled, "  s{at}: {{of: s{0} * s{0}}}", at - 1).unwrap();
    }
    let doubled = found(&format!("sums:\n  s0: {{of: 10}}\n{doubled}"));
    assert_eq!(doubled.len(), 1, "{doubled:?}");
    assert!(doubled[0].ends_with("bad-expression: the number is too large to be reckoned with"));
}

#[test]
fn readers_see_the_number_and_can_open_it() {
    let figures = "quantities:\n  aid: {from: {data: aid.csv, sum_of: usd, where: {year: 1961..1963}}, unit: million USD of the time, shown: $600.8 million, source: report}\n  taken: {value: 2023-12-30}\n  released: {value: 2024-01-03}\nsums:\n  held: {of: released - taken, unit: days, shown: four days, equals: 4}\n  half: {of: aid / 2}\n";
    let text = "It was {{quantity:aid}}, half of it {{sum:half}}; they were held [for {{sum:held}}](https://example.org/) from {{quantity:taken}}. `{{sum:x}}` and \\{{sum:y}} stay.";
    let folder = site(figures, text);
    let outcome = run(folder.path());
    assert_eq!(told(&outcome), [""; 0]);
    let html = fs::read_to_string(folder.path().join("public/aid/index.html")).unwrap();
    for part in [
        "It was <a class=\"figure\" href=\"#fp-figure-aid\">$600.8 million</a>, half of it <a class=\"figure\" href=\"#fp-figure-half\">$300.375 million</a>",
        "<a href=\"https://example.org/\">for four days</a> from <a class=\"figure\" href=\"#fp-figure-taken\">December 30, 2023</a>",
        "<code>{{sum:x}}</code> and {{sum:y}} stay",
        "<h2 id=\"fp-numbers\">The numbers</h2>",
        "600,750,000 USD of the time ÷ 2 = 300,375,000 USD of the time",
        "January 3, 2024 − December 30, 2023 = 4 days",
        "3 rows with year 1961 to 1963 = 600.75 × 10^6 USD of the time",
        "download>aid.csv</a>",
    ] {
        assert!(html.contains(part), "{part}\n{}", &html[html.find("<h1").unwrap()..]);
    }
}

#[test]
fn quotes_may_contain_a_number_and_cross_it() {
    let folder = site(
        "quantities: {pledge: {value: 20e9, unit: USD}}",
        "The pledge was {{quantity:pledge}} of loans.",
    );
    fs::write(
        folder.path().join("content/aid/claims.yaml"),
        "claims:\n  - {id: whole, quote: was $20 billion of, origin: own, verdict: unverified, finding: So.}\n  - {id: cut, quote: billion of loans, origin: own, verdict: unverified, finding: So.}\n",
    )
    .unwrap();
    let outcome = run(folder.path());
    let found: Vec<_> =
        told(&outcome).into_iter().filter(|found| found.contains("quote")).collect();
    assert_eq!(found, [""; 0]);
    let html = fs::read_to_string(folder.path().join("public/aid/index.html")).unwrap();
    assert!(html.contains("<a class=\"figure\" href=\"#fp-figure-pledge\">"), "{html}");
    assert!(!html.contains("{{"), "{html}");
}

#[test]
fn numbers_have_their_places_and_no_others() {
    let figures = "quantities: {pledge: {value: 5}}\nsums: {all: {of: pledge * 2}}";
    for (text, finding) in [
        (
            "{{quantity:plegde}}",
            "index.md:3:1 figure-unknown: there is no quantity `plegde` in figures.yaml; did you mean `{{quantity:pledge}}`?",
        ),
        (
            "a {{quantity:all}}",
            "index.md:3:3 figure-unknown: `all` is a sum, not a quantity; write `{{sum:all}}`",
        ),
        (
            "{{quantiy:pledge}}",
            "index.md:3:1 figure-unknown: a number is a quantity or a sum, not a `quantiy`; write `{{quantity:pledge}}`",
        ),
        (
            "{{figure:pledge}}",
            "index.md:3:1 figure-unknown: a number is a quantity or a sum, not a `figure`; write `{{quantity:pledge}}`",
        ),
        (
            "{{number:none}}",
            "index.md:3:1 figure-unknown: a number is a quantity or a sum, not a `number`; write `{{quantity:none}}` or `{{sum:none}}`",
        ),
        (
            "{{charts:all}}",
            "index.md:3:1 figure-unknown: the word before a chart's name is `chart`, not `charts`; write `{{chart:all}}`",
        ),
        (
            "{{ all }}",
            "index.md:3:1 figure-unknown: `all` is a name, and its kind is missing before it; write `{{sum:all}}`",
        ),
        (
            "{{sum:other-thing}}",
            "index.md:3:1 figure-unknown: there is no sum `other-thing` in figures.yaml; name it there, or write the number out",
        ),
    ] {
        assert_eq!(told(&run(site(figures, text).path())), [finding]);
    }
    for text in
        ["{{user:name}}", "{{ x }}", "{{ Sum x }}", "`{{sum:x}}`", "    {{sum:x}}", "\\{{sum:x}}"]
    {
        assert_eq!(told(&run(site(figures, text).path())), [""; 0], "{text}");
    }
    let folder = site(figures, "Text.");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("content/about.md", "# About\n\nWe have {{sum:all}}.\n");
    write("content/aid/index.md", "---\ndek: It was {{sum:all}}.\n---\n# Aid\n\nText.\n");
    write(
        "content/aid/claims.yaml",
        "claims:\n  - id: text\n    quote: Text\n    origin: own\n    verdict: unverified\n    finding: It is {{Sum:all}}.\n    explanation: |\n      It is\n      {{sum:al}}.\n    checked: {by: [x], on: 2026-01-01}\n",
    );
    let found: Vec<_> =
        told(&run(folder.path())).into_iter().filter(|found| found.contains("figure")).collect();
    let misplaced = "figure-misplaced: no number is put in here; write the number out; `{{quantity:x}}` and `{{sum:x}}` work in the article's text and in `explanation`";
    assert_eq!(
        found,
        [
            format!("about.md:3:9 {misplaced}"),
            format!("claims.yaml:6:14 {misplaced}"),
            "claims.yaml:9:7 figure-unknown: there is no sum `al` in figures.yaml; did you mean `{{sum:all}}`?".to_owned(),
            format!("index.md:2:6 {misplaced}"),
        ]
    );
}

#[test]
fn one_quantity_has_one_value() {
    let folder =
        site("quantities: {pledge: {value: 20e9, unit: USD, on: 1961}}", "{{quantity:pledge}}");
    let other = |figures: &str| {
        let path = folder.path().join("content/other");
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("index.md"), "# Other\n\n{{quantity:pledge}}\n").unwrap();
        fs::write(path.join("figures.yaml"), figures).unwrap();
        run(folder.path())
    };
    let outcome = other("quantities: {pledge: {value: 22.3e9, unit: USD, on: 1961}}");
    assert_eq!(
        told(&outcome),
        [
            "figures.yaml:1:30 quantities-disagree: `pledge` is 22,300,000,000 here and 20,000,000,000 in `aid`; mend one of them; where they are two things, tell them apart by name, unit, `on:` or `source:`"
        ]
    );
    assert_eq!(outcome.diagnostics[0].place.file.path, "content/other/figures.yaml");
    assert_eq!(outcome.diagnostics[0].related[0].place.file.path, "content/aid/figures.yaml");
    for figures in [
        "quantities: {pledge: {value: 20, unit: billion USD, on: 1961}}",
        "quantities: {pledge: {value: 22.3e9, unit: USD, on: 1962}}",
        "quantities: {pledge: {value: 22.3e9, unit: EUR, on: 1961}}",
    ] {
        assert_eq!(told(&other(figures)), [""; 0], "{figures}");
    }
}
