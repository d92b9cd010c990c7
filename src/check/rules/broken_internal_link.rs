//! Links inside the site that lead nowhere.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::links::{LinkIndex, Target};

/// The rule.
pub static RULE: Rule = Rule {
    name: "broken-internal-link",
    level: Level::Deny,
    summary: "a link leads to a page, file or heading of the site that is not there",
    reason: "Readers who follow a link to the evidence or the methodology must arrive. Link to the \
             Markdown file (`methodology.md#scale`); factpress turns that into the address.",
    bad: "See our [methodology](metodology.md).",
    good: "See our [methodology](methodology.md).",
    fixed: false,
};

/// Reports a link target of the content file `from` that does not hold.
pub fn check(
    links: &LinkIndex,
    from: &str,
    href: &str,
    place: &dyn Fn() -> Place,
    findings: &mut Vec<Diagnostic>,
) {
    match links.resolve(from, href) {
        Target::External(_) | Target::Internal { .. } => {}
        Target::Broken(reason) => findings.push(
            Diagnostic::new(&RULE, place(), format!("the link `{href}` leads nowhere"))
                .help(reason),
        ),
        Target::Refused => findings.push(
            Diagnostic::new(
                &RULE,
                place(),
                format!("the link `{href}` is of a kind that is not published"),
            )
            .help("links may be addresses (http, https, mailto, tel) or files of the site"),
        ),
    }
}

/// Reports a page that a setting (`the menu`) names, but that is not there.
pub fn named<'a>(
    place: Place,
    setting: &str,
    slug: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let found = Diagnostic::new(
        &RULE,
        place,
        format!("{setting} names a page `{slug}`, which is not there"),
    );
    match crate::nearest::nearest(slug, known) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => {
            found.help(format!("write the page as content/{slug}.md, or take it out of {setting}"))
        }
    }
}
