//! What makes an English sentence none, or less than a statement: orders, notices, demands, what is not yet.

use super::{first_past, is_month, lists, verbs};
use crate::coverage::Kind;
use crate::coverage::signs::{Signs, any, is_number, is_year};
use crate::coverage::words::{Word, WordKind};

pub fn is_order(words: &[Word<'_>]) -> bool {
    let first = words.iter().position(|word| word.kind != WordKind::Mark).unwrap_or(0);
    let lead = matches!(
        words.get(first).map_or("", |word| word.lower.as_str()),
        "so" | "then" | "but" | "and" | "now" | "just" | "also" | "always" | "never" | "instead"
    );
    let at = first + usize::from(lead);
    // "Watch Tower said": what a verb in the past follows is no order.
    let number = words.get(at + 1).is_some_and(|next| next.kind == WordKind::Number);
    let dial =
        words.get(at).is_some_and(|word| matches!(word.text, "Call" | "Dial" | "Text" | "Phone"));
    (lists::ORDERS.at(words, at) > 0 || (dial && number))
        && !words.get(at + 1).is_some_and(|next| verbs::is_past(&next.lower))
}

/// Demands, save where they are the law's, or are told of the past.
pub fn demand(words: &[Word<'_>], law: bool) -> bool {
    let past = first_past(words).unwrap_or(words.len());
    any(words, |at| {
        let length = lists::DEMANDS.at(words, at);
        if length == 0 || at > past {
            return false;
        }
        let word = words[at].lower.as_str();
        let negated =
            at > 0 && matches!(words[at - 1].lower.as_str(), "not" | "don't" | "doesn't" | "n't");
        let duty = matches!(word, "must" | "has" | "have" | "need" | "needs") && (law || negated);
        !duty
    })
}

/// Whether it tells what will or may be: such a verb before any in the past, and no date fixed.
pub fn unreal(words: &[Word<'_>], verb: Option<usize>, signs: &Signs) -> bool {
    let first = words.iter().find(|word| word.kind == WordKind::Letters);
    if first.is_some_and(|word| {
        lists::IF.has(&word.lower)
            && matches!(word.lower.as_str(), "if" | "unless" | "suppose" | "should" | "imagine")
    }) {
        return true;
    }
    let Some(at) = (0..words.len()).find(|at| {
        let word = &words[*at];
        let is_month = word.lower == "may" && word.is_capital();
        // "could not" tells of the past: "The search party could not find it."
        let failed =
            word.lower == "could" && words.get(at + 1).is_some_and(|next| next.lower == "not");
        !is_month && !failed && lists::UNREAL.at(words, *at) > 0
    }) else {
        return false;
    };
    let law =
        signs.kinds.contains(&Kind::Law) && matches!(words[at].lower.as_str(), "may" | "shall");
    let scheduled = words[at].lower == "will"
        && (words
            .iter()
            .enumerate()
            .any(|(at, word)| is_year(word) || is_number(words, at) || is_month(words, at))
            || words.iter().any(|word| word.is_capital() && lists::DAYS.has(&word.lower)))
        && (at + 1..words.len().min(at + 3)).any(|next| lists::SCHEDULED.at(words, next) > 0);
    // What a plan or a bill would do, in numbers, is a statement about the plan.
    let planned = words[at].lower == "would" && signs.kinds.contains(&Kind::Number);
    !law && !scheduled && !planned && verb.is_none_or(|verb| at < verb)
}

pub fn is_personal(word: &Word<'_>) -> bool {
    matches!(
        word.lower.as_str(),
        "i" | "i'm"
            | "i've"
            | "i'd"
            | "i'll"
            | "me"
            | "my"
            | "myself"
            | "we"
            | "we're"
            | "we've"
            | "we'd"
            | "we'll"
            | "our"
            | "ours"
            | "ourselves"
            | "you"
            | "your"
            | "yours"
            | "you're"
            | "you've"
            | "yourself"
    ) || (word.text == "us")
}
