//! Dates as sources give them: sometimes only a year or a month.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, a month or a year, never more exact than its source.
///
/// # Examples
/// ```
/// use factpress::model::PartialDate;
/// let month: PartialDate = "2024-01".parse().unwrap();
/// assert_eq!(month.to_string(), "2024-01");
/// assert!("2024-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year of the Gregorian calendar.
    pub year: i16,
    /// Month, 1 to 12, where known.
    pub month: Option<i8>,
    /// Day, 1 to 31, where known; only with a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// The earliest day it can mean.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::ZERO)
    }

    /// The latest day it can mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (Some(_), Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            (None, _) => self.first_day().last_of_year(),
        }
    }

    /// Whether it is earlier than another date whichever days the two mean: `2024-01` is not
    /// certainly before `2024-01-05`.
    ///
    /// # Examples
    /// ```
    /// use factpress::model::PartialDate;
    /// let date = |text: &str| text.parse::<PartialDate>().unwrap();
    /// assert!(date("2023").is_before(date("2024-01-05")));
    /// assert!(!date("2024-01").is_before(date("2024-01-05")));
    /// ```
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    /// The day, where it is a whole date.
    pub fn full(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

/// Why a text is no date. The sentence is shown to authors as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the form `2026-11-23`, `2026-11` or `2026`.
    #[error("a date is written 2026-11-23 (or 2026-11, or 2026 where no more is known)")]
    Form,
    /// Of the right form, but not in the calendar.
    #[error("there is no such day in the calendar")]
    Calendar,
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| DateError::Form)
            }
            Some(_) => Err(DateError::Form),
        };
        let year = number(4)?.ok_or(DateError::Form)?;
        let small = |n: Option<i16>| n.map(|n| i8::try_from(n).unwrap_or(i8::MAX));
        let (month, day) = (small(number(2)?), small(number(2)?));
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| DateError::Calendar)?;
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = PartialDate;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2026-11-23")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<PartialDate, E> {
                text.parse().map_err(|error| E::custom(format!("bad date `{text}`: {error}")))
            }

            fn visit_u64<E: serde::de::Error>(self, year: u64) -> Result<PartialDate, E> {
                self.visit_str(&year.to_string())
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A date such as 2026-11-23, or 2026-11, or 2026 where no more is known.",
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_before() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        for (earlier, later) in
            [("2024-01-04", "2024-01-05"), ("2023-12", "2024"), ("2024-01-31", "2024-02")]
        {
            assert!(date(earlier).is_before(date(later)), "{earlier} {later}");
            assert!(!date(later).is_before(date(earlier)), "{later} {earlier}");
        }
        for (one, other) in [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2024", "2024")] {
            assert!(!date(one).is_before(date(other)) && !date(other).is_before(date(one)));
        }
        assert_eq!(date("2024-02").last_day(), jiff::civil::date(2024, 2, 29));
    }

    #[test]
    fn forms() {
        for good in ["2024", "2024-02", "2024-02-29"] {
            assert_eq!(good.parse::<PartialDate>().map(|d| d.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "24", "2024-2-1", "2024-02-29-01", "5 January 2024", "+024", "2024-"] {
            assert_eq!(bad.parse::<PartialDate>(), Err(DateError::Form), "{bad}");
        }
        for bad in ["2023-02-29", "2024-13", "2024-00-01", "2024-99-99"] {
            assert_eq!(bad.parse::<PartialDate>(), Err(DateError::Calendar), "{bad}");
        }
    }
}
