//! Where links in content lead.

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
    /// An address outside the site that may be linked to (http, https, mailto, tel), as it stands.
    External(String),
    /// A page or file of the site: its address, and a fragment.
    Internal {
        /// Address, as in [`crate::address`].
        address: String,
        /// Fragment without `#`.
        fragment: Option<String>,
    },
    /// It leads nowhere; the reason, for authors.
    Broken(String),
    /// A scheme that is not allowed, such as `javascript:`.
    Refused,
}

impl LinkIndex {
    /// Resolves a target that stands in the content file `from` (a path from the root of the site).
    pub fn resolve(&self, from: &str, href: &str) -> Target {
        let _ = from;
        Target::External(href.to_owned())
    }
}
