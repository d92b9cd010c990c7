//! Numbers: exact arithmetic, named rounding, and numbers as people write them.
//!
//! [`read`] understands `about $204 billion` and `20 mil millones de dólares`, [`write()`] writes such
//! texts. The module knows nothing of articles and figures.

mod before;
mod counted;
mod currency;
mod day;
mod digits;
mod exact;
mod language;
mod mentions;
mod parts;
mod qualifier;
mod read;
mod replace;
mod rounding;
mod tokens;
mod words;
mod write;

pub use currency::{Currency, currency_codes, sign as currency_sign};
pub use day::{WrittenDay, read_day, write_day};
pub use exact::{Exact, NoNumber};
pub use mentions::{Mention, Said, is_known, mentions};
pub use qualifier::{Bound, Qualifier};
pub use read::read;
pub use replace::replace;
pub use rounding::{FORMS as ROUNDING_FORMS, Rounding};
pub use write::{Counting, write, write_decimals, write_digits};

/// A number as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The number.
    pub amount: Exact,
    /// What it counts, where that was written.
    pub unit: Option<WrittenUnit>,
    /// The year of its prices, where that was written: $204 billion of 2023.
    pub year: Option<i16>,
    /// What makes it less than exact.
    pub qualifier: Qualifier,
    /// What one step of its last digit is: 0.1 for 10.7, a billion for 204 billion; none for a
    /// fraction such as a half.
    pub place: Option<Exact>,
    /// Whether a word such as million, or `k`, multiplied it.
    pub is_scaled: bool,
    /// How many zeros at its end may only hold places, so that it may have been rounded there: 3 for
    /// 266,000, none for 20 billion.
    pub loose_zeros: i32,
}

/// What a written number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrittenUnit {
    /// Money.
    Currency(Currency),
    /// Hundredths.
    Percent,
    /// What these words say, in small letters.
    Noun(String),
}

/// Why no number can be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NumberError {
    /// There is none.
    #[error("no number stands here")]
    Missing,
    /// The text is too long for one number.
    #[error("this is too long for one number")]
    TooLong,
    /// There are two ends.
    #[error("this is a range, and one number is needed")]
    Range,
    /// There are several.
    #[error("several numbers stand here, and one is needed")]
    Several,
    /// More than one word says on which side the number is.
    #[error("two words here say on which side of it the number is")]
    TwoBounds,
    /// It counts two things.
    #[error("this counts both `{0}` and `{1}`")]
    TwoUnits(String, String),
    /// The marks are not where the language has them.
    #[error("`{written}` is no number in {language}{}", .here.as_ref().map_or_else(String::new, |here| format!(", which writes `{here}`")))]
    Separators {
        /// The digits as written.
        written: String,
        /// As the language has it, where the number can be guessed.
        here: Option<String>,
        /// The language.
        language: String,
    },
    /// It can be read in two ways.
    #[error("`{written}` can be read as {one} and as {other}")]
    Ambiguous {
        /// What was written.
        written: String,
        /// One reading.
        one: String,
        /// The other.
        other: String,
    },
    /// The number words of this language are not known.
    #[error("number words are known in English and in Spanish, not in {0}")]
    Language(String),
    /// It has more digits than anyone counts.
    #[error("the number is too large")]
    TooLarge,
    /// A part of it is neither number nor unit.
    #[error("`{0}` is neither a number nor a word for what is counted")]
    NotUnderstood(String),
}
