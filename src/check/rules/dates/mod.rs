//! Rules about days: how old a check is, and whether its dates can be true together.

pub mod dates_contradict;
pub mod recheck_due_soon;
pub mod recheck_overdue;
pub mod unknown_topic;

use jiff::civil::Date;

use crate::check::freshness::{Ages, Due, DueFrom};
use crate::check::{future, is_on};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::{Article, Claim, PartialDate, Site};

/// The rules about one article. Without `today` nothing is said about age and future.
pub fn check(article: &Article, site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    dates_contradict::check(article, site, today, findings);
    let Some(today) = today else { return };
    future::check(article, today, findings);
    if !is_on(&site.settings, &recheck_overdue::RULE)
        && !is_on(&site.settings, &recheck_due_soon::RULE)
    {
        return;
    }
    let freshness = &site.settings.freshness;
    let ages = Ages::new(freshness);
    for (index, claim) in article.claims.iter().enumerate() {
        // A claim without an id could not be read; a day of check that can't be is reported as that.
        if claim.id.is_empty() || is_checked_before_said(claim) {
            continue;
        }
        let Some(due) = ages.due(claim, article) else { continue };
        let warned_from = freshness.warn_before.before(due.on);
        let found = if due.on < today {
            recheck_overdue::report(place(article, index, &due), claim, &due)
        } else if !freshness.warn_before.is_zero() && warned_from.is_some_and(|day| day <= today) {
            recheck_due_soon::report(place(article, index, &due), claim, &due, today)
        } else {
            continue;
        };
        findings.push(explain(found, site, article, index, claim, &due));
    }
}

fn is_checked_before_said(claim: &Claim) -> bool {
    let checked = claim.checked.as_ref().and_then(|act| act.on);
    let said = claim.said.as_ref().and_then(|said| said.on);
    matches!((checked, said), (Some(checked), Some(said)) if checked.is_before(said))
}

/// The rules about settings and sources.
pub fn check_site(site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    dates_contradict::check_sources(site, today, findings);
    if let Some(today) = today {
        future::check_sources(site, today, findings);
    }
    if !site.unread.texts {
        unknown_topic::check(site, findings);
    }
}

/// The date that makes a check due: its own, or the day of the check.
fn place(article: &Article, index: usize, due: &Due<'_>) -> Place {
    let file = article.claims_file.as_ref().unwrap_or(&article.file);
    let path = KeyPath::top().key("claims").index(index);
    Place::value(
        file,
        match due.from {
            DueFrom::Claim => path.key("recheck_by"),
            DueFrom::Topic(..) | DueFrom::Site(_) => path.key("checked").key("on"),
        },
    )
}

/// Says where the day comes from, and what to do.
fn explain(
    found: Diagnostic,
    site: &Site,
    article: &Article,
    index: usize,
    claim: &Claim,
    due: &Due<'_>,
) -> Diagnostic {
    let top = KeyPath::top().key("freshness");
    let setting = match due.from {
        DueFrom::Claim => None,
        DueFrom::Topic(topic, _) => {
            let slug = crate::address::slug(topic);
            let names = site.settings.freshness.topics.ids();
            let name = names.into_iter().find(|name| crate::address::slug(name) == slug);
            Some(top.key("topics").key(name.unwrap_or(topic)))
        }
        DueFrom::Site(_) => Some(top.key("after")),
    };
    let found = match (due.from.reason(), &site.settings_file, setting) {
        (Some(reason), Some(file), Some(path)) => {
            found.label(reason).related(Place::value(file, path), "set here")
        }
        _ => found,
    };
    let checked = claim.checked.as_ref().and_then(|act| act.on).and_then(PartialDate::full);
    let stale = due.from == DueFrom::Claim && checked.is_some_and(|checked| due.on <= checked);
    if let (true, Some(file)) = (stale, &article.claims_file) {
        let path = KeyPath::top().key("claims").index(index).key("checked").key("on");
        let label =
            if checked == Some(due.on) { "checked on that day" } else { "checked later than that" };
        return found
            .related(Place::value(file, path), label)
            .help("write the day by which it is to be checked next, or take `recheck_by` out");
    }
    match due.from {
        DueFrom::Claim => found.help(
            "check it again, write the new day under `checked`, and then move `recheck_by` or take it out",
        ),
        _ => found.help(
            "check it again and write the new day under `checked`, or give it a `recheck_by` of its own",
        ),
    }
}
