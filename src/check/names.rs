//! Names of people and bodies, as sources print them.

/// Whether a name that a source prints (its author, its publisher) is that of someone: the whole, or
/// one of the parts between commas and semicolons, as in `Office of the Historian, US Department of
/// State`. Case, white space and a leading article do not matter.
///
/// # Examples
/// ```
/// use factpress::check::names::names;
/// assert!(names("Office of the Historian, US Department of State", "US department of state"));
/// assert!(names("The Daily Example", "Daily Example"));
/// assert!(!names("The Daily Example Review", "Daily Example"));
/// ```
pub fn names(printed: &str, name: &str) -> bool {
    let name = folded(name);
    !name.is_empty()
        && std::iter::once(printed)
            .chain(printed.split([',', ';']))
            .any(|part| folded(part) == name)
}

fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.join(" ")
}
