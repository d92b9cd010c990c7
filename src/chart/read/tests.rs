//! Tests of reading charts: what holds, and what is told about the rest.

use crate::chart::fixture::{charts, found, plot};
use crate::chart::{Form, XKind};

#[test]
fn a_chart_has_every_value_of_its_file() {
    let plot = plot("", "x,y\n1961,5\n1960,\"1,000.50\"\n1963,\n");
    assert_eq!((plot.form, plot.axis.kind, plot.panels), (Form::Columns, XKind::Year, false));
    let values: Vec<_> = plot
        .data
        .iter()
        .map(|datum| {
            let value = datum.value.map(|value| value.to_string());
            (plot.axis.entries[datum.entry].written.as_str(), value)
        })
        .collect();
    assert_eq!(
        values,
        [("1961", Some("5".to_owned())), ("1960", Some("1000.50".to_owned())), ("1963", None)]
    );
    assert_eq!(plot.sources, ["s"]);
}

#[test]
fn rows_are_chosen_and_series_told_apart() {
    let data = "x,y,who\n1960,1,a\n1960,2,b\n1961,3,a\n1962,4,a\n";
    let plot = plot(", series: who, where: {x: 1960..1961}", data);
    assert_eq!(plot.series, [Some("a".to_owned()), Some("b".to_owned())]);
    assert_eq!(plot.data.len(), 3);
    assert_eq!(plot.data[1].series, 1);
}

#[test]
fn the_form_follows_from_the_names() {
    let short = "x,y\nYes,1\nNo,2\n";
    let noted = "x,y,w\nYes,1,about one\nNo,2,\n";
    let long = "x,y\nOffice of the Historian,1\nEncyclopedia,2\n";
    let numbers = "x,y\n1,1\n10,2\n10000,2\n";
    assert_eq!(plot("", short).form, Form::Columns);
    assert_eq!(plot(", shown: w", noted).form, Form::Rows);
    assert_eq!(plot("", long).form, Form::Rows);
    assert_eq!(plot("", numbers).axis.kind, XKind::Name);
    assert_eq!(plot(", kind: line", numbers).axis.kind, XKind::Number);
    let many = "x,y,s\n1960,1,a\n1960,2,b\n";
    let small = plot(", kind: small-multiples, series: s", many);
    assert!(small.panels && small.form == Form::Line);
}

#[test]
fn marks_have_a_place() {
    let data = "x,y\n1960,1\n1963,2\n";
    let plot = plot(", marks: [{x: 1961, label: A}, {x: 1960, to: 1963-06, label: B}]", data);
    assert!((plot.events[0].at.at - 1961.0).abs() < 1e-9 && !plot.events[0].at.fine);
    let until = plot.events[1].until.as_ref();
    assert!(
        until.is_some_and(|until| until.fine && (until.at - (1963.0 + 5.0 / 12.0)).abs() < 1e-9)
    );
}

/// Findings of a chart with these settings and data.
fn of(settings: &str, data: &str) -> Vec<String> {
    found(&format!("charts:\n  c:\n    title: T\n    source: s\n{settings}"), data)
}

const XY: &str = "    data: d.csv\n    x: x\n    y: y\n";

#[test]
fn cells_are_told_at_their_row() {
    for (data, finding) in [
        ("x,y\n1,a\n", "chart-cell d.csv:2:1 `a` in the column `y` is no number"),
        ("x,y\n1,1\n,2\n", "chart-cell d.csv:3:1 this row has nothing in the column `x`"),
        ("x,y\n1,$2\n", "chart-cell d.csv:2:1 `$2` in the column `y` is a number and a unit"),
        (
            "x,y\n1,\"2,5\"\n",
            "chart-cell d.csv:2:1 the comma of `2,5` in the column `y` can be read in two ways",
        ),
        ("x,y\n1,1e40\n", "chart-cell d.csv:2:1 `1e40` in the column `y` has too many digits"),
        ("x,y\n1,1\n2,1\n1,3\n", "chart-duplicate d.csv:4:1 `1` stands twice"),
        ("x,y\n", "chart-empty figures.yaml:5:11 d.csv has no rows below its first"),
        ("x,y\n1,\n2,\n", "chart-empty figures.yaml:7:8 every cell of the column `y` is empty"),
    ] {
        assert_eq!(of(XY, data), [finding], "{data}");
    }
    let words = "x,y,w\n1,10,nearly $10 billion\n2,35,$3.5\n3,5,unknown\n4,,none\n";
    assert_eq!(
        of(&format!("{XY}    shown: w\n"), words),
        ["chart-words d.csv:3:1 `$3.5` does not say 35"]
    );
    // Every bad cell, in one run.
    assert_eq!(of(XY, "x,y\n1,a\n2,b\n3,4\n").len(), 2);
}

#[test]
fn settings_are_told_at_their_key() {
    let data = "x,y,who\n1960,1,a\n1961,2,b\n";
    for (settings, finding) in [
        ("", "chart-setting figures.yaml:2:3 this chart has neither `data` nor `values`"),
        (
            "    data: d.csv\n    y: y\n",
            "chart-setting figures.yaml:2:3 this chart does not say which column is its `x`",
        ),
        (
            "    data: d.csv\n    x: yr\n    y: y\n",
            "chart-column figures.yaml:6:8 there is no column `yr` in d.csv",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    where: {z: 1}\n",
            "chart-column figures.yaml:8:13 there is no column `z` in d.csv",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    where: {x: 5}\n",
            "chart-empty figures.yaml:8:12 no row of d.csv is left by this `where:`",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    kind: small-multiples\n",
            "chart-setting figures.yaml:8:11 small multiples need a series each",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    marks: [{x: 1900, label: A}]\n",
            "chart-mark-outside figures.yaml:8:17 `1900` lies outside this chart",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    marks: [{x: 1961, to: 1960, label: A}]\n",
            "chart-mark-outside figures.yaml:8:27 this period ends (1960) before it starts (1961)",
        ),
        (
            "    data: d.csv\n    x: x\n    y: y\n    notes: ['']\n",
            "missing-field figures.yaml:8:13 `c` has no `notes`",
        ),
    ] {
        let found = of(settings, data);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(finding), "{found:?}\n{finding}");
    }
}

#[test]
fn what_cannot_be_told_apart_is_refused() {
    let rows = |count: i32, row: &dyn Fn(i32) -> String| (0..count).map(row).collect::<String>();
    let two = |who| format!("1960,{who},name {who}\n1961,1,name {who}\n");
    let data = format!("x,y,who\n{}", rows(6, &two));
    let series = format!("{XY}    series: who\n");
    assert!(of(&series, &data)[0].contains("6 series can't be told apart"));
    assert_eq!(of(&format!("{series}    kind: small-multiples\n"), &data), [""; 0]);
    let names = "x,y\nOffice of the Historian,1\nOther,2\n";
    assert!(of(&format!("{XY}    kind: line\n"), names)[0].contains("a line needs"));
    assert!(
        of(&format!("{XY}    marks: [{{x: Other, label: A}}]\n"), names)[0].contains("no axis")
    );
    let days = rows(2001, &|n| format!("{n},1\n"));
    assert!(of(XY, &format!("x,y\n{days}"))[0].contains("2001 values are more than 2000"));
    let panels = rows(41, &|n| format!("{n},1,{n}\n"));
    let small = format!("{series}    kind: small-multiples\n");
    assert!(of(&small, &format!("x,y,who\n{panels}"))[0].contains("41 small multiples"));
    let long = rows(61, &|n| format!("a long name {n},1\n"));
    assert!(of(XY, &format!("x,y\n{long}"))[0].contains("61 bars"));
}

#[test]
fn a_chart_without_a_source_is_shown_all_the_same() {
    let figures = "charts: {c: {title: T, data: d.csv, x: x, y: y}}";
    assert_eq!(
        found(figures, "x,y\n1,2\n"),
        [
            "chart-without-source figures.yaml:1:10 the chart `c` does not say where its numbers come from"
        ]
    );
    assert_eq!(charts(figures, "x,y\n1,2\n").0.len(), 1);
    let rows = "charts: {c: {title: T, data: d.csv, x: x, y: y, row_source: s}}";
    assert_eq!(charts(rows, "x,y,s\n1,2,b\n2,3,a\n3,4,b\n").0[0].sources, ["b", "a"]);
    let pinned = "data: {d.csv: {source: p}}\ncharts: {c: {title: T, data: d.csv, x: x, y: y}}";
    assert_eq!(charts(pinned, "x,y\n1,2\n").0[0].sources, ["p"]);
}

const QUANTITIES: &str = "quantities:
  old: {value: 20, unit: USD, source: s}
  new: {value: 204, unit: USD of 2023, shown: about $204, source: s}
charts:
  c:
    title: T
    values:
";

#[test]
fn figures_are_shown_by_name() {
    let values = "      - {label: Then, of: old}\n      - {label: Now, of: new}\n";
    let (plots, findings) = charts(&format!("{QUANTITIES}{values}    unit: USD\n"), "x\n");
    assert_eq!(findings, []);
    assert_eq!(plots[0].data[1].shown.as_deref(), Some("about $204"));
    assert_eq!(plots[0].sources, ["s"]);
    for (values, finding) in [
        (
            "      - {label: Then, of: odl}\n",
            "chart-value figures.yaml:8:27 there is no quantity or sum `odl` in figures.yaml",
        ),
        (
            "      - {label: Then, of: old}\n      - {label: Then, of: old}\n",
            "chart-setting figures.yaml:9:17 the label `Then` stands twice in this chart",
        ),
        (
            "      - {label: Then, of: old}\n      - {label: Now, of: new}\n",
            "chart-setting figures.yaml:8:7 these figures have different units: `USD` and `USD of 2023`",
        ),
        (
            "      - {label: Then, of: old, series: a}\n      - {label: Now, of: old}\n",
            "chart-setting figures.yaml:9:9 this value has no `series:`, others have",
        ),
        (
            "      - {label: Then, of: old}\n    x: year\n",
            "chart-setting figures.yaml:9:5 `x` belongs to charts of a data file",
        ),
    ] {
        assert_eq!(found(&format!("{QUANTITIES}{values}"), "x\n"), [finding]);
    }
}
