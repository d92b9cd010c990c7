//! Where links in content lead.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

mod href;
mod made;
mod moved;
mod near;
#[cfg(test)]
mod tests;

use href::{Kind, as_browsers_read};
pub(crate) use href::{is_allowed, percent_decode};
pub use moved::{Moved, former_name, moved, names};
pub(crate) use near::MOST as MOST_SUGGESTIONS;

/// All that content can link to.
#[derive(Debug, Default)]
pub struct LinkIndex {
    /// Markdown files (paths from the root of the site) and their addresses.
    pub files: HashMap<String, String>,
    /// All addresses of pages and copied files, with the fragments of pages.
    pub addresses: HashMap<String, HashSet<String>>,
    /// Files of translations (Markdown and claims), and where each belongs.
    translations: HashMap<String, InLanguage>,
    near: near::Near,
}

/// What a file of a translation belongs to.
#[derive(Debug, Clone)]
struct InLanguage {
    /// The folder of its language: `es/`.
    folder: String,
    /// The address of the page that its text stands on.
    page: String,
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
    /// address, or a file, from the top of the site. From a translation it leads to the page of its
    /// language, where there is one.
    ///
    /// # Examples
    /// ```
    /// use factpress::links::{LinkIndex, Target};
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
        let address = self.in_language_of(from, address, fragment);
        match fragment {
            Some(fragment) if !fragment.is_empty() => self.with_fragment(address, fragment, &path),
            _ => Target::Internal { address, fragment: None },
        }
    }

    /// From a translation, the page of the same language where there is one and it has the fragment.
    fn in_language_of(&self, from: &str, address: String, fragment: Option<&str>) -> String {
        let Some(InLanguage { folder, .. }) = self.translations.get(from) else { return address };
        let own = format!("{folder}{address}");
        let Some(fragments) = self.addresses.get(&own) else { return address };
        let name = fragment.filter(|fragment| !fragment.is_empty());
        let name = name.map(|fragment| percent_decode(fragment).unwrap_or(fragment.into()));
        match name {
            Some(name) if !fragments.contains(&*name) => address,
            _ => own,
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
            let near = if self.may_suggest() {
                near::nearest(name, known.iter().map(String::as_str))
            } else {
                None
            };
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
        if let Some(InLanguage { page, .. }) = self.translations.get(from) {
            return page.clone();
        }
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
        let near = self.near(from, path);
        let near = near.map_or(String::new(), |near| format!("; did you mean {}?", quoted(&near)));
        format!("there is no {what} {}{near}", quoted(path))
    }
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
