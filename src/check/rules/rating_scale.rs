//! Rating scales that do not hold.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::input::KeyPath;
use crate::model::Site;

use super::bad_id;

/// The rule.
pub static RULE: Rule = Rule {
    name: "rating-scale",
    level: Level::Deny,
    summary: "the rating scale in factpress.yaml does not hold",
    reason: "Every verdict needs an id of its own and a word that readers see. `void` is reserved for \
             withdrawn checks, which are marked in the ledger.",
    bad: "verdicts:\n  - {id: void, label: Void, tone: open}",
    good: "verdicts:\n  - {id: unverified, label: Unverified, tone: open}",
    fixed: true,
};

/// Reports what does not hold.
pub fn check(site: &Site, findings: &mut Vec<Diagnostic>) {
    let Some(file) = &site.settings_file else { return };
    let verdicts = &site.settings.verdicts;
    let top = KeyPath::top().key("verdicts");
    if verdicts.is_empty() {
        findings.push(
            Diagnostic::new(&RULE, Place::value(file, top.clone()), "the rating scale is empty")
                .help("list at least one verdict, or delete `verdicts:` to use the default scale"),
        );
    }
    for (index, verdict) in verdicts.iter().enumerate() {
        let at = |name: &str| Place::value(file, top.index(index).key(name));
        let found = |name: &str, message: String| Diagnostic::new(&RULE, at(name), message);
        if !crate::address::is_kebab_case(&verdict.id) {
            findings.push(bad_id::report(at("id"), &verdict.id));
        }
        if verdict.id == "void" {
            findings.push(
                found("id", "`void` is reserved for withdrawn checks".to_owned()).help(
                    "choose another id; a check is withdrawn by a ledger entry of kind `void`",
                ),
            );
        }
        if verdicts[..index].iter().any(|other| other.id == verdict.id) {
            findings.push(
                found("id", format!("the verdict `{}` stands twice", verdict.id))
                    .help("delete one of the two"),
            );
        }
        if verdict.label.get(&site.settings.language).trim().is_empty() {
            findings.push(
                found("label", format!("the verdict `{}` has no word for readers", verdict.id))
                    .help("write the word under `label:`"),
            );
        }
    }
}
