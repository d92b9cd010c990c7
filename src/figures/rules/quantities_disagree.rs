//! One quantity with two values.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::{Computed, Value};
use crate::input::KeyPath;
use crate::model::{Article, Quantity, Site};
use crate::number;

/// The rule.
pub static RULE: Rule = Rule {
    name: "quantities-disagree",
    level: Level::Deny,
    summary: "one quantity is told with two values",
    reason: "A number that two articles tell differently is wrong in one of them, or it is two \
             numbers. Quantities of one name are taken for one thing, unless their unit, their \
             day or their source tells them apart.",
    bad: "# one article\npledge: {value: 20e9, unit: USD, on: 1961}\n# another article\npledge: {value: 22.3e9, unit: USD, on: 1961}",
    good: "# another article\npledge-with-investment: {value: 22.3e9, unit: USD, on: 1961}",
    fixed: false,
};

/// Reports quantities of one name whose values differ. `computed` as [`Site::articles`].
pub fn check<'a>(
    site: &Site,
    computed: impl Iterator<Item = &'a Computed>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut told: HashMap<&str, Vec<(&Article, &Quantity, &Value)>> = HashMap::new();
    for (article, computed) in site.articles.iter().zip(computed) {
        for (id, quantity) in article.figures.quantities.iter() {
            let Some(value) = computed.value(id).filter(|value| value.holds) else { continue };
            let before = told.entry(id).or_default();
            let same = |(_, other, known): &&(&Article, &Quantity, &Value)| {
                is_one_thing(quantity, other)
                    && known.unit.without_bare() == value.unit.without_bare()
            };
            match before.iter().find(same) {
                Some((first, _, known)) if known.number != value.number => {
                    findings.extend(report(id, (article, value), (first, known)));
                }
                Some(_) => {}
                None => before.push((article, quantity, value)),
            }
        }
    }
}

fn is_one_thing(one: &Quantity, other: &Quantity) -> bool {
    let may_be_one = |differ: bool, given: bool| !(differ && given);
    may_be_one(one.on != other.on, one.on.is_some() && other.on.is_some())
        && may_be_one(one.source != other.source, one.source.is_some() && other.source.is_some())
}

fn report(
    id: &str,
    (article, value): (&Article, &Value),
    (first, known): (&Article, &Value),
) -> Option<Diagnostic> {
    let place = |article: &Article| {
        let path = KeyPath::top().key("quantities").key(id);
        let of = if article.figures.quantities.get(id)?.value.is_some() { "value" } else { "from" };
        Some(Place::value(article.figures_file.as_ref()?, path.key(of)))
    };
    let told = |value: &Value| match &value.number {
        crate::figures::Number::Exact(exact) => number::write_digits(exact, "en"),
        crate::figures::Number::Day(day) => day.to_string(),
    };
    let message = format!("`{id}` is {} here and {} in `{}`", told(value), told(known), first.slug);
    Some(
        Diagnostic::new(&RULE, place(article)?, message)
            .related(place(first)?, "told here first")
            .help("mend one of them; where they are two things, tell them apart by name, unit, `on:` or `source:`"),
    )
}
