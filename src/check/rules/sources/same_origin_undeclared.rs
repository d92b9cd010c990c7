//! One document under two sources that count twice.

use std::collections::HashMap;

use crate::check::weighing::origin;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Site, Source};

/// The rule.
pub static RULE: Rule = Rule {
    name: "same-origin-undeclared",
    level: Level::Warn,
    summary: "two sources have one address or one kept copy, but are counted as independent",
    reason: "A document counts once, however often it stands in sources.yaml. Two sources with the same \
             `url` or `archived` (but for `http` and `https`, `www.`, a slash at the end and what \
             follows `#`), or whose kept copies are the same, are given the same `origin`.",
    bad: "sources:\n  report: {title: The report, url: https://example.org/report}\n  report-table: {title: Its table, url: https://example.org/report#table}",
    good: "sources:\n  report: {title: The report, url: https://example.org/report}\n  report-table: {title: Its table, url: https://example.org/report#table, origin: report}",
    fixed: false,
};

/// Reports the second of two such sources.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.sources_file else { return };
    let mut known: HashMap<(&str, String), (&str, &Source)> = HashMap::new();
    for (id, source) in site.sources.iter() {
        let named = source.snapshot.as_ref().and_then(|it| it.sha256.as_deref());
        let pinned = site.lock.as_ref().and_then(|lock| lock.snapshots.get(id));
        let snapshot = named.or(pinned.map(|pin| pin.sha256.as_str()));
        let marks = [
            ("url", source.url.as_deref().map(bare)),
            ("archived", source.archived.as_deref().map(bare)),
            ("snapshot", snapshot.map(str::to_owned)),
        ];
        for (key, mark) in marks {
            let Some(mark) = mark.filter(|mark| !mark.is_empty()) else { continue };
            let (first, other) = *known.entry((key, mark)).or_insert((id, source));
            if first == id || origin(first, other) == origin(id, source) {
                continue;
            }
            let at = |id: &str, source: &Source| {
                let path = KeyPath::top().key("sources").key(id);
                // A copy that `archive` kept is named in factpress.lock, not here.
                if key == "snapshot" && source.snapshot.is_none() {
                    Place::key(file, path)
                } else {
                    Place::value(file, path.key(key))
                }
            };
            let what = if key == "snapshot" { "kept copy" } else { "address" };
            findings.push(
                Diagnostic::new(
                    &RULE,
                    at(id, source),
                    format!("`{id}` and `{first}` have one {what}, but count as two sources"),
                )
                .related(at(first, other), "the other one")
                .help(format!("write `origin: {}` in both", origin(first, other)))
                .help("if they are two documents, give each its own address"),
            );
            break;
        }
    }
}

/// An address without what does not tell two documents apart.
fn bare(url: &str) -> String {
    let url = url.trim();
    let url = url.split_once('#').map_or(url, |(url, _)| url);
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    format!("{host}{}", path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_does_not_matter_is_dropped() {
        for same in [
            "https://example.org/Report",
            "http://www.Example.org/Report/",
            " https://example.org/Report#table ",
        ] {
            assert_eq!(bare(same), "example.org/Report");
        }
        for other in ["https://example.org/report", "https://example.org/Report?page=2"] {
            assert_ne!(bare(other), "example.org/Report");
        }
        assert_eq!(bare("https://example.org"), bare("http://www.example.org/#top"));
    }
}
