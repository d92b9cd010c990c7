//! What makes a checkable statement in English.

mod hedges;
pub(super) mod lists;
mod verbs;

use super::Kind;
use super::plain;
use super::sentences::Abbreviations;
use super::signs::{Reading, Signs, any, covered, is_name, is_notice};
use super::words::{Word, WordKind};
use hedges::{demand, is_order, is_personal, unreal};

/// Where English sentences do not end.
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

    let verb = first_past(own);
    let idle = covered(own, &lists::IDIOMS);
    signs.add(Kind::Superlative, superlative(own, &idle));
    signs.add(Kind::Comparison, comparison(own, &idle));
    signs.add(Kind::Cause, lists::CAUSES.any(own));
    let law = lists::LEGAL.any(own)
        || (any(own, |at| lists::LAWS.at(own, at) > 0 && !is_no_law(own, at))
            && lists::LAW_VERBS.any(own));
    signs.add(Kind::Law, law);
    signs.add(Kind::Attribution, attribution(own, &idle));
    if signs.kinds.contains(&Kind::Quotation) && verb.is_some() {
        signs.kinds.insert(Kind::Attribution);
    }
    // Where the first name, body or office stands.
    let opens = opens_with_name(own).then_some(0);
    let bodied = opens.or_else(|| {
        (0..own.len())
            .find(|at| is_name(own, *at, &lists::CALENDAR) || lists::BODIES.at(own, *at) > 0)
    });
    signs.add(Kind::Event, event(own, bodied));
    signs.add(Kind::State, state(own, bodied));

    // What is said of a name or a body, and not hedged, is a statement.
    let words = own.iter().filter(|word| word.kind == WordKind::Letters).count();
    let seems = any(own, |at| lists::SEEMING.at(own, at) > 0);
    signs.add(Kind::State, bodied.is_some() && words > 3 && !seems && signs.kinds.is_empty());

    signs.closed = reading.is_question()
        || is_order(own)
        || is_notice(own, verb, ["By", "BY"], [&lists::NOTICES, &lists::BARE_NOTICES]);
    signs.wish = demand(own, law) || lists::OPINIONS.any(own);
    signs.unreal = unreal(own, verb, &signs);
    signs.felt = lists::MOOD.any(own) || lists::SAYINGS.any(own) || reading.is_exclamation();
    signs.personal = any(own, |at| is_personal(&own[at]));
    signs
}

/// Numbers in words, and dates.
fn measures(reading: &Reading<'_>, signs: &mut Signs) {
    let all = &reading.all[..];
    let idle = covered(all, &lists::IDIOMS);
    for at in (0..all.len()).filter(|at| !idle[*at]) {
        if lists::NUMBERS.at(all, at) > 0 {
            signs.kinds.insert(Kind::Number);
        }
        let is_day = all[at].is_capital() && lists::DAYS.has(&all[at].lower);
        if lists::TIMES.at(all, at) > 0 || is_day || is_month(all, at) {
            signs.kinds.insert(Kind::Date);
        }
    }
}

fn is_month(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if !word.is_capital() {
        return false;
    }
    let number = |at: usize| words.get(at).is_some_and(|word| word.kind == WordKind::Number);
    let before = at > 0 && lists::BEFORE_MONTH.has(&words[at - 1].lower);
    lists::MONTHS.has(&word.lower)
        || (lists::MONTH_OR_WORD.has(&word.lower)
            && (before || number(at + 1) || (at > 0 && number(at - 1))))
}

/// The first verb in the past.
fn first_past(words: &[Word<'_>]) -> Option<usize> {
    (0..words.len()).find(|at| is_deed(words, *at))
}

/// Whether a verb in the past stands here, and not one after "if" or "would".
fn is_deed(words: &[Word<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at].lower.as_str());
    let helps = |word: &str| {
        matches!(
            word,
            "be" | "will" | "would" | "could" | "should" | "might" | "must" | "may" | "to" | "if"
        )
    };
    let helped = match before(1) {
        "been" if before(2) == "have" => helps(before(3)),
        "have" | "not" => helps(before(2)),
        word => helps(word),
    };
    verbs::is_past(&words[at].lower) && !helped
}

fn superlative(words: &[Word<'_>], idle: &[bool]) -> bool {
    any(words, |at| {
        if idle[at] {
            return false;
        }
        let next = words.get(at + 1).map_or("", |word| word.lower.as_str());
        let most = matches!(words[at].lower.as_str(), "most" | "least")
            && at > 0
            && (words[at - 1].lower == "the" || words[at - 1].lower.ends_with("'s"))
            && next.len() > 4
            && !lists::TASTE.has(next);
        most || lists::SUPERLATIVES.at(words, at) > 0
    })
}

fn comparison(words: &[Word<'_>], idle: &[bool]) -> bool {
    lists::TRENDS.any(words)
        || any(words, |at| {
            words[at].lower == "than"
                && !idle[at]
                && !words.get(at + 1).is_some_and(|next| next.kind == WordKind::Number)
                && words[at.saturating_sub(10)..at]
                    .iter()
                    .any(|word| lists::COMPARATIVES.has(&word.lower))
        })
}

/// Whether "act" or "permit" is no name of a rule here: "to act", "must act".
fn is_no_law(words: &[Word<'_>], at: usize) -> bool {
    match words[at].lower.as_str() {
        "act" => !words[at].is_capital() || at == 0,
        "permit" | "ban" | "rules" => {
            at > 0
                && matches!(words[at - 1].lower.as_str(), "to" | "will" | "should" | "must" | "can")
        }
        _ => false,
    }
}

/// Whether the sentence says who said, wrote, judged or found something.
fn attribution(words: &[Word<'_>], idle: &[bool]) -> bool {
    any(words, |at| {
        if idle[at] {
            return false;
        }
        let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at].lower.as_str());
        let generic = lists::ANYONE.has(before(1));
        // A phrase of several words tells by itself.
        if lists::SOURCES.at(words, at) > 1 {
            return !matches!(before(1), "i" | "we" | "you");
        }
        let reports = verbs::REPORTS.has(&words[at].lower)
            || lists::SOURCES.has(&words[at].lower)
            || (verbs::REPORT.has(&words[at].lower) && is_plural(words, at))
            || (verbs::REPORT_OR_NOUN.has(&words[at].lower) && is_speaker(words, at));
        if reports
            && at > 0
            && !generic
            && !matches!(before(1), "be" | "the" | "a" | "an" | "of" | "its" | "his" | "their")
        {
            // "said" may follow its subject at a distance, other verbs are held to a subject.
            return !(lists::ANYONE.has(before(2)) && before(1).ends_with("ly"));
        }
        lists::FINDS.has(&words[at].lower)
            && words[at.saturating_sub(8)..at].iter().any(|word| lists::RESEARCH.has(&word.lower))
            && !matches!(before(1), "to" | "the" | "a" | "not")
    })
}

/// Whether someone who speaks stands straight before: a name, a body, "he".
fn is_speaker(words: &[Word<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &words[at]);
    let back = if before(1).is_some_and(|word| word.lower.ends_with("ly")) { 2 } else { 1 };
    before(back).is_some_and(|word| {
        matches!(word.lower.as_str(), "he" | "she" | "who")
            || (word.is_capital() && !lists::NOTIONS.has(&word.lower))
            || lists::BODIES.has(&word.lower)
            || word.is("”")
            || word.is("\"")
    })
}

/// Whether several people stand before: "critics", "the police", "officials in Ankara".
fn is_plural(words: &[Word<'_>], at: usize) -> bool {
    let plural = |word: &Word<'_>| {
        matches!(
            word.lower.as_str(),
            "police" | "experts" | "women" | "men" | "children" | "who" | "both"
        ) || (word.lower.len() > 4 && word.lower.ends_with('s') && !word.lower.ends_with("ss"))
    };
    at > 0
        && !matches!(
            words[at - 1].lower.as_str(),
            "to" | "than" | "and" | "or" | "can" | "could" | "not"
        )
        && words[at.saturating_sub(4)..at].iter().any(plural)
}

/// Something that happened: a verb in the past, and someone who did it or to whom it was done.
/// `bodied`: where the first name or body stands. Verbs that paint a scene need one before them.
fn event(words: &[Word<'_>], bodied: Option<usize>) -> bool {
    let vague = words
        .iter()
        .find(|word| word.kind == WordKind::Letters)
        .is_some_and(|word| lists::VAGUE.has(&word.lower));
    any(words, |at| {
        let word = words[at].lower.as_str();
        if !is_deed(words, at) || matches!(word, "was" | "were" | "been" | "had" | "did") {
            return false;
        }
        if is_passive(words, at) {
            return !lists::FEELINGS.has(word);
        }
        let body_before = bodied.is_some_and(|body| body < at);
        (body_before || !lists::SCENERY.has(word)) && (bodied.is_some() || !vague)
    })
}

/// Whether a participle stands after a form of "to be" in the past.
fn is_passive(words: &[Word<'_>], at: usize) -> bool {
    words[at.saturating_sub(4)..at]
        .iter()
        .rev()
        .take_while(|word| word.kind == WordKind::Letters)
        .any(|word| {
            matches!(word.lower.as_str(), "was" | "were" | "been" | "being" | "wasn't" | "weren't")
        })
}

/// How something stands: a verb of standing after a name or a body, or after a definite subject.
fn state(words: &[Word<'_>], bodied: Option<usize>) -> bool {
    let first = words.iter().find(|word| word.kind == WordKind::Letters);
    let first = first.map_or("", |word| word.lower.as_str());
    let kin = matches!(first, "his" | "her" | "their" | "its");
    let counted = ["the", "most", "some", "all", "both", "each", "every", "many", "several", "few"];
    let definite = kin || counted.contains(&first);
    any(words, |at| {
        let subject = bodied.is_some_and(|body| body < at);
        let next = words.get(at + 1).map_or("", |word| word.lower.as_str());
        let complement = || {
            (at + 1..words.len().min(at + 4)).any(|next| {
                lists::COMPLEMENTS.at(words, next) > 0
                    || (verbs::is_past(&words[next].lower)
                        && !lists::FEELINGS.has(&words[next].lower))
            })
        };
        let be = matches!(
            words[at].lower.as_str(),
            "is" | "are" | "was" | "were" | "has" | "have" | "had"
        );
        let is_a = kin && matches!(next, "a" | "an" | "the");
        // "The plant employs": a verb in the third person after a subject in the singular.
        let word = words[at].lower.as_str();
        let third = (2..5).contains(&at)
            && definite
            && words[at].kind == WordKind::Letters
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !words[at - 1].lower.ends_with('s')
            && !lists::SEEMING.has(word);
        third
            || at > 0
                && ((be && (subject || is_a || (definite && complement())))
                    || ((subject || definite) && lists::STANDS.at(words, at) > 0))
    })
}

/// Whether the first word is a name: a capital, a verb straight after it, and no notion.
fn opens_with_name(words: &[Word<'_>]) -> bool {
    let mut own = words.iter().filter(|word| word.kind != WordKind::Mark);
    let (Some(first), Some(second)) = (own.next(), own.next()) else { return false };
    let notion = ["ness", "ism", "ity", "ship", "hood", "ance", "ence", "dom", "ing", "ly", "tion"];
    first.is_capital()
        && !lists::NOTIONS.has(&first.lower)
        && !notion.iter().any(|end| first.lower.ends_with(end))
        && (matches!(second.lower.as_str(), "is" | "are" | "was" | "were" | "has" | "have" | "had")
            || second.is_capital()
            || verbs::is_past(&second.lower)
            || lists::STANDS.has(&second.lower))
}
