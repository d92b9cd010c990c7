//! For any article and any of its words: quoting them finds exactly them.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use factpress::anchor::{
    Failure, PieceKind, SeedComparison, Selector, TextMap, compare, locate, normal,
};
use factpress::model::Edit;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Markdown that is likely to be hard: inline pieces, put together into blocks.
fn inline() -> impl Strategy<Value = String> {
    let fragments = prop::sample::select(vec![
        "word",
        "the",
        "a",
        "*big*",
        "**old *lie***",
        "~~gone~~",
        "[link](http://x.y)",
        "[ref][r]",
        "<http://auto.link>",
        "`code`",
        "![alt words](u)",
        "&amp;",
        "&nbsp;",
        "&#8217;",
        "\\*",
        "\\$20",
        "$20",
        "20%",
        "−5",
        "3–5",
        "1,234.5",
        "“so”",
        "'it’s'",
        "—",
        "e\u{301}",
        "*e*\u{301}",
        "é",
        "co\u{ad}op",
        "👨\u{200d}👩\u{200d}👧",
        "🇩🇪🇫🇷",
        "إِنَّ",
        "中国",
        "は",
        "한국",
        "\u{1112}\u{1161}\u{11ab}",
        "[^1]",
        "<b>raw</b>",
        "a_b_c",
        "re*mark*able",
        ".",
        ",",
        "\u{a0}",
        "\u{2003}",
        "\u{301}",
        "\u{200b}",
        "US$5",
        "½",
        "20\u{a0}000",
        "No",
        "\\",
        "*",
        "_",
        "[",
        "]",
        "|",
        "<",
        "&",
        "\u{85}",
        "\u{1161}",
    ]);
    let glue = prop::sample::select(vec![" ", " ", " ", "", "\n", "  \n", "\\\n"]);
    prop::collection::vec((fragments, glue), 1..8)
        .prop_map(|parts| parts.into_iter().flat_map(|(text, glue)| [text, glue]).collect())
}

fn block() -> impl Strategy<Value = String> {
    (inline(), inline(), 0..11_u8).prop_map(|(one, two, kind)| {
        let line = |text: &str| text.replace(['\n', '|'], " ");
        match kind {
            0 => format!("# {} {{#id}}\n\n", line(&one)),
            1 => format!("- {}\n- {}\n\n", one.replace('\n', "\n  "), two.replace('\n', "\n  ")),
            2 => format!(
                "1. [x] {}\n\n   {}\n\n",
                one.replace('\n', "\n   "),
                two.replace('\n', "\n   ")
            ),
            3 => format!("> {}\n\n", one.replace('\n', "\n> ")),
            4 => format!("| {} | b |\n|---|:-:|\n| c | {} |\n\n", line(&one), line(&two)),
            5 => format!("[^1]: {}\n\n", line(&one)),
            6 => format!("```\n{}\n```\n\n", line(&one)),
            7 => format!("<div>\n{}\n</div>\n\n", line(&one)),
            8 => format!("{one}\n***\n{two}\n\n"),
            _ => format!("{one}\n\n{two}\n\n"),
        }
    })
}

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(block(), 1..5).prop_map(|blocks| {
        let mut text = blocks.concat();
        text.push_str("[r]: http://r.r\n");
        text
    })
}

/// A span of whole words of the visible text that touches no code: found the slow way.
fn span(map: &TextMap<'_>, from: usize, length: usize) -> Option<std::ops::Range<usize>> {
    let mut bounds: Vec<usize> = map.visible.split_word_bound_indices().map(|it| it.0).collect();
    bounds.push(map.visible.len());
    let graphemes: std::collections::BTreeSet<usize> =
        map.visible.grapheme_indices(true).map(|it| it.0).chain([map.visible.len()]).collect();
    bounds.retain(|at| graphemes.contains(at));
    let from = from % bounds.len();
    let span = bounds[from]..bounds[(from + length).min(bounds.len() - 1)];
    let text = &map.visible[span.clone()];
    let blank = |c: char| c.is_whitespace() || normal(c.encode_utf8(&mut [0; 4])).is_empty();
    let start = span.start + (text.len() - text.trim_start_matches(blank).len());
    let end = span.end - (text.len() - text.trim_end_matches(blank).len());
    let touches_code = || {
        map.pieces_in(&(start..end))
            .iter()
            .any(|it| matches!(it.kind, PieceKind::Code | PieceKind::RawHtml))
    };
    // An accent on a space stays with the space.
    let whole = bounds.contains(&start) && bounds.contains(&end);
    (start < end && whole && !touches_code()).then_some(start..end)
}

fn bare(quote: &str) -> Selector<'_> {
    Selector { quote, prefix: None, suffix: None }
}

fn fast() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    }
}

fn holds(markdown: &str, raw_html: bool, from: usize, length: usize) -> Result<(), TestCaseError> {
    let map = TextMap::new(markdown, raw_html);
    let mut end = 0;
    for piece in &map.pieces {
        prop_assert_eq!(piece.visible.start, end);
        end = piece.visible.end;
        prop_assert!(markdown.get(piece.source.clone()).is_some());
    }
    prop_assert_eq!(end, map.visible.len());
    prop_assert!(map.pieces.windows(2).all(|pair| pair[0].event < pair[1].event));

    let Some(span) = span(&map, from, length) else { return Ok(()) };
    let quote = &map.visible[span.clone()];
    let source = map.source_range(&span);
    prop_assert!(markdown.get(source).is_some());
    // What parts a number from its sign is refused; that is checked case by case elsewhere.
    let at_number = [span.start, span.end].into_iter().any(|at| {
        let (before, after) = map.visible.split_at(at);
        before.chars().rev().take(3).chain(after.chars().take(3)).any(char::is_numeric)
    });
    match locate(&map, &[bare(quote)]).remove(0) {
        Ok(found) => prop_assert!(found == span || at_number, "{:?} at {:?}", quote, found),
        Err(Failure::Ambiguous(places)) => {
            let this = places.iter().find(|place| place.anchor == span);
            prop_assert!(this.is_some() || at_number, "{:?} not among {:?}", span, places);
            let Some(this) = this else { return Ok(()) };
            let (prefix, suffix) = (this.prefix.as_deref(), this.suffix.as_deref());
            let again = locate(&map, &[Selector { quote, prefix, suffix }]).remove(0);
            if prefix.is_some() || suffix.is_some() {
                prop_assert_eq!(again, Ok(span));
            } else {
                prop_assert!(matches!(again, Err(Failure::Ambiguous(_))));
            }
        }
        other => prop_assert!(at_number, "{:?} in {:?}: {:?}", quote, map.visible, other),
    }
    // Appearance doesn't matter.
    let levelled = normal(quote);
    let one = locate(&map, &[bare(quote), bare(&levelled)]);
    prop_assert_eq!(&one[0], &one[1]);
    Ok(())
}

proptest! {
    #![proptest_config(fast())]

    #[test]
    fn words_of_an_article_are_found(
        markdown in article(), raw_html: bool, from in 0..400_usize, length in 1..12_usize
    ) {
        holds(&markdown, raw_html, from, length)?;
    }

    #[test]
    fn words_of_anything_are_found(
        markdown in "(\\PC|[a-c \n*_`\\[\\]()&;#<>|~^:!-]|[\u{301}\u{323}\u{ad}\u{200d}\u{a0}\u{0}\t\r]){0,60}",
        raw_html: bool, from in 0..60_usize, length in 1..8_usize
    ) {
        holds(&markdown, raw_html, from, length)?;
    }

    #[test]
    fn nothing_panics(
        markdown in "(\\PC|[a-c1-3 \n*_`\\[\\]()&;#<>|$%.,-]){0,60}", raw_html: bool,
        quotes in prop::collection::vec("(\\PC|[a-c1-3 \n$%.,“’-]){0,8}", 1..5),
    ) {
        let map = TextMap::new(&markdown, raw_html);
        let selectors: Vec<_> = quotes
            .iter()
            .zip(quotes.iter().cycle().skip(1))
            .flat_map(|(quote, other)| [
                bare(quote),
                Selector { quote, prefix: Some(other), suffix: None },
                Selector { quote, prefix: None, suffix: Some(other) },
            ])
            .collect();
        for anchor in locate(&map, &selectors).into_iter().flatten() {
            prop_assert!(map.visible.get(anchor).is_some_and(|words| !words.trim().is_empty()));
        }
        let edits: Vec<Edit> = quotes
            .iter()
            .map(|quote| Edit { was: quote.clone(), now: markdown.clone(), ..Edit::default() })
            .collect();
        for difference in compare(&markdown, &edits, &map).differences {
            prop_assert!(map.visible.get(difference.visible).is_some());
            prop_assert!(markdown.get(difference.seed_range).is_some());
        }
    }

    #[test]
    fn an_article_is_its_own_seed(markdown in article()) {
        let map = TextMap::new(&markdown, false);
        prop_assert_eq!(compare(&map.visible, &[], &map), SeedComparison::default());
    }
}
