//! Kept copies of sources: whether they are as they were, and whether they hold the words that
//! evidence quotes.
//!
//! A copy is named by its source in sources.yaml, or pinned in factpress.lock by `factpress archive`
//! ([`pins`]). Each is opened once, one at a time on each thread: its bytes are compared with the pin,
//! and only where evidence quotes it, it is reduced to its words ([`reduce`]) and searched
//! (`quotes.rs`). Nothing of it is kept but the answers, since all copies of a site together may be
//! larger than any memory. This is why reading and comparing are not two stages here.

pub mod media;
pub mod pins;
mod quotes;
pub mod reduce;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::anchor::Failure;
use crate::diagnostic::Diagnostic;
use crate::discover::Reader;
use crate::discover::read::ReadError;
use crate::model::{PartialDate, Site};
use media::Media;
use pins::Pin;

pub use quotes::parts;

/// The folder of kept copies.
pub const FOLDER: &str = "snapshots";
/// Most bytes of a kept copy.
pub const MAX_SNAPSHOT: u64 = 64 * 1024 * 1024;
/// Most bytes of one that quotations are looked for in; PDF files, of which much is no text, may have
/// all of [`MAX_SNAPSHOT`].
pub const MAX_SEARCHED: usize = 16 * 1024 * 1024;
/// Fewer characters prove nothing: they stand in any text.
pub const SHORTEST_QUOTE: usize = 12;

/// What was found about a site's kept copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Examination {
    /// The copy of each source that has one, by the source's id.
    pub copies: BTreeMap<String, Copy>,
    /// Per article, claim and piece of evidence, in the order of their files: whether the source's
    /// copy holds the quoted words.
    pub evidence: Vec<Vec<Vec<EvidenceAnswer>>>,
}

impl Examination {
    /// The answer for a piece of evidence, by the numbers of article, claim and evidence.
    pub fn answer(&self, article: usize, claim: usize, evidence: usize) -> &EvidenceAnswer {
        static NOT_ASKED: EvidenceAnswer = EvidenceAnswer::Unknown(WhyUnknown::NoSnapshot);
        let claim = self.evidence.get(article).and_then(|claims| claims.get(claim));
        claim.and_then(|pieces| pieces.get(evidence)).unwrap_or(&NOT_ASKED)
    }
}

/// A kept copy of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Path from the site's root.
    pub path: String,
    /// The day it was taken, where known.
    pub captured: Option<PartialDate>,
    /// The address it was fetched from; none where a person saved it.
    pub address: Option<String>,
    /// How it is.
    pub state: CopyState,
}

/// How a kept copy is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyState {
    /// As it was pinned; nobody quotes it, or its words could be read.
    Whole,
    /// It has no pin, so that nobody can say whether it changed. The hash it has now.
    Unpinned(String),
    /// Its bytes are not those that were pinned. The hash they have now.
    Changed(String),
    /// It is not there.
    Missing,
    /// Its name leads out of the folder.
    OutOfFolder,
    /// It is as it was pinned, but nothing can be read in it. The end of a sentence that starts with
    /// "it".
    Unreadable(String),
    /// It can't be opened, as was reported.
    Refused(Box<Diagnostic>),
}

/// Whether the quoted words of a piece of evidence stand in the copy of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceAnswer {
    /// They do, word for word.
    Found {
        /// The copy, as a path from the site's root.
        path: String,
        /// The day it was taken, where known.
        captured: Option<PartialDate>,
    },
    /// They don't.
    NotFound {
        /// The copy, as a path from the site's root.
        path: String,
        /// Why.
        miss: Miss,
    },
    /// Nobody can say.
    Unknown(WhyUnknown),
}

/// Why quoted words do not stand in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Miss {
    /// A part of the quotation has no place. Its number from 0, of so many, its words, and why.
    NoPlace {
        /// Which part, from 0; parts are parted by marks of omission.
        part: usize,
        /// Of how many.
        of: usize,
        /// Its words.
        words: String,
        /// Why, with anchors in the text of the copy.
        failure: Failure,
        /// The words of the copy there, where the failure has a place.
        there: Option<String>,
    },
    /// All parts are there, but not in this order, or not near each other.
    Apart,
}

/// Why nobody can say whether a copy holds some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyUnknown {
    /// The evidence quotes nothing.
    NoQuote,
    /// Its quotation is so short that it would stand anywhere.
    TooShort,
    /// There is no copy of the source.
    NoSnapshot,
    /// There is one, but its file is not here. Its path.
    Missing(String),
    /// Its bytes are not those that were pinned, or it has a name that is refused. Its path.
    Changed(String),
    /// Nothing can be read in it: its path, and why.
    Unreadable(String, String),
    /// Only some of it can be read, and the words are not in that. Its path.
    PartlyRead(String),
}

/// Looks at all kept copies of a site.
pub fn examine(reader: &Reader, site: &Site) -> Examination {
    let mut evidence: Vec<Vec<Vec<EvidenceAnswer>>> = site
        .articles
        .iter()
        .map(|article| {
            let claims = article.claims.iter();
            claims.map(|claim| claim.evidence.iter().map(quotes::before).collect()).collect()
        })
        .collect();
    let pins = pins::pins(site);
    // Sites without kept copies cost nothing more.
    if pins.is_empty() {
        return Examination { copies: BTreeMap::new(), evidence };
    }
    let wanted = wanted(site, &evidence);
    let examined: Vec<_> = pins
        .par_iter()
        .map(|pin| {
            let asked = wanted.get(pin.source).map_or(&[][..], Vec::as_slice);
            let (state, answers) = examine_one(reader, pin, asked);
            (pin, state, asked, answers)
        })
        .collect();
    let mut copies = BTreeMap::new();
    for (pin, state, asked, answers) in examined {
        for (question, answer) in asked.iter().zip(answers) {
            let (article, claim, number) = question.place;
            evidence[article][claim][number] = answer;
        }
        let copy = Copy {
            path: pin.path.clone(),
            captured: pin.captured,
            address: pin.address.map(str::to_owned),
            state,
        };
        copies.insert(pin.source.to_owned(), copy);
    }
    Examination { copies, evidence }
}

/// Words that are looked for in a copy.
struct Question<'a> {
    /// Article, claim, evidence.
    place: (usize, usize, usize),
    quote: &'a str,
}

/// What is looked for, by source.
fn wanted<'a>(
    site: &'a Site,
    evidence: &[Vec<Vec<EvidenceAnswer>>],
) -> BTreeMap<&'a str, Vec<Question<'a>>> {
    let mut wanted: BTreeMap<&str, Vec<Question<'_>>> = BTreeMap::new();
    for (at, article) in site.articles.iter().enumerate() {
        for (claim_at, claim) in article.claims.iter().enumerate() {
            for (number, piece) in claim.evidence.iter().enumerate() {
                let open = EvidenceAnswer::Unknown(WhyUnknown::NoSnapshot);
                if evidence[at][claim_at][number] == open
                    && let Some(quote) = &piece.quote
                {
                    let place = (at, claim_at, number);
                    wanted.entry(&piece.source).or_default().push(Question { place, quote });
                }
            }
        }
    }
    wanted
}

/// Opens one copy, compares it with its pin, and answers what is asked about it.
fn examine_one(
    reader: &Reader,
    pin: &Pin<'_>,
    asked: &[Question<'_>],
) -> (CopyState, Vec<EvidenceAnswer>) {
    let unknown = |why: WhyUnknown| vec![EvidenceAnswer::Unknown(why); asked.len()];
    let path = || pin.path.clone();
    if !pin.is_in_folder() {
        return (CopyState::OutOfFolder, unknown(WhyUnknown::Changed(path())));
    }
    if !reader.is_there(&pin.path) {
        return (CopyState::Missing, unknown(WhyUnknown::Missing(path())));
    }
    let bytes = match reader.bytes(&pin.path, MAX_SNAPSHOT) {
        Ok(bytes) => bytes,
        Err(ReadError::Finding(found)) => {
            return (CopyState::Refused(found), unknown(WhyUnknown::Changed(path())));
        }
        Err(ReadError::Io(_, error)) => {
            let why = format!("can't be opened: {error}");
            let answers = unknown(WhyUnknown::Unreadable(path(), why.clone()));
            return (CopyState::Unreadable(why), answers);
        }
    };
    let sha256 = crate::digest::sha256(&bytes);
    let state = match pin.sha256 {
        None => CopyState::Unpinned(sha256),
        Some(pinned) if pinned == sha256 => CopyState::Whole,
        Some(_) => {
            return (CopyState::Changed(sha256), unknown(WhyUnknown::Changed(path())));
        }
    };
    if asked.is_empty() {
        return (state, Vec::new());
    }
    match read(&bytes, pin) {
        Ok(words) => {
            drop(bytes);
            let quoted: Vec<&str> = asked.iter().map(|question| question.quote).collect();
            (state, quotes::answer(&words, &quoted, pin))
        }
        Err(why) => {
            let answers = unknown(WhyUnknown::Unreadable(path(), why.clone()));
            (CopyState::Unreadable(why), answers)
        }
    }
}

/// Reduces a copy to its words.
fn read(bytes: &[u8], pin: &Pin<'_>) -> Result<reduce::Words, String> {
    let media = pin
        .media_type
        .and_then(Media::of_type)
        .or_else(|| Media::of_name(&pin.path))
        .or_else(|| Media::of_bytes(bytes))
        .ok_or_else(|| "is of a kind that can't be read".to_owned())?;
    // Whatever it is called, a PDF is a PDF.
    let media = if media::is_pdf(bytes) { Media::Pdf } else { media };
    if media != Media::Pdf && bytes.len() > MAX_SEARCHED {
        let most = MAX_SEARCHED / 1024 / 1024;
        return Err(format!("has more than {most} MiB, and is not searched"));
    }
    reduce::reduce(bytes, media, pin.charset)
}
