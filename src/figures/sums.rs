//! Sums: in which order they can be computed, and what comes of them.

use std::collections::{HashMap, HashSet};

use super::calculation::evaluate;
use super::compute::{Work, rounded};
use super::declared::Declared;
use super::measure::Measure;
use super::rules::{bad_expression, sum_mismatch, unit_mismatch};
use super::tokens::{Token, TokenKind, tokens};
use super::unit::Unit;
use super::{Kind, Number, Value, Working};
use crate::diagnostic::Place;
use crate::input::KeyPath;
use crate::model::Sum;
use crate::number::Exact;

/// A sum that was read.
struct Read<'a> {
    id: &'a str,
    sum: &'a Sum,
    tokens: Vec<Token>,
}

impl Read<'_> {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter_map(|token| match &token.kind {
            TokenKind::Name(name) => Some(name.as_str()),
            _ => None,
        })
    }
}

/// Computes all sums of an article, each after those that it rests on.
pub(super) fn compute(work: &mut Work<'_>) {
    let figures = &work.article.figures;
    let names: HashSet<&str> = figures.quantities.ids().chain(figures.sums.ids()).collect();
    let mut read: Vec<Option<Read<'_>>> = Vec::new();
    for (id, sum) in figures.sums.iter() {
        // One that has the name of a quantity was reported.
        if figures.quantities.get(id).is_some() {
            continue;
        }
        let path = path(id);
        match tokens(&sum.of, &names, id) {
            Ok(tokens) => {
                let known = Read { id, sum, tokens };
                work.computed.in_sums.extend(known.names().map(str::to_owned));
                read.push(Some(known));
            }
            Err(bad) => {
                let found = bad_expression::form(work.file, &path.key("of"), &sum.of, &bad);
                work.findings.push(found);
            }
        }
    }
    let order = order(&read, work);
    for place in order {
        let Some(read) = read[place].take() else { continue };
        if let Some((value, declared)) = result(&read, work) {
            work.keep(read.id, value, declared);
        }
    }
    // As in the file.
    let mut place: HashMap<&str, usize> = HashMap::new();
    for id in figures.quantities.ids().chain(figures.sums.ids()) {
        let next = place.len();
        place.entry(id).or_insert(next);
    }
    work.computed.values.sort_by_key(|id, _| place.get(id.as_str()).copied().unwrap_or(usize::MAX));
}

fn path(id: &str) -> KeyPath {
    KeyPath::top().key("sums").key(id)
}

/// The order in which sums can be computed; those that rest on themselves are reported.
fn order(read: &[Option<Read<'_>>], work: &mut Work<'_>) -> Vec<usize> {
    let place: HashMap<&str, usize> =
        read.iter().enumerate().filter_map(|(at, read)| Some((read.as_ref()?.id, at))).collect();
    let rests_on: Vec<Vec<usize>> = read
        .iter()
        .map(|read| {
            let names = read.iter().flat_map(Read::names);
            names.filter_map(|name| place.get(name).copied()).collect()
        })
        .collect();
    let mut waits: Vec<usize> = rests_on.iter().map(Vec::len).collect();
    let mut carries: Vec<Vec<usize>> = vec![Vec::new(); read.len()];
    for (sum, inputs) in rests_on.iter().enumerate() {
        for input in inputs {
            carries[*input].push(sum);
        }
    }
    let mut order: Vec<usize> = (0..read.len()).filter(|sum| waits[*sum] == 0).collect();
    let mut next = 0;
    while let Some(done) = order.get(next).copied() {
        next += 1;
        for sum in &carries[done] {
            waits[*sum] -= 1;
            if waits[*sum] == 0 {
                order.push(*sum);
            }
        }
    }
    // What is left rests on itself, or on one that does.
    let mut seen = vec![false; read.len()];
    for start in 0..read.len() {
        let mut way: Vec<usize> = Vec::new();
        let mut at = start;
        while waits[at] > 0 && !seen[at] {
            seen[at] = true;
            way.push(at);
            let Some(input) = rests_on[at].iter().copied().find(|input| waits[*input] > 0) else {
                break;
            };
            at = input;
        }
        if let Some(from) = way.iter().position(|sum| *sum == at)
            && rests_on[at].iter().any(|input| waits[*input] > 0)
        {
            let circle: Vec<&str> =
                way[from..].iter().filter_map(|sum| Some(read[*sum].as_ref()?.id)).collect();
            if let Some(first) = circle.first() {
                let place = Place::value(work.file, path(first).key("of"));
                work.findings.push(bad_expression::circle(place, &circle));
            }
        }
    }
    order
}

/// Computes one sum; nothing where something that it rests on could not be computed.
fn result(read: &Read<'_>, work: &mut Work<'_>) -> Option<(Value, Declared)> {
    let Read { id, sum, tokens } = read;
    let path = path(id);
    let mut value = Value::new(Kind::Sum);
    for name in read.names() {
        let input = work.computed.value(name)?;
        value.holds &= input.holds;
        if !value.inputs.iter().any(|known| known == name) {
            value.inputs.push(name.to_owned());
        }
    }
    let measure = evaluate(tokens, |name| {
        let input = work.computed.value(name)?;
        Some(Measure::named(input.number.clone(), input.unit.clone(), name))
    });
    let measure = match measure {
        Ok(measure) => measure,
        Err(fault) => {
            if value.holds {
                let found = bad_expression::fault(work, &path.key("of"), &fault);
                work.findings.push(found);
            }
            return None;
        }
    };
    let declared =
        sum.unit.as_ref().map(|text| work.unit(text, None, &path.key("unit"), &mut value));
    let scale = declared.as_ref().map_or(0, |declared| declared.scale);
    value.scale = scale;
    value.number = match (&measure.number, measure.literal) {
        // Numbers written in the expression are in the unit that is declared: millions of dollars.
        (Number::Exact(exact), true) => {
            Number::Exact(exact.times(&Exact::power_of_ten(scale)).ok()?)
        }
        (number, _) => number.clone(),
    };
    if let Some(unit) = unit(&measure, declared.as_ref()) {
        value.unit = unit;
    } else {
        if value.holds {
            let found = unit_mismatch::sum(work, &path, &measure, declared.as_ref());
            work.findings.push(found);
            value.holds = false;
        }
        value.unit = declared.as_ref().map(|declared| declared.unit.clone()).unwrap_or_default();
    }
    value.rounding = work.rounding(sum.round.as_deref(), &path, &mut value);
    value.rounded = match (&value.number, value.rounding) {
        (Number::Exact(exact), Some(rounding)) => Number::Exact(rounded(exact, rounding, scale)),
        (number, _) => number.clone(),
    };
    value.working = Some(Working::new(tokens, &value, &work.computed));
    if let Some(written) = &sum.equals
        && let Some(equals) = work.number(written, scale, &path.key("equals"))
        && equals != value.number
        && value.holds
    {
        let place = work.at(&path.key("equals"));
        work.findings.push(sum_mismatch::report(place, &written.0, &value, work.language));
        value.holds = false;
    }
    let declared = declared.unwrap_or_default();
    let rounding = value.rounding;
    work.show(&mut value, sum.shown.as_deref(), rounding, &declared, &path);
    Some((value, declared))
}

/// The unit of a result; none where it is not the declared one.
fn unit(measure: &Measure, declared: Option<&Declared>) -> Option<Unit> {
    let readings = [measure.unit.with_bare_as_index(), measure.unit.without_bare()];
    let Some(Declared { unit: declared, .. }) = declared else {
        let [first, _] = readings;
        return first.two_years().is_none().then_some(first);
    };
    if let Number::Day(_) = measure.number {
        return declared.is_plain().then(Unit::default);
    }
    if measure.literal {
        return Some(declared.clone());
    }
    if declared.is_percent() {
        let is_ratio = measure.hundreds == 1 && readings.iter().any(Unit::is_plain);
        return (is_ratio || readings.contains(declared)).then(|| declared.clone());
    }
    let admitted = readings.into_iter().find(|reading| declared.admits(reading))?;
    // Dollars that are known to be of a year stay so, but for money of the time.
    let of_the_time = matches!(declared.money(), Some((_, super::Year::OfTheTime)));
    Some(if of_the_time { declared.clone() } else { admitted })
}
