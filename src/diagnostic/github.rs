//! Findings as annotations of a GitHub pull request.
//!
//! The form is that of GitHub's workflow commands:
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use std::fmt::Write as _;

use super::neutral::neutral;
use super::{At, Diagnostic, Level};

/// Writes findings as workflow commands, one a line. Levels of [`Level::Allow`] are left out.
///
/// `folder`: where the site is, as a path from the root of the repository with forward slashes;
/// empty where it is the root itself.
///
/// # Examples
/// ```
/// assert_eq!(factpress::diagnostic::github::lines(&[], ""), "");
/// ```
pub fn lines(diagnostics: &[Diagnostic], folder: &str) -> String {
    let mut lines = String::new();
    let folder = folder.trim_end_matches('/');
    let slash = if folder.is_empty() { "" } else { "/" };
    for diagnostic in diagnostics {
        let command = match diagnostic.level {
            Level::Allow => continue,
            Level::Warn => "warning",
            Level::Deny => "error",
        };
        let file = property(&format!("{folder}{slash}{}", diagnostic.place.file.path));
        let _ = write!(lines, "::{command} file={file}");
        if diagnostic.place.at != At::Whole {
            let (start, end) = diagnostic.place.lines();
            let _ = write!(lines, ",line={},endLine={}", start.line, end.line);
            // GitHub takes columns only within one line; its end is the last character.
            if start.line == end.line {
                let last = end.column.saturating_sub(1).max(start.column);
                let _ = write!(lines, ",col={},endColumn={last}", start.column);
            }
        }
        let mut message = diagnostic.message.clone();
        let label = std::iter::once(&diagnostic.label).filter(|label| !label.is_empty());
        for line in label.chain(&diagnostic.notes).chain(&diagnostic.help) {
            message.push('\n');
            message.push_str(line);
        }
        let _ = writeln!(lines, ",title={}::{}", property(diagnostic.rule), data(&message));
    }
    lines
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    neutral(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, Rule};
    use crate::input::InputFile;

    const RULE: Rule = Rule {
        name: "quote-not-found",
        level: Level::Deny,
        summary: "",
        reason: "",
        bad: "",
        good: "",
        fixed: false,
    };

    #[test]
    fn text_and_properties_are_escaped() {
        let file = InputFile::new("content/a,b: c/claims.yaml", "ab\ncd\n");
        let finding =
            Diagnostic::new(&RULE, Place::bytes(&file, 0..2), "100 % of it\n::set-env::x")
                .label("these")
                .help("look, here: a");
        assert_eq!(
            lines(&[finding], ""),
            "::error file=content/a%2Cb%3A c/claims.yaml,line=1,endLine=1,col=1,endColumn=2,\
             title=quote-not-found::100 %25 of it%0A::set-env::x%0Athese%0Alook, here: a\n"
        );
    }

    #[test]
    fn a_site_in_a_folder_and_places_of_several_lines() {
        let file = InputFile::new("content/a.md", "ab\ncd\n");
        let mut finding = Diagnostic::new(&RULE, Place::bytes(&file, 0..4), "m");
        finding.level = Level::Warn;
        assert_eq!(
            lines(&[finding.clone()], "docs/site/"),
            "::warning file=docs/site/content/a.md,line=1,endLine=2,title=quote-not-found::m\n"
        );
        finding.place = Place::file(&file);
        finding.level = Level::Deny;
        assert_eq!(lines(&[finding], ""), "::error file=content/a.md,title=quote-not-found::m\n");
    }
}
