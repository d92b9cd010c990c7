//! Tests of places: every value can be read back from the drawing.

use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::*;
use crate::chart::fixture::plot;

fn drawn(settings: &str, data: &str) -> (Plot, Drawing) {
    let plot = plot(settings, data);
    let drawing = lay_out(&plot, "en").unwrap_or_else(|| panic!("no axes: {data}"));
    (plot, drawing)
}

/// The value at a height, read off between the lowest and the highest label of the axis.
fn read_off(drawing: &Drawing, y: f64) -> f64 {
    let (low, high) = (&drawing.y_ticks[0], &drawing.y_ticks[drawing.y_ticks.len() - 1]);
    let number = |tick: &YTick| tick.value.to_f64().unwrap_or(f64::NAN);
    let share = (low.y - y) / (low.y - high.y);
    number(low) + share * (number(high) - number(low))
}

/// What one pixel is worth.
fn pixel(drawing: &Drawing) -> f64 {
    (read_off(drawing, 0.0) - read_off(drawing, 1.0)).abs()
}

fn csv(values: &[i64], scale: u32) -> String {
    let rows = values.iter().zip(1900..);
    let rows = rows.map(|(value, year)| format!("{year},{}\n", Decimal::new(*value, scale)));
    format!("x,y\n{}", rows.collect::<String>())
}

proptest! {
    #[test]
    fn bars_and_lines_have_their_values(
        values in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 1..60),
        scale in 0_u32..9,
        line in any::<bool>(),
    ) {
        let (plot, drawing) = drawn(if line { ", kind: line" } else { "" }, &csv(&values, scale));
        let panel = &drawing.panels[0];
        let heights: Vec<f64> = if line {
            panel.lines[0].1.iter().flatten().map(|dot| dot.y).collect()
        } else {
            panel.bars[0].1.iter().map(|bar| bar.value).collect()
        };
        prop_assert_eq!(heights.len(), values.len());
        for (datum, y) in plot.data.iter().zip(heights) {
            let value = datum.value.and_then(|value| value.to_f64()).unwrap_or(f64::NAN);
            prop_assert!((read_off(&drawing, y) - value).abs() <= pixel(&drawing) * 0.01);
            prop_assert!(0.0 <= y && y <= drawing.bottom + 0.001);
        }
        for bar in panel.bars.iter().flat_map(|(_, bars)| bars) {
            prop_assert!(bar.x >= 0.0 && bar.x + bar.width <= ACROSS + 0.001);
            prop_assert!((read_off(&drawing, bar.zero)).abs() <= pixel(&drawing) * 0.01);
        }
    }

    #[test]
    fn labels_of_one_page_never_meet(
        count in 1_usize..400,
        start in 1200_i64..2000,
        months in any::<bool>(),
        line in any::<bool>(),
    ) {
        let rows: String = (0..count).map(|index| {
            let index = i64::try_from(index).unwrap_or(0);
            if months {
                let month = start * 12 + index;
                format!("{}-{:02},{index}\n", month / 12, month % 12 + 1)
            } else {
                format!("{},{index}\n", start + index)
            }
        }).collect();
        let (_, drawing) = drawn(if line { ", kind: line" } else { "" }, &format!("x,y\n{rows}"));
        for (show, other, width) in [(Show::Narrow, Show::Wide, NARROW), (Show::Wide, Show::Narrow, WIDE)] {
            let room = width - drawing.axis_width;
            let mut ends: Vec<(f64, f64)> = drawing.x_labels.iter()
                .filter(|text| text.show != other)
                .map(|text| ends(text, room))
                .collect();
            ends.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(ends.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{show:?} {ends:?}");
            prop_assert!(!ends.is_empty());
            prop_assert!(ends.iter().all(|(left, right)| *left >= -18.01 && *right <= room + 0.01), "{ends:?}");
        }
    }
}

/// Where a text starts and ends, in CSS pixels, in a plot of a width.
fn ends(text: &Text, room: f64) -> (f64, f64) {
    let (x, wide) = (text.x / ACROSS * room, measure::width(&text.text));
    match text.anchor {
        Anchor::Start => (x, x + wide),
        Anchor::Middle => (x - wide / 2.0, x + wide / 2.0),
        Anchor::End => (x - wide, x),
    }
}

#[test]
fn odd_data_has_its_picture() {
    for data in [
        "x,y\n1960,5\n",
        "x,y\n1960,0\n1961,0\n",
        "x,y\n1960,7\n1961,7\n1962,7\n",
        "x,y\n1960,-5\n1961,-7\n",
        "x,y\n1960,-5\n1961,7\n",
        "x,y\n1960,999999999999999999999999\n1961,1\n",
        "x,y\n1960,0.00000000000000000001\n1961,0.00000000000000000002\n",
        "x,y\n1960,1\n1961,\n1962,3\n",
        "x,y\n0001,1\n9999,3\n",
        "x,y\n-5,1\n1e20,3\n",
        "x,y\n中,1\n文,3\n",
    ] {
        for settings in ["", ", kind: line"] {
            let (_, drawing) = drawn(settings, data);
            assert!(drawing.height.is_finite() && drawing.y_ticks.len() >= 2, "{data}");
            let panel = &drawing.panels[0];
            let bars = panel.bars.iter().flat_map(|(_, bars)| bars);
            let mut places: Vec<f64> =
                bars.flat_map(|bar| [bar.x, bar.width, bar.value, bar.zero]).collect();
            let dots = panel.lines.iter().flat_map(|(_, runs)| runs.iter().flatten());
            places.extend(dots.flat_map(|dot| [dot.x, dot.y]));
            places.extend(drawing.x_labels.iter().map(|text| text.x));
            assert!(
                places.iter().all(|place| place.is_finite() && *place >= 0.0),
                "{data} {places:?}"
            );
        }
    }
}

#[test]
fn a_line_breaks_where_a_value_is_missing() {
    let (_, drawing) = drawn(", kind: line", "x,y\n1963,4\n1960,1\n1961,\n1962,3\n");
    let runs = &drawing.panels[0].lines[0].1;
    assert_eq!(runs.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    assert!(runs[1][0].x < runs[1][1].x);
}

#[test]
fn months_that_are_missing_leave_their_room() {
    let (_, drawing) = drawn("", "x,y\n2020-01,1\n2020-02,1\n2020-06,1\n");
    let bars = &drawing.panels[0].bars[0].1;
    let (step, jump) = (bars[1].x - bars[0].x, bars[2].x - bars[1].x);
    assert!((jump / step - 4.0).abs() < 1e-6, "{step} {jump}");
}

#[test]
fn bars_start_at_zero_and_lines_may_not() {
    let data = "x,y\n1960,980\n1961,1000\n";
    assert_eq!(drawn("", data).1.starts_at, None);
    let (_, line) = drawn(", kind: line", data);
    assert_eq!(line.starts_at.as_deref(), Some("980"));
}

#[test]
fn few_bars_have_their_numbers_and_many_have_none() {
    let (_, few) = drawn("", "x,y\n1960,-980.5\n1961,1000\n");
    let texts: Vec<&str> = few.panels[0].numbers.iter().map(|text| text.text.as_str()).collect();
    assert_eq!(texts, ["−980.5", "1,000"]);
    assert!(few.panels[0].numbers[0].y > few.panels[0].bars[0].1[0].value);
    let (_, many) = drawn("", &csv(&[123_456; 40], 0));
    assert_eq!(many.panels[0].numbers, []);
}

#[test]
fn series_stand_side_by_side_or_in_panels_of_one_scale() {
    let data = "x,y,s\n1960,1,a\n1960,10,b\n1961,2,a\n1961,20,b\n";
    let (_, both) = drawn(", series: s", data);
    let bars = &both.panels[0].bars;
    assert!(bars[0].1[0].x + bars[0].1[0].width <= bars[1].1[0].x + 1e-9);
    let (_, panels) = drawn(", series: s, kind: small-multiples", data);
    assert_eq!(panels.panels.len(), 2);
    assert_eq!(panels.panels[1].series, Some(1));
    let top = |panel: &Panel| panel.lines[0].1[0][1].y;
    assert!(top(&panels.panels[1]) < top(&panels.panels[0]));
}

#[test]
fn names_of_events_never_meet() {
    let years: Vec<i64> = (0..14).collect();
    let marks = ", marks: [{x: 1903, label: 'Proposed, March 1961'}, {x: 1904, label: 'Charter, August 1961'}, \
                 {x: 1903, to: 1912, label: The ten years of the pledge}, {x: 1913, label: The end of it all}]";
    let (_, drawing) = drawn(marks, &csv(&years, 0));
    let mut lines: Vec<f64> = drawing.flags.iter().map(|flag| flag.texts[0].y).collect();
    lines.sort_by(f64::total_cmp);
    assert!(lines.windows(2).all(|pair| pair[1] - pair[0] >= LINE), "{lines:?}");
    for (other, width) in [(Show::Wide, NARROW), (Show::Narrow, WIDE)] {
        let room = width - drawing.axis_width;
        for text in
            drawing.flags.iter().flat_map(|flag| &flag.texts).filter(|text| text.show != other)
        {
            let (left, right) = ends(text, room);
            assert!(left >= -0.01 && right <= room + 0.01, "{text:?} {left} {right} of {room}");
        }
    }
    assert_eq!(drawing.flags[2].when, "1903–1912");
    let pole = drawing.flags[1].pole;
    let bar = drawing.panels[0].bars[0].1[4];
    assert!(pole.is_some_and(|pole| pole.bottom < bar.value && pole.top < pole.bottom));
}

#[test]
fn many_events_are_numbers() {
    let marks: Vec<String> =
        (0..14).map(|n| format!("{{x: {}, label: Event {n}}}", 1900 + n)).collect();
    let (_, drawing) =
        drawn(&format!(", marks: [{}]", marks.join(", ")), &csv(&(0..14).collect::<Vec<_>>(), 0));
    assert!(drawing.flags.iter().all(|flag| flag.numbered() == Some(Show::Always)));
    let room = NARROW - drawing.axis_width;
    let mut places: Vec<(f64, f64, f64)> = drawing
        .flags
        .iter()
        .map(|flag| (flag.texts[0].y, ends(&flag.texts[0], room)))
        .map(|(y, (left, right))| (y, left, right))
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let meet =
        |pair: &[(f64, f64, f64)]| pair[0].0.total_cmp(&pair[1].0).is_eq() && pair[0].2 > pair[1].1;
    assert!(!places.windows(2).any(meet), "{places:?}");
}

#[test]
fn lying_bars_have_one_scale() {
    let plot = plot(", series: s", "x,y,s\nA very long name of a thing,-5,a\nB,15,b\nC,,b\n");
    assert_eq!(lay_out(&plot, "en"), None);
    let groups = RowGroup::of(&plot, "es");
    assert_eq!(groups.len(), 2);
    let (minus, plus) = (&groups[0].bars[0], &groups[1].bars[0]);
    assert!((groups[0].zero - 25.0).abs() < 1e-9 && (minus.x).abs() < 1e-9);
    assert!((minus.width - 25.0).abs() < 1e-9 && (plus.x - 25.0).abs() < 1e-9);
    assert!((plus.width - 75.0).abs() < 1e-9);
    assert_eq!((minus.text.as_deref(), groups[1].bars[1].text.as_deref()), (Some("−5"), None));
}
