//! Figures in prose, which this release does not fill in.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "figure-not-computed",
    level: Level::Warn,
    summary: "prose names a figure that this release does not fill in",
    reason: "`{{quantity:x}}` and `{{sum:x}}` are places for numbers of figures.yaml. This release reads \
             that file but does not compute it, so readers would see the braces.",
    bad: "The pledge was {{quantity:pledge}}.",
    good: "The pledge was $20 billion.",
    fixed: false,
};

/// The first such place in a text, in bytes.
pub fn find(text: &str) -> Option<std::ops::Range<usize>> {
    ["{{quantity:", "{{sum:"]
        .into_iter()
        .filter_map(|token| {
            let start = text.find(token)?;
            let end = text[start..].find("}}").map_or(start + token.len(), |end| start + end + 2);
            Some(start..end)
        })
        .min_by_key(|range| range.start)
}

/// Reports a place.
pub fn report(place: Place) -> Diagnostic {
    Diagnostic::new(&RULE, place, "this figure is not filled in yet").help("write the number out")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_token_is_found() {
        assert_eq!(find("a {{sum:x}} {{quantity:y}}"), Some(2..11));
        assert_eq!(find("a {{sum:x"), Some(2..8));
        assert_eq!(find("a {{other:x}}"), None);
    }
}
