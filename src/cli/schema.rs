//! `factpress schema`: JSON Schemas of the files that people write, made from the types that read
//! them, so that an editor completes and underlines while one types; and of the one report that
//! programs read whole.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::arguments::{GlobalArguments, SchemaArguments};
use super::configuration::{Talk, talk};
use super::coverage::Measured;
use super::error::shown;
use super::{CliError, Exit, terminal};
use crate::model::{
    ArticleMatter, ArticleTranslation, Claim, ClaimTranslation, Figures, FiguresTranslation,
    PageMatter, PageTranslation, Person, Registry, Settings, Source,
};
use crate::parse::translations::{TranslatedPeople, TranslatedSources};

/// Names of the schemas, and what each is about.
pub const SCHEMAS: [(&str, &str); 14] = [
    ("factpress", "factpress.yaml, the settings of the site"),
    ("people", "content/people.yaml"),
    ("sources", "content/sources.yaml"),
    ("claims", "claims.yaml, or SLUG.claims.yaml"),
    ("figures", "figures.yaml, or SLUG.figures.yaml"),
    ("article", "the lines between `---` at the top of an article"),
    ("page", "the lines between `---` at the top of a plain page"),
    ("translated-claims", "claims.es.yaml, or SLUG.claims.es.yaml"),
    ("translated-people", "content/people.es.yaml"),
    ("translated-sources", "content/sources.es.yaml"),
    ("translated-figures", "figures.es.yaml, or SLUG.figures.es.yaml"),
    ("translated-article", "the lines between `---` at the top of the translation of an article"),
    ("translated-page", "the lines between `---` at the top of the translation of a plain page"),
    ("coverage", "what `factpress coverage --format json` prints"),
];

/// The files that hold one list, as a whole.
#[allow(dead_code, reason = "only their schemas are used")]
mod files {
    use super::{Claim, ClaimTranslation, JsonSchema, Person, Registry, Source};

    /// An article's fact-checks.
    #[derive(JsonSchema)]
    #[schemars(deny_unknown_fields)]
    pub struct Claims {
        /// The checked statements.
        claims: Vec<Claim>,
    }

    /// The texts of an article's fact-checks in another language.
    #[derive(JsonSchema)]
    #[schemars(deny_unknown_fields)]
    pub struct TranslatedClaims {
        /// The checked statements, each by the id of the original.
        claims: Vec<ClaimTranslation>,
    }

    /// People and organizations who said something, checked something, or publish.
    #[derive(JsonSchema)]
    #[schemars(deny_unknown_fields)]
    pub struct People {
        /// Entries by id.
        people: Registry<Person>,
    }

    /// What evidence is taken from.
    #[derive(JsonSchema)]
    #[schemars(deny_unknown_fields)]
    pub struct Sources {
        /// Entries by id.
        sources: Registry<Source>,
    }
}

/// Lists the schemas, prints one, or writes all into a folder.
pub fn run(flags: &SchemaArguments, global: &GlobalArguments) -> Result<Exit, CliError> {
    if let Some(folder) = &flags.write {
        write_all(folder)?;
        if talk(global) > Talk::Quiet {
            terminal::say(&format!("Wrote {} schemas into `{}`", SCHEMAS.len(), shown(folder)));
        }
        return Ok(Exit::Fine);
    }
    let Some(name) = &flags.name else {
        let mut list = String::new();
        for (name, about) in SCHEMAS {
            let _ = writeln!(list, "{name:18}  {about}");
        }
        terminal::data(&list)?;
        return Ok(Exit::Fine);
    };
    match schema_text(name) {
        Some(text) => terminal::data(&text).map(|()| Exit::Fine),
        None => Err(CliError::new(format!("there is no schema `{name}`"))
            .help(format!("the schemas are {}", SCHEMAS.map(|(name, _)| name).join(", ")))),
    }
}

fn write_all(folder: &Path) -> Result<(), CliError> {
    fs::create_dir_all(folder).map_err(|error| CliError::io("make", folder, &error))?;
    for (name, _) in SCHEMAS {
        let path = folder.join(format!("{name}.json"));
        let text = schema_text(name).unwrap_or_default();
        fs::write(&path, text).map_err(|error| CliError::io("write", &path, &error))?;
    }
    Ok(())
}

/// The schema of a name in [`SCHEMAS`], as JSON with a line end.
///
/// # Examples
/// ```
/// assert!(factpress::cli::schema_text("claims").unwrap().contains("would_change"));
/// assert!(factpress::cli::schema_text("clams").is_none());
/// ```
pub fn schema_text(name: &str) -> Option<String> {
    let schema = match name {
        "factpress" => of::<Settings>("factpress.yaml"),
        "people" => of::<files::People>("people.yaml"),
        "sources" => of::<files::Sources>("sources.yaml"),
        "claims" => of::<files::Claims>("claims.yaml"),
        "figures" => of::<Figures>("figures.yaml"),
        "article" => of::<ArticleMatter>("Front matter of an article"),
        "page" => of::<PageMatter>("Front matter of a plain page"),
        "translated-claims" => of::<files::TranslatedClaims>("The translation of claims.yaml"),
        "translated-people" => of::<TranslatedPeople>("The translation of people.yaml"),
        "translated-sources" => of::<TranslatedSources>("The translation of sources.yaml"),
        "translated-figures" => of::<FiguresTranslation>("The translation of figures.yaml"),
        "translated-article" => of::<ArticleTranslation>("Front matter of a translated article"),
        "translated-page" => of::<PageTranslation>("Front matter of a translated plain page"),
        "coverage" => of::<Measured>("The report of factpress coverage"),
        _ => return None,
    };
    let mut text = serde_json::to_string_pretty(&schema).ok()?;
    text.push('\n');
    Some(text)
}

fn of<T: JsonSchema>(title: &str) -> Schema {
    // Draft 7 is the one that every editor's YAML support knows.
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    RecursiveTransform(shorten_description).transform(&mut schema);
    schema
}

/// Keeps the first paragraph of a description: it is for authors, the rest for programmers.
fn shorten_description(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.split("\n\n").next().unwrap_or("").replace('\n', " ");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn each_is_strict_and_its_references_lead_somewhere() {
        for (name, _) in SCHEMAS {
            let schema: Value = serde_json::from_str(&schema_text(name).unwrap()).unwrap();
            assert_eq!(schema["additionalProperties"], false, "{name}");
            assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
            let text = schema.to_string();
            for (at, _) in text.match_indices("\"$ref\":\"#/definitions/") {
                let target = &text[at + 22..];
                let target = &target[..target.find('"').unwrap()];
                assert!(schema["definitions"][target].is_object(), "{name}: {target}");
            }
        }
    }

    #[test]
    fn what_must_be_there_is_required() {
        let schema: Value = serde_json::from_str(&schema_text("claims").unwrap()).unwrap();
        assert_eq!(schema["required"], serde_json::json!(["claims"]));
        assert_eq!(
            schema["definitions"]["Claim"]["required"],
            serde_json::json!(["id", "quote", "verdict", "finding"])
        );
    }
}
