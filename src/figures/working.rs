//! How a sum was reckoned, for readers.

use super::tokens::{Token, TokenKind};
use super::{Computed, Number, Unit, Value};
use crate::number;
use crate::words::Words;

/// How a sum was reckoned: its expression with numbers in the place of names, and the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Working(Vec<Step>);

/// A part of it.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Signs, and names that nothing is known of.
    Text(String),
    /// A number and what it counts.
    Measure(Number, Unit),
}

impl Working {
    /// Reads it from an expression.
    pub(super) fn new(tokens: &[Token], value: &Value, known: &Computed) -> Self {
        let mut steps = Vec::with_capacity(tokens.len() + 2);
        // Whether a number or a closing bracket stands before, so that a sign is one between two.
        let mut is_after_operand = false;
        for token in tokens {
            steps.push(match &token.kind {
                TokenKind::Number(exact) => {
                    Step::Measure(Number::Exact(exact.clone()), Unit::default())
                }
                TokenKind::Name(name) => match known.value(name) {
                    Some(input) => Step::Measure(input.number.clone(), input.unit.clone()),
                    None => Step::Text(name.clone()),
                },
                TokenKind::Operator(sign) => {
                    let sign = match sign {
                        '-' => '\u{2212}',
                        '*' => '×',
                        '/' => '÷',
                        sign => *sign,
                    };
                    Step::Text(if is_after_operand { format!(" {sign} ") } else { sign.into() })
                }
                TokenKind::Open => Step::Text("(".to_owned()),
                TokenKind::Close => Step::Text(")".to_owned()),
            });
            is_after_operand = !matches!(token.kind, TokenKind::Operator(_) | TokenKind::Open);
        }
        steps.push(Step::Text(" = ".to_owned()));
        steps.push(Step::Measure(value.number.clone(), value.unit.clone()));
        Self(steps)
    }

    /// Writes it, with the marks of a language (a BCP 47 tag) and units in words:
    /// `20,000,000,000 USD of 1961 × 304.702 ÷ 29.9 = 203,814,046,822.74… USD of 2023`.
    pub fn write(&self, language: &str, words: &Words) -> String {
        self.with(|number, unit| measure(number, unit, language, words))
    }

    /// Its first part, with units as authors write them.
    pub(super) fn note(&self, language: &str) -> String {
        let whole = self.with(|number, unit| match (number, counted(unit)) {
            (Number::Day(day), _) => number::write_day(*day, language),
            (Number::Exact(exact), None) => number::write_digits(exact, language),
            (Number::Exact(exact), Some(unit)) => {
                format!("{} {unit}", number::write_digits(exact, language))
            }
        });
        whole.chars().take(300).collect()
    }

    fn with(&self, measure: impl Fn(&Number, &Unit) -> String) -> String {
        let mut text = String::new();
        for step in &self.0 {
            match step {
                Step::Text(part) => text.push_str(part),
                Step::Measure(number, unit) => text.push_str(&measure(number, unit)),
            }
        }
        text
    }
}

/// A number with all its digits and what it counts: `20,000,000,000 USD of 1961`.
pub fn measure(number: &Number, unit: &Unit, language: &str, words: &Words) -> String {
    let exact = match number {
        Number::Day(day) => return number::write_day(*day, language),
        Number::Exact(exact) => exact,
    };
    let digits = number::write_digits(exact, language);
    let Some(unit) = counted(unit) else { return digits };
    if unit.is_percent() {
        return words.say("measure_percent", &[("number", (&digits).into())]);
    }
    let unit = unit.in_words(exact.unsigned() == 1.into(), words);
    words.say("measure", &[("number", (&digits).into()), ("unit", (&unit).into())])
}

/// What is told of a unit beside a number; nothing where it is a plain number or an index.
fn counted(unit: &Unit) -> Option<Unit> {
    let unit = unit.without_bare();
    let says = !unit.is_plain() && !unit.single().is_some_and(super::Base::is_index);
    says.then_some(unit)
}
