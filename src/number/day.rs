//! Days of the calendar as people write them.

use jiff::civil::Date;

use super::language::{Language, Words};

/// A day as it was written, with or without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDay {
    /// The year, where it was written.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
}

impl WrittenDay {
    /// Whether it is this day.
    pub fn is(self, date: Date) -> bool {
        self.year.is_none_or(|year| year == date.year())
            && (self.month, self.day) == (date.month(), date.day())
    }
}

/// Names of the months in English.
pub(super) const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) const SPANISH_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Reads a day: `January 3, 2024`, `3 de enero`, `2024-01-03`; `None` where there is none.
pub fn read_day(text: &str, tag: &str) -> Option<WrittenDay> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(WrittenDay { year: Some(date.year()), month: date.month(), day: date.day() });
    }
    let words = Language::new(tag).words?;
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
        let lower = word.trim_end_matches('.').to_lowercase();
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Ok(number) = digits.parse::<i16>() {
            if digits.len() == 4 && year.is_none() {
                year = Some(number);
            } else if (1..=31).contains(&number) && day.is_none() {
                day = i8::try_from(number).ok();
            } else {
                return None;
            }
        } else if let Some(number) = month_of(&lower, words) {
            if month.replace(number).is_some() {
                return None;
            }
        } else if !matches!(&*lower, "the" | "of" | "on" | "el" | "de" | "del") {
            return None;
        }
    }
    Some(WrittenDay { year, month: month?, day: day? })
}

fn month_of(word: &str, words: Words) -> Option<i8> {
    let names = match words {
        Words::English => ENGLISH_MONTHS,
        Words::Spanish => SPANISH_MONTHS,
    };
    let found = names.iter().position(|name| {
        let name = name.to_lowercase();
        name == word || (word.len() >= 3 && name.starts_with(word))
    });
    let found = found.or((word == "setiembre").then_some(8))?;
    i8::try_from(found + 1).ok()
}

/// Writes a day after the habits of a language: `January 3, 2024`, `3 de enero de 2024`.
pub fn write_day(date: Date, tag: &str) -> String {
    let place = usize::try_from(date.month() - 1).unwrap_or(0);
    match Language::new(tag).words {
        Some(Words::English) => {
            format!("{} {}, {}", ENGLISH_MONTHS[place], date.day(), date.year())
        }
        Some(Words::Spanish) => {
            format!("{} de {} de {}", date.day(), SPANISH_MONTHS[place], date.year())
        }
        None => date.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        let day: Date = "2024-01-03".parse().unwrap();
        for (language, text) in [
            ("en", "January 3, 2024"),
            ("en", "Jan. 3, 2024"),
            ("en", "January 3"),
            ("en", "3 January 2024"),
            ("en-GB", "the 3rd of January 2024"),
            ("es", "3 de enero de 2024"),
            ("es", "el 3 de enero"),
            ("de", "2024-01-03"),
        ] {
            assert!(read_day(text, language).unwrap().is(day), "{text}");
        }
        for (language, text) in
            [("en", "January 4, 2024"), ("en", "January 3, 2023"), ("es", "3 de febrero")]
        {
            assert!(!read_day(text, language).unwrap().is(day), "{text}");
        }
        for text in ["January", "32", "3 4 January", "January 3 February", "about January 3", ""] {
            assert_eq!(read_day(text, "en"), None, "{text}");
        }
        assert_eq!(write_day(day, "en"), "January 3, 2024");
        assert_eq!(write_day(day, "es-MX"), "3 de enero de 2024");
    }
}
