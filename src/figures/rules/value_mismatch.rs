//! Quantities whose two numbers differ.

use crate::diagnostic::{Diagnostic, Level, Place, Rule};
use crate::figures::Drawn;
use crate::number::Rounding;

/// The rule.
pub static RULE: Rule = Rule {
    name: "value-mismatch",
    level: Level::Deny,
    summary: "a quantity's number is not the one in its data file",
    reason: "A number that is written under `value:` and drawn under `from:` is told twice, so \
             that a slip in either is seen. Both must agree after `round:`.",
    bad: "cpi-2023: {value: 304.712, from: {…}, round: 3 decimals}     # the file gives 304.702",
    good: "cpi-2023: {value: 304.702, from: {…}, round: 3 decimals}",
    fixed: true,
};

/// Reports the difference. `from` is the place of the draw.
pub fn report(
    place: Place,
    written: &str,
    drawn: &Drawn,
    rounding: Option<Rounding>,
    from: Place,
) -> Diagnostic {
    let exact = &drawn.exact;
    let number = rounding.map_or_else(|| exact.clone(), |rounding| rounding.of(exact));
    let after = rounding.map_or_else(String::new, |rounding| {
        format!(", which is {number} when rounded to {}", rounding.words())
    });
    let found = Diagnostic::new(
        &RULE,
        place,
        format!("`value` says {written}, but `{}` gives {exact}{after}", drawn.data),
    )
    .related(
        from,
        format!(
            "the {} `{}`, {} row{}",
            drawn.operation,
            drawn.column,
            drawn.count,
            if drawn.count == 1 { "" } else { "s" }
        ),
    );
    if number.decimals().is_some_and(|decimals| decimals <= 12) {
        found.help(format!("write `value: {number}`, or mend what is drawn"))
    } else {
        found.help("say under `round:` how the number is rounded")
    }
}
