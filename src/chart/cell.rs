//! Numbers in the cells of data files.

use rust_decimal::Decimal;

/// Why a cell is no number that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It holds words or signs.
    NotANumber,
    /// It holds a number and its unit.
    HasUnit,
    /// Its comma may part decimals or thousands.
    UnclearComma,
    /// It has more digits than are reckoned with.
    TooManyDigits,
}

/// Most digits before the point.
const MOST_WHOLE: u32 = 24;
/// Most digits after it.
const MOST_DECIMALS: u32 = 20;

/// The number in a cell, exactly as written; none where the cell is empty. Thousands may be parted
/// by commas, as in `1,000`; decimals follow a point.
///
/// # Errors
/// Why it is none.
pub fn number(text: &str) -> Result<Option<Decimal>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.replacen('\u{2212}', "-", 1);
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    if unsigned.contains(',') && !is_grouped(unsigned) {
        let digits = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        return Err(if unsigned.chars().all(digits) {
            Fault::UnclearComma
        } else {
            not_a_number(unsigned)
        });
    }
    let plain = plain.replace(',', "");
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    if !is_number(plain) {
        return Err(not_a_number(unsigned));
    }
    let read = if plain.contains(['e', 'E']) {
        Decimal::from_scientific(plain)
    } else {
        Decimal::from_str_exact(plain)
    };
    let number = read.map_err(|_| Fault::TooManyDigits)?;
    let fits = number.abs() < Decimal::from_i128_with_scale(10_i128.pow(MOST_WHOLE), 0)
        && number.normalize().scale() <= MOST_DECIMALS;
    if fits { Ok(Some(number)) } else { Err(Fault::TooManyDigits) }
}

/// Whether a text has the form of a number: 5, -5.5, 5e9.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (number, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(decimals) && digits(power.strip_prefix(['-', '+']).unwrap_or(power))
}

/// Whether commas part thousands: one to three digits, then groups of three.
fn is_grouped(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits(first))
        && groups.all(|group| group.len() == 3 && digits(group))
        && digits(decimals)
}

/// What is wrong with a text that is no number: a number with a short unit, or something else.
fn not_a_number(text: &str) -> Fault {
    let amount = text.trim_matches(|c: char| !c.is_ascii_digit());
    let unit = text.chars().count() - amount.chars().count();
    let plain = amount.replace(',', "");
    if (1..=10).contains(&unit) && is_number(&plain) { Fault::HasUnit } else { Fault::NotANumber }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        for (text, number) in [
            ("5", "5"),
            ("-5.50", "-5.50"),
            ("\u{2212}3", "-3"),
            ("+7", "7"),
            ("1,234,567.89", "1234567.89"),
            ("1.5e9", "1500000000"),
            ("2E-3", "0.002"),
            ("0.00000000000000000001", "0.00000000000000000001"),
            ("999999999999999999999999", "999999999999999999999999"),
        ] {
            assert_eq!(super::number(text).unwrap().unwrap().to_string(), number, "{text}");
        }
        assert_eq!(number("  "), Ok(None));
    }

    #[test]
    fn what_is_no_number_says_why() {
        for (text, fault) in [
            ("n/a", Fault::NotANumber),
            ("-", Fault::NotANumber),
            ("1e", Fault::HasUnit),
            ("1.2.3", Fault::NotANumber),
            ("NaN", Fault::NotANumber),
            ("inf", Fault::NotANumber),
            ("0x1F", Fault::NotANumber),
            ("2020-10", Fault::NotANumber),
            ("$5", Fault::HasUnit),
            ("10 %", Fault::HasUnit),
            ("3.5 bn", Fault::HasUnit),
            ("12,5", Fault::UnclearComma),
            ("1,0000", Fault::UnclearComma),
            ("1.234,5", Fault::UnclearComma),
            ("1e30", Fault::TooManyDigits),
            ("1e999999999999", Fault::TooManyDigits),
            ("12345678901234567890123456789012345", Fault::TooManyDigits),
            ("1e-25", Fault::TooManyDigits),
        ] {
            assert_eq!(number(text), Err(fault), "{text}");
        }
    }
}
