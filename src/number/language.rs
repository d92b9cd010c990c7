//! How languages and regions write numbers, after Unicode's CLDR (release 46).
//!
//! English is read with a point in all regions: newspapers in English write 1,234.5 everywhere.

/// The marks in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    /// Before decimals: `.` or `,`.
    pub(super) decimal: char,
    /// Between groups of digits, as it is written; more are read.
    pub(super) group: char,
}

const POINT: Marks = Marks { decimal: '.', group: ',' };
const COMMA: Marks = Marks { decimal: ',', group: '.' };
const COMMA_AND_SPACE: Marks = Marks { decimal: ',', group: '\u{a0}' };
const COMMA_AND_NARROW_SPACE: Marks = Marks { decimal: ',', group: '\u{202f}' };
const POINT_AND_APOSTROPHE: Marks = Marks { decimal: '.', group: '\u{2019}' };

/// Regions whose Spanish writes 1,234.5; Spain and the others write 1.234,5.
const SPANISH_WITH_POINT: [&str; 14] =
    ["419", "BR", "BZ", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"];

/// A language whose number words are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    English,
    Spanish,
}

/// A language, as far as it matters for numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Language {
    /// Its marks, where they are known.
    pub(super) marks: Option<Marks>,
    /// Its words, where they are known.
    pub(super) words: Option<Words>,
    /// Whether groups of two digits are written, as in 12,34,567.
    pub(super) indian: bool,
    /// Whether it is Spanish as it is written in Mexico.
    pub(super) mexican: bool,
    /// Its name for messages.
    pub(super) name: String,
}

impl Language {
    /// Reads a BCP 47 tag.
    pub(super) fn new(tag: &str) -> Self {
        let mut subtags = tag.split(['-', '_']);
        let language = subtags.next().unwrap_or_default().to_lowercase();
        let is_region = |subtag: &&str| {
            (subtag.len() == 2 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()))
                || (subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let region = subtags.find(is_region).map(str::to_uppercase).unwrap_or_default();
        let marks = marks(&language, &region);
        let words = match &*language {
            "en" => Some(Words::English),
            "es" => Some(Words::Spanish),
            _ => None,
        };
        let name = match (&*language, &*region) {
            ("en", _) => "English".to_owned(),
            ("es", "" | "ES") => "the Spanish of Spain".to_owned(),
            ("es", _) => format!("the Spanish of {tag}"),
            _ => format!("the language `{tag}`"),
        };
        Self {
            marks,
            words,
            indian: region == "IN",
            mexican: language == "es" && region == "MX",
            name,
        }
    }
}

fn marks(language: &str, region: &str) -> Option<Marks> {
    Some(match language {
        "es" if SPANISH_WITH_POINT.contains(&region) => POINT,
        "es" if region == "CR" => COMMA_AND_SPACE,
        "de" if matches!(region, "CH" | "LI") => POINT_AND_APOSTROPHE,
        "it" if region == "CH" => POINT_AND_APOSTROPHE,
        "fr" if region == "CA" => COMMA_AND_SPACE,
        "pt" if !matches!(region, "" | "BR") => COMMA_AND_SPACE,
        "en" | "ja" | "zh" | "ko" | "hi" | "he" | "fa" | "th" | "ga" | "cy" | "mt" => POINT,
        "es" | "de" | "it" | "pt" | "nl" | "ca" | "gl" | "eu" | "da" | "tr" | "el" | "ro"
        | "id" | "vi" | "hr" | "sr" | "sl" | "is" => COMMA,
        "fr" => COMMA_AND_NARROW_SPACE,
        "sv" | "nb" | "nn" | "no" | "fi" | "pl" | "cs" | "ru" | "uk" | "hu" | "bg" | "sk"
        | "et" | "lv" | "lt" => COMMA_AND_SPACE,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_differ() {
        let decimal = |tag| Language::new(tag).marks.map(|marks| marks.decimal);
        for tag in ["en", "en-GB", "en-ZA", "es-MX", "es-419", "es-PE", "es-US", "de-CH", "es_mx"] {
            assert_eq!(decimal(tag), Some('.'), "{tag}");
        }
        for tag in ["es", "es-ES", "es-AR", "es-CO", "es-CR", "es-Latn-CL", "de", "fr", "pt-BR"] {
            assert_eq!(decimal(tag), Some(','), "{tag}");
        }
        for tag in ["", "sw", "x-private"] {
            assert_eq!(decimal(tag), None, "{tag}");
        }
    }
}
