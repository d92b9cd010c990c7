//! How well `factpress coverage` tells checkable statements from the rest, measured on the sentences
//! in `tests/coverage/`. `cargo test --test coverage -- --nocapture` prints the figures and every
//! sentence that was judged otherwise than by hand.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::coverage::kinds;

struct Sentence {
    language: String,
    checkable: bool,
    text: String,
}

fn read(name: &str) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coverage").join(name);
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        let [language, label, _, text] = cells[..] else { panic!("four columns: {line}") };
        assert!(matches!(label, "checkable" | "not"), "{line}");
        Sentence {
            language: language.to_owned(),
            checkable: label == "checkable",
            text: text.to_owned(),
        }
    });
    rows.collect()
}

/// Recall and precision of one language of one file.
fn measure(name: &str, language: &str) -> (f64, f64) {
    let (mut hits, mut missed, mut false_alarms, mut all) = (0_u32, 0_u32, 0_u32, 0_u32);
    for sentence in read(name).iter().filter(|sentence| sentence.language == language) {
        all += 1;
        let found = kinds(&sentence.text, language);
        match (sentence.checkable, !found.is_empty()) {
            (true, true) => hits += 1,
            (true, false) => {
                missed += 1;
                println!("  missed:      {}", sentence.text);
            }
            (false, true) => {
                false_alarms += 1;
                println!("  false alarm: {} {found:?}", sentence.text);
            }
            (false, false) => {}
        }
    }
    let recall = f64::from(hits) / f64::from(hits + missed);
    let precision = f64::from(hits) / f64::from(hits + false_alarms);
    println!("{name} {language}: {all} sentences, recall {recall:.3}, precision {precision:.3}");
    (recall, precision)
}

fn holds(name: &str) {
    for language in ["en", "es"] {
        let (recall, precision) = measure(name, language);
        assert!(recall >= 0.9, "recall of {name}, {language}: {recall:.3}");
        assert!(precision >= 0.7, "precision of {name}, {language}: {precision:.3}");
    }
}

#[test]
fn tuning_sentences() {
    holds("tuning.tsv");
}

#[test]
fn held_out_sentences() {
    holds("held-out.tsv");
}

#[test]
fn second_sentences() {
    holds("second.tsv");
}

#[test]
fn third_sentences() {
    holds("third.tsv");
}

#[test]
fn fourth_sentences() {
    holds("fourth.tsv");
}
