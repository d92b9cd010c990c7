//! Claims and figures beside their articles, and translations of them.

use std::collections::BTreeMap;

use super::language::split_language;
use super::layout::{ArticleFiles, TranslationFiles};
use super::rules::{claims_without_article, unknown_file};
use crate::diagnostic::Diagnostic;

/// Gives a YAML file of `content/` to the text that it belongs to.
pub(super) fn place_yaml(
    path: &str,
    texts: &mut BTreeMap<String, ArticleFiles>,
    translations: &mut BTreeMap<String, TranslationFiles>,
) -> Result<(), Box<Diagnostic>> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(wanted) = Wanted::of(name) else {
        return Err(Box::new(unknown(path, folder, name)));
    };
    let article = format!("{folder}/{}", wanted.markdown);
    let (claims, figures) = match (texts.get_mut(&article), translations.get_mut(&article)) {
        (Some(text), _) => (&mut text.claims, &mut text.figures),
        (None, Some(text)) if wanted.language.is_some() => (&mut text.claims, &mut text.figures),
        (None, Some(text)) => {
            // `a.es.claims.yaml` for `a.claims.es.yaml`.
            let name = name.replacen(&format!(".{}.", text.language), ".", 1);
            let stem = name.trim_end_matches(".yaml");
            let due = format!("{folder}/{stem}.{}.yaml", text.language);
            return Err(Box::new(claims_without_article::misnamed(path, &due)));
        }
        (None, None) => {
            let paths = texts.keys().chain(translations.keys()).map(String::as_str);
            let near = crate::nearest::nearest(&article, paths);
            return Err(Box::new(claims_without_article::report(path, &article, near)));
        }
    };
    match wanted.kind {
        "claims" => *claims = Some(path.to_owned()),
        _ => *figures = Some(path.to_owned()),
    }
    Ok(())
}

/// What the name of a YAML file beside an article tells.
struct Wanted<'a> {
    /// `claims` or `figures`.
    kind: &'a str,
    /// The language of a translation.
    language: Option<&'a str>,
    /// The name of the Markdown file that it belongs to.
    markdown: String,
}

impl<'a> Wanted<'a> {
    /// Reads `claims.yaml`, `NAME.claims.yaml`, `claims.LANGUAGE.yaml` and
    /// `NAME.claims.LANGUAGE.yaml`, and the same for figures.
    fn of(name: &'a str) -> Option<Self> {
        let name = name.strip_suffix(".yaml")?;
        let kinds = |name: &'a str| {
            let (stem, kind) =
                name.rsplit_once('.').map_or(("", name), |(stem, kind)| (stem, kind));
            matches!(kind, "claims" | "figures").then_some((stem, kind))
        };
        let markdown = |stem: &str, end: &str| match stem {
            "" => format!("index{end}.md"),
            stem => format!("{stem}{end}.md"),
        };
        if let Some((stem, kind)) = kinds(name) {
            return Some(Self { kind, language: None, markdown: markdown(stem, "") });
        }
        let (rest, language) = split_language(name)?;
        let (stem, kind) = kinds(rest)?;
        let markdown = markdown(stem, &format!(".{language}"));
        Some(Self { kind, language: Some(language), markdown })
    }
}

fn unknown(path: &str, folder: &str, name: &str) -> Diagnostic {
    let mut known = vec!["claims.yaml".to_owned(), "figures.yaml".to_owned()];
    if folder == "content" {
        known.extend(["people.yaml".to_owned(), "sources.yaml".to_owned()]);
    }
    let help = match crate::nearest::nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("rename it to `{near}` if that is what it is"),
        None => format!(
            "files that are read: {}, NAME.claims.yaml and NAME.figures.yaml beside NAME.md, and \
             their translations, such as claims.es.yaml",
            known.join(", ")
        ),
    };
    unknown_file::report(path, format!("nothing reads a file of the name `{name}`"), help)
}
