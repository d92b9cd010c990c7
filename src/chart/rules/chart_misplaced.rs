//! Places for charts where none can stand.

use crate::anchor::{CHART, TextMap};
use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "chart-misplaced",
    level: Level::Deny,
    summary: "a place for a chart stands where no chart can be",
    reason: "`{{chart:x}}` gives a chart its place in the article's text. It is a paragraph of its own, and \
             each chart has one place. A claim names its charts under `charts:` instead, and a plain page \
             has none.",
    bad: "The aid rose, as {{chart:aid}} shows.",
    good: "The aid rose.\n\n{{chart:aid}}",
    fixed: true,
};

/// Reports places within sentences, lists and quotations of an article. `at` gives the place of bytes
/// of the text.
pub fn within_text(
    map: &TextMap<'_>,
    at: &dyn Fn(std::ops::Range<usize>) -> Place,
    findings: &mut Vec<Diagnostic>,
) {
    for token in map.unfilled.iter().filter(|token| token.kind == CHART) {
        let message =
            "a chart stands between paragraphs, not within one, nor in a list or quotation";
        findings.push(
            Diagnostic::new(&RULE, at(token.source.clone()), message)
                .help(format!("write `{{{{chart:{}}}}}` in a paragraph of its own", token.id)),
        );
    }
    for (index, chart) in map.charts.iter().enumerate() {
        let first = map.charts[..index].iter().find(|other| other.id == chart.id);
        if let Some(first) = first {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    at(chart.source.clone()),
                    format!("the chart `{}` has a place already", chart.id),
                )
                .related(at(first.source.clone()), "it stands here")
                .help("delete one of the two; a link to `#fp-chart-…` leads to it"),
            );
        }
    }
}

/// Reports places in a text that has no charts: an explanation, a plain page.
pub fn without_charts(
    map: &TextMap<'_>,
    at: &dyn Fn(std::ops::Range<usize>) -> Place,
    help: &str,
) -> Vec<Diagnostic> {
    let lone = map.charts.iter().map(|chart| chart.source.clone());
    let within =
        map.unfilled.iter().filter(|token| token.kind == CHART).map(|it| it.source.clone());
    lone.chain(within)
        .map(|source| Diagnostic::new(&RULE, at(source), "no chart can stand here").help(help))
        .collect()
}
