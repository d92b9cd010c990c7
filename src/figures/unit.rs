//! What a number counts, and how units go together.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use crate::words::Words;

/// A unit: what is counted, each with its power. `USD of 2023` has one base with power 1, dollars
/// per person have two, a plain number has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit(BTreeMap<Base, i32>);

/// One thing that is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// Money of a currency (its code) at the prices of a year.
    Money(String, Year),
    /// Persons, days, encounters: by the word that was given.
    Counted(Noun),
    /// Percent, and points of percent.
    Percent,
    /// A price index of a year.
    Index(Option<i16>),
    /// A number without a unit that holds for a year.
    Bare(i16),
}

impl Base {
    /// Whether it is a price index.
    pub fn is_index(&self) -> bool {
        matches!(self, Self::Index(_))
    }
}

/// The year of whose prices an amount of money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {
    /// Nobody said.
    Unsaid,
    /// Money of the time: a total over several years that was not brought to one year's prices.
    OfTheTime,
    /// This year.
    Of(i16),
}

/// A word for what is counted; one and many of it are the same.
#[derive(Debug, Clone)]
pub struct Noun(pub String);

impl Noun {
    /// What is compared.
    fn key(&self) -> &str {
        match &*self.0 {
            "person" | "people" | "persona" | "personas" => "person",
            "día" | "días" | "dia" | "dias" => "day",
            word if word.len() > 3 => word.strip_suffix('s').unwrap_or(word),
            word => word,
        }
    }

    /// Whether it is the same thing.
    pub fn is(&self, word: &str) -> bool {
        self.key() == Self(word.to_owned()).key()
    }
}

impl PartialEq for Noun {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Noun {}

impl PartialOrd for Noun {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Noun {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(other.key())
    }
}

impl Unit {
    /// The unit of one base.
    pub fn of(base: Base) -> Self {
        Self(BTreeMap::from([(base, 1)]))
    }

    /// A count of days.
    pub fn days() -> Self {
        Self::of(Base::Counted(Noun("days".to_owned())))
    }

    /// Percent.
    pub fn percent() -> Self {
        Self::of(Base::Percent)
    }

    /// Whether it is a plain number.
    pub fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// The one thing it counts, where it counts one thing alone.
    pub fn single(&self) -> Option<&Base> {
        match self.0.first_key_value() {
            Some((base, 1)) if self.0.len() == 1 => Some(base),
            _ => None,
        }
    }

    /// The money that it counts, alone or per something.
    pub fn money(&self) -> Option<(&str, Year)> {
        self.0.iter().find_map(|(base, power)| match base {
            Base::Money(code, year) if *power == 1 => Some((&**code, *year)),
            _ => None,
        })
    }

    /// Money of one currency and of two years, the one divided by the other.
    pub fn two_years(&self) -> Option<(&Base, &Base)> {
        self.0.iter().filter(|(_, power)| **power > 0).find_map(|(base, _)| {
            let Base::Money(code, _) = base else { return None };
            let below = self.0.iter().find(|(other, power)| {
                **power < 0 && matches!(other, Base::Money(known, _) if known == code)
            })?;
            Some((base, below.0))
        })
    }

    /// Whether it is percent.
    pub fn is_percent(&self) -> bool {
        self.single() == Some(&Base::Percent)
    }

    /// Whether something is multiplied or divided by itself more often than any unit needs.
    pub fn is_too_high(&self) -> bool {
        self.0.values().any(|power| power.abs() > 100)
    }

    /// This unit times the other's power.
    #[must_use]
    pub fn times(&self, other: &Self, power: i32) -> Self {
        let mut product = self.0.clone();
        for (base, own) in &other.0 {
            let sum = product.entry(base.clone()).or_default();
            *sum += own * power;
        }
        product.retain(|_, power| *power != 0);
        Self(product).moved_in_time(|base| match base {
            Base::Index(year) => *year,
            _ => None,
        })
    }

    /// Money of one year times the index of another, divided by the index of the first, is money of
    /// the other year. `year` tells which bases are an index.
    fn moved_in_time(self, year: impl Fn(&Base) -> Option<i16>) -> Self {
        let index = |power: i32| {
            let mut found = self.0.iter().filter(|(base, _)| year(base).is_some());
            let one = found.find(|(_, own)| **own == power)?.0;
            Some((one, year(one)?))
        };
        let (Some((to, to_year)), Some((from, from_year))) = (index(1), index(-1)) else {
            return self;
        };
        let money = self.0.iter().find_map(|(base, power)| match base {
            Base::Money(code, Year::Of(year)) if *year == from_year && *power == 1 => Some(code),
            _ => None,
        });
        let Some(code) = money.cloned() else { return self };
        let (to, from) = (to.clone(), from.clone());
        let mut moved = self.0;
        moved.remove(&to);
        moved.remove(&from);
        moved.remove(&Base::Money(code.clone(), Year::Of(from_year)));
        moved.insert(Base::Money(code, Year::Of(to_year)), 1);
        Self(moved)
    }

    /// The unit where numbers without a unit are plain numbers.
    #[must_use]
    pub fn without_bare(&self) -> Self {
        let kept = self.0.iter().filter(|(base, _)| !matches!(base, Base::Bare(_)));
        Self(kept.map(|(base, power)| (base.clone(), *power)).collect())
    }

    /// The unit where numbers without a unit that hold for a year may be a price index.
    #[must_use]
    pub fn with_bare_as_index(&self) -> Self {
        let moved = self.clone().moved_in_time(|base| match base {
            Base::Bare(year) => Some(*year),
            Base::Index(year) => *year,
            _ => None,
        });
        moved.without_bare()
    }

    /// The power of percent.
    pub(super) fn percents(&self) -> i32 {
        self.0.get(&Base::Percent).copied().unwrap_or(0)
    }

    /// Whether the other counts the same, or says more exactly what this one leaves open: dollars of
    /// 1961 are dollars.
    pub fn admits(&self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        let loosen = |unit: &Self| -> Vec<(Base, i32)> {
            let plain = |base: &Base| match base {
                Base::Money(code, _) => Base::Money(code.clone(), Year::Unsaid),
                base => base.clone(),
            };
            unit.0.iter().map(|(base, power)| (plain(base), *power)).collect()
        };
        let open = self.0.keys().all(|base| !matches!(base, Base::Money(_, Year::Of(_))));
        open && loosen(self) == loosen(other)
    }

    /// Whether two of the kind may be added.
    pub fn adds_to(&self, other: &Self) -> Option<Self> {
        let readings = |unit: &Self| [unit.with_bare_as_index(), unit.without_bare()];
        let ours = readings(self);
        readings(other).into_iter().find(|theirs| ours.contains(theirs))
    }
}

impl Base {
    /// In words. `one`: whether it is of one thing.
    fn in_words(&self, one: bool, words: &Words) -> String {
        let of = |name: &str, what: &str, year: i16| {
            let year = year.to_string();
            words.say(name, &[("money", what.into()), ("year", (&year).into())])
        };
        match self {
            Self::Money(code, Year::Unsaid) => code.clone(),
            Self::Money(code, Year::OfTheTime) => {
                words.say("measure_of_the_time", &[("money", code.into())])
            }
            Self::Money(code, Year::Of(year)) => of("measure_of_year", code, *year),
            Self::Counted(noun) => words.unit(&noun.0, one).unwrap_or(&noun.0).to_owned(),
            Self::Percent => words.get("percent").to_owned(),
            Self::Index(None) => words.get("measure_index").to_owned(),
            Self::Index(Some(year)) => of("measure_index_of", "", *year),
            Self::Bare(year) => of("measure_number_of", "", *year),
        }
    }
}

impl Unit {
    /// In words: `USD of 2023 per person`, `USD de 2023 por persona`; nothing for a plain number.
    /// `one`: whether it is of one thing.
    pub fn in_words(&self, one: bool, words: &Words) -> String {
        let write = |is_above: bool, one: bool| {
            let bases = self.0.iter().filter(|(_, power)| (**power > 0) == is_above);
            let written = bases.map(|(base, power)| {
                let base = base.in_words(one, words);
                if power.abs() > 1 { format!("{base}^{}", power.abs()) } else { base }
            });
            written.collect::<Vec<_>>().join(" × ")
        };
        let above = write(true, one);
        if self.0.values().all(|power| *power > 0) {
            return above;
        }
        // Dollars per person: of one each.
        let below = write(false, true);
        if above.is_empty() {
            return words.say("measure_per_one", &[("below", (&below).into())]);
        }
        words.say("measure_per", &[("above", (&above).into()), ("below", (&below).into())])
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(code, Year::Unsaid) => f.write_str(code),
            Self::Money(code, Year::OfTheTime) => write!(f, "{code} of the time"),
            Self::Money(code, Year::Of(year)) => write!(f, "{code} of {year}"),
            Self::Counted(noun) => f.write_str(&noun.0),
            Self::Percent => f.write_str("percent"),
            Self::Index(None) => f.write_str("index"),
            Self::Index(Some(year)) => write!(f, "index of {year}"),
            Self::Bare(year) => write!(f, "number of {year}"),
        }
    }
}

impl fmt::Display for Unit {
    /// As in figures.yaml: `USD of 2023`, `USD of 2023 per person`; nothing for a plain number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, above: bool| -> fmt::Result {
            let mut first = true;
            for (base, power) in self.0.iter().filter(|(_, power)| (**power > 0) == above) {
                if !first {
                    f.write_str(" × ")?;
                }
                first = false;
                write!(f, "{base}")?;
                if power.abs() > 1 {
                    write!(f, "^{}", power.abs())?;
                }
            }
            Ok(())
        };
        write(f, true)?;
        if self.0.values().any(|power| *power < 0) {
            if self.0.values().any(|power| *power > 0) {
                f.write_str(" ")?;
            }
            f.write_str("per ")?;
            write(f, false)?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::declared::Declared;
    use super::*;

    fn unit(text: &str) -> Unit {
        Declared::parse(text, None).unwrap().unit
    }

    #[test]
    fn an_index_moves_money_in_time() {
        let moved =
            unit("USD of 1961").times(&unit("index of 2023"), 1).times(&unit("index of 1961"), -1);
        assert_eq!(moved.to_string(), "USD of 2023");
        let wrong =
            unit("USD of 1961").times(&unit("index of 1961"), 1).times(&unit("index of 2023"), -1);
        assert_eq!(wrong.to_string(), "USD of 1961 × index of 1961 per index of 2023");
        let per_head = unit("USD of 1961 per person").times(&unit("index of 2023"), 1);
        assert_eq!(
            per_head.times(&unit("index of 1961"), -1).to_string(),
            "USD of 2023 per person"
        );
    }

    #[test]
    fn numbers_of_a_year_may_be_an_index_or_not() {
        let bare = |year| Unit::of(Base::Bare(year));
        let moved = unit("USD of 1961").times(&bare(2023), 1).times(&bare(1961), -1);
        assert_eq!(moved.with_bare_as_index().to_string(), "USD of 2023");
        assert_eq!(moved.without_bare().to_string(), "USD of 1961");
    }

    #[test]
    fn like_goes_with_like() {
        assert!(unit("encounters").adds_to(&unit("encounter")).is_some());
        assert!(unit("persons").adds_to(&unit("people")).is_some());
        assert!(unit("persons").adds_to(&unit("encounters")).is_none());
        assert!(unit("USD of 1961").adds_to(&unit("USD of 1962")).is_none());
        assert!(unit("USD of 1961").adds_to(&unit("EUR of 1961")).is_none());
        assert!(unit("USD of the time").adds_to(&unit("USD of the time")).is_some());
        assert!(unit("USD").admits(&unit("USD of 1961")));
        assert!(unit("USD of the time").admits(&unit("USD of 1961")));
        assert!(!unit("USD of 2023").admits(&unit("USD of 1961")));
        assert!(!unit("USD of 2023").admits(&unit("USD")));
        assert!(!unit("USD").admits(&unit("EUR")));
        assert_eq!(unit("USD").times(&unit("USD"), -1).to_string(), "");
        assert_eq!(unit("USD").times(&unit("persons"), -1).to_string(), "USD per persons");
    }
}
