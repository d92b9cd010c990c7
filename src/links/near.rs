//! What a broken link was meant to be.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{CONTENT, LinkIndex, Target};

/// How many broken links of a build are told what is near: looking takes longer the larger a site
/// is, and who has more of them than this has made the same mistake many times.
pub(crate) const MOST: usize = 50;

/// The names to be looked through, and how often that may still be done.
#[derive(Debug)]
pub(super) struct Near {
    names: OnceLock<Vec<Name>>,
    left: AtomicUsize,
}

impl Default for Near {
    fn default() -> Self {
        Self { names: OnceLock::new(), left: AtomicUsize::new(MOST) }
    }
}

/// A name and its length in characters.
#[derive(Debug)]
struct Name {
    length: usize,
    name: String,
}

impl LinkIndex {
    /// Allows to look for near names so many times from now on.
    pub(crate) fn allow_suggestions(&self, count: usize) {
        self.near.left.store(count, Ordering::Relaxed);
    }

    /// How often near names may still be looked for.
    pub(crate) fn suggestions_left(&self) -> usize {
        self.near.left.load(Ordering::Relaxed)
    }

    /// Takes one from the suggestions that are left.
    pub(super) fn may_suggest(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        self.near.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok()
    }

    /// The link from `from` to the page or file whose name is most like the one that `path` leads to.
    pub(super) fn near(&self, from: &str, path: &str) -> Option<String> {
        if !self.may_suggest() {
            return None;
        }
        let length = path.chars().count();
        let limit = (length / 3).clamp(1, 4);
        let own = self.own_address(from);
        // Read as a file beside the text, as an address, and from the top of the site.
        let readings = [
            Self::join(from, path, CONTENT)
                .and_then(|it| Some(it.strip_prefix(CONTENT)?.to_owned())),
            Self::join(&own, path, ""),
            Some(path.trim_start_matches(['.', '/']).to_owned()),
        ];
        let names = self.near.names.get_or_init(|| self.names());
        let mut best: Option<(usize, usize, &str)> = None;
        for (rank, reading) in readings.iter().enumerate() {
            let Some(reading) = reading.as_deref().filter(|it| !it.is_empty()) else { continue };
            let length = reading.chars().count();
            let first = names.partition_point(|name| name.length + limit < length);
            for Name { name, .. } in
                names[first..].iter().take_while(|name| name.length <= length + limit)
            {
                let found = (strsim::osa_distance(reading, name), rank, name.as_str());
                if found.0 <= limit && best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            }
        }
        self.link_to(from, path, &own, best?.2)
    }

    /// A link that leads there from where it stands.
    fn link_to(&self, from: &str, path: &str, own: &str, name: &str) -> Option<String> {
        let file = format!("{CONTENT}{name}");
        let meant = self.files.get(&file).map_or(name, String::as_str);
        let forms = [beside(from, &file), beside(own, name), format!("/{name}")];
        let order = if path.starts_with('/') { [2, 0, 1] } else { [0, 1, 2] };
        order
            .into_iter()
            .map(|form| &forms[form])
            .find(|form| {
                *form != path
                    && matches!(
                        self.resolve(from, form),
                        Target::Internal { address, fragment: None } if address == meant
                    )
            })
            .cloned()
    }

    /// The names of all files and pages, the short ones first.
    fn names(&self) -> Vec<Name> {
        let texts = self.files.keys().filter_map(|file| file.strip_prefix(CONTENT));
        let mut names: Vec<Name> = texts
            .filter(|file| super::has_extension(file, "md"))
            .chain(self.addresses.keys().map(String::as_str))
            .map(|name| Name { length: name.chars().count(), name: name.to_owned() })
            .collect();
        names.sort_by(|a, b| (a.length, &a.name).cmp(&(b.length, &b.name)));
        names
    }
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
pub(super) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    let limit = (length / 3).clamp(1, 4);
    names
        .filter(|near| near.chars().count().abs_diff(length) <= limit)
        .map(|near| (strsim::osa_distance(name, near), near))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, near)| near)
}
