//! Evaluates an expression. The order of operations is the library's (`exmex`); the numbers, their
//! units and what may be done with them are [`Measure`]'s.

use std::fmt::Write as _;
use std::str::FromStr;

use exmex::{BinOp, Express, FlatEx, MakeOperators, NumberMatcher, Operator};

use super::measure::{Fault, Measure};
use super::tokens::{Token, TokenKind};
use crate::number::NoNumber;

/// A number of an expression, or why there is none.
#[derive(Debug, Clone)]
struct Operand(Result<Measure, Fault>);

impl Default for Operand {
    fn default() -> Self {
        Self(Err(Fault::Number(NoNumber::NotANumber)))
    }
}

impl FromStr for Operand {
    type Err = NoNumber;

    /// Numbers are handed over as variables, never as text.
    fn from_str(_: &str) -> Result<Self, NoNumber> {
        Err(NoNumber::NotANumber)
    }
}

impl Operand {
    fn with(
        self,
        other: Self,
        apply: impl Fn(&Measure, &Measure) -> Result<Measure, Fault>,
    ) -> Self {
        match (self.0, other.0) {
            (Ok(one), Ok(two)) => Self(apply(&one, &two)),
            (Err(fault), _) | (_, Err(fault)) => Self(Err(fault)),
        }
    }
}

#[derive(Debug, Clone)]
struct Arithmetic;

impl MakeOperators<Operand> for Arithmetic {
    fn make<'a>() -> Vec<Operator<'a, Operand>> {
        let binary = |apply: fn(Operand, Operand) -> Operand, prio: i64| BinOp {
            apply,
            prio,
            // Asked only to reckon with numbers beforehand, and there are none.
            is_commutative: false,
        };
        vec![
            Operator::make_bin_unary(
                "+",
                binary(|one, two| one.with(two, |one, two| one.plus(two, false)), 0),
                |one| one,
            ),
            Operator::make_bin_unary(
                "-",
                binary(|one, two| one.with(two, |one, two| one.plus(two, true)), 0),
                |one| Operand(one.0.and_then(Measure::negated)),
            ),
            Operator::make_bin("*", binary(|one, two| one.with(two, Measure::times), 1)),
            Operator::make_bin("/", binary(|one, two| one.with(two, Measure::divided_by), 1)),
        ]
    }
}

/// Evaluates the tokens of an expression that is well formed. `value` gives the named ones.
///
/// # Errors
/// What the arithmetic refuses.
pub fn evaluate(
    tokens: &[Token],
    value: impl Fn(&str) -> Option<Measure>,
) -> Result<Measure, Fault> {
    let nothing = || Fault::Number(NoNumber::NotANumber);
    let mut text = String::new();
    let mut operands = Vec::new();
    for token in tokens {
        match &token.kind {
            TokenKind::Operator(sign) => text.push(*sign),
            TokenKind::Open => text.push('('),
            TokenKind::Close => text.push(')'),
            TokenKind::Number(_) | TokenKind::Name(_) => {
                // The library sorts variables by name.
                let _ = write!(text, "{{{:06}}}", operands.len());
                operands.push(Operand(Ok(match &token.kind {
                    TokenKind::Name(name) => value(name).ok_or_else(nothing)?,
                    TokenKind::Number(number) => Measure::literal(number.clone()),
                    _ => return Err(nothing()),
                })));
            }
        }
    }
    let expression = FlatEx::<Operand, Arithmetic, NumberMatcher>::parse(&text);
    let result = expression.and_then(|expression| expression.eval(&operands));
    result.map_or_else(|_| Err(nothing()), |operand| operand.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::declared::Declared;
    use super::super::tokens::tokens;
    use super::super::{Number, Unit};
    use super::*;
    use crate::number::Exact;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// Figures for the tests: name, number or day, unit.
    const FIGURES: [(&str, &str, &str); 11] = [
        ("pledge", "20e9", "USD of 1961"),
        ("cpi-1961", "29.9", "index of 1961"),
        ("cpi-2023", "304.702", "index of 2023"),
        ("persons", "32", "persons"),
        ("encounters", "266071", "encounters"),
        ("before", "187716", "encounters"),
        ("share", "80", "percent"),
        ("plain", "3", "ratio"),
        ("taken", "2023-12-30", "ratio"),
        ("released", "2024-01-03", "ratio"),
        ("week", "7", "days"),
    ];

    fn value(name: &str) -> Option<Measure> {
        let (_, number, unit) = FIGURES.iter().find(|(known, ..)| *known == name)?;
        let number = match number.parse() {
            Ok(day) => Number::Day(day),
            Err(_) => Number::Exact(Exact::parse(number).unwrap()),
        };
        Some(Measure::named(number, Declared::parse(unit, None).unwrap().unit, name))
    }

    fn result(text: &str) -> Result<Measure, Fault> {
        let names = FIGURES.iter().map(|(name, ..)| *name).collect();
        evaluate(&tokens(text, &names, "").unwrap(), value)
    }

    fn told(text: &str) -> String {
        match result(text) {
            Ok(Measure { number: Number::Exact(exact), unit, .. }) => {
                format!("{exact} {unit}").trim_end().to_owned()
            }
            Ok(Measure { number: Number::Day(day), .. }) => day.to_string(),
            Err(Fault::Number(no)) => no.to_string(),
            Err(Fault::Days) => "days".to_owned(),
            Err(Fault::Powers) => "powers".to_owned(),
            Err(Fault::Mixed(sides)) => format!("{} and {}", sides[0].unit, sides[1].unit),
        }
    }

    #[test]
    fn the_order_of_operations() {
        for (text, number) in [
            ("26 + 6", "32"),
            ("2 + 3 * 4", "14"),
            ("(2 + 3) * 4", "20"),
            ("10 - 3 - 2", "5"),
            ("10 - 3 + 2", "9"),
            ("100 / 10 * 2", "20"),
            ("100 / 10 / 2", "5"),
            ("2 * 3 / 4 * 2", "3"),
            ("-2 * 3", "-6"),
            ("2 - -3", "5"),
            ("-(2 + 3) * 2", "-10"),
            ("2 * (3 - (4 - 5))", "8"),
            ("1 / 3 * 3", "1"),
            ("0.1 + 0.2", "0.3"),
            ("1 / 0", "it divides by zero"),
            ("1 / (2 - 2) + 1", "it divides by zero"),
        ] {
            assert_eq!(told(text), number, "{text}");
        }
        assert_eq!(told(&format!("{}1{}", "(".repeat(100), ")".repeat(100))), "1");
        assert_eq!(told(&format!("1{}", "+1".repeat(1999))), "2000");
        assert_eq!(told(&["week / week"; 500].join(" * ")), "1");
        assert_eq!(told(&["week"; 101].join("*")), "powers");
        assert_eq!(told(&["1e1000"; 10].join("*")), "the number is too large to be reckoned with");
    }

    #[test]
    fn units_are_carried() {
        for (text, told_as) in [
            ("pledge * cpi-2023 / cpi-1961", "203814046822.7… USD of 2023"),
            ("pledge / cpi-1961 * cpi-2023", "203814046822.7… USD of 2023"),
            ("pledge + pledge", "40000000000 USD of 1961"),
            ("pledge / pledge", "1"),
            ("pledge / persons", "625000000 USD of 1961 per persons"),
            ("persons * 2", "64 persons"),
            ("persons * share / 100", "25.6 persons"),
            ("persons / 100 * share", "25.6 persons"),
            ("1 + share / 100", "1.8"),
            ("share + share", "160 percent"),
            ("pledge + persons", "USD of 1961 and persons"),
            ("pledge + 5", "USD of 1961 and a plain number"),
            ("encounters - persons", "encounters and persons"),
            ("plain + 5", "8"),
            ("released - taken", "4 days"),
            ("taken - released", "-4 days"),
            ("taken + week", "2024-01-06"),
            ("week + taken", "2024-01-06"),
            ("released - week", "2023-12-27"),
            ("released + taken", "a day of the calendar and a day of the calendar"),
            ("taken + persons", "a day of the calendar and persons"),
            ("taken * 2", "days"),
            ("-taken", "days"),
            ("taken + week * 1e9", "the number is too large to be reckoned with"),
        ] {
            assert_eq!(told(text), told_as, "{text}");
        }
        for (text, hundreds) in [
            ("encounters / before * 100", 1),
            ("100 * encounters / before", 1),
            ("encounters / before", 0),
            ("encounters * 100 / before - 100", 1),
            ("(encounters - before) / before * 100", 1),
        ] {
            let measure = result(text).unwrap();
            assert_eq!((measure.hundreds, measure.unit), (hundreds, Unit::default()), "{text}");
        }
        assert!(result("26 + 6").unwrap().literal);
        assert!(!result("26 * plain").unwrap().literal);
    }

    /// An expression as a text, and its result by another way; none where it divides by zero.
    fn expression() -> impl Strategy<Value = (String, u8, Option<Exact>)> {
        let number =
            (0_i64..20).prop_map(|number| (number.to_string(), 2, Some(Exact::from(number))));
        number.prop_recursive(6, 40, 2, |inner| {
            type Part = (String, u8, Option<Exact>);
            (inner.clone(), "[-+*/]", inner).prop_map(|(one, sign, two): (Part, String, Part)| {
                // Brackets only where they are needed.
                let prio = u8::from(sign == "*" || sign == "/");
                let first = if one.1 < prio { format!("({})", one.0) } else { one.0 };
                let second = if two.1 <= prio { format!("({})", two.0) } else { two.0 };
                let result = one.2.zip(two.2).and_then(|(one, two)| {
                    match &*sign {
                        "+" => one.plus(&two),
                        "-" => one.minus(&two),
                        "*" => one.times(&two),
                        _ => one.divided_by(&two),
                    }
                    .ok()
                });
                (format!("{first} {sign} {second}"), prio, result)
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_the_order_of_schoolbooks((text, _, result) in expression()) {
            let told = evaluate(&tokens(&text, &HashSet::new(), "").unwrap(), |_| None);
            let told = told.ok().and_then(|measure| measure.number.exact().cloned());
            prop_assert_eq!(told, result, "{}", text);
        }
    }
}
