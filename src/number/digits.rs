//! Numbers in digits, with the marks of a language.

use super::language::{Language, Marks};
use super::{Exact, NumberError};

const OTHER_WAY: [Marks; 2] =
    [Marks { decimal: '.', group: ',' }, Marks { decimal: ',', group: '.' }];

/// A number in digits, and how many decimals it shows.
pub(super) type Digits = (Exact, usize);

/// How long the number is that a text starts with: digits, and marks and spaces between them.
pub(super) fn length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    let mut run = 0_usize;
    while let Some((at, c)) = chars.next() {
        if c.is_ascii_digit() {
            run += 1;
            end = at + 1;
            continue;
        }
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let is_inside = next_is_digit
            && match c {
                // A decimal mark may come first.
                '.' | ',' => true,
                '\'' | '\u{2019}' => run > 0,
                // Groups of exactly three, after at most three.
                ' ' => (1..=3).contains(&run) && starts_with_group(&text[at + 1..]),
                _ => false,
            };
        if !is_inside {
            break;
        }
        run = 0;
    }
    end
}

fn starts_with_group(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// Reads digits with their marks.
pub(super) fn read(text: &str, language: &Language) -> Result<Digits, NumberError> {
    let Some(marks) = language.marks else {
        return read_unknown(text, language);
    };
    if let Some(read) = read_with(text, marks, language.indian) {
        return read;
    }
    let other = OTHER_WAY.into_iter().find(|other| other.decimal != marks.decimal);
    let reading = other.and_then(|other| read_with(text, other, false)?.ok());
    let here = reading.map(|(number, decimals)| super::write::grouped(&number, decimals, marks));
    Err(NumberError::Separators { written: text.to_owned(), here, language: language.name.clone() })
}

/// Reads digits of a language whose marks are not known: fine where both ways agree.
fn read_unknown(text: &str, language: &Language) -> Result<Digits, NumberError> {
    let mut readings = OTHER_WAY.into_iter().filter_map(|marks| read_with(text, marks, false));
    match (readings.next(), readings.next()) {
        (Some(Ok(one)), Some(Ok(other))) if one != other => Err(NumberError::Ambiguous {
            written: text.to_owned(),
            one: one.0.to_string(),
            other: other.0.to_string(),
        }),
        (Some(read), _) => read,
        (None, _) => Err(NumberError::Separators {
            written: text.to_owned(),
            here: None,
            language: language.name.clone(),
        }),
    }
}

/// Reads digits with these marks; `None` where they do not stand as these marks must.
fn read_with(text: &str, marks: Marks, indian: bool) -> Option<Result<Digits, NumberError>> {
    let (whole, decimals) = match text.split_once(marks.decimal) {
        Some((_, "")) => return None,
        Some((whole, decimals)) => (whole, decimals),
        None => (text, ""),
    };
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut digits = String::with_capacity(text.len() + 1);
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    match separator {
        None => digits.push_str(whole),
        Some(separator) => {
            let fits = matches!(separator, ' ' | '\'' | '\u{2019}')
                || separator == marks.group
                // Where groups are written with a space, the other mark is read, too.
                || (matches!(separator, '.' | ',') && separator != marks.decimal);
            let groups: Vec<&str> = whole.split(separator).collect();
            let (first, rest) = groups.split_first()?;
            let last = rest.len().saturating_sub(1);
            let sized = rest.iter().enumerate().all(|(place, group)| {
                let is_indian = indian && place != last && group.len() == 2;
                (group.len() == 3 || is_indian) && group.bytes().all(|byte| byte.is_ascii_digit())
            });
            let first_fits = (1..=3).contains(&first.len())
                && first.bytes().all(|byte| byte.is_ascii_digit())
                && (first.len() == 1 || !first.starts_with('0'))
                && *first != "0";
            if !fits || !sized || !first_fits {
                return None;
            }
            for group in groups {
                digits.push_str(group);
            }
        }
    }
    let number = Exact::parse(&format!("{digits}.{decimals}"));
    Some(number.map(|number| (number, decimals.len())).map_err(|_| NumberError::TooLarge))
}
