//! What was measured as a page of its own: the articles with their statements marked.

use serde::Serialize;
use tera::{Context, Tera};

use super::measured::{Measured, MeasuredArticle, MeasuredBlock, MeasuredStatement, Standing};
use crate::cli::CliError;
use crate::coverage::BlockKind;

/// The page's template. Its style stands in it, so that the page can be sent around as one file.
const TEMPLATE: &str = include_str!("report.html");

/// The page.
pub fn page(measured: &Measured) -> Result<String, CliError> {
    let failed = |error: tera::Error| CliError::new(format!("could not make the page: {error}"));
    let mut tera = Tera::default();
    tera.add_raw_template("coverage.html", TEMPLATE).map_err(failed)?;
    let mut context = Context::new();
    let articles: Vec<_> = measured.articles.iter().enumerate().map(article).collect();
    context.insert("articles", &articles);
    context.insert("statements", &measured.statements);
    context.insert("covered", &measured.covered);
    context.insert("percent", &measured.percent);
    tera.render("coverage.html", &context).map_err(failed)
}

/// An article as the template is given it.
#[derive(Serialize)]
struct ArticleView<'a> {
    /// Number on the page, for ids.
    number: usize,
    title: &'a str,
    file: &'a str,
    language: &'a str,
    full: bool,
    statements: usize,
    covered: usize,
    percent: u8,
    /// The share that is due; absent as 0 with `due` false.
    minimum: u8,
    due: bool,
    passed: bool,
    blocks: Vec<BlockView<'a>>,
    /// Statements without a claim.
    open: Vec<OpenView<'a>>,
}

#[derive(Serialize)]
struct BlockView<'a> {
    /// `heading`, `text`, `quotation`, `cell`, `code`.
    kind: &'static str,
    runs: Vec<RunView<'a>>,
}

#[derive(Serialize)]
struct RunView<'a> {
    text: &'a str,
    /// `other`, `open`, `covered`, `claimed`, `left-out`.
    standing: &'static str,
    /// Of an open statement: its number, from 1.
    statement: usize,
    /// Of an open statement: its kinds.
    kinds: String,
}

#[derive(Serialize)]
struct OpenView<'a> {
    statement: usize,
    line: usize,
    column: usize,
    kinds: String,
    text: &'a str,
}

fn article((index, article): (usize, &MeasuredArticle)) -> ArticleView<'_> {
    let numbered = article.list.iter().enumerate();
    let open = numbered.filter(|(_, statement)| statement.claims.is_empty());
    ArticleView {
        number: index + 1,
        title: &article.title,
        file: &article.file,
        language: &article.language,
        full: article.full,
        statements: article.statements,
        covered: article.covered,
        percent: article.percent,
        minimum: article.minimum.map_or(0, crate::model::Percent::get),
        due: article.minimum.is_some(),
        passed: article.passed,
        blocks: article.blocks.iter().map(|it| block(it, &article.list)).collect(),
        open: open
            .map(|(index, statement)| OpenView {
                statement: index + 1,
                line: statement.line,
                column: statement.column,
                kinds: statement.words(),
                text: &statement.text,
            })
            .collect(),
    }
}

fn block<'a>(block: &'a MeasuredBlock, list: &[MeasuredStatement]) -> BlockView<'a> {
    let kind = match block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Text => "text",
        BlockKind::Quotation => "quotation",
        BlockKind::Cell => "cell",
        BlockKind::Code => "code",
    };
    let runs = block.runs.iter().map(|run| RunView {
        text: &run.text,
        standing: match run.standing {
            Standing::Other => "other",
            Standing::Open => "open",
            Standing::Covered => "covered",
            Standing::Claimed => "claimed",
            Standing::LeftOut => "left-out",
        },
        statement: run.statement.map_or(0, |index| index + 1),
        kinds: match (run.standing, run.statement) {
            (Standing::Open, Some(index)) => list[index].words(),
            _ => String::new(),
        },
    });
    BlockView { kind, runs: runs.collect() }
}
