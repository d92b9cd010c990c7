//! What stands before a number of a text and changes what it says.

use super::language::Words;

/// Where the minus before a number starts, where there is one. `before`: the text before it.
///
/// A sign counts right before digits and after a space, an opening bracket or quotation mark, a
/// currency sign or nothing: not in COVID-19 and 10–12. An en dash is no minus, since it also opens
/// what is said by the way.
pub(super) fn minus(before: &str, is_digits: bool, language: Option<Words>) -> Option<usize> {
    let amount = before.trim_end_matches(CURRENCIES);
    let signed = amount.strip_suffix(['-', '\u{2212}']).filter(|_| is_digits);
    if let Some(rest) = signed {
        let is_open = |c: char| c == ' ' || OPENING.contains(&c) || CURRENCIES.contains(&c);
        return (rest.is_empty() || rest.ends_with(is_open)).then_some(rest.len());
    }
    let language = language?;
    let word = match language {
        Words::English => "minus",
        Words::Spanish => "menos",
    };
    let text = amount.strip_suffix(' ')?.trim_end();
    let start = text.len().checked_sub(word.len())?;
    if !text.get(start..)?.eq_ignore_ascii_case(word) {
        return None;
    }
    // At least, more or less.
    let is_joint = |word| matches!(word, "al" | "lo" | "o" | "cuando" | "or" | "plus");
    let previous = text[..start].rsplit(|c: char| !c.is_alphabetic()).find(|it| !it.is_empty());
    let stands_alone = !text[..start].ends_with(char::is_alphanumeric);
    (stands_alone && !previous.is_some_and(is_joint)).then_some(start)
}

/// Signs that stand before an amount of money.
pub(super) const CURRENCIES: [char; 4] = ['$', '€', '£', '¥'];
const OPENING: [char; 9] = ['(', '[', '{', '"', '\'', '“', '‘', '«', '¿'];

/// Whether Spanish digits are those of a decade: `los años 60`, and the 70 of `los años 60 y 70`.
pub(super) fn names_decade(before: &str, written: &str) -> bool {
    let is_decade = |text: &str| {
        matches!(text.as_bytes(), [b'1'..=b'9', b'0']) || matches!(text.as_bytes(), b"00")
    };
    if !is_decade(written) {
        return false;
    }
    let mut before = before;
    while let Some(rest) = [" y ", ", "].iter().find_map(|joint| before.strip_suffix(joint)) {
        let Some(start) = rest.len().checked_sub(2) else { return false };
        if !rest.get(start..).is_some_and(is_decade) || !rest[..start].ends_with(' ') {
            return false;
        }
        before = &rest[..start];
    }
    let lower = before.to_lowercase();
    let ends = ["década de los ", "décadas de los ", "década del "];
    // Not the 60 of `hace 50 años 60 personas`.
    lower.strip_suffix("años ").is_some_and(|rest| {
        !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && !rest.ends_with(char::is_alphanumeric)
    }) || ends.iter().any(|end| lower.ends_with(end))
}
