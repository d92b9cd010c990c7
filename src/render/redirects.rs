//! `_redirects`: former addresses, for hosts that read such a file (Netlify, Cloudflare Pages). Every
//! other host shows the small page that stands at each of them.

use std::fmt::Write as _;

use crate::address;
use crate::links::Moved;
use crate::model::Settings;

/// Where those hosts look for it.
pub(super) const PATH: &str = "_redirects";

/// The file; none where nothing has moved.
pub(super) fn text(settings: &Settings, moved: &[Moved]) -> Option<String> {
    if moved.is_empty() {
        return None;
    }
    // Addresses there start at the top of the host.
    let base = settings.base_url.as_deref().unwrap_or_default();
    let rest = base.split_once("://").map_or("", |(_, rest)| rest);
    let top = rest.split_once('/').map_or("", |(_, path)| path.trim_matches('/'));
    let top = if top.is_empty() { "/".to_owned() } else { format!("/{top}/") };
    let mut text = String::new();
    for moved in moved {
        let (from, to) = (address::encode(&moved.from), address::encode(&moved.to));
        let _ = writeln!(text, "{top}{from} {top}{to} 301");
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_start_at_the_top_of_the_host() {
        let moved = [Moved { from: "alt é/".into(), to: "neu/".into(), article: 0, claim: None }];
        let text = |base: Option<&str>| {
            let base_url = base.map(str::to_owned);
            text(&Settings { base_url, ..Settings::default() }, &moved).unwrap_or_default()
        };
        let line = "/alt%20%C3%A9/ /neu/ 301\n";
        assert_eq!(text(None), line);
        assert_eq!(text(Some("https://example.org")), line);
        assert_eq!(text(Some("https://example.org/")), line);
        let below = "/facts/alt%20%C3%A9/ /facts/neu/ 301\n";
        assert_eq!(text(Some("https://example.org/facts/")), below);
    }
}
