//! When a check is due again.

use jiff::civil::Date;

use crate::address;
use crate::model::{Age, Article, Claim, Freshness};

/// The day by which a claim is to be checked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<'a> {
    /// The day.
    pub on: Date,
    /// Where the day comes from.
    pub from: DueFrom<'a>,
}

/// Where the day comes from on which a check is due again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueFrom<'a> {
    /// The claim's own `recheck_by`.
    Claim,
    /// The default age of one of its topics, as the claim or its article writes it.
    Topic(&'a str, Age),
    /// The site's default age.
    Site(Age),
}

impl DueFrom<'_> {
    /// Why the day is that day, in words that follow it; none where the claim says it itself.
    pub fn reason(self) -> Option<String> {
        match self {
            Self::Claim => None,
            Self::Topic(topic, age) => {
                Some(format!("{age} after the check, as for all checks on {topic}"))
            }
            Self::Site(age) => {
                Some(format!("{age} after the check, as for all checks of this site"))
            }
        }
    }
}

/// When a claim is due again: by its own date, or else by the shortest default age of its topics, or
/// else by the site's. A check that was withdrawn or has no day is never due.
pub fn due<'a>(claim: &'a Claim, article: &'a Article, freshness: &Freshness) -> Option<Due<'a>> {
    if claim.is_withdrawn() {
        return None;
    }
    if let Some(own) = claim.recheck_by {
        return Some(Due { on: own.full()?, from: DueFrom::Claim });
    }
    let checked = claim.checked.as_ref()?.on?.full()?;
    // An age of no time is reported as a setting that can't be used.
    let set = !freshness.topics.0.is_empty();
    let topics = if set { article.topics(claim) } else { Vec::new() };
    let by_topic = topics.into_iter().filter_map(|topic| {
        let age = age_of(topic, freshness).filter(|age| !age.is_zero())?;
        Some(Due { on: age.after(checked)?, from: DueFrom::Topic(topic, age) })
    });
    by_topic.min_by_key(|due| due.on).or_else(|| {
        let age = freshness.after.filter(|age| !age.is_zero())?;
        Some(Due { on: age.after(checked)?, from: DueFrom::Site(age) })
    })
}

/// The default age of a topic. Spellings that share a topic's page are one topic.
fn age_of(topic: &str, freshness: &Freshness) -> Option<Age> {
    let slug = address::slug(topic);
    let mut ages = freshness.topics.iter();
    ages.find(|(name, _)| *name == topic || address::slug(name) == slug).map(|(_, age)| *age)
}
