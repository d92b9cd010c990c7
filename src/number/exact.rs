//! Exact numbers: fractions of whole numbers, so that a third times three is one.

use std::fmt;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Most digits of a number as written, and the highest power of ten that may stand after its `e`.
const MOST_DIGITS: usize = 1000;
/// Most bits of a numerator or denominator: some 2,400 digits. Sums of hostile length end here.
const MOST_BITS: u64 = 8192;

/// An exact number. Nothing is ever rounded but by [`super::Rounding`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoNumber {
    /// Something was divided by zero.
    #[error("it divides by zero")]
    DividedByZero,
    /// It has more digits than anyone counts.
    #[error("the number is too large to be reckoned with")]
    TooLarge,
    /// The text is no number.
    #[error("this is no number")]
    NotANumber,
}

impl Exact {
    /// Nothing.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One.
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// A power of ten.
    pub fn power_of_ten(exponent: i32) -> Self {
        let power = BigInt::from(10).pow(exponent.unsigned_abs());
        Self(if exponent < 0 {
            BigRational::new(BigInt::one(), power)
        } else {
            BigRational::from_integer(power)
        })
    }

    /// Reads a number as programs write it: `-1234.5`, `.5`, `20e9`. No separators of groups, no
    /// words; [`super::read`] reads those.
    ///
    /// # Errors
    /// Anything else; and more than a thousand digits or a power of ten beyond a thousand.
    pub fn parse(text: &str) -> Result<Self, NoNumber> {
        let (negative, unsigned) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
            Some(at) => (&unsigned[..at], &unsigned[at + 1..]),
            None => (unsigned, "0"),
        };
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if !digits(whole)
            || !digits(decimals)
            || whole.len() + decimals.len() == 0
            || !digits(power)
            || power.is_empty()
        {
            return Err(NoNumber::NotANumber);
        }
        if whole.len() + decimals.len() > MOST_DIGITS {
            return Err(NoNumber::TooLarge);
        }
        let exponent: i32 = exponent.parse().map_err(|_| NoNumber::TooLarge)?;
        if exponent.unsigned_abs() as usize > MOST_DIGITS {
            return Err(NoNumber::TooLarge);
        }
        let all = format!("{whole}{decimals}");
        let number = BigInt::parse_bytes(all.as_bytes(), 10).ok_or(NoNumber::NotANumber)?;
        let number = if negative { -number } else { number };
        // At most a thousand decimals.
        let exponent = exponent - i32::try_from(decimals.len()).unwrap_or(i32::MAX);
        Self(BigRational::from_integer(number)).times(&Self::power_of_ten(exponent))
    }

    /// The sum.
    ///
    /// # Errors
    /// A result that is too large, here and below.
    pub fn plus(&self, other: &Self) -> Result<Self, NoNumber> {
        Self(&self.0 + &other.0).bounded()
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`Exact::plus`].
    pub fn minus(&self, other: &Self) -> Result<Self, NoNumber> {
        Self(&self.0 - &other.0).bounded()
    }

    /// The product.
    ///
    /// # Errors
    /// As [`Exact::plus`].
    pub fn times(&self, other: &Self) -> Result<Self, NoNumber> {
        Self(&self.0 * &other.0).bounded()
    }

    /// The quotient.
    ///
    /// # Errors
    /// Division by zero; else as [`Exact::plus`].
    pub fn divided_by(&self, other: &Self) -> Result<Self, NoNumber> {
        if other.0.is_zero() {
            return Err(NoNumber::DividedByZero);
        }
        Self(&self.0 / &other.0).bounded()
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self(-&self.0)
    }

    /// The number without its sign.
    #[must_use]
    pub fn unsigned(&self) -> Self {
        Self(self.0.abs())
    }

    fn bounded(self) -> Result<Self, NoNumber> {
        let bits = self.0.numer().bits().max(self.0.denom().bits());
        if bits > MOST_BITS { Err(NoNumber::TooLarge) } else { Ok(self) }
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below nothing.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether it is a whole number.
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// It as a whole number, where it is one that fits.
    pub fn whole(&self) -> Option<i64> {
        if self.is_whole() { self.0.numer().to_i64() } else { None }
    }

    /// The power of ten of its first digit: 2 for 204, -1 for 0.5; none for nothing.
    pub fn magnitude(&self) -> Option<i32> {
        if self.is_zero() {
            return None;
        }
        let (numerator, denominator) = (self.0.numer().magnitude(), self.0.denom().magnitude());
        // By the lengths of both in digits, one too high or right.
        let digits = |number: &num_bigint::BigUint| {
            i32::try_from(number.to_str_radix(10).len()).unwrap_or(i32::MAX)
        };
        let guess = digits(numerator) - digits(denominator);
        let reached = self.unsigned() >= Self::power_of_ten(guess);
        Some(if reached { guess } else { guess - 1 })
    }

    /// The nearest multiple of a power of ten; of two that are equally near the one that is further
    /// from zero (see [`super::Rounding`]).
    #[must_use]
    pub fn rounded_at(&self, place: i32) -> Self {
        let unit = Self::power_of_ten(place).0;
        let half = BigRational::new(BigInt::one(), BigInt::from(2));
        let steps = (self.0.abs() / &unit + half).floor();
        let rounded = steps * unit;
        Self(if self.0.is_negative() { -rounded } else { rounded })
    }

    /// How many decimals it takes to write it out, where so many do.
    pub fn decimals(&self) -> Option<usize> {
        let mut rest = self.0.denom().clone();
        let mut count = [0_usize; 2];
        for (factor, count) in [2_u8, 5].into_iter().zip(&mut count) {
            let factor = BigInt::from(factor);
            while (&rest % &factor).is_zero() {
                rest /= &factor;
                *count += 1;
            }
        }
        rest.is_one().then_some(count[0].max(count[1]))
    }

    /// The number written with so many decimals, `.` before them, cut off and not rounded.
    pub fn with_decimals(&self, decimals: usize) -> String {
        let shift = Self::power_of_ten(i32::try_from(decimals).unwrap_or(i32::MAX));
        let shifted = (self.0.abs() * shift.0).trunc().to_integer();
        let digits = format!("{:0>width$}", shifted.to_str_radix(10), width = decimals + 1);
        let (whole, decimals) = digits.split_at(digits.len() - decimals);
        let sign = if self.is_negative() && shifted.sign() != Sign::NoSign { "-" } else { "" };
        if decimals.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{decimals}")
        }
    }

    /// The nearest binary number, for pictures: never reckon with it.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }
}

impl fmt::Display for Exact {
    /// All its digits where there are few decimals, else as many as tell it apart, and an ellipsis.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST_DECIMALS: usize = 12;
        match self.decimals() {
            Some(decimals) if decimals <= MOST_DECIMALS => {
                f.write_str(&self.with_decimals(decimals))
            }
            _ => {
                let first = self.magnitude().unwrap_or(0);
                let decimals = usize::try_from(5 - first.min(4)).unwrap_or(1);
                write!(f, "{}…", self.with_decimals(decimals))
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_read_exactly() {
        for (text, written) in [
            ("20e9", "20000000000"),
            ("26", "26"),
            ("-304.702", "-304.702"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.50", "1.5"),
            ("2.5E-3", "0.0025"),
            ("0.1000000000000000000000001", "0.100000…"),
            ("-0", "0"),
        ] {
            assert_eq!(exact(text).to_string(), written, "{text}");
        }
        for text in
            ["", ".", "e9", "1e", "1,000", "1 000", "0x10", "1.2.3", "--1", "1e+-3", "inf", "1_000"]
        {
            assert_eq!(Exact::parse(text), Err(NoNumber::NotANumber), "{text}");
        }
        for text in ["1e1001", "1e999999999999", &"9".repeat(1001)] {
            assert_eq!(Exact::parse(text), Err(NoNumber::TooLarge));
        }
    }

    #[test]
    fn a_third_times_three_is_one() {
        let third = Exact::one().divided_by(&3.into()).unwrap();
        assert_eq!(third.times(&3.into()).unwrap(), Exact::one());
        assert_eq!(third.to_string(), "0.333333…");
        assert_eq!(exact("0.1").plus(&exact("0.2")).unwrap(), exact("0.3"));
        assert_eq!(Exact::one().divided_by(&Exact::zero()), Err(NoNumber::DividedByZero));
        let mut large = exact("1e1000");
        let grown = (0..10).try_for_each(|_| {
            large = large.times(&large)?;
            Ok::<(), NoNumber>(())
        });
        assert_eq!(grown, Err(NoNumber::TooLarge));
    }

    #[test]
    fn ties_go_away_from_zero() {
        for (text, place, rounded) in [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("3.5", 0, "4"),
            ("2.4999", 0, "2"),
            ("0.05", -1, "0.1"),
            ("2.675", -2, "2.68"),
            ("1.005", -2, "1.01"),
            ("203814849498", 9, "204000000000"),
            ("149", 2, "100"),
            ("150", 2, "200"),
            ("0", 3, "0"),
        ] {
            assert_eq!(exact(text).rounded_at(place), exact(rounded), "{text} at {place}");
        }
    }

    #[test]
    fn magnitudes() {
        for (text, magnitude) in
            [("204", 2), ("1", 0), ("0.5", -1), ("0.05", -2), ("999", 2), ("1000", 3), ("-99.9", 1)]
        {
            assert_eq!(exact(text).magnitude(), Some(magnitude), "{text}");
        }
        let sixth = Exact::one().divided_by(&6.into()).unwrap();
        assert_eq!(sixth.magnitude(), Some(-1));
        assert_eq!(Exact::from(1000).divided_by(&999.into()).unwrap().magnitude(), Some(0));
        assert_eq!(Exact::zero().magnitude(), None);
        assert_eq!(sixth.to_string(), "0.166666…");
        assert_eq!(exact("20e9").divided_by(&3.into()).unwrap().to_string(), "6666666666.6…");
    }
}
