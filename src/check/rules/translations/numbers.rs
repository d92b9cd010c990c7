//! The numbers and dates in the texts of a translation, held against the original's.

use std::collections::HashMap;
use std::ops::Range;

use indexmap::IndexSet;

use super::translation_differs::report;
use super::{Pair, notes, texts, visible};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::number::{Mention, NumberError, Said, is_known, mentions};

/// Reports numbers that differ. `anchored`: whether all quotes of the translation are in its text.
pub(super) fn check(pair: &Pair<'_>, anchored: bool, findings: &mut Vec<Diagnostic>) {
    let languages = (pair.translation.language.as_str(), pair.language);
    // Of other languages the words for thousands and millions are not known.
    if !is_known(languages.0) || !is_known(languages.1) {
        return;
    }
    let mut quotes_agree = true;
    for (index, of) in pair.translation.of.iter().enumerate() {
        let Some(of) = *of else { continue };
        let own = texts(&pair.translation.article.claims[index]);
        for ((key, own), (_, due)) in own.into_iter().zip(texts(&pair.original.claims[of])) {
            let (Some(own), Some(due)) = (own, due) else { continue };
            if own.trim().is_empty() {
                continue;
            }
            let read = |text: &str| match key {
                "explanation" => visible(text, pair.raw_html).visible,
                _ => text.to_owned(),
            };
            let (own, due) = (read(own), read(due));
            let sides = (Side(&own, languages.0), Side(&due, languages.1));
            let Some(found) = differ(sides.0, sides.1, &[]) else { continue };
            quotes_agree &= key != "quote";
            let mut place = pair.at(index, key);
            if key == "explanation" {
                place = found.within(place);
            }
            findings.push(found.report(key, place, pair.original_at(of, key)));
        }
    }
    notes::check(pair, languages, findings);
    matter(pair, languages, findings);
    figures(pair, languages, findings);
    // A quote that is wrong is told once.
    if anchored && quotes_agree {
        body(pair, languages, findings);
    }
}

fn matter(pair: &Pair<'_>, languages: (&str, &str), findings: &mut Vec<Diagnostic>) {
    let (own, original) = (&pair.translation.article, pair.original);
    for (key, text, due) in [
        ("title", &own.matter.title, &original.matter.title),
        ("dek", &own.matter.dek, &original.matter.dek),
    ] {
        let (Some(text), Some(due)) = (text, due) else { continue };
        if let Some(found) = differ(Side(text, languages.0), Side(due, languages.1), &[]) {
            let path = KeyPath::top().key(key);
            let places = (own.matter_place(path.clone()), original.matter_place(path));
            findings.push(found.report(key, places.0, places.1));
        }
    }
}

/// The texts of figures; the numbers that these show are held to the figures themselves.
fn figures(pair: &Pair<'_>, languages: (&str, &str), findings: &mut Vec<Diagnostic>) {
    let Some(file) = &pair.translation.article.figures_file else { return };
    let (own, original) = (&pair.translation.figures, &pair.original.figures);
    let mut compare = |path: &KeyPath, key: &str, text: Option<&str>, due: Option<&str>| {
        if let (Some(text), Some(due)) = (text, due)
            && let Some(found) = differ(Side(text, languages.0), Side(due, languages.1), &[])
        {
            let there = pair.original.figures_file.as_ref().unwrap_or(file);
            let there = Place::value(there, path.clone());
            findings.push(found.report(key, Place::value(file, path.clone()), there));
        }
    };
    let top = KeyPath::top();
    for (id, data) in own.data.iter() {
        let path = top.key("data").key(id);
        let due = original.data.get(id).and_then(|due| due.note.as_deref());
        compare(&path.key("note"), "note", data.note.as_deref(), due);
        for (word, text) in data.words.iter() {
            compare(&path.key("words").key(word), "words", Some(text), Some(word));
        }
    }
    for (id, quantity) in own.quantities.iter() {
        let due = original.quantities.get(id).and_then(|due| due.note.as_deref());
        let path = top.key("quantities").key(id).key("note");
        compare(&path, "note", quantity.note.as_deref(), due);
    }
    for (id, sum) in own.sums.iter() {
        let due = original.sums.get(id).and_then(|due| due.note.as_deref());
        compare(&top.key("sums").key(id).key("note"), "note", sum.note.as_deref(), due);
    }
    for (id, chart) in own.charts.iter() {
        let Some(due) = original.charts.get(id) else { continue };
        let path = top.key("charts").key(id);
        for (key, text, due) in [
            ("title", &chart.title, &Some(due.title.clone())),
            ("summary", &chart.summary, &due.summary),
        ] {
            compare(&path.key(key), key, text.as_deref(), due.as_deref());
        }
        for (at, (note, due)) in chart.notes.iter().zip(&due.notes).enumerate() {
            compare(&path.key("notes").index(at), "notes", Some(note), Some(due));
        }
        for (at, (mark, due)) in chart.marks.iter().zip(&due.marks).enumerate() {
            compare(&path.key("marks").index(at), "marks", Some(mark), Some(&due.label));
        }
        for (at, (value, due)) in chart.values.iter().zip(&due.values).enumerate() {
            let path = path.key("values").index(at).key("label");
            compare(&path, "label", value.label.as_deref(), Some(&due.label));
        }
    }
}

fn body(pair: &Pair<'_>, languages: (&str, &str), findings: &mut Vec<Diagnostic>) {
    let (own, original) = (&pair.translation.article, pair.original);
    let map = visible(own.body(), pair.raw_html);
    let of = visible(original.body(), pair.raw_html);
    let sides = (Side(&map.visible, languages.0), Side(&of.visible, languages.1));
    let Some(found) = differ(sides.0, sides.1, &[]) else { return };
    let place = |map: &crate::anchor::TextMap<'_>,
                 first: Option<&Mention>,
                 article: &crate::model::Article| {
        let start = article.body_start;
        let range = first.map_or(0..0, |mention| map.source_range(&mention.range));
        Place::bytes(&article.file, range.start + start..range.end + start)
    };
    let own = place(&map, found.too_many.first(), own);
    let there = place(&of, found.missing.first(), original);
    findings.push(found.report("text", own, there));
}

/// A text and its language.
#[derive(Clone, Copy)]
pub(super) struct Side<'t>(pub &'t str, pub &'t str);

/// Numbers that only one of two texts has.
pub(super) struct Differences<'t> {
    /// Those of the original.
    missing: Vec<Mention>,
    /// Those of the translation.
    too_many: Vec<Mention>,
    /// The original, and all its numbers.
    original: (&'t str, Vec<Mention>),
    /// The translation, and all its numbers.
    translation: (&'t str, Vec<Mention>),
}

/// What differs between a translation and its original; none where nothing does. `beside`: what stands
/// beside both, so that either may leave its numbers to it or say them again.
pub(super) fn differ<'t>(
    own: Side<'t>,
    due: Side<'t>,
    beside: &[Side<'_>],
) -> Option<Differences<'t>> {
    let read = |side: Side<'_>| mentions(side.0, side.1);
    let (own_mentions, due_mentions) = (read(own), read(due));
    let beside: Vec<Mention> = beside.iter().copied().flat_map(read).collect();
    let is_beside = |it: &Mention| beside.iter().any(|other| other.says == it.says);
    let only = |these: &[Mention], others: &[Mention]| {
        let mut only = left(these, others);
        only.retain(|it| !is_beside(it));
        only
    };
    let found = Differences {
        missing: only(&due_mentions, &own_mentions),
        too_many: only(&own_mentions, &due_mentions),
        original: (due.0, due_mentions),
        translation: (own.0, own_mentions),
    };
    (!found.missing.is_empty() || !found.too_many.is_empty()).then_some(found)
}

/// The numbers in digits of a text that another does not have, in digits or in words. Each of the other
/// answers to one.
fn left(these: &[Mention], others: &[Mention]) -> Vec<Mention> {
    let mut free: HashMap<&Said, usize> = HashMap::new();
    for other in others {
        *free.entry(&other.says).or_default() += 1;
    }
    let mut is_left = |mention: &&Mention| match free.get_mut(&mention.says) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    these.iter().filter(|mention| mention.in_digits && is_left(mention)).cloned().collect()
}

impl Differences<'_> {
    /// Without what both write with the same digits, such as the number of a section or of a page: notes
    /// say where something stands. None where nothing is left.
    pub(super) fn of_notes(mut self) -> Option<Self> {
        let written = |text: &str, these: &[Mention]| -> Vec<String> {
            these.iter().map(|it| text[it.range.clone()].to_owned()).collect()
        };
        let missing = written(self.original.0, &self.missing);
        let too_many = written(self.translation.0, &self.too_many);
        let is_only = |text: &str, it: &Mention, others: &[String]| {
            !others.iter().any(|other| *other == text[it.range.clone()])
        };
        self.missing.retain(|it| is_only(self.original.0, it, &too_many));
        self.too_many.retain(|it| is_only(self.translation.0, it, &missing));
        (!self.missing.is_empty() || !self.too_many.is_empty()).then_some(self)
    }

    /// The place of the first number that the original does not have, in a long text of YAML, where it
    /// stands there letter by letter.
    fn within(&self, value: Place) -> Place {
        let Some(first) = self.too_many.first() else { return value };
        let start = value.range().start;
        let written = &self.translation.0[first.range.clone()];
        // Folding and indentation make it somewhat longer there.
        let end = value.file.text.floor_char_boundary(start + self.translation.0.len() * 2);
        let text = &value.file.text[start..end];
        let is_inside = |c: char| c.is_alphanumeric();
        let whole = |at: &usize| {
            !text[..*at].ends_with(is_inside) && !text[at + written.len()..].starts_with(is_inside)
        };
        match text.match_indices(written).map(|(at, _)| at).find(whole) {
            Some(at) => Place::bytes(&value.file, start + at..start + at + written.len()),
            None => value,
        }
    }

    pub(super) fn report(&self, key: &str, place: Place, there: Place) -> Diagnostic {
        let what = if key == "text" { String::new() } else { format!(" in `{key}`") };
        let missing = phrases(&self.missing, &self.original.1, self.original.0);
        let too_many = phrases(&self.too_many, &self.translation.1, self.translation.0);
        let message = match (missing.as_str(), too_many.as_str()) {
            (missing, "") => format!("the original says {missing}{what}; the translation does not"),
            ("", many) => format!("the translation says {many}{what}; the original does not"),
            (missing, many) => {
                format!("the original says {missing}{what}; the translation says {many}")
            }
        };
        let mut found = report(place, there, message);
        for error in self.too_many.iter().filter_map(|mention| match &mention.says {
            Said::NoNumber(_, error @ NumberError::Separators { .. }) => Some(error),
            _ => None,
        }) {
            found = found.note(error.to_string());
        }
        found.help("write the number of the original, in figures or in words")
    }
}

/// How numbers are written: a date whole, each other with the sign before it and the word after it,
/// `$20 billion`. `all`: the numbers of the text.
fn phrases(mentions: &[Mention], all: &[Mention], text: &str) -> String {
    let phrase = |mention: &Mention| {
        let range = date(mention, all, text).unwrap_or_else(|| with_unit(mention, text));
        let words: Vec<&str> = text[range].split_whitespace().collect();
        format!("“{}”", words.join(" "))
    };
    let told: IndexSet<String> = mentions.iter().map(phrase).collect();
    told.into_iter().collect::<Vec<_>>().join(", ")
}

/// The date that a number is part of.
fn date(mention: &Mention, all: &[Mention], text: &str) -> Option<Range<usize>> {
    let place = all.binary_search_by_key(&mention.range.start, |other| other.range.start).ok()?;
    let near = |first: usize, second: usize| {
        let between = &text[all[first].range.end..all[second].range.start];
        let is_link = |word: &str| matches!(word, "" | "de" | "del" | "of" | "the");
        between.split([' ', ',', '.', '\u{a0}']).all(is_link)
    };
    let is_date = |range: std::ops::RangeInclusive<usize>| {
        all[range].iter().any(|it| matches!(it.says, Said::Month(_)))
    };
    let (mut first, mut last) = (place, place);
    while first > 0 && near(first - 1, first) && last - first < 2 {
        first -= 1;
    }
    while last + 1 < all.len() && near(last, last + 1) && last - first < 2 {
        last += 1;
    }
    if !is_date(first..=last) {
        return None;
    }
    (first < last).then(|| all[first].range.start..all[last].range.end)
}

fn with_unit(mention: &Mention, text: &str) -> Range<usize> {
    let start = text[..mention.range.start].trim_end_matches(['$', '€', '£']).len();
    if text[mention.range.clone()].contains(char::is_alphabetic) {
        return start..mention.range.end;
    }
    let after = &text[mention.range.end..];
    let word = after.trim_start_matches([' ', '\u{a0}']);
    let length = word.find(|c: char| !c.is_alphabetic() && c != '%').unwrap_or(word.len());
    let is_unit = word[..length].chars().count() > 3 || word.starts_with('%');
    let end = if is_unit { text.len() - word.len() + length } else { mention.range.end };
    start..end
}
