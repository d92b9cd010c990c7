//! Which files make which article or page.

use std::collections::BTreeMap;
use std::io;

use walkdir::WalkDir;

use super::beside::place_yaml;
use super::language::split_language;
use super::read::Reader;
use super::read::{MAX_COPIED, ReadError};
use super::rules::{bad_file_name, link_outside_site, not_a_file, unknown_file};
use crate::diagnostic::Diagnostic;
use crate::model::{Attachment, Lock};

/// The files of one article or plain page; paths from the site's root, with forward slashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleFiles {
    /// Its address without slashes at the ends: the folder's path below `content/`, or the file's
    /// without `.md`.
    pub slug: String,
    /// The Markdown file.
    pub markdown: String,
    /// Whether it has a folder of its own (`SLUG/index.md`).
    pub bundle: bool,
    /// Its claims file.
    pub claims: Option<String>,
    /// Its figures file.
    pub figures: Option<String>,
    /// Files beside it that pages may show; only in the bundle form.
    pub attachments: Vec<Attachment>,
}

/// The files of the translation of an article or plain page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TranslationFiles {
    /// The Markdown file of the original.
    pub original: String,
    /// The language, as its name has it: a BCP 47 tag.
    pub language: String,
    /// The Markdown file.
    pub markdown: String,
    /// The translation of the claims file.
    pub claims: Option<String>,
    /// The translation of the figures file.
    pub figures: Option<String>,
}

/// What a site's folder holds.
#[derive(Debug, Default)]
pub struct Layout {
    /// `factpress.yaml`, where there is one.
    pub settings: Option<String>,
    /// `content/people.yaml`, where there is one.
    pub people: Option<String>,
    /// `content/sources.yaml`, where there is one.
    pub sources: Option<String>,
    /// `factpress.lock`, where there is one.
    pub lock: Option<String>,
    /// Articles and plain pages, sorted by slug.
    pub texts: Vec<ArticleFiles>,
    /// Translations of these, sorted by their Markdown files.
    pub translations: Vec<TranslationFiles>,
    /// Translations of `people.yaml` and `sources.yaml`: which of the two, the language, the file.
    pub registries: Vec<(&'static str, String, String)>,
    /// Files in `content/` outside bundles that are copied as they are.
    pub attachments: Vec<Attachment>,
    /// Files in `templates/`.
    pub templates: Vec<String>,
}

/// Walks `content/` and `templates/`.
///
/// # Errors
/// Where a folder can't be read, or there is no `content/`.
pub fn discover(reader: &Reader) -> io::Result<(Layout, Vec<Diagnostic>)> {
    let mut findings = Vec::new();
    let files = walk(reader, "content", &mut findings)?;
    let templates = match walk(reader, "templates", &mut findings) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        walked => walked?,
    };
    let mut layout = Layout {
        settings: reader.is_there("factpress.yaml").then(|| "factpress.yaml".to_owned()),
        lock: reader.is_there(Lock::FILE).then(|| Lock::FILE.to_owned()),
        templates,
        ..Layout::default()
    };
    let mut texts: BTreeMap<String, ArticleFiles> = BTreeMap::new();
    let mut translations: BTreeMap<String, TranslationFiles> = BTreeMap::new();
    for path in files.iter().filter(|path| path.ends_with(".md")) {
        if let Some(translation) = translated(path, &files) {
            translations.insert(path.clone(), translation);
            continue;
        }
        let name = &path["content/".len()..path.len() - ".md".len()];
        let bundle = name.strip_suffix("/index").map(str::to_owned);
        let text = ArticleFiles {
            slug: bundle.clone().unwrap_or_else(|| name.to_owned()),
            markdown: path.clone(),
            bundle: bundle.is_some(),
            ..ArticleFiles::default()
        };
        // Two files of one slug stay apart here: the rule address-clash names both.
        texts.insert(path.clone(), text);
    }
    for path in files.iter().filter(|path| !path.ends_with(".md")) {
        if let Err(finding) = place(path, &mut layout, &mut texts, &mut translations) {
            findings.push(*finding);
        }
    }
    layout.translations = translations.into_values().collect();
    layout.texts = texts.into_values().collect();
    let beside = layout.texts.iter().map(|text| &text.attachments);
    for attachments in beside.chain(std::iter::once(&layout.attachments)) {
        // What can't be copied would otherwise end the build only when half of it is written.
        for attachment in attachments {
            if let Err(ReadError::Finding(found)) = reader.look(&attachment.path, MAX_COPIED) {
                findings.push(*found);
            }
        }
    }
    findings.extend(misnamed_settings(reader)?);
    layout.texts.sort_by(|a, b| (&a.slug, &a.markdown).cmp(&(&b.slug, &b.markdown)));
    Ok((layout, findings))
}

/// The translation that `NAME.LANGUAGE.md` is, where `NAME.md` is there.
fn translated(path: &str, files: &[String]) -> Option<TranslationFiles> {
    let (stem, language) = split_language(path.strip_suffix(".md")?)?;
    let original = format!("{stem}.md");
    files.contains(&original).then(|| TranslationFiles {
        original,
        language: language.to_owned(),
        markdown: path.to_owned(),
        ..TranslationFiles::default()
    })
}

/// Files beside `content/` whose names are almost ones that are read.
fn misnamed_settings(reader: &Reader) -> io::Result<Vec<Diagnostic>> {
    let mut names: Vec<String> = std::fs::read_dir(reader.root())?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_yaml(&name.to_lowercase()) && name != "factpress.yaml")
        .collect();
    names.sort();
    let misnamed = names.into_iter().filter_map(|name| {
        let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem).to_lowercase();
        let due = match stem.as_str() {
            "people" | "sources" => format!("content/{stem}.yaml"),
            "claims" | "figures" => format!("content/ARTICLE/{stem}.yaml"),
            _ => crate::nearest::nearest(&stem, ["factpress"].into_iter())
                .map(|near| format!("{near}.yaml"))?,
        };
        let message = format!("nothing reads a file of the name `{name}` here");
        let help = format!("rename it to `{due}` if that is what it is");
        Some(unknown_file::report(&name, message, help))
    });
    Ok(misnamed.collect())
}

/// Gives a file of `content/` that is no Markdown to what it belongs to.
fn place(
    path: &str,
    layout: &mut Layout,
    texts: &mut BTreeMap<String, ArticleFiles>,
    translations: &mut BTreeMap<String, TranslationFiles>,
) -> Result<(), Box<Diagnostic>> {
    match path {
        "content/people.yaml" => layout.people = Some(path.to_owned()),
        "content/sources.yaml" => layout.sources = Some(path.to_owned()),
        _ if registry(path).is_some() => layout.registries.extend(registry(path)),
        _ if is_misnamed_markdown(path) => {
            let message = "only files that end in `.md` are read as articles and pages".to_owned();
            let due = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            let help = format!("rename it to `{due}.md`");
            return Err(Box::new(unknown_file::report(path, message, help)));
        }
        _ if is_yaml(path) => return place_yaml(path, texts, translations),
        _ => {
            let name = path["content/".len()..].to_owned();
            let attachment = Attachment { path: path.to_owned(), name };
            match bundle_of(path, texts) {
                Some(bundle) => {
                    let name = attachment.name[bundle.slug.len() + 1..].to_owned();
                    bundle.attachments.push(Attachment { name, ..attachment });
                }
                None => layout.attachments.push(attachment),
            }
        }
    }
    Ok(())
}

/// Which registry a file translates, and into which language: `content/people.es.yaml`.
fn registry(path: &str) -> Option<(&'static str, String, String)> {
    let (name, language) = split_language(path.strip_prefix("content/")?.strip_suffix(".yaml")?)?;
    let kind = ["people", "sources"].into_iter().find(|kind| *kind == name)?;
    Some((kind, language.to_owned(), path.to_owned()))
}

/// Whether a file of that name would be read, so that a folder in its place is a mistake.
fn read_as_file(path: &str) -> bool {
    path.ends_with(".md") || is_yaml(path)
}

fn is_yaml(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|end| matches!(end, "yaml" | "yml"))
}

/// Whether a file holds Markdown by its name, but not by the one name that is read.
fn is_misnamed_markdown(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, end)| matches!(&*end.to_lowercase(), "md" | "markdown" | "mdown"))
}

/// The innermost bundle whose folder holds a file, however deep.
fn bundle_of<'a>(
    path: &str,
    texts: &'a mut BTreeMap<String, ArticleFiles>,
) -> Option<&'a mut ArticleFiles> {
    let index = path
        .rmatch_indices('/')
        .map(|(at, _)| format!("{}/index.md", &path[..at]))
        .filter(|index| index != "content/index.md")
        .find(|index| texts.contains_key(index))?;
    texts.get_mut(&index)
}

/// All files below a folder of the site, sorted; hidden files and editors' leftovers are passed over.
fn walk(reader: &Reader, folder: &str, findings: &mut Vec<Diagnostic>) -> io::Result<Vec<String>> {
    let base = reader.on_disk(folder);
    let hidden = |name: &str| {
        name.starts_with('.')
            || name.starts_with('#')
            || name.ends_with('~')
            || name.ends_with(".swp")
    };
    let mut files = Vec::new();
    if std::fs::symlink_metadata(&base).is_ok_and(|meta| meta.is_symlink()) {
        findings.push(link_outside_site::report(folder, "in place of a folder of the site"));
        return Ok(files);
    }
    if base.exists() && !base.is_dir() {
        findings.push(not_a_file::in_place_of_folder(folder));
        return Ok(files);
    }
    let mut entries = WalkDir::new(&base)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(&entry.file_name().to_string_lossy()));
    while let Some(entry) = entries.next() {
        let entry = entry?;
        let Ok(below) = entry.path().strip_prefix(&base) else { continue };
        let steps: Vec<_> = below.iter().map(std::ffi::OsStr::to_string_lossy).collect();
        let path = format!("{folder}/{}", steps.join("/"));
        let is_folder = entry.file_type().is_dir();
        if let Some(found) = bad_file_name::check(&path, entry.file_name().to_str().is_some()) {
            findings.push(found);
            if is_folder {
                entries.skip_current_dir();
            }
        } else if entry.path_is_symlink() && entry.path().is_dir() && !read_as_file(&path) {
            findings.push(link_outside_site::report(&path, "to a folder"));
        } else if is_folder && entry.depth() > 0 && read_as_file(&path) {
            // A folder where a file is due is reported when it is read.
            files.push(path);
            entries.skip_current_dir();
        } else if !is_folder {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn layout(files: &[&str]) -> (Layout, Vec<Diagnostic>) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        discover(&Reader::new(folder.path()).unwrap()).unwrap()
    }

    #[test]
    fn both_forms_of_an_article() {
        let (layout, findings) = layout(&[
            "content/a.md",
            "content/a.claims.yaml",
            "content/b/index.md",
            "content/b/claims.yaml",
            "content/b/data/x.csv",
            "content/logo.png",
        ]);
        assert_eq!(findings, []);
        assert_eq!(layout.texts[0].slug, "a");
        assert_eq!(layout.texts[0].claims.as_deref(), Some("content/a.claims.yaml"));
        assert_eq!(layout.texts[1].slug, "b");
        assert_eq!(layout.texts[1].attachments[0].name, "data/x.csv");
        assert_eq!(layout.attachments[0].path, "content/logo.png");
    }

    #[test]
    fn strays_are_named() {
        let (_, findings) =
            layout(&["content/a.md", "content/b.claims.yaml", "content/clams.yaml"]);
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["claims-without-article", "unknown-file"]);
        assert!(findings[1].help[0].contains("`claims.yaml`"));
    }

    #[test]
    fn the_innermost_bundle_has_its_pictures() {
        let (layout, _) =
            layout(&["content/2024/index.md", "content/2024/x/index.md", "content/2024/x/pic.png"]);
        assert_eq!(layout.texts[0].attachments, []);
        assert_eq!(layout.texts[1].attachments[0].name, "pic.png");
    }

    #[test]
    fn translations_belong_to_their_originals() {
        let (layout, findings) = layout(&[
            "content/a/index.md",
            "content/a/index.es.md",
            "content/a/claims.es.yaml",
            "content/a/figures.es.yaml",
            "content/b.md",
            "content/b.es-MX.md",
            "content/b.claims.es-MX.yaml",
        ]);
        assert_eq!(findings, []);
        assert_eq!(layout.texts.len(), 2);
        let [a, b] = &layout.translations[..] else { panic!("{:?}", layout.translations) };
        assert_eq!((&*a.original, &*a.language), ("content/a/index.md", "es"));
        assert_eq!(a.claims.as_deref(), Some("content/a/claims.es.yaml"));
        assert_eq!(a.figures.as_deref(), Some("content/a/figures.es.yaml"));
        assert_eq!((&*b.original, &*b.language), ("content/b.md", "es-MX"));
        assert_eq!(b.claims.as_deref(), Some("content/b.claims.es-MX.yaml"));
    }

    #[test]
    fn files_of_a_translation_that_is_not_there_are_named() {
        let (_, findings) = layout(&[
            "content/a/index.md",
            "content/a/claims.es.yaml",
            "content/b.md",
            "content/b.es.md",
            "content/b.es.claims.yaml",
        ]);
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["claims-without-article", "claims-without-article"]);
        assert!(findings[0].message.contains("`content/a/index.es.md`"));
        assert!(findings[1].help[0].contains("`content/b.claims.es.yaml`"), "{findings:?}");
    }
}
