//! Which addresses from content may become links.

/// The address, where its scheme is on the list (design: http, https, mailto, tel); else none, and
/// it is printed as text.
///
/// White space and control characters are refused anywhere: browsers drop some of them, so that
/// `java\nscript:` would be read as a scheme.
pub fn allowed(url: &str) -> Option<&str> {
    let url = url.trim_matches(' ');
    if url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let (scheme, rest) = url.split_once(':')?;
    let listed = ["http", "https", "mailto", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
    let web = scheme.len() >= 4 && scheme[..4].eq_ignore_ascii_case("http");
    let whole =
        if web { rest.strip_prefix("//").is_some_and(|r| !r.is_empty()) } else { !rest.is_empty() };
    (listed && whole).then_some(url)
}

/// An address split into what may be linked to and what is printed as text; one of the two.
pub fn link_or_text(url: Option<&str>) -> (Option<String>, Option<String>) {
    match url {
        None => (None, None),
        Some(url) => match allowed(url) {
            Some(url) => (Some(url.to_owned()), None),
            None => (None, Some(url.to_owned())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_schemes_become_links() {
        for good in ["https://a.b/c?d=e#f", "HTTP://a", "mailto:a@b", "tel:+1"] {
            assert_eq!(allowed(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//a.b",
            "a/b",
            "http:",
            "https://",
            "https:a",
            "",
            "\u{1}https://a",
            "httpé:x",
        ] {
            assert_eq!(allowed(bad), None, "{bad}");
        }
    }
}
