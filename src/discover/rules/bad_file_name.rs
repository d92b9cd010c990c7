//! Names of files that can't become addresses.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::InputFile;

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-file-name",
    level: Level::Deny,
    summary: "the name of a file or folder holds characters that can't be published",
    reason: "Names become addresses. One that holds a line break, a backslash, an invisible character \
             or bytes that are no UTF-8 can't be typed, and means something else on other systems.",
    bad: "content/summit\\2024.md",
    good: "content/summit-2024.md",
    fixed: true,
};

/// Reports the name of what stands at `path`, where it is one of those.
pub fn check(path: &str, utf8: bool) -> Option<Diagnostic> {
    let why = if utf8 {
        match path.chars().find(|char| is_bad(*char))? {
            '\\' => "it holds a backslash".to_owned(),
            char => format!("it holds the invisible character U+{:04X}", u32::from(char)),
        }
    } else {
        "it is not in UTF-8".to_owned()
    };
    let place = Place::file(&InputFile::new(path, ""));
    Some(
        Diagnostic::new(&RULE, place, "this name can't be published")
            .label(why.clone())
            .note(why)
            .help("rename it; letters, digits and hyphens make the best addresses"),
    )
}

/// Backslashes, control characters, and marks that turn the reading direction or have no width.
fn is_bad(char: char) -> bool {
    char == '\\'
        || char.is_control()
        || matches!(char, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_scripts_pass_and_tricks_do_not() {
        for name in ["content/a b.md", "content/é/索引.md", "content/a\"'<&#?%2e.md"] {
            assert_eq!(check(name, true), None, "{name}");
        }
        for name in ["content/a\nb.md", "content/a\\b.md", "content/a\u{202e}b.md", "a\u{1b}[2J"] {
            assert!(check(name, true).is_some(), "{name:?}");
        }
        assert!(check("content/a\u{fffd}.md", false).is_some());
    }
}
