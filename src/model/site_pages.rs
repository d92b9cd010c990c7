//! The pages on which a site gives account of itself: `pages:` of factpress.yaml.

use schemars::JsonSchema;
use serde::Deserialize;

use super::LocalText;

/// What a page of a site tells about the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SitePage {
    /// How statements are chosen, checked and rated.
    Methodology,
    /// How errors are reported, mended and shown.
    Corrections,
    /// Who pays for it.
    Funding,
    /// Who works for it.
    Team,
    /// How it is reached.
    Contact,
    /// How readers propose a statement to be checked.
    Submit,
}

impl SitePage {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Methodology,
        Self::Corrections,
        Self::Funding,
        Self::Team,
        Self::Contact,
        Self::Submit,
    ];

    /// Its key under `pages:`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Methodology => "methodology",
            Self::Corrections => "corrections",
            Self::Funding => "funding",
            Self::Team => "team",
            Self::Contact => "contact",
            Self::Submit => "submit",
        }
    }

    /// The slug that it has where `pages:` names none.
    pub fn usual_slug(self) -> &'static str {
        match self {
            Self::Methodology => "methodology",
            Self::Corrections => "corrections-policy",
            Self::Funding => "funding",
            Self::Team => "team",
            Self::Contact => "contact",
            Self::Submit => "submit-a-claim",
        }
    }

    /// What readers learn on it.
    pub fn tells(self) -> &'static str {
        match self {
            Self::Methodology => "how statements are chosen, checked and rated",
            Self::Corrections => "how errors are reported, mended and shown",
            Self::Funding => "who pays for the site",
            Self::Team => "who works for the site",
            Self::Contact => "how the site is reached",
            Self::Submit => "how readers propose a statement to be checked",
        }
    }
}

/// Slugs of the pages, where they are not the usual ones: one, or one per language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SitePages {
    /// How statements are chosen, checked and rated; `methodology` where not given.
    pub methodology: Option<LocalText>,
    /// How errors are reported, mended and shown; `corrections-policy` where not given.
    pub corrections: Option<LocalText>,
    /// Who pays for the site; `funding` where not given.
    pub funding: Option<LocalText>,
    /// Who works for the site; `team` where not given.
    pub team: Option<LocalText>,
    /// How the site is reached; `contact` where not given.
    pub contact: Option<LocalText>,
    /// How readers propose a statement to be checked; `submit-a-claim` where not given.
    pub submit: Option<LocalText>,
}

impl SitePages {
    /// What is written for a page.
    pub fn written(&self, page: SitePage) -> Option<&LocalText> {
        match page {
            SitePage::Methodology => &self.methodology,
            SitePage::Corrections => &self.corrections,
            SitePage::Funding => &self.funding,
            SitePage::Team => &self.team,
            SitePage::Contact => &self.contact,
            SitePage::Submit => &self.submit,
        }
        .as_ref()
    }

    /// Writes the slug of a page.
    pub fn set(&mut self, page: SitePage, slug: LocalText) {
        let field = match page {
            SitePage::Methodology => &mut self.methodology,
            SitePage::Corrections => &mut self.corrections,
            SitePage::Funding => &mut self.funding,
            SitePage::Team => &mut self.team,
            SitePage::Contact => &mut self.contact,
            SitePage::Submit => &mut self.submit,
        };
        *field = Some(slug);
    }

    /// The slug of a page, for a language of the site.
    pub fn slug(&self, page: SitePage, language: &str) -> &str {
        self.written(page).map_or(page.usual_slug(), |slug| slug.get(language))
    }
}
