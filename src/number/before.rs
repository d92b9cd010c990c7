//! What stands before a number of a text and changes what it says.

use super::language::Words;
use super::mentions::Mention;

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
/// `before`: the text before them; `last`: the number that was found last in it.
pub(super) fn names_decade(before: &str, written: &str, last: Option<&Mention>) -> bool {
    if !is_decade(written) {
        return false;
    }
    // A list of decades goes on. It is not read again from its start: it may be as long as the text.
    if let Some(last) = last
        && matches!(&before[last.range.end..], " y " | ", ")
    {
        return !last.in_digits && is_decade(&before[last.range.clone()]);
    }
    let ends = ["década de los ", "décadas de los ", "década del "];
    // Not the 60 of `hace 50 años 60 personas`.
    strip_end(before, "años ").is_some_and(|rest| {
        !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && !rest.ends_with(char::is_alphanumeric)
    }) || ends.iter().any(|end| strip_end(before, end).is_some())
}

fn is_decade(written: &str) -> bool {
    matches!(written.as_bytes(), [b'1'..=b'9', b'0'] | b"00")
}

/// A text without an end, whatever the case of its letters.
fn strip_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let (rest, found) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    (found.to_lowercase() == end).then_some(rest)
}

#[cfg(test)]
mod tests {
    use crate::number::mentions;

    /// Takes minutes where each is looked at from the start of the list.
    #[test]
    fn a_long_list_of_decades_is_read_once() {
        let found = mentions(&format!("Los años {}70 y 80, 81", "60, ".repeat(100_000)), "es");
        let in_digits = found.iter().filter(|mention| mention.in_digits).count();
        assert_eq!((found.len(), in_digits), (100_003, 1), "81 is none");
    }
}
