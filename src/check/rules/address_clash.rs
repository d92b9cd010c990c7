//! Two things under one address.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::address;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Attachment, Site};

/// The rule.
pub static RULE: Rule = Rule {
    name: "address-clash",
    level: Level::Deny,
    summary: "two pages or files would be published at one address",
    reason: "One of them would overwrite the other. Addresses that differ only in upper and lower case \
             clash too, since some disks and hosts do not tell them apart.",
    bad: "content/summit.md\ncontent/summit/index.md",
    good: "content/summit/index.md",
    fixed: true,
};

/// First steps of addresses that factpress itself uses.
const RESERVED: [&str; 8] =
    ["assets", "claims", "corrections", "search", "sources", "speakers", "topics", "verdicts"];

/// Files that factpress itself makes at the top.
const MADE: [&str; 7] = [
    "index.html",
    "404.html",
    "feed.xml",
    "corrections.xml",
    "sitemap.xml",
    "robots.txt",
    "_headers",
];

/// Whether an address that starts with this step belongs to factpress itself.
pub fn is_reserved(first: &str) -> bool {
    let first = fold(first);
    RESERVED.contains(&first.as_str()) || MADE.contains(&first.as_str()) || first == "404"
}

/// A name as file systems compare it that know neither case nor kinds of accents.
pub fn fold(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// Reports every page whose address is taken.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let mut taken: HashMap<String, &Arc<InputFile>> = HashMap::new();
    let languages = &site.settings.languages;
    let articles = site.articles.iter().map(|article| (&article.slug, &article.file));
    let pages = site.pages.iter().map(|page| (&page.slug, &page.file));
    for (slug, file) in articles.chain(pages) {
        let found = |message: String| Diagnostic::new(&RULE, Place::file(file), message);
        let slug = &fold(slug);
        let first = slug.split('/').next().unwrap_or("");
        if slug == "index" || slug.is_empty() {
            findings.push(
                found("the home page is made by factpress and can't be written here".to_owned())
                    .help("give the file another name; templates/home.html changes the home page"),
            );
        } else if RESERVED.contains(&first) || slug == "404" || MADE.contains(&first) {
            let help = if first == "corrections" {
                "the list of corrections is made from the ledgers of the claims; give a page about \
                 them another name, such as `corrections-policy.md`"
            } else {
                "give the file or folder another name"
            };
            findings.push(
                found(format!("the address `{first}/` is used by factpress itself")).help(help),
            );
        } else if let Some(language) = languages.iter().find(|it| fold(it) == first) {
            let message = format!("below `{first}/` stand the translations into `{language}`");
            let help = format!(
                "give the file or folder another name; a translation stands beside its original, as `NAME.{language}.md`"
            );
            findings.push(found(message).help(help));
        }
        if let Some(other) = taken.insert(slug.clone(), file) {
            findings.push(
                found(format!("the address `{}` is taken by another file", address::page(slug)))
                    .related(Place::file(other), "this file has it")
                    .help("rename one of the two files"),
            );
        }
    }
    in_articles(site, &taken, findings);
    copied(site, &taken, findings);
}

/// Copied files that another copied file or a page shuts out: the same name but for case, or a file
/// where a folder is due.
fn copied(site: &Site, taken: &HashMap<String, &Arc<InputFile>>, findings: &mut Vec<Diagnostic>) {
    let inside = site.articles.iter().flat_map(|article| {
        let name = |name: &str| fold(&format!("{}/{name}", article.slug));
        article.attachments.iter().map(move |file| (name(&file.name), &file.path))
    });
    let outside = site.attachments.iter().map(|file| (fold(&file.name), &file.path));
    let files: Vec<_> = inside.chain(outside).collect();
    let mut folders: HashSet<&str> = HashSet::new();
    for path in files.iter().map(|(name, _)| name).chain(taken.keys()) {
        folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
    }
    folders.extend(taken.keys().map(String::as_str));
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for (name, path) in &files {
        let place = || Place::file(&InputFile::new(path.as_str(), ""));
        if let Some(other) = seen.insert(name, path) {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    place(),
                    format!("`{other}` would be published under the same name"),
                )
                .note("some disks and hosts do not tell upper and lower case apart")
                .help("rename one of the two files"),
            );
        } else if folders.contains(name.as_str()) {
            findings.push(
                Diagnostic::new(&RULE, place(), "a page or folder of this name is published too")
                    .help("give the file another name, for example with an ending"),
            );
        }
    }
}

/// Pages and attachments that stand where an article's own pages go.
fn in_articles(
    site: &Site,
    taken: &HashMap<String, &Arc<InputFile>>,
    findings: &mut Vec<Diagnostic>,
) {
    for article in &site.articles {
        for claim in &article.claims {
            let slug = format!("{}/claims/{}", article.slug, claim.id).to_lowercase();
            if let Some(file) = taken.get(&slug) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        Place::file(file),
                        format!("the address `{slug}/` belongs to the claim `{}`", claim.id),
                    )
                    .help("give the file or folder another name"),
                );
            }
        }
        made_files(article, findings);
        for attachment in &article.attachments {
            let reserved = ["index.html", "index.md", "annotations.jsonld"];
            let name = attachment.name.to_lowercase();
            if reserved.contains(&name.as_str()) || name == "claims" || name.starts_with("claims/")
            {
                findings.push(kept(attachment));
            }
        }
    }
    for attachment in &site.attachments {
        let name = fold(&attachment.name);
        let first = name.split('/').next().unwrap_or("");
        let page = name.strip_suffix("/index.html").is_some_and(|slug| {
            taken.contains_key(slug)
                || slug.split_once("/claims/").is_some_and(|(slug, _)| taken.contains_key(slug))
        });
        // Written only where something has moved; else a site may bring its own.
        let redirects = name == "_redirects" && !crate::links::moved(site).is_empty();
        if MADE.contains(&first) || RESERVED.contains(&first) || page || redirects {
            findings.push(kept(attachment));
        }
    }
}

/// Files made of charts that show figures by name, where a file of that name is copied.
fn made_files(article: &Article, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &article.figures_file else { return };
    for (id, _) in article.figures.charts.iter().filter(|(_, chart)| chart.data.is_none()) {
        let name = format!("{id}.csv");
        let clash = article.attachments.iter().find(|other| fold(&other.name) == name);
        if let Some(other) = clash {
            let place = Place::key(file, KeyPath::top().key("charts").key(id));
            let message = format!("the numbers of this chart are published as `{name}`");
            let other = Place::file(&InputFile::new(other.path.clone(), ""));
            findings.push(
                Diagnostic::new(&RULE, place, message)
                    .related(other, "this file has the name already")
                    .help("give the chart another id, or the file another name"),
            );
        }
    }
}

fn kept(attachment: &Attachment) -> Diagnostic {
    let place = Place::file(&InputFile::new(attachment.path.clone(), ""));
    let message = format!("the name `{}` is kept for factpress itself", attachment.name);
    Diagnostic::new(&RULE, place, message).help("give the file another name")
}
