//! How long a check holds: `freshness:` of factpress.yaml.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::Registry;

/// By when checks are due again.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Freshness {
    /// How long after it was made a check is due again, where neither the claim nor a topic says
    /// more. Without it such checks have no date.
    pub after: Option<Age>,
    /// How long before it is due a check is warned about.
    pub warn_before: Age,
    /// The same as `after` for claims of a topic. Of several topics the shortest age counts.
    pub topics: Registry<Age>,
}

impl Default for Freshness {
    fn default() -> Self {
        Self { after: None, warn_before: Age::days(30), topics: Registry::default() }
    }
}

/// A stretch of time in whole days, weeks, months or years, up to a hundred years.
///
/// # Examples
/// ```
/// use factpress::model::Age;
/// let age: Age = "6 months".parse().unwrap();
/// let due = age.after(jiff::civil::date(2026, 8, 31)).unwrap();
/// assert_eq!(due, jiff::civil::date(2027, 2, 28));
/// assert!("6".parse::<Age>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    count: u16,
    unit: AgeUnit,
}

/// What an age is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months of the calendar.
    Month,
    /// Years of the calendar.
    Year,
}

impl Age {
    /// So many days.
    pub const fn days(count: u16) -> Self {
        Self { count, unit: AgeUnit::Day }
    }

    /// How many of its unit.
    pub const fn count(self) -> u16 {
        self.count
    }

    /// What it is counted in.
    pub const fn unit(self) -> AgeUnit {
        self.unit
    }

    /// Whether it is no time at all.
    pub fn is_zero(self) -> bool {
        self.count == 0
    }

    /// The day that is so much later; none after the year 9999. A month after 31 January ends in
    /// February.
    pub fn after(self, day: Date) -> Option<Date> {
        day.checked_add(self.span()).ok()
    }

    /// The day that is so much earlier; none before the year -9999.
    pub fn before(self, day: Date) -> Option<Date> {
        day.checked_sub(self.span()).ok()
    }

    fn span(self) -> Span {
        let span = Span::new();
        let count = i64::from(self.count);
        match self.unit {
            AgeUnit::Day => span.days(count),
            AgeUnit::Week => span.weeks(count),
            AgeUnit::Month => span.months(count),
            AgeUnit::Year => span.years(count),
        }
    }
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            AgeUnit::Day => "day",
            AgeUnit::Week => "week",
            AgeUnit::Month => "month",
            AgeUnit::Year => "year",
        };
        let s = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {unit}{s}", self.count)
    }
}

/// Why a text is no age. The sentence is shown to authors as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    /// A number alone.
    #[error("the unit is missing")]
    NoUnit,
    /// Neither a number with a unit nor a number.
    #[error("a time is written as a whole number and a unit")]
    Form,
    /// More than a hundred years.
    #[error("no more than a hundred years")]
    TooLong,
}

impl FromStr for Age {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at(digits);
        if number.is_empty() {
            return Err(AgeError::Form);
        }
        let (unit, most) = match unit.trim().to_ascii_lowercase().as_str() {
            "" => return Err(AgeError::NoUnit),
            "day" | "days" => (AgeUnit::Day, 36_525),
            "week" | "weeks" => (AgeUnit::Week, 5_218),
            "month" | "months" => (AgeUnit::Month, 1_200),
            "year" | "years" => (AgeUnit::Year, 100),
            _ => return Err(AgeError::Form),
        };
        let count = number.parse().map_err(|_| AgeError::TooLong)?;
        if count > most { Err(AgeError::TooLong) } else { Ok(Self { count, unit }) }
    }
}

impl<'de> Deserialize<'de> for Age {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Age;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a stretch of time such as 90 days")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Age, E> {
                text.parse().map_err(|error| E::custom(format!("bad age `{text}`: {error}")))
            }

            fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<Age, E> {
                self.visit_str(&count.to_string())
            }

            fn visit_i64<E: serde::de::Error>(self, count: i64) -> Result<Age, E> {
                self.visit_str(&count.to_string())
            }

            fn visit_f64<E: serde::de::Error>(self, count: f64) -> Result<Age, E> {
                self.visit_str(&count.to_string())
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for Age {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Age".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A stretch of time such as 90 days, 6 weeks, 3 months or 1 year.",
            "type": "string",
            "pattern": "^[0-9]+ ?([Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?$",
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ages_have_a_number_and_a_unit() {
        for (text, shown) in [
            ("90 days", "90 days"),
            ("1 Day", "1 day"),
            ("2weeks", "2 weeks"),
            (" 100 years ", "100 years"),
            ("0 days", "0 days"),
        ] {
            assert_eq!(text.parse::<Age>().map(|age| age.to_string()).as_deref(), Ok(shown));
        }
        for (text, error) in [
            ("365", AgeError::NoUnit),
            ("", AgeError::Form),
            ("a year", AgeError::Form),
            ("-1 year", AgeError::Form),
            ("1.5 years", AgeError::Form),
            ("3 moons", AgeError::Form),
            ("101 years", AgeError::TooLong),
            ("99999999999999999999 days", AgeError::TooLong),
        ] {
            assert_eq!(text.parse::<Age>(), Err(error), "{text}");
        }
    }

    #[test]
    fn months_and_years_follow_the_calendar() {
        let after = |age: &str, day| age.parse::<Age>().unwrap().after(day);
        assert_eq!(after("1 year", date(2024, 2, 29)), Some(date(2025, 2, 28)));
        assert_eq!(after("1 month", date(2026, 1, 31)), Some(date(2026, 2, 28)));
        assert_eq!(after("2 weeks", date(2026, 12, 25)), Some(date(2027, 1, 8)));
        assert_eq!(after("365 days", date(2023, 11, 23)), Some(date(2024, 11, 22)));
        assert_eq!(after("100 years", date(9950, 1, 1)), None);
        assert_eq!(Age::days(30).before(date(2027, 1, 10)), Some(date(2026, 12, 11)));
    }
}
