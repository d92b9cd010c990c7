//! How wide words get on the page. The fonts of readers differ; these are widths of wide ones, so
//! that what fits here fits there.

/// The size of the letters in charts, in CSS pixels. `chart.css` sets the same.
pub const TEXT_SIZE: f64 = 12.0;

/// About the most that a line of text takes, in CSS pixels.
pub fn width(text: &str) -> f64 {
    text.chars().map(share).sum::<f64>() * TEXT_SIZE
}

/// The width of a character, in ems.
fn share(character: char) -> f64 {
    match character {
        '0'..='9' | '\u{2212}' | '+' | '×' | '$' => 0.64,
        '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}' | '\u{202f}' => 0.34,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.98,
        'A'..='Z' => 0.74,
        'a'..='z' => 0.61,
        // Superscript figures are small; scripts of the Far East fill a square.
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' => 0.45,
        wide if wide >= '\u{1100}' => 1.05,
        _ => 0.7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_more() {
        assert!(width("1,000") > 30.0 && width("1,000") < 40.0);
        assert!(width("ill") < width("mmm"));
        assert!(width("中") > TEXT_SIZE);
    }
}
