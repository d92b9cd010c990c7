//! Where links in content lead.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// All that content can link to.
#[derive(Debug, Default)]
pub struct LinkIndex {
    /// Markdown files (paths from the root of the site) and their addresses.
    pub files: HashMap<String, String>,
    /// All addresses of pages and copied files, with the fragments of pages.
    pub addresses: HashMap<String, HashSet<String>>,
}

/// What a link target in Markdown is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address outside the site that may be linked to (http, https, mailto, tel), as it stands,
    /// but for white space and control characters that browsers pass over.
    External(String),
    /// A page or file of the site: its address, and a fragment.
    Internal {
        /// Address, as in [`crate::address`].
        address: String,
        /// Fragment without `#`, as it stands (percent-encoded where it was).
        fragment: Option<String>,
    },
    /// It leads nowhere; the reason, for authors.
    Broken(String),
    /// A scheme that is not allowed, such as `javascript:`.
    Refused,
}

/// Where content lies in a site.
const CONTENT: &str = "content/";

impl LinkIndex {
    /// Resolves a target that stands in the content file `from` (a path from the root of the site).
    ///
    /// A relative target is a file beside `from` (`../about.md`, `picture.jpg`) or an address
    /// relative to its page (`../about/`); the file goes first. One that starts with `/` is an
    /// address, or a file, from the top of the site.
    ///
    /// # Examples
    /// ```
    /// use factpress::check::links::{LinkIndex, Target};
    /// let mut index = LinkIndex::default();
    /// index.files.insert("content/about.md".into(), "about/".into());
    /// index.addresses.insert("about/".into(), ["who".into()].into());
    /// let about = Target::Internal { address: "about/".into(), fragment: Some("who".into()) };
    /// assert_eq!(index.resolve("content/five-cars/index.md", "../about.md#who"), about);
    /// assert_eq!(index.resolve("content/about.md", "JavaScript:alert(1)"), Target::Refused);
    /// ```
    pub fn resolve(&self, from: &str, href: &str) -> Target {
        let href = as_browsers_read(href);
        match Kind::of(&href) {
            Kind::Web => Target::External(href.into_owned()),
            Kind::Host => Target::External(format!("https:{}", href.replace('\\', "/"))),
            Kind::Hostless => Target::Broken(format!("`{}` names no site", shown(&href))),
            Kind::Refused => Target::Refused,
            Kind::Relative => self.resolve_inside(from, &href),
        }
    }

    fn resolve_inside(&self, from: &str, href: &str) -> Target {
        let (rest, fragment) = match href.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (href, None),
        };
        let path = rest.split_once('?').map_or(rest, |(path, _)| path);
        let Some(path) = percent_decode(path) else {
            return Target::Broken(format!("`{}` is no address that can be read", shown(href)));
        };
        let path = path.replace('\\', "/");
        let own = self.own_address(from);
        let address = if path.is_empty() {
            own
        } else {
            let file = Self::join(from, &path, CONTENT);
            let address = Self::join(&own, &path, "");
            if file.is_none() && address.is_none() {
                return Target::Broken(format!("`{}` leads out of the site", shown(href)));
            }
            let found = file
                .and_then(|file| self.address_of_file(&file))
                .or_else(|| address.and_then(|address| self.known_address(&address)));
            match found {
                Some(address) => address,
                None => return Target::Broken(self.no_such_page(from, &path)),
            }
        };
        match fragment {
            Some(fragment) if !fragment.is_empty() => self.with_fragment(address, fragment, &path),
            _ => Target::Internal { address, fragment: None },
        }
    }

    fn with_fragment(&self, address: String, fragment: &str, path: &str) -> Target {
        let is_page = address.is_empty() || address.ends_with('/') || address.ends_with(".html");
        let known = self.addresses.get(&address).filter(|_| is_page);
        let name = percent_decode(fragment);
        let name = name.as_deref().unwrap_or(fragment);
        if let Some(known) = known
            && !known.contains(name)
            && name != "top"
        {
            let page = if path.is_empty() { "this page".to_owned() } else { quoted(path) };
            let near = nearest(name, known.iter().map(String::as_str));
            let near = near.map_or(String::new(), |near| {
                format!("; did you mean {}?", quoted(&format!("#{near}")))
            });
            let missing = quoted(&format!("#{name}"));
            return Target::Broken(format!("{page} has no heading {missing}{near}"));
        }
        Target::Internal { address, fragment: Some(fragment.to_owned()) }
    }

    /// The address of the page that the text of a content file stands on.
    fn own_address(&self, from: &str) -> String {
        if let Some(address) = self.files.get(from) {
            return address.clone();
        }
        // The claims of an article stand on its page.
        let folder = &from[..from.rfind('/').map_or(0, |end| end + 1)];
        let name = &from[folder.len()..];
        let stem = &name[..name.find('.').unwrap_or(name.len())];
        [format!("{folder}{stem}.md"), format!("{folder}index.md")]
            .iter()
            .find_map(|file| self.files.get(file).cloned())
            .unwrap_or_else(|| folder.strip_prefix(CONTENT).unwrap_or("").to_owned())
    }

    /// `path` as it is read from `base`, both without a host; `root` is where `/` leads. None where
    /// it leads out of that.
    fn join(base: &str, path: &str, root: &str) -> Option<String> {
        let inside = base.strip_prefix(root)?;
        let mut parts: Vec<&str> = Vec::new();
        if !path.starts_with('/') {
            parts.extend(inside.split('/'));
            parts.pop();
        }
        let steps = path.trim_start_matches('/').split('/');
        let mut is_folder = false;
        for step in steps {
            is_folder = matches!(step, "" | "." | "..");
            match step {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        let mut joined = root.to_owned();
        joined.push_str(&parts.join("/"));
        if is_folder && !parts.is_empty() {
            joined.push('/');
        }
        Some(joined)
    }

    /// The address that a content file has, or that of the text in a folder.
    fn address_of_file(&self, file: &str) -> Option<String> {
        if let Some(address) = self.files.get(file) {
            return Some(address.clone());
        }
        let copied = file.strip_prefix(CONTENT)?;
        if !copied.is_empty() && !copied.ends_with('/') && self.addresses.contains_key(copied) {
            return Some(copied.to_owned());
        }
        let folder = file.trim_end_matches('/');
        [format!("{folder}/index.md"), format!("{folder}.md")]
            .iter()
            .find_map(|file| self.files.get(file).cloned())
    }

    fn known_address(&self, address: &str) -> Option<String> {
        let folder =
            address.strip_suffix("index.html").filter(|it| it.is_empty() || it.ends_with('/'));
        [Some(address.to_owned()), Some(format!("{address}/")), folder.map(str::to_owned)]
            .into_iter()
            .flatten()
            .find(|address| self.addresses.contains_key(address))
    }

    fn no_such_page(&self, from: &str, path: &str) -> String {
        let what = match path.rsplit_once('.') {
            Some((_, "md")) => "page",
            Some((_, extension)) if !extension.contains('/') => "file",
            _ => "page",
        };
        let is_file = |file: &&str| self.files.contains_key(*file);
        let names: Vec<String> = if has_extension(path, "md") {
            self.files
                .keys()
                .filter(|file| is_file(&file.as_str()))
                .map(|file| beside(from, file))
                .collect()
        } else if path.starts_with('/') {
            self.addresses.keys().map(|address| format!("/{address}")).collect()
        } else {
            let own = self.own_address(from);
            let files =
                self.addresses.keys().map(|address| beside(from, &format!("{CONTENT}{address}")));
            files.chain(self.addresses.keys().map(|address| beside(&own, address))).collect()
        };
        let near = nearest(path, names.iter().map(String::as_str));
        let near = near.map_or(String::new(), |near| format!("; did you mean {}?", quoted(near)));
        format!("there is no {what} {}{near}", quoted(path))
    }
}

/// What an address names, before the site is asked.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// One of the schemes that may be linked to.
    Web,
    /// A host, with the scheme left out.
    Host,
    /// A web address without a host.
    Hostless,
    /// A scheme that may not.
    Refused,
    /// A place in the site.
    Relative,
}

impl Kind {
    /// `href`: as browsers read it.
    fn of(href: &str) -> Self {
        if let Some(scheme) = scheme(href) {
            let rest = &href[scheme.len() + 1..];
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" => {
                    let host = rest.strip_prefix("//").map(host);
                    if host.is_some_and(is_host) { Self::Web } else { Self::Hostless }
                }
                "mailto" | "tel" => Self::Web,
                _ => Self::Refused,
            };
        }
        // Browsers read `\` as `/`.
        let mut start = href.chars();
        let is_slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
        if is_slash(start.next()) && is_slash(start.next()) {
            let host = host(start.as_str());
            return if is_host(host) && host.contains('.') { Self::Host } else { Self::Refused };
        }
        Self::Relative
    }
}

/// Whether an address may stand in `href` or `src`, whether or not it leads anywhere: http, https,
/// mailto, tel, or relative (design: one allow-list).
pub(crate) fn is_allowed(href: &str) -> bool {
    !matches!(Kind::of(&as_browsers_read(href)), Kind::Refused | Kind::Hostless)
}

/// An address without what browsers pass over: control characters and spaces around it, tabs and
/// line breaks anywhere (WHATWG URL, section 4.4), and other control characters as well.
fn as_browsers_read(href: &str) -> Cow<'_, str> {
    let href = href.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    if href.contains(char::is_control) {
        Cow::Owned(href.chars().filter(|c| !c.is_control()).collect())
    } else {
        Cow::Borrowed(href)
    }
}

/// The scheme of an address, without the colon (RFC 3986, section 3.1).
fn scheme(href: &str) -> Option<&str> {
    let scheme = &href[..href.find(':')?];
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then_some(scheme)
}

/// The host in what follows `//`, without user and port.
fn host(rest: &str) -> &str {
    let authority = &rest[..rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len())];
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => host,
    }
}

fn is_host(host: &str) -> bool {
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.starts_with(|c: char| c.is_alphanumeric() || c == ':')
        && host.chars().all(|c| c.is_alphanumeric() || "-._:".contains(c))
}

/// A percent-encoded text as it is meant; none where that is not UTF-8 or holds control characters.
pub(crate) fn percent_decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (Some(high), Some(low)) if byte == b'%' => {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or(byte));
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    let decoded = String::from_utf8(decoded).ok()?;
    (!decoded.contains(char::is_control)).then_some(Cow::Owned(decoded))
}

/// How a text at `from` names the file at `to`, both paths from one root.
fn beside(from: &str, to: &str) -> String {
    let folder = &from[..from.rfind('/').map_or(0, |end| end + 1)];
    let shared = folder
        .match_indices('/')
        .map(|(at, _)| at + 1)
        .take_while(|&end| to.as_bytes().get(..end) == Some(&folder.as_bytes()[..end]))
        .last()
        .unwrap_or(0);
    let up = "../".repeat(folder[shared..].matches('/').count());
    format!("{up}{}", &to[shared..])
}

/// The name that is most like `name`, where one is like it at all.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    let limit = (length / 3).clamp(1, 4);
    names
        .filter(|near| !near.is_empty() && near.chars().count().abs_diff(length) <= limit)
        .map(|near| (strsim::osa_distance(name, near), near))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, near)| near)
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension))
}

/// A name in a message: in backticks, and short.
fn quoted(name: &str) -> String {
    format!("`{}`", shown(name))
}

fn shown(name: &str) -> Cow<'_, str> {
    const LONGEST: usize = 80;
    match name.char_indices().nth(LONGEST) {
        Some((cut, _)) => Cow::Owned(format!("{}…", &name[..cut])),
        None => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> LinkIndex {
        let mut index = LinkIndex::default();
        for (file, address) in [
            ("content/about.md", "about/"),
            ("content/methodology.md", "methodology/"),
            ("content/cars/index.md", "cars/"),
            ("content/flat.md", "flat/"),
            ("content/año nuevo.md", "año nuevo/"),
        ] {
            index.files.insert(file.to_owned(), address.to_owned());
            index.addresses.insert(address.to_owned(), HashSet::new());
        }
        for address in ["", "claims/", "cars/picture.jpg", "picture.jpg", "feed.xml", "cars/a.pdf"]
        {
            index.addresses.insert(address.to_owned(), HashSet::new());
        }
        let fragments = ["funding", "who-we-are", "año"].map(str::to_owned);
        index.addresses.insert("about/".to_owned(), fragments.into());
        index
    }

    const CARS: &str = "content/cars/index.md";
    const ABOUT: &str = "content/about.md";

    #[track_caller]
    fn leads(from: &str, href: &str, address: &str, fragment: Option<&str>) {
        let expected =
            Target::Internal { address: address.to_owned(), fragment: fragment.map(str::to_owned) };
        assert_eq!(index().resolve(from, href), expected, "{href} in {from}");
    }

    #[track_caller]
    fn breaks(from: &str, href: &str, reason: &str) {
        assert_eq!(index().resolve(from, href), Target::Broken(reason.to_owned()));
    }

    #[test]
    fn files_and_addresses_are_found() {
        leads(CARS, "../about.md", "about/", None);
        leads(CARS, "../about.md#funding", "about/", Some("funding"));
        leads(ABOUT, "methodology.md", "methodology/", None);
        leads(ABOUT, "./cars/index.md?x=y#", "cars/", None);
        leads(ABOUT, "cars", "cars/", None);
        leads(ABOUT, "cars/", "cars/", None);
        leads(CARS, "picture.jpg", "cars/picture.jpg", None);
        leads("content/flat.md", "picture.jpg", "picture.jpg", None);
        leads(CARS, "a.pdf#page=3", "cars/a.pdf", Some("page=3"));
        leads(CARS, "/about/", "about/", None);
        leads(CARS, "/about", "about/", None);
        leads(CARS, "/", "", None);
        leads(CARS, "/cars/index.html", "cars/", None);
        leads(CARS, "/feed.xml", "feed.xml", None);
        leads(CARS, "../about/", "about/", None);
        leads(ABOUT, "../cars/", "cars/", None);
        leads("content/cars/claims.yaml", "index.md", "cars/", None);
        leads("content/flat.claims.yaml", "?x", "flat/", None);
        leads(ABOUT, "a%C3%B1o%20nuevo.md", "año nuevo/", None);
        leads(ABOUT, "#a%C3%B1o", "about/", Some("a%C3%B1o"));
        leads(ABOUT, "#", "about/", None);
        leads(CARS, "..\\about.md", "about/", None);
    }

    #[test]
    fn broken_links_name_what_is_near() {
        breaks(
            ABOUT,
            "methodolgy.md",
            "there is no page `methodolgy.md`; did you mean `methodology.md`?",
        );
        breaks(CARS, "../abuot.md", "there is no page `../abuot.md`; did you mean `../about.md`?");
        breaks(CARS, "pictrue.jpg", "there is no file `pictrue.jpg`; did you mean `picture.jpg`?");
        breaks(
            CARS,
            "/methodologie/",
            "there is no page `/methodologie/`; did you mean `/methodology/`?",
        );
        breaks(CARS, "claims.yaml", "there is no file `claims.yaml`");
        breaks(
            CARS,
            "../about.md#fundings",
            "`../about.md` has no heading `#fundings`; did you mean `#funding`?",
        );
        breaks(ABOUT, "#zzz", "this page has no heading `#zzz`");
        breaks(CARS, "../../../etc/passwd", "`../../../etc/passwd` leads out of the site");
        breaks(CARS, "%2e%2e/%2e%2e/%2e%2e/x", "`%2e%2e/%2e%2e/%2e%2e/x` leads out of the site");
        breaks(CARS, "a%00b", "`a%00b` is no address that can be read");
        breaks(CARS, "a%FF", "`a%FF` is no address that can be read");
        breaks(CARS, "https:about", "`https:about` names no site");
    }

    #[test]
    fn schemes_pass_one_list() {
        let index = index();
        for href in [
            "https://example.org/a?b#c",
            "HTTP://example.org",
            "https://user@[::1]:80/",
            "https://münchen.example/",
            "mailto:a@example.org",
            "TEL:+1",
        ] {
            assert_eq!(index.resolve(CARS, href), Target::External(href.to_owned()));
        }
        assert_eq!(
            index.resolve(CARS, " ht\ntps://example.org\t"),
            Target::External("https://example.org".to_owned())
        );
        let host = Target::External("https://example.org/a".to_owned());
        assert_eq!(index.resolve(CARS, "//example.org/a"), host);
        assert_eq!(index.resolve(CARS, "\\/example.org/a"), host);
        for href in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1} javascript:alert(1)",
            "java\0script:alert(1)",
            "\u{a0}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "x+y.z-1:a",
            "//about/",
            "///example.org",
            "//ex ample.org",
            "//",
        ] {
            assert_eq!(index.resolve(CARS, href), Target::Refused, "{href:?}");
            assert!(!is_allowed(href), "{href:?}");
        }
        assert!(is_allowed("a/b.jpg") && is_allowed("#x") && is_allowed("a/b:c"));
    }
}
