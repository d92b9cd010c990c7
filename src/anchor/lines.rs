//! White space in Chinese and Japanese, which set none between words.

/// Whether lines join without a space where one ends and the next starts with these characters:
/// both Chinese or Japanese, or one of them and a mark that such texts set without a space.
/// After the segment break rules of CSS Text Level 4, section 4.1.3.
pub fn joins_lines(before: char, after: char) -> bool {
    (is_han_or_kana(before) && (is_han_or_kana(after) || is_shared_mark(after)))
        || (is_shared_mark(before) && is_han_or_kana(after))
}

/// Characters of Chinese and Japanese, with their full-width punctuation. Korean has spaces.
pub(super) fn is_han_or_kana(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FFF}'     // radicals, ideographic description
        | '\u{3001}'..='\u{3029}'   // punctuation; U+3000 is a space of its own
        | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{312F}' // kana, bopomofo; the rest are accents
        | '\u{3190}'..='\u{31FF}'   // kanbun, bopomofo, strokes, kana
        | '\u{3220}'..='\u{325F}' | '\u{3280}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1AFF0}'..='\u{1B16F}' // kana
        | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a space between these characters of a text in normal form means nothing: lines of
/// Chinese or Japanese may be joined with a space or without, by whoever quotes them, too.
pub(super) fn is_idle_space(before: char, after: char) -> bool {
    let is_mark = |c| matches!(c, '"' | '\'' | '-' | '\u{2026}' | '\u{B7}');
    (is_han_or_kana(before) && (is_han_or_kana(after) || is_mark(after)))
        || (is_mark(before) && is_han_or_kana(after))
}

/// Marks that choose a form of the character before them, or are part of it: the voicing marks of
/// Japanese.
pub(super) fn is_part_of_letter(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{3099}' | '\u{309A}')
}

/// Quotation marks, dashes and dots that Chinese and Japanese share with other scripts.
fn is_shared_mark(c: char) -> bool {
    matches!(
        c,
        '\u{2014}'
            | '\u{2015}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201C}'
            | '\u{201D}'
            | '\u{2026}'
            | '\u{00B7}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_chinese_and_japanese_only() {
        for (before, after) in
            [('中', '国'), ('は', 'カ'), ('。', '中'), ('：', '“'), ('”', '中'), ('、', '「')]
        {
            assert!(joins_lines(before, after), "{before}{after}");
        }
        for (before, after) in
            [('中', 'a'), ('a', '中'), ('한', '국'), ('中', '5'), ('”', '“'), ('中', '한')]
        {
            assert!(!joins_lines(before, after), "{before}{after}");
        }
    }
}
