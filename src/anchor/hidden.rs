//! Finds quotations where no reader can select them: in alternative texts, in raw HTML, or across
//! its tags. This serves the error message only.

use std::ops::Range;

use super::boundary::{may_end, may_start};
use super::patterns::find_all;
use super::{CodeKind, NormalForm, PieceKind, TextMap};

/// For each quotation in normal form the first such place: its kind, and bytes of the Markdown.
pub(super) fn find_hidden(
    map: &TextMap<'_>,
    quotes: &[&str],
) -> Vec<Option<(CodeKind, Range<usize>)>> {
    let mut found = vec![None; quotes.len()];
    if quotes.is_empty() {
        return found;
    }
    let unseen = map.unseen();
    let forms: Vec<String> = unseen.iter().map(|it| NormalForm::new(&it.text).text).collect();
    let texts: Vec<&str> = forms.iter().map(String::as_str).collect();
    find_all(quotes, &texts, |quote, text, place| {
        if found[quote].is_none() && is_whole(texts[text], place) {
            let kind = if unseen[text].alt { CodeKind::AltText } else { CodeKind::RawHtml };
            found[quote] = Some((kind, unseen[text].source.clone()));
        }
    });
    let Some(bare) = WithoutTags::new(map) else { return found };
    let form = NormalForm::new(&bare.text);
    find_all(quotes, &[&form.text], |quote, _, place| {
        if found[quote].is_none()
            && is_whole(&form.text, place)
            && let Some(place) = form.original_around(place)
        {
            let source = map.source_range(&bare.visible(&place));
            found[quote] = Some((CodeKind::AmongTags, source));
        }
    });
    found
}

fn is_whole(text: &str, place: &Range<usize>) -> bool {
    may_start(text, place.start) && may_end(text, place.end)
}

/// The visible text without the tags of raw HTML that are shown in it.
struct WithoutTags {
    text: String,
    /// Where stretches start that stand together in both: bytes of this text, and of the visible one.
    stretches: Vec<(usize, usize)>,
}

impl WithoutTags {
    /// None where no tags are shown.
    fn new(map: &TextMap<'_>) -> Option<Self> {
        if !map.pieces.iter().any(|piece| piece.kind == PieceKind::RawHtml) {
            return None;
        }
        let mut bare = Self { text: String::with_capacity(map.visible.len()), stretches: vec![] };
        // The lines of a block are pieces of their own, and a tag may go over several.
        let mut in_tag = false;
        for piece in &map.pieces {
            let mut rest = piece.visible.clone();
            if piece.kind != PieceKind::RawHtml {
                in_tag = false;
                bare.keep(map, rest);
                continue;
            }
            while !rest.is_empty() {
                let text = &map.visible[rest.clone()];
                let next = if in_tag { text.find('>').map(|at| at + 1) } else { tag_start(text) };
                let end = next.map_or(rest.end, |at| rest.start + at);
                if !in_tag {
                    bare.keep(map, rest.start..end);
                }
                in_tag = in_tag != next.is_some();
                rest.start = end;
            }
        }
        Some(bare)
    }

    fn keep(&mut self, map: &TextMap<'_>, visible: Range<usize>) {
        if visible.is_empty() {
            return;
        }
        self.stretches.push((self.text.len(), visible.start));
        self.text.push_str(&map.visible[visible]);
    }

    /// The visible bytes from the first to the last of a passage, with the tags between.
    fn visible(&self, passage: &Range<usize>) -> Range<usize> {
        let at = |bare: usize| {
            let after = self.stretches.partition_point(|(start, _)| *start <= bare);
            let (start, visible) = self.stretches[after.saturating_sub(1)];
            visible + (bare - start)
        };
        at(passage.start)..at(passage.end.saturating_sub(1)) + 1
    }
}

/// Where a tag or comment starts.
fn tag_start(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        text[at + 1..]
            .starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
    })
}
