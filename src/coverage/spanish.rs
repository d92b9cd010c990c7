//! What makes a checkable statement in Spanish.

mod hedges;
pub(super) mod lists;
mod verbs;

use super::Kind;
use super::plain;
use super::sentences::Abbreviations;
use super::signs::{Reading, Signs, any, covered, is_name, is_notice};
use super::words::{Word, WordKind};
use hedges::{demand, is_order, is_personal, unreal};

/// Where Spanish sentences do not end.
pub fn abbreviations() -> Abbreviations<'static> {
    Abbreviations {
        never: &lists::TITLES,
        numbered: &lists::NUMBERED,
        open: &lists::OPEN,
        starters: &lists::STARTERS,
    }
}

/// Reads a sentence.
pub fn signs(reading: &Reading<'_>) -> Signs {
    let own = &reading.own[..];
    let mut signs = Signs::default();
    plain::read(reading, &mut signs);
    measures(reading, &mut signs);

    let verb = (0..own.len()).find(|at| is_deed(own, *at));
    let idle = covered(own, &lists::IDIOMS);
    signs.add(Kind::Superlative, superlative(own, &idle));
    signs.add(Kind::Comparison, comparison(own, &idle));
    signs.add(Kind::Cause, any(own, |at| lists::CAUSES.at(own, at) > 0 && !is_noun(own, at)));
    let law = lists::LEGAL.any(own) || (lists::LAWS.any(own) && lists::LAW_VERBS.any(own));
    signs.add(Kind::Law, law);
    signs.add(Kind::Attribution, attribution(own));
    if signs.kinds.contains(&Kind::Quotation) && verb.is_some() {
        signs.kinds.insert(Kind::Attribution);
    }
    let bodied = any(own, |at| is_name(own, at, &lists::CALENDAR))
        || lists::BODIES.any(own)
        || opens_with_name(own);
    signs.add(Kind::Event, event(own, bodied));
    signs.add(Kind::State, state(own, bodied));

    // What is said of a name or a body, and not hedged, is a statement.
    let words = own.iter().filter(|word| word.kind == WordKind::Letters).count();
    let seems = any(own, |at| lists::SEEMING.at(own, at) > 0 && !is_noun(own, at));
    signs.add(Kind::State, bodied && words > 3 && !seems && signs.kinds.is_empty());

    signs.closed = reading.is_question()
        || own.first().is_some_and(|word| word.is("¿"))
        || is_order(own)
        || is_notice(own, verb, ["Por", "POR"], [&lists::NOTICES, &lists::BARE_NOTICES]);
    signs.wish = demand(own, verb, law)
        || any(own, |at| lists::OPINIONS.at(own, at) > 0 && !is_noun(own, at));
    signs.unreal = unreal(own, verb);
    signs.felt = lists::MOOD.any(own) || lists::SAYINGS.any(own) || reading.is_exclamation();
    signs.personal = any(own, |at| is_personal(&own[at]));
    signs
}

/// The word so many before; nothing where there is none.
fn before<'a>(words: &'a [Word<'_>], at: usize, back: usize) -> &'a str {
    at.checked_sub(back).map_or("", |at| words[at].lower.as_str())
}

/// Whether an article or a preposition stands before: then no verb stands here.
fn is_noun(words: &[Word<'_>], at: usize) -> bool {
    at > 0 && lists::ARTICLES.has(&words[at - 1].lower)
}

/// Numbers in words, and dates.
fn measures(reading: &Reading<'_>, signs: &mut Signs) {
    let all = &reading.all[..];
    let idle = covered(all, &lists::IDIOMS);
    for at in (0..all.len()).filter(|at| !idle[*at]) {
        if lists::NUMBERS.at(all, at) > 0 {
            signs.kinds.insert(Kind::Number);
        }
        if lists::TIMES.at(all, at) > 0 || lists::DAYS.has(&all[at].lower) {
            signs.kinds.insert(Kind::Date);
        }
    }
}

/// Whether a verb in the past stands here: a simple past, or a participle after "haber".
fn is_deed(words: &[Word<'_>], at: usize) -> bool {
    let word = words[at].lower.as_str();
    if verbs::is_past(word) {
        // "Lo negó", "la cerró": a pronoun, not an article.
        return !is_noun(words, at) || matches!(before(words, at, 1), "la" | "lo" | "los" | "las");
    }
    let perfect = |word: &str| matches!(word, "ha" | "han" | "había" | "habían" | "hubo");
    verbs::is_participle(word)
        && (perfect(before(words, at, 1))
            || perfect(before(words, at, 2))
            || perfect(before(words, at, 3)))
}

fn superlative(words: &[Word<'_>], idle: &[bool]) -> bool {
    any(words, |at| {
        if idle[at] {
            return false;
        }
        let most = matches!(words[at].lower.as_str(), "más" | "menos")
            && words.get(at + 1).is_some_and(|next| {
                next.kind == WordKind::Letters
                    && next.lower != "de"
                    && next.lower != "que"
                    && !lists::TASTE.has(&next.lower)
            })
            && words[at + 2..words.len().min(at + 6)]
                .iter()
                .take_while(|word| word.kind == WordKind::Letters)
                .any(|word| {
                    matches!(word.lower.as_str(), "de" | "del" | "en" | "desde" | "jamás" | "entre")
                })
            && words[at.saturating_sub(4)..at].iter().any(|word| {
                matches!(word.lower.as_str(), "el" | "la" | "los" | "las" | "su" | "sus" | "lo")
            });
        most || lists::SUPERLATIVES.at(words, at) > 0
    })
}

fn comparison(words: &[Word<'_>], idle: &[bool]) -> bool {
    lists::TRENDS.any(words)
        || any(words, |at| {
            !idle[at]
                && lists::COMPARATIVES.has(&words[at].lower)
                && words[at + 1..words.len().min(at + 9)]
                    .iter()
                    .take_while(|word| word.kind == WordKind::Letters)
                    .collect::<Vec<_>>()
                    .windows(2)
                    .any(|pair| {
                        pair[0].lower == "que"
                            || pair[1].lower == "que"
                            || (pair[0].lower == "de" && pair[1].lower == "lo")
                    })
        })
}

/// Whether the sentence says who said, wrote, judged or found something.
fn attribution(words: &[Word<'_>]) -> bool {
    any(words, |at| {
        let (one, two) = (before(words, at, 1), before(words, at, 2));
        // "Nos recuerda": it reminds us; nobody is reported.
        if matches!(one, "nos" | "me" | "te" | "os") {
            return false;
        }
        let generic = lists::ANYONE.has(one) || (one == "no" && lists::ANYONE.has(two));
        if lists::SOURCES.at(words, at) > 0 && !(generic && one != "se") {
            return true;
        }
        let word = words[at].lower.as_str();
        let noun = verbs::NOUNS.contains(&word) && (at == 0 || lists::ARTICLES.has(one));
        let counts = matches!(word, "cuenta" | "cuentan")
            && words.get(at + 1).is_some_and(|next| next.lower == "con");
        let article = matches!(one, "el" | "la" | "una" | "un" | "del" | "de" | "su");
        if verbs::REPORTS.has(word) && !noun && !counts && !generic && !article {
            // Present forms need someone before them or "que" after them; pasts tell by themselves.
            let followed =
                words.get(at + 1).is_some_and(|next| next.lower == "que" || next.is(":"));
            return verbs::is_past(word) || followed || at > 0;
        }
        lists::FINDS.has(word)
            && words[at.saturating_sub(8)..at].iter().any(|word| lists::RESEARCH.has(&word.lower))
    })
}

/// Something that happened: a verb in the past, unless it paints a scene, and someone who did it.
fn event(words: &[Word<'_>], bodied: bool) -> bool {
    let vague = words
        .iter()
        .find(|word| word.kind == WordKind::Letters)
        .is_some_and(|word| lists::VAGUE.has(&word.lower));
    any(words, |at| {
        let word = words[at].lower.as_str();
        let be = |word: &str| matches!(word, "fue" | "fueron" | "sido" | "siendo");
        let passive = verbs::is_participle(word)
            && (be(before(words, at, 1)) || be(before(words, at, 2)))
            && !lists::FEELINGS.has(word);
        if passive {
            return true;
        }
        if !is_deed(words, at)
            || matches!(
                word,
                "fue"
                    | "fueron"
                    | "hubo"
                    | "tuvo"
                    | "tuvieron"
                    | "estuvo"
                    | "estuvieron"
                    | "sido"
                    | "tenido"
                    | "estado"
            )
        {
            return false;
        }
        bodied || (!lists::SCENERY.has(word) && !vague)
    })
}

/// How something stands: a verb of standing, and someone or something that is named.
fn state(words: &[Word<'_>], bodied: bool) -> bool {
    let mut letters = words.iter().filter(|word| word.kind == WordKind::Letters);
    let definite = letters.next().is_some_and(|word| {
        matches!(
            word.lower.as_str(),
            "el" | "la"
                | "los"
                | "las"
                | "su"
                | "sus"
                | "buena"
                | "algunos"
                | "algunas"
                | "varios"
                | "varias"
                | "muchos"
                | "muchas"
                | "cada"
                | "ambos"
                | "ambas"
        )
    }) && letters.next().is_some_and(|word| !lists::NOTIONS.has(&word.lower));
    any(words, |at| {
        let word = words[at].lower.as_str();
        let be = matches!(
            word,
            "es" | "son"
                | "era"
                | "eran"
                | "fue"
                | "fueron"
                | "está"
                | "están"
                | "estaba"
                | "estaban"
                | "tuvo"
                | "tuvieron"
                | "estuvo"
                | "estuvieron"
                | "hubo"
        );
        let complement = || {
            (at + 1..words.len().min(at + 4)).any(|next| {
                lists::COMPLEMENTS.at(words, next) > 0
                    || (verbs::is_participle(&words[next].lower)
                        && !lists::FEELINGS.has(&words[next].lower))
            })
        };
        let imperfect = (word.ends_with("aba") || word.ends_with("aban")) && word.len() > 5;
        // "Su hermano es teniente": kin and what they are.
        let kin = at == 2 && matches!(words[0].lower.as_str(), "su" | "sus");
        if be {
            return kin || bodied || (definite && complement());
        }
        at > 0
            && (bodied || definite)
            && (lists::STANDS.at(words, at) > 0 && !is_noun(words, at) || (imperfect && bodied))
    })
}

/// Whether the first word is a name: a capital, a verb straight after it, and no notion.
fn opens_with_name(words: &[Word<'_>]) -> bool {
    let mut own = words.iter().filter(|word| word.kind != WordKind::Mark);
    let (Some(first), Some(second)) = (own.next(), own.next()) else { return false };
    let second = if matches!(second.lower.as_str(), "no" | "ya" | "se" | "nunca") {
        own.next().unwrap_or(second)
    } else {
        second
    };
    first.is_capital()
        && !lists::NOTIONS.has(&first.lower)
        && !verbs::is_past(&first.lower)
        && (second.is_capital()
            || verbs::is_past(&second.lower)
            || matches!(second.lower.as_str(), "ha" | "han" | "había" | "habían")
            || lists::STANDS.has(&second.lower))
}
