//! Dates that can't all be true.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Claim, LedgerKind, PartialDate, Site};

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
        owner: &dyn Fn() -> String,
        first: &Event<A>,
        then: &Event<B>,
    ) {
        let (Some(earlier), Some(later)) = (first.on, then.on) else { return };
        if !later.is_before(earlier) || self.is_ahead(earlier) {
            return;
        }
        let message = format!(
            "{} {} {}, before it {} {}",
            owner(),
            then.act,
            on(later),
            first.act,
            on(earlier)
        );
        self.findings.push(
            Diagnostic::new(&RULE, (then.place)(), message)
                .related((first.place)(), format!("it {} {}", first.act, on(earlier)))
                .help("one of the two dates is wrong: write the days as they were"),
        );
    }

    /// Whether a date is after today.
    fn is_ahead(&self, date: PartialDate) -> bool {
        self.today.is_some_and(|today| date.first_day() > today)
    }
}

fn on(date: PartialDate) -> String {
    if date.day.is_some() { format!("on {date}") } else { format!("in {date}") }
}

/// Reports dates of an article and its claims. Places are only made where there is something to
/// report.
pub fn check(article: &Article, site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    let mut order = Order { today, findings };
    let matter = &article.matter;
    let top = KeyPath::top();
    let at = |key: &'static str| {
        let top = &top;
        move || article.matter_place(top.key(key))
    };
    let published = event("was published", matter.published, at("published"));
    let updated = event("was updated", matter.updated, at("updated"));
    let original = matter.text.as_ref().and_then(|text| text.published);
    let original = event("was published by its author", original, || {
        article.matter_place(top.key("text").key("published"))
    });
    let owner = || "this article".to_owned();
    order.holds(&owner, &published, &updated);
    order.holds(&owner, &original, &published);
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        check_claim(&Written { claim, index, file }, site, &mut order);
    }
}

/// A claim and where it is written.
struct Written<'a> {
    claim: &'a Claim,
    index: usize,
    file: &'a Arc<InputFile>,
}

impl Written<'_> {
    fn path(&self) -> KeyPath {
        KeyPath::top().key("claims").index(self.index)
    }

    fn value(&self, path: KeyPath) -> Place {
        Place::value(self.file, path)
    }

    fn day_of(&self, key: &'static str) -> impl Fn() -> Place {
        move || self.value(self.path().key(key).key("on"))
    }

    fn name(&self) -> String {
        format!("`{}`", self.claim.id)
    }
}

fn check_claim(written: &Written<'_>, site: &Site, order: &mut Order<'_>) {
    let claim = written.claim;
    let owner = || written.name();
    let said = claim.said.as_ref().and_then(|said| said.on);
    let said = event("was said", said, written.day_of("said"));
    let checked = claim.checked.as_ref().and_then(|act| act.on);
    let checked = event("was checked", checked, written.day_of("checked"));
    let reviewed = claim.reviewed.as_ref().and_then(|act| act.on);
    let reviewed = event("was reviewed", reviewed, written.day_of("reviewed"));
    let asked = claim.asked.as_ref().and_then(|asked| asked.on);
    let asked = event("was put to its speaker", asked, written.day_of("asked"));
    order.holds(&owner, &said, &checked);
    order.holds(&owner, &said, &asked);
    order.holds(&owner, &checked, &reviewed);
    check_history(written, order);
    if let (Some(day), Some(next)) = (checked.on, claim.recheck_by)
        && day.first_day() >= next.last_day()
        // A day that has passed is reported as overdue.
        && order.today.is_none_or(|today| next.last_day() >= today)
    {
        let place = written.value(written.path().key("recheck_by"));
        let message =
            format!("{} is to be checked again by {next}, but was checked {}", owner(), on(day));
        order.findings.push(
            Diagnostic::new(&RULE, place, message)
                .related((checked.place)(), "it was checked on this day")
                .help("write a later day, or take `recheck_by` out"),
        );
    }
    check_said(written, site, order);
    check_evidence(written, site, order);
}

/// The day on which a check was first published is the first of its history.
fn check_history(written: &Written<'_>, order: &mut Order<'_>) {
    let entries = || written.claim.ledger.iter().enumerate();
    let at =
        |number: usize| move || written.value(written.path().key("ledger").index(number).key("on"));
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
        order.holds(&|| written.name(), &first, &event(act, Some(entry.on), at(number)));
    }
}

/// A statement that is younger than the source it stands in.
fn check_said(written: &Written<'_>, site: &Site, order: &mut Order<'_>) {
    let Some(said) = &written.claim.said else { return };
    let (Some(day), Some(id)) = (said.on, said.source.as_deref()) else { return };
    let Some(printed) = site.sources.get(id).and_then(|source| source.published) else { return };
    if !printed.is_before(day) || order.is_ahead(day) {
        return;
    }
    let message = format!(
        "{} was said {}, after the source it stands in was published {}",
        written.name(),
        on(day),
        on(printed)
    );
    let found = Diagnostic::new(&RULE, written.day_of("said")(), message)
        .help("one of the two dates is wrong, or it was said in another source");
    order.findings.push(with_source(found, site, id, printed));
}

/// Evidence that is younger than the last thing that was done about the check.
fn check_evidence(written: &Written<'_>, site: &Site, order: &mut Order<'_>) {
    let claim = written.claim;
    let Some(last) = claim.last_changed().filter(|_| claim.checked.is_some()) else { return };
    let mut told: HashSet<&str> = HashSet::new();
    for (number, evidence) in claim.evidence.iter().enumerate() {
        let id = evidence.source.as_str();
        let Some(printed) = site.sources.get(id).and_then(|source| source.published) else {
            continue;
        };
        if !last.is_before(printed) || order.is_ahead(printed) || !told.insert(id) {
            continue;
        }
        let message = format!(
            "{} rests on a source that was published {}, after the check of {last}",
            written.name(),
            on(printed)
        );
        let path = written.path().key("evidence").index(number).key("source");
        let found = Diagnostic::new(&RULE, written.value(path), message)
            .help("if the evidence came later, enter it in the ledger as an `update`");
        order.findings.push(with_source(found, site, id, printed));
    }
}

/// Shows when a source was published.
fn with_source(found: Diagnostic, site: &Site, id: &str, printed: PartialDate) -> Diagnostic {
    let Some(file) = &site.sources_file else { return found };
    let path = KeyPath::top().key("sources").key(id).key("published");
    found.related(Place::value(file, path), format!("`{id}` was published {}", on(printed)))
}

/// Reports dates of sources.
pub fn check_sources(site: &Site, today: Option<Date>, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.sources_file else { return };
    let mut order = Order { today, findings };
    for (id, source) in site.sources.iter() {
        let path = || KeyPath::top().key("sources").key(id);
        let published = event("was published", source.published, || {
            Place::value(file, path().key("published"))
        });
        let accessed =
            event("was read", source.accessed, || Place::value(file, path().key("accessed")));
        let captured = source.snapshot.as_ref().and_then(|snapshot| snapshot.captured);
        let captured = event("was copied", captured, || {
            Place::value(file, path().key("snapshot").key("captured"))
        });
        let owner = || format!("the source `{id}`");
        order.holds(&owner, &published, &accessed);
        order.holds(&owner, &published, &captured);
    }
}
