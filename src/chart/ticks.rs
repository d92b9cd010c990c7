//! Round numbers along an axis.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The round numbers that an axis shows: one, two or five times a power of ten apart, exact, and
/// from the last one below the lowest value to the first one above the highest.
///
/// # Examples
/// ```
/// use factpress::chart::ticks::ticks;
/// let shown: Vec<String> =
///     ticks("0".parse().unwrap(), "66584".parse().unwrap(), 5).iter().map(ToString::to_string).collect();
/// assert_eq!(shown, ["0", "20000", "40000", "60000", "80000"]);
/// ```
pub fn ticks(low: Decimal, high: Decimal, most: usize) -> Vec<Decimal> {
    let (low, high) = if low <= high { (low, high) } else { (high, low) };
    let most = i64::try_from(most.max(2)).unwrap_or(i64::MAX) - 1;
    let span = (high - low).max(high.abs().max(low.abs()) * Decimal::new(1, 12));
    if span.is_zero() {
        return vec![Decimal::ZERO, Decimal::ONE];
    }
    let rough = span.to_f64().unwrap_or(1.0) / most.to_f64().unwrap_or(1.0);
    #[allow(clippy::cast_possible_truncation, reason = "a Decimal has fewer than thirty digits")]
    let start = rough.log10().floor() as i32;
    let steps = (start - 1..start + 4)
        .flat_map(|exponent| [1_i64, 2, 5].map(|digit| step(digit, exponent)))
        .flatten();
    for step in steps {
        let (Some(first), Some(last)) = (multiple(low, step, true), multiple(high, step, false))
        else {
            continue;
        };
        let last = if first == last { last + 1 } else { last };
        if last - first <= i128::from(most) {
            let marks: Option<Vec<Decimal>> = (first..=last)
                .map(|count| Decimal::try_from_i128_with_scale(count, 0).ok()?.checked_mul(step))
                .map(|tick| tick.map(|tick| tick.normalize()))
                .collect();
            if let Some(marks) = marks {
                return marks;
            }
        }
    }
    vec![low, high]
}

/// `digit` times ten to a power.
fn step(digit: i64, exponent: i32) -> Option<Decimal> {
    if exponent >= 0 {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        Decimal::try_from_i128_with_scale(power.checked_mul(i128::from(digit))?, 0).ok()
    } else {
        Decimal::try_from_i128_with_scale(i128::from(digit), exponent.unsigned_abs()).ok()
    }
}

/// How often a step goes into a number, rounded outwards.
fn multiple(number: Decimal, step: Decimal, down: bool) -> Option<i128> {
    let count = number.checked_div(step)?;
    if down { count.floor() } else { count.ceil() }.to_i128()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(low: &str, high: &str, most: usize) -> String {
        let list = ticks(low.parse().unwrap(), high.parse().unwrap(), most);
        list.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn steps_are_one_two_or_five() {
        for (low, high, ticks) in [
            ("0", "1095108000", "0 500000000 1000000000 1500000000"),
            ("0", "22.3", "0 10 20 30"),
            ("0", "1", "0 0.5 1"),
            ("-3", "7", "-5 0 5 10"),
            ("0", "0", "0 1"),
            ("5", "5", "5 5.0000000000001"),
            (
                "0.00000000000000000001",
                "0.00000000000000000003",
                "0.00000000000000000001 0.00000000000000000002 0.00000000000000000003",
            ),
            ("98.2", "99.9", "98 99 100"),
        ] {
            assert_eq!(shown(low, high, 4), ticks, "{low} to {high}");
        }
    }

    proptest! {
        #[test]
        fn ticks_cover_the_data_and_are_evenly_spaced(
            a in -1_000_000_000_000_000_i64..1_000_000_000_000_000,
            b in -1_000_000_000_000_000_i64..1_000_000_000_000_000,
            scale in 0_u32..18,
            most in 3_usize..9,
        ) {
            let (low, high) = (Decimal::new(a.min(b), scale), Decimal::new(a.max(b), scale));
            let list = ticks(low, high, most);
            prop_assert!(list.len() >= 2 && list.len() <= most, "{list:?}");
            prop_assert!(list[0] <= low && high <= *list.last().unwrap());
            let step = list[1] - list[0];
            prop_assert!(list.windows(2).all(|pair| pair[1] - pair[0] == step));
            let digits = step.normalize().mantissa().to_string();
            prop_assert!(["1", "2", "5"].contains(&digits.trim_end_matches('0')), "{step}");
        }
    }
}
