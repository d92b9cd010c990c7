//! Keys that mean nothing.

use std::ops::Range;

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

/// Words that authors write for keys, and the keys.
const OTHER_WORDS: [(&str, &[&str]); 20] = [
    ("amount", &["value"]),
    ("author", &["by"]),
    ("byline", &["by"]),
    ("calculation", &["of"]),
    ("conclusion", &["finding"]),
    ("date", &["on", "published"]),
    ("excerpt", &["quote"]),
    ("expression", &["of"]),
    ("formula", &["of"]),
    ("headline", &["title"]),
    ("homepage", &["url"]),
    ("link", &["url"]),
    ("number", &["value"]),
    ("rating", &["verdict"]),
    ("reason", &["finding", "why"]),
    ("result", &["equals"]),
    ("statement", &["claim"]),
    ("summary", &["dek", "finding"]),
    ("tags", &["topics"]),
    ("website", &["url"]),
];

/// The key that was meant by another word.
fn meant<'k>(name: &str, mut known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let (_, keys) = OTHER_WORDS.iter().find(|(word, _)| *word == name)?;
    known.find(|known| keys.contains(known))
}

/// Reports the key `name` where `known` may stand.
pub fn report(place: Place, name: &str, known: &[String]) -> Diagnostic {
    let names = || known.iter().map(String::as_str);
    if let Some(comma) = Comma::before(&place) {
        return comma.report(&place);
    }
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
    let found = match meant(name, names()).or_else(|| nearest::nearest(name, names())) {
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

/// A value inside `{…}` that YAML ends at a comma, so that what follows is taken for a key.
struct Comma<'t> {
    key: &'t str,
    /// The value as it was meant, and where it stands.
    written: &'t str,
    range: Range<usize>,
}

impl<'t> Comma<'t> {
    /// The value that the key at `place` belongs to: the key has none of its own, and a comma stands
    /// before it.
    fn before(place: &'t Place) -> Option<Self> {
        let text = place.file.text.as_str();
        let key = place.range();
        if !text[key.end..].trim_start().starts_with([',', '}']) {
            return None;
        }
        let before = text[..key.start].trim_end().strip_suffix(',')?;
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        // The last key that has a value: a colon, and a word before it.
        let colon = line + before[line..].rfind(": ")?;
        let name = before[line..colon].rsplit(['{', ',', ' ']).next()?;
        let start = before.len() - before[colon + 1..].trim_start().len();
        let rest = &text[start..start + text[start..].find(['}', '\n'])?];
        // Up to the next key: 1,000,000 has two commas.
        let is_key = |rest: &str| {
            let part = rest.split(',').next().unwrap_or("");
            part.contains(':') || part.trim().is_empty()
        };
        let mut commas = rest.match_indices(',').map(|(at, _)| at);
        let end = commas.find(|at| is_key(&rest[at + 1..])).unwrap_or(rest.len());
        let written = rest[..end].trim_end();
        Some(Self { key: name, written, range: start..start + written.len() })
    }

    /// The number without its commas, where a number is due. A comma before three digits parts
    /// thousands, any other one decimals.
    fn number(&self) -> Option<String> {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, decimals) = self.written.split_once('.').unwrap_or((self.written, "0"));
        let mut groups = whole.trim_start_matches('-').split(',');
        if !matches!(self.key, "value" | "equals") || !groups.clone().chain([decimals]).all(digits)
        {
            return None;
        }
        if groups.clone().skip(1).all(|group| group.len() == 3) {
            Some(self.written.replace(',', ""))
        } else {
            (groups.nth(2).is_none() && whole == self.written)
                .then(|| self.written.replace(',', "."))
        }
    }

    fn report(&self, place: &Place) -> Diagnostic {
        let Self { key, written, range } = self;
        let place = Place::bytes(&place.file, range.clone());
        let found = Diagnostic::new(&RULE, place, format!("inside `{{…}}` a comma ends `{key}`"));
        found.help(match self.number() {
            Some(number) => format!("write `{key}: {number}`"),
            None if *key == "of" => {
                "a sum has no commas: write 1234.5 with a point, and + between what is added"
                    .to_owned()
            }
            None if written.len() > 100 || written.contains('"') => {
                format!("put the whole of `{key}` in quotation marks")
            }
            None => format!("put it in quotation marks: `{key}: \"{written}\"`"),
        })
    }
}

/// Reports the key `name` that says the opposite of another key of its entry.
pub fn beside(place: Place, name: &str, other: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{name}` can't stand beside `{other}`"))
        .help(format!("keep the one that is true: `{name}` or `{other}`"))
}
