//! A date, as readers and as machines read it.

use super::view;
use crate::model::PartialDate;
use crate::number::ENGLISH_MONTHS;

view! {
    /// A date as exact as its source: a day, a month or a year. Templates print it with the component
    /// `date`, which wants to be told what happened on it.
    pub struct DateView {
        /// For machines: `2026-11-23`, `2024-01` or `2024`.
        pub iso: String,
        /// For readers: `23 November 2026`, `January 2024` or `2024`.
        pub text: String,
        /// The word between what happened and when: `on` a day, `in` a month or a year.
        pub preposition: &'static str,
    }
}

impl From<PartialDate> for DateView {
    fn from(date: PartialDate) -> Self {
        let month = date
            .month
            .and_then(|month| usize::try_from(month).ok())
            .and_then(|month| ENGLISH_MONTHS.get(month.wrapping_sub(1)));
        let text = match (month, date.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
            (Some(month), None) => format!("{month} {}", date.year),
            _ => date.year.to_string(),
        };
        let preposition = if date.day.is_some() { "on" } else { "in" };
        Self { iso: date.to_string(), text, preposition }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "tests")]
    fn dates_are_never_more_exact_than_known() {
        for (iso, preposition, text) in [
            ("2026-11-03", "on", "3 November 2026"),
            ("2024-01", "in", "January 2024"),
            ("2024", "in", "2024"),
        ] {
            let view = DateView::from(iso.parse::<PartialDate>().unwrap());
            let shown = (view.iso.as_str(), view.preposition, view.text.as_str());
            assert_eq!(shown, (iso, preposition, text));
        }
    }
}
