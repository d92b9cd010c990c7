//! Quotes that are not in the article.

use std::fmt::Write as _;

use crate::anchor::{Anchor, NearMiss, TextMap, WordDiff};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "quote-not-found",
    level: Level::Deny,
    summary: "the quoted words of a claim are not in the article",
    reason: "A check is shown at the exact words it is about. White space, kinds of quotation marks and \
             kinds of dashes do not matter; every letter, digit and sign does. There is no approximate \
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
    found
        .related(in_article(article, map, &near.anchor), "the nearest passage")
        .note(format!("the quote:   {quote}"))
        .note(format!("the article: {passage}"))
        .help("copy the words of the article as they stand, or quote another passage")
}

/// Both sides of a comparison, with what differs between `[` and `]`.
fn side_by_side(words: &[WordDiff]) -> (String, String) {
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

/// Reports words that stand only inside longer words or numbers.
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
        "these words stand in the article only as part of a longer word or number",
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
        _ => found.help("quote the whole word or number"),
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
    let (key, side) =
        if claim.prefix.is_some() { ("prefix", "before") } else { ("suffix", "after") };
    let both = claim.prefix.is_some() && claim.suffix.is_some();
    let message = if both {
        "the quote is in the article, but nowhere between this prefix and this suffix".to_owned()
    } else {
        format!("the quote is in the article, but these words do not stand straight {side} it")
    };
    let found = Diagnostic::new(&RULE, place(article, index, key), message);
    let found = places.iter().take(3).fold(found, |found, anchor| {
        found.related(in_article(article, map, anchor), "the quote stands here")
    });
    if places.len() == 1 {
        found.help("delete the prefix and suffix: the quote stands only once and needs neither")
    } else {
        found.help(format!("copy the words that stand straight {side} the place you mean"))
    }
}
