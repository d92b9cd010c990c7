//! What was measured, in the form that programs get.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::anchor::TextMap;
use crate::check::CheckedSite;
use crate::coverage::{BlockKind, Coverage, Kind};
use crate::input::InputFile;
use crate::model::{Article, Percent};

/// The checkable statements of the measured articles, and which of them have a claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Measured {
    /// Version of this form; fields may be added within it.
    pub version: u32,
    /// Checkable statements in all articles.
    pub statements: usize,
    /// How many of them a claim stands on.
    pub covered: usize,
    /// Their share in whole percent, rounded down; 100 where there is no statement.
    pub percent: u8,
    /// Whether every article has at least its minimum.
    pub passed: bool,
    /// By name of the article.
    pub articles: Vec<MeasuredArticle>,
}

/// One article.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MeasuredArticle {
    /// Its name, which is its address.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// Its file, as a path from the site's folder.
    pub file: String,
    /// Language of its text.
    pub language: String,
    /// Whether this language has rules of its own. Without, only numbers, dates in digits and quotations
    /// are seen, and the share says little.
    pub full: bool,
    /// Checkable statements.
    pub statements: usize,
    /// How many of them a claim stands on.
    pub covered: usize,
    /// Their share in whole percent, rounded down; 100 where there is no statement.
    pub percent: u8,
    /// The share that is due, where one is: of `--under`, of the article, or of the site.
    pub minimum: Option<Percent>,
    /// Whether it has its minimum.
    pub passed: bool,
    /// The statements, in the order of the text.
    pub list: Vec<MeasuredStatement>,
    /// The text in blocks, for the page.
    #[serde(skip)]
    pub blocks: Vec<MeasuredBlock>,
}

/// One checkable statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MeasuredStatement {
    /// Its words, as readers see them.
    pub text: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line after its last character.
    pub end_line: usize,
    /// Column after its last character.
    pub end_column: usize,
    /// What is checkable about it.
    #[schemars(with = "Vec<String>")]
    pub kinds: Vec<Kind>,
    /// Ids of the claims that stand on it; empty where none does.
    pub claims: Vec<String>,
    /// In a statement with a claim, numbers in digits and quotations that are in no claim's words.
    pub left_out: Vec<Part>,
    /// Bytes of the file.
    #[serde(skip)]
    pub source: Range<usize>,
}

impl MeasuredStatement {
    /// Its kinds: `number, date`.
    pub fn words(&self) -> String {
        self.kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ")
    }
}

/// A few words of an article.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Part {
    /// The words.
    pub text: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A paragraph, heading or cell of the article's text.
#[derive(Debug)]
pub struct MeasuredBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its text in stretches.
    pub runs: Vec<Run>,
}

/// A stretch of text in which all words stand alike.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The statement it belongs to, as an index into the list.
    pub statement: Option<usize>,
    /// How its words stand.
    pub standing: Standing,
}

/// How words stand to claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In no checkable statement.
    Other,
    /// In a statement without a claim.
    Open,
    /// In a statement with a claim, outside of the claim's words.
    Covered,
    /// The words of a claim.
    Claimed,
    /// A number or quotation of a covered statement that is in no claim's words.
    LeftOut,
}

impl Measured {
    /// Measures articles of a site by their places in it. `under` comes before the minimum of the site
    /// and of articles.
    pub fn new(site: &CheckedSite, chosen: &[usize], under: Option<Percent>) -> Self {
        let articles: Vec<_> =
            chosen.iter().map(|index| MeasuredArticle::new(site, *index, under)).collect();
        let statements = articles.iter().map(|article| article.statements).sum();
        let covered: usize = articles.iter().map(|article| article.covered).sum();
        Self {
            version: 1,
            statements,
            covered,
            percent: percent(covered, statements),
            passed: articles.iter().all(|article| article.passed),
            articles,
        }
    }
}

fn percent(covered: usize, statements: usize) -> u8 {
    u8::try_from((covered * 100).checked_div(statements).unwrap_or(100)).unwrap_or(100)
}

impl MeasuredArticle {
    fn new(site: &CheckedSite, index: usize, under: Option<Percent>) -> Self {
        let settings = &site.site.settings;
        let article = &site.site.articles[index];
        let computed = &site.computed[index];
        let fill = |kind: &str, id: &str| computed.shown(kind, id).map(str::to_owned);
        let map = TextMap::with_figures(article.body(), settings.raw_html, &fill);
        let anchors = &site.anchors[index];
        let coverage = Coverage::of(article, settings, &map, anchors);
        let minimum = under.or(article.matter.coverage).or(settings.coverage.minimum);
        let (covered, statements) = (coverage.covered(), coverage.statements.len());
        let place = Places { article, map: &map, file: &article.file };
        let list = coverage.statements.iter().map(|it| {
            let source = place.source(&it.range);
            let (start, end) = (place.at(source.start), place.at(source.end));
            MeasuredStatement {
                text: one_line(&map.visible[it.range.clone()]),
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                kinds: it.kinds.iter().copied().collect(),
                claims: it.claims.iter().map(|claim| article.claims[*claim].id.clone()).collect(),
                left_out: it.left_out.iter().map(|range| place.part(range)).collect(),
                source,
            }
        });
        Self {
            article: article.slug.clone(),
            title: site.titles[index].clone(),
            file: article.file.path.clone(),
            language: article.language(&settings.language).to_owned(),
            full: coverage.full,
            statements,
            covered,
            percent: coverage.percent(),
            minimum,
            passed: minimum.is_none_or(|minimum| minimum.is_reached(covered, statements)),
            list: list.collect(),
            blocks: blocks(&map.visible, &coverage, anchors),
        }
    }
}

/// From the visible text to places in the file.
struct Places<'a> {
    article: &'a Article,
    map: &'a TextMap<'a>,
    file: &'a InputFile,
}

impl Places<'_> {
    fn source(&self, visible: &Range<usize>) -> Range<usize> {
        let range = self.map.source_range(visible);
        let start = self.article.body_start;
        range.start + start..range.end + start
    }

    fn at(&self, byte: usize) -> crate::input::LineColumn {
        self.file.line_column(byte)
    }

    fn part(&self, visible: &Range<usize>) -> Part {
        let at = self.at(self.source(visible).start);
        let text = one_line(&self.map.visible[visible.clone()]);
        Part { text, line: at.line, column: at.column }
    }
}

/// Hard line breaks as spaces.
fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Cuts the blocks of a text where statements, claims and left-out parts start and end.
fn blocks(visible: &str, coverage: &Coverage, anchors: &[Range<usize>]) -> Vec<MeasuredBlock> {
    let mut claimed: Vec<Range<usize>> = Vec::new();
    let mut used: Vec<usize> =
        coverage.statements.iter().flat_map(|it| it.claims.iter().copied()).collect();
    used.sort_unstable();
    used.dedup();
    used.sort_by_key(|claim| anchors[*claim].start);
    for anchor in used.into_iter().map(|claim| &anchors[claim]) {
        match claimed.last_mut() {
            Some(last) if anchor.start <= last.end => last.end = last.end.max(anchor.end),
            _ => claimed.push(anchor.clone()),
        }
    }
    let mut next = 0;
    let blocks = coverage.blocks.iter().map(|block| {
        let mut runs = Vec::new();
        let mut at = block.visible.start;
        while let Some(statement) =
            coverage.statements.get(next).filter(|it| it.range.start < block.visible.end)
        {
            push(&mut runs, visible, at..statement.range.start, None, Standing::Other);
            if statement.is_covered() {
                cut(&mut runs, visible, next, statement, &claimed);
            } else {
                push(&mut runs, visible, statement.range.clone(), Some(next), Standing::Open);
            }
            at = statement.range.end;
            next += 1;
        }
        push(&mut runs, visible, at..block.visible.end, None, Standing::Other);
        MeasuredBlock { kind: block.kind, runs }
    });
    blocks.collect()
}

/// Cuts a covered statement.
fn cut(
    runs: &mut Vec<Run>,
    visible: &str,
    index: usize,
    statement: &crate::coverage::Statement,
    claimed: &[Range<usize>],
) {
    let within = &statement.range;
    let first = claimed.partition_point(|range| range.end <= within.start);
    let claims = claimed[first..].iter().take_while(|range| range.start < within.end);
    let mut parts: Vec<(Range<usize>, Standing)> = claims
        .map(|range| (range.start.max(within.start)..range.end.min(within.end), Standing::Claimed))
        .chain(statement.left_out.iter().map(|range| (range.clone(), Standing::LeftOut)))
        .collect();
    parts.sort_by_key(|(range, _)| range.start);
    let mut at = within.start;
    for (range, standing) in parts {
        push(runs, visible, at..range.start, Some(index), Standing::Covered);
        push(runs, visible, range.clone(), Some(index), standing);
        at = range.end;
    }
    push(runs, visible, at..within.end, Some(index), Standing::Covered);
}

fn push(
    runs: &mut Vec<Run>,
    visible: &str,
    range: Range<usize>,
    statement: Option<usize>,
    standing: Standing,
) {
    if let Some(text) = visible.get(range).filter(|text| !text.is_empty()) {
        runs.push(Run { text: text.to_owned(), statement, standing });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_where_claims_and_statements_end() {
        let text = "Hi. Of 32 men 26 left in 1999. It cost $5. Bye.\n\nNew.";
        let map = TextMap::new(text, false);
        let at = |words: &str| {
            let start = map.visible.find(words).unwrap();
            start..start + words.len()
        };
        let anchors = [at("26"), at("26 left"), at("Hi")];
        let coverage = Coverage::new(&map, "en", &anchors);
        let blocks = blocks(&map.visible, &coverage, &anchors);
        let runs: Vec<_> =
            blocks[0].runs.iter().map(|run| (run.text.as_str(), run.standing)).collect();
        assert_eq!(
            runs,
            [
                ("Hi. ", Standing::Other),
                ("Of ", Standing::Covered),
                ("32", Standing::LeftOut),
                (" men ", Standing::Covered),
                ("26 left", Standing::Claimed),
                (" in ", Standing::Covered),
                ("1999", Standing::LeftOut),
                (".", Standing::Covered),
                (" ", Standing::Other),
                ("It cost $5.", Standing::Open),
                (" Bye.", Standing::Other),
            ]
        );
        let whole: Vec<String> = blocks
            .iter()
            .map(|block| block.runs.iter().map(|run| run.text.as_str()).collect())
            .collect();
        assert_eq!(whole.join("\n"), map.visible);
    }
}
