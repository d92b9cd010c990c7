//! Events and periods above a plot.
//!
//! Each has a line of its own above the plot, so that no two names meet. A name that finds no room
//! is a number there, and stands with its number below the chart. Many events are numbers only.

use super::{ACROSS, Across, Anchor, LINE, Scale, Show, Text, Widths};
use crate::chart::axis::at_label;
use crate::chart::{Event, Form, Moment, Plot, XKind, measure};
use crate::model::PartialDate;

/// Most events that are named in the plot.
const MOST_NAMED: usize = 6;
/// Room of a number beside its line, in CSS pixels.
const NUMBER: f64 = 22.0;
/// Free room between a line and its name, in CSS pixels.
const BESIDE: f64 = 8.0;
/// Height of a period's line of letters with its bracket.
const BRACKETED: f64 = LINE + 9.0;

/// An event in the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// Its number, from 1.
    pub number: usize,
    /// When it was, for readers.
    pub when: String,
    /// Its name.
    pub label: String,
    /// Its name, or its number, above the plot.
    pub texts: Vec<Text>,
    /// An event's line down to its value.
    pub pole: Option<Pole>,
    /// A period's bracket.
    pub bracket: Option<Bracket>,
}

impl Flag {
    /// On which pages its number stands in for its name.
    pub fn numbered(&self) -> Option<Show> {
        let number = self.number.to_string();
        self.texts.iter().find(|text| text.text == number).map(|text| text.show)
    }
}

/// The line of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pole {
    /// From the left, of [`ACROSS`].
    pub x: f64,
    /// Its upper end, from the top.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

/// The bracket of a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bracket {
    /// Its left end, of [`ACROSS`].
    pub start: f64,
    /// Its right end.
    pub end: f64,
    /// From the top.
    pub y: f64,
}

/// Where an event is told.
pub(super) struct Place {
    top: f64,
    /// A name, or none for the number.
    texts: Vec<(Option<String>, Anchor, Show)>,
    start: f64,
    end: f64,
}

impl Place {
    fn is_period(&self) -> bool {
        self.end > self.start
    }

    fn height(&self) -> f64 {
        if self.is_period() { BRACKETED } else { LINE }
    }

    fn number_anchor(&self) -> Anchor {
        if self.start / ACROSS > 0.9 { Anchor::End } else { Anchor::Start }
    }

    /// Puts the number in place of the name on pages of a width.
    fn number_on(&mut self, show: Show) {
        let other = if show == Show::Narrow { Show::Wide } else { Show::Narrow };
        let mut texts = Vec::new();
        let number = self.number_anchor();
        for (text, anchor, on) in std::mem::take(&mut self.texts) {
            if text.is_none() || on == other {
                texts.push((text, anchor, on));
                continue;
            }
            texts.push((None, number, show));
            texts.extend((on == Show::Always).then_some((text, anchor, other)));
        }
        self.texts = texts;
    }
}

/// How high the events above the plot are, and the place of each of them.
pub(super) fn rows(plot: &Plot, across: &Across, widths: Widths) -> (f64, Vec<Place>) {
    let mut places: Vec<Place> = plot
        .events
        .iter()
        .map(|event| {
            let (start, end) = edges(plot, across, event);
            Place { top: 0.0, texts: Vec::new(), start, end }
        })
        .collect();
    let named = places.len() <= MOST_NAMED;
    for (place, event) in places.iter_mut().zip(&plot.events) {
        place.texts = texts(place, &event.label, named, widths);
    }
    // Numbers and names side by side would be a riddle.
    let numbered = |show: Show| {
        let is_number = |(text, _, on): &(Option<String>, Anchor, Show)| {
            text.is_none() && (*on == Show::Always || *on == show)
        };
        places.iter().any(|place| place.texts.iter().any(is_number))
    };
    for (show, is_numbered) in [Show::Narrow, Show::Wide].map(|show| (show, numbered(show))) {
        for place in places.iter_mut().filter(|_| is_numbered) {
            place.number_on(show);
        }
    }
    for place in places.iter_mut().filter(|place| place.texts.iter().all(|(t, ..)| t.is_none())) {
        place.texts = vec![(None, place.number_anchor(), Show::Always)];
    }
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*a].start.total_cmp(&places[*b].start));
    let mut height = 0.0;
    if named {
        // Names that end at their line stand above those that start at theirs, each group in such
        // an order that no line runs through a name of the group.
        let ends = |index: &usize| {
            places[*index].texts.iter().any(|(_, anchor, _)| *anchor == Anchor::End)
        };
        let (mut left, right): (Vec<usize>, Vec<usize>) = order.into_iter().partition(ends);
        left.reverse();
        for index in left.into_iter().chain(right) {
            places[index].top = height;
            height += places[index].height();
        }
    } else {
        let mut free_from: Vec<f64> = Vec::new();
        for index in order {
            let x = places[index].start / ACROSS * widths.narrow;
            let row = free_from.iter().position(|free| *free <= x).unwrap_or_else(|| {
                free_from.push(0.0);
                free_from.len() - 1
            });
            free_from[row] = x + NUMBER;
            places[index].top = f64::from(u32::try_from(row).unwrap_or(0)) * BRACKETED;
        }
        height = f64::from(u32::try_from(free_from.len()).unwrap_or(0)) * BRACKETED;
    }
    (height, places)
}

/// What stands at an event on narrow and on wide pages: its name where it fits, or its number.
fn texts(
    place: &Place,
    label: &str,
    named: bool,
    widths: Widths,
) -> Vec<(Option<String>, Anchor, Show)> {
    let need = measure::width(label) + if place.is_period() { 0.0 } else { BESIDE };
    // Right of its line, or else left of it.
    let anchor = |width: f64| {
        if need <= (ACROSS - place.start) / ACROSS * width {
            Some(Anchor::Start)
        } else {
            (need <= place.end / ACROSS * width).then_some(Anchor::End)
        }
    };
    let text = |anchor: Option<Anchor>, show| match anchor.filter(|_| named) {
        Some(anchor) => (Some(label.to_owned()), anchor, show),
        None => (None, place.number_anchor(), show),
    };
    let narrow = anchor(widths.narrow);
    match widths.wide.map(anchor) {
        Some(wide) if wide != narrow => vec![text(narrow, Show::Narrow), text(wide, Show::Wide)],
        _ => vec![text(narrow, Show::Always)],
    }
}

/// Where an event starts and ends, of [`ACROSS`]; one place where it is no period.
fn edges(plot: &Plot, across: &Across, event: &Event) -> (f64, f64) {
    let is_band = plot.form == Form::Columns;
    let point = |moment: &Moment| {
        // On an axis of bars a finer moment lies inside its bar's room.
        let before = if is_band && moment.fine { half(across) } else { 0.0 };
        across.middle(moment.at) - before
    };
    match &event.until {
        None => (point(&event.at), point(&event.at)),
        Some(until) if is_band => {
            let start = if event.at.fine { point(&event.at) } else { across.start(event.at.at) };
            let end = if until.fine { point(until) } else { across.end(until.at) };
            (start, end.max(start + 1.0))
        }
        Some(until) => (point(&event.at), point(until).max(point(&event.at) + 1.0)),
    }
}

/// Half of a value's room.
fn half(across: &Across) -> f64 {
    across.slot / across.span * ACROSS / 2.0
}

/// The events of a chart, drawn.
pub(super) fn flags(
    plot: &Plot,
    across: &Across,
    scale: &Scale,
    places: &[Place],
    has_numbers: bool,
    language: &str,
) -> Vec<Flag> {
    let all = plot.events.iter().zip(places).enumerate().map(|(index, (event, place))| {
        let top = place.top;
        let is_period = event.until.is_some();
        let texts = place.texts.iter().map(|(text, anchor, show)| Text {
            x: if *anchor == Anchor::End { place.end } else { place.start },
            y: top + 12.0,
            text: text.clone().unwrap_or_else(|| (index + 1).to_string()),
            anchor: *anchor,
            show: *show,
        });
        Flag {
            number: index + 1,
            when: when(plot.axis.kind, event, language),
            label: event.label.clone(),
            texts: texts.collect(),
            pole: (!is_period).then(|| Pole {
                x: place.start,
                top: top + 2.0,
                bottom: foot(plot, across, scale, place.start, has_numbers),
            }),
            bracket: is_period.then_some(Bracket {
                start: place.start,
                end: place.end,
                y: top + 16.0,
            }),
        }
    });
    all.collect()
}

/// Where an event's line ends: above the bar that it belongs to, or at the bottom.
fn foot(plot: &Plot, across: &Across, scale: &Scale, x: f64, has_numbers: bool) -> f64 {
    if plot.form != Form::Columns {
        return scale.bottom;
    }
    let here = plot.data.iter().filter(|datum| {
        plot.axis
            .entries
            .get(datum.entry)
            .is_some_and(|entry| across.start(entry.at) <= x && x <= across.end(entry.at))
    });
    let highest = here
        .filter_map(|datum| datum.value)
        .map(|value| scale.y(value))
        .fold(scale.bottom, f64::min);
    highest - if has_numbers { LINE + 1.0 } else { 3.0 }
}

/// When an event was, for readers.
fn when(kind: XKind, event: &Event, language: &str) -> String {
    let text = |moment: &Moment| {
        let date = moment.written.parse::<PartialDate>().ok().filter(|_| moment.fine);
        match date {
            Some(date) if date.day.is_some() => day_label(&moment.written, language),
            Some(PartialDate { year, month: Some(month), .. }) => {
                at_label(XKind::Month, f64::from(year) * 12.0 + f64::from(month) - 1.0, language)
            }
            Some(date) => date.year.to_string(),
            None if kind == XKind::Name || kind == XKind::Number => moment.written.clone(),
            None => at_label(kind, moment.at, language),
        }
    };
    match &event.until {
        None => text(&event.at),
        Some(until) => format!("{}–{}", text(&event.at), text(until)),
    }
}

fn day_label(written: &str, language: &str) -> String {
    let axis = crate::chart::Axis::new(vec![written.to_owned()]);
    axis.entries.first().map_or_else(String::new, |entry| axis.label(entry, language))
}
