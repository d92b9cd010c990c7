//! The nearest valid name to one that is not known.

/// The known name that an author most likely meant, where any is near.
///
/// # Examples
/// ```
/// use factpress::nearest::nearest;
/// assert_eq!(nearest("mostly-treu", ["true", "mostly-true"].into_iter()), Some("mostly-true"));
/// assert_eq!(nearest("xyz", ["true", "false"].into_iter()), None);
/// assert_eq!(nearest("x", ["a"].into_iter()), None);
/// ```
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing costs length times length; no hand-written name is longer than this.
    let short = |text: &str| text.len() <= 200;
    let folded = name.to_lowercase();
    known
        .filter(|candidate| short(candidate) && short(name))
        .map(|candidate| {
            (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, candidate)| {
            let longest = name.chars().count().max(candidate.chars().count());
            // Names of one letter are like each other in nothing.
            *distance <= (longest / 3).max(1) && *distance < longest
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Names in a list for readers: `` `a`, `b` and `c` ``.
///
/// # Examples
/// ```
/// assert_eq!(factpress::nearest::list(["a", "b", "c"].into_iter()), "`a`, `b` and `c`");
/// ```
pub fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
