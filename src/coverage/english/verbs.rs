//! English verbs: which words tell of the past, and which verbs report what was said.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lists;
use crate::coverage::lexicon::Lexicon;

/// Pasts and participles that do not end in "-ed".
const IRREGULAR: &str = "was were had did went came took made gave found lost won led left met held kept built sent spent bought \
    brought sold told said wrote fell grew began ran became broke chose drew drove flew fought froze hid paid \
    shot stole struck swore taught threw understood withdrew overthrew caught cost cut hit hurt quit set shut split \
    spread beat bet bid bore bound bred burst dealt dug ate fed fled forbade forgot forgave got dealt \
    laid lay lent lit meant misled mistook oversaw overtook overcame proved put read rang rose sank sat saw sought \
    shook shrank slept slid spoke spun stood stuck stung swam swept swung tore undertook underwent upheld wept \
    woke wore wound wrung rode knew thought heard felt hung blew sang drank sprang clung crept knelt slew strode \
    thrust wove rebuilt reset resold undid foresaw outran outsold withheld withstood sped foretold mislaid \
    been done gone given taken written broken chosen driven flown frozen hidden shown shaken \
    spoken stolen sworn thrown torn withdrawn worn drawn grown known seen eaten fallen forbidden forgotten \
    begun run become come overthrown undertaken undergone beaten risen sunk sung born borne swum woven outgrown overridden rewritten";

/// Regular verbs of saying, writing and judging whose forms are not nouns too.
const REPORTING: &str = "argue announce insist deny acknowledge admit warn explain testify add declare assert allege contend \
    maintain recall reveal disclose confess concede confirm stress emphasize emphasise reply caution predict anticipate \
    believe expect recommend propose suggest conclude describe accuse criticize criticise condemn denounce urge assure reiterate \
    complain praise protest vow pledge threaten consider deem expose imply hint advise inform notify oppose defend";

/// Regular verbs of saying whose bare forms are nouns too: only their pasts tell.
const REPORTING_PAST: &str = "report claim state note call estimate remark comment answer blame forecast promise project demand \
    request question charge order observe cite point respond ask label dismiss reject attribute interview address appeal dispute \
    challenge voice mention express invite thank hail brand dub recount repeat signal indicate tweet post publish";

/// Irregular verbs of saying, in the forms that tell.
const REPORTING_IRREGULAR: &str = "said says saying told tells wrote writes thinks swore swears spoke speaks foresees foresaw \
    observes cites wants believes expects dismisses expresses mentions \
    understands hoped feared wanted agrees agreed disagrees disagreed";

/// Forms of verbs of saying that are plurals of nouns too: they tell after someone who speaks.
const REPORTING_OR_NOUN: &str = "claims states notes estimates reports remarks points asks blames hopes fears sees forecasts \
    promises projects demands labels disputes questions calls puts feels knows wishes";

/// Every form of a regular verb: announce, announces, announced, announcing.
fn forms(verb: &str) -> [String; 4] {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => {
            [verb.to_owned(), format!("{stem}ies"), format!("{stem}ied"), format!("{verb}ing")]
        }
        _ => {
            let third =
                if verb.ends_with(['s', 'x']) || verb.ends_with("sh") || verb.ends_with("ch") {
                    format!("{verb}es")
                } else {
                    format!("{verb}s")
                };
            [verb.to_owned(), third, format!("{stem}ed"), format!("{stem}ing")]
        }
    }
}

/// Verbs of saying as plurals have them: only after someone do they tell that someone is reported.
pub static REPORT: LazyLock<Lexicon> = LazyLock::new(|| {
    let listed = "say write tell think swear speak claim estimate fear hope want feel know admit agree disagree call";
    Lexicon::of(REPORTING.split_whitespace().chain(listed.split_whitespace()).map(str::to_owned))
});

/// Forms that are plurals of nouns too.
pub static REPORT_OR_NOUN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::of(REPORTING_OR_NOUN.split_whitespace().map(str::to_owned)));

/// Verbs of saying, in the forms that tell by themselves that someone is reported.
pub static REPORTS: LazyLock<Lexicon> = LazyLock::new(|| {
    let all = REPORTING.split_whitespace().flat_map(|verb| {
        let [_, third, past, _] = forms(verb);
        [third, past]
    });
    let past = REPORTING_PAST.split_whitespace().map(|verb| forms(verb)[2].clone());
    let irregular = ["admitted", "admits"];
    let listed = REPORTING_IRREGULAR.split_whitespace().chain(irregular).map(str::to_owned);
    Lexicon::of(all.chain(past).chain(listed).filter(|form| form != "admited"))
});

static IRREGULAR_PASTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| IRREGULAR.split_whitespace().collect());

/// Whether a word is a verb in the past, or a participle of one.
pub fn is_past(word: &str) -> bool {
    (word.len() > 3 && word.ends_with("ed") && !lists::NOT_PAST.has(word))
        || IRREGULAR_PASTS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasts() {
        for word in ["voted", "denied", "went", "written", "closed", "cost"] {
            assert!(is_past(word), "{word}");
        }
        for word in ["red", "indeed", "votes", "united", "ed", "hundred", "vote"] {
            assert!(!is_past(word), "{word}");
        }
    }

    #[test]
    fn reports() {
        for word in ["denies", "denied", "announced", "says", "urged", "reported", "told"] {
            assert!(REPORTS.has(word), "{word}");
        }
        for word in ["report", "call", "walked", "admited", "argue"] {
            assert!(!REPORTS.has(word), "{word}");
        }
    }
}
