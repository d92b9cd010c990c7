//! Findings drawn for people: the words, the lines they are about, what to do.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Element, Origin, Renderer, Snippet};

use super::excerpt::Excerpt;
use super::neutral::{neutral, neutral_line};
use super::{Diagnostic, Level, Place};

/// Columns of a drawn source line; longer ones are cut around the underlined words.
const WIDTH: usize = 100;
/// Characters of one message, note or help; a quoted page must not bury the next finding.
const LONGEST: usize = 2000;

/// Draws findings, each followed by an empty line. Levels of [`Level::Allow`] are left out.
///
/// `color`: whether to add ANSI colours. No other control character is in the result, whatever the
/// findings quote.
///
/// # Examples
/// ```
/// use factpress::diagnostic::{Diagnostic, Level, Place, Rule, human};
/// use factpress::input::InputFile;
/// let rule = Rule {
///     name: "unknown-verdict", level: Level::Deny,
///     summary: "", reason: "", bad: "", good: "", fixed: false,
/// };
/// let file = InputFile::new("content/a/claims.yaml", "claims:\n  - verdict: flase\n");
/// let finding = Diagnostic::new(&rule, Place::bytes(&file, 21..26), "there is no verdict `flase`")
///     .help("did you mean `false`?");
/// assert_eq!(human::draw(&[finding], false), "\
/// error[unknown-verdict]: there is no verdict `flase`
///  --> content/a/claims.yaml:2:14
///   |
/// 2 |   - verdict: flase
///   |              ^^^^^
///   |
///   = help: did you mean `false`?
///
/// ");
/// ```
pub fn draw(diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    let mut drawn = String::new();
    for diagnostic in diagnostics {
        draw_one(&mut drawn, &renderer, diagnostic);
    }
    drawn
}

fn draw_one(into: &mut String, renderer: &Renderer, diagnostic: &Diagnostic) {
    let level = match diagnostic.level {
        Level::Allow => return,
        Level::Warn => annotate_snippets::Level::WARNING,
        Level::Deny => annotate_snippets::Level::ERROR,
    };
    let mut drawn = Drawn::default();
    let message = short(neutral_line(&diagnostic.message));
    let title = level.primary_title(message).id(diagnostic.rule);
    let mut groups =
        vec![title.element(drawn.element(&diagnostic.place, neutral_line(&diagnostic.label)))];
    for related in &diagnostic.related {
        let title = annotate_snippets::Level::NOTE
            .secondary_title(short(neutral_line(&related.label)))
            .element(drawn.element(&related.place, Cow::Borrowed("")));
        groups.push(title);
    }
    let words = |level: annotate_snippets::Level<'static>, text| {
        Element::Message(level.message(short(neutral(text))))
    };
    // What to do stands last, below everything there is to see.
    if let Some(last) = groups.pop() {
        let notes = diagnostic.notes.iter().map(|text| words(annotate_snippets::Level::NOTE, text));
        let help = diagnostic.help.iter().map(|text| words(annotate_snippets::Level::HELP, text));
        groups.push(last.elements(notes.chain(help)));
    }
    into.push_str(&drawn.restore_columns(renderer.render(&groups)));
    into.push_str("\n\n");
}

/// Places drawn so far whose lines were cut, so that the drawing library counts other columns.
#[derive(Default)]
struct Drawn {
    /// What stands in the drawing, and what is meant.
    columns: Vec<(String, String)>,
}

impl Drawn {
    fn element<'a>(&mut self, place: &Place, label: Cow<'a, str>) -> Element<'a> {
        let path = neutral_line(&place.file.path).into_owned();
        let Some(excerpt) = Excerpt::of(place) else {
            return Element::Origin(Origin::path(path));
        };
        let path = if excerpt.shown_column == excerpt.start.column {
            path
        } else {
            // A code point that is no character can't stand in neutral text, so this is unique.
            let stand_in = format!("\u{fdd0}{}", self.columns.len());
            let line = excerpt.start.line;
            self.columns.push((
                format!("{stand_in}:{line}:{}", excerpt.shown_column),
                format!("{path}:{line}:{}", excerpt.start.column),
            ));
            stand_in
        };
        let label = if label.is_empty() { None } else { Some(short(label)) };
        let annotation = AnnotationKind::Primary.span(excerpt.span).label(label);
        Element::Cause(
            Snippet::source(excerpt.text)
                .line_start(excerpt.first_line)
                .path(path)
                .annotation(annotation),
        )
    }

    fn restore_columns(&self, drawn: String) -> String {
        self.columns.iter().fold(drawn, |drawn, (shown, meant)| drawn.replacen(shown, meant, 1))
    }
}

/// Cuts what is too long to be read.
fn short(text: Cow<'_, str>) -> Cow<'_, str> {
    let Some((at, _)) = text.char_indices().nth(LONGEST) else { return text };
    let mut cut = text[..at].to_owned();
    cut.push('…');
    Cow::Owned(cut)
}

#[cfg(test)]
#[path = "human_tests.rs"]
mod tests;
