//! Pages that a site owes its readers.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Site, SitePage};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-site-page",
    level: Level::Allow,
    summary: "the site has no page on its methodology, corrections, funding, team, contact or how to submit a claim",
    reason: "Readers judge a fact-checker by what it tells about itself. A page is found by its usual name \
             (content/methodology.md, corrections-policy.md, funding.md, team.md, contact.md, \
             submit-a-claim.md), or by the name that `pages:` in factpress.yaml gives; one page may \
             serve for several. Pages that are there are linked from the foot of every page.",
    bad: "profile: ifcn     (and there is no content/funding.md)",
    good: "profile: ifcn\npages: {funding: about, team: about}     (and content/about.md tells both)",
    fixed: false,
};

/// Reports a page that is not there, at what asks for it.
pub fn report(site: &Site, page: SitePage) -> Diagnostic {
    let (key, slug) = (page.key(), page.usual_slug());
    let place = match &site.settings_file {
        Some(file) if site.settings.rules.get(RULE.name).is_some() => {
            Place::value(file, KeyPath::top().key("rules").key(RULE.name))
        }
        Some(file) => Place::value(file, KeyPath::top().key("profile")),
        None => Place::file(&InputFile::new("factpress.yaml", "")),
    };
    Diagnostic::new(&RULE, place, format!("no page tells {}", page.tells()))
        .help(format!("write content/{slug}.md"))
        .help(format!("or name the page that tells it: `pages: {{{key}: SLUG}}`"))
}
