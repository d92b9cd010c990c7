//! The texts of figures in another language.

use crate::model::{Article, Chart, ChartTranslation, FiguresTranslation};

/// Puts the texts of a translation into an article's figures. Numbers in words (`shown`) that it does
/// not bring are written by the program, since those of the original are in its language.
pub(super) fn join(article: &mut Article, texts: &FiguresTranslation) {
    let figures = &mut article.figures;
    for (id, quantity) in &mut figures.quantities.0 {
        let own = texts.quantities.get(id);
        quantity.shown = own.and_then(|own| own.shown.clone());
        quantity.name = own.and_then(|own| own.name.clone()).or(quantity.name.take());
        quantity.note = own.and_then(|own| own.note.clone()).or(quantity.note.take());
    }
    for (id, sum) in &mut figures.sums.0 {
        let own = texts.sums.get(id);
        sum.shown = own.and_then(|own| own.shown.clone());
        sum.name = own.and_then(|own| own.name.clone()).or(sum.name.take());
        sum.note = own.and_then(|own| own.note.clone()).or(sum.note.take());
    }
    for (name, data) in &mut figures.data.0 {
        let own = texts.data.get(name).and_then(|own| own.note.clone());
        data.note = own.or(data.note.take());
    }
    for (id, chart) in &mut figures.charts.0 {
        if let Some(own) = texts.charts.get(id) {
            describe(chart, own);
        }
    }
    words(article, texts);
}

fn describe(chart: &mut Chart, own: &ChartTranslation) {
    if let Some(title) = &own.title {
        chart.title.clone_from(title);
    }
    for (text, translated) in [
        (&mut chart.summary, &own.summary),
        (&mut chart.x_label, &own.x_label),
        (&mut chart.y_label, &own.y_label),
        (&mut chart.unit, &own.unit),
    ] {
        if translated.is_some() {
            text.clone_from(translated);
        }
    }
    for (note, translated) in chart.notes.iter_mut().zip(&own.notes) {
        note.clone_from(translated);
    }
    for (mark, translated) in chart.marks.iter_mut().zip(&own.marks) {
        mark.label.clone_from(translated);
    }
    for (value, translated) in chart.values.iter_mut().zip(&own.values) {
        if let Some(label) = &translated.label {
            value.label.clone_from(label);
        }
        value.series = translated.series.clone().or(value.series.take());
        value.note = translated.note.clone().or(value.note.take());
    }
}

/// Translates the cells that charts show as words. Columns that choose rows keep theirs.
fn words(article: &mut Article, texts: &FiguresTranslation) {
    for (name, data) in texts.data.iter().filter(|(_, data)| !data.words.0.is_empty()) {
        let Some(table) = article.tables.get_mut(name) else { continue };
        let figures = &article.figures;
        let drawn = figures.quantities.iter().filter_map(|(_, quantity)| quantity.from.as_ref());
        let drawn = drawn.filter(|from| from.data == name).flat_map(|from| from.rows.ids());
        let charts = || figures.charts.iter().map(|(_, chart)| chart);
        let charts = || charts().filter(|chart| chart.data.as_deref() == Some(name));
        let chooses: Vec<&str> = charts().flat_map(|chart| chart.rows.ids()).chain(drawn).collect();
        let shows: Vec<&str> = charts()
            .flat_map(|chart| [&chart.x, &chart.series, &chart.shown, &chart.row_note])
            .filter_map(Option::as_deref)
            .filter(|column| !chooses.contains(column))
            .collect();
        let columns: Vec<usize> = shows.into_iter().filter_map(|name| table.column(name)).collect();
        for row in &mut table.rows {
            for column in &columns {
                if let Some(cell) = row.cells.get_mut(*column)
                    && let Some(word) = data.words.get(cell)
                {
                    cell.clone_from(word);
                }
            }
        }
    }
}
