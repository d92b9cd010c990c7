//! What makes a Spanish sentence none, or less than a statement: orders, notices, demands, what is not yet.

use super::{before, is_noun, lists, verbs};
use crate::coverage::signs::{any, is_number, is_year};
use crate::coverage::words::{Word, WordKind};

pub fn is_order(words: &[Word<'_>]) -> bool {
    let first = words.iter().position(|word| word.kind != WordKind::Mark).unwrap_or(0);
    let lead = matches!(
        words.get(first).map_or("", |word| word.lower.as_str()),
        "pero" | "y" | "entonces" | "ahora" | "siempre" | "nunca" | "luego"
    );
    let at = first + usize::from(lead);
    let Some(word) = words.get(at) else { return false };
    let accented = |text: &str| text.contains(['á', 'é', 'í', 'ó', 'ú']);
    // Suscríbase, regístrense, imagínate: an order with its pronoun behind it.
    let with_pronoun = (word.lower.ends_with("se")
        || word.lower.ends_with("te")
        || word.lower.ends_with("nos")
        || word.lower.ends_with("monos"))
        && accented(&word.lower)
        && word.lower.chars().count() > 6
        && !words.get(at + 1).is_some_and(|next| verbs::is_past(&next.lower));
    // Recordemos, pensemos: the ending of the subjunctive, at the start only.
    let let_us = word.lower.ends_with("emos")
        && verbs::is_we(&word.lower)
        && word.lower.chars().count() > 6
        && !matches!(
            word.lower.as_str(),
            "tenemos"
                | "debemos"
                | "queremos"
                | "creemos"
                | "sabemos"
                | "hacemos"
                | "podemos"
                | "leemos"
                | "vendemos"
                | "conocemos"
                | "entendemos"
                | "volvemos"
                | "perdemos"
                | "defendemos"
                | "ofrecemos"
                | "merecemos"
                | "aprendemos"
        )
        && !verbs::is_future(&word.lower);
    lists::ORDERS.at(words, at) > 0 || with_pronoun || let_us
}

/// Demands, save where they are the law's, or are told of the past.
pub fn demand(words: &[Word<'_>], verb: Option<usize>, law: bool) -> bool {
    let past = verb.unwrap_or(words.len());
    any(words, |at| {
        let length = lists::DEMANDS.at(words, at);
        if length == 0 || at > past || (length == 1 && is_noun(words, at)) {
            return false;
        }
        let word = words[at].lower.as_str();
        // "Se debe a" tells a cause; what the law demands is a fact.
        let cause = matches!(word, "debe" | "deben") && before(words, at, 1) == "se";
        let duty = law && matches!(word, "debe" | "deben" | "tiene" | "tienen" | "hay");
        !cause && !duty
    })
}

/// Whether it tells what will or may be: such a verb before any in the past, and no date fixed.
pub fn unreal(words: &[Word<'_>], verb: Option<usize>) -> bool {
    if words
        .iter()
        .find(|word| word.kind == WordKind::Letters)
        .is_some_and(|word| word.lower == "si")
    {
        return true;
    }
    let Some(at) = (0..words.len()).find(|at| {
        let word = &words[*at];
        let noun = is_noun(words, *at);
        (verbs::is_future(&word.lower) && !(word.is_capital() && *at > 0))
            || (verbs::is_conditional(&word.lower) && !noun && !(word.is_capital() && *at > 0))
            || lists::UNREAL.at(words, *at) > 0
    }) else {
        return false;
    };
    let dated = words
        .iter()
        .enumerate()
        .any(|(at, word)| is_year(word) || is_number(words, at) || lists::DAYS.has(&word.lower));
    let scheduled =
        dated && (at..words.len().min(at + 2)).any(|at| lists::SCHEDULED.at(words, at) > 0);
    !scheduled && verb.is_none_or(|verb| at < verb)
}

pub fn is_personal(word: &Word<'_>) -> bool {
    matches!(
        word.lower.as_str(),
        "yo" | "mi"
            | "mis"
            | "me"
            | "mí"
            | "conmigo"
            | "nosotros"
            | "nosotras"
            | "nos"
            | "nuestro"
            | "nuestra"
            | "nuestros"
            | "nuestras"
            | "tú"
            | "te"
            | "tu"
            | "tus"
            | "usted"
            | "ustedes"
            | "vosotros"
            | "vosotras"
            | "vuestro"
            | "vuestra"
            | "soy"
            | "estoy"
            | "he"
            | "tengo"
            | "fui"
            | "hago"
            | "sé"
    ) || verbs::is_we(&word.lower)
}
