//! The weighing of sources: each fault planted in a copy of the repository's own site gives one
//! finding, by the rule meant for it, at its line and column.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod planted;

use planted::{ARTICLE, CLAIMS, SETTINGS, SOURCES, Site, place};

#[test]
fn a_reviewer_who_is_the_checker() {
    let own = "id: nationalities";
    let checked = "checked: {by: [factpress], on: 2026-11-23}";
    let now = format!("{checked}\n    reviewed: {{by: [factpress], on: 2026-11-23}}");
    let site = Site::new().plant(CLAIMS, own, checked, &now);
    let reviewed = "reviewed: {by: [factpress]";
    let found = site.has_one("reviewer-is-checker", CLAIMS, reviewed, "factpress");
    assert!(found.related[0].label.contains("checked"), "{found:?}");
}

#[test]
fn two_addresses_of_one_origin() {
    // The claim rests on two sources; one of them turns out to be a copy of the other.
    let source = "  chihuahua-minuto:";
    let same = "kind: secondary\n    origin: el-financiero-live";
    let site = Site::new().plant(SOURCES, source, "kind: secondary", same);
    let own = "id: friday-press-conference";
    let found = site.has_one("too-few-independent-sources", CLAIMS, own, "chihuahua-minuto");
    assert!(found.message.contains("1 independent source; 2 are asked for"));
    assert!(found.label.contains("`el-financiero-live`"), "{}", found.label);
    let note = "`chihuahua-minuto` and `el-financiero-live` go back to one origin, `el-financiero-live`, and count once";
    assert_eq!(found.notes, [note]);
    let origin = &found.related[1].place;
    assert_eq!(origin.file.path, SOURCES);
    assert_eq!(origin.lines().0.line, line(&site, SOURCES, "origin: el-financiero-live"));
    // The same with two reports of agencies.
    let site = Site::new().plant(SOURCES, "  britannica-matamoros:", "kind: tertiary", {
        "kind: tertiary\n    origin: reuters-2024-01-02"
    });
    let own = "id: matamoros-borders-brownsville";
    site.has_one("too-few-independent-sources", CLAIMS, own, "reuters-highway");
    // One address under two names.
    let site = Site::new().plant(
        SOURCES,
        "  el-financiero-live:",
        "title:",
        "title: The same\n    publisher: El Financiero\n    \
         url: http://elfinanciero.com.mx/nacional/2024/01/05/conferencia-mananera-de-amlo-hoy-5-de-enero-siguela-aqui-en-vivo#top\n\n  \
         el-financiero-again:\n    title:",
    );
    let found = site.findings();
    let rules: Vec<&str> = found.iter().map(|it| it.rule).collect();
    // Nothing rests on the second of the two.
    assert_eq!(rules, ["unused-source", "same-origin-undeclared"]);
    assert_eq!(
        place(&found[1]),
        format!(
            "same-origin-undeclared {}",
            site.at(SOURCES, "  el-financiero-again:", "https://www.elfinanciero")
        )
    );
}

fn line(site: &Site, file: &str, text: &str) -> usize {
    let content = site.text(file);
    factpress::input::line_column(&content, content.find(text).unwrap()).line
}

#[test]
fn too_few_sources() {
    let own = "id: friday-press-conference";
    // What only gives context is not counted.
    let site = Site::new().plant(CLAIMS, own, "stance: supports", "stance: context");
    site.has_one("too-few-independent-sources", CLAIMS, own, "evidence");
    let site = Site::new().set("weighing: {independent_sources: 3}");
    let found = site.findings();
    assert!(found.len() > 3 && found.iter().all(|it| it.rule == "too-few-independent-sources"));
    let site = Site::new().set("weighing: {independent_sources: 1}");
    // Now the reasons for few sources are not true any more.
    let found = site.findings();
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|it| it.help == ["take the line out: readers see it"]));
    // A source that is not known is reported as that alone.
    let unknown = "source: chihuahua-minute";
    let site = Site::new().plant(CLAIMS, own, "source: chihuahua-minuto", unknown);
    let rules: Vec<_> = site.findings().iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["unknown-source", "unused-source"]);
}

#[test]
fn reasons_that_are_missing_or_not_needed() {
    let own = "id: two-percent";
    let reason = "      few_sources: The words are attributed to one essay, and only that essay can show them.\n";
    let site = Site::new().plant(CLAIMS, own, reason, "");
    // The copy of 2012 counts once with the essay.
    site.has_one("too-few-independent-sources", CLAIMS, own, "historian-essay-2012");
    let site = Site::new().plant(CLAIMS, own, reason, "      few_sources: ''\n");
    site.has_one("missing-field", CLAIMS, "few_sources: ''", "''");
    let own = "id: five-armed-vehicles";
    let site = Site::new().plant(CLAIMS, own, "    reservations:\n", "    reservation:\n");
    site.has_one("unknown-field", CLAIMS, own, "reservation");
    let own = "id: proposed-in-1961";
    let site = Site::new().plant(
        CLAIMS,
        own,
        "    would_change:",
        "    reservations: {no_primary: There is none.}\n    would_change:",
    );
    let found = site.has_one("no-primary-source", CLAIMS, own, "There is none.");
    assert!(found.message.contains("but it has one"), "{}", found.message);
}

#[test]
fn no_primary_source_and_one_side_only() {
    let own = "id: five-armed-vehicles";
    let reason = "    reservations:\n      no_primary: No official record was among what we could read; the account is known from reports.\n";
    let site = Site::new().plant(CLAIMS, own, reason, "");
    site.has_one("no-primary-source", CLAIMS, own, "evidence");
    let own = "id: general-deterioration";
    let reason = "      one_sided: The words are exact, so nothing speaks against them; what is missing is context.\n";
    let site = Site::new().plant(CLAIMS, own, reason, "");
    let found = site.has_one("one-sided-evidence", CLAIMS, own, "evidence");
    assert!(found.message.contains("no evidence against the claim"), "{}", found.message);
}

#[test]
fn a_claim_that_is_its_own_evidence() {
    let own = "id: five-armed-vehicles";
    let site = Site::new().plant(CLAIMS, own, "source: ap-five-vehicles", "source: jurist-report");
    let found = site.findings();
    // That the report has a stake in what it says itself is not told on top.
    let rules: Vec<_> = found.iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["self-sourcing", "unused-source"]);
    let at = site.at(CLAIMS, own, "jurist-report\n");
    assert_eq!(place(&found[0]), format!("self-sourcing {at}"));
    // A source of the speaker.
    let by = "publisher: El Financiero, JURIST news report of January 2024";
    let site = Site::new().plant(SOURCES, "", "publisher: El Financiero", by);
    let found = site.findings();
    assert_eq!(found[0].rule, "self-sourcing");
    assert!(found[0].message.contains("its own speaker"), "{found:?}");
    // One of this very site.
    let site = Site::new().plant(
        SOURCES,
        "  el-financiero-live:",
        "https://www.elfinanciero.com.mx/",
        "http://factpress.example/",
    );
    let own = "id: friday-press-conference";
    let found = site.has_one("self-sourcing", CLAIMS, own, "el-financiero-live");
    assert!(found.message.contains("this site itself"), "{}", found.message);
}

#[test]
fn interests_and_names_of_sources() {
    let source = "  frus-doc-8:";
    let interest = "    interest: A department's own selection of its country's records.\n";
    let site = Site::new().plant(SOURCES, source, interest, "");
    let found = site.has_one("interest-undeclared", SOURCES, source, "Office of the Historian");
    assert!(found.label.contains("US Department of State"), "{}", found.label);
    // A body that the speaker belongs to.
    let site =
        Site::new().plant(SOURCES, "  el-vigia:", "publisher: El Vigía", "publisher: Jurist");
    let found = site.has_one("interest-undeclared", SOURCES, "  el-vigia:", "Jurist");
    assert!(found.label.contains("JURIST"), "{}", found.label);
    // Nobody is named.
    let reason = "    anonymous: A statute of the United States, which has no author.\n";
    let site = Site::new().plant(SOURCES, "  us-asylum-law:", reason, "");
    site.has_one("anonymous-source", SOURCES, "  us-asylum-law:", "us-asylum-law");
    let site = Site::new().plant(
        SOURCES,
        "  us-asylum-law:",
        reason,
        &format!("{reason}    author: Congress\n"),
    );
    site.has_one("anonymous-source", SOURCES, "  us-asylum-law:", "A statute");
}

#[test]
fn speakers_are_asked_or_it_is_said_why_not() {
    let asked = "asked: {not: The people and organizations that are quoted were not contacted for this sample.}\n";
    let site = Site::new().plant(ARTICLE, "", asked, "");
    let found = site.findings();
    assert_eq!(found.len(), 19);
    assert!(found.iter().all(|it| it.rule == "claimant-not-asked"));
    let own = "id: us-and-canada";
    for (asked, rule, at) in [
        ("{on: 2026-11-20}", "missing-field", "{on: 2026-11-20}"),
        ("{answer: None.}", "missing-field", "{answer: None.}"),
        ("{}", "missing-field", "{}"),
        ("{not: No., on: 2026-11-20}", "unknown-field", "No."),
        ("{not: ''}", "missing-field", "''"),
        ("{on: 2026-11, answer: None.}", "bad-date", "2026-11,"),
        ("{on: 2026-12-20, answer: None.}", "bad-date", "2026-12-20"),
        ("{on: 2023-11-20, answer: None.}", "dates-contradict", "2023-11-20"),
    ] {
        let line = format!("    asked: {asked}\n    would_change:");
        let site = Site::new().plant(CLAIMS, own, "    would_change:", &line);
        let found = site.findings();
        assert_eq!(found.len(), 1, "{asked}: {found:?}");
        assert_eq!(found[0].rule, rule, "{asked}");
        let line = site.at(CLAIMS, "    asked:", at).rsplit_once(':').unwrap().0.to_owned();
        assert!(place(&found[0]).contains(&line), "{asked}: {}", place(&found[0]));
    }
}

#[test]
fn profiles_switch_rules_on_and_settings_win() {
    let profile = |word: &str| Site::new().set(&format!("profile: {word}"));
    let missing =
        |site: &Site, rule: &str| site.findings().iter().filter(|found| found.rule == rule).count();
    for word in ["ifcn", "efcsn"] {
        let site = profile(word);
        assert_eq!(missing(&site, "missing-site-page"), 4);
        let found = site.findings();
        let at = format!("missing-site-page {}", site.at(SETTINGS, "profile:", word));
        assert!(found.iter().any(|found| place(found) == at));
        // Checks by one person alone are for the European code.
        assert_eq!(missing(&site, "not-reviewed"), if word == "efcsn" { 19 } else { 0 });
        let site = site.set("pages: {funding: about, team: about, contact: about, submit: abuot}");
        let at = format!("broken-internal-link {}", site.at(SETTINGS, "pages:", "abuot"));
        let found = site.found();
        assert!(found.contains(&at), "{found:?}");
        assert_eq!(missing(&site, "missing-site-page"), 0);
    }
    let site = profile("ifcn").set("rules: {missing-site-page: allow}");
    assert_eq!(missing(&site, "missing-site-page"), 0);
    let site = Site::new().set("rules: {missing-site-page: warn}");
    assert_eq!(missing(&site, "missing-site-page"), 4);
    let site = profile("icfn");
    let found = site.has_one("wrong-type", SETTINGS, "profile:", "icfn");
    assert!(found.label.contains("ifcn"), "{found:?}");
}
