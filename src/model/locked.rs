//! The section `articles` of `factpress.lock`: what was published.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};

use super::claim::word_or_bool;
use super::{LedgerEntry, LedgerKind, PartialDate, Registry};

/// What was published of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LockedArticle {
    /// Its claims, by id.
    pub claims: BTreeMap<String, LockedClaim>,
}

impl<'de> Deserialize<'de> for LockedArticle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { claims: sorted(deserializer)? })
    }
}

/// Reads entries by name, each name once, into the order of the names.
pub(super) fn sorted<'de, T, D>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Ok(Registry::deserialize(deserializer)?.0.into_iter().collect())
}

/// What was published of a claim.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedClaim {
    /// The verdict.
    #[serde(deserialize_with = "word_or_bool")]
    pub verdict: String,
    /// The words of the article that it is about.
    pub quote: WordsHash,
    /// The words of its reason.
    pub finding: WordsHash,
    /// The day of the check.
    #[serde(default)]
    pub checked: Option<PartialDate>,
    /// The day of the review.
    #[serde(default)]
    pub reviewed: Option<PartialDate>,
    /// Its history, in the order of the claims file.
    #[serde(default)]
    pub ledger: Vec<LockedEntry>,
}

impl LockedClaim {
    /// Whether the check was published as withdrawn.
    pub fn is_withdrawn(&self) -> bool {
        LedgerKind::withdrawn(self.ledger.iter().map(|entry| (entry.kind, entry.on)))
    }

    /// The newest day of its history.
    pub fn last_entry(&self) -> Option<PartialDate> {
        self.ledger.iter().map(|entry| entry.on).max()
    }

    /// Since when it stood there like this: its newest entry, or else the day of the check.
    pub fn since(&self) -> Option<PartialDate> {
        self.last_entry().or(self.checked)
    }
}

/// An entry of a history that was published, written `correction 2027-03-03 was misleading`.
#[derive(Debug, Clone, PartialEq)]
pub struct LockedEntry {
    /// What kind of change it was.
    pub kind: LedgerKind,
    /// The day.
    pub on: PartialDate,
    /// The verdict before it, where it changed the verdict.
    pub was: Option<String>,
}

impl LockedEntry {
    /// Whether it is the same entry, whatever is known of the former verdict.
    pub fn is(&self, entry: &LedgerEntry) -> bool {
        self.kind == entry.kind && self.on == entry.on
    }

    /// Reads the written form.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let kind = LedgerKind::of_word(words.next()?)?;
        let on = words.next()?.parse().ok()?;
        let was = match (words.next(), words.next(), words.next()) {
            (None, None, None) => None,
            (Some("was"), Some(verdict), None) if is_id(verdict) => Some(verdict.to_owned()),
            _ => return None,
        };
        Some(Self { kind, on, was })
    }
}

/// Whether a word can be the id of a verdict.
fn is_id(word: &str) -> bool {
    let sign = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !word.is_empty() && word.bytes().all(sign)
}

impl fmt::Display for LockedEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.word(), self.on)?;
        match &self.was {
            Some(verdict) => write!(f, " was {verdict}"),
            None => Ok(()),
        }
    }
}

impl<'de> Deserialize<'de> for LockedEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("no entry of a history"))
    }
}

/// The first 48 bits of the SHA-256 of some words, whatever the white space between them: enough to
/// see that they changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordsHash(u64);

impl WordsHash {
    /// Hexadecimal digits of the written form.
    const DIGITS: usize = 12;

    /// The hash of a text.
    ///
    /// # Examples
    /// ```
    /// use factpress::model::WordsHash;
    /// assert_eq!(WordsHash::of("a $20\n  billion loan "), WordsHash::of("a $20 billion loan"));
    /// assert_eq!(WordsHash::of("").to_string(), "e3b0c44298fc");
    /// ```
    pub fn of(text: &str) -> Self {
        Self(crate::digest::of_words(text) >> 16)
    }

    /// Reads the written form.
    pub fn parse(text: &str) -> Option<Self> {
        let is_hash = text.len() == Self::DIGITS
            && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash { u64::from_str_radix(text, 16).ok().map(Self) } else { None }
    }
}

impl fmt::Display for WordsHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

impl<'de> Deserialize<'de> for WordsHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("no hash of twelve hexadecimal digits"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_as_they_are_written() {
        for text in ["created 2026-11-23", "correction 2027-03-03 was mostly-true"] {
            assert_eq!(LockedEntry::parse(text).unwrap().to_string(), text);
        }
        for bad in [
            "",
            "created",
            "made 2026-11-23",
            "void 2026-11-23 was",
            "void 2026-11-23 x y",
            "void 2026-11-23 was a:",
        ] {
            assert_eq!(LockedEntry::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_hash_has_twelve_digits() {
        let hash = WordsHash::of("words");
        assert_eq!(WordsHash::parse(&hash.to_string()), Some(hash));
        assert_ne!(WordsHash::of("12 percent"), WordsHash::of("21 percent"));
        for bad in ["", "e3b0c44298f", "e3b0c44298fc1", "+3b0c44298fc", "E3B0C44298FC"] {
            assert_eq!(WordsHash::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        let claim = "{verdict: x, quote: e3b0c44298fc, finding: e3b0c44298fc}";
        let once = format!("a: {claim}\nb: {claim}\n");
        assert_eq!(serde_yaml::from_str::<LockedArticle>(&once).unwrap().claims.len(), 2);
        let twice = format!("a: {claim}\na: {claim}\n");
        assert!(serde_yaml::from_str::<LockedArticle>(&twice).is_err());
    }
}
