//! Kept copies that are not here.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    name: "snapshot-missing",
    level: Level::Warn,
    summary: "the kept copy of a source is not in snapshots/",
    reason: "Copies may be left out of a public repository, where the terms of a source do not allow \
             one. Then its quotations are not verified here, which is no error; where the copies should \
             be, it is one. Sites that leave them out set this rule to `allow`.",
    bad: "snapshots:\n  essay: {path: essay.html, …}      (and no snapshots/essay.html)",
    good: "snapshots/essay.html",
    fixed: false,
};

/// Reports the copy at `path` of a source.
pub fn report(place: Place, source: &str, path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the kept copy of `{source}` is not here: {path}"))
        .note("its quotations are not verified")
        .help(format!(
            "put the file there; `factpress archive {source}` fetches it again if the source has an \
             address and is still the same"
        ))
        .help("if copies are left out on purpose, write `rules: {snapshot-missing: allow}` in factpress.yaml")
}

/// Reports a path that leads out of the folder.
pub fn out_of_folder(place: Place) -> Diagnostic {
    let found = Diagnostic::new(
        &RULE,
        place,
        "kept copies are in `snapshots/`, and this path leads elsewhere",
    );
    Diagnostic { level: Level::Deny, ..found }
        .help("write the path below `snapshots/`, such as `essay.html`")
}
