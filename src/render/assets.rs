//! Style sheets, fonts and pictures of the theme, under names that change with their bytes, so that
//! browsers may keep them for ever.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::asset_names::{file_name, names};
use super::builtin::BUILT_IN;
use super::logo::logo;
use super::view::LogoView;
use super::{Content, Output, dense, imports};

/// Where assets are, both in `templates/` and in the output.
pub(super) const FOLDER: &str = "assets/";

/// What all style sheets of pages share, and what a site adds to them.
const STYLE_SHEET: &str = "site.css";
const THEME: &str = "theme.css";

/// The assets of a site, built in or its own.
#[derive(Debug, Default)]
pub(super) struct Assets {
    /// Output addresses by name (without `assets/`).
    pub addresses: BTreeMap<String, String>,
    /// The site's logo, for templates.
    pub logo: Option<LogoView>,
    /// The files.
    pub outputs: Vec<Output>,
}

impl Assets {
    /// Names and bytes of all assets. What a style sheet imports of them stands in it, so that a
    /// page needs one file; a site's `theme.css` follows in every one with `site.css` in it. A style
    /// sheet that names another asset by `url(NAME)` gets its new name.
    pub fn new(overrides: &[(String, Vec<u8>)]) -> Self {
        let mut files: BTreeMap<&str, &[u8]> = BUILT_IN
            .iter()
            .filter_map(|entry| Some((entry.name.strip_prefix(FOLDER)?, entry.text.as_bytes())))
            .collect();
        let own = overrides
            .iter()
            .filter_map(|(name, bytes)| Some((name.strip_prefix(FOLDER)?, bytes.as_slice())));
        files.extend(own);
        let theme = files.remove(THEME).map(|theme| sheet(THEME, theme, &files).0);

        let mut assets = Self::default();
        let (sheets, others): (Vec<_>, Vec<_>) =
            files.iter().partition(|(name, _)| is_style_sheet(name));
        for (&name, &bytes) in others {
            let own = BUILT_IN.iter().find(|entry| entry.name.strip_prefix(FOLDER) == Some(name));
            match own.filter(|own| name.ends_with(".js") && own.text.as_bytes() == bytes) {
                Some(own) => assets.add(name, dense::own_script(own.text).into_bytes()),
                None => assets.add(name, bytes.to_vec()),
            }
        }
        for (&name, &bytes) in sheets {
            let (mut text, has_shared) = sheet(name, bytes, &files);
            if let Some(theme) = theme.as_ref().filter(|_| has_shared) {
                text.to_mut().push('\n');
                text.to_mut().push_str(theme);
            }
            assets.add(name, dense::css(&assets.rename_urls(&text)).into_bytes());
        }
        assets.logo = logo(&files, &assets.addresses);
        assets
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let address = hashed(name, &bytes);
        self.addresses.insert(name.to_owned(), address.clone());
        self.outputs.push(Output { path: address, content: Content::Bytes(bytes) });
    }

    fn rename_urls(&self, css: &str) -> String {
        let mut out = String::with_capacity(css.len() + 64);
        let mut done = 0;
        for range in names(css) {
            let address = &css[range.clone()];
            let name = file_name(address);
            let Some(new) = self.addresses.get(name) else { continue };
            let part = address.find(name).map_or("", |at| &address[at + name.len()..]);
            out.push_str(&css[done..range.start]);
            out.push_str(new.strip_prefix(FOLDER).unwrap_or(new));
            out.push_str(part);
            done = range.end;
        }
        out + &css[done..]
    }
}

/// A style sheet with what it imports in place, and whether `site.css` is in it.
fn sheet<'a>(
    name: &'a str,
    bytes: &'a [u8],
    files: &BTreeMap<&'a str, &'a [u8]>,
) -> (Cow<'a, str>, bool) {
    let mut names = vec![name];
    let text = imports::in_place(&String::from_utf8_lossy(bytes), files, &mut names);
    (Cow::from(text), names.contains(&STYLE_SHEET))
}

/// Whether a file is a style sheet, by its name.
pub(super) fn is_style_sheet(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("css"))
}

/// `assets/site.css` with twelve hexadecimal digits of its SHA-256: `assets/site.0123456789ab.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = &crate::digest::sha256(bytes)[..12];
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[file..].rfind('.') {
        Some(dot) if dot > 0 => {
            let (stem, ending) = name.split_at(file + dot);
            format!("{FOLDER}{stem}.{hash}{ending}")
        }
        _ => format!("{FOLDER}{name}.{hash}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_hash() {
        assert_eq!(hashed("a.css", b""), "assets/a.e3b0c44298fc.css");
        assert_eq!(hashed("f.d/b", b""), "assets/f.d/b.e3b0c44298fc");
    }

    #[test]
    fn a_theme_follows_the_style_sheet_in_one_file() {
        let own = [
            ("assets/theme.css".to_owned(), b":root { --ink: #123; }".to_vec()),
            ("assets/logo.png".to_owned(), b"x".to_vec()),
        ];
        let assets = Assets::new(&own);
        assert!(!assets.addresses.contains_key("theme.css"));
        let sheet = assets.outputs.iter().find(|o| o.path == assets.addresses["site.css"]);
        let Some(Content::Bytes(css)) = sheet.map(|o| &o.content) else { panic!("no style sheet") };
        assert!(css.starts_with(b":root{") && css.ends_with(b"}:root{--ink:#123}"));
        assert!(Assets::new(&own[1..]).outputs.len() == assets.outputs.len());
        assert!(assets.logo.is_some());
    }

    /// A reader who comes from a search loads one style sheet and one script: what they may weigh.
    #[test]
    fn an_article_stays_light() {
        let assets = Assets::new(&[]);
        for (name, most) in [("article.css", 14_900), ("page.css", 11_200), ("site.js", 7_700)] {
            let file = assets.outputs.iter().find(|o| o.path == assets.addresses[name]).unwrap();
            let Content::Bytes(bytes) = &file.content else { panic!("no bytes") };
            assert!(bytes.len() <= most, "{name} weighs {} bytes", bytes.len());
        }
    }

    #[test]
    fn what_is_imported_stands_in_one_file() {
        let own = [
            ("assets/theme.css".to_owned(), b"@import \"more.css\"; a{b:c}".to_vec()),
            ("assets/more.css".to_owned(), b"d{e:f}".to_vec()),
            ("assets/alone.css".to_owned(), b"g{h:i}".to_vec()),
        ];
        let assets = Assets::new(&own);
        let text = |name: &str| {
            let file = assets.outputs.iter().find(|o| o.path == assets.addresses[name]).unwrap();
            let Content::Bytes(bytes) = &file.content else { panic!("no bytes") };
            String::from_utf8(bytes.clone()).unwrap()
        };
        for name in ["article.css", "article-charts.css", "page.css", "page-charts.css"] {
            let text = text(name);
            assert!(!text.contains("@import") && text.ends_with("a{b:c}"), "{name}");
            assert!(text.starts_with(":root{color-scheme"), "{name}");
            assert_eq!(text.matches("d{e:f}a{b:c}").count(), 1, "{name}");
            assert_eq!(text.contains(".chart-plot"), name.contains("charts"), "{name}");
        }
        assert_eq!(text("alone.css"), "g{h:i}");
    }

    #[test]
    fn own_assets_replace_and_are_renamed_in_style_sheets() {
        let assets = Assets::new(&[
            (
                "assets/site.css".to_owned(),
                b"@font-face{src:url(\"a.woff2\"),URL( ./a.woff2#b ),url(c)}".to_vec(),
            ),
            ("assets/a.woff2".to_owned(), b"x".to_vec()),
        ]);
        let font = &assets.addresses["a.woff2"];
        let sheet = assets.outputs.iter().find(|o| o.path == assets.addresses["site.css"]);
        let font = font.trim_start_matches(FOLDER);
        let expected = format!("@font-face{{src:url(\"{font}\"),URL( {font}#b ),url(c)}}");
        assert_eq!(sheet.map(|o| &o.content), Some(&Content::Bytes(expected.into_bytes())));
    }
}
