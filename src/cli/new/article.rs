//! `factpress new article SLUG`

use std::fs;
use std::path::Path;

use super::place::{create, stay_inside};
use super::words::check_id;
use crate::cli::CliError;
use crate::cli::arguments::GlobalArguments;
use crate::cli::configuration::{Talk, talk};
use crate::cli::error::shown;
use crate::cli::terminal::say;

const TEXT: &str = "\
---
draft: true                 # delete this line to publish; until then build with --drafts
# dek: One or two sentences under the headline.
# by: [your-id]             # ids of people.yaml: who made the fact-check
# published: YYYY-MM-DD
# topics: [housing]
---
# HEADLINE

Write the article here.
";

const CLAIMS: &str = "\
# The fact-checks of this article. `factpress new claim SLUG --quote \"the exact words\"` adds one.
claims: []
";

/// Makes the folder of an article.
pub fn make(content: &Path, slug: &str, global: &GlobalArguments) -> Result<(), CliError> {
    check_id(slug)?;
    let folder = content.join(slug);
    let flat = content.join(format!("{slug}.md"));
    for path in [&folder, &flat] {
        if fs::symlink_metadata(path).is_ok() {
            return Err(CliError::new(format!("`{}` is there already", shown(path)))
                .help("an article needs a name of its own, since the name is its address"));
        }
    }
    let (text, claims) = (folder.join("index.md"), folder.join("claims.yaml"));
    stay_inside(content, &text)?;
    create(&text, &TEXT.replace("HEADLINE", &headline(slug)))?;
    create(&claims, &CLAIMS.replace("SLUG", slug))?;
    if talk(global) > Talk::Quiet {
        say(&format!("Made `{}`, a draft: write the headline and the text", shown(&text)));
        say(&format!("Made `{}`", shown(&claims)));
        say(&format!("Next: `factpress new claim {slug} --quote \"the exact words\"`"));
    }
    Ok(())
}

/// `housing-costs` as `Housing costs`.
fn headline(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
