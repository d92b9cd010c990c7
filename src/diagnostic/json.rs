//! Findings for programs: one JSON object a line.

use serde::Serialize;

use super::{Diagnostic, Level, Place};

/// One finding, as programs read it. Lines and columns start at 1; columns count characters; the
/// end is the first position after the place. A file as a whole is line 1, column 1.
#[derive(Serialize)]
struct Line<'a> {
    rule: &'a str,
    level: Level,
    message: &'a str,
    #[serde(flatten)]
    position: Position<'a>,
    label: &'a str,
    help: &'a [String],
    notes: &'a [String],
    related: Vec<RelatedPlace<'a>>,
}

#[derive(Serialize)]
struct RelatedPlace<'a> {
    #[serde(flatten)]
    position: Position<'a>,
    label: &'a str,
}

#[derive(Serialize)]
struct Position<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Position<'a> {
    fn of(place: &'a Place) -> Self {
        let (start, end) = place.lines();
        Self {
            file: &place.file.path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// Writes findings as JSON, one object a line. Levels of [`Level::Allow`] are left out.
///
/// # Examples
/// ```
/// assert_eq!(factpress::diagnostic::json::lines(&[]), "");
/// ```
pub fn lines(diagnostics: &[Diagnostic]) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics.iter().filter(|d| d.level != Level::Allow) {
        let related = diagnostic.related.iter();
        let line = Line {
            rule: diagnostic.rule,
            level: diagnostic.level,
            message: &diagnostic.message,
            position: Position::of(&diagnostic.place),
            label: &diagnostic.label,
            help: &diagnostic.help,
            notes: &diagnostic.notes,
            related: related
                .map(|r| RelatedPlace { position: Position::of(&r.place), label: &r.label })
                .collect(),
        };
        // Strings and numbers always serialise.
        if let Ok(json) = serde_json::to_string(&line) {
            lines.push_str(&json);
            lines.push('\n');
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;
    use crate::input::InputFile;
    use serde_json::json;

    #[test]
    fn every_field_is_there_and_hostile_text_stays_one_line() {
        let rule = Rule {
            name: "duplicate-id",
            level: Level::Warn,
            summary: "",
            reason: "",
            bad: "",
            good: "",
            fixed: false,
        };
        let file = InputFile::new("content/a/claims.yaml", "é: a\nb: c\n");
        let finding =
            Diagnostic::new(&rule, Place::bytes(&file, 9..10), "two\n\u{1b}[2J \"lines\"")
                .label("here")
                .help("rename it")
                .note("ids are addresses")
                .related(Place::file(&file), "first");
        let text = lines(&[finding]);
        assert_eq!(text.lines().count(), 1);
        assert!(!text.contains('\u{1b}'));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            read,
            json!({
                "rule": "duplicate-id", "level": "warn", "message": "two\n\u{1b}[2J \"lines\"",
                "file": "content/a/claims.yaml",
                "line": 2, "column": 4, "end_line": 2, "end_column": 5,
                "label": "here", "help": ["rename it"], "notes": ["ids are addresses"],
                "related": [{
                    "file": "content/a/claims.yaml",
                    "line": 1, "column": 1, "end_line": 1, "end_column": 1, "label": "first",
                }],
            })
        );
    }
}
