//! Cases of [`super::near_miss`]: which passage is shown for words that are not there.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write;

use super::*;

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
    // Words in another order; marks that differ; accents.
    assert_eq!(
        anchor("benefited directly the poor").as_deref(),
        Some("directly benefited the poor")
    );
    assert_eq!(anchor("benefited the poor.").as_deref(), Some("benefited the poor”,"));
    assert_eq!(anchor("«only 2 percent").as_deref(), Some("“only 2 percent"));
    let other = |text, quote| near(text, quote).map(|it| it.0);
    assert_eq!(other("wait… what", "wait...").as_deref(), Some("wait…"));
    assert_eq!(other("قال مُحَمَّد هنا", "محمد").as_deref(), Some("مُحَمَّد"));
    assert_eq!(other("a café there", "cafe").as_deref(), Some("café"));
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

#[test]
fn of_many_quotes_that_are_not_there_the_first_are_compared() {
    let map = TextMap::new("It was a big loan to them all", false);
    let quotes: Vec<String> = (0..200).map(|number| format!("a big {number} loan")).collect();
    let selectors: Vec<_> =
        quotes.iter().map(|quote| Selector { quote, prefix: None, suffix: None }).collect();
    let found = locate(&map, &selectors);
    let compared = |it: &_| matches!(it, Err(Failure::NotFound(Some(_))));
    assert_eq!(found.iter().take_while(|it| compared(it)).count(), 50);
    assert!(found[50..].iter().all(|it| *it == Err(Failure::NotCompared)));
}

#[test]
fn slips_are_looked_for_within_bounds() {
    // Words of three letters are not compared with those of six.
    let text: Vec<_> = (0..1000).map(|number| format!("a{} z{number:05}", number % 90)).collect();
    let text = text.join(" ");
    let form = NormalForm::new(&text);
    let mut passages = near_miss::Passages::new(&form.text);
    let before = passages.left_for_slips;
    passages.nearest(&form, "a7x");
    assert!((1..3000).contains(&(before - passages.left_for_slips)), "{before}");
    // One slip after another, until enough is spent.
    passages.left_for_slips = 200_000;
    for number in 0..80 {
        passages.nearest(&form, &format!("q{number:06}"));
    }
    assert!(passages.left_for_slips < 100, "{}", passages.left_for_slips);
    assert!(passages.nearest(&form, "z00007 a7").is_some());
}
