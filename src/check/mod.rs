//! Holds a site to its rules. Stub: types only.

pub mod links;

use crate::anchor::Anchor;
use crate::model::Site;

/// A site that holds: every claim has its place, every reference leads somewhere. Only this can be
/// rendered.
#[derive(Debug)]
pub struct CheckedSite {
    /// The site.
    pub site: Site,
    /// Per article (in the order of [`Site::articles`]) and per claim (in the order of its file) the
    /// place in the article's visible text.
    pub anchors: Vec<Vec<Anchor>>,
    /// Where links from content lead.
    pub links: links::LinkIndex,
}
