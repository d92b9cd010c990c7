//! From an error of Tera to the finding about a template.

use tera::ErrorKind;

use crate::check::rules::template_error::RULE;
use crate::diagnostic::{Diagnostic, Place};
use crate::input::InputFile;

/// One fault of a template: the template's name, the bytes, and what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Name below `templates/`.
    pub template: String,
    /// Bytes of its text; none where the fault is of the whole.
    pub range: Option<std::ops::Range<usize>>,
    /// What is wrong.
    pub message: String,
}

impl Fault {
    /// The faults that an error of Tera tells of. `text`: the text of a template, by name.
    pub fn read<'a>(
        error: &tera::Error,
        template: &str,
        text: impl Fn(&str) -> Option<&'a str>,
    ) -> Vec<Self> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![Self {
                template: report.filename().to_owned(),
                range: Some(report.span().range.clone()),
                message: report.message().to_owned(),
            }],
            // References to templates, components and filters that are not there come drawn, one
            // after the other.
            ErrorKind::Msg(drawn) if drawn.starts_with("error: ") => {
                drawn.split("\n\n").filter_map(|report| Self::drawn(report, &text)).collect()
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                vec![Self::whole(tpl, "It includes or extends itself")]
            }
            ErrorKind::MissingParent { current, parent } => {
                vec![Self::whole(
                    current,
                    &format!("It extends `{parent}`, and there is no such template"),
                )]
            }
            other => vec![Self::whole(template, &other.to_string())],
        }
    }

    fn whole(template: &str, message: &str) -> Self {
        Self { template: template.to_owned(), range: None, message: message.to_owned() }
    }

    /// Reads `error: MESSAGE`, and from the next line ` --> TEMPLATE:LINE:COLUMN`.
    fn drawn<'a>(report: &str, text: &impl Fn(&str) -> Option<&'a str>) -> Option<Self> {
        let mut lines = report.lines();
        let message = lines.next()?.strip_prefix("error: ")?;
        let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let column: usize = place.next()?.parse().ok()?;
        let line: usize = place.next()?.parse().ok()?;
        let template = place.next()?;
        let range = text(template).map(|text| {
            let start: usize =
                text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
            let rest = text[start..].lines().next().unwrap_or("");
            let offset = rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
            start + offset..start + rest.len()
        });
        Some(Self { template: template.to_owned(), range, message: message.to_owned() })
    }

    /// The finding. `page`: the address of the page being made, where one was.
    pub fn finding(self, file: &std::sync::Arc<InputFile>, page: Option<&str>) -> Diagnostic {
        let message = self.message.trim_end_matches('.');
        let (message, help) = match message.split_once(". Available ") {
            Some((message, names)) => (message, Some(names)),
            None => (message, None),
        };
        let place = match self.range {
            Some(range) => Place::bytes(file, range),
            None => Place::file(file),
        };
        let mut finding = Diagnostic::new(
            &RULE,
            place,
            format!("the template {} does not hold: {}", self.template, lower_first(message)),
        );
        if let Some(page) = page {
            finding = finding.note(format!("this page was being made: {page}"));
        }
        if let Some(names) = help {
            finding = finding.help(format!("it can use {names}"));
        }
        finding.help("docs/view-model.md lists what each template can use")
    }
}

/// Tera starts its messages with a capital; here they follow a colon.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
