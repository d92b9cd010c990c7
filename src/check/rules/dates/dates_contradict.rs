//! Dates that can't all be true.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Claim, LedgerEntry, LedgerKind, PartialDate, Site};

/// The rule.
pub static RULE: Rule = Rule {
    name: "dates-contradict",
    level: Level::Deny,
    summary: "two dates can't both be true, such as a review before the check",
    reason: "Nothing can be checked before it was said, reviewed before it was checked, or read before \
             it was published. One of the two dates is wrong, and readers see both. Dates that are \
             known only to the month or the year are compared as such: `2024-01` does not contradict \
             `2024-01-05`.",
    bad: "checked: {by: [anna], on: 2026-11-23}\nreviewed: {by: [ben], on: 2026-11-20}",
    good: "checked: {by: [anna], on: 2026-11-20}\nreviewed: {by: [ben], on: 2026-11-23}",
    fixed: false,
};

/// Something that happened: what, when, and where that is written.
struct Event<P: Fn() -> Place> {
    act: &'static str,
    on: Option<PartialDate>,
    place: P,
}

fn event<P: Fn() -> Place>(act: &'static str, on: Option<PartialDate>, place: P) -> Event<P> {
    Event { act, on, place }
}

/// Holds events of one owner to their order.
struct Order<'a> {
    today: Option<Date>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Order<'_> {
    /// Reports the second event where it certainly happened before the first. A first event in the
    /// future is reported as that.
    fn holds<A: Fn() -> Place, B: Fn() -> Place>(
        &mut self,
        owner: &str,
        first: &Event<A>,
        then: &Event<B>,
    ) {
        let (Some(earlier), Some(later)) = (first.on, then.on) else { return };
        if !later.is_before(earlier) || self.today.is_some_and(|day| earlier.first_day() > day) {
            return;
        }
        let message =
            format!("{owner} {} {}, before it {} {}", then.act, on(later), first.act, on(earlier));
        self.findings.push(
            Diagnostic::new(&RULE, (then.place)(), message)
                .related((first.place)(), format!("it {} {}", first.act, on(earlier)))
                .help("one of the two dates is wrong: write the days as they were"),
        );
    }
}

fn on(date: PartialDate) -> String {
    if date.day.is_some() { format!("on {date}") } else { format!("in {date}") }
}

/// Reports dates of an article and its claims.
pub fn check(article: &Article, site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    let mut order = Order { today, findings };
    let matter = &article.matter;
    let at = |path: KeyPath| move || article.matter_place(path.clone());
    let top = KeyPath::top();
    let published = event("was published", matter.published, at(top.key("published")));
    let updated = event("was updated", matter.updated, at(top.key("updated")));
    let original = matter.text.as_ref().and_then(|text| text.published);
    let original =
        event("was published by its author", original, at(top.key("text").key("published")));
    order.holds("this article", &published, &updated);
    order.holds("this article", &original, &published);
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        let path = top.key("claims").index(index);
        let owner = format!("`{}`", claim.id);
        let at = |key: &str| {
            let path = path.key(key).key("on");
            move || Place::value(file, path.clone())
        };
        let said = event("was said", claim.said.as_ref().and_then(|said| said.on), at("said"));
        let checked = claim.checked.as_ref().and_then(|act| act.on);
        let checked = event("was checked", checked, at("checked"));
        let reviewed = claim.reviewed.as_ref().and_then(|act| act.on);
        let reviewed = event("was reviewed", reviewed, at("reviewed"));
        let asked = claim.asked.as_ref().and_then(|asked| asked.on);
        let asked = event("was put to its speaker", asked, at("asked"));
        order.holds(&owner, &said, &checked);
        order.holds(&owner, &said, &asked);
        order.holds(&owner, &checked, &reviewed);
        check_history(
            &owner,
            &claim.ledger,
            |number| {
                let path = path.key("ledger").index(number).key("on");
                move || Place::value(file, path.clone())
            },
            &mut order,
        );
        if let (Some(day), Some(next)) = (checked.on, claim.recheck_by)
            && day.first_day() >= next.last_day()
            // A day that has passed is reported as overdue.
            && today.is_none_or(|today| next.last_day() >= today)
        {
            let place = Place::value(file, path.key("recheck_by"));
            let message =
                format!("{owner} is to be checked again by {next}, but was checked {}", on(day));
            order.findings.push(
                Diagnostic::new(&RULE, place, message)
                    .related((checked.place)(), "it was checked on this day")
                    .help("write a later day, or take `recheck_by` out"),
            );
        }
        check_sources_of(claim, &path, file, site, &mut order);
    }
}

/// The day on which a check was first published is the first of its history.
fn check_history<P: Fn() -> Place>(
    owner: &str,
    ledger: &[LedgerEntry],
    at: impl Fn(usize) -> P,
    order: &mut Order<'_>,
) {
    let entries = || ledger.iter().enumerate();
    let created = entries().filter(|(_, entry)| entry.kind == LedgerKind::Created);
    let Some((number, first)) = created.min_by_key(|(_, entry)| entry.on) else { return };
    let first = event("was first published", Some(first.on), at(number));
    for (number, entry) in entries() {
        let act = match entry.kind {
            LedgerKind::Created => continue,
            LedgerKind::Void => "was withdrawn",
            LedgerKind::Correction => "was corrected",
            LedgerKind::Minor | LedgerKind::Update => "was changed",
        };
        order.holds(owner, &first, &event(act, Some(entry.on), at(number)));
    }
}

/// Statements that are younger than the source they stand in, and evidence that is younger than the
/// last thing that was done about the check.
fn check_sources_of(
    claim: &Claim,
    path: &KeyPath,
    file: &Arc<InputFile>,
    site: &Site,
    order: &mut Order<'_>,
) {
    let published = |id: &str| {
        let place = site.sources_file.as_ref().map(|file| {
            Place::value(file, KeyPath::top().key("sources").key(id).key("published"))
        })?;
        Some((site.sources.get(id)?.published?, place))
    };
    let in_future = |date: PartialDate| order.today.is_some_and(|day| date.first_day() > day);
    let help = "one of the two dates is wrong, or another source is meant";
    if let Some(said) = &claim.said
        && let (Some(day), Some(id)) = (said.on, said.source.as_deref())
        && let Some((printed, place)) = published(id)
        && printed.is_before(day)
        && !in_future(day)
    {
        let message = format!(
            "`{}` was said {}, after the source it stands in was published {}",
            claim.id,
            on(day),
            on(printed)
        );
        order.findings.push(
            Diagnostic::new(&RULE, Place::value(file, path.key("said").key("on")), message)
                .related(place, format!("`{id}` was published {}", on(printed)))
                .help(help),
        );
    }
    let Some(last) = claim.last_changed().filter(|_| claim.checked.is_some()) else { return };
    let mut told: Vec<&str> = Vec::new();
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let id = evidence.source.as_str();
        if let Some((printed, place)) = published(id)
            && last.is_before(printed)
            && !in_future(printed)
            && !told.contains(&id)
        {
            told.push(id);
            let message = format!(
                "`{}` rests on a source that was published {}, after the check of {last}",
                claim.id,
                on(printed)
            );
            let path = path.key("evidence").index(number).key("source");
            order.findings.push(
                Diagnostic::new(&RULE, Place::value(file, path), message)
                    .related(place, format!("`{id}` was published {}", on(printed)))
                    .help("if the evidence came later, enter it in the ledger as an `update`"),
            );
        }
    }
}

/// Reports dates of sources.
pub fn check_sources(site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.sources_file else { return };
    let mut order = Order { today, findings };
    for (id, source) in site.sources.iter() {
        let path = KeyPath::top().key("sources").key(id);
        let at = |path: KeyPath| move || Place::value(file, path.clone());
        let published = event("was published", source.published, at(path.key("published")));
        let accessed = event("was read", source.accessed, at(path.key("accessed")));
        let captured = source.snapshot.as_ref().and_then(|snapshot| snapshot.captured);
        let captured = event("was copied", captured, at(path.key("snapshot").key("captured")));
        let owner = format!("the source `{id}`");
        order.holds(&owner, &published, &accessed);
        order.holds(&owner, &published, &captured);
    }
}
