//! Lists of words and phrases that rules look for.

use std::collections::{HashMap, HashSet};

use super::words::Word;

/// Longest word that is looked up; what is longer is in no list.
const LONGEST: usize = 40;

/// A list of words, stems and phrases, all in lower case.
///
/// A list is written as text, its entries separated by commas or line breaks. An entry is a word, a
/// stem (`devast*`, any word that starts so), or a phrase, in which `_` stands for any one word.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: HashSet<String>,
    stems: HashSet<String>,
    /// Phrases by their first word, longest first.
    phrases: HashMap<String, Vec<Vec<String>>>,
}

impl Lexicon {
    /// Reads a list.
    pub fn new(list: &str) -> Self {
        let mut lexicon = Self::default();
        lexicon.add(list.split([',', '\n']).map(|entry| entry.trim().to_owned()));
        lexicon
    }

    /// A list of these words and nothing else.
    pub fn of(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect(), ..Self::default() }
    }

    fn add(&mut self, entries: impl Iterator<Item = String>) {
        for entry in entries.filter(|entry| !entry.is_empty()) {
            let mut steps = entry.split_whitespace().map(str::to_owned);
            let Some(first) = steps.next() else { continue };
            let rest: Vec<_> = steps.collect();
            if !rest.is_empty() {
                let known = self.phrases.entry(first).or_default();
                known.push(rest);
                known.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
            } else if let Some(stem) = first.strip_suffix('*') {
                self.stems.insert(stem.to_owned());
            } else {
                self.words.insert(first);
            }
        }
    }

    /// Whether a single word is in the list, as a word or by its stem.
    pub fn has(&self, word: &str) -> bool {
        if word.len() > LONGEST {
            return false;
        }
        self.words.contains(word)
            || (!self.stems.is_empty()
                && word
                    .char_indices()
                    .skip(3)
                    .map(|(at, _)| &word[..at])
                    .chain([word])
                    .any(|start| self.stems.contains(start)))
    }

    /// How many words of an entry stand at a place; 0 where none does. Phrases come before words.
    pub fn at(&self, words: &[Word<'_>], at: usize) -> usize {
        let Some(first) = words.get(at) else { return 0 };
        if let Some(phrases) = self.phrases.get(&first.lower) {
            let rest = &words[at + 1..];
            let stands = |phrase: &&Vec<String>| {
                phrase.len() <= rest.len()
                    && phrase.iter().zip(rest).all(|(step, word)| {
                        step == "_"
                            || *step == word.lower
                            || step.strip_suffix('*').is_some_and(|s| word.lower.starts_with(s))
                    })
            };
            if let Some(phrase) = phrases.iter().find(stands) {
                return phrase.len() + 1;
            }
        }
        usize::from(self.has(&first.lower))
    }

    /// Whether any entry stands among these words.
    pub fn any(&self, words: &[Word<'_>]) -> bool {
        (0..words.len()).any(|at| self.at(words, at) > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::words::Words;

    #[test]
    fn words_stems_and_phrases() {
        let list = Lexicon::new("sad, devast*, one of the\non the _ hand");
        let at = |text: &str, place: usize| list.at(&Words::new(text).words, place);
        assert_eq!(at("sad", 0), 1);
        assert_eq!(at("saddle", 0), 0);
        assert_eq!(at("devastating", 0), 1);
        assert_eq!(at("devas", 0), 0);
        assert_eq!(at("One of the six", 0), 3);
        assert_eq!(at("One of them", 0), 0);
        assert_eq!(at("it is on the other hand", 2), 4);
        assert_eq!(at("on the", 0), 0);
    }
}
