//! A site's logo: `logo.svg` or `logo.png` in `templates/assets/`, and `logo-dark.…` for readers who
//! like dark pages.

use std::collections::BTreeMap;

use super::view::LogoView;

/// Names that are looked for, the first that is there.
const NAMES: [&str; 2] = ["logo.svg", "logo.png"];
const DARK: [&str; 2] = ["logo-dark.svg", "logo-dark.png"];

/// The logo among the assets. `addresses`: where each is published, by name.
pub(super) fn logo(
    files: &BTreeMap<&str, &[u8]>,
    addresses: &BTreeMap<String, String>,
) -> Option<LogoView> {
    let find = |names: [&'static str; 2]| names.into_iter().find(|name| files.contains_key(name));
    let name = find(NAMES)?;
    let size = files.get(name).and_then(|bytes| size(bytes));
    Some(LogoView {
        address: addresses.get(name).cloned().unwrap_or_default(),
        dark: find(DARK).and_then(|name| addresses.get(name).cloned()),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
    })
}

/// Width and height of a picture in pixels, so that a page keeps its room while it loads.
fn size(bytes: &[u8]) -> Option<(usize, usize)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| {
            usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
        };
        return Some((number(16)?, number(20)?));
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let given = |name| attribute(tag, name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = given("width").zip(given("height")).or_else(|| {
        let numbers: Vec<f64> =
            attribute(tag, "viewBox")?.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
        Some((*numbers.get(2)?, *numbers.get(3)?))
    })?;
    let whole =
        |n: f64| format!("{n:.0}").parse().ok().filter(|n: &usize| (1..100_000).contains(n));
    whole(width).zip(whole(height))
}

/// The value of an attribute of a start tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let is_name = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
        is_name.then(|| rest[1..].split(quote).next())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        let svg = b"<?xml?><svg stroke-width=\"3\" width=\"120px\" height='32'>";
        assert_eq!(size(svg), Some((120, 32)));
        assert_eq!(size(b"<svg viewBox=\"0 0 24.4 12\"><path/>"), Some((24, 12)));
        assert_eq!(size(b"<svg width=\"100%\" height=\"1e9\">"), None);
        assert_eq!(size(b"<svg viewBox=\"0 0\">"), None);
        assert_eq!(size(b"GIF89a"), None);
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08"), Some((16, 8)));
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0"), None);
    }
}
