//! The reference of the views, made from the types: `docs/view-model.md`.

use std::fmt::Write as _;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use super::{
    ActView, AlternateView, ArticleSummaryView, ArticleView, AskedView, ChartGroupView,
    ChartMarkView, ChartPathView, ChartPlotView, ChartRowView, ChartSeriesView, ChartTableRowView,
    ChartTableView, ChartTextView, ChartView, ClaimLinkView, ClaimRowView, ClaimView,
    CorrectionView, CoverageView, DateView, DrawnView, EditView, EvidenceView, FilterView,
    LedgerView, LicenceView, LinkView, ListView, LogoView, NumberLinkView, NumberView, PageHead,
    PagingView, PartView, PersonView, PlainPageView, ReceiptView, ReservationView, SaidView,
    SitePageView, SiteView, SourceEntryView, SourceView, TextRightsView, TopicView,
    TranslationView, VerdictCountView, VerdictView,
};

/// What stands before the tables.
const INTRODUCTION: &str = "\
# What templates see

This page is made from the types of the program (`UPDATE_DOCS=1 cargo test view_model` writes it anew).

The theme is a set of [Tera 2](https://keats.github.io/tera/) templates that are built into the program. A file of the same name in a site's `templates/` takes the place of a built-in one; a file with a new name can be included by it. Only files that end in `.html`, `.htm` or `.xml` are templates. Files in `templates/assets/` are published under names that carry a hash of their bytes: `{{ root }}{{ asset(name=\"page.css\") }}` is the address of one, and in a style sheet `url(NAME)` finds another. [theming.md](theming.md) shows how to change colours, type and the logo without touching a template.

- Every field named here is always there. What is not known is `null`: false in `{% if %}`, and printed as nothing. Printing a name that is not here is an error, with the template, the line and the page; an `{% if %}` takes it for false, so read those twice.
- Text is escaped when it is printed. Fields of the type HTML are made by the program and printed as they stand; nothing else needs `| safe`.
- An `address` leads to a page of the site and is printed after the way to the top: `href=\"{{ root }}{{ claim.address }}\"`. A `url` leads anywhere else and is printed as it is; it has passed a list of schemes (http, https, mailto, tel). Where an address may not be linked to, `url` is null and `url_text` is to be printed as text.
- `words` has the words of the page, in its language: `{{ words.all_checks }}`. One in which something is filled in, or whose form depends on a number, is filled in by `fill`: `{{ words.age_days | fill(n=3) }}`. The number `n` chooses the plural form and is written with the marks of the language; other things have the names that the word gives them (`{name}`), such as a text, which is escaped, or HTML that was caught in `{% set link %}…{% endset %}`. Years and ids are texts, so that nothing is put between their digits. [languages.md](languages.md) says where the words are and how a site changes them.
- `lang` and `dir` are null where a text is in the language of the page. `<p{{ tongue(lang=claim.lang, dir=claim.dir) }}>` prints both attributes where they are needed.
- Components see only what is handed to them. One that makes links declares `@root`, one that says words `@words`; both are taken from the page, also through other components.
- A date says nothing by itself: the component `date` wants to be told what happened on it (`act=\"Published\"`) and prints that before it, with `on` or `in`, or another `preposition`.
";

/// Templates, what page they make, and what they can use beside `site`, `page`, `words` and `root`.
const TEMPLATES: &[(&str, &str, &str)] = &[
    ("base.html", "The frame of all pages, extended by the others.", ""),
    (
        "home.html",
        "The home page.",
        "`articles`: list of [ArticleSummaryView](#articlesummaryview), `paging`: [PagingView](#pagingview)",
    ),
    (
        "article.html",
        "An article.",
        "`article`: [ArticleView](#articleview), `claims`: list of [ClaimView](#claimview) in the order of the text, `numbers`: list of [NumberView](#numberview), `sources`: list of [SourceView](#sourceview) of its evidence",
    ),
    (
        "claim.html",
        "A claim's own page.",
        "`claim`: [ClaimView](#claimview), `charts`: list of [ChartView](#chartview) that it rests on, `article`: [ArticleSummaryView](#articlesummaryview), `numbers`: list of [NumberView](#numberview) that its explanation shows, `previous` and `next`: [LinkView](#linkview) or null, `mail`: a `mailto:` address that tells of the check, or null without a base URL",
    ),
    (
        "claims.html",
        "All claims, and the claims of a verdict, topic or speaker.",
        "`list`: [ListView](#listview), `claims`: list of [ClaimRowView](#claimrowview), `paging`: [PagingView](#pagingview)",
    ),
    (
        "sources.html",
        "The index of sources.",
        "`sources`: list of [SourceEntryView](#sourceentryview), `paging`: [PagingView](#pagingview)",
    ),
    (
        "corrections.html",
        "What was corrected or withdrawn, newest first.",
        "`corrections`: list of [CorrectionView](#correctionview), `count`: their number on all pages, `policy`: [LinkView](#linkview) to the page on how errors are mended, or null, `paging`: [PagingView](#pagingview)",
    ),
    (
        "moved.html",
        "A page at a former address.",
        "`target`: [LinkView](#linkview) to the page of today, `lang`: the language of its title where it is not the page's, `way`: its address as seen from this page",
    ),
    ("page.html", "A plain page.", "`content`: [PlainPageView](#plainpageview)"),
    ("404.html", "The page for addresses that lead nowhere.", ""),
];

/// Components, how they are called, and what they print.
const COMPONENTS: &[(&str, &str)] = &[
    ("<act act={claim.checked} word=\"Checked\" />", "Who did something, and when."),
    ("<asked asked={claim.asked} />", "Whether the one who said it was asked for comment."),
    ("<byline article={article} />", "Who checked an article, and its dates."),
    ("<chart chart={chart} />", "A chart with its notes, sources and table, as a figure."),
    ("<chart_plot chart={chart} plot={plot} />", "One picture of a chart with axes."),
    (
        "<chart_sample form={chart.form} number={series.number} />",
        "How a series is drawn, for the key.",
    ),
    ("<chart_table chart={chart} />", "The numbers of a chart as a table, and their file."),
    ("<chart_text text={label} />", "A text of a drawing."),
    (
        "<change former={entry.former} verdict={entry.verdict} />",
        "The verdict before a change and after it.",
    ),
    ("<claim_row claim={claim} />", "A claim in a list."),
    ("<date act=\"Checked\" date={claim.checked.on} />", "What happened, and when."),
    ("<evidence evidence={evidence} />", "A piece of evidence."),
    (
        "<evidence_short evidence={evidence} lang={claim.lang} dir={claim.dir} />",
        "The same, as a note has room for.",
    ),
    ("<history entries={claim.ledger} />", "The history of a check, or a part of it."),
    (
        "<hreflang alternates={page.alternates} />",
        "Where the page is in each language, for the head.",
    ),
    ("<languages alternates={page.alternates} />", "The page in each language, for readers."),
    ("<note claim={claim} />", "The note of a claim in an article."),
    (
        "<number_entry number={number} />",
        "A number and how it was computed, as an entry of a list.",
    ),
    ("<paging paging={paging} />", "Links between the pages of a list."),
    ("<person person={person} />", "A name, linked where there is an address."),
    ("<receipt receipt={claim.receipt} />", "What the machine verified about a claim."),
    (
        "<reservations reservations={claim.reservations} lang={claim.lang} dir={claim.dir} />",
        "Why a check makes do with less than the site asks for.",
    ),
    ("<scale scale={content.scale} />", "The rating scale."),
    (
        "<source source={source} />",
        "A source, named in a line; with `about={false}` without the link to its entry.",
    ),
    ("<source_name source={source} />", "The title of a source, linked."),
    (
        "<tally article={article} />",
        "How many checks came to what; with `filter={true}` with buttons that show those of one verdict alone.",
    ),
    (
        "<translated translation={article.translation} />",
        "What an article is a translation of, and whose.",
    ),
    ("<verdict verdict={claim.verdict} />", "A verdict's word."),
];

/// The page.
pub fn reference() -> String {
    let mut page = INTRODUCTION.to_owned();
    page.push_str("\n## Templates\n\nEvery template sees `site`: [SiteView](#siteview), `page`: [PageHead](#pagehead), `words`: the words of the page, and `root`: the way to the site's top, the same as `page.root`.\n\n| template | page | beside these |\n|---|---|---|\n");
    for (name, makes, sees) in TEMPLATES {
        let _ = writeln!(page, "| `{name}` | {makes} | {sees} |");
    }
    page.push_str("\n## Components\n\nEach is in a file of its own in `templates/components/`.\n\n| call | prints |\n|---|---|\n");
    for (call, prints) in COMPONENTS {
        let _ = writeln!(page, "| `{{{{ {call} }}}}` | {prints} |");
    }
    page.push_str("\n## Views\n");
    view::<SiteView>(&mut page);
    view::<SitePageView>(&mut page);
    view::<PageHead>(&mut page);
    view::<AlternateView>(&mut page);
    view::<ArticleSummaryView>(&mut page);
    view::<ArticleView>(&mut page);
    view::<TranslationView>(&mut page);
    view::<CoverageView>(&mut page);
    view::<PartView>(&mut page);
    view::<TextRightsView>(&mut page);
    view::<EditView>(&mut page);
    view::<ChartView>(&mut page);
    view::<ChartSeriesView>(&mut page);
    view::<ChartPlotView>(&mut page);
    view::<ChartPathView>(&mut page);
    view::<ChartTextView>(&mut page);
    view::<ChartGroupView>(&mut page);
    view::<ChartRowView>(&mut page);
    view::<ChartMarkView>(&mut page);
    view::<ChartTableView>(&mut page);
    view::<ChartTableRowView>(&mut page);
    view::<ClaimView>(&mut page);
    view::<ClaimRowView>(&mut page);
    view::<ClaimLinkView>(&mut page);
    view::<SaidView>(&mut page);
    view::<AskedView>(&mut page);
    view::<ReservationView>(&mut page);
    view::<ActView>(&mut page);
    view::<LedgerView>(&mut page);
    view::<CorrectionView>(&mut page);
    view::<ReceiptView>(&mut page);
    view::<EvidenceView>(&mut page);
    view::<SourceView>(&mut page);
    view::<SourceEntryView>(&mut page);
    view::<NumberView>(&mut page);
    view::<NumberLinkView>(&mut page);
    view::<DrawnView>(&mut page);
    view::<VerdictView>(&mut page);
    view::<VerdictCountView>(&mut page);
    view::<PersonView>(&mut page);
    view::<TopicView>(&mut page);
    view::<DateView>(&mut page);
    view::<ListView>(&mut page);
    view::<FilterView>(&mut page);
    view::<PagingView>(&mut page);
    view::<PlainPageView>(&mut page);
    view::<LinkView>(&mut page);
    view::<LicenceView>(&mut page);
    view::<LogoView>(&mut page);
    page
}

/// A view as a heading and a table.
fn view<T: JsonSchema>(page: &mut String) {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let object = schema.as_object();
    let text = |object: Option<&Map<String, Value>>, key: &str| -> String {
        let text = object.and_then(|object| object.get(key)).and_then(Value::as_str);
        text.unwrap_or("").replace('\n', " ")
    };
    let _ = write!(
        page,
        "\n### {}\n\n{}\n\n| field | type | meaning |\n|---|---|---|\n",
        T::schema_name(),
        text(object, "description")
    );
    let fields = object.and_then(|object| object.get("properties")).and_then(Value::as_object);
    for (name, field) in fields.into_iter().flatten() {
        let meaning = text(field.as_object(), "description").replace('|', "\\|");
        let _ = writeln!(page, "| `{name}` | {} | {meaning} |", kind(field));
    }
}

/// The type of a field, in words.
fn kind(schema: &Value) -> String {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let name = target.rsplit('/').next().unwrap_or(target);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        return any.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let html = schema.get("contentMediaType").is_some();
    let word = |word: &str| match word {
        "string" if html => "HTML".to_owned(),
        "string" => "text".to_owned(),
        "integer" => "number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "array" => format!("list of {}", schema.get("items").map_or_else(String::new, kind)),
        other => other.to_owned(),
    };
    match schema.get("type") {
        Some(Value::String(kind)) => word(kind),
        Some(Value::Array(kinds)) => {
            kinds.iter().filter_map(Value::as_str).map(word).collect::<Vec<_>>().join(" or ")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn view_model() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/view-model.md");
        let made = reference();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == made, "docs/view-model.md is old: UPDATE_DOCS=1 cargo test view_model");
    }

    #[test]
    fn every_view_that_is_named_is_there() {
        let page = reference();
        for link in page.split("](#").skip(1) {
            let name = link.split(')').next().unwrap();
            let heading = |line: &str| {
                line.strip_prefix("### ").is_some_and(|title| title.to_lowercase() == name)
            };
            assert!(page.lines().any(heading), "{name}");
        }
    }
}
