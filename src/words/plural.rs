//! Which form of a word goes with a number.
//!
//! The rules of languages are those of Unicode's CLDR, as `icu_plurals` has them. Only whole numbers of
//! things are counted here.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// A plural form.
pub(super) type Form = PluralCategory;

/// The name of every form, as words files have it.
pub(super) const FORMS: [(&str, Form); 6] = [
    ("zero", Form::Zero),
    ("one", Form::One),
    ("two", Form::Two),
    ("few", Form::Few),
    ("many", Form::Many),
    ("other", Form::Other),
];

/// The plural rules of a language.
#[derive(Debug)]
pub(super) struct Plurals(Option<PluralRules>);

impl Plurals {
    /// Those of a BCP 47 tag. A language that Unicode does not know has one form for all numbers.
    pub fn new(tag: &str) -> Self {
        let locale = tag.parse::<Locale>().ok();
        Self(locale.and_then(|locale| PluralRules::try_new_cardinal((&locale).into()).ok()))
    }

    /// The form that goes with a number.
    pub fn form(&self, count: u64) -> Form {
        self.0.as_ref().map_or(Form::Other, |rules| rules.category_for(count))
    }

    /// The names of the forms that the language has.
    pub fn names(&self) -> Vec<&'static str> {
        let has = |form: Form| match &self.0 {
            Some(rules) => rules.categories().any(|known| known == form),
            None => form == Form::Other,
        };
        FORMS.iter().filter(|(_, form)| has(*form)).map(|(name, _)| *name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_differ() {
        let form = |tag: &str, count| Plurals::new(tag).form(count);
        for (tag, count, expected) in [
            ("en", 0, Form::Other),
            ("en-GB", 1, Form::One),
            ("es", 0, Form::Other),
            ("es-MX", 1, Form::One),
            ("es", 2, Form::Other),
            ("es", 1_000_000, Form::Many),
            ("es", 1_000_001, Form::Other),
            ("fr", 0, Form::One),
            ("pl", 3, Form::Few),
            ("pl", 5, Form::Many),
            ("ar", 0, Form::Zero),
            ("ar", 2, Form::Two),
            ("ja", 1, Form::Other),
            ("tlh", 1, Form::Other),
            ("", 1, Form::Other),
        ] {
            assert_eq!(form(tag, count), expected, "{tag} {count}");
        }
        assert_eq!(Plurals::new("es").names(), ["one", "many", "other"]);
        assert_eq!(Plurals::new("en").names(), ["one", "other"]);
    }
}
