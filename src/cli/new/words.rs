//! Ids, and text made safe for YAML.

use unicode_normalization::UnicodeNormalization;

use crate::cli::CliError;

/// Characters of an id that is made from a quote.
const LONGEST_ID: usize = 40;

/// Refuses what is not kebab-case.
pub(super) fn check_id(id: &str) -> Result<(), CliError> {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if id.split('-').all(part) {
        return Ok(());
    }
    let error = CliError::new(format!("`{id}` can't be a name here")).help(
        "names are lower-case letters a to z, digits and single hyphens, such as `housing-costs`",
    );
    let proposal = kebab(id);
    Err(if proposal.is_empty() { error } else { error.help(format!("`{proposal}` would do")) })
}

/// A kebab-case name from any words: accents are dropped, whole words are kept up to a length. Empty
/// where no letter of the Latin alphabet and no digit is in them.
pub(super) fn kebab(words: &str) -> String {
    let mut name = String::new();
    let plain = words.nfkd().filter(|char| !unicode_normalization::char::is_combining_mark(*char));
    let plain: String = plain.flat_map(char::to_lowercase).filter(|char| *char != '\'').collect();
    for word in plain.split(|char: char| !char.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if name.is_empty() {
            name.extend(word.chars().take(LONGEST_ID));
        } else if name.len() + 1 + word.len() <= LONGEST_ID {
            name.push('-');
            name.push_str(word);
        } else {
            break;
        }
    }
    name
}

/// The name, or the name with the first number that makes it new.
pub(super) fn unused(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while taken(&candidate) {
        candidate = format!("{name}-{number}");
        number += 1;
    }
    candidate
}

/// A text as a double-quoted YAML scalar on one line.
pub(super) fn quoted(text: &str) -> String {
    use std::fmt::Write as _;
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // Control characters, line separators and the byte order mark may not stand as they are
            // (YAML 1.2.2, sections 5.1 and 5.7).
            _ if char.is_control() || matches!(char, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(char));
            }
            '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(char));
            }
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_from_words() {
        assert_eq!(kebab("a $20 billion loan"), "a-20-billion-loan");
        assert_eq!(kebab("Andrés said “don't” — twice"), "andres-said-dont-twice");
        assert_eq!(kebab("国际"), "");
        assert_eq!(kebab(&"word ".repeat(50)), "word-word-word-word-word-word-word-word");
        assert_eq!(kebab(&"w".repeat(99)).len(), LONGEST_ID);
    }

    #[test]
    fn only_kebab_case_is_a_name() {
        for good in ["a", "housing-costs", "census-2020", "2020"] {
            assert_eq!(check_id(good), Ok(()));
        }
        for bad in ["", "-a", "a-", "a--b", "A", "é", "a/b", "..", "a b", "a.md"] {
            assert!(check_id(bad).is_err(), "{bad}");
        }
        assert!(format!("{:?}", check_id("Housing Costs")).contains("`housing-costs` would do"));
    }

    #[test]
    fn a_new_name_is_new() {
        let taken = |name: &str| name == "a" || name == "a-2";
        assert_eq!([unused("a", taken), unused("b", taken)], ["a-3", "b"]);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_yaml(text in "\\PC*|[\\x00-\\xff\u{2028}\u{feff}\"\\\\':#{}&*!|>%@`-]*") {
            let line = quoted(&text);
            prop_assert_eq!(line.lines().count(), 1);
            let read: String = serde_yaml::from_str(&line).map_err(|e| {
                TestCaseError::fail(format!("{line:?}: {e}"))
            })?;
            prop_assert_eq!(read, text);
        }
    }
}
