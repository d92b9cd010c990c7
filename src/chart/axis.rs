//! The horizontal axis: what its values are, and where they stand.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cell;
use super::number_text::write;
use crate::model::PartialDate;

/// What the values of an axis are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XKind {
    /// Years.
    Year,
    /// Quarters, as in `2020-Q3`.
    Quarter,
    /// Months.
    Month,
    /// Days.
    Day,
    /// Numbers.
    Number,
    /// Names, each with a place of its own, in the order of the file.
    Name,
}

/// A value of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// As written.
    pub written: String,
    /// Where it stands, in units of the axis: years, quarters, months, days, or the number itself.
    pub at: f64,
}

/// The horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What its values are.
    pub kind: XKind,
    /// Its values, each once, in the order of the file.
    pub entries: Vec<Entry>,
    /// The least distance between two of them.
    pub gap: f64,
}

/// The kinds that have an order, the most exact reading first.
const ORDERED: [XKind; 5] = [XKind::Year, XKind::Quarter, XKind::Month, XKind::Day, XKind::Number];

impl Axis {
    /// The axis of values as written, each once. They are of a kind where all of them are.
    pub fn new(written: Vec<String>) -> Self {
        for kind in ORDERED {
            let places: Option<Vec<f64>> = written.iter().map(|text| place(kind, text)).collect();
            if let Some(places) = places.filter(|places| !places.is_empty()) {
                let gap = least_gap(&places);
                let entries = written
                    .into_iter()
                    .zip(places)
                    .map(|(written, at)| Entry { written, at })
                    .collect();
                return Self { kind, entries, gap };
            }
        }
        Self::names(written)
    }

    /// The axis of names.
    pub fn names(written: Vec<String>) -> Self {
        let entries = written.into_iter().zip(0_u32..);
        let entries = entries.map(|(written, at)| Entry { written, at: f64::from(at) }).collect();
        Self { kind: XKind::Name, entries, gap: 1.0 }
    }

    /// The lowest and the highest place.
    pub fn ends(&self) -> (f64, f64) {
        let places = || self.entries.iter().map(|entry| entry.at);
        (places().fold(f64::INFINITY, f64::min), places().fold(f64::NEG_INFINITY, f64::max))
    }

    /// Whether bars would stand so far apart that they could not be seen: numbers without a rhythm.
    pub fn is_scattered(&self) -> bool {
        let (low, high) = self.ends();
        let count = self.entries.len().to_f64().unwrap_or(0.0);
        self.kind == XKind::Number && (high - low) / self.gap > 4.0 * count.max(4.0)
    }

    /// A value for readers.
    pub fn label(&self, entry: &Entry, language: &str) -> String {
        match self.kind {
            XKind::Name => entry.written.clone(),
            XKind::Number => match cell::number(&entry.written) {
                Ok(Some(number)) => write(number, language),
                _ => entry.written.clone(),
            },
            kind => at_label(kind, entry.at, language),
        }
    }

    /// Where a mark stands, and whether it is finer than the axis: a day on an axis of months.
    /// None where it is not of the axis's kind.
    pub fn place(&self, written: &str) -> Option<(f64, bool)> {
        let written = written.trim();
        if self.kind == XKind::Name {
            let entry = self.entries.iter().find(|entry| entry.written == written)?;
            return Some((entry.at, false));
        }
        if let Some(at) = place(self.kind, written) {
            return Some((at, false));
        }
        let date: PartialDate = written.parse().ok()?;
        let year = f64::from(date.year);
        let month = f64::from(date.month.unwrap_or(1)) - 1.0;
        let day = (f64::from(date.day.unwrap_or(1)) - 1.0) / 31.0;
        match self.kind {
            XKind::Year => Some((year + (month + day) / 12.0, true)),
            XKind::Quarter => Some((year * 4.0 + (month + day) / 3.0, true)),
            XKind::Month => Some((year * 12.0 + month + day, true)),
            XKind::Day => days(date.first_day()).map(|at| (at, true)),
            XKind::Number | XKind::Name => None,
        }
    }
}

/// Where a value of a kind stands; none where it is of another kind.
fn place(kind: XKind, written: &str) -> Option<f64> {
    if kind == XKind::Number {
        return cell::number(written).ok()??.to_f64();
    }
    if kind == XKind::Quarter {
        let (year, quarter) =
            written.split_once(['-', ' ']).unwrap_or((written.get(..4)?, written.get(4..)?));
        let year: PartialDate =
            year.parse().ok().filter(|date: &PartialDate| date.month.is_none())?;
        let quarter = quarter.strip_prefix(['Q', 'q'])?.parse::<u8>().ok()?;
        return (1..=4)
            .contains(&quarter)
            .then(|| f64::from(year.year) * 4.0 + f64::from(quarter - 1));
    }
    let date: PartialDate = written.parse().ok()?;
    match (kind, date.month, date.day) {
        (XKind::Year, None, None) => Some(f64::from(date.year)),
        (XKind::Month, Some(month), None) => {
            Some(f64::from(date.year) * 12.0 + f64::from(month) - 1.0)
        }
        (XKind::Day, Some(_), Some(_)) => days(date.full()?),
        _ => None,
    }
}

/// Days since the beginning of 1970.
fn days(date: Date) -> Option<f64> {
    let span = Date::constant(1970, 1, 1).until(date).ok()?;
    Some(f64::from(span.get_days()))
}

fn least_gap(places: &[f64]) -> f64 {
    let mut sorted = places.to_vec();
    sorted.sort_by(f64::total_cmp);
    let gap = sorted
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .filter(|gap| *gap > 0.0)
        .fold(f64::INFINITY, f64::min);
    if gap.is_finite() { gap } else { 1.0 }
}

/// A place on an axis of dates, for readers.
pub(super) fn at_label(kind: XKind, at: f64, language: &str) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "years have four digits")]
    let whole = at.floor() as i64;
    match kind {
        XKind::Year => whole.to_string(),
        XKind::Quarter => format!("Q{} {}", whole.rem_euclid(4) + 1, whole.div_euclid(4)),
        XKind::Month => {
            let (year, month) = (whole.div_euclid(12), whole.rem_euclid(12));
            match month_name(month, language) {
                Some(name) => format!("{name} {year}"),
                None => format!("{year}-{:02}", month + 1),
            }
        }
        XKind::Day => date(whole).map_or_else(String::new, |date| {
            match month_name(i64::from(date.month()) - 1, language) {
                Some(name) => format!("{} {name} {}", date.day(), date.year()),
                None => date.to_string(),
            }
        }),
        XKind::Number | XKind::Name => Decimal::try_from(at).unwrap_or_default().to_string(),
    }
}

/// The day so many days after the beginning of 1970.
pub(super) fn date(days: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(days).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}

/// The short name of a month, from 0, in languages that are known here. Others get the ISO form.
pub(super) fn month_name(month: i64, language: &str) -> Option<&'static str> {
    const ENGLISH: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const SPANISH: [&str; 12] =
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];
    let names = match language.split(['-', '_']).next().unwrap_or_default() {
        "en" => ENGLISH,
        "es" => SPANISH,
        _ => return None,
    };
    names.get(usize::try_from(month).ok()?).copied()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn axis(values: &[&str]) -> Axis {
        Axis::new(values.iter().map(|value| (*value).to_owned()).collect())
    }

    #[test]
    fn a_column_is_of_a_kind_where_all_its_cells_are() {
        for (values, kind, gap) in [
            (vec!["1958", "1959", "1961"], XKind::Year, 1.0),
            (vec!["2020-Q1", "2020-Q3"], XKind::Quarter, 2.0),
            (vec!["2020Q4", "2021Q1"], XKind::Quarter, 1.0),
            (vec!["2020-10", "2021-01"], XKind::Month, 3.0),
            (vec!["2024-02-28", "2024-03-01"], XKind::Day, 2.0),
            (vec!["1", "2.5"], XKind::Number, 1.5),
            (vec!["1958", "1958-01"], XKind::Name, 1.0),
            (vec!["Jan", "Feb"], XKind::Name, 1.0),
            (vec!["2024-13"], XKind::Name, 1.0),
            (vec!["2024"], XKind::Year, 1.0),
            (vec![], XKind::Name, 1.0),
        ] {
            let axis = axis(&values);
            assert_eq!((axis.kind, axis.gap), (kind, gap), "{values:?}");
        }
    }

    #[test]
    fn dates_are_written_for_readers() {
        for (value, label) in [
            ("1961", "1961"),
            ("2020-10", "Oct 2020"),
            ("2020-Q3", "Q3 2020"),
            ("1969-07-20", "20 Jul 1969"),
            ("1234.5", "1,234.5"),
            ("Brazil", "Brazil"),
        ] {
            let axis = axis(&[value]);
            assert_eq!(axis.label(&axis.entries[0], "en"), label);
        }
        let axis = axis(&["2020-01"]);
        assert_eq!(axis.label(&axis.entries[0], "es-MX"), "ene 2020");
        assert_eq!(axis.label(&axis.entries[0], "fr"), "2020-01");
    }

    #[test]
    fn marks_may_be_finer_than_the_axis() {
        let years = axis(&["1960", "1962"]);
        assert_eq!(years.place("1961"), Some((1961.0, false)));
        assert_eq!(years.place("1961-07"), Some((1961.5, true)));
        assert_eq!(years.place("soon"), None);
        let names = axis(&["a", "b"]);
        assert_eq!(names.place("b"), Some((1.0, false)));
        assert_eq!(names.place("c"), None);
    }
}
