//! Named rounding.

use super::Exact;

/// How a number is rounded. Of two results that are equally near, the one further from zero is
/// taken: 2.5 becomes 3 and -2.5 becomes -3. This is what schools teach as *half up*, what Java's
/// `RoundingMode.HALF_UP` does, and what IEEE 754 calls *roundTiesToAway*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To so many digits from the first one that is not zero.
    Significant(u32),
    /// To a power of ten: -2 for two decimals, 0 for whole numbers, 3 for thousands.
    Place(i32),
}

/// Most digits that may be named.
const MOST: u32 = 100;

/// What may be written, for messages.
pub const FORMS: &str = "`3 significant`, `1 decimals`, `whole`, `tens`, `hundreds`, `thousands`, `millions`, `billions`";

impl Rounding {
    /// Reads the name of a rounding; `None` where there is none of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let place = match &*text {
            "whole" | "units" | "0 decimals" => 0,
            "tens" => 1,
            "hundreds" => 2,
            "thousands" => 3,
            "millions" => 6,
            "billions" => 9,
            _ => {
                let (count, word) = text.split_once(' ')?;
                let count: u32 = count.parse().ok().filter(|count| *count <= MOST)?;
                return match word.trim() {
                    "significant"
                    | "significant digits"
                    | "significant digit"
                    | "significant figures"
                    | "significant figure"
                        if count > 0 =>
                    {
                        Some(Self::Significant(count))
                    }
                    "decimals" | "decimal" | "decimal places" | "decimal place" => {
                        Some(Self::Place(-i32::try_from(count).ok()?))
                    }
                    _ => None,
                };
            }
        };
        Some(Self::Place(place))
    }

    /// The number rounded.
    #[must_use]
    pub fn of(self, number: &Exact) -> Exact {
        match self.place(number) {
            Some(place) => number.rounded_at(place),
            None => number.clone(),
        }
    }

    /// The power of ten of the last digit that it leaves; none for significant digits of nothing.
    pub fn place(self, number: &Exact) -> Option<i32> {
        match self {
            Self::Place(place) => Some(place),
            Self::Significant(digits) => {
                Some(number.magnitude()? + 1 - i32::try_from(digits).unwrap_or(i32::MAX))
            }
        }
    }

    /// In words: `3 significant digits`.
    pub fn words(self) -> String {
        let plural = |count: u32| if count == 1 { "" } else { "s" };
        match self {
            Self::Significant(digits) => format!("{digits} significant digit{}", plural(digits)),
            Self::Place(0) => "a whole number".to_owned(),
            Self::Place(1) => "tens".to_owned(),
            Self::Place(2) => "hundreds".to_owned(),
            Self::Place(3) => "thousands".to_owned(),
            Self::Place(6) => "millions".to_owned(),
            Self::Place(9) => "billions".to_owned(),
            Self::Place(place) if place > 0 => format!("multiples of 10^{place}"),
            Self::Place(place) => {
                let decimals = place.unsigned_abs();
                format!("{decimals} decimal{}", plural(decimals))
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn roundings_have_names() {
        let number = Exact::parse("203814.84949").unwrap();
        for (name, rounded) in [
            ("3 significant", "204000"),
            ("1 significant", "200000"),
            ("8 significant", "203814.85"),
            ("2 decimals", "203814.85"),
            ("1 decimal", "203814.8"),
            ("0 decimals", "203815"),
            ("whole", "203815"),
            ("tens", "203810"),
            ("hundreds", "203800"),
            ("thousands", "204000"),
            ("millions", "0"),
            ("Thousands ", "204000"),
        ] {
            let rounding = Rounding::parse(name).unwrap();
            assert_eq!(rounding.of(&number), Exact::parse(rounded).unwrap(), "{name}");
        }
        for name in
            ["", "3", "significant", "0 significant", "-1 decimals", "half up", "999 decimals"]
        {
            assert_eq!(Rounding::parse(name), None, "{name}");
        }
        let nearly_ten = Exact::parse("9.996").unwrap();
        assert_eq!(Rounding::Significant(3).of(&nearly_ten), 10.into());
        assert_eq!(Rounding::Significant(3).of(&Exact::zero()), Exact::zero());
    }
}
