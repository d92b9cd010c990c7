//! Links and pictures: every target passes the site's resolver.

use std::collections::HashSet;
use std::fmt::Write as _;

use pulldown_cmark::LinkType;

use super::Options;
use super::escape::{escape, escape_address};
use crate::links::{Target, percent_decode};

/// Where a link of the text leads from the page; none where the link is to be dropped. `ids`: the
/// ids of the text's headings, without the prefix.
pub(super) fn destination(
    kind: LinkType,
    href: &str,
    options: &Options<'_>,
    ids: &HashSet<String>,
) -> Option<String> {
    if kind == LinkType::Email {
        return resolved(&format!("mailto:{href}"), options);
    }
    let Some(fragment) = href.strip_prefix('#') else { return resolved(href, options) };
    if fragment.is_empty() {
        return Some("#".to_owned());
    }
    let name = percent_decode(fragment)?;
    if ids.contains(&*name) {
        return Some(format!("#{}{name}", options.id_prefix));
    }
    // A place on the page that the text belongs to, which need not be the page being made.
    resolved(href, options)
}

/// A picture; where its file is not to be had, its alternative text stands in its place.
pub(super) fn image(href: &str, title: &str, alt: &str, options: &Options<'_>) -> String {
    let alt = escape(alt);
    // `mailto:` and `tel:` are no pictures.
    let is_file = |address: &String| !has_scheme(address) || is_web(address);
    let Some(address) = resolved(href, options).filter(is_file) else {
        return format!("<span class=\"missing-image\">{alt}</span>");
    };
    let mut html = format!("<img src=\"{}\" alt=\"{alt}\"", escape_address(&address));
    if !title.is_empty() {
        let _ = write!(html, " title=\"{}\"", escape(title));
    }
    html.push_str(" loading=\"lazy\">");
    html
}

/// The opening tag of the link from a number to how it was computed.
pub(super) fn figure(id: &str) -> String {
    format!("<a class=\"figure\" href=\"#{}\">", escape(&crate::address::figure(id)))
}

fn resolved(href: &str, options: &Options<'_>) -> Option<String> {
    match (options.resolve)(href) {
        Target::External(address) => Some(address),
        Target::Internal { address, fragment } => {
            let Some(fragment) = fragment else { return Some((options.link)(&address)) };
            let is_here = options.page == Some(&*address);
            let page = if is_here { String::new() } else { (options.link)(&address) };
            Some(format!("{page}#{fragment}"))
        }
        Target::Broken(_) | Target::Refused => None,
    }
}

fn has_scheme(address: &str) -> bool {
    let scheme = &address[..address.find(['/', '?', '#']).unwrap_or(address.len())];
    scheme.contains(':')
}

fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    starts("https:") || starts("http:")
}
