//! `robots.txt`: everything may be read (RFC 9309), and where the sitemap is.

use crate::address;
use crate::model::Settings;

/// Where robots look for it.
pub(super) const PATH: &str = "robots.txt";

/// The file.
pub(super) fn text(settings: &Settings) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &settings.base_url {
        text.push_str("\nSitemap: ");
        text.push_str(&address::absolute(base, "sitemap.xml"));
        text.push('\n');
    }
    text
}
