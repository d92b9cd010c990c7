//! Quantities, and what sums and quantities have in common.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::declared::Declared;
use super::draw::{self, Drawn, Operation};
use super::rules::{
    bad_draw, bad_quantity, figure_named_twice, shown_mismatch, shown_not_compared,
    shown_unreadable, unit_mismatch, value_mismatch,
};
use super::shown::{self, ShownFault};
use super::unit::Unit;
use super::{Computed, Kind, Number, Value, pins, sums};
use crate::diagnostic::{Diagnostic, Place};
use crate::input::{InputFile, KeyPath};
use crate::model::{Article, Quantity, WrittenNumber};
use crate::number::{self, Counting, Exact, NumberError, Rounding};

/// Computes the figures of an article. Findings are added to `findings`. `language` is the one of its
/// text. An article without figures takes no time.
pub fn compute(article: &Article, language: &str, findings: &mut Vec<Diagnostic>) -> Computed {
    let Some(file) = &article.figures_file else { return Computed::default() };
    let figures = &article.figures;
    let mut work = Work {
        article,
        file,
        language,
        changed: pins::check(article, file, findings),
        computed: Computed::default(),
        declared: HashMap::new(),
        findings,
    };
    for (id, quantity) in figures.quantities.iter() {
        if let Some((value, declared)) = work.quantity(id, quantity) {
            work.keep(id, value, declared);
        }
    }
    for id in figures.sums.ids().filter(|id| figures.quantities.get(id).is_some()) {
        let at = |kind: &str| Place::key(file, KeyPath::top().key(kind).key(id));
        let found = figure_named_twice::report(at("sums"), id, at("quantities"));
        work.findings.push(found);
    }
    sums::compute(&mut work);
    work.computed
}

/// What is known while figures are computed.
pub(super) struct Work<'a> {
    pub(super) article: &'a Article,
    pub(super) file: &'a Arc<InputFile>,
    pub(super) language: &'a str,
    /// Data files that are not the ones that were pinned: nothing drawn from them is blamed.
    changed: BTreeSet<&'a str>,
    pub(super) computed: Computed,
    /// The units as they were declared.
    pub(super) declared: HashMap<&'a str, Declared>,
    pub(super) findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Work<'a> {
    pub(super) fn keep(&mut self, id: &'a str, value: Value, declared: Declared) {
        self.computed.values.insert(id.to_owned(), value);
        self.declared.insert(id, declared);
    }

    /// The place of a value.
    pub(super) fn at(&self, path: &KeyPath) -> Place {
        Place::value(self.file, path.clone())
    }

    /// The place of a figure, by its name.
    pub(super) fn named(&self, name: &str) -> Option<Place> {
        let value = self.computed.value(name)?;
        let kind = match value.kind {
            Kind::Quantity => "quantities",
            Kind::Sum => "sums",
        };
        Some(Place::key(self.file, KeyPath::top().key(kind).key(name)))
    }

    fn quantity(&mut self, id: &str, quantity: &Quantity) -> Option<(Value, Declared)> {
        let path = KeyPath::top().key("quantities").key(id);
        let mut value = Value::new(Kind::Quantity);
        let mut declared = match &quantity.unit {
            None => Declared::none(quantity.on),
            Some(text) => self.unit(text, quantity.on, &path.key("unit"), &mut value),
        };
        value.rounding = self.rounding(quantity.round.as_deref(), &path, &mut value);
        let drawn = match &quantity.from {
            None => None,
            Some(from) => {
                let drawn = self.drawn(from, &path.key("from"), &mut value);
                if drawn.is_none() && quantity.value.is_none() {
                    return None;
                }
                drawn
            }
        };
        if let Some(Drawn { operation: Operation::ShareOf, .. }) = &drawn {
            if quantity.unit.is_none() {
                declared = Declared { unit: Unit::percent(), scale: 0 };
            } else if !declared.unit.is_percent() && value.holds {
                self.findings
                    .push(unit_mismatch::share(self.at(&path.key("unit")), &declared.unit));
                value.holds = false;
            }
        }
        let written = match &quantity.value {
            Some(written) => Some(self.number(written, declared.scale, &path.key("value"))?),
            None => None,
        };
        value.unit = match &written {
            Some(Number::Day(_)) => Unit::default(),
            _ => declared.unit.clone(),
        };
        value.scale = declared.scale;
        let taken = match &drawn {
            Some(drawn) => {
                let number = value
                    .rounding
                    .map_or_else(|| drawn.exact.clone(), |rounding| rounding.of(&drawn.exact));
                let scaled = number.times(&Exact::power_of_ten(declared.scale));
                Some(Number::Exact(scaled.ok()?))
            }
            None => None,
        };
        value.number = match (taken, written) {
            (Some(taken), Some(written)) if taken != written => {
                if let Some(drawn) = drawn.as_ref().filter(|_| value.holds) {
                    let written = quantity.value.as_ref().map_or("", |written| &written.0);
                    self.findings.push(value_mismatch::report(
                        self.at(&path.key("value")),
                        written,
                        drawn,
                        value.rounding,
                        self.at(&path.key("from")),
                    ));
                    value.holds = false;
                }
                taken
            }
            (Some(number), _) | (None, Some(number)) => number,
            (None, None) => {
                self.findings.push(bad_quantity::empty(Place::key(self.file, path), id));
                return None;
            }
        };
        // A drawn number is rounded by now; a written one is rounded for showing it.
        value.rounded = match (&value.number, value.rounding, &drawn) {
            (Number::Exact(exact), Some(rounding), None) => {
                Number::Exact(rounded(exact, rounding, declared.scale))
            }
            (number, ..) => number.clone(),
        };
        let rounding = if drawn.is_none() { value.rounding } else { None };
        value.drawn = drawn;
        self.show(&mut value, quantity.shown.as_deref(), rounding, &declared, &path);
        Some((value, declared))
    }

    /// Draws a number; what could not be drawn is reported, unless the data file is not the one that
    /// was pinned.
    fn drawn(
        &mut self,
        from: &crate::model::Draw,
        path: &KeyPath,
        value: &mut Value,
    ) -> Option<Drawn> {
        let table = self.article.tables.get(&from.data)?;
        let is_changed = self.changed.contains(&*from.data);
        value.holds &= !is_changed;
        match draw::draw(table, from) {
            Ok(drawn) => Some(drawn),
            Err(not) => {
                if !is_changed {
                    self.findings.push(bad_draw::report(self.file, path, from, table, &not));
                    value.holds = false;
                }
                None
            }
        }
    }

    /// Reads a unit; one that can't be read is reported and is none.
    pub(super) fn unit(
        &mut self,
        text: &str,
        on: Option<crate::model::PartialDate>,
        path: &KeyPath,
        value: &mut Value,
    ) -> Declared {
        Declared::parse(text, on).unwrap_or_else(|no| {
            self.findings.push(unit_mismatch::no_unit(self.at(path), &no));
            value.holds = false;
            Declared::none(on)
        })
    }

    /// Reads a rounding; one that can't be read is reported and is none.
    pub(super) fn rounding(
        &mut self,
        text: Option<&str>,
        path: &KeyPath,
        value: &mut Value,
    ) -> Option<Rounding> {
        let text = text?;
        let rounding = Rounding::parse(text);
        if rounding.is_none() {
            self.findings.push(bad_quantity::no_rounding(self.at(&path.key("round")), text));
            value.holds = false;
        }
        rounding
    }

    /// Reads a number or a day, in the unit itself; one that can't be read is reported.
    pub(super) fn number(
        &mut self,
        written: &WrittenNumber,
        scale: i32,
        path: &KeyPath,
    ) -> Option<Number> {
        let text = written.0.trim();
        if let Ok(day) = text.parse() {
            return Some(Number::Day(day));
        }
        match Exact::parse(text).and_then(|exact| exact.times(&Exact::power_of_ten(scale))) {
            Ok(exact) => Some(Number::Exact(exact)),
            Err(no) => {
                let found = bad_quantity::no_number(self.at(path), text, no, self.language);
                self.findings.push(found);
                None
            }
        }
    }

    /// Sets how prose shows a value, and compares what the author wrote with it.
    pub(super) fn show(
        &mut self,
        value: &mut Value,
        text: Option<&str>,
        rounding: Option<Rounding>,
        declared: &Declared,
        path: &KeyPath,
    ) {
        let Some(text) = text else {
            value.shown = text_of(&value.rounded, &value.unit, self.language);
            return;
        };
        text.trim().clone_into(&mut value.shown);
        if !value.holds {
            return;
        }
        let Err(fault) = shown::compare(text, self.language, value, rounding, declared) else {
            return;
        };
        let place = self.at(&path.key("shown"));
        let found = match &fault {
            ShownFault::Unreadable(error @ NumberError::Language(_)) => {
                // It is not known to be wrong.
                self.findings.push(shown_not_compared::report(place, error));
                return;
            }
            ShownFault::Unreadable(error) => shown_unreadable::report(place, error),
            ShownFault::NoDay => shown_unreadable::no_day(place),
            ShownFault::Unit(says) => unit_mismatch::shown(place, says, &value.unit, value.kind),
            ShownFault::Number(_) | ShownFault::Day => {
                shown_mismatch::report(place, value, rounding, &fault, self.language)
            }
        };
        self.findings.push(found);
        value.holds = false;
    }
}

/// A number of the unit itself rounded in the unit that was declared: to thousands of millions.
pub(super) fn rounded(exact: &Exact, rounding: Rounding, scale: i32) -> Exact {
    let step = Exact::power_of_ten(scale);
    let Ok(scaled) = exact.divided_by(&step) else { return exact.clone() };
    rounding.of(&scaled).times(&step).unwrap_or_else(|_| exact.clone())
}

/// A number as prose shows it where the author does not say. Prose itself names what is counted, but
/// for money and percent.
fn text_of(number: &Number, unit: &Unit, language: &str) -> String {
    match number {
        Number::Day(day) => number::write_day(*day, language),
        Number::Exact(exact) => {
            let counting = match unit.money() {
                Some((code, _)) => Counting::Money(code),
                None if unit.is_percent() => Counting::Percent,
                None => Counting::Nothing,
            };
            number::write(exact, counting, language)
        }
    }
}
