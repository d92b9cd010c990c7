//! Languages that no machine knows.

use std::sync::Arc;

use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::discover::is_tag;
use crate::input::{InputFile, KeyPath};
use crate::model::{Settings, Site};

/// The rule. The form of language tags: BCP 47 (RFC 5646).
pub static RULE: Rule = Rule {
    name: "bad-language",
    level: Level::Deny,
    summary: "a language is not written as a language tag, or is listed twice",
    reason: "Screen readers choose the voice, and browsers the hyphenation, by the language tag: `en`, \
             `es`, `es-MX`, `zh-Hant`. The name of a language tells them nothing. In `languages` each \
             stands once, and not the site's own, since each has a folder of its own.",
    bad: "language: English",
    good: "language: en",
    fixed: false,
};

/// Reports them wherever a language may stand.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    if let Some(file) = &site.settings_file {
        listed_once(&site.settings, file, findings);
    }
    let mut look = |tag: &str, place: &dyn Fn() -> Place| {
        if !is_tag(tag) {
            findings.push(
                Diagnostic::new(&RULE, place(), format!("`{tag}` is not a language tag"))
                    .help("write the tag, such as `en` for English, `es` for Spanish or `es-MX` for that of Mexico"),
            );
        }
    };
    if let Some(file) = &site.settings_file {
        look(&site.settings.language, &|| Place::value(file, KeyPath::top().key("language")));
        for (index, tag) in site.settings.languages.iter().enumerate() {
            look(tag, &|| Place::value(file, KeyPath::top().key("languages").index(index)));
        }
    }
    let articles =
        site.articles.iter().map(|text| (&text.matter.language, &text.file, text.matter_start));
    let pages =
        site.pages.iter().map(|text| (&text.matter.language, &text.file, text.matter_start));
    for (language, file, start) in articles.chain(pages) {
        if let Some(tag) = language {
            look(tag, &|| Place {
                file: file.clone(),
                at: At::FrontMatter(KeyPath::top().key("language"), start),
            });
        }
    }
    if let Some(file) = &site.sources_file {
        for (id, source) in site.sources.iter() {
            for (key, tag) in [("lang", &source.lang), ("title_lang", &source.title_lang)] {
                if let Some(tag) = tag {
                    look(tag, &|| {
                        Place::value(file, KeyPath::top().key("sources").key(id).key(key))
                    });
                }
            }
        }
    }
    for article in &site.articles {
        let Some(file) = &article.claims_file else { continue };
        for (index, claim) in article.claims.iter().enumerate() {
            for (number, evidence) in claim.evidence.iter().enumerate() {
                if let Some(tag) = &evidence.lang {
                    let path =
                        KeyPath::top().key("claims").index(index).key("evidence").index(number);
                    look(tag, &|| Place::value(file, path.key("lang")));
                }
            }
        }
    }
}

/// Reports languages that would share a folder, in any case of letters, and the site's own.
fn listed_once(settings: &Settings, file: &Arc<InputFile>, findings: &mut Vec<Diagnostic>) {
    for (index, tag) in settings.languages.iter().enumerate() {
        let (message, help) = if tag.eq_ignore_ascii_case(&settings.language) {
            let help = "leave it out: `languages` are those that texts are translated into";
            (format!("`{tag}` is the site's own language"), help)
        } else if settings.languages[..index].iter().any(|it| it.eq_ignore_ascii_case(tag)) {
            (format!("`{tag}` is listed before"), "list each language once")
        } else {
            continue;
        };
        let place = Place::value(file, KeyPath::top().key("languages").index(index));
        findings.push(Diagnostic::new(&RULE, place, message).help(help));
    }
}
