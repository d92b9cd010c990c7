//! Which rules a code of fact-checkers switches on.
//!
//! What the codes ask for is told in own words. Of the IFCN's Code of Principles its five
//! commitments were read, in a stored copy of
//! <https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles>;
//! their numbers are those of that copy. What its criteria and the EFCSN's Code of Standards ask
//! for beyond them was known from summaries only, so nothing is quoted and no clause is numbered.

use super::rules::site_pages::{missing_site_page, site_page_not_linked};
use super::rules::sources::{
    anonymous_source, claimant_not_asked, interest_undeclared, no_primary_source, not_reviewed,
    one_sided_evidence, self_sourcing, too_few_independent_sources,
};
use crate::diagnostic::{Level, Rule};
use crate::model::Profile;

/// A rule that a profile switches on, and what in the code it stands for.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    /// The profile.
    pub profile: Profile,
    /// The rule.
    pub rule: &'static Rule,
    /// Its level under the profile.
    pub level: Level,
    /// What the code asks for, in own words.
    pub asks: &'static str,
}

const fn ifcn(rule: &'static Rule, level: Level, asks: &'static str) -> Demand {
    Demand { profile: Profile::Ifcn, rule, level, asks }
}

const fn efcsn(rule: &'static Rule, level: Level, asks: &'static str) -> Demand {
    Demand { profile: Profile::Efcsn, rule, level, asks }
}

/// All of them, by profile. What rests on judgment is a warning; what is there or is not stops the
/// build.
pub static DEMANDS: &[Demand] = &[
    ifcn(
        &too_few_independent_sources::RULE,
        Level::Warn,
        "transparency of sources (commitment 2): more than one source for what matters",
    ),
    ifcn(
        &no_primary_source::RULE,
        Level::Warn,
        "transparency of sources (commitment 2): the best primary source there is",
    ),
    ifcn(
        &anonymous_source::RULE,
        Level::Deny,
        "transparency of sources (commitment 2): sources in enough detail to repeat the work, unless that endangers a source",
    ),
    ifcn(
        &interest_undeclared::RULE,
        Level::Deny,
        "transparency of sources (commitment 2): interests of sources that readers should know",
    ),
    ifcn(
        &self_sourcing::RULE,
        Level::Deny,
        "nonpartisanship and fairness (commitment 1): the evidence dictates the conclusion",
    ),
    ifcn(
        &one_sided_evidence::RULE,
        Level::Warn,
        "transparency of methodology (commitment 4): evidence for the claim and against it",
    ),
    ifcn(
        &claimant_not_asked::RULE,
        Level::Warn,
        "transparency of methodology (commitment 4): contact with those who made the claim, where possible",
    ),
    ifcn(
        &missing_site_page::RULE,
        Level::Deny,
        "funding, organization and contact (3), methodology and proposals of claims (4), corrections (5)",
    ),
    ifcn(
        &site_page_not_linked::RULE,
        Level::Deny,
        "corrections (commitment 5) and the other commitments: readers find these pages",
    ),
    efcsn(
        &too_few_independent_sources::RULE,
        Level::Warn,
        "methodology: normally two sources, or a reason why not",
    ),
    efcsn(&no_primary_source::RULE, Level::Warn, "methodology: primary sources"),
    efcsn(
        &anonymous_source::RULE,
        Level::Deny,
        "methodology: readers can repeat the work with the sources named",
    ),
    efcsn(&self_sourcing::RULE, Level::Deny, "methodology: a conclusion that rests on evidence"),
    efcsn(
        &one_sided_evidence::RULE,
        Level::Warn,
        "methodology: evidence that supports the claim and evidence that undermines it",
    ),
    efcsn(
        &not_reviewed::RULE,
        Level::Warn,
        "methodology: an editor looks at a check before it is published",
    ),
    efcsn(
        &missing_site_page::RULE,
        Level::Deny,
        "transparency: methodology, corrections, funders, named staff, contact, proposals of claims",
    ),
    efcsn(&site_page_not_linked::RULE, Level::Deny, "transparency: readers find these pages"),
];

/// The level of a rule under a profile, where the profile sets it.
pub fn level(profile: Profile, rule: &str) -> Option<Level> {
    let mut demands = DEMANDS.iter();
    demands.find(|demand| demand.profile == profile && demand.rule.name == rule).map(|it| it.level)
}
