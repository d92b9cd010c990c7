//! What was measured, in lines for people: a line for each article, then its statements without a
//! claim, each with its place.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};

use super::measured::{Measured, MeasuredArticle};
use crate::cli::configuration::Talk;
use crate::diagnostic::neutral;

/// Characters of one statement.
const LONGEST: usize = 160;

/// The lines, with colors.
pub fn text(measured: &Measured, talk: Talk) -> String {
    let mut text = String::new();
    for article in &measured.articles {
        if !text.is_empty() {
            text.push('\n');
        }
        article_lines(&mut text, article, talk);
    }
    if measured.articles.is_empty() {
        text.push_str("There is no article to measure.\n");
    }
    if measured.articles.len() > 1 {
        let _ = writeln!(
            text,
            "\n{}: {}",
            count(measured.articles.len(), "article"),
            share(measured.percent, measured.covered, measured.statements)
        );
    }
    text
}

fn article_lines(text: &mut String, article: &MeasuredArticle, talk: Talk) {
    let bold = Style::new().bold();
    let color = if article.passed { AnsiColor::Green } else { AnsiColor::BrightRed };
    let number = if article.minimum.is_some() { bold.fg_color(Some(color.into())) } else { bold };
    let faint = Style::new().dimmed();
    let share = share(article.percent, article.covered, article.statements);
    let _ = write!(text, "{bold}{}{bold:#}: {number}{share}{number:#}", neutral(&article.file));
    match article.minimum {
        Some(minimum) if !article.passed => {
            let _ = writeln!(text, "; {minimum} are due");
        }
        Some(minimum) => {
            let _ = writeln!(text, " ({minimum} are due)");
        }
        None => text.push('\n'),
    }
    if !article.full {
        let _ = writeln!(
            text,
            "There are no rules for the language `{}`: only numbers, dates in digits and quotations are seen.",
            neutral(&article.language)
        );
    }
    let place = |line: usize, column: usize| format!("{}:{line}:{column}", neutral(&article.file));
    for statement in article.list.iter().filter(|statement| statement.claims.is_empty()) {
        let at = place(statement.line, statement.column);
        let words = short(&statement.text);
        let _ = writeln!(text, "{at}: {faint}{}{faint:#}\n    {words}", statement.words());
    }
    let left: Vec<_> = article.list.iter().flat_map(|statement| &statement.left_out).collect();
    if left.is_empty() {
        return;
    }
    let of = match left.len() {
        1 => "1 number or quotation is".to_owned(),
        some => format!("{some} numbers or quotations are"),
    };
    if talk < Talk::Verbose {
        let _ = writeln!(
            text,
            "In statements with a claim, {of} in no claim's words; --verbose lists them."
        );
        return;
    }
    let _ = writeln!(text, "In statements with a claim, {of} in no claim's words:");
    for part in left {
        let _ = writeln!(text, "{}: {}", place(part.line, part.column), short(&part.text));
    }
}

/// `79%, 19 of 24 checkable statements have a claim`.
fn share(percent: u8, covered: usize, statements: usize) -> String {
    match (covered, statements) {
        (_, 0) => "no checkable statement".to_owned(),
        (_, 1) => format!("{percent}%, {covered} of 1 checkable statement has a claim"),
        _ => format!("{percent}%, {covered} of {statements} checkable statements have a claim"),
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A statement on one line, cut where it is long.
fn short(text: &str) -> String {
    let text = neutral(text).replace('\t', " ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}
