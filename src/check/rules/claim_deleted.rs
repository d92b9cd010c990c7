//! Claims that were published and are gone.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::address::is_kebab_case;
use crate::check::published::{before, line};
use crate::diagnostic::{At, Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::links;
use crate::model::{Article, Lock, LockedArticle, Site, WordsHash};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "claim-deleted",
    level: Level::Deny,
    summary: "a claim that was published is gone, and its address leads nowhere",
    reason: "Others link to a check and quote it. A check that is taken back is withdrawn by a ledger \
             entry of kind `void`: its text stays readable, marked as withdrawn. One that has another \
             id or another article now names its former one under `formerly`, and the old address leads \
             to the new. A claim that was published as withdrawn may be deleted. If it was only built and \
             never online, such as a sample or a trial, delete its line in `factpress.lock`.",
    bad: "claims: []          (and the claim twenty-billion-loan was published)",
    good: "- id: loan-of-1961\n  formerly: [twenty-billion-loan]",
    fixed: false,
};

/// Most claims that are named one by one.
const NAMED: usize = 5;

/// Reports claims and redirects that the lock keeps and the site no longer has.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let (Some(lock), Some(lock_file)) = (&site.lock, &site.lock_file) else { return };
    let published = || site.articles.iter().filter(|article| !article.matter.draft);
    let slugs: HashMap<&str, &Article> =
        published().map(|article| (article.slug.as_str(), article)).collect();
    let claims =
        || published().flat_map(|article| article.claims.iter().map(move |claim| (article, claim)));
    // A claim goes on as one that was published, not as several: what two said can't both be its
    // history. All are gathered only where one is not found under its own name.
    let alive: LazyCell<HashSet<(&str, &str)>, _> = LazyCell::new(|| {
        let before = claims().filter_map(|(article, claim)| before(lock, article, claim));
        before.map(|before| before.name).collect()
    });
    for (slug, kept) in &lock.articles {
        let mut ids: Vec<&str> = slugs.get(slug.as_str()).map_or_else(Vec::new, |article| {
            article.claims.iter().map(|claim| claim.id.as_str()).collect()
        });
        ids.sort_unstable();
        let is_lost =
            |id: &str| ids.binary_search(&id).is_err() && !alive.contains(&(slug.as_str(), id));
        let lost: Vec<&str> = kept
            .claims
            .iter()
            .filter(|(id, claim)| is_lost(id) && !claim.is_withdrawn())
            .map(|(id, _)| id.as_str())
            .collect();
        if lost.is_empty() {
            continue;
        }
        let Some(article) = slugs.get(slug.as_str()) else {
            findings.push(article_gone(site, slug, &lost));
            continue;
        };
        if has_faulty_ids(article) {
            continue;
        }
        // A file that was emptied is one fault.
        if lost.len() > NAMED
            && let Some(file) = &article.claims_file
            && article.claims.len() < lost.len()
        {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    Place::key(file, KeyPath::top().key("claims")),
                    format!("{} claims were published and are no longer there", lost.len()),
                )
                .label(listed(&lost))
                .related(line(lock_file, slug, None), "what was published")
                .help("put them back; a check is withdrawn by a ledger entry of kind `void`"),
            );
            continue;
        }
        for id in lost {
            findings.push(claim_gone(article, kept, lock_file, id));
        }
    }
    if !lock.moved.is_empty() {
        let names = claims().flat_map(|(article, claim)| links::names(article, claim)).collect();
        redirects(site, lock, &names, findings);
    }
}

fn claim_gone(
    article: &Article,
    kept: &LockedArticle,
    lock_file: &Arc<InputFile>,
    id: &str,
) -> Diagnostic {
    let slug = &article.slug;
    let line = line(lock_file, slug, Some(id));
    let Some(file) = &article.claims_file else {
        return Diagnostic::new(&RULE, line, format!("the claim `{id}` was published and is gone"))
            .help(
                "put the claims file back; a check is withdrawn by a ledger entry of kind `void`",
            );
    };
    let path = KeyPath::top().key("claims");
    // One that is new and quotes the same words is the same claim under another name.
    let quote = kept.claims[id].quote;
    let renamed = article.claims.iter().position(|claim| {
        !kept.claims.contains_key(&claim.id) && WordsHash::of(&claim.quote) == quote
    });
    if let Some(place) = renamed {
        let message = format!(
            "this claim was published as `{id}`, and the address of that name leads nowhere now"
        );
        return Diagnostic::new(&RULE, Place::value(file, path.index(place).key("id")), message)
            .related(line, "what was published")
            .help(format!("write `id: {id}` again, or add `formerly: [{id}]`"));
    }
    Diagnostic::new(
        &RULE,
        Place::key(file, path),
        format!("the claim `{id}` was published and is no longer there"),
    )
    .related(line, "what was published")
    .help(
        "put it back and withdraw it: `- {on: DAY, kind: void, note: WHY}` at the end of its `ledger`",
    )
    .help(format!(
        "or, if it is called otherwise now, add `formerly: [{id}]` there; in another article \
         `formerly: [{slug}/{id}]`"
    ))
}

/// What is wrong with the ids of an article is reported as that.
fn has_faulty_ids(article: &Article) -> bool {
    let mut seen: HashSet<&str> = HashSet::new();
    article.claims.iter().any(|claim| !is_kebab_case(&claim.id) || !seen.insert(&claim.id))
}

/// The names of claims, or the first few.
fn listed(lost: &[&str]) -> String {
    let more = if lost.len() > NAMED { " and others" } else { "" };
    nearest::list(lost.iter().take(NAMED).copied()) + more
}

fn article_gone(site: &Site, slug: &str, lost: &[&str]) -> Diagnostic {
    let lock_line = site.lock_file.as_ref().map(|file| line(file, slug, None));
    let label = format!("published with {}", listed(lost));
    if let Some((file, start)) = site.draft(slug) {
        let place = Place { file, at: At::FrontMatter(KeyPath::top().key("draft"), start) };
        let found = Diagnostic::new(
            &RULE,
            place,
            format!("the article `{slug}` was published and is a draft now"),
        )
        .label(label)
        .help("delete `draft: true`; a check is taken back by a ledger entry of kind `void`");
        return match lock_line {
            Some(line) => found.related(line, "what was published"),
            None => found,
        };
    }
    let place = lock_line.unwrap_or_else(|| Place::file(&InputFile::new(Lock::FILE, "")));
    Diagnostic::new(
        &RULE,
        place,
        format!("the article `{slug}` was published with its checks and is no longer there"),
    )
    .label(label)
    .help(format!(
        "if it has another name now, add `formerly: [{slug}]` to its front matter; else put it back and \
         withdraw its checks"
    ))
    .help("if it was only built and never online, delete these lines of factpress.lock")
}

/// Redirects that were published and are gone, though the claim is still there.
fn redirects(
    site: &Site,
    lock: &Lock,
    names: &HashSet<(&str, &str)>,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(file) = &site.lock_file else { return };
    let now: HashSet<String> = links::moved(site).into_iter().map(|moved| moved.from).collect();
    let there = |address: &str| {
        let path = address.trim_end_matches('/');
        match path.rsplit_once("/claims/") {
            Some(name) => names.contains(&name),
            None => site.articles.iter().any(|article| article.slug == path),
        }
    };
    for (from, to) in &lock.moved {
        // Without pages of claims there is nothing to lead to.
        let has_page = site.settings.claim_pages || !to.contains("/claims/");
        if now.contains(from) || there(from) || !there(to) || !has_page {
            continue;
        }
        let place = Place::key(file, KeyPath::top().key("moved").key(from));
        let old = from.trim_end_matches('/');
        let old = match old.rsplit_once("/claims/") {
            Some((slug, id)) if to.starts_with(&format!("{slug}/claims/")) => id.to_owned(),
            Some((slug, id)) => format!("{slug}/{id}"),
            None => old.to_owned(),
        };
        findings.push(
            Diagnostic::new(
                &RULE,
                place,
                format!("the address `{from}` led to `{to}`, and no longer does"),
            )
            .help(format!("put `formerly: [{old}]` back where it stood")),
        );
    }
}
