//! Pages of account that readers can't find.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::{InputFile, KeyPath};
use crate::model::{Site, SitePage};

/// The rule.
pub static RULE: Rule = Rule {
    name: "site-page-not-linked",
    level: Level::Allow,
    summary: "a page that was built does not link to a page on which the site gives account of itself",
    reason: "Readers come to a site by any of its pages and must find from there how it works, who pays \
             for it and where to report an error. The templates of factpress link these pages from \
             the foot of every page, unless the menu does; a site's own templates must do so too: \
             `site.pages` names them. It is looked at when the site is built.",
    bad: "<footer></footer>     (in templates/base.html)",
    good: "<footer>{% for link in site.pages %}<a href=\"{{ root }}{{ link.address }}\">{{ link.title }}</a>{% endfor %}</footer>",
    fixed: false,
};

/// Reports a page of account, the first page that does not link to it, and the number of all such.
pub fn report(site: &Site, page: SitePage, from: &str, count: usize) -> Diagnostic {
    let place = match (&site.settings_file, site.settings.pages.written(page)) {
        (Some(file), Some(_)) => Place::value(file, KeyPath::top().key("pages").key(page.key())),
        (Some(file), None) if site.settings.rules.get(RULE.name).is_some() => {
            Place::value(file, KeyPath::top().key("rules").key(RULE.name))
        }
        (Some(file), None) => Place::value(file, KeyPath::top().key("profile")),
        (None, _) => Place::file(&InputFile::new("factpress.yaml", "")),
    };
    let slug = site.settings.page_slug(page);
    let from = if from.is_empty() { "the home page".to_owned() } else { format!("`{from}`") };
    let message = format!("{from} does not link to `{slug}`, which tells {}", page.tells());
    let found = Diagnostic::new(&RULE, place, message)
        .help("let templates/base.html link what `site.pages` names from every page, or add the page to `menu:`");
    match count {
        1 => found,
        count => found.note(format!("{count} pages in all do not link to it")),
    }
}
