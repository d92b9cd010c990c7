//! Translations that leave something out, or bring something of their own.

use super::Pair;
use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::{Article, ClaimTranslation, Site};
use crate::nearest;

/// The rule.
pub static RULE: Rule = Rule {
    name: "translation-incomplete",
    level: Level::Deny,
    summary: "a translation lacks a claim or a text of its original, or has one too many",
    reason: "Readers of a translation are to see every check that readers of the original see, with its \
             reason. A claim of the original that is missing, an id that the original does not have, and \
             a text that was left untranslated are found before somebody misses them. Notes of evidence \
             and of the history may be left out: they are then shown in the original's language.",
    bad: "- id: loan\n  quote: un préstamo\n  finding: …        (and an `explanation` in claims.yaml)",
    good: "- id: loan\n  quote: un préstamo\n  finding: …\n  explanation: …",
    fixed: true,
};

/// Reports what is missing, and what is too many.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    claims(pair, findings);
    matter(pair, findings);
    figures(pair, findings);
    for (index, of) in pair.translation.of.iter().enumerate() {
        if let Some(of) = of {
            texts(pair, index, *of, findings);
        }
    }
}

fn claims(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    let (translation, original) = (pair.translation, pair.original);
    let file = translation.article.claims_file.as_ref().unwrap_or(&translation.article.file);
    // An entry that could not be read was reported, and may be the one that is missing.
    let unread = translation.claims.contains(&ClaimTranslation::default());
    let missing: Vec<&str> = original
        .claims
        .iter()
        .map(|claim| claim.id.as_str())
        .filter(|_| !unread)
        .filter(|id| !id.is_empty() && translation.claims.iter().all(|claim| claim.id != *id))
        .collect();
    let named =
        |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    if translation.article.claims_file.is_none() && !missing.is_empty() {
        let message = format!(
            "the original has {}, and this translation has none of them",
            if missing.len() == 1 {
                "a claim".to_owned()
            } else {
                format!("{} claims", missing.len())
            }
        );
        let found = Diagnostic::new(&RULE, Place::file(file), message);
        let name = &translation.article.file.path;
        let due = match name.rsplit_once('/') {
            Some((folder, name)) if name.starts_with("index.") => format!("{folder}/claims."),
            _ => format!(
                "{}claims.",
                name.trim_end_matches("md").trim_end_matches(&format!("{}.", translation.language))
            ),
        };
        findings.push(
            found.help(format!("write `{due}{}.yaml` with their texts", translation.language)),
        );
        return;
    }
    if !missing.is_empty() {
        let message = match &missing[..] {
            [one] => format!("the claim `{one}` of the original is not translated"),
            many => format!("claims of the original are not translated: {}", named(many)),
        };
        let first = original.claims.iter().position(|claim| claim.id == missing[0]);
        let mut found =
            Diagnostic::new(&RULE, Place::value(file, KeyPath::top().key("claims")), message);
        if let Some(first) = first {
            found = found.related(pair.original_at(first, ""), "in the original");
        }
        findings.push(found.help(
            "add it, with its `quote` in the translated article, its `finding` and its other texts",
        ));
    }
    for (index, claim) in translation.claims.iter().enumerate() {
        if claim.id.trim().is_empty() {
            if *claim != ClaimTranslation::default() {
                let place = pair.at(index, "id");
                findings.push(untranslated(place, "id", &format!("claims[{index}]")));
            }
        } else if translation.of[index].is_none()
            && original.claims.iter().all(|other| other.id != claim.id)
        {
            let message = format!("the original has no claim `{}`", claim.id);
            let found = Diagnostic::new(&RULE, pair.at(index, "id"), message);
            let ids = original.claims.iter().map(|claim| claim.id.as_str());
            findings.push(match nearest::nearest(&claim.id, ids) {
                Some(near) => found.label(format!("did you mean `{near}`?")),
                None => found.help("a translation has the claims of its original and no others"),
            });
        }
    }
}

fn untranslated(place: Place, key: &str, owner: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{owner}` has no `{key}` in this language"))
}

/// The texts of a claim that the original has.
fn texts(pair: &Pair<'_>, index: usize, of: usize, findings: &mut Vec<Diagnostic>) {
    let (texts, claim) = (&pair.translation.claims[index], &pair.original.claims[of]);
    let mut due = |key: &str, translated: Option<&str>, original: Option<&str>| {
        let is_blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
        let (first, last) = key.rsplit_once('.').unwrap_or(("", key));
        let at = |article: &Article, index: usize| {
            let path = KeyPath::top().key("claims").index(index);
            let path = if first.is_empty() { path } else { path.key(first) };
            let file = article.claims_file.as_ref().unwrap_or(&article.file);
            Place::value(file, path.key(last))
        };
        if !is_blank(original) && is_blank(translated) {
            let found = untranslated(at(&pair.translation.article, index), key, &texts.id);
            findings.push(
                found
                    .related(at(pair.original, of), "the original has it")
                    .help(format!("add `{last}:` with its translation")),
            );
        } else if original.is_none() && translated.is_some() {
            let message = format!("the original of `{}` has no `{key}`", texts.id);
            let found = Diagnostic::new(&RULE, at(&pair.translation.article, index), message);
            findings.push(found.help("take it out, or write it in the original as well"));
        }
    };
    due("quote", Some(&texts.quote), Some(&claim.quote));
    due("finding", Some(&texts.finding), Some(&claim.finding));
    due("claim", texts.claim.as_deref(), claim.claim.as_deref());
    due("explanation", texts.explanation.as_deref(), claim.explanation.as_deref());
    due("would_change", texts.would_change.as_deref(), claim.would_change.as_deref());
    let (own, asked) = (texts.asked.as_ref(), claim.asked.as_ref());
    due(
        "asked.answer",
        own.and_then(|it| it.answer.as_deref()),
        asked.and_then(|it| it.answer.as_deref()),
    );
    due("asked.not", own.and_then(|it| it.not.as_deref()), asked.and_then(|it| it.not.as_deref()));
    let given = |reservations: &crate::model::Reservations, key: &str| {
        reservations.given().find(|(kind, _)| *kind == key).map(|(_, reason)| reason.to_owned())
    };
    for kind in ["few_sources", "no_primary", "one_sided", "not_reviewed"] {
        let (own, original) = (given(&texts.reservations, kind), given(&claim.reservations, kind));
        due(&format!("reservations.{kind}"), own.as_deref(), original.as_deref());
    }
    let strays = |of: Vec<Option<usize>>| of.into_iter().enumerate().filter(|(_, of)| of.is_none());
    for (kind, stray) in strays(texts.evidence_of(&claim.evidence))
        .map(|(place, _)| ("evidence", place))
        .chain(strays(texts.ledger_of(&claim.ledger)).map(|(place, _)| ("ledger", place)))
    {
        let path = KeyPath::top().key("claims").index(index).key(kind).index(stray);
        let file = pair.translation.article.claims_file.as_ref();
        let file = file.unwrap_or(&pair.translation.article.file);
        let what = if kind == "evidence" { "piece of evidence" } else { "entry of the history" };
        let message = format!("the original of `{}` has no {what} that this belongs to", texts.id);
        findings.push(
            Diagnostic::new(&RULE, Place::value(file, path), message)
                .related(pair.original_at(of, kind), "those of the original")
                .help("notes stand in the original's order, or name their `source`, or their day (`on`) and `kind`"),
        );
    }
}

/// The texts of the front matter that the original has.
fn matter(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    let (translation, original) = (pair.translation, &pair.original.matter);
    let own = &translation.matter;
    let article = &translation.article;
    let mut due = |path: &[&str], translated: Option<&str>, text: Option<&str>| {
        let key = path.iter().fold(KeyPath::top(), |path, step| path.key(*step));
        let name = path.join(".");
        let last = path.last().copied().unwrap_or_default();
        match (translated, text) {
            (None, Some(text)) if !text.trim().is_empty() => {
                let place = matter_place(article, key.clone());
                let message = format!("the front matter has no `{name}` in this language");
                findings.push(
                    Diagnostic::new(&RULE, place, message)
                        .related(pair.original.matter_place(key), "the original has it")
                        .help(format!("add `{last}:` with its translation")),
                );
            }
            (Some(_), None) => {
                let message = format!("the original's front matter has no `{name}`");
                let place = matter_place(article, key);
                let help = "take it out, or write it in the original as well";
                findings.push(Diagnostic::new(&RULE, place, message).help(help));
            }
            _ => {}
        }
    };
    due(&["dek"], own.dek.as_deref(), original.dek.as_deref());
    let (asked, of) = (own.asked.as_ref(), original.asked.as_ref());
    due(
        &["asked", "answer"],
        asked.and_then(|it| it.answer.as_deref()),
        of.and_then(|it| it.answer.as_deref()),
    );
    due(
        &["asked", "not"],
        asked.and_then(|it| it.not.as_deref()),
        of.and_then(|it| it.not.as_deref()),
    );
    let (text, of) = (own.text.as_ref(), original.text.as_ref());
    due(
        &["text", "licence"],
        text.and_then(|it| it.licence.as_deref()),
        of.map(|it| it.licence.as_str()),
    );
    due(
        &["text", "note"],
        text.and_then(|it| it.note.as_deref()),
        of.and_then(|it| it.note.as_deref()),
    );
    for (topic, _) in own.topics.iter() {
        let mut claims = pair.original.claims.iter().flat_map(|claim| &claim.topics);
        if !original.topics.iter().any(|it| it == topic) && !claims.any(|it| it == topic) {
            let place = matter_place(article, KeyPath::top().key("topics").key(topic));
            let message = format!("the original has no topic `{topic}`");
            findings.push(
                Diagnostic::new(&RULE, place, message)
                    .help("`topics:` gives each word of the original its word in this language"),
            );
        }
    }
}

/// A value of the front matter; the file where it has none.
pub(super) fn matter_place(article: &Article, path: KeyPath) -> Place {
    match article.matter_start {
        0 => Place::file(&article.file),
        _ => article.matter_place(path),
    }
}

/// Reports people and sources of a translation that the original does not have.
pub(in crate::check) fn check_registries(site: &Site, findings: &mut Vec<Diagnostic>) {
    for own in &site.registries {
        let people = own.people.ids().filter(|id| site.people.get(id).is_none());
        let people = people.filter(|_| !site.unread.people).map(|id| ("people", id));
        let sources = own.sources.ids().filter(|id| site.sources.get(id).is_none());
        let sources = sources.filter(|_| !site.unread.sources).map(|id| ("sources", id));
        for (kind, id) in people.chain(sources) {
            let place = Place::key(&own.file, KeyPath::top().key(kind).key(id));
            let message = format!("there is no `{id}` in {kind}.yaml");
            let known: Vec<&str> = match kind {
                "people" => site.people.ids().collect(),
                _ => site.sources.ids().collect(),
            };
            let found = Diagnostic::new(&RULE, place, message);
            findings.push(match nearest::nearest(id, known.into_iter()) {
                Some(near) => found.label(format!("did you mean `{near}`?")),
                None => found.help("a translation has the entries of its original and no others"),
            });
        }
    }
}

/// Texts of figures that the original does not have.
fn figures(pair: &Pair<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &pair.translation.article.figures_file else { return };
    let (own, original) = (&pair.translation.figures, &pair.original.figures);
    let mut stray = |kind: &str, id: &str, message: String| {
        let place = Place::key(file, KeyPath::top().key(kind).key(id));
        findings.push(Diagnostic::new(&RULE, place, message));
    };
    let data = own.data.ids().filter(|id| original.data.get(id).is_none()).map(|id| ("data", id));
    let quantities = own.quantities.ids().filter(|id| original.quantities.get(id).is_none());
    let sums = own.sums.ids().filter(|id| original.sums.get(id).is_none()).map(|id| ("sums", id));
    let charts = own.charts.ids().filter(|id| original.charts.get(id).is_none());
    let quantities = quantities.map(|id| ("quantities", id));
    for (kind, id) in data.chain(quantities).chain(sums).chain(charts.map(|id| ("charts", id))) {
        stray(kind, id, format!("the original's figures have no `{id}` under `{kind}`"));
    }
    for (id, chart) in own.charts.iter() {
        let Some(of) = original.charts.get(id) else { continue };
        for (key, count, due) in [
            ("notes", chart.notes.len(), of.notes.len()),
            ("marks", chart.marks.len(), of.marks.len()),
            ("values", chart.values.len(), of.values.len()),
        ] {
            if count != due && count > 0 {
                let path = KeyPath::top().key("charts").key(id).key(key);
                let message = format!("the original's chart has {due} `{key}`, this one {count}");
                let found = Diagnostic::new(&RULE, Place::value(file, path), message);
                findings.push(found.help("each stands for the one at its place in the original"));
            }
        }
    }
}
