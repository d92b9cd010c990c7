//! When a check is due again.

use std::collections::HashMap;

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

/// The ages that a site sets, ready to be looked up.
#[derive(Debug, Default)]
pub struct Ages {
    site: Option<Age>,
    /// By the slug of the topic: spellings that share a topic's page are one topic.
    topics: HashMap<String, Age>,
}

impl Ages {
    /// Takes them from the settings. Ages of no time can't be used, and are reported as that.
    pub fn new(freshness: &Freshness) -> Self {
        let used = freshness.topics.iter().filter(|(_, age)| !age.is_zero());
        Self {
            site: freshness.after.filter(|age| !age.is_zero()),
            topics: used.map(|(name, age)| (address::slug(name), *age)).collect(),
        }
    }

    /// When a claim is due again: by its own date, or else by the shortest age of its topics, or else
    /// by the site's. A check that was withdrawn or has no day is never due.
    pub fn due<'a>(&self, claim: &'a Claim, article: &'a Article) -> Option<Due<'a>> {
        if claim.is_withdrawn() {
            return None;
        }
        if let Some(own) = claim.recheck_by {
            return Some(Due { on: own.full()?, from: DueFrom::Claim });
        }
        let checked = claim.checked.as_ref()?.on?.full()?;
        let topics = claim.topics.iter().chain(&article.matter.topics);
        let by_topic = topics.filter(|_| !self.topics.is_empty()).filter_map(|topic| {
            let age = *self.topics.get(&address::slug(topic))?;
            Some(Due { on: age.after(checked)?, from: DueFrom::Topic(topic, age) })
        });
        by_topic.min_by_key(|due| due.on).or_else(|| {
            let age = self.site?;
            Some(Due { on: age.after(checked)?, from: DueFrom::Site(age) })
        })
    }
}
