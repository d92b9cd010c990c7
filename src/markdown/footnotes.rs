//! Footnotes: numbered references, and the section at the end that holds them all.
//!
//! Ids: `fn-NAME` for a footnote, `fnref-NAME` for the first reference to it, `fnref-NAME_2` for the
//! second. A name is written so that underscores stand in it in pairs only, so the three never clash.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::Options;
use super::escape::escape;
use crate::anchor::TextMap;

/// The footnotes of a text, in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    notes: Vec<Footnote>,
    /// By name.
    numbers: HashMap<String, usize>,
}

#[derive(Debug)]
struct Footnote {
    /// Its name as part of an id.
    name: String,
    /// Its events, with its start and its end.
    events: Range<usize>,
    /// How many references to it have been written.
    references: usize,
}

impl Footnotes {
    /// Finds the footnotes. They are numbered as they stand in the events, which are in the order
    /// in which a text is read.
    pub(super) fn new(map: &TextMap<'_>) -> Self {
        let mut found = Self::default();
        let mut open = Vec::new();
        for (at, (event, _)) in map.events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    open.push(found.notes.len());
                    let mut name = encode(label);
                    let number = found.notes.len();
                    if found.numbers.contains_key(&name) {
                        // Defined before; nothing leads to this one.
                        let _ = write!(name, "_{}", number + 1);
                    }
                    found.numbers.insert(name.clone(), number);
                    found.notes.push(Footnote { name, events: at..at, references: 0 });
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some(note) = open.pop() {
                        found.notes[note].events.end = at + 1;
                    }
                }
                _ => {}
            }
        }
        found
    }

    pub(super) fn count(&self) -> usize {
        self.notes.len()
    }

    /// The events of a footnote's text.
    pub(super) fn content(&self, note: usize) -> Range<usize> {
        let events = &self.notes[note].events;
        events.start + 1..events.end.saturating_sub(1)
    }

    /// Where the footnote whose events start here ends.
    pub(super) fn end_of(&self, start: usize) -> Option<usize> {
        let note = self.notes.binary_search_by_key(&start, |note| note.events.start).ok()?;
        Some(self.notes[note].events.end)
    }

    /// A reference; none where no such footnote is.
    pub(super) fn refer<'m>(&mut self, label: &str, options: &Options<'_>) -> Option<CowStr<'m>> {
        let number = *self.numbers.get(&encode(label))?;
        let note = self.notes.get_mut(number)?;
        note.references += 1;
        let prefix = escape(options.id_prefix);
        let name = &note.name;
        let html = format!(
            "<sup class=\"footnote-ref\"><a href=\"#{prefix}fn-{name}\" \
             id=\"{prefix}fnref-{name}{}\" role=\"doc-noteref\">{}</a></sup>",
            nth(note.references),
            number + 1
        );
        Some(html.into())
    }

    /// The start of the section.
    pub(super) fn open_section<'m>(options: &Options<'_>) -> CowStr<'m> {
        format!(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{}\">\n<ol>\n",
            escape(options.labels.footnotes)
        )
        .into()
    }

    /// The start of a footnote in it.
    pub(super) fn open_note<'m>(&self, note: usize, options: &Options<'_>) -> CowStr<'m> {
        format!("<li id=\"{}fn-{}\">\n", escape(options.id_prefix), self.notes[note].name).into()
    }

    /// The links from a footnote back to its references, once all of those are written; none where
    /// nothing refers to it.
    pub(super) fn back<'m>(&self, note: usize, options: &Options<'_>) -> Option<CowStr<'m>> {
        let Footnote { name, references, .. } = &self.notes[note];
        let (prefix, back) = (escape(options.id_prefix), escape(options.labels.back));
        let lang = options.labels.lang_attribute();
        let mut html = String::new();
        for reference in 1..=*references {
            let number = if *references > 1 { format!(" {reference}") } else { String::new() };
            let _ = write!(
                html,
                " <a href=\"#{prefix}fnref-{name}{}\" role=\"doc-backlink\"{lang} \
                 aria-label=\"{back}{number}\">↩{number}</a>",
                nth(reference)
            );
        }
        (!html.is_empty()).then(|| html.into())
    }
}

/// What the id of a footnote's n-th reference ends with.
fn nth(reference: usize) -> String {
    if reference > 1 { format!("_{reference}") } else { String::new() }
}

/// A footnote's name as part of an id: letters, digits and hyphens stay, all else is `_hex_`. Names
/// are the same whichever the case of their letters.
fn encode(label: &str) -> String {
    let mut name = String::with_capacity(label.len());
    for character in label.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() || character == '-' {
            name.push(character);
        } else {
            let _ = write!(name, "_{:x}_", u32::from(character));
        }
    }
    name
}
