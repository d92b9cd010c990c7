//! Quotes that are not in the article.

use std::fmt::Write as _;

use super::quote_in_code::MARKDOWN_FOR_TAGS;
use crate::anchor::{Anchor, Failure, NearMiss, PieceKind, Selector, TextMap, WordDiff, locate};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "quote-not-found",
    level: Level::Deny,
    summary: "the quoted words of a claim are not in the article",
    reason: "A check is shown at the exact words it is about. White space, kinds of quotation marks and \
             kinds of dashes do not matter; every letter, accent, digit and sign does. There is no approximate \
             search: half a match can turn 12 into 21 percent.",
    bad: "The Alliance was a $20 billion loan.     (article)\nquote: a $20 billion credit              (claims.yaml)",
    good: "quote: a $20 billion loan",
    fixed: true,
};

/// Where a claim's selector stands in its file.
pub fn place(article: &Article, index: usize, key: &str) -> Place {
    let path = KeyPath::top().key("claims").index(index).key(key);
    match &article.claims_file {
        Some(file) => Place::value(file, path),
        None => Place::file(&article.file),
    }
}

/// The place of visible text in the Markdown file.
pub fn in_article(article: &Article, map: &TextMap<'_>, anchor: &Anchor) -> Place {
    let range = map.source_range(anchor);
    let start = article.body_start;
    Place::bytes(&article.file, range.start + start..range.end + start)
}

/// Reports words that are not there.
pub fn report(
    article: &Article,
    map: &TextMap<'_>,
    index: usize,
    near: Option<&NearMiss>,
) -> Diagnostic {
    let found = Diagnostic::new(
        &RULE,
        place(article, index, "quote"),
        "these words are not in the article",
    );
    let Some(near) = near else {
        return found
            .label("nothing like them was found")
            .note("white space, quotation marks and dashes may differ in kind; letters and digits may not")
            .help(format!("copy the words from `{}`", article.file.path));
    };
    let (quote, passage) = side_by_side(&near.words);
    let found = found
        .related(in_article(article, map, &near.anchor), "the nearest passage")
        .note(format!("the quote:   {quote}"))
        .note(format!("the article: {passage}"))
        .help("copy the words of the article as they stand, or quote another passage");
    let bare = without_marks(&article.claims[index].quote);
    let selector = Selector { quote: &bare, prefix: None, suffix: None };
    if bare != article.claims[index].quote.trim()
        && locate(map, &[selector]).iter().any(Result::is_ok)
    {
        return found.note(format!(
            "readers see no quotation marks or signs of Markdown there: `{bare}` is found"
        ));
    }
    if map.pieces_in(&near.anchor).iter().any(|piece| piece.kind == PieceKind::RawHtml) {
        return found
            .note("the passage has raw HTML in it, which can't be quoted")
            .help(MARKDOWN_FOR_TAGS);
    }
    found
}

/// A quote without quotation marks around it and without signs of emphasis.
fn without_marks(quote: &str) -> String {
    let quote = quote.replace(['*', '`'], "");
    quote.trim_matches(|c: char| c.is_whitespace() || "\"'“”„‘’«»_".contains(c)).to_owned()
}

/// Reports words that are not there, after many others that are not.
pub fn not_compared(article: &Article, index: usize) -> Diagnostic {
    let place = place(article, index, "quote");
    Diagnostic::new(&RULE, place, "these words are not in the article")
        .note("so many quotes are not found that the nearest passages are shown for the first ones only")
        .help(format!(
            "see whether these claims belong to another article; else copy the words from `{}`",
            article.file.path
        ))
}

/// Both sides of a comparison, with what differs between `[` and `]`.
pub fn side_by_side(words: &[WordDiff]) -> (String, String) {
    let side = |of_quote: bool| {
        let mut line = String::new();
        let mut open = false;
        for word in words {
            let (text, differs) = match word {
                WordDiff::Same(text) => (text, false),
                WordDiff::Quote(text) if of_quote => (text, true),
                WordDiff::Article(text) if !of_quote => (text, true),
                _ => continue,
            };
            if open && !differs {
                line.push(']');
            }
            if !line.is_empty() {
                line.push(' ');
            }
            if differs && !open {
                line.push('[');
            }
            open = differs;
            let _ = write!(line, "{text}");
        }
        if open {
            line.push(']');
        }
        line
    };
    (side(true), side(false))
}

/// Reports words that stand only inside longer words, numbers or signs.
pub fn cuts_word(
    article: &Article,
    map: &TextMap<'_>,
    index: usize,
    places: &[Anchor],
) -> Diagnostic {
    let quote = &article.claims[index].quote;
    let found = Diagnostic::new(
        &RULE,
        place(article, index, "quote"),
        "these words stand in the article only cut out of a longer word, number or sign",
    )
    .note("a quote starts and ends at whole words, and keeps a number together with its sign or currency");
    let found = places.iter().take(3).fold(found, |found, anchor| {
        let whole = map.visible.get(anchor.clone()).unwrap_or("").trim();
        found.related(in_article(article, map, anchor), format!("here it is `{whole}`"))
    });
    match places.first().and_then(|anchor| map.visible.get(anchor.clone())) {
        Some(whole) if places.len() == 1 && whole.len() < quote.len() + 80 => {
            found.help(format!("quote it whole: `{}`", whole.trim()))
        }
        _ => found.help("quote the whole word, number or sign"),
    }
}

/// Reports a prefix or suffix that fits none of the places of a quote.
pub fn context_mismatch(
    article: &Article,
    map: &TextMap<'_>,
    index: usize,
    places: &[Anchor],
) -> Diagnostic {
    let claim = &article.claims[index];
    let (prefix, suffix) = (claim.prefix.as_deref(), claim.suffix.as_deref());
    // Of two, the prefix may be right all the same.
    let alone = Selector { quote: &claim.quote, prefix, suffix: None };
    let prefix_fits = prefix.is_none()
        || suffix.is_some()
            && !locate(map, &[alone])
                .iter()
                .any(|it| matches!(it, Err(Failure::ContextMismatch(_))));
    let (key, side) = if prefix_fits { ("suffix", "after") } else { ("prefix", "before") };
    let message = if prefix.is_some() && suffix.is_some() {
        "the quote is in the article, but nowhere between this prefix and this suffix".to_owned()
    } else {
        format!("the quote is in the article, but these words do not stand straight {side} it")
    };
    let found = Diagnostic::new(&RULE, place(article, index, key), message);
    let found = places.iter().take(3).fold(found, |found, anchor| {
        let beside = beside(&map.visible, anchor, prefix_fits);
        let label = if beside.is_empty() {
            format!("the quote stands here, with nothing {side} it")
        } else if prefix_fits {
            format!("the quote stands here, before `{beside}`")
        } else {
            format!("the quote stands here, after `{beside}`")
        };
        found.related(in_article(article, map, anchor), label)
    });
    if places.len() > 1 {
        return found.help(format!("copy the words that stand straight {side} the place you mean"));
    }
    found.help(match (prefix, suffix) {
        (Some(_), Some(_)) => {
            "delete the prefix and the suffix: the quote stands only once and needs neither"
        }
        (Some(_), None) => "delete the prefix: the quote stands only once and does not need it",
        _ => "delete the suffix: the quote stands only once and does not need it",
    })
}

/// A few words before or after a place.
fn beside(text: &str, anchor: &Anchor, after: bool) -> String {
    const WORDS: usize = 4;
    let words: Vec<&str> = if after {
        text[anchor.end..].split_whitespace().take(WORDS).collect()
    } else {
        let mut words: Vec<&str> =
            text[..anchor.start].split_whitespace().rev().take(WORDS).collect();
        words.reverse();
        words
    };
    let words = words.join(" ");
    let length = words.chars().count();
    // Languages without spaces have long words.
    let most = 60;
    if after {
        words.chars().take(most).collect()
    } else {
        words.chars().skip(length.saturating_sub(most)).collect()
    }
}
