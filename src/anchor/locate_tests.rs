//! Cases of [`super::locate`]: what is found, and what is refused why.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write;

use super::*;

fn find(markdown: &str, quote: &str) -> Result<String, Failure> {
    find_between(markdown, None, quote, None)
}

fn find_between(
    markdown: &str,
    prefix: Option<&str>,
    quote: &str,
    suffix: Option<&str>,
) -> Result<String, Failure> {
    let map = TextMap::new(markdown, false);
    let found = locate(&map, &[Selector { quote, prefix, suffix }]).remove(0);
    found.map(|anchor| map.visible[anchor].to_owned())
}

/// Asserts that the quote is found, once, as these visible words.
#[track_caller]
fn finds(markdown: &str, quote: &str, visible: &str) {
    assert_eq!(find(markdown, quote).as_deref(), Ok(visible), "{quote:?} in {markdown:?}");
}

#[test]
fn across_inline_markup() {
    finds("a *big **old** lie* here", "big old lie here", "big old lie here");
    finds(
        "a [big](http://x.y \"title\") [lie][r] <http://z.z>\n\n[r]: u",
        "big lie http://z.z",
        "big lie http://z.z",
    );
    finds("one\ntwo  \nthree\\\nfour", "one two three four", "one two\nthree\nfour");
    finds(
        "AT&amp;T&nbsp;paid &#8217;em&#x2019; \\$20 \\*net\\*",
        "AT&T paid 'em' $20 *net*",
        "AT&T\u{a0}paid ’em’ $20 *net*",
    );
    finds("a ~~dead~~ link", "a dead link", "a dead link");
    finds(
        "lost in 1961[^1] and won[^2].\n\n[^1]: A.\n[^2]: B.",
        "in 1961 and won.",
        "in 1961 and won.",
    );
    finds("re*mark*able", "remarkable", "remarkable");
    finds("see ![alt](u) it", "see it", "see  it");
    finds("a &lt;b&gt; c", "<b>", "<b>");
}

#[test]
fn across_blocks() {
    finds("# The *Head* {#id}\n\nText", "Head Text", "Head\nText");
    finds("- one\n- two\n\n  three\n    1. four", "one two three four", "one\ntwo\nthree\nfour");
    finds("| a | b |\n|--|--|\n| c *d* | e |", "b c d e", "b\nc d\ne");
    finds("> said\n> he\n\nand went", "said he and went", "said he\nand went");
    finds("one.\n\n***\n\nTwo", "one. Two", "one.\nTwo");
    finds("one[^n].\n\n[^n]: Note\n    more\n\nTwo", "one. Two", "one.\nTwo");
    finds("one[^n].\n\n[^n]: Note\n    more\n\nTwo", "Note more", "Note more");
    finds("- [x] done\n- [ ] open", "done open", "done\nopen");
}

#[test]
fn appearance_does_not_matter() {
    finds(
        "“It’s” – a 20\u{a0}% co\u{ad}op",
        "\"It's\" - a 20 % coop",
        "“It’s” – a 20\u{a0}% co\u{ad}op",
    );
    finds("\"It's\" - a", "“It’s” — a", "\"It's\" - a");
    finds("cafe\u{301} e\u{323}\u{302}", "café ệ", "cafe\u{301} e\u{323}\u{302}");
    finds("café", "cafe\u{301}", "café");
    finds("ᄒ\u{1161}\u{11ab}국", "한국", "ᄒ\u{1161}\u{11ab}국");
    finds("x  y", " \n x \u{2003} y\t", "x  y");
    finds("cafe&#x301; au lait", "café au", "cafe\u{301} au");
    finds("*cafe*\u{301} au lait", "café au", "cafe\u{301} au");
}

#[test]
fn meaning_does() {
    for (markdown, quote) in [
        ("It is not so", "It is so"),
        ("a Pole", "a pole"),
        ("5′", "5'"),
        ("«so»", "\"so\""),
        ("wait…", "wait..."),
        ("1,5", "1.5"),
        ("ﬁne", "fine"),
        ("10²", "102"),
    ] {
        assert!(
            matches!(find(markdown, quote), Err(Failure::NotFound(_))),
            "{quote} in {markdown}"
        );
    }
}

#[test]
fn other_scripts() {
    finds("قال إِنَّ **العَدَد** كبير", "إِنَّ العَدَد", "إِنَّ العَدَد");
    finds("他说中国\n人口*增长*了。", "中国人口增长", "中国人口增长");
    finds("これは\nテストです", "はテスト", "はテスト");
    finds("say 👨\u{200d}👩\u{200d}👧 now", "👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧");
    finds("🇩🇪🇫🇷 won", "🇫🇷 won", "🇫🇷 won");
    assert!(matches!(find("👨\u{200d}👩", "👨"), Err(Failure::CutsWord(_))));
    assert!(matches!(find("🇩🇪🇫🇷", "🇪🇫"), Err(Failure::CutsWord(_))));
    assert!(matches!(find("e\u{301}", "e"), Err(Failure::NotFound(_) | Failure::CutsWord(_))));
}

#[test]
fn words_and_numbers_stay_whole() {
    for (markdown, quote, whole) in [
        ("a 112 percent rise", "12 percent", "112 percent"),
        ("cost $200", "$20", "$200"),
        ("cost $**20** or", "20", "$20"),
        ("cost 2.5 or", "2", "2.5"),
        ("at −5 degrees", "5 degrees", "−5 degrees"),
        ("about **20**% of", "20", "20%"),
        ("un*likely*", "likely", "unlikely"),
    ] {
        let map = TextMap::new(markdown, false);
        let found = locate(&map, &[Selector { quote, prefix: None, suffix: None }]).remove(0);
        let Err(Failure::CutsWord(places)) = found else { panic!("{quote}: {found:?}") };
        let [place] = &*places else { panic!("{places:?}") };
        assert_eq!(&map.visible[place.clone()], whole);
    }
    finds("a 112 percent, then 12 percent", "12 percent", "12 percent");
    finds("from 3–5 men", "5 men", "5 men");
}

#[test]
fn nothing_is_nowhere() {
    for quote in ["", " ", "\n\u{a0}", "\u{ad}"] {
        assert_eq!(find("a b", quote), Err(Failure::NotFound(None)));
        assert_eq!(find("", quote), Err(Failure::NotFound(None)));
    }
    assert_eq!(find("", "a"), Err(Failure::NotFound(None)));
    let map = TextMap::new("a", false);
    assert_eq!(locate(&map, &[]), []);
}

#[test]
fn context_decides() {
    let text = "The *old* loan was a loan. No loan, “loan”.";
    assert_eq!(find_between(text, Some("was a"), "loan", None).as_deref(), Ok("loan"));
    let at = |prefix, suffix| {
        let map = TextMap::new(text, false);
        locate(&map, &[Selector { quote: "loan", prefix, suffix }]).remove(0).map(|it| it.start)
    };
    assert_eq!(at(Some("old"), None), Ok(8));
    assert_eq!(at(Some("old "), None), Ok(8));
    assert_eq!(at(None, Some(". No")), Ok(19));
    assert_eq!(at(None, Some(" was")), Ok(8));
    assert_eq!(at(Some("\""), Some("”")), Ok(37));
    assert_eq!(at(Some(""), Some("was")), Ok(8));
    assert!(
        matches!(at(Some("new"), None), Err(Failure::ContextMismatch(places)) if places.len() == 4)
    );
    assert!(matches!(at(Some("old"), Some(".")), Err(Failure::ContextMismatch(_))));
    assert!(matches!(at(Some("Old"), None), Err(Failure::ContextMismatch(_))));
    // Even where the words stand once.
    assert!(matches!(find_between("a b", Some("c"), "b", None), Err(Failure::ContextMismatch(_))));
    // Across a border between blocks.
    assert_eq!(find_between("- x\n- y\n- z\n- y", Some("x"), "y", None).as_deref(), Ok("y"));
}

#[test]
fn several_places_are_told_apart() {
    let proposals = |markdown: &str, quote: &str| {
        let map = TextMap::new(markdown, false);
        let found = locate(&map, &[Selector { quote, prefix: None, suffix: None }]).remove(0);
        let Err(Failure::Ambiguous(places)) = found else { panic!("{found:?}") };
        for place in &places {
            let (prefix, suffix) = (place.prefix.as_deref(), place.suffix.as_deref());
            if prefix.is_some() || suffix.is_some() {
                let found = locate(&map, &[Selector { quote, prefix, suffix }]).remove(0);
                assert_eq!(found, Ok(place.anchor.clone()), "{place:?}");
            }
        }
        places
            .into_iter()
            .map(|it| (it.prefix.unwrap_or_default(), it.suffix.unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let pair = |prefix: &str, suffix: &str| (prefix.to_owned(), suffix.to_owned());
    assert_eq!(
        proposals("The *new* loan and the old loan.", "loan"),
        [pair("new", ""), pair("old", "")]
    );
    assert_eq!(
        proposals("one very big loan, two very big loan", "loan"),
        [pair("one very big", ""), pair("two very big", "")]
    );
    // Nothing stands before the first.
    assert_eq!(proposals("loan x, a loan y", "loan"), [pair("", "x,"), pair("a", "")]);
    // Truly alike.
    assert_eq!(proposals("a a a a", "a").len(), 4);
    let same = "same words over and over again they run, ".repeat(3);
    let text = format!("{same}loan {same} {same}loan {same}");
    assert_eq!(proposals(&text, "loan"), [pair("", ""), pair("", "")]);
    // Before and after only together.
    let (one, two) = ("a b c d e f g h i j", "k l m n o p q r s t");
    let text = format!("{one} loan {two} {two} loan {two} {one} loan {one}");
    assert!(proposals(&text, "loan").iter().all(|it| *it != pair("", "")));
    assert_eq!(proposals("中国人口增长，日本人口减少", "人口"), [pair("国", ""), pair("本", "")]);
    // A straight border; a dash; marks alone are no words.
    assert_eq!(proposals("x\n\n“loan” and y “loan”", "loan").len(), 2);
}

#[test]
fn given_context_may_be_too_little() {
    let map = TextMap::new("red big loan, blue big loan, small loan", false);
    let found =
        locate(&map, &[Selector { quote: "loan", prefix: Some("big"), suffix: None }]).remove(0);
    let Err(Failure::Ambiguous(places)) = found else { panic!("{found:?}") };
    let prefixes: Vec<_> = places.iter().map(|it| it.prefix.as_deref()).collect();
    assert_eq!(prefixes, [Some("red big"), Some("blue big")]);
}

#[test]
fn code_is_not_quoted() {
    let code = |markdown: &str, raw_html: bool, quote: &str| {
        let map = TextMap::new(markdown, raw_html);
        let found = locate(&map, &[Selector { quote, prefix: None, suffix: None }]).remove(0);
        match found {
            Err(Failure::InCode(kind, source)) => (kind, markdown[source].to_owned()),
            other => panic!("{quote}: {other:?}"),
        }
    };
    assert_eq!(code("run `rm *` now", false, "rm *"), (CodeKind::Code, "`rm *`".into()));
    assert_eq!(code("run `rm *` now", false, "run rm *"), (CodeKind::Code, "run `rm *`".into()));
    assert_eq!(code("x\n\n    let a;\n", false, "let a;"), (CodeKind::Code, "let a;".into()));
    assert_eq!(code("```\nlet a;\nb\n```\n", false, "let a; b").0, CodeKind::Code);
    assert_eq!(
        code("see ![a *big*\nboat](u)", false, "big boat"),
        (CodeKind::AltText, "![a *big*\nboat](u)".into())
    );
    assert_eq!(code("a <b>c</b>", false, "<b>c").0, CodeKind::RawHtml);
    assert_eq!(code("<div>\nsome words\n</div>", true, "some words").0, CodeKind::RawHtml);
    assert_eq!(code("<div>\nsome words\n</div>", false, "some words").0, CodeKind::RawHtml);
    assert_eq!(
        code("a <span title=\"some words\">c</span>", true, "some words").0,
        CodeKind::RawHtml
    );
    // Beside code, and elsewhere, words may be quoted.
    finds("run `x` now `now`", "now", "now");
    let map = TextMap::new("a <b>big</b> lie", true);
    let found = locate(&map, &[Selector { quote: "a big lie", prefix: None, suffix: None }]);
    assert_eq!(found, [Ok(0..9)]);
}

#[test]
fn many_selectors_at_once() {
    let map = TextMap::new("one two three four five", false);
    let quotes = ["two three four", "three", "one two", "two three four", "six", "four five", ""];
    let selectors = quotes.map(|quote| Selector { quote, prefix: None, suffix: None });
    let found = locate(&map, &selectors);
    let words: Vec<_> = found.into_iter().map(|it| it.ok().map(|it| &map.visible[it])).collect();
    let wanted = ["two three four", "three", "one two", "two three four"].map(Some);
    assert_eq!(words[..4], wanted);
    assert_eq!(words[4..], [None, Some("four five"), None]);
}

#[test]
fn plain_text_is_searched_by_the_same_rules() {
    let find = |quote| {
        locate_in_text("a *b*\n`c` 112", &[Selector { quote, prefix: None, suffix: None }])
            .remove(0)
    };
    assert_eq!(find("*b* `c`"), Ok(2..9));
    assert!(
        matches!(find("12"), Err(Failure::CutsWord(places)) if places.len() == 1 && places[0] == (10..13))
    );
}

fn near(markdown: &str, quote: &str) -> Option<(String, Vec<WordDiff>)> {
    let map = TextMap::new(markdown, false);
    match locate(&map, &[Selector { quote, prefix: None, suffix: None }]).remove(0) {
        Err(Failure::NotFound(near)) => {
            near.map(|near| (map.visible[near.anchor].to_owned(), near.words))
        }
        other => panic!("{quote}: {other:?}"),
    }
}

#[test]
fn the_nearest_passage_is_shown() {
    let same = |words: &str| WordDiff::Same(words.into());
    let quoted = |words: &str| WordDiff::Quote(words.into());
    let article = |words: &str| WordDiff::Article(words.into());
    let text = "It was reported that “only 2 percent of *economic growth* in 1960s Latin America \
        directly benefited the poor”, and that the growth of the poor was not of the best.";
    assert_eq!(
        near(text, "only 12 percent of economic growth in"),
        Some((
            "only 2 percent of economic growth in".into(),
            vec![same("only"), quoted("12"), article("2"), same("percent of economic growth in")]
        ))
    );
    let anchor = |quote| near(text, quote).map(|it| it.0);
    // A missing, a further, a changed word; first and last words; case; a slip of the pen.
    assert_eq!(
        anchor("2 percent of growth in 1960s").as_deref(),
        Some("2 percent of economic growth in 1960s")
    );
    assert_eq!(anchor("in the 1960s Latin America").as_deref(), Some("in 1960s Latin America"));
    assert_eq!(
        anchor("in the 1960s Latin America directly").as_deref(),
        Some("in 1960s Latin America directly")
    );
    assert_eq!(anchor("directly helped the poor").as_deref(), Some("directly benefited the poor"));
    assert_eq!(
        anchor("about 2 percent of economic").as_deref(),
        Some("only 2 percent of economic")
    );
    assert_eq!(
        anchor("directly benefited the rich").as_deref(),
        Some("directly benefited the poor")
    );
    assert_eq!(anchor("latin america").as_deref(), Some("Latin America"));
    assert_eq!(anchor("benefitted").as_deref(), Some("benefited"));
    assert_eq!(anchor("“only 3 percent").as_deref(), Some("“only 2 percent"));
    // Nothing near.
    assert_eq!(anchor("a wholly different matter"), None);
    assert_eq!(anchor("the zebras of Mars sleep"), None);
    assert_eq!(anchor("?!"), None);
    assert_eq!(
        near("他说中国人口增长了", "中国人口减少了").map(|it| it.0).as_deref(),
        Some("中国人口增长了")
    );
}

#[test]
fn huge_texts_are_searched_quickly_for_what_is_near() {
    let mut text = String::new();
    let mut state = 1_u64;
    while text.len() < 1_000_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let number = (state >> 40) % 3000;
        match number % 4 {
            0 => text.push_str("the "),
            1 => text.push_str("of "),
            2 => write!(text, "w{} ", number % 50).unwrap(),
            _ => write!(text, "w{number}. ").unwrap(),
        }
    }
    let mut quote: Vec<&str> = text[500_000..501_800].split(' ').skip(1).collect();
    quote.pop();
    quote[100] = "delta";
    let quote = quote.join(" ");
    let found = near(&text, &quote).unwrap();
    let [WordDiff::Same(_), one, other, WordDiff::Same(_)] = &*found.1 else { panic!("{found:?}") };
    assert!(matches!((one, other), (WordDiff::Quote(it), WordDiff::Article(_)) if it == "delta"));
}
