//! Templates that do not hold. Found while rendering; stands here with the other rules.

use crate::diagnostic::{Level, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "template-error",
    level: Level::Deny,
    summary: "a template can't be read, or a page can't be made with it",
    reason: "A page made from a broken template would be missing or half there. Templates are written \
             for Tera 2; printing a name that a page does not have is an error, so that a misspelt field \
             does not vanish unseen (an `if` takes it for false). A style sheet that loads a file which \
             is not in templates/assets/ is one too. docs/view-model.md lists what each template can use.",
    bad: "<h1>{{ article.titel }}</h1>",
    good: "<h1>{{ article.title }}</h1>",
    fixed: true,
};
