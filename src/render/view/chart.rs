//! A chart.

use super::{Shared, SourceView, view};

view! {
    /// A chart. It is as wide as its column and its letters keep their size: places from the left are
    /// in percent or, inside the stretched drawing, in thousandths of the width; heights are CSS
    /// pixels. Numbers for readers are written in the article's language, with every digit.
    pub struct ChartView {
        /// Its id. Its figure is at `#fp-chart-ID`.
        pub id: String,
        /// The title.
        pub title: String,
        /// What is to be seen in it, in a sentence.
        pub summary: Option<String>,
        /// The language of its text, where it is not the page's.
        pub lang: Option<String>,
        /// `ltr` or `rtl`, where it is not the page's direction.
        pub dir: Option<&'static str>,
        /// `columns`: upright bars; `rows`: lying bars; `line`.
        pub form: &'static str,
        /// The same in words: `Bar chart`.
        pub form_text: String,
        /// Whether each series has a picture of its own.
        pub small: bool,
        /// What the numbers are, with their unit as the axis tells it: `Obligations, million USD`.
        pub heading: Option<String>,
        /// The name of the horizontal axis, where it has to be told.
        pub x_name: Option<String>,
        /// The number at the bottom of the vertical axis, where it does not start at zero.
        pub starts_at: Option<String>,
        /// The series, where they share a picture and so need a key.
        pub series: Vec<ChartSeriesView>,
        /// The pictures: one, or one per series; none for lying bars.
        pub plots: Vec<ChartPlotView>,
        /// Lying bars; empty for other charts.
        pub groups: Vec<ChartGroupView>,
        /// Events and periods.
        pub marks: Vec<ChartMarkView>,
        /// Where marks are numbers in the picture: `always`, `narrow` (in columns under 480 pixels) or `never`.
        pub marks_numbered: &'static str,
        /// What a reader must know to read it rightly.
        pub notes: Vec<String>,
        /// Its sources.
        pub sources: Vec<Shared<SourceView>>,
        /// The same numbers as a table.
        pub table: ChartTableView,
        /// The file with the numbers, as an address.
        pub csv: Option<String>,
        /// Its name.
        pub csv_name: Option<String>,
    }
}

view! {
    /// A series of a chart.
    pub struct ChartSeriesView {
        /// Its number, from 1: parts of it have the class `s1`, `s2`, …
        pub number: usize,
        /// Its name.
        pub name: String,
    }
}

view! {
    /// A picture with axes: the labels of the vertical axis, and the plot beside them.
    pub struct ChartPlotView {
        /// The series that it shows alone.
        pub name: Option<String>,
        /// How many values it shows.
        pub count: usize,
        /// The first place of the horizontal axis.
        pub first: String,
        /// The last.
        pub last: String,
        /// The lowest value; null where there is none.
        pub lowest: Option<String>,
        /// Its place.
        pub lowest_at: String,
        /// The highest value.
        pub highest: Option<String>,
        /// Its place.
        pub highest_at: String,
        /// Width of the labels of the vertical axis.
        pub axis_width: String,
        /// Height of all.
        pub height: String,
        /// Labels of the vertical axis: `x` is in pixels.
        pub y_labels: Vec<ChartTextView>,
        /// Lines of the labels, as path data.
        pub grid: String,
        /// The line of zero or of the lowest number, as path data.
        pub baseline: String,
        /// Bars, one path per series.
        pub bars: Vec<ChartPathView>,
        /// Lines, one path per series.
        pub lines: Vec<ChartPathView>,
        /// The values of lines, one path per series: strokes of no length, which are dots with round caps.
        pub dots: Vec<ChartPathView>,
        /// Lines of events and brackets of periods, as path data.
        pub poles: String,
        /// Labels of the horizontal axis.
        pub x_labels: Vec<ChartTextView>,
        /// Numbers at bars.
        pub numbers: Vec<ChartTextView>,
        /// Names or numbers of events.
        pub flags: Vec<ChartTextView>,
    }
}

view! {
    /// A part of a drawing.
    pub struct ChartPathView {
        /// The number of its series, from 1.
        pub series: usize,
        /// Path data.
        pub d: String,
    }
}

view! {
    /// A text of a drawing.
    pub struct ChartTextView {
        /// From the left.
        pub x: String,
        /// The line it stands on, from the top.
        pub y: String,
        /// `start`, `middle` or `end`.
        pub anchor: &'static str,
        /// On which pages it is shown: `always`, `wide` (columns from 480 pixels on) or `narrow`.
        pub show: &'static str,
        /// The text.
        pub text: String,
    }
}

view! {
    /// The lying bars of a series.
    pub struct ChartGroupView {
        /// The number of the series, from 1.
        pub series: usize,
        /// Its name.
        pub name: Option<String>,
        /// Its bars.
        pub bars: Vec<ChartRowView>,
    }
}

view! {
    /// A lying bar.
    pub struct ChartRowView {
        /// What it stands for.
        pub name: String,
        /// Its value for readers; null where there is none.
        pub value: Option<String>,
        /// What a reader must know about it.
        pub note: Option<String>,
        /// Its left edge, in percent.
        pub x: String,
        /// Its width, in percent.
        pub width: String,
        /// Where zero is, in percent.
        pub zero: String,
    }
}

view! {
    /// An event or a period marked in a chart.
    pub struct ChartMarkView {
        /// Its number, from 1.
        pub number: usize,
        /// When it was.
        pub when: String,
        /// Its name.
        pub label: String,
    }
}

view! {
    /// The numbers of a chart as a table.
    pub struct ChartTableView {
        /// Heading of the first column.
        pub x: String,
        /// Heading of the column of series; null where there is none.
        pub series: Option<String>,
        /// Heading of the column of values.
        pub y: String,
        /// Whether values are also told in words.
        pub has_shown: bool,
        /// Whether rows have notes that are not told elsewhere.
        pub has_notes: bool,
        /// The rows, in the order of the file.
        pub rows: Vec<ChartTableRowView>,
    }
}

view! {
    /// A row of that table.
    pub struct ChartTableRowView {
        /// The place.
        pub x: String,
        /// The series.
        pub series: Option<String>,
        /// The value, with every digit; null where there is none.
        pub y: Option<String>,
        /// The value in words.
        pub shown: Option<String>,
        /// What a reader must know about it.
        pub note: Option<String>,
        /// Its source.
        pub source: Option<Shared<SourceView>>,
    }
}
