//! A lock that a build would change, where it must not.

use std::sync::Arc;

use crate::check::CheckedSite;
use crate::check::published::line;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Lock, LockedClaim};

/// The rule.
pub static RULE: Rule = Rule {
    name: "lock-outdated",
    level: Level::Deny,
    summary: "factpress.lock is not what a build would write, and `--locked` forbids to write it",
    reason: "The lock says what was published, so it is committed together with what it is about. Under \
             `--locked`, which is meant for the machine that publishes, a difference stops the build: \
             somebody forgot to build and to commit the lock.",
    bad: "factpress build --locked          (and a claim is not in factpress.lock)",
    good: "factpress build\ngit add factpress.lock",
    fixed: true,
};

/// Most claims that are named.
const SHOWN: usize = 20;

/// Reports how the lock of a site would change.
pub fn check(checked: &CheckedSite) -> Vec<Diagnostic> {
    let site = &checked.site;
    let help = "run `factpress build` without `--locked`, and commit factpress.lock";
    if checked.lock.changed(site.lock_file.as_deref()).is_none() {
        return Vec::new();
    }
    let (Some(old), Some(file)) = (&site.lock, &site.lock_file) else {
        let place = Place::file(&InputFile::new(Lock::FILE, ""));
        let message = "there is no factpress.lock yet, and --locked forbids to write one";
        return vec![Diagnostic::new(&RULE, place, message).help(help)];
    };
    let mut findings = Vec::new();
    for article in &site.articles {
        let Some(new) = checked.lock.articles.get(&article.slug) else { continue };
        let kept = old.articles.get(&article.slug);
        for (index, claim) in article.claims.iter().enumerate() {
            let kept = kept.and_then(|kept| kept.claims.get(&claim.id));
            let Some(new) = new.claims.get(&claim.id).filter(|new| kept != Some(new)) else {
                continue;
            };
            let path = KeyPath::top().key("claims").index(index).key("id");
            let place = match &article.claims_file {
                Some(file) => Place::value(file, path),
                None => Place::file(&article.file),
            };
            let message = match kept {
                None => format!("`{}` is not in factpress.lock", claim.id),
                Some(kept) => {
                    format!("`{}` is in factpress.lock with {}", claim.id, difference(kept, new))
                }
            };
            let found = Diagnostic::new(&RULE, place, message).help(help);
            findings.push(match kept {
                None => found,
                Some(_) => found.related(line(file, &article.slug, Some(&claim.id)), "kept so far"),
            });
        }
    }
    for (slug, article) in &old.articles {
        let new = checked.lock.articles.get(slug);
        for id in article.claims.keys() {
            if new.is_none_or(|new| !new.claims.contains_key(id)) {
                let place = line(file, slug, Some(id));
                let message = format!("`{id}` is in factpress.lock and no longer in the site");
                findings.push(Diagnostic::new(&RULE, place, message).help(help));
            }
        }
    }
    let more = findings.len().saturating_sub(SHOWN);
    findings.truncate(SHOWN);
    if more > 0 || findings.is_empty() {
        findings.push(whole(file, more).help(help));
    }
    findings
}

fn whole(file: &Arc<InputFile>, more: usize) -> Diagnostic {
    let message = match more {
        0 => {
            "this is not how factpress writes the file, or former addresses have changed".to_owned()
        }
        more => format!("{more} more claims differ from what is kept here"),
    };
    Diagnostic::new(&RULE, Place::file(file), message)
}

/// What is kept and would be another.
fn difference(kept: &LockedClaim, new: &LockedClaim) -> String {
    let named = [
        (kept.verdict != new.verdict, "another verdict"),
        (kept.quote != new.quote, "another quote"),
        (kept.finding != new.finding, "another finding"),
        (kept.checked != new.checked, "another day of the check"),
        (kept.reviewed != new.reviewed, "another day of the review"),
        (kept.ledger != new.ledger, "another history"),
    ];
    let words: Vec<&str> =
        named.into_iter().filter(|(differs, _)| *differs).map(|(_, words)| words).collect();
    words.join(", ")
}
