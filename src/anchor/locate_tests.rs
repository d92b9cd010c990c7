//! Cases of [`super::locate`]: what is found, and what is refused why.

#![allow(clippy::unwrap_used, reason = "tests")]

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
    finds("Before![x](y)after", "after", "after");
    finds("one![x](y)![x](y)*two* a", "one two", "one two");
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
fn what_shows_nothing_does_not_matter() {
    finds("\u{200f}שלום\u{200e} עולם", "שלום", "שלום\u{200e}");
    finds("שלום עולם", "\u{200f}שלום\u{200e} עולם", "שלום עולם");
    finds("co\u{ad}op\u{ad} now", "coop", "co\u{ad}op\u{ad}");
    finds("zero\u{200b}width", "width", "width");
    finds("in \u{2068}2023\u{2069} it", "2023", "2023\u{2069}");
    finds("he\u{2060}—\u{feff}she", "he—she", "he\u{2060}—\u{feff}she");
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
    finds("他说中国\n人口*增长*了。", "中国\n 人口增长", "中国人口增长");
    finds("- 中国\n- 人口\n\n他说：\n“好”", "国人口 他说： \"好\"", "国\n人口\n他说：“好”");
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
    let same = "same words over and over again they run, ".repeat(300);
    let text = format!("{same}loan {same} {same}loan {same}");
    assert_eq!(proposals(&text, "loan"), [pair("", ""), pair("", "")]);
    // Paragraphs that stand twice.
    let paragraph = format!("{}loan{}", "one more word ".repeat(9), " and one more".repeat(9));
    let text = format!("First.\n\n{paragraph}\n\n{paragraph}\n\nLast.");
    let told = proposals(&text, "loan");
    assert!(told.iter().all(|(prefix, suffix)| prefix.len() + suffix.len() > 100), "{told:?}");
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
    // Tags that are shown stand between the words.
    let among = |markdown: &str, quote: &str, source: &str| {
        assert_eq!(code(markdown, false, quote), (CodeKind::AmongTags, source.to_owned()));
    };
    among("a <b>big *old*</b> lie", "big old lie", "big *old*</b> lie");
    among("it re<b>mark</b>s <!-- a > b -->", "remarks", "re<b>mark</b>s");
    among("<p>\nHe said\n<b\n id=x>it</b>\n</p>", "He said it", "He said\n<b\n id=x>it");
    among("2 < <i>3</i> now", "2 < 3", "2 < <i>3");
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
fn places_of_masses_of_selectors_are_bounded() {
    let text: Vec<_> = (0..300).map(|number| format!("{number} it is so.")).collect();
    let text = text.join(" ");
    let map = TextMap::new(&text, false);
    let selectors = vec![Selector { quote: "it is", prefix: None, suffix: None }; 4000];
    let (mut kept, mut proposed) = (0, 0);
    for found in locate(&map, &selectors) {
        let Err(Failure::Ambiguous(places)) = found else { panic!("{found:?}") };
        assert!(places.len() >= 2);
        kept += places.len();
        proposed += places.iter().filter(|it| it.prefix.is_some() || it.suffix.is_some()).count();
    }
    assert!(kept <= 100_000, "{kept}");
    assert!((1..=2000).contains(&proposed), "{proposed}");
}

#[test]
fn more_selectors_than_a_few_give_the_same() {
    let text = "a b a b a c, aa b c a";
    let map = TextMap::new(text, false);
    let quotes: Vec<&str> = (0..text.len())
        .flat_map(|start| (start + 1..=text.len()).map(move |end| &text[start..end]))
        .collect();
    let selector = |quote| Selector { quote, prefix: None, suffix: None };
    let selectors: Vec<_> = quotes.iter().map(|quote| selector(quote)).collect();
    let together = locate(&map, &selectors);
    assert!(together.iter().any(Result::is_ok));
    for (selector, found) in selectors.iter().zip(together) {
        assert_eq!(locate(&map, &[*selector]), [found]);
    }
    let found = locate(&map, &[selector("a b a")]).remove(0);
    assert!(matches!(found, Err(Failure::Ambiguous(places)) if places.len() == 2));
}
