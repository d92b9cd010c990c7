//! Acts that are said to have happened after today.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Place};
use crate::input::KeyPath;
use crate::model::{Article, Asked, PartialDate, Site};
use crate::parse::rules::bad_date;
use crate::snapshots::pins;

/// Collects findings about dates after `today`.
struct Look<'a> {
    today: Date,
    findings: &'a mut Vec<Diagnostic>,
}

impl Look<'_> {
    /// Reports the date at a place, where it is after today. `act`: what is said to have happened.
    fn at(&mut self, date: Option<PartialDate>, act: &str, place: impl FnOnce() -> Place) {
        if let Some(date) = date
            && date.first_day() > self.today
        {
            let (date, today) = (date.to_string(), self.today.to_string());
            self.findings.push(bad_date::in_future(place(), &date, act, &today));
        }
    }
}

/// Reports dates of an article and its claims.
pub fn check(article: &Article, today: Date, findings: &mut Vec<Diagnostic>) {
    let mut look = Look { today, findings };
    let matter = |path: KeyPath| article.matter_place(path);
    let top = KeyPath::top();
    if !article.matter.draft {
        look.at(article.matter.published, "this article says it was published", || {
            matter(top.key("published"))
        });
    }
    look.at(article.matter.updated, "this article says it was updated", || {
        matter(top.key("updated"))
    });
    let original = article.matter.text.as_ref().and_then(|text| text.published);
    look.at(original, "this article says its original was published", || {
        matter(top.key("text").key("published"))
    });
    let asked = |asked: &Option<Asked>| asked.as_ref().and_then(|asked| asked.on);
    look.at(asked(&article.matter.asked), "this article says its speakers were asked", || {
        matter(top.key("asked").key("on"))
    });
    let Some(file) = &article.claims_file else { return };
    for (index, claim) in article.claims.iter().enumerate() {
        let path = || top.key("claims").index(index);
        for (key, act, words) in [
            ("checked", &claim.checked, "this claim says it was checked"),
            ("reviewed", &claim.reviewed, "this claim says it was reviewed"),
        ] {
            let on = act.as_ref().and_then(|act| act.on);
            look.at(on, words, || Place::value(file, path().key(key).key("on")));
        }
        let said = claim.said.as_ref().and_then(|said| said.on);
        look.at(said, "this claim says it was made", || {
            Place::value(file, path().key("said").key("on"))
        });
        look.at(asked(&claim.asked), "this claim says its speaker was asked", || {
            Place::value(file, path().key("asked").key("on"))
        });
        for (number, entry) in claim.ledger.iter().enumerate() {
            look.at(Some(entry.on), "this entry says it happened", || {
                Place::value(file, path().key("ledger").index(number).key("on"))
            });
        }
    }
}

/// Reports the date of a translation.
pub fn check_translated(article: &Article, today: Date, findings: &mut Vec<Diagnostic>) {
    let translated = article.translation.as_ref().and_then(|of| of.translated.as_ref());
    let path = KeyPath::top().key("translated").key("on");
    Look { today, findings }.at(
        translated.and_then(|act| act.on),
        "this article says it was translated",
        || article.matter_place(path),
    );
}

/// Reports dates of sources and of their kept copies.
pub fn check_sources(site: &Site, today: Date, findings: &mut Vec<Diagnostic>) {
    let mut look = Look { today, findings };
    if let Some((lock, file)) = site.lock.as_ref().zip(site.lock_file.as_ref()) {
        for (id, pin) in lock.snapshots.iter() {
            look.at(pin.captured, "this copy of a source says it was taken", || {
                Place::value(file, pins::in_lock(id).key("captured"))
            });
        }
    }
    let Some(file) = &site.sources_file else { return };
    for (id, source) in site.sources.iter() {
        let path = || KeyPath::top().key("sources").key(id);
        look.at(source.published, "this source says it was published", || {
            Place::value(file, path().key("published"))
        });
        look.at(source.accessed, "this source says it was read", || {
            Place::value(file, path().key("accessed"))
        });
        let captured = source.snapshot.as_ref().and_then(|snapshot| snapshot.captured);
        look.at(captured, "this source says its copy was taken", || {
            Place::value(file, pins::by_hand(id).key("captured"))
        });
    }
}
