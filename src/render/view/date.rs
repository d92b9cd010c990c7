//! A date, as readers and as machines read it.

use super::view;
use crate::model::PartialDate;
use crate::words::Words;

view! {
    /// A date as exact as its source: a day, a month or a year. Templates print it with the component
    /// `date`, which wants to be told what happened on it.
    pub struct DateView {
        /// For machines: `2026-11-23`, `2024-01` or `2024`.
        pub iso: String,
        /// For readers: `23 November 2026`, `January 2024` or `2024`, in the page's language.
        pub text: String,
        /// The word between what happened and when: `on` a day, `in` a month or a year.
        pub preposition: String,
    }
}

/// The names of the months among the words.
const MONTHS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8",
    "month_9", "month_10", "month_11", "month_12",
];

impl DateView {
    /// A date in the words of a language.
    pub fn new(date: PartialDate, words: &Words) -> Self {
        let month = date
            .month
            .and_then(|month| usize::try_from(month).ok())
            .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
            .map(|month| words.get(month));
        let year = date.year.to_string();
        let text = match (month, date.day) {
            (Some(month), Some(day)) => {
                let day = day.to_string();
                let fillings =
                    [("day", (&day).into()), ("month", month.into()), ("year", (&year).into())];
                words.say("date_day", &fillings)
            }
            (Some(month), None) => {
                words.say("date_month", &[("month", month.into()), ("year", (&year).into())])
            }
            _ => year,
        };
        let preposition = words.get(if date.day.is_some() { "date_on" } else { "date_in" });
        Self { iso: date.to_string(), text, preposition: preposition.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "tests")]
    fn dates_are_never_more_exact_than_known() {
        let library = crate::words::Library::built_in();
        for (language, iso, preposition, text) in [
            ("en", "2026-11-03", "on", "3 November 2026"),
            ("en", "2024-01", "in", "January 2024"),
            ("en", "2024", "in", "2024"),
            ("es-MX", "2024-01-05", "el", "5 de enero de 2024"),
            ("es", "2024-09", "en", "septiembre de 2024"),
            ("es", "2024", "en", "2024"),
        ] {
            let date = iso.parse::<PartialDate>().unwrap();
            let view = DateView::new(date, &library.words(language));
            let shown = (view.iso.as_str(), view.preposition.as_str(), view.text.as_str());
            assert_eq!(shown, (iso, preposition, text));
        }
    }
}
