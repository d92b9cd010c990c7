//! How a sum was reckoned, for readers.

use super::tokens::{Token, TokenKind};
use super::{Computed, Number, Unit, Value};
use crate::number;

/// The expression with numbers in the place of names, and the result:
/// `20,000,000,000 USD of 1961 × 304.702 ÷ 29.9 = 203,814,046,822.74… USD of 2023`.
pub(super) fn write(tokens: &[Token], value: &Value, known: &Computed, language: &str) -> String {
    let mut text = String::new();
    // Whether a number or a closing bracket stands before, so that a sign is one between two.
    let mut is_after_operand = false;
    for token in tokens {
        match &token.kind {
            TokenKind::Number(exact) => text.push_str(&number::write_digits(exact, language)),
            TokenKind::Name(name) => match known.value(name) {
                Some(input) => text.push_str(&measure(&input.number, &input.unit, language)),
                None => text.push_str(name),
            },
            TokenKind::Operator(sign) => {
                let sign = match sign {
                    '-' => '\u{2212}',
                    '*' => '×',
                    '/' => '÷',
                    sign => *sign,
                };
                if is_after_operand {
                    text.push(' ');
                    text.push(sign);
                    text.push(' ');
                } else {
                    text.push(sign);
                }
            }
            TokenKind::Open => text.push('('),
            TokenKind::Close => text.push(')'),
        }
        is_after_operand = !matches!(token.kind, TokenKind::Operator(_) | TokenKind::Open);
    }
    text.push_str(" = ");
    text.push_str(&measure(&value.number, &value.unit, language));
    text
}

/// A number with all its digits and what it counts: `20,000,000,000 USD of 1961`.
pub fn measure(number: &Number, unit: &Unit, language: &str) -> String {
    match number {
        Number::Day(day) => number::write_day(*day, language),
        Number::Exact(exact) => {
            let digits = number::write_digits(exact, language);
            let unit = unit.without_bare();
            if unit.is_plain() || unit.single().is_some_and(super::Base::is_index) {
                digits
            } else {
                format!("{digits} {unit}")
            }
        }
    }
}
