//! The numbers of an article, and how each came about.

use std::collections::HashMap;

use crate::address;
use crate::figures::{Computed, Drawn, Number, Operation, Value, full};
use crate::model::Article;
use crate::number::{self, Rounding};
use crate::render::context::SiteContext;
use crate::render::view::{DrawnView, NumberLinkView, NumberView, Shared};
use crate::words::Words;

/// The numbers of an article, made once for its page and those of its claims.
pub(super) struct Numbers<'a> {
    computed: Option<&'a Computed>,
    views: HashMap<&'a str, Shared<NumberView>>,
}

impl<'a> Numbers<'a> {
    /// Makes the views. `place`: that of the article.
    pub fn new(site: &SiteContext<'a>, place: usize) -> Self {
        let article = &site.site().articles[place];
        let computed = site.checked.computed.get(place);
        let views = computed
            .into_iter()
            .flat_map(Computed::values)
            .map(|(id, value)| (id, Shared::new(&view(site, article, id, value, computed))))
            .collect();
        Self { computed, views }
    }

    /// The text of a number by its kind and name.
    pub fn fill(&self, kind: &str, id: &str) -> Option<String> {
        self.computed?.shown(kind, id).map(str::to_owned)
    }

    /// All of them: first those that the text shows, then those that claims show, each with what it
    /// rests on.
    pub fn all(&self) -> Vec<Shared<NumberView>> {
        let Some(computed) = self.computed else { return Vec::new() };
        let shown = computed.in_text.iter().chain(computed.in_claims.iter().flatten());
        let ids = shown.map(String::as_str).chain(computed.values().map(|(id, _)| id));
        self.these(computed.with_inputs(ids))
    }

    /// Those that a claim shows, by its place in its file, with what they rest on.
    pub fn of_claim(&self, claim: usize) -> Vec<Shared<NumberView>> {
        let Some(computed) = self.computed else { return Vec::new() };
        self.these(computed.with_inputs(computed.in_claim(claim).iter().map(String::as_str)))
    }

    fn these(&self, ids: Vec<&str>) -> Vec<Shared<NumberView>> {
        ids.into_iter().filter_map(|id| self.views.get(id).cloned()).collect()
    }
}

fn view(
    site: &SiteContext<'_>,
    article: &Article,
    id: &str,
    value: &Value,
    computed: Option<&Computed>,
) -> NumberView {
    let language = article.language(&site.settings().language);
    let words = site.words();
    let (lang, dir) = site.foreign(language);
    let quantity = article.figures.quantities.get(id);
    let sum = article.figures.sums.get(id);
    let data = value.drawn.as_ref().and_then(|drawn| article.figures.data.get(&drawn.data));
    let source = quantity
        .and_then(|quantity| quantity.source.as_deref())
        .or_else(|| data?.source.as_deref())
        .and_then(|id| site.source(id));
    let note = quantity.map_or_else(|| sum?.note.clone(), |quantity| quantity.note.clone());
    let rounds = value.rounding.filter(|_| value.drawn.is_some() || value.rounded != value.number);
    let inputs = value.inputs.iter().filter_map(|id| {
        let input = computed?.value(id)?;
        let name = name(article, id);
        Some(NumberLinkView { id: address::figure(id), name, shown: input.shown.clone() })
    });
    NumberView {
        id: address::figure(id),
        name: name(article, id),
        kind: value.kind.word(),
        shown: value.shown.clone(),
        lang,
        dir,
        full: full(&value.number, &value.unit, language, words),
        working: value.working.as_ref().map(|working| working.write(language, words)),
        drawn: value
            .drawn
            .as_ref()
            .map(|drawn| drawn_view(site, article, (value, drawn), language)),
        rounding: rounds.map(|rounding| rounding_in_words(rounding, value.scale, words)),
        rounded: rounds.map(|_| full(&value.rounded, &value.unit, language, words)),
        inputs: inputs.collect(),
        on: quantity.and_then(|quantity| quantity.on).map(|date| site.date(date)),
        source,
        note,
    }
}

/// The name of a figure: the one that it is given, or else its id in words.
fn name(article: &Article, id: &str) -> String {
    let quantity = article.figures.quantities.get(id).and_then(|quantity| quantity.name.clone());
    let sum = || article.figures.sums.get(id).and_then(|sum| sum.name.clone());
    quantity.or_else(sum).unwrap_or_else(|| id.replace('-', " "))
}

fn drawn_view(
    site: &SiteContext<'_>,
    article: &Article,
    (value, drawn): (&Value, &Drawn),
    language: &str,
) -> DrawnView {
    let words = site.words();
    let rows: Vec<String> = drawn
        .rows
        .iter()
        .map(|(column, wanted)| format!("{column} {}", rows_in_words(wanted, words)))
        .collect();
    let result = match value.scale {
        0 => full(&Number::Exact(drawn.exact.clone()), &value.unit, language, words),
        power => {
            let (digits, power) = (number::write_digits(&drawn.exact, language), power.to_string());
            let fillings = [("number", (&digits).into()), ("power", (&power).into())];
            let number = words.say("power_of_ten", &fillings);
            let unit = value.unit.in_words(false, words);
            match unit.as_str() {
                "" => number,
                unit => {
                    words.say("measure", &[("number", (&number).into()), ("unit", unit.into())])
                }
            }
        }
    };
    DrawnView {
        operation: words.get(operation(drawn.operation)).to_owned(),
        column: drawn.column.clone(),
        rows: rows.join(", "),
        count: drawn.count,
        result,
        file: drawn.data.clone(),
        address: download(article, site, &drawn.data).map(|address| site.href(&address)),
        note: article.figures.data.get(&drawn.data).and_then(|data| data.note.clone()),
    }
}

/// The name of the word for what was done with a column.
fn operation(operation: Operation) -> &'static str {
    match operation {
        Operation::SumOf => "drawn_sum",
        Operation::MeanOf => "drawn_mean",
        Operation::ValueAt => "drawn_value",
        Operation::ShareOf => "drawn_share",
    }
}

/// The rows that were asked for: a value, or a range such as `1961..1970`.
fn rows_in_words(wanted: &str, words: &Words) -> String {
    let Some((from, to)) = wanted.split_once("..") else { return wanted.to_owned() };
    let (from, to) = (from.trim(), to.trim_start_matches(['.', '=']).trim());
    match (from, to) {
        ("", to) => words.say("drawn_to", &[("to", to.into())]),
        (from, "") => words.say("drawn_from", &[("from", from.into())]),
        (from, to) => words.say("drawn_range", &[("from", from.into()), ("to", to.into())]),
    }
}

/// How a number was rounded: `3 significant digits`. `scale`: the power of ten that it was given in.
fn rounding_in_words(rounding: Rounding, scale: i32, words: &Words) -> String {
    let count = |word: &str, count: u32| {
        words.say(word, &[("n", usize::try_from(count).unwrap_or(usize::MAX).into())])
    };
    let rounded = match rounding {
        Rounding::Significant(digits) => count("rounding_significant", digits),
        Rounding::Place(0) => words.get("rounding_whole").to_owned(),
        Rounding::Place(1) => words.get("rounding_tens").to_owned(),
        Rounding::Place(2) => words.get("rounding_hundreds").to_owned(),
        Rounding::Place(3) => words.get("rounding_thousands").to_owned(),
        Rounding::Place(6) => words.get("rounding_millions").to_owned(),
        Rounding::Place(9) => words.get("rounding_billions").to_owned(),
        Rounding::Place(place) if place > 0 => {
            words.say("rounding_multiples", &[("power", (&place.to_string()).into())])
        }
        Rounding::Place(place) => count("rounding_decimals", place.unsigned_abs()),
    };
    if scale == 0 {
        return rounded;
    }
    let power = scale.to_string();
    let fillings = [("rounding", (&rounded).into()), ("power", (&power).into())];
    words.say("rounding_in_units", &fillings)
}

/// Where a data file of an article is published.
fn download(article: &Article, site: &SiteContext<'_>, name: &str) -> Option<String> {
    if article.attachments.iter().any(|attachment| attachment.name == name) {
        return Some(format!("{}{name}", address::page(&article.slug)));
    }
    // That of an article in a single file stands beside it.
    let folder = article.file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = format!("{folder}/{name}");
    let beside = site.site().attachments.iter().find(|attachment| attachment.path == path)?;
    Some(beside.name.clone())
}
