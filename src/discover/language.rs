//! Languages in the names of files.

/// Whether a text has the form of a language tag (BCP 47).
///
/// # Examples
/// ```
/// use factpress::discover::is_tag;
/// assert!(is_tag("en") && is_tag("es-419") && is_tag("zh-Hant-TW"));
/// assert!(!is_tag("English") && !is_tag("en_US") && !is_tag("") && !is_tag("v2"));
/// ```
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Splits `NAME.LANGUAGE`; none where the end is no language tag.
pub fn split_language(name: &str) -> Option<(&str, &str)> {
    name.rsplit_once('.').filter(|(_, language)| is_tag(language))
}
