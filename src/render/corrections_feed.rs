//! `corrections.xml`: corrections and withdrawals as an Atom feed, for those who have passed a check on
//! and must know that it is another.

use super::atom::{self, alternate, element, timestamp};
use super::context::SiteContext;
use super::corrections::label;
use super::feed::ENTRIES;
use crate::address;
use crate::model::{LedgerKind, VOID};

/// The feed; empty as long as nothing was corrected.
pub(super) fn text(site: &SiteContext<'_>) -> Option<String> {
    if !site.site().has_corrections_feed() {
        return None;
    }
    let settings = site.settings();
    let mut all = site.all_corrections();
    all.truncate(ENTRIES);
    let updated = match all.first() {
        Some(newest) => newest.on,
        None => site.site().last_checked()?,
    };
    let words = site.words();
    let title = words.say("corrections_feed", &[("site", (&settings.title).into())]);
    let head = atom::Head {
        title: &title,
        subtitle: Some(words.get("corrections_lead")),
        page: address::CORRECTIONS,
        own: address::CORRECTIONS_FEED,
        updated,
    };
    let mut xml = atom::open(site, &head)?;
    for place in all {
        let article = &site.site().articles[place.claim.article];
        let claim = &article.claims[place.claim.claim];
        let entry = &claim.ledger[place.entry];
        let (address, fragment) = site.claim_address(article, claim);
        let mut summary = claim.verdict_before(place.entry).map_or_else(String::new, |before| {
            let after = match entry.kind {
                LedgerKind::Void => VOID,
                _ => claim.verdict_after(place.entry),
            };
            format!("{} → {}. ", site.verdict_label(before), site.verdict_label(after))
        });
        summary.push_str(entry.note.as_deref().unwrap_or_default());
        xml.push_str("<entry>\n");
        element(&mut xml, "title", &format!("{}: {}", label(entry.kind, words), claim.statement()));
        element(&mut xml, "id", &site.correction_id(place)?);
        let url = site.absolute(&address)? + &fragment;
        alternate(&mut xml, &url, article.language(&settings.language));
        element(&mut xml, "updated", &timestamp(entry.on));
        // Atom wants a text where no content is given inline.
        element(&mut xml, "summary", summary.trim());
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    Some(xml)
}
