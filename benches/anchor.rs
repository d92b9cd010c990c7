//! What anchoring costs: reading an article of the usual size and finding eight quotations in it.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use factpress::anchor::{Selector, TextMap, locate};

/// About 4.4 kB of Markdown.
fn article() -> String {
    let paragraph = "The *Alliance for Progress* was a $20 billion plan [proposed in 1961](https://example.org/a) by the \
        Kennedy administration to “promote democracy and undertake meaningful social reform” in Latin America. \
        Number NUMBER of its goals – it’s said – was reached by 12 percent of the countries,\nand the rest was \
        **given up** in 19NUMBER for want of money[^1].\n\n";
    let mut text = String::from("# A plan and its end\n\n");
    for number in 10..20 {
        text.push_str(&paragraph.replace("NUMBER", &number.to_string()));
    }
    text.push_str("- one point\n- another point\n\n> Said he.\n\n[^1]: A note.\n");
    text
}

fn anchoring(criterion: &mut Criterion) {
    let article = article();
    let quotes: Vec<String> = (11..19)
        .map(|number| format!("Number {number} of its goals - it's said - was reached by 12 percent of the countries"))
        .collect();
    let selectors: Vec<Selector<'_>> =
        quotes.iter().map(|quote| Selector { quote, prefix: None, suffix: None }).collect();
    let map = TextMap::new(&article, false);
    assert!(locate(&map, &selectors).iter().all(Result::is_ok));

    criterion.bench_function("read 4.4 kB", |bencher| {
        bencher.iter(|| TextMap::new(black_box(&article), false));
    });
    criterion.bench_function("locate 8 quotations", |bencher| {
        bencher.iter(|| locate(black_box(&map), black_box(&selectors)));
    });
    let misquoted =
        [Selector { quote: "reached by 21 percent of all countries", prefix: None, suffix: None }];
    criterion.bench_function("find what is near", |bencher| {
        bencher.iter(|| locate(black_box(&map), black_box(&misquoted)));
    });

    let long = article.repeat(240);
    let map = TextMap::new(&long, false);
    let mut words: Vec<&str> = map.visible[500_000..502_200].split_whitespace().skip(1).collect();
    words.pop();
    words[150] = "changed";
    let quote = words.join(" ");
    let misquoted = [Selector { quote: &quote, prefix: None, suffix: None }];
    let mut group = criterion.benchmark_group("1 MB");
    group.sample_size(10);
    group.bench_function("find what is near 300 words", |bencher| {
        bencher.iter(|| locate(black_box(&map), black_box(&misquoted)));
    });
    group.finish();
}

criterion_group!(benches, anchoring);
criterion_main!(benches);
