//! The theme that is built in.

/// A template and its text.
pub(super) struct BuiltIn {
    /// Name below `templates/`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(BuiltIn {
            name: $name,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/", $name)),
        }),*]
    };
}

/// Everything in the folder `templates/`, by name.
pub(super) static BUILT_IN: &[BuiltIn] = built_in![
    "404.html",
    "article.html",
    "assets/article-charts.css",
    "assets/article.css",
    "assets/chart.css",
    "assets/page-charts.css",
    "assets/page.css",
    "assets/site.css",
    "assets/site.js",
    "base.html",
    "claim.html",
    "claims.html",
    "components/act.html",
    "components/asked.html",
    "components/byline.html",
    "components/change.html",
    "components/chart-plot.html",
    "components/chart-sample.html",
    "components/chart-table.html",
    "components/chart-text.html",
    "components/chart.html",
    "components/claim-row.html",
    "components/date.html",
    "components/evidence-short.html",
    "components/evidence.html",
    "components/history.html",
    "components/hreflang.html",
    "components/languages.html",
    "components/note.html",
    "components/number.html",
    "components/paging.html",
    "components/person.html",
    "components/receipt.html",
    "components/reservations.html",
    "components/scale.html",
    "components/source-name.html",
    "components/source.html",
    "components/tally.html",
    "components/translated.html",
    "components/verdict.html",
    "corrections.html",
    "home.html",
    "moved.html",
    "page.html",
    "sources.html",
    "words/en.yaml",
    "words/es.yaml",
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_folder() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut names: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let path = entry.path().strip_prefix(&root).unwrap();
                path.to_str().unwrap().replace('\\', "/")
            })
            .collect();
        names.sort();
        let table: Vec<&str> = BUILT_IN.iter().map(|entry| entry.name).collect();
        assert_eq!(table, names);
    }

    #[test]
    fn no_template_prints_text_unescaped() {
        for entry in BUILT_IN {
            let unsafe_words = ["safe", "autoescape"].map(|word| format!("| {word}"));
            for word in unsafe_words {
                assert!(!entry.text.contains(&word), "{} has `{word}`", entry.name);
            }
        }
    }
}
