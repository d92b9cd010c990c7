//! References to sources that are not there.

use super::bad_id;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, Registry, Source};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-source",
    level: Level::Deny,
    summary: "a source that is referred to is not in sources.yaml",
    reason: "Evidence without its source can't be followed by a reader.",
    bad: "- source: historian-esay",
    good: "- source: historian-essay",
    fixed: true,
};

/// Reports references of an article that lead nowhere.
pub fn check(article: &Article, sources: &Registry<Source>, findings: &mut Vec<Diagnostic>) {
    let mut look = |id: &str, place: &dyn Fn() -> Place| {
        // A missing id is reported as missing-field.
        if !id.trim().is_empty() && sources.get(id).is_none() {
            findings.push(report(place(), id, sources));
        }
    };
    if let Some(file) = &article.claims_file {
        for (index, claim) in article.claims.iter().enumerate() {
            let path = KeyPath::top().key("claims").index(index);
            for (number, evidence) in claim.evidence.iter().enumerate() {
                look(&evidence.source, &|| {
                    Place::value(file, path.key("evidence").index(number).key("source"))
                });
            }
            if let Some(id) = claim.said.as_ref().and_then(|said| said.source.as_ref()) {
                look(id, &|| Place::value(file, path.key("said").key("in")));
            }
        }
    }
    if let Some(file) = &article.figures_file {
        let quantities =
            article.figures.quantities.iter().map(|(n, q)| ("quantities", n, &q.source));
        let charts = article.figures.charts.iter().map(|(n, c)| ("charts", n, &c.source));
        let data = article.figures.data.iter().map(|(n, d)| ("data", n, &d.source));
        for (kind, name, source) in quantities.chain(charts).chain(data) {
            if let Some(id) = source {
                look(id, &|| Place::value(file, KeyPath::top().key(kind).key(name).key("source")));
            }
        }
        for (table, row, id) in article.rows_with_source() {
            look(id, &|| Place::bytes(&table.file, row.range.clone()));
        }
    }
}

fn report(place: Place, id: &str, sources: &Registry<Source>) -> Diagnostic {
    let found = Diagnostic::new(&RULE, place, format!("there is no source `{id}` in sources.yaml"));
    let named = sources.iter().find(|(_, source)| source.title.eq_ignore_ascii_case(id));
    if let Some(near) = named.map(|(id, _)| id).or_else(|| nearest::nearest(id, sources.ids())) {
        return found.label(format!("did you mean `{near}`?"));
    }
    let id = Some(bad_id::instead_of(id)).filter(|id| !id.is_empty());
    let id = id.as_deref().unwrap_or("an-id");
    found.help(format!("add it to content/sources.yaml: `{id}: {{title: …, url: …}}`"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::input::InputFile;

    #[test]
    fn a_title_leads_to_its_id() {
        let sources = serde_yaml::from_str("act: {title: Calendar Act}").unwrap();
        let place = Place::file(&InputFile::new("claims.yaml", ""));
        let told = |id: &str| report(place.clone(), id, &sources);
        assert_eq!(told("calendar act").label, "did you mean `act`?");
        let help = "add it to content/sources.yaml: `the-census: {title: …, url: …}`";
        assert_eq!(told("The Census").help, [help]);
        assert!(told("国际").help[0].contains("`an-id: {"));
    }
}
