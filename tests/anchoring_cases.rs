//! Awkward cases of quoting, from files to the finished page: each of these articles with its quotes
//! is built, and the page is read again with another parser.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;
use std::fs;

use factpress::anchor::normal;
use factpress::build::{self, MemorySite, Options, Outcome};
use factpress::diagnostic::Level;
use scraper::{ElementRef, Html, Node, Selector};

/// An article, and quotes that must be marked in it word for word.
type Marked = (&'static str, &'static [&'static str]);

const STRUCTURE: &[Marked] = &[
    // Inline markup
    ("He said **it *was*** good.", &["it was good", "said it", "was"]),
    ("He [said *it* now](http://x.org) was.", &["it now was", "He said", "said it now"]),
    ("a *b c d* e", &["a b", "c", "d e"]),
    ("a [b *c* d](http://x.org) e", &["b c", "c d e", "a b c d e"]),
    ("a b\n[c](http://x.org) d", &["a b", "b c d"]),
    ("re*mark*able **Note**: so", &["remarkable", "Note: so", "Note"]),
    ("**a *b*c** ~~struck words~~", &["a bc struck", "struck words"]),
    (
        "A [short] one [by name][short].\n\n[short]: http://x.org 'title'",
        &["short one by", "by name"],
    ),
    (
        "See <https://example.org/a?b=1&c> or <me@example.org>.",
        &["https://example.org/a?b=1&c or me@example.org"],
    ),
    ("words [![alt](http://x.org/p.png)](http://x.org) more", &["words more"]),
    ("Before![alt](http://x.org/p.png)*after* it", &["Before", "after", "Before after it"]),
    ("Run `ls` now, `cd` then", &["now", "then", "Run"]),
    ("one\ntwo  \nthree\\\nfour", &["one two three four", "two three"]),
    ("AT&amp;T &copy; &#8364;20 &#x2212;5 &lt;b&gt; end", &["AT&T © €20 −5 <b> end", "€20", "<b>"]),
    ("1 \\* 2 \\# \\[x\\] \\_y\\_ 1986\\. \\<b\\>", &["1 * 2 # [x] _y_ 1986. <b>"]),
    ("Costs $20 and $x^2$ or $$y$$", &["$20 and $x^2$ or $$y$$"]),
    ("He (*y*) said “*All*” of [“it”](http://x.org).", &["(y)", "\"All\" of \"it\".", "All"]),
    // Blocks
    ("# Head *one*\n\nSetext\nhead\n---\n\npara", &["Head one Setext", "head para"]),
    ("Text first\n\n# Late\n\n# Two {#two}\n\nmore", &["first Late Two more", "Two"]),
    ("- one\n- two\n\n  more\n- three", &["two more three", "one two", "three"]),
    ("1. one\n   - a\n   - b\n2. two", &["one a b two", "b"]),
    ("- [ ] open task\n- [x] done", &["open task done", "task"]),
    ("- a\n  - b\n    - c\n      - d\n\nend", &["a b c d end", "c d"]),
    (
        "| h1 | h2 |\n|----|:--:|\n| c *1* | x \\| y |\n| c3 | c4 |\n\nend",
        &["h2 c 1", "1 x | y c3", "c4 end"],
    ),
    ("> quoted words\nlazy line\n> > inner\n\nafter", &["words lazy line inner after"]),
    ("> - in quote\n>\n> para\n\n- > q in list\n  >\n  > - deep", &["in quote para q in", "deep"]),
    (
        "para one.\n\n***\n\npara two.\n\npara three.",
        &["one. para two. para", "two. para three.", "para two"],
    ),
    (
        "p1 *a b*\n\n> p2 **c** d\n\n- p3 [e f](http://x.org) g",
        &["a b p2 c d p3 e", "b p2 c d", "p2 c d p3 e f g", "e f"],
    ),
    ("tight\n- list\n- after\n\n      code", &["tight list after"]),
    // Footnotes
    (
        "lost[^1] it *all[^1]* here.\n\n[^1]: Note *text*.",
        &["lost it all", "here. Note", "Note text."],
    ),
    (
        "ends here[^1]\n\n[^1]: in[^2]\n[^2]: out\n\n    - y\n    - z",
        &["ends here", "in out y", "z"],
    ),
    (
        "|a[^1]|b|\n|-|-|\n|c|d|\n\n> q[^1]\n\n[^1]: N\n\n[^9]: Never used",
        &["a b c", "d q", "Never used"],
    ),
    // Overlaps
    ("One two three four", &["One two three", "two three four", "two three", "two three", "two"]),
    ("One two,three—four", &["One two", "three", "—four"]),
    ("I am a man", &["I", "a", "I am a man"]),
];

const CHARACTERS: &[Marked] = &[
    ("“Curly” and ‘it’s’ „so‟", &["\"Curly\" and 'it's' \"so\""]),
    ("\"Straight\" and 'it's'", &["“Straight” and ‘it’s’"]),
    ("a “quoted ‘inner’ word” b", &["\"quoted 'inner' word\"", "quoted 'inner'"]),
    ("well–known a—b c‑d e‒f g―h", &["well-known a-b c-d e-f g-h"]),
    ("20\u{a0}percent 30\u{202f}p 40\u{2009}p 五\u{3000}p", &["20 percent 30 p 40 p 五 p"]),
    ("co\u{ad}op\u{ad} now", &["coop", "now"]),
    ("\u{200f}שלום\u{200e} עולם", &["שלום", "עולם"]),
    ("in \u{2068}2023\u{2069} zero\u{200b}width \u{feff}end", &["2023", "width end"]),
    ("cafe\u{301} naïve Việt", &["café nai\u{308}ve Vie\u{323}\u{302}t"]),
    (
        "👨\u{200d}👩\u{200d}👧 and 👍🏽 🇩🇪🇫🇷 1\u{fe0f}\u{20e3} go",
        &["👨\u{200d}👩\u{200d}👧 and 👍🏽", "🇫🇷", "1\u{fe0f}\u{20e3} go"],
    ),
    ("قال مُحَمَّد إن ٢٠ هنا", &["مُحَمَّد إن", "٢٠"]),
    ("ประเทศไทย มีประชากร क्षत्रिय हैं 한국 인구", &["มีประชากร क्षत्रिय", "한국"]),
    ("中国\n人口*增长*了。GDP增长5%左右", &["中国人口增长", "GDP增长5%"]),
    ("Mix 中文 and عربي and עברית x", &["中文 and عربي and עברית"]),
    ("Straße İstanbul x² H₂O", &["Straße İstanbul x²", "H₂O"]),
    // Numbers
    ("a 112, 12.5, 1,234 and 12", &["12", "1,234", "12.5"]),
    ("$200, US$20, 30 €, €40, 50 %", &["$200", "US$20", "30 €", "€40", "50 %"]),
    ("−5 and +6 or 5", &["-5", "+6", "5"]),
    ("5–10 of 20%–30%, £1m–£2m", &["5", "10", "20%–30%", "£2m"]),
    (
        "1/2 1st v2.0 10:30 COVID-19 24/7 2½",
        &["1/2", "1st", "v2.0", "10:30", "COVID-19", "24/7", "2½"],
    ),
    ("call +1 555-123-4567 or (030) 123", &["+1 555-123-4567 or (030) 123"]),
    ("about 1 000\u{202f}000 men in 2023 100 more", &["1 000 000 men", "100 more"]),
    ("the U.S. economy in the ’60s", &["U.S. economy", "'60s"]),
    ("Wait… what?! The end.", &["Wait…", "what?!", "The end."]),
];

/// An article, a quote that it must not have, the rule, and words that the finding must say.
type Refused = (&'static str, &'static str, &'static str, &'static str);

const NOT_FOUND: &str = "quote-not-found";
const IN_CODE: &str = "quote-in-code";
const LOAN: &str = "That only 2 percent of *economic growth* in Latin America directly benefited the \
    poor. The Alliance was a $20 billion loan, and it was not repaid.";

const REFUSED: &[Refused] = &[
    ("a 112 percent", "12", NOT_FOUND, "`112`"),
    ("a 12.5 percent", "12", NOT_FOUND, "`12.5`"),
    ("a 12.5 percent", "5", NOT_FOUND, "`12.5`"),
    ("1,234 men", "234", NOT_FOUND, "`1,234`"),
    ("1 234 567 men", "567 men", NOT_FOUND, "`1 234 567 men`"),
    ("$200", "$20", NOT_FOUND, "`$200`"),
    ("$20", "20", NOT_FOUND, "`$20`"),
    ("20%", "20", NOT_FOUND, "`20%`"),
    ("by 20 %", "20", NOT_FOUND, "`20 %`"),
    ("by 20 € more", "20", NOT_FOUND, "`20 €`"),
    ("by € 20 more", "20", NOT_FOUND, "`€ 20`"),
    ("US$20", "$20", NOT_FOUND, "`US$20`"),
    ("−5 degrees", "5 degrees", NOT_FOUND, "`−5 degrees`"),
    ("3-5 men", "-5 men", NOT_FOUND, "`3-5 men`"),
    ("1/2", "2", NOT_FOUND, "`1/2`"),
    ("10:30", "10", NOT_FOUND, "`10:30`"),
    ("unlikely", "likely", NOT_FOUND, "`unlikely`"),
    ("can’t", "can", NOT_FOUND, "`can’t`"),
    ("👨\u{200d}👩\u{200d}👧", "👨", NOT_FOUND, "cut out of a longer word, number or sign"),
    ("قال مُحَمَّد هنا", "محمد", NOT_FOUND, "[مُحَمَّد]"),
    ("a café", "cafe", NOT_FOUND, "[café]"),
    ("٢٠ men", "20 men", NOT_FOUND, "[٢٠]"),
    ("ﬁne words here", "fine words", NOT_FOUND, "[ﬁne]"),
    ("Straße", "Strasse", NOT_FOUND, "[Straße]"),
    ("10² m", "102 m", NOT_FOUND, "[10²]"),
    ("wait… so", "wait...", NOT_FOUND, "[wait…]"),
    ("«so» it", "\"so\"", NOT_FOUND, "[«so»]"),
    (LOAN, "only 12 percent of economic", NOT_FOUND, "only [2] percent"),
    (LOAN, "2 percent of growth in", NOT_FOUND, "of [economic] growth"),
    (LOAN, "2 percent of the economic growth", NOT_FOUND, "of [the] economic"),
    (LOAN, "a $22 billion loan", NOT_FOUND, "a [$20] billion"),
    (LOAN, "it was repaid", NOT_FOUND, "was [not] repaid"),
    (LOAN, "latin america", NOT_FOUND, "[Latin America]"),
    (LOAN, "benefited directly the poor", NOT_FOUND, "[directly] benefited"),
    (LOAN, "it was not repaid!", NOT_FOUND, "[repaid.]"),
    (LOAN, "zebras of Mars", NOT_FOUND, "nothing like them"),
    ("", "anything", NOT_FOUND, "nothing like them"),
    ("[t](http://x.org/dest 'the title')", "the title", NOT_FOUND, "not in the article"),
    ("Run `rm -rf` now", "Run rm", IN_CODE, "in code"),
    ("```\nfenced words\n```", "fenced words", IN_CODE, "in code"),
    ("![some alt words](http://x.org/p.png)", "alt words", IN_CODE, "alternative text"),
    ("a <b>raw</b> <!-- hidden words -->", "hidden words", IN_CODE, "raw HTML"),
    ("a <b>big</b> lie", "a big lie", IN_CODE, "raw HTML tags among them"),
    (
        "a <b>big</b> lie",
        "a big lie",
        IN_CODE,
        "`**bold**` for `<b>bold</b>`; or set `raw_html: true`",
    ),
    ("<p>He said <b\n>it</b> now.</p>", "He said it now.", IN_CODE, "raw HTML tags among them"),
    ("a <b>big</b> old lie", "a huge old lie", NOT_FOUND, "set `raw_html: true`"),
];

/// Builds articles `a0`, `a1`, …, each with this claims file.
fn site(articles: &[(String, String)]) -> (Outcome, Option<MemorySite>) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("factpress.yaml"), "rules: {check-undated: allow}\n").unwrap();
    for (number, (markdown, claims)) in articles.iter().enumerate() {
        let article = root.join(format!("content/a{number}"));
        fs::create_dir(&article).unwrap();
        let matter = "---\ntitle: T\narticle: true\n---\n";
        fs::write(article.join("index.md"), format!("{matter}{markdown}\n")).unwrap();
        fs::write(article.join("claims.yaml"), claims).unwrap();
    }
    build::build_in_memory(&Options { root, ..Options::default() }).unwrap()
}

/// A claims file; what tells a quote apart is given as YAML.
fn claims(quotes: &[(&str, String)]) -> String {
    let mut yaml = if quotes.is_empty() { "claims: []\n" } else { "claims:\n" }.to_owned();
    for (number, (quote, context)) in quotes.iter().enumerate() {
        let quote = serde_json::to_string(quote).unwrap();
        let rest = "origin: own, verdict: unverified, finding: F.";
        writeln!(yaml, "  - {{id: k{number}, quote: {quote}, {context}{rest}}}").unwrap();
    }
    yaml
}

/// The findings that stop a build, each with its number of article, its rule, line, column and text.
fn refusals(outcome: &Outcome) -> Vec<(usize, &str, usize, usize, String)> {
    outcome
        .diagnostics
        .iter()
        .filter(|found| found.level == Level::Deny)
        .map(|found| {
            let name = found.place.file.path.split('/').nth(1).unwrap_or_default();
            let (start, _) = found.place.lines();
            let mut text = format!("{} {}", found.message, found.label);
            for part in found.notes.iter().chain(&found.help) {
                write!(text, "\n{part}").unwrap();
            }
            for related in &found.related {
                write!(text, "\n{}", related.label).unwrap();
            }
            (name[1..].parse().unwrap(), found.rule, start.line, start.column, text)
        })
        .collect()
}

/// The text of an element without notes, their numbers and footnote numbers; blocks and lines apart.
fn text(element: ElementRef<'_>) -> String {
    let mut found = String::new();
    for node in element.children() {
        if let Node::Text(words) = node.value() {
            found.push_str(words);
        } else if let Some(inner) = ElementRef::wrap(node) {
            let mut classes = inner.value().classes();
            if classes.any(|class| matches!(class, "note" | "noteref" | "footnote-ref")) {
                continue;
            }
            let inline = ["em", "strong", "a", "mark", "del", "code", "span", "img", "input"];
            let apart = if inline.contains(&inner.value().name()) { "" } else { " " };
            found.extend([apart, &text(inner), apart]);
        }
    }
    found
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words without any white space, and without differences of appearance.
fn dense(text: &str) -> String {
    normal(text).split_whitespace().collect()
}

/// Holds a page with marks against the same page without.
fn holds(page: &str, plain: &str, quotes: &[&str], case: &str) {
    let css = |css: &str| Selector::parse(css).unwrap();
    let (page, plain) = (Html::parse_document(page), Html::parse_document(plain));
    let count = |wanted: &str| page.select(&css(wanted)).count();
    for part in ["h1", ".article-text"] {
        let read = |page: &Html| page.select(&css(part)).map(text).collect::<String>();
        assert_eq!(squeeze(&read(&page)), squeeze(&read(&plain)), "visible text of {case}");
    }
    let mut ids: Vec<_> = page.select(&css("[id]")).filter_map(|it| it.value().id()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?} in {case}");
    for never in ["mark mark", "mark p", "mark li", "mark td", "mark .noteref", "a a", "p aside"] {
        assert_eq!(count(never), 0, "`{never}` in {case}");
    }
    for (number, quote) in quotes.iter().enumerate() {
        let pieces = css(&format!("mark[data-claim~=k{number}]"));
        let words: String = page.select(&pieces).map(text).collect();
        assert_eq!(dense(&words), dense(quote), "k{number} of {case}");
        for once in ["a.noteref[href='#n-ID']", "aside[id=n-ID]", "[id=c-ID]"] {
            let once = once.replace("ID", &format!("k{number}"));
            assert_eq!(count(&once), 1, "`{once}` in {case}");
        }
        // In the order of the page: the last piece, the reference, the note.
        let order: Vec<&str> = page
            .select(&css(&format!(
                "mark[data-claim~=k{number}], a.noteref[href='#n-k{number}'], aside[id=n-k{number}]"
            )))
            .map(|it| it.value().name())
            .collect();
        assert!(order.ends_with(&["mark", "a", "aside"]), "{order:?} of k{number} in {case}");
    }
}

#[test]
fn quotes_are_marked_word_for_word() {
    let cases: Vec<Marked> = [STRUCTURE, CHARACTERS].concat();
    let articles = |with_claims: bool| -> Vec<(String, String)> {
        cases
            .iter()
            .map(|(markdown, quotes)| {
                let quotes = if with_claims { *quotes } else { &[] };
                let quotes: Vec<_> = quotes.iter().map(|it| (*it, String::new())).collect();
                ((*markdown).to_owned(), claims(&quotes))
            })
            .collect()
    };
    let (outcome, marked) = site(&articles(true));
    let refused: Vec<_> = refusals(&outcome).into_iter().map(|it| (cases[it.0].0, it.4)).collect();
    assert!(refused.is_empty(), "{refused:#?}");
    let (marked, plain) = (marked.unwrap(), site(&articles(false)).1.unwrap());
    for (number, (markdown, quotes)) in cases.iter().enumerate() {
        let name = format!("a{number}/index.html");
        let read = |site: &MemorySite| String::from_utf8(site[&name].clone()).unwrap();
        holds(&read(&marked), &read(&plain), quotes, &format!("{markdown:?}"));
    }
}

#[test]
fn other_words_are_refused_at_their_place() {
    let articles: Vec<_> = REFUSED
        .iter()
        .map(|(markdown, quote, ..)| ((*markdown).to_owned(), claims(&[(quote, String::new())])))
        .collect();
    let (outcome, built) = site(&articles);
    assert!(built.is_none());
    let found = refusals(&outcome);
    for (number, (markdown, quote, rule, says)) in REFUSED.iter().enumerate() {
        let of_case: Vec<_> = found.iter().filter(|it| it.0 == number).collect();
        let [(_, by, line, column, text)] = &*of_case else {
            panic!("{quote:?} in {markdown:?}: {of_case:?}")
        };
        assert_eq!((by, *line, *column), (rule, 2, 21), "{quote:?} in {markdown:?}: {text}");
        assert!(text.contains(says), "{quote:?} in {markdown:?} lacks {says:?}: {text}");
    }
}

#[test]
fn what_is_proposed_for_words_that_stand_often_works() {
    let paragraph =
        format!("{}the loan {}", "some more words ".repeat(12), "and yet more ".repeat(12));
    let texts = [
        "The *old* loan was a loan. No loan, “loan”.\n\nThe loan.\n\n- loan x\n- y loan",
        "loan loan loan loan",
        "[loan](http://x.org) *loan* **loan**[^1] loan\n\n[^1]: loan",
        "# loan\n\nloan\n\n> loan\n\n1. loan\n\n|loan|loan|\n|-|-|\n|loan|a loan|",
        "a\\\\b loan, a\"b loan: 'c' loan # loan",
        "loan\u{a0}a loan a loan, cafe\u{301} loan, café loan, cafe loan",
        "loan—loan–loan ... loan ... loan ... loan",
        &format!("{paragraph}\n\n{paragraph}\n\n{paragraph}"),
    ];
    let bare: Vec<_> =
        texts.iter().map(|it| ((*it).to_owned(), claims(&[("loan", String::new())]))).collect();
    let mut proposed = Vec::new();
    for found in site(&bare).0.diagnostics {
        assert_eq!(found.rule, "quote-ambiguous");
        let number: usize = found.place.file.path[9..].split('/').next().unwrap().parse().unwrap();
        for related in &found.related {
            let context = related.label.split_once("with `").unwrap().1.replace("` and `", ", ");
            let context = format!("{}, ", context.trim_end_matches('`'));
            let line = related.place.lines().0.line;
            proposed.push((number, line, context));
        }
    }
    assert!(proposed.len() > 30);
    let articles: Vec<_> = proposed
        .iter()
        .map(|(number, _, context)| {
            (texts[*number].to_owned(), claims(&[("loan", context.clone())]))
        })
        .collect();
    let (outcome, built) = site(&articles);
    assert!(built.is_some(), "{:#?}", refusals(&outcome));
}

#[test]
fn a_prefix_that_fits_nowhere_is_shown_beside_what_stands_there() {
    let cases = [
        ("the loan here", "prefix: a, ", "after `the`"),
        ("the loan here", "suffix: her e, ", "before `here`"),
        ("the loan here, loan", "prefix: The, ", "after `the`"),
        ("the loan here, loan", "prefix: the, suffix: there, ", "before `here, loan`"),
        ("a loan b loan", "prefix: the a, ", "straight before"),
    ];
    let articles: Vec<_> = cases
        .iter()
        .map(|(markdown, context, _)| {
            ((*markdown).to_owned(), claims(&[("loan", (*context).to_owned())]))
        })
        .collect();
    let (outcome, _) = site(&articles);
    let found = refusals(&outcome);
    assert_eq!(found.len(), cases.len(), "{found:?}");
    for (number, by, _, _, text) in found {
        let (markdown, context, says) = cases[number];
        assert_eq!(by, NOT_FOUND);
        assert!(text.contains(says), "{context} in {markdown:?} lacks {says:?}: {text}");
    }
}
