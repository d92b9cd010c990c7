//! Puts another number into a text.

use super::language::Language;
use super::{Exact, Written, digits, write};

/// Decimals of a proposal.
const MOST_DECIMALS: usize = 6;

/// The text with another amount in the place of its digits: `about $204 billion` with 205e9 is
/// `about $205 billion`. `written` is what was read of it. `None` where it has no digits, or several
/// numbers.
pub fn replace(text: &str, written: &Written, amount: &Exact, tag: &str) -> Option<String> {
    let language = Language::new(tag);
    let marks = language.marks?;
    let plain: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let start =
        plain.char_indices().map(|(at, _)| at).find(|at| digits::length(&plain[*at..]) > 0)?;
    let end = start + digits::length(&plain[start..]);
    let rest = plain[end..].bytes().filter(u8::is_ascii_digit).count();
    if rest > if written.year.is_some() { 4 } else { 0 }
        || amount.is_negative() != written.amount.is_negative()
    {
        return None;
    }
    let (shown, decimals) = digits::read(&plain[start..end], &language).ok()?;
    let factor = written.amount.unsigned().divided_by(&shown).ok()?;
    let number = amount.unsigned().divided_by(&factor).ok()?;
    let needed = number.decimals().filter(|needed| *needed <= MOST_DECIMALS)?;
    let number = write::grouped(&number, needed.max(decimals), marks);
    Some(format!("{}{number}{}", &plain[..start], &plain[end..]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn digits_are_replaced() {
        for (language, text, amount, replaced) in [
            ("en", "about $204 billion", "205e9", Some("about $205 billion")),
            ("en", "$8,230.0 million", "8231.25e6", Some("$8,231.25 million")),
            ("en", "$8,230.0 million", "8231e6", Some("$8,231.0 million")),
            ("es", "10,7 %", "10.8", Some("10,8 %")),
            ("es", "20 mil millones", "21e9", Some("21 mil millones")),
            ("en", "$204 billion in 2023 dollars", "205e9", Some("$205 billion in 2023 dollars")),
            ("en", "-5%", "-6", Some("-6%")),
            ("en", "-5%", "6", None),
            ("en", "thirty-two", "33", None),
        ] {
            let written = read(text, language).unwrap();
            let amount = Exact::parse(amount).unwrap();
            assert_eq!(replace(text, &written, &amount, language).as_deref(), replaced, "{text}");
        }
    }
}
