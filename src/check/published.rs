//! What a site publishes, held against what it has published before.
//!
//! For every claim there is a record, as `factpress.lock` keeps it. Where it equals the kept one,
//! which is nearly everywhere, nothing more is looked at.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Place;
use crate::input::{InputFile, KeyPath};
use crate::links;
use crate::model::{
    Article, Claim, LedgerEntry, LedgerKind, Lock, LockedArticle, LockedClaim, LockedEntry,
    PartialDate, Site, WordsHash,
};

/// The records of an article's claims, in the order of its file.
pub type Records = Vec<LockedClaim>;

/// What is to be kept of a site's claims, article by article.
pub fn records(site: &Site) -> Vec<Records> {
    let of = |article: &Article| article.claims.iter().map(record).collect();
    site.articles.par_iter().map(of).collect()
}

fn record(claim: &Claim) -> LockedClaim {
    let entry = |entry: &LedgerEntry| LockedEntry {
        kind: entry.kind,
        on: entry.on,
        was: entry.was.clone(),
    };
    LockedClaim {
        verdict: claim.verdict.clone(),
        quote: WordsHash::of(&claim.quote),
        finding: WordsHash::of(&claim.finding),
        checked: claim.checked.as_ref().and_then(|act| act.on),
        reviewed: claim.reviewed.as_ref().and_then(|act| act.on),
        ledger: claim.ledger.iter().map(entry).collect(),
    }
}

/// A claim that was published before.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// Slug and id under which it was published last.
    pub name: (&'a str, &'a str),
    /// What was kept of it.
    pub kept: &'a LockedClaim,
}

/// What is kept of a claim, under its own name or a former one.
pub fn before<'a>(lock: &'a Lock, article: &'a Article, claim: &'a Claim) -> Option<Before<'a>> {
    links::names(article, claim).find_map(|name| {
        let kept = lock.articles.get(name.0)?.claims.get(name.1)?;
        Some(Before { name, kept })
    })
}

/// A claim's history beside the one that was kept.
#[derive(Debug)]
pub struct History<'a> {
    /// For each entry of today the kept one, where there is one.
    pub kept: Vec<Option<&'a LockedEntry>>,
    /// Kept entries that are gone.
    pub lost: Vec<&'a LockedEntry>,
}

impl<'a> History<'a> {
    /// Pairs entries of one kind and day, the first with the first.
    pub fn new(ledger: &[LedgerEntry], kept: &'a [LockedEntry]) -> Self {
        let mut left: Vec<&LockedEntry> = kept.iter().collect();
        let mut pair = |entry: &LedgerEntry| {
            let place = left.iter().position(|kept| kept.is(entry))?;
            Some(left.remove(place))
        };
        let kept = ledger.iter().map(&mut pair).collect();
        Self { kept, lost: left }
    }

    /// The places of entries that are new.
    pub fn new_entries(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.kept.iter().enumerate().filter(|(_, kept)| kept.is_none()).map(|(place, _)| place)
    }

    /// The places of new entries that can be about what has changed since: they are no older than what
    /// was published, as an earlier day can't have seen the change.
    fn later(&self, ledger: &[LedgerEntry], before: &LockedClaim) -> impl Iterator<Item = usize> {
        let since = before.last_entry();
        self.new_entries().filter(move |place| since.is_none_or(|since| ledger[*place].on >= since))
    }

    /// The newest of the new entries that say that the verdict may be another one.
    pub fn declaration(&self, ledger: &[LedgerEntry], before: &LockedClaim) -> Option<usize> {
        let declaring = self.later(ledger, before).filter(|place| ledger[*place].kind.declares());
        declaring.max_by_key(|place| (ledger[*place].on, *place))
    }

    /// Whether a new entry says that the words may be other ones; that of the first publication does
    /// not.
    pub fn tells_of_words(&self, ledger: &[LedgerEntry], before: &LockedClaim) -> bool {
        self.later(ledger, before).any(|place| ledger[place].kind != LedgerKind::Created)
    }
}

/// A claim that was published before and is not what it was.
#[derive(Debug)]
pub struct Changed<'a> {
    /// Its article.
    pub article: &'a Article,
    /// The claims file.
    pub file: &'a Arc<InputFile>,
    /// Its place in the file.
    pub index: usize,
    /// The claim now.
    pub claim: &'a Claim,
    /// The same as it is to be kept.
    pub record: &'a LockedClaim,
    /// The claim as it was published.
    pub before: Before<'a>,
    /// Its history now and then.
    pub history: History<'a>,
    /// `factpress.lock`.
    pub lock_file: &'a Arc<InputFile>,
}

impl Changed<'_> {
    /// The place of one of its fields.
    pub fn place(&self, key: &str) -> Place {
        Place::value(self.file, KeyPath::top().key("claims").index(self.index).key(key))
    }

    /// The place of an entry of its ledger.
    pub fn entry(&self, index: usize) -> KeyPath {
        KeyPath::top().key("claims").index(self.index).key("ledger").index(index)
    }

    /// Its line in the lock.
    pub fn line(&self) -> Place {
        let (slug, id) = self.before.name;
        line(self.lock_file, slug, Some(id))
    }

    /// The newest new entry that says that the verdict may be another one.
    pub fn declaration(&self) -> Option<usize> {
        self.history.declaration(&self.claim.ledger, self.before.kept)
    }
}

fn ids_that_stand_twice(article: &Article) -> HashSet<&str> {
    let mut seen: HashSet<&str> = HashSet::new();
    let ids = article.claims.iter().map(|claim| claim.id.as_str());
    ids.filter(|id| !seen.insert(id)).collect()
}

/// The claims of an article that are not what was published of them.
pub fn changed<'a>(
    site: &'a Site,
    article: &'a Article,
    records: &'a Records,
) -> impl Iterator<Item = Changed<'a>> {
    let files = article.claims_file.as_ref().zip(site.lock_file.as_ref()).zip(site.lock.as_ref());
    let files = files.filter(|_| !article.matter.draft);
    files.into_iter().flat_map(move |((file, lock_file), lock)| {
        let mut own = Vec::new();
        for (index, (claim, record)) in article.claims.iter().zip(records).enumerate() {
            let before = before(lock, article, claim).filter(|before| before.kept != record);
            if let Some(before) = before {
                let history = History::new(&claim.ledger, &before.kept.ledger);
                own.push(Changed {
                    article,
                    file,
                    index,
                    claim,
                    record,
                    before,
                    history,
                    lock_file,
                });
            }
        }
        if !own.is_empty() {
            // Which of two claims of one id was published is not known; the id is reported.
            let twice = ids_that_stand_twice(article);
            own.retain(|changed| !twice.contains(changed.claim.id.as_str()));
        }
        own
    })
}

/// Brings former verdicts that the lock knows into the histories, for readers and for the next lock:
/// those it has kept, and the one of a verdict that has just been changed. Words that no entry tells of
/// stay in the next lock as they were published, so that every build tells of them until one does.
pub fn remember(site: &mut Site, records: &mut [Records]) {
    let Some(lock) = &site.lock else { return };
    let mut found: Vec<(usize, usize, usize, String)> = Vec::new();
    for (place, (article, records)) in site.articles.iter().zip(&mut *records).enumerate() {
        for (number, (claim, record)) in article.claims.iter().zip(records).enumerate() {
            let Some(before) = before(lock, article, claim).filter(|it| it.kept != record) else {
                continue;
            };
            let history = History::new(&claim.ledger, &before.kept.ledger);
            if !history.tells_of_words(&claim.ledger, before.kept) {
                (record.quote, record.finding) = (before.kept.quote, before.kept.finding);
            }
            for (index, kept) in history.kept.iter().enumerate() {
                if let Some(was) = kept.and_then(|kept| kept.was.as_ref())
                    && claim.ledger[index].was.is_none()
                {
                    found.push((place, number, index, was.clone()));
                }
            }
            let told = history.new_entries().any(|index| claim.ledger[index].was.is_some());
            if before.kept.verdict != claim.verdict
                && !told
                && let Some(index) = history.declaration(&claim.ledger, before.kept)
            {
                found.push((place, number, index, before.kept.verdict.clone()));
            }
        }
    }
    for (place, number, index, was) in found {
        records[place][number].ledger[index].was = Some(was.clone());
        site.articles[place].claims[number].ledger[index].was = Some(was);
    }
}

/// The lock that a build of the site leaves behind. Drafts are not published, and kept snapshots stay
/// as they are.
pub fn lock(site: &Site, records: Vec<Records>) -> Lock {
    let mut articles: BTreeMap<String, LockedArticle> = BTreeMap::new();
    for (article, records) in site.articles.iter().zip(records) {
        if article.matter.draft || article.claims.is_empty() {
            continue;
        }
        let ids = article.claims.iter().map(|claim| claim.id.clone());
        let claims = ids.zip(records).collect();
        articles.insert(article.slug.clone(), LockedArticle { claims });
    }
    let moved = links::moved(site)
        .into_iter()
        .filter(|moved| !site.articles[moved.article].matter.draft)
        .map(|moved| (moved.from, moved.to))
        .collect();
    let snapshots = site.lock.as_ref().map(|lock| lock.snapshots.clone()).unwrap_or_default();
    Lock { snapshots, moved, articles, ..Lock::default() }
}

/// The place of an article's line in the lock, or of a claim's.
pub fn line(file: &Arc<InputFile>, slug: &str, id: Option<&str>) -> Place {
    let path = KeyPath::top().key("articles").key(slug);
    let quick = || {
        let find = |from: usize, line: &str| {
            let found = memchr::memmem::find(&file.text.as_bytes()[from..], line.as_bytes())?;
            Some(from + found + 1)
        };
        // Sources may have the same names, and stand before.
        let start = crate::lock::articles::split(&file.text).0.len();
        let article = find(start, &format!("\n  {slug}:\n"))?;
        let Some(id) = id else { return Some(article + 2..article + 2 + slug.len()) };
        let claim = find(article, &format!("\n    {id}: "))?;
        // Not that of a later article.
        let between = &file.text[article..claim];
        let inside = between.lines().skip(1).all(|line| line.starts_with("    "));
        inside.then(|| claim + 4..claim + 4 + id.len())
    };
    match (quick(), id) {
        (Some(range), _) => Place::bytes(file, range),
        (None, Some(id)) => Place::key(file, path.key(id)),
        (None, None) => Place::key(file, path),
    }
}

/// `since 2026-11-23`, where the day is known.
pub fn since(date: Option<PartialDate>) -> String {
    date.map(|date| format!(" since {date}")).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn ledger(yaml: &str) -> Vec<LedgerEntry> {
        serde_yaml::from_str(yaml).unwrap()
    }

    fn claim(verdict: &str, entries: &str) -> Claim {
        Claim {
            id: "loan".to_owned(),
            verdict: verdict.to_owned(),
            ledger: ledger(entries),
            ..Claim::default()
        }
    }

    /// A site whose lock keeps `before` and which now has `now`.
    fn site(before: Claim, now: Claim) -> Site {
        let mut site =
            Site { articles: vec![Article::sample("a", "", vec![before])], ..Site::default() };
        let records = records(&site);
        site.lock = Some(lock(&site, records));
        site.articles[0].claims = vec![now];
        site
    }

    /// The former verdicts in the site's only history, which the next lock keeps too.
    fn remembered(site: &mut Site) -> Vec<Option<String>> {
        let mut records = records(site);
        remember(site, &mut records);
        let was: Vec<_> = site.articles[0].claims[0].ledger.iter().map(|e| e.was.clone()).collect();
        let kept: Vec<_> = records[0][0].ledger.iter().map(|entry| entry.was.clone()).collect();
        assert_eq!(was, kept);
        site.lock = Some(lock(site, records));
        was
    }

    const CREATED: &str = "[{on: 2026-11-23, kind: created}]";
    const CORRECTED: &str =
        "[{on: 2026-11-23, kind: created}, {on: 2027-03-03, kind: correction, note: x}]";

    #[test]
    fn the_former_verdict_is_remembered_once_and_for_all() {
        let mut site = site(claim("misleading", CREATED), claim("false", CORRECTED));
        let due = [None, Some("misleading".to_owned())];
        assert_eq!(remembered(&mut site), due);
        // The next build reads the claims file again, where nothing says it.
        site.articles[0].claims = vec![claim("false", CORRECTED)];
        assert_eq!(remembered(&mut site), due);
    }

    #[test]
    fn nothing_is_remembered_where_nothing_declares_it() {
        for (verdict, entries) in [
            ("misleading", CORRECTED),
            ("false", CREATED),
            ("false", "[{on: 2026-11-23, kind: created}, {on: 2027-03-03, kind: minor}]"),
            ("false", "[{on: 2026-11-01, kind: correction}, {on: 2026-11-23, kind: created}]"),
        ] {
            let mut site = site(claim("misleading", CREATED), claim(verdict, entries));
            assert!(remembered(&mut site).iter().all(Option::is_none), "{verdict} {entries}");
        }
    }

    #[test]
    fn two_entries_of_one_day_are_two() {
        let twice = CORRECTED.replace(']', ", {on: 2027-03-03, kind: correction, note: y}]");
        let kept = record(&claim("false", CORRECTED));
        let ledger = ledger(&twice);
        let history = History::new(&ledger, &kept.ledger);
        assert_eq!(history.new_entries().collect::<Vec<_>>(), [2]);
        assert_eq!(history.declaration(&ledger, &kept), Some(2));
        assert!(history.lost.is_empty());
        let before = record(&claim("false", &twice));
        let shorter = claim("false", CREATED).ledger;
        assert_eq!(History::new(&shorter, &before.ledger).lost.len(), 2);
    }

    #[test]
    fn lines_of_the_lock_are_found() {
        let text = "version: 1\narticles:\n  a:\n    x: {verdict: true}\n  b:\n    y: {}\n";
        let file = InputFile::new(Lock::FILE, text);
        let at = |slug: &str, id: Option<&str>| line(&file, slug, id).lines().0.line;
        assert_eq!((at("a", None), at("a", Some("x")), at("b", Some("y"))), (3, 4, 6));
        // Not there: its article, which is the nearest thing.
        assert_eq!(at("a", Some("y")), 3);
    }

    #[test]
    fn drafts_are_not_recorded() {
        let mut site = site(claim("true", CREATED), claim("true", CREATED));
        site.articles[0].matter.draft = true;
        let records = records(&site);
        assert!(lock(&site, records).articles.is_empty());
    }
}
