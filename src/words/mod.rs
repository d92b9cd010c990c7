//! The words of the pages, by language.
//!
//! A words file (`templates/words/es.yaml`) gives every word of the interface a text or, where a number
//! decides, one text for each plural form of its language. [`Library`] holds the built-in files and
//! what a site adds to them; [`Words`] is what one page speaks: its language's words, and English ones
//! where it has none.
//!
//! The module knows nothing of pages. It is asked for a word by name (`words.say("all_checks", &[])`),
//! and a test sees to it that every name that is asked for is in the files.

mod library;
mod plural;
mod read;
pub mod rules;
#[cfg(test)]
mod tests;
mod text;

pub use library::{Library, OPEN_PREFIX};
pub use text::{Piece, Text};

use std::collections::HashMap;
use std::sync::Arc;

use crate::number::{Exact, write_digits};
use plural::Plurals;

/// The number that chooses the plural form of a word.
pub const COUNT: &str = "n";

/// One word: a text for each plural form, or one for all.
#[derive(Debug)]
pub struct Word {
    /// The text where no other form fits.
    other: Text,
    /// Texts of other forms.
    forms: Vec<(plural::Form, Text)>,
    /// What may be filled in, sorted.
    names: Vec<String>,
    plurals: Arc<Plurals>,
}

impl Word {
    fn new(other: Text, forms: Vec<(plural::Form, Text)>, plurals: Arc<Plurals>) -> Self {
        let texts = forms.iter().map(|(_, text)| text).chain([&other]);
        let count = (!forms.is_empty()).then_some(COUNT);
        let mut names: Vec<String> =
            texts.flat_map(Text::names).chain(count).map(str::to_owned).collect();
        names.sort_unstable();
        names.dedup();
        Self { other, forms, names, plurals }
    }

    /// The text for a number of things; for no number the one that is used where no form fits.
    pub fn text(&self, count: Option<u64>) -> &Text {
        let Some(count) = count.filter(|_| self.has_forms()) else { return &self.other };
        let form = self.plurals.form(count);
        let own = self.forms.iter().find(|(known, _)| *known == form);
        own.map_or(&self.other, |(_, text)| text)
    }

    /// Whether a number decides which text it is.
    pub fn has_forms(&self) -> bool {
        !self.forms.is_empty()
    }

    /// What may be filled in, sorted; `n` wherever there are plural forms.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// What is filled in.
#[derive(Debug, Clone, Copy)]
pub enum Filling<'a> {
    /// A text, as it stands.
    Text(&'a str),
    /// A number of things, written after the habits of the language.
    Count(usize),
}

impl<'a> From<&'a str> for Filling<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Filling<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Filling<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// The words of one language.
///
/// # Examples
/// ```
/// use factpress::words::Library;
/// let library = Library::built_in();
/// let words = library.words("es");
/// assert_eq!(words.get("all_checks"), "Todas las verificaciones");
/// assert_eq!(words.say("age_days", &[("n", 90.into())]), "90 días");
/// ```
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    words: Arc<HashMap<String, Arc<Word>>>,
}

impl Words {
    /// The language that was asked for, as a BCP 47 tag: that of numbers, also where its words are
    /// English.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A word by its name.
    pub fn word(&self, name: &str) -> Option<&Word> {
        self.words.get(name).map(Arc::as_ref)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<Word>)> {
        self.words.iter().map(|(name, word)| (name.as_str(), word))
    }

    /// A word that nothing is filled into. One that is not there says its name, so that a mistake is
    /// seen; a test keeps that from happening.
    pub fn get<'w>(&'w self, name: &'w str) -> &'w str {
        let text = self.word(name).and_then(|word| word.text(None).plain());
        debug_assert!(text.is_some(), "there is no word `{name}` that is a text alone");
        text.unwrap_or(name)
    }

    /// A word with what is to be filled in. The number called `n` chooses its plural form.
    pub fn say(&self, name: &str, fillings: &[(&str, Filling<'_>)]) -> String {
        let Some(word) = self.word(name) else {
            debug_assert!(false, "there is no word `{name}`");
            return name.to_owned();
        };
        let count = fillings.iter().find_map(|(known, filling)| match filling {
            Filling::Count(count) if *known == COUNT => Some(*count as u64),
            _ => None,
        });
        let mut said = String::with_capacity(64);
        for piece in word.text(count).pieces() {
            match piece {
                Piece::Text(text) => said.push_str(text),
                Piece::Name(name) => match fillings.iter().find(|(known, _)| known == name) {
                    Some((_, Filling::Text(text))) => said.push_str(text),
                    Some((_, Filling::Count(count))) => said.push_str(&self.count(*count as u64)),
                    None => {}
                },
            }
        }
        said
    }

    /// A number of things in digits: `1,234`, `1.234`.
    pub fn count(&self, count: u64) -> String {
        match i64::try_from(count) {
            Ok(count) if count >= 1000 => write_digits(&Exact::from(count), &self.language),
            _ => count.to_string(),
        }
    }

    /// The word for a unit; none where it stands as it was written. `one`: whether it is of one thing.
    pub fn unit(&self, written: &str, one: bool) -> Option<&str> {
        let name = format!("{OPEN_PREFIX}{}", written.trim().replace(' ', "_"));
        self.word(&name)?.text(Some(if one { 1 } else { 2 })).plain()
    }
}
