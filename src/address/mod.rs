//! Addresses of pages, and how pages name one another.
//!
//! An address is the path below the site's base with no leading slash: `""` is the home page,
//! `migration/claims/five-cars/` a page in a folder, `feed.xml` a file. Pages link to one another by
//! relative addresses, so that a site works below any folder of any host, and from disk.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::Links;

/// The home page.
pub const HOME: &str = "";
/// The index of all claims.
pub const CLAIMS: &str = "claims/";
/// The index of sources.
pub const SOURCES: &str = "sources/";
/// The list of corrections.
pub const CORRECTIONS: &str = "corrections/";
/// The fragment of the rating scale, on the page that prints it.
pub const RATING_SCALE: &str = "rating-scale";
/// The list of checks on an article's page.
pub const CHECKS_OF_ARTICLE: &str = "fp-checks";
/// The list of sources on an article's page.
pub const SOURCES_OF_ARTICLE: &str = "fp-sources";
/// The list of numbers on the pages of an article and its claims.
pub const NUMBERS: &str = "fp-numbers";
/// The list of changes from the original on an article's page.
pub const CHANGES_OF_ARTICLE: &str = "fp-changes";
/// The charts after an article's text.
pub const CHARTS_OF_ARTICLE: &str = "fp-charts";
/// What the machine verified, on a claim's page.
pub const RECEIPT: &str = "fp-receipt";
/// The Atom feed.
pub const FEED: &str = "feed.xml";
/// The Atom feed of corrections.
pub const CORRECTIONS_FEED: &str = "corrections.xml";
/// The sitemap, or the index of several.
pub const SITEMAP: &str = "sitemap.xml";
/// What crawlers may read.
pub const ROBOTS: &str = "robots.txt";

/// Most entries on one page of a list.
pub const PAGE_SIZE: usize = 500;

/// The fragment of a quantity or sum in the list of numbers.
pub fn figure(id: &str) -> String {
    format!("fp-figure-{id}")
}

/// The slug that a text has in another language of the site.
///
/// # Examples
/// ```
/// assert_eq!(factpress::address::translated("es-MX", "about"), "es-mx/about");
/// ```
pub fn translated(language: &str, slug: &str) -> String {
    format!("{}{slug}", language_folder(language))
}

/// The folder of the pages of another language of the site.
pub fn language_folder(language: &str) -> String {
    format!("{}/", language.to_lowercase())
}

/// An article, or a plain page.
pub fn page(slug: &str) -> String {
    format!("{slug}/")
}

/// A claim's permalink page.
pub fn claim(article: &str, id: &str) -> String {
    format!("{article}/claims/{id}/")
}

/// The file with the numbers of a chart that shows figures by name.
pub fn chart_csv(article: &str, id: &str) -> String {
    format!("{article}/{id}.csv")
}

/// The fragment of a chart on an article's page, and on the pages of claims that rest on it.
pub fn chart_fragment(id: &str) -> String {
    format!("fp-chart-{id}")
}

/// All claims of a verdict.
pub fn verdict(id: &str) -> String {
    format!("verdicts/{id}/")
}

/// All claims of a topic. Topics are words of authors, so they are turned into a slug.
pub fn topic(name: &str) -> String {
    format!("topics/{}/", slug(name))
}

/// All claims of a speaker.
pub fn speaker(id: &str) -> String {
    format!("speakers/{id}/")
}

/// A page of a list, from 1.
pub fn list_page(list: &str, number: usize) -> String {
    if number <= 1 { list.to_owned() } else { format!("{list}page/{number}/") }
}

/// A slug of any text: lower-case letters and digits of any script, joined by single hyphens.
///
/// # Examples
/// ```
/// assert_eq!(factpress::address::slug("Latin America, 1961"), "latin-america-1961");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// Whether a text is kebab-case: lower-case letters a to z, digits and single hyphens, at most a
/// hundred of them.
///
/// # Examples
/// ```
/// use factpress::address::is_kebab_case;
/// assert!(is_kebab_case("two-percent") && is_kebab_case("a1"));
/// assert!(!is_kebab_case("Two") && !is_kebab_case("a--b") && !is_kebab_case("-a"));
/// ```
pub fn is_kebab_case(id: &str) -> bool {
    id.len() <= 100
        && id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A kebab-case name from any words: accents go, their letters stay, and whole words are kept up to
/// a length. Empty where there is no letter of the Latin alphabet and no digit.
///
/// # Examples
/// ```
/// assert_eq!(factpress::address::kebab("Öl für 20 Länder!", 9), "ol-fur-20");
/// ```
pub fn kebab(words: &str, longest: usize) -> String {
    let mut name = String::new();
    let plain = words.nfkd().filter(|char| !is_combining_mark(*char));
    let plain: String = plain.flat_map(char::to_lowercase).filter(|char| *char != '\'').collect();
    for word in plain.split(|char: char| !char.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if name.is_empty() {
            name.extend(word.chars().take(longest));
        } else if name.len() + 1 + word.len() <= longest {
            name.push('-');
            name.push_str(word);
        } else {
            break;
        }
    }
    name
}

/// The file in the output folder that answers to an address.
///
/// # Examples
/// ```
/// assert_eq!(factpress::address::file("about/"), "about/index.html");
/// assert_eq!(factpress::address::file("feed.xml"), "feed.xml");
/// ```
pub fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// The whole address on the web.
///
/// # Examples
/// ```
/// assert_eq!(factpress::address::absolute("https://example.org", "about/"), "https://example.org/about/");
/// ```
pub fn absolute(base_url: &str, address: &str) -> String {
    format!("{}/{}", base_url.trim_end_matches('/'), encode(address))
}

/// How the page at `from` names the page or file at `to`.
///
/// # Examples
/// ```
/// use factpress::{address::relative, model::Links};
/// assert_eq!(relative("a/claims/b/", "a/", Links::Directories), "../../");
/// assert_eq!(relative("a/", "", Links::Files), "../index.html");
/// ```
pub fn relative(from: &str, to: &str, links: Links) -> String {
    let folder = from.rfind('/').map_or("", |end| &from[..=end]);
    let shared = folder
        .match_indices('/')
        .map(|(at, _)| at + 1)
        .take_while(|end| to.len() >= *end && to.as_bytes()[..*end] == folder.as_bytes()[..*end])
        .last()
        .unwrap_or(0);
    let mut link = "../".repeat(folder[shared..].matches('/').count());
    let rest = &to[shared..];
    if rest.contains(':') && link.is_empty() {
        link.push_str("./"); // `a:b` alone would be read as a scheme
    }
    link.push_str(&encode(rest));
    let is_page = to.is_empty() || to.ends_with('/');
    match links {
        Links::Files if is_page => link.push_str("index.html"),
        _ if link.is_empty() => link.push_str("./"),
        _ => {}
    }
    link
}

/// Percent-encodes what may not stand in a path (RFC 3986, section 3.3), and quotation marks.
pub fn encode(path: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses() {
        let links = Links::Directories;
        assert_eq!(relative("", "", links), "./");
        assert_eq!(relative("", "a/", links), "a/");
        assert_eq!(relative("a/", "a/", links), "./");
        assert_eq!(relative("a/", "ab/", links), "../ab/");
        assert_eq!(relative("a/b/", "assets/x.css", links), "../../assets/x.css");
        assert_eq!(relative("404.html", "a/", links), "a/");
        assert_eq!(relative("a/claims/b/", "a/claims/c/", Links::Files), "../c/index.html");
        assert_eq!(relative("é/", "é/", links), "./");
        assert_eq!(relative("é/", "è/", links), "../%C3%A8/");
    }
}
