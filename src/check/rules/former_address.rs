//! Former addresses that can't be kept.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::address_clash::{fold, is_reserved};
use crate::address::{self, is_kebab_case};
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::discover::rules::bad_file_name;
use crate::input::KeyPath;
use crate::links::{self, former_name};
use crate::model::{Article, Site};

/// The rule.
pub static RULE: Rule = Rule {
    name: "former-address",
    level: Level::Deny,
    summary: "a former name under `formerly` is none, is in use, or is claimed twice",
    reason: "`formerly` makes an old address lead to the new one. An address can lead to one page only, \
             and not away from a page that is still there.",
    bad: "- id: loan\n  formerly: [credit]\n- id: credit",
    good: "- id: loan\n  formerly: [credit]\n- id: credit-of-1962",
    fixed: true,
};

/// Reports them.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let is_one = |article: &Article| {
        !article.matter.formerly.is_empty()
            || article.claims.iter().any(|claim| !claim.formerly.is_empty())
    };
    if !site.articles.iter().any(is_one) {
        return;
    }
    let copied = site.attachments.iter().map(|file| file.name.as_str());
    let pages: HashSet<String> = site
        .articles
        .iter()
        .map(|article| article.slug.as_str())
        .chain(site.pages.iter().map(|page| page.slug.as_str()))
        .chain(copied.map(|name| name.strip_suffix("/index.html").unwrap_or(name)))
        .map(fold)
        .collect();
    let claims: HashSet<(&str, &str)> = site
        .articles
        .iter()
        .flat_map(|article| article.claims.iter().map(|claim| (&*article.slug, &*claim.id)))
        .collect();
    let mut taken: HashMap<String, Place> = HashMap::new();
    let mut take = |address: String, place: &Place, findings: &mut Vec<Diagnostic>| {
        let folded = fold(&address);
        if let Some(other) = taken.get(&folded) {
            let message = format!("the former address `{address}` is claimed twice");
            let found = Diagnostic::new(&RULE, place.clone(), message);
            findings.push(
                found
                    .related(other.clone(), "claimed here first")
                    .help("leave it with the one that readers of the old address look for"),
            );
        } else {
            taken.insert(folded, place.clone());
        }
    };
    for article in &site.articles {
        for (index, former) in article.matter.formerly.iter().enumerate() {
            let path = KeyPath::top().key("formerly").index(index);
            let place = Place {
                file: Arc::clone(&article.file),
                at: At::FrontMatter(path, article.matter_start),
            };
            if let Some(why) = fault(former) {
                findings.push(refuse(place, former, why));
            } else if pages.contains(&fold(former)) {
                findings.push(in_use(place, &address::page(former)));
            } else {
                take(address::page(former), &place, findings);
            }
        }
        check_claims(article, &claims, &mut take, findings);
    }
}

fn check_claims(
    article: &Article,
    claims: &HashSet<(&str, &str)>,
    take: &mut impl FnMut(String, &Place, &mut Vec<Diagnostic>),
    findings: &mut Vec<Diagnostic>,
) {
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        for (number, former) in claim.formerly.iter().enumerate() {
            let path = KeyPath::top().key("claims").index(index).key("formerly").index(number);
            let place = Place::value(file, path);
            let (slug, id) = former_name(&article.slug, former);
            if !is_kebab_case(id) {
                findings.push(refuse(place, former, "the id of a claim is kebab-case"));
            } else if let Some(why) = fault(slug).filter(|_| slug != article.slug) {
                findings.push(refuse(place, former, why));
            } else if claims.contains(&(slug, id)) {
                findings.push(in_use(place, &address::claim(slug, id)));
            } else {
                take(address::claim(slug, id), &place, findings);
            }
        }
        // What the article was called gives its claims former addresses too.
        for (slug, id) in links::names(article, claim).skip(1) {
            if claims.contains(&(slug, id)) && article.matter.formerly.iter().any(|it| it == slug) {
                let place = Place::value(file, KeyPath::top().key("claims").index(index).key("id"));
                findings.push(in_use(place, &address::claim(slug, id)));
            }
        }
    }
}

/// Why a name can't have been the address of an article.
fn fault(slug: &str) -> Option<&'static str> {
    let first = slug.split('/').next().unwrap_or("");
    if slug.split('/').any(|step| matches!(step, "" | "." | "..")) {
        Some("write it without a slash at either end, as in `old-name`")
    } else if bad_file_name::check(slug, true).is_some() || slug.contains(['?', '#']) {
        Some("it holds a character that no address has")
    } else if is_reserved(first) || slug == "index" {
        Some("factpress itself uses this address")
    } else {
        None
    }
}

fn refuse(place: Place, former: &str, why: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{former}` can't be a former address")).label(why)
}

fn in_use(place: Place, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the address `{address}` is in use"))
        .label("a page that is there can't lead elsewhere")
        .help("delete this, or give the page that has the address another name")
}
