//! The parts of a number: two, million, three hundred thousand.

use super::{Exact, NumberError};

/// A part of a number: five, two hundred, three million.
pub(super) struct Part {
    pub(super) amount: Exact,
    /// What the next part must be smaller than.
    pub(super) scale: Exact,
    /// What its last digit counts; none for a fraction, which has no last digit.
    pub(super) place: Option<Exact>,
}

/// Adds a part, which must be smaller than the one before it.
pub(super) fn push(part: Part, parts: &mut Vec<Part>) -> Result<(), NumberError> {
    if let Some(last) = parts.last()
        && part.amount >= last.scale
    {
        return Err(NumberError::Several);
    }
    parts.push(part);
    Ok(())
}

/// Takes the parts below a scale (all of them where there is none) and adds them up.
pub(super) fn sum_below(
    parts: &mut Vec<Part>,
    scale: Option<&Exact>,
    its_scale: &Exact,
) -> Result<Option<Part>, NumberError> {
    let from = match scale {
        Some(scale) => {
            let kept = parts.iter().rev().take_while(|part| part.scale < *scale).count();
            parts.len() - kept
        }
        None => 0,
    };
    let taken = parts.split_off(from);
    let mut sum: Option<Part> = None;
    for part in taken {
        sum = Some(match sum {
            None => Part { scale: its_scale.clone(), ..part },
            Some(before) => Part {
                amount: before.amount.plus(&part.amount).map_err(|_| NumberError::TooLarge)?,
                scale: its_scale.clone(),
                place: part.place,
            },
        });
    }
    Ok(sum)
}

/// A fraction in a word: half, two thirds, dos millones y medio.
pub(super) fn push_fraction(
    below: i64,
    is_joined: bool,
    parts: &mut Vec<Part>,
) -> Result<(), NumberError> {
    let part = Exact::one().divided_by(&below.into()).map_err(|_| NumberError::Missing)?;
    let large = |error| move |_| error;
    match parts.last_mut() {
        // Two millions and a half: the half is one of millions.
        Some(last) if last.scale >= Exact::from(1000) => {
            let amount = part.times(&last.scale).map_err(large(NumberError::TooLarge))?;
            parts.push(Part { amount, scale: Exact::zero(), place: None });
        }
        // Two thirds; but two and a half.
        Some(last) if !is_joined => {
            last.amount = last.amount.times(&part).map_err(large(NumberError::TooLarge))?;
            last.place = None;
            last.scale = Exact::zero();
        }
        _ => parts.push(Part { amount: part, scale: Exact::zero(), place: None }),
    }
    Ok(())
}
