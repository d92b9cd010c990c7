//! Looks for quoted words in the words of a copy.
//!
//! The rules are those for articles (`anchor`), with two differences: the words may stand there more
//! than once, and a quotation may leave something out. Where it does (`…`, `...`, in brackets or not),
//! each part must stand there, in order and near the one before. What the copy itself has of such
//! marks is taken as it stands first.

use super::pins::Pin;
use super::reduce::Words;
use super::{EvidenceAnswer, Miss, SHORTEST_QUOTE, WhyUnknown};
use crate::anchor::{Anchor, Failure, normal, occurrences};
use crate::model::Evidence;

/// How far from each other the parts of a quotation may stand, in bytes: a page or so. Words from
/// anywhere in a book can be put together to say anything.
const FURTHEST: usize = 3000;
/// Most words of a copy that a message shows.
const MOST_SHOWN: usize = 300;

/// What can be said about a piece of evidence before any copy is opened.
pub fn before(evidence: &Evidence) -> EvidenceAnswer {
    EvidenceAnswer::Unknown(match evidence.quote.as_deref().filter(|it| !it.trim().is_empty()) {
        None => WhyUnknown::NoQuote,
        Some(quote) if is_too_short(quote) => WhyUnknown::TooShort,
        Some(_) => WhyUnknown::NoSnapshot,
    })
}

/// Whether a quotation, or a part of it, is so short that it would stand anywhere.
pub fn is_too_short(quote: &str) -> bool {
    parts(quote).iter().any(|part| length(part) < SHORTEST_QUOTE) || parts(quote).is_empty()
}

/// The length of words in characters; one of Chinese, Japanese or Korean says as much as three.
fn length(words: &str) -> usize {
    let weight = |c: char| {
        if matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{20000}'..='\u{3ffff}') { 3 } else { 1 }
    };
    normal(words).chars().map(weight).sum()
}

/// The parts of a quotation between its marks of omission.
pub fn parts(quote: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = quote;
    while let Some((before, after)) = split_at_omission(rest) {
        parts.push(before);
        rest = after;
    }
    parts.push(rest);
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect()
}

/// Splits at the first mark of omission, with the brackets around it.
fn split_at_omission(text: &str) -> Option<(&str, &str)> {
    let (at, mark) = ["…", "...", ". . ."]
        .into_iter()
        .filter_map(|mark| Some((text.find(mark)?, mark)))
        .min_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.len())))?;
    let (before, after) = (&text[..at], &text[at + mark.len()..]);
    // A sentence may end before what is left out: four dots.
    let after = after.strip_prefix('.').unwrap_or(after);
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let (Some(before), Some(after)) =
            (before.trim_end().strip_suffix(open), after.trim_start().strip_prefix(close))
        {
            return Some((before, after));
        }
    }
    Some((before, after))
}

/// Answers for each quotation whether a copy holds it.
pub fn answer(words: &Words, quotes: &[&str], pin: &Pin<'_>) -> Vec<EvidenceAnswer> {
    let quotes: Vec<String> = quotes.iter().map(|quote| words.quote(quote)).collect();
    let normal: Vec<String> = quotes.iter().map(|quote| normal(quote)).collect();
    let text = words.text_for(&normal);
    // Each as it stands first, then, of those that leave something out, their parts.
    let whole: Vec<&str> = quotes.iter().map(String::as_str).collect();
    let parted: Vec<Vec<&str>> = quotes
        .iter()
        .map(|quote| parts(quote))
        .zip(&whole)
        .map(|(parts, quote)| if parts == [quote.trim()] { Vec::new() } else { parts })
        .collect();
    let mut asked = whole.clone();
    asked.extend(parted.iter().flatten());
    let mut places = occurrences(&text, &asked).into_iter();
    let found: Vec<_> = places.by_ref().take(whole.len()).collect();
    let answers = found.into_iter().zip(&parted).zip(&whole).map(|((found, parts), quote)| {
        let own: Vec<_> = places.by_ref().take(parts.len()).collect();
        let found = match found {
            Ok(_) => Ok(()),
            Err(_) if !parts.is_empty() => in_order(&text, parts, own),
            Err(failure) => Err(no_place(&text, (0, 1), quote, failure)),
        };
        match found {
            Ok(()) => EvidenceAnswer::Found { path: pin.path.clone(), captured: pin.captured },
            Err(_) if words.partly => {
                EvidenceAnswer::Unknown(WhyUnknown::PartlyRead(pin.path.clone()))
            }
            Err(miss) => EvidenceAnswer::NotFound { path: pin.path.clone(), miss },
        }
    });
    answers.collect()
}

/// Whether the parts of a quotation stand one after the other, each near the one before.
fn in_order(
    text: &str,
    parts: &[&str],
    places: Vec<Result<Vec<Anchor>, Failure>>,
) -> Result<(), Miss> {
    let mut ends: Option<Vec<usize>> = None;
    let of = parts.len();
    for (part, (words, places)) in parts.iter().zip(places).enumerate() {
        let places = places.map_err(|failure| no_place(text, (part, of), words, failure))?;
        let next: Vec<usize> = places
            .iter()
            .filter(|place| {
                ends.as_ref().is_none_or(|ends| {
                    ends.iter().any(|end| (*end..=end + FURTHEST).contains(&place.start))
                })
            })
            .map(|place| place.end)
            .collect();
        if next.is_empty() {
            return Err(Miss::Apart);
        }
        ends = Some(next);
    }
    Ok(())
}

fn no_place(text: &str, (part, of): (usize, usize), words: &str, failure: Failure) -> Miss {
    let there = match &failure {
        Failure::NotFound(Some(near)) => text.get(near.anchor.clone()),
        Failure::CutsWord(places) => places.first().and_then(|place| text.get(place.clone())),
        _ => None,
    };
    let there = there.map(|it| {
        let line: Vec<&str> = it.split_whitespace().collect();
        line.join(" ").chars().take(MOST_SHOWN).collect()
    });
    Miss::NoPlace { part, of, words: words.to_owned(), failure, there }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin() -> Pin<'static> {
        Pin {
            source: "a",
            path: "snapshots/a.txt".to_owned(),
            sha256: None,
            captured: None,
            media_type: None,
            charset: None,
            address: None,
            by_hand: true,
            hashed_by_hand: false,
        }
    }

    fn holds(text: &str, quote: &str) -> bool {
        let answers = answer(&Words::of(text.to_owned()), &["some other words", quote], &pin());
        matches!(answers[1], EvidenceAnswer::Found { .. })
    }

    #[test]
    fn words_are_held_to_the_letter_and_not_to_their_number_of_places() {
        let text = "It was assistance (grants and\nloans). It was assistance (grants and loans).";
        assert!(holds(text, "assistance (grants and loans)"));
        assert!(holds("he said \u{201c}only 2\u{a0}percent\u{201d}", "said \"only 2 percent\""));
        assert!(!holds(text, "assistance (grants or loans)"));
        assert!(!holds("rose by 112 percent a year", "12 percent a year"));
        assert!(!holds("No loans were made", "no loans were made"));
    }

    #[test]
    fn parts_stand_in_order_and_near_each_other() {
        let text = "The program was not a success, and nobody in the office said that it was.";
        assert!(holds(text, "The program was not a success … said that it was."));
        assert!(holds(
            text,
            "... program was not a success [...] nobody in the office ( … ) that it was…"
        ));
        assert!(holds(text, "…The program was not a success…"));
        assert!(!holds(text, "said that it was ... The program was not"));
        assert!(!holds(text, "The program was a success ... said that it was"));
        let far = format!("No loans were made.{} to Mexico in 1961", " x".repeat(FURTHEST));
        assert!(!holds(&far, "No loans were made … to Mexico in 1961"));
        // The source's own marks are words of the source.
        assert!(holds("We will … never loan it", "We will … never loan it"));
    }

    #[test]
    fn what_is_too_short_proves_nothing() {
        assert!(is_too_short("2.6 percent"));
        assert!(!is_too_short("2.6  percent."));
        assert!(is_too_short("no  …  agreement on loans"));
        assert!(is_too_short("…"));
        assert!(!is_too_short("… the ideal is to help"));
        assert!(!is_too_short("美国提供贷款"));
        assert!(is_too_short("贷款"));
    }
}
