//! Charts: their views, and the files with their numbers.

use crate::address;
use crate::chart::layout::{
    ACROSS, Anchor, Bar, Dot, Drawing, Flag, Panel, RowGroup, Show, Text, lay_out,
};
use crate::chart::{Datum, Form, Plot, XKind, write};
use crate::model::{Article, Chart};
use crate::render::context::SiteContext;
use crate::render::view::{
    ChartGroupView, ChartMarkView, ChartPathView, ChartPlotView, ChartRowView, ChartSeriesView,
    ChartTableRowView, ChartTableView, ChartTextView, ChartView,
};

/// Most values of a line that have a dot each: more would hide the line.
const MOST_DOTS: usize = 24;

/// The view of a chart.
pub(super) fn chart(site: &SiteContext<'_>, article: &Article, plot: &Plot) -> ChartView {
    let language = article.language(&site.settings().language);
    let words = site.words();
    let unit = plot.unit.as_deref().and_then(|unit| words.unit(unit, false));
    let in_words = unit.map(|unit| Plot { unit: Some(unit.to_owned()), ..plot.clone() });
    let plot = in_words.as_ref().unwrap_or(plot);
    let (lang, dir) = site.foreign(language);
    let default = Chart::default();
    let asked = article.figures.charts.get(&plot.id).unwrap_or(&default);
    let drawing = lay_out(plot, language);
    let unit = match &drawing {
        Some(drawing) => drawing.magnitude.unit.clone(),
        None => plot.unit.clone(),
    };
    let (csv_name, csv) = csv_file(site, article, plot).unzip();
    let marks = drawing.as_ref().map_or(&[][..], |drawing| &drawing.flags);
    let name = |(index, name): (usize, &Option<String>)| {
        Some(ChartSeriesView { number: index + 1, name: name.clone()? })
    };
    let has_key = plot.series.len() > 1 && !plot.panels && plot.form != Form::Rows;
    ChartView {
        id: plot.id.clone(),
        title: asked.title.clone(),
        summary: asked.summary.clone(),
        lang,
        dir,
        form: match plot.form {
            Form::Columns => "columns",
            Form::Rows => "rows",
            Form::Line => "line",
        },
        form_text: match plot.form {
            Form::Line => words.get("chart_line").to_owned(),
            _ => words.get("chart_bar").to_owned(),
        },
        small: plot.panels,
        heading: joined(plot.y_name.as_deref(), unit.as_deref()),
        x_name: plot
            .x_name
            .clone()
            .filter(|_| plot.form != Form::Rows)
            .filter(|_| asked.x_label.is_some() || plot.axis.kind == XKind::Number),
        starts_at: drawing.as_ref().and_then(|drawing| drawing.starts_at.clone()),
        series: plot.series.iter().enumerate().filter(|_| has_key).filter_map(name).collect(),
        marks_numbered: numbered(marks),
        marks: marks
            .iter()
            .map(|flag| ChartMarkView {
                number: flag.number,
                when: flag.when.clone(),
                label: flag.label.clone(),
            })
            .collect(),
        plots: drawing
            .iter()
            .flat_map(|drawing| {
                drawing.panels.iter().map(|panel| plot_view(plot, drawing, panel, language))
            })
            .collect(),
        groups: RowGroup::of(plot, language).iter().map(|group| group_view(plot, group)).collect(),
        notes: notes(article, asked),
        sources: plot.sources.iter().filter_map(|id| site.source(id)).collect(),
        table: table_view(site, plot, language),
        csv,
        csv_name,
    }
}

/// The chart's notes; that of its data file where it has none of its own.
fn notes(article: &Article, asked: &Chart) -> Vec<String> {
    if !asked.notes.is_empty() {
        return asked.notes.clone();
    }
    let data = asked.data.as_deref().and_then(|name| article.figures.data.get(name));
    data.and_then(|data| data.note.clone()).into_iter().collect()
}

fn joined(name: Option<&str>, unit: Option<&str>) -> Option<String> {
    match (name, unit) {
        (Some(name), Some(unit)) if !says(name, unit) => Some(format!("{name}, {unit}")),
        (Some(name), Some(_)) => Some(name.to_owned()),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

/// Whether a name already says the unit: `Encounters by month` for `encounters`.
fn says(name: &str, unit: &str) -> bool {
    name.to_lowercase().contains(&unit.to_lowercase())
}

fn numbered(flags: &[Flag]) -> &'static str {
    let shows = || flags.iter().filter_map(Flag::numbered);
    if shows().any(|show| show == Show::Always) {
        "always"
    } else if shows().next().is_some() {
        "narrow"
    } else {
        "never"
    }
}

fn plot_view(plot: &Plot, drawing: &Drawing, panel: &Panel, language: &str) -> ChartPlotView {
    let shown = |datum: &&Datum| {
        datum.value.is_some() && panel.series.is_none_or(|series| datum.series == series)
    };
    let data: Vec<&Datum> = plot.data.iter().filter(shown).collect();
    let place = |datum: &Datum| {
        plot.axis
            .entries
            .get(datum.entry)
            .map_or_else(String::new, |e| plot.axis.label(e, language))
    };
    let at = |datum: &&Datum| plot.axis.entries.get(datum.entry).map_or(0.0, |entry| entry.at);
    let by_place = |a: &&&Datum, b: &&&Datum| at(a).total_cmp(&at(b));
    let by_value = |datum: &&&Datum| datum.value;
    let end = |datum: Option<&&Datum>| datum.map_or_else(String::new, |datum| place(datum));
    let number = |datum: Option<&&Datum>| Some(write(datum?.value?, language));
    // Of equal values the first is named.
    let (lowest, highest) =
        (data.iter().min_by_key(by_value), data.iter().rev().max_by_key(by_value));
    let few = plot.axis.entries.len() <= MOST_DOTS;
    let line = |y: f64| format!("M0 {}H{}", short(y), short(ACROSS));
    ChartPlotView {
        name: panel.series.and_then(|series| plot.series.get(series).cloned().flatten()),
        count: data.len(),
        first: end(data.iter().min_by(by_place)),
        last: end(data.iter().max_by(by_place)),
        lowest: number(lowest),
        lowest_at: end(lowest),
        highest: number(highest),
        highest_at: end(highest),
        axis_width: short(drawing.axis_width),
        height: short(drawing.height),
        y_labels: drawing
            .y_ticks
            .iter()
            .map(|tick| ChartTextView {
                x: short(drawing.axis_width - 6.0),
                y: short(tick.y + 4.0),
                anchor: "end",
                show: "always",
                text: tick.text.clone(),
            })
            .collect(),
        grid: drawing.y_ticks.iter().map(|tick| line(tick.y)).collect(),
        baseline: line(drawing.baseline),
        bars: panel.bars.iter().map(|(series, bars)| path(*series, bars.iter().map(bar))).collect(),
        lines: panel
            .lines
            .iter()
            .map(|(series, runs)| path(*series, runs.iter().map(|run| stroke(run))))
            .collect(),
        dots: panel
            .lines
            .iter()
            .map(|(series, runs)| {
                // A value between gaps would not be seen at all.
                let shown = runs.iter().filter(|run| few || run.len() == 1);
                path(*series, shown.flatten().map(dot))
            })
            .filter(|path| !path.d.is_empty())
            .collect(),
        poles: drawing.flags.iter().map(pole).collect(),
        x_labels: drawing.x_labels.iter().map(text_view).collect(),
        numbers: panel.numbers.iter().map(text_view).collect(),
        flags: drawing.flags.iter().flat_map(|flag| flag.texts.iter().map(text_view)).collect(),
    }
}

fn path(series: usize, parts: impl Iterator<Item = String>) -> ChartPathView {
    ChartPathView { series: series + 1, d: parts.collect() }
}

fn bar(bar: &Bar) -> String {
    let (x, zero) = (short(bar.x), short(bar.zero));
    format!("M{x} {zero}V{}h{}V{zero}z", short(bar.value), short(bar.width))
}

fn stroke(run: &[Dot]) -> String {
    let mut path = String::new();
    for (index, dot) in run.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&short(dot.x));
        path.push(' ');
        path.push_str(&short(dot.y));
    }
    path
}

fn dot(dot: &Dot) -> String {
    format!("M{} {}h0", short(dot.x), short(dot.y))
}

fn pole(flag: &Flag) -> String {
    let pole = flag
        .pole
        .map(|pole| format!("M{} {}V{}", short(pole.x), short(pole.top), short(pole.bottom)));
    let bracket = flag.bracket.map(|bracket| {
        let (start, end, tip) = (short(bracket.start), short(bracket.end), short(bracket.y + 5.0));
        format!("M{start} {tip}V{}H{end}V{tip}", short(bracket.y))
    });
    pole.into_iter().chain(bracket).collect()
}

fn text_view(text: &Text) -> ChartTextView {
    ChartTextView {
        x: percent(text.x / ACROSS * 100.0),
        y: short(text.y),
        anchor: match text.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        },
        show: match text.show {
            Show::Always => "always",
            Show::Wide => "wide",
            Show::Narrow => "narrow",
        },
        text: text.text.clone(),
    }
}

fn group_view(plot: &Plot, group: &RowGroup) -> ChartGroupView {
    let bars = group.bars.iter().filter_map(|lying| {
        let datum = plot.data.get(lying.datum)?;
        Some(ChartRowView {
            name: plot.axis.entries.get(datum.entry)?.written.clone(),
            value: lying.text.clone(),
            note: datum.note.clone(),
            x: percent(lying.x),
            width: percent(lying.width),
            zero: percent(group.zero),
        })
    });
    ChartGroupView {
        series: group.series + 1,
        name: plot.series.get(group.series).cloned().flatten(),
        bars: bars.collect(),
    }
}

fn table_view(site: &SiteContext<'_>, plot: &Plot, language: &str) -> ChartTableView {
    let rows = plot.data.iter().filter_map(|datum| {
        Some(ChartTableRowView {
            x: plot.axis.label(plot.axis.entries.get(datum.entry)?, language),
            series: plot.series.get(datum.series).cloned().flatten(),
            y: datum.value.map(|value| write(value, language)),
            shown: datum.shown.clone(),
            note: datum.note.clone(),
            source: datum.source.as_deref().and_then(|id| site.source(id)),
        })
    });
    let words = site.words();
    let has_series = plot.series.iter().any(Option::is_some);
    let value = joined(plot.y_name.as_deref(), plot.unit.as_deref());
    ChartTableView {
        x: plot.x_name.clone().unwrap_or_else(|| words.get("chart_name").to_owned()),
        series: has_series.then(|| {
            plot.series_name.clone().unwrap_or_else(|| words.get("chart_series").to_owned())
        }),
        y: value.unwrap_or_else(|| words.get("chart_value").to_owned()),
        has_shown: plot.data.iter().any(|datum| datum.shown.is_some()),
        has_notes: plot.form != Form::Rows && plot.data.iter().any(|datum| datum.note.is_some()),
        rows: rows.collect(),
    }
}

/// The name and the address of the file with a chart's numbers: the data file that is published
/// beside the article, or one that is made of its figures.
fn csv_file(site: &SiteContext<'_>, article: &Article, plot: &Plot) -> Option<(String, String)> {
    let data = article.figures.charts.get(&plot.id).and_then(|chart| chart.data.as_deref());
    let Some(data) = data else {
        let address = address::chart_csv(&article.slug, &plot.id);
        return Some((format!("{}.csv", plot.id), site.href(&address)));
    };
    let path = article.tables.get(data)?.file.path.as_str();
    let beside = article.attachments.iter().find(|file| file.path == path);
    let address = match beside {
        Some(file) => format!("{}/{}", article.slug, file.name),
        None => site.site().attachments.iter().find(|file| file.path == path)?.name.clone(),
    };
    Some((data.to_owned(), site.href(&address)))
}

/// The file made of a chart's figures: its path in the output folder, and its text.
pub(super) fn made_csv(
    site: &SiteContext<'_>,
    place: usize,
    plot: &Plot,
) -> Option<(String, Vec<u8>)> {
    let article = &site.site().articles[place];
    let chart = article.figures.charts.get(&plot.id).filter(|chart| chart.data.is_none())?;
    let computed = site.checked.computed.get(place);
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(["label", "series", "figure", "value", "unit", "shown"]);
    for (datum, asked) in plot.data.iter().zip(&chart.values) {
        let unit = computed.and_then(|computed| computed.value(&asked.of)).map(|it| &it.unit);
        let _ = writer.write_record([
            asked.label.as_str(),
            asked.series.as_deref().unwrap_or_default(),
            asked.of.as_str(),
            &datum.value.map(|value| value.to_string()).unwrap_or_default(),
            &unit.map(|unit| unit.without_bare().to_string()).unwrap_or_default(),
            datum.shown.as_deref().unwrap_or_default(),
        ]);
    }
    Some((address::chart_csv(&article.slug, &plot.id), writer.into_inner().ok()?))
}

/// A number of a drawing: one decimal, which is a tenth of a pixel, and no more signs than needed.
fn short(number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn percent(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{}%", if text == "-0" || text.is_empty() { "0" } else { text })
}
