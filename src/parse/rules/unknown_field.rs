//! Keys that mean nothing.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-field",
    level: Level::Deny,
    summary: "a key of a YAML file is not one that is read",
    reason: "A misspelt key would be passed over in silence, and what stands under it would be missing \
             on the site.",
    bad: "- id: loan\n  verdcit: misleading",
    good: "- id: loan\n  verdict: misleading",
    fixed: true,
};

/// Fields that only articles have.
const ARTICLE: [&str; 9] =
    ["dek", "by", "published", "updated", "topics", "seed", "text", "edits", "formerly"];

/// Reports the key `name` where `known` may stand.
pub fn report(place: Place, name: &str, known: &[String]) -> Diagnostic {
    let names = || known.iter().map(String::as_str);
    let found = Diagnostic::new(&RULE, place, format!("there is no field `{name}` here"));
    if name == "<<" {
        return found.help("merge keys are not read: write the values out");
    }
    // The front matter of a plain page, with a key of articles.
    let page = known.len() == 5 && names().any(|name| name == "article");
    if page && ARTICLE.contains(&name) {
        return found.label("a field of articles").help(
            "this file is a plain page, since it has no claims file and no seed; write `article: true` \
             if it is an article",
        );
    }
    let found = match nearest::nearest(name, names()) {
        Some(near) => {
            found.label(format!("did you mean `{near}`?")).help(format!("write `{near}`"))
        }
        None => found,
    };
    if known.is_empty() {
        found
    } else {
        found.help(format!("fields that may stand here: {}", nearest::list(names())))
    }
}

/// Reports the key `name` that says the opposite of another key of its entry.
pub fn beside(place: Place, name: &str, other: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{name}` can't stand beside `{other}`"))
        .help(format!("keep the one that is true: `{name}` or `{other}`"))
}
