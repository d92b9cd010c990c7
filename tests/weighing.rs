//! Freshness and the weighing of sources: each fault planted in a copy of the repository's own site
//! gives one finding, by the rule meant for it, at its line and column.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::Path;

use factpress::build::{self, Options};
use factpress::diagnostic::Diagnostic;

const ARTICLE: &str = "content/migration-alliance/index.md";
const CLAIMS: &str = "content/migration-alliance/claims.yaml";
const SOURCES: &str = "content/sources.yaml";
const SETTINGS: &str = "factpress.yaml";

/// A copy of the repository's site, to plant faults in.
struct Site {
    folder: tempfile::TempDir,
    today: jiff::civil::Date,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["factpress.yaml", "content", "seeds"] {
            for entry in walkdir::WalkDir::new(root.join(part)) {
                let entry = entry.unwrap();
                let target = folder.path().join(entry.path().strip_prefix(root).unwrap());
                if entry.file_type().is_dir() {
                    fs::create_dir_all(target).unwrap();
                } else {
                    fs::copy(entry.path(), target).unwrap();
                }
            }
        }
        Self { folder, today: jiff::civil::date(2026, 11, 24) }
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap()
    }

    /// Replaces the first `was` after the words `after`.
    fn plant(self, file: &str, after: &str, was: &str, now: &str) -> Self {
        let text = self.text(file);
        let start = text.find(after).unwrap_or_else(|| panic!("`{after}` is not in {file}"));
        let at = text[start..].find(was).unwrap_or_else(|| panic!("`{was}` is not in {file}"));
        let (head, rest) = text.split_at(start + at);
        let text = format!("{head}{now}{}", &rest[was.len()..]);
        fs::write(self.folder.path().join(file), text).unwrap();
        self
    }

    /// Adds a line at the end of the settings, in place of the one that has its key.
    fn set(self, line: &str) -> Self {
        let key = line.split_once(':').unwrap().0;
        let text = self.text(SETTINGS);
        let mut inside = false;
        let others = text.lines().filter(|other| {
            inside = other.starts_with(&format!("{key}:")) || inside && other.starts_with(' ');
            !inside
        });
        let lines: Vec<&str> = others.chain([line]).collect();
        fs::write(self.folder.path().join(SETTINGS), lines.join("\n") + "\n").unwrap();
        self
    }

    fn on(mut self, year: i16, month: i8, day: i8) -> Self {
        self.today = jiff::civil::date(year, month, day);
        self
    }

    fn findings(&self) -> Vec<Diagnostic> {
        let options = Options {
            root: self.folder.path().to_owned(),
            now: Some(self.today),
            ..Options::default()
        };
        build::check(&options).unwrap().diagnostics
    }

    /// What is found, as `rule file:line:column`.
    fn found(&self) -> Vec<String> {
        self.findings().iter().map(place).collect()
    }

    /// Where `text` stands after the words `after`, as `file:line:column`.
    fn at(&self, file: &str, after: &str, text: &str) -> String {
        let content = self.text(file);
        let start = content.find(after).unwrap();
        let at = start + content[start..].find(text).unwrap();
        let place = factpress::input::line_column(&content, at);
        format!("{file}:{}:{}", place.line, place.column)
    }

    /// Holds the site to one finding, by `rule`, at `text` after the words `after`.
    fn has_one(&self, rule: &str, file: &str, after: &str, text: &str) -> Diagnostic {
        assert_eq!(self.found(), [format!("{rule} {}", self.at(file, after, text))]);
        self.findings().remove(0)
    }
}

fn place(found: &Diagnostic) -> String {
    let at = found.place.lines().0;
    format!("{} {}:{}:{}", found.rule, found.place.file.path, at.line, at.column)
}

#[test]
fn the_site_itself_has_no_finding() {
    assert_eq!(Site::new().found(), [] as [String; 0]);
}

#[test]
fn a_past_recheck_date() {
    let own = "id: us-and-canada";
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-11-01");
    let found = site.has_one("recheck-overdue", CLAIMS, own, "2026-11-01");
    assert!(found.message.contains("us-and-canada") && found.message.contains("2026-11-01"));
    // Left from an earlier check, and told so.
    assert_eq!(place(&found), format!("recheck-overdue {}", site.at(CLAIMS, own, "2026-11-01")));
    assert!(found.related[0].label.contains("not older"), "{found:?}");
    // Time passes, and the day comes.
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-12-01");
    site.has_one("recheck-due-soon", CLAIMS, own, "2026-12-01");
    let site = site.on(2026, 12, 1);
    let found = site.has_one("recheck-due-soon", CLAIMS, own, "2026-12-01");
    assert!(found.message.ends_with("today"), "{}", found.message);
    site.on(2026, 12, 2).has_one("recheck-overdue", CLAIMS, own, "2026-12-01");
}

#[test]
fn warnings_come_as_early_as_set() {
    let own = "id: us-and-canada";
    let planted = || Site::new().plant(CLAIMS, own, "2027-11-23", "2027-01-01");
    assert_eq!(planted().found(), [] as [String; 0]);
    let site = planted().set("freshness: {warn_before: 6 weeks}");
    site.has_one("recheck-due-soon", CLAIMS, own, "2027-01-01");
    let site = planted().on(2027, 1, 1).set("freshness: {warn_before: 0 days}");
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn default_ages_of_the_site_and_of_topics() {
    let own = "id: matamoros-borders-brownsville";
    let on = "2026-11-23}";
    // The claims with a date of their own keep it.
    let site = Site::new().set("freshness: {after: 1 year, topics: {Geography: 90 days}}");
    let site = site.on(2027, 2, 1);
    let found = site.has_one("recheck-due-soon", CLAIMS, own, on);
    assert!(found.message.contains("by 2027-02-21, in 20 days"), "{}", found.message);
    assert_eq!(found.label, "90 days after the check, as for all checks on geography");
    let related = &found.related[0].place;
    assert_eq!((related.file.path.as_str(), related.lines().0.column), (SETTINGS, 48));
    site.on(2027, 2, 22).has_one("recheck-overdue", CLAIMS, own, on);
    // A topic of the article is one of every claim's.
    let site = Site::new().set("freshness: {topics: {geography: 1 year, migration: 10 days}}");
    let found = site.on(2026, 12, 4).findings();
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|found| found.rule == "recheck-overdue"));
}

#[test]
fn withdrawn_checks_are_never_due() {
    let own = "id: us-and-canada";
    let void = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-24, kind: void}";
    let site = Site::new().plant(CLAIMS, own, "2027-11-23", "2026-11-01").plant(
        CLAIMS,
        own,
        "- {on: 2026-11-23, kind: created}",
        void,
    );
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn ages_are_held_to_their_form() {
    for (lines, value) in [
        ("freshness: {after: 365}", "365"),
        ("freshness: {after: a year}", "a year"),
        ("freshness: {warn_before: -3 days}", "-3 days"),
        ("freshness: {topics: {migration: 1.5}}", "1.5"),
        ("freshness: {topics: {migration: 200 years}}", "200 years"),
        ("freshness: {after: [1 year]}", "[1 year]"),
        ("weighing: {independent_sources: -1}", "-1"),
        ("weighing: {independent_sources: two}", "two"),
    ] {
        let site = Site::new().set(lines);
        let found = site.has_one("wrong-type", SETTINGS, lines, value);
        assert!(!found.help.is_empty() && !found.message.contains("expected"), "{found:?}");
    }
    let site = Site::new().set("freshness: {after: 0 days}");
    site.has_one("bad-setting", SETTINGS, "freshness: {after: 0 days}", "0 days");
    let site = Site::new().set("freshness: {topics: {migrtion: 1 year}}");
    site.has_one("unknown-topic", SETTINGS, "freshness: {topics: {migrtion", "migrtion");
}

#[test]
fn dates_that_can_not_all_be_true() {
    let own = "id: us-and-canada";
    // Checked before it was said; the month is all that is known of that.
    let site = Site::new().plant(CLAIMS, own, "on: 2026-11-23}", "on: 2023-12-31}");
    let found = site.has_one("dates-contradict", CLAIMS, own, "2023-12-31}");
    let related = &found.related[0].place;
    let said = site.at(CLAIMS, own, "2024-01,");
    assert!(said.starts_with(&format!("{CLAIMS}:{}:", related.lines().0.line)), "{said}");
    let site = Site::new().plant(CLAIMS, own, "on: 2024-01,", "on: 2026-11-24,");
    // The report it stands in is older as well.
    assert_eq!(site.found().len(), 2);
    // Reviewed before it was checked, and by somebody else.
    let reviewed = "checked: {by: [factpress], on: 2026-11-23}\n    \
                    reviewed: {by: [us-news-report], on: 2026-11-22}";
    let checked = "checked: {by: [factpress], on: 2026-11-23}";
    let site = Site::new().plant(CLAIMS, own, checked, reviewed);
    site.has_one("dates-contradict", CLAIMS, own, "2026-11-22}");
    // A history that starts before it begins.
    let history = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-22, kind: minor}";
    let site = Site::new().plant(CLAIMS, own, "- {on: 2026-11-23, kind: created}", history);
    site.has_one("dates-contradict", CLAIMS, own, "2026-11-22");
    // The article and its original.
    let updated = "published: 2026-11-23\nupdated: 2026-11-22";
    let site = Site::new().plant(ARTICLE, "", "published: 2026-11-23", updated);
    site.has_one("dates-contradict", ARTICLE, "updated:", "2026-11-22");
    let site = Site::new().plant(ARTICLE, "", "published: 2026-11-23", "published: 2023-11-23");
    site.has_one("dates-contradict", ARTICLE, "published: ", "2023-11-23");
    // Sources.
    let source = "  ap-infant:";
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", "accessed: 2024-01-03");
    site.has_one("dates-contradict", SOURCES, source, "2024-01-03");
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", "accessed: 2024-01-04");
    assert_eq!(site.found(), [] as [String; 0]);
    let snapshot = "accessed: 2026-11-23\n    snapshot: {path: a.html, captured: 2024-01-03}";
    let site = Site::new().plant(SOURCES, source, "accessed: 2026-11-23", snapshot);
    let found = site.findings();
    let mine: Vec<_> = found.iter().filter(|it| it.rule == "dates-contradict").map(place).collect();
    let at = site.at(SOURCES, source, "2024-01-03}");
    assert_eq!(mine, [format!("dates-contradict {at}")]);
    // The statement stands in a source that is older than it.
    let site = Site::new().plant(CLAIMS, own, "on: 2024-01,", "on: 2024-02,");
    site.has_one("dates-contradict", CLAIMS, own, "2024-02,");
}

#[test]
fn evidence_that_came_after_the_check_is_an_update() {
    let source = "  mpi-los-angeles:";
    let late = "published: 2026-11-24\n    accessed: 2026-11-24";
    let planted = || Site::new().plant(SOURCES, source, "accessed: 2026-11-23", late);
    let site = planted();
    let own = "id: ten-million-hispanics";
    site.has_one("dates-contradict", CLAIMS, own, "mpi-los-angeles");
    let history = "- {on: 2026-11-23, kind: created}\n      - {on: 2026-11-24, kind: update}";
    let site = planted().plant(CLAIMS, own, "- {on: 2026-11-23, kind: created}", history);
    assert_eq!(site.found(), [] as [String; 0]);
}

#[test]
fn days_that_are_yet_to_come() {
    let source = "  ap-infant:";
    for (was, now) in [
        ("accessed: 2026-11-23", "accessed: 2026-11-25"),
        ("published: 2024-01-04", "published: 2062-01-04"),
    ] {
        let site = Site::new().plant(SOURCES, source, was, now);
        let (_, date) = now.split_once(": ").unwrap();
        site.has_one("bad-date", SOURCES, source, date);
    }
    let site = Site::new().plant(ARTICLE, "text:", "published: 2024-01", "published: 2027-01");
    site.has_one("bad-date", ARTICLE, "text:", "2027-01");
}

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
    let note = "`el-financiero-live` and `chihuahua-minuto` go back to one origin, `el-financiero-live`, and count once";
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
