//! What a translation repeats of its original, though it need not.

use super::Pair;
use super::translation_differs::report;
use super::translation_incomplete::matter_place;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::{Act, Origin, PartialDate, Said};

/// Reports what is repeated otherwise.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    matter(pair, findings);
    for (index, of) in pair.translation.of.iter().enumerate() {
        if let Some(of) = of {
            claim(pair, index, *of, findings);
        }
    }
}

/// What was found, where a value is repeated and differs: how both are written.
fn differs<T: PartialEq>(
    own: Option<&T>,
    original: Option<&T>,
    write: impl Fn(&T) -> String,
) -> Option<(String, String)> {
    let own = own?;
    let written = |value: Option<&T>| value.map_or_else(|| "nothing".to_owned(), &write);
    (Some(own) != original).then(|| (written(Some(own)), written(original)))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as the others are")]
fn date(date: &PartialDate) -> String {
    format!("`{date}`")
}

fn word(word: &String) -> String {
    format!("`{word}`")
}

#[allow(clippy::ptr_arg, reason = "as the others are")]
fn words(words: &Vec<String>) -> String {
    format!("`[{}]`", words.join(", "))
}

fn act(act: &Act) -> String {
    let on = act.on.map_or_else(String::new, |on| format!(" on {on}"));
    format!("`{}`{on}", act.by.join(", "))
}

fn said(said: &Said) -> String {
    let on = said.on.map(|on| on.to_string());
    let parts = [on.as_deref(), said.source.as_deref(), said.at.as_deref()];
    format!("`{}`", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn message(key: &str, (own, original): &(String, String)) -> String {
    format!("`{key}` is not the original's: that says {original}, the translation {own}")
}

fn matter(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    let (own, original) = (&pair.translation.matter, &pair.original.matter);
    let language = pair.translation.language.clone();
    for (path, found) in [
        (vec!["language"], differs(own.language.as_ref(), Some(&language), word)),
        (vec!["by"], differs(own.by.as_ref(), Some(&original.by), words)),
        (vec!["published"], differs(own.published.as_ref(), original.published.as_ref(), date)),
        (vec!["updated"], differs(own.updated.as_ref(), original.updated.as_ref(), date)),
        (vec!["asked", "on"], {
            let on = own.asked.as_ref().and_then(|asked| asked.on.as_ref());
            differs(on, original.asked.as_ref().and_then(|asked| asked.on.as_ref()), date)
        }),
    ] {
        let Some(found) = found else { continue };
        let key = path.iter().fold(KeyPath::top(), |path, step| path.key(*step));
        let place = matter_place(&pair.translation.article, key.clone());
        let there = matter_place(pair.original, key);
        let name = path.join(".");
        let found = if name == "language" {
            let message = format!(
                "the front matter says the language is {}, the file's name {}",
                found.0, found.1
            );
            Diagnostic::new(&super::translation_differs::RULE, place, message)
        } else {
            report(place, there, message(&name, &found))
        };
        findings.push(found.help("take it out: it is read from the original"));
    }
}

fn claim(pair: &Pair<'_>, index: usize, of: usize, findings: &mut Vec<Diagnostic>) {
    let (own, original) = (&pair.translation.claims[index], &pair.original.claims[of]);
    let origin = |origin: &Origin| match origin {
        Origin::External => "`external`".to_owned(),
        Origin::Own => "`own`".to_owned(),
    };
    let mut told: Vec<(KeyPath, KeyPath, (String, String))> = Vec::new();
    let top = |index: usize| KeyPath::top().key("claims").index(index);
    for (key, found) in [
        ("origin", differs(own.origin.as_ref(), Some(&original.origin), origin)),
        ("speaker", differs(own.speaker.as_ref(), original.speaker.as_ref(), word)),
        ("said", differs(own.said.as_ref(), original.said.as_ref(), said)),
        ("verdict", differs(own.verdict.as_ref(), Some(&original.verdict), word)),
        ("checked", differs(own.checked.as_ref(), original.checked.as_ref(), act)),
        ("reviewed", differs(own.reviewed.as_ref(), original.reviewed.as_ref(), act)),
        ("recheck_by", differs(own.recheck_by.as_ref(), original.recheck_by.as_ref(), date)),
    ] {
        told.extend(found.map(|found| (top(index).key(key), top(of).key(key), found)));
    }
    let on = own.asked.as_ref().and_then(|asked| asked.on.as_ref());
    let asked = original.asked.as_ref().and_then(|asked| asked.on.as_ref());
    if let Some(found) = differs(on, asked, date) {
        let path = |index| top(index).key("asked").key("on");
        told.push((path(index), path(of), found));
    }
    for (place, piece) in own.evidence_of(&original.evidence).into_iter().enumerate() {
        let (Some(piece), note) = (piece, &own.evidence[place]) else { continue };
        let due = &original.evidence[piece];
        let stance = |stance: &crate::model::Stance| format!("`{}`", stance.word());
        for (key, found) in [
            ("lang", differs(note.lang.as_ref(), due.lang.as_ref(), word)),
            ("stance", differs(note.stance.as_ref(), Some(&due.stance), stance)),
        ] {
            let path = |index: usize, at: usize| top(index).key("evidence").index(at).key(key);
            told.extend(found.map(|found| (path(index, place), path(of, piece), found)));
        }
    }
    for (place, entry) in own.ledger_of(&original.ledger).into_iter().enumerate() {
        let (Some(entry), note) = (entry, &own.ledger[place]) else { continue };
        let was = original.ledger[entry].was.as_ref();
        if let Some(found) = differs(note.was.as_ref(), was, word) {
            let path = |index: usize, at: usize| top(index).key("ledger").index(at).key("was");
            told.push((path(index, place), path(of, entry), found));
        }
    }
    for (path, there, found) in told {
        let key = path.to_string();
        let key = key.split_once('.').map_or(key.as_str(), |(_, key)| key);
        let file = |article: &crate::model::Article| {
            article.claims_file.clone().unwrap_or_else(|| article.file.clone())
        };
        let place = Place::value(&file(&pair.translation.article), path.clone());
        let there = Place::value(&file(pair.original), there);
        let found = report(place, there, message(key, &found));
        findings.push(found.help("take it out: it is read from the original"));
    }
}
