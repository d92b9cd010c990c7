//! The numbers of an article, and how each came about.

use std::collections::HashMap;

use crate::address;
use crate::figures::{Computed, Drawn, Number, Value, full};
use crate::model::Article;
use crate::number;
use crate::render::context::SiteContext;
use crate::render::view::{DrawnView, NumberLinkView, NumberView, Shared};

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
    let scale = match value.scale {
        0 => String::new(),
        power => format!(" in units of 10^{power}"),
    };
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
        full: full(&value.number, &value.unit, language),
        working: value.working.clone(),
        drawn: value
            .drawn
            .as_ref()
            .map(|drawn| drawn_view(site, article, (value, drawn), language)),
        rounding: rounds.map(|rounding| rounding.words() + &scale),
        rounded: rounds.map(|_| full(&value.rounded, &value.unit, language)),
        inputs: inputs.collect(),
        on: quantity.and_then(|quantity| quantity.on).map(|date| site.date(date)),
        source,
        note,
    }
}

/// The name of a figure: the one that a translation gives it, or else its id in words.
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
    let in_words = |wanted: &str| wanted.replacen("..", " to ", 1);
    let rows: Vec<String> = drawn
        .rows
        .iter()
        .map(|(column, wanted)| format!("{column} {}", in_words(wanted)))
        .collect();
    let result = match value.scale {
        0 => full(&Number::Exact(drawn.exact.clone()), &value.unit, language),
        power => {
            format!("{} × 10^{power} {}", number::write_digits(&drawn.exact, language), value.unit)
        }
    };
    DrawnView {
        operation: drawn.operation.to_string(),
        column: drawn.column.clone(),
        rows: rows.join(", "),
        count: drawn.count,
        result,
        file: drawn.data.clone(),
        address: download(article, site, &drawn.data).map(|address| site.href(&address)),
        note: article.figures.data.get(&drawn.data).and_then(|data| data.note.clone()),
    }
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
