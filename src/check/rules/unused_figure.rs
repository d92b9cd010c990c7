//! Figures that nothing shows.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::Computed;
use crate::input::KeyPath;
use crate::model::Article;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unused-figure",
    level: Level::Warn,
    summary: "a quantity or sum is in figures.yaml and nothing shows it",
    reason: "A number that is computed here and typed there can differ unseen. Prose that names the \
             figure always shows what was computed. A sum with `equals` is a check in itself and needs \
             no other use.",
    bad: "sums:\n  rise: {of: …, shown: 42 percent}     # and the text says: a rise of 41 percent",
    good: "A rise of {{sum:rise}}.",
    fixed: false,
};

/// Reports figures that no prose, no sum and no chart uses.
pub fn check(article: &Article, computed: &Computed, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.figures_file else { return };
    // A name that is misspelt somewhere was reported, and may be the use that is missed here.
    let misspelt = [super::figure_unknown::RULE.name, "bad-expression"];
    if findings.iter().any(|found| misspelt.contains(&found.rule)) {
        return;
    }
    let figures = &article.figures;
    let shown = computed.in_claims.iter().flatten().chain(&computed.in_text).map(String::as_str);
    let mut used: HashSet<&str> = shown.collect();
    used.extend(computed.in_sums.iter().map(String::as_str));
    used.extend(figures.charts.iter().flat_map(|(_, chart)| &chart.values).map(|value| &*value.of));
    let is_checked = |id: &str| figures.sums.get(id).is_some_and(|sum| sum.equals.is_some());
    // What could not be computed was reported.
    for (id, value) in computed.values().filter(|(id, _)| !used.contains(id) && !is_checked(id)) {
        let kind = value.kind.word();
        let key = if kind == "sum" { "sums" } else { "quantities" };
        let place = Place::key(file, KeyPath::top().key(key).key(id));
        findings.push(
            Diagnostic::new(&RULE, place, format!("nothing shows the {kind} `{id}`")).help(
                format!(
                    "write `{{{{{kind}:{id}}}}}` where the text tells the number, or delete it"
                ),
            ),
        );
    }
}
