//! Claims that pass judgment on themselves.

use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, LocalText, Settings};

/// The rule. Google's documentation of `ClaimReview` asks for the claim alone in `claimReviewed`.
pub static RULE: Rule = Rule {
    name: "claim-text-contains-verdict",
    level: Level::Warn,
    summary: "the text of a claim contains a verdict",
    reason: "`claim:` is what someone said, in one line; the verdict stands beside it. A claim such as \
             \"False claim that …\" misleads everyone who reads it without the verdict, search engines \
             above all.",
    bad: "claim: \"False: the Alliance was a loan.\"",
    good: "claim: The Alliance was a loan.",
    fixed: false,
};

/// Reports claim texts that hold a label of the rating scale as whole words.
pub fn check(article: &Article, settings: &Settings, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.claims_file else { return };
    let scale: Vec<Vec<String>> = settings
        .verdicts
        .iter()
        .flat_map(|verdict| match &verdict.label {
            LocalText::One(label) => vec![label.as_str()],
            LocalText::Many(labels) => labels.values().map(String::as_str).collect(),
        })
        .map(words)
        .filter(|label| !label.is_empty())
        .collect();
    for (index, claim) in article.claims.iter().enumerate() {
        let Some(text) = &claim.claim else { continue };
        let spoken = words(text);
        let Some(label) = scale
            .iter()
            .filter(|label| spoken.windows(label.len()).any(|window| window == label.as_slice()))
            .max_by_key(|label| label.len())
        else {
            continue;
        };
        let path = KeyPath::top().key("claims").index(index).key("claim");
        findings.push(
            Diagnostic::new(
                &RULE,
                Place::value(file, path),
                format!("the text of the claim contains a verdict: \"{}\"", label.join(" ")),
            )
            .help("write only what was said; the verdict stands under `verdict:`"),
        );
    }
}

fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}
