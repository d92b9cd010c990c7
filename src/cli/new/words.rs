//! Ids, and text made safe for YAML.

use crate::address::{is_kebab_case, kebab};
use crate::cli::CliError;

/// Characters of an id that is made from a quote.
pub(super) const LONGEST_ID: usize = 40;

/// Refuses what is not kebab-case.
pub(super) fn check_id(id: &str) -> Result<(), CliError> {
    if is_kebab_case(id) {
        return Ok(());
    }
    let error = CliError::new(format!("`{id}` can't be a name here")).help(
        "names are lower-case letters a to z, digits and single hyphens, such as `housing-costs`",
    );
    let proposal = kebab(id, LONGEST_ID);
    Err(if proposal.is_empty() { error } else { error.help(format!("`{proposal}` would do")) })
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
        assert_eq!(kebab("a $20 billion loan", LONGEST_ID), "a-20-billion-loan");
        assert_eq!(kebab("Andrés said “don't” — twice", LONGEST_ID), "andres-said-dont-twice");
        assert_eq!(kebab("国际", LONGEST_ID), "");
        let long = kebab(&"word ".repeat(50), LONGEST_ID);
        assert_eq!(long, "word-word-word-word-word-word-word-word");
        assert_eq!(kebab(&"w".repeat(99), LONGEST_ID).len(), LONGEST_ID);
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
