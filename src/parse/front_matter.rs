//! The YAML block at the top of a Markdown file.

use std::ops::Range;
use std::sync::Arc;

use super::rules::invalid_yaml;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, front_matter};

/// Where the front matter's YAML and the body stand, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The YAML between the two lines of hyphens; empty at 0 where there is none.
    pub yaml: Range<usize>,
    /// First byte of the body.
    pub body: usize,
}

/// Splits a Markdown file at its front matter, which starts on the first line with `---`.
///
/// # Errors
/// Where the closing line is missing.
///
/// # Examples
/// ```
/// use factpress::{input::InputFile, parse::front_matter::split};
/// let file = InputFile::new("a.md", "---\ntitle: A\n---\nText");
/// let split = split(&file).unwrap();
/// assert_eq!(&file.text[split.yaml], "title: A\n");
/// assert_eq!(&file.text[split.body..], "Text");
/// ```
pub fn split(file: &Arc<InputFile>) -> Result<Split, Box<Diagnostic>> {
    let text = &file.text;
    let first = text.split_inclusive('\n').next().unwrap_or("");
    if first.strip_prefix("---\r").is_some_and(|rest| rest != "\n" && !rest.is_empty()) {
        return Err(Box::new(invalid_yaml::old_line_ends(Place::bytes(file, 0..3))));
    }
    if first.trim_end() != "---" {
        return Ok(Split { yaml: 0..0, body: 0 });
    }
    let Some(yaml) = front_matter(text, first.len()) else {
        let place = Place::bytes(file, 0..first.trim_end().len());
        return Err(Box::new(invalid_yaml::unclosed(place)));
    };
    let closing = text[yaml.end..].split_inclusive('\n').next().unwrap_or("");
    Ok(Split { body: yaml.end + closing.len(), yaml })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, String)> {
        let file = InputFile::new("a.md", text);
        let split = split(&file).ok()?;
        Some((text[split.yaml].to_owned(), text[split.body..].to_owned()))
    }

    #[test]
    fn all_forms() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(parts("Text"), pair("", "Text"));
        assert_eq!(parts(""), pair("", ""));
        assert_eq!(parts("---\n---\nT"), pair("", "T"));
        assert_eq!(parts("---\r\na: 1\r\n---\r\nT"), pair("a: 1\r\n", "T"));
        assert_eq!(parts("---\na: 1\n---"), pair("a: 1\n", ""));
        assert_eq!(parts("---\na: 1\n"), None);
        assert_eq!(parts("---\ra: 1\r---\rT"), None);
        assert_eq!(parts("----\na"), pair("", "----\na"));
    }
}
