//! `figures.yaml`: named numbers, sums over them, charts of data files.

use schemars::JsonSchema;
use serde::Deserialize;

use super::claim::text;
use super::hash::maybe_hash;
use super::{PartialDate, Registry};
use crate::input::KeyPath;

/// The whole file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Data files beside the article, by name, each pinned to the bytes that were read.
    #[serde(default)]
    pub data: Registry<DataFile>,
    /// Named numbers.
    #[serde(default)]
    pub quantities: Registry<Quantity>,
    /// Arithmetic over them.
    #[serde(default)]
    pub sums: Registry<Sum>,
    /// Pictures of data files and of figures.
    #[serde(default)]
    pub charts: Registry<Chart>,
}

impl Figures {
    /// Names of the data files that it refers to, with repeats, and where each is named.
    pub fn data_used(&self) -> impl Iterator<Item = (&str, KeyPath)> {
        let top = KeyPath::top();
        let (data, quantities, charts) =
            (top.key("data"), top.key("quantities"), top.key("charts"));
        let pinned = self.data.ids().map(move |name| (name, data.key(name)));
        let drawn = self.quantities.iter().filter_map(move |(id, quantity)| {
            let from = quantity.from.as_ref()?;
            Some((from.data.as_str(), quantities.key(id).key("from").key("data")))
        });
        let plotted = self.charts.iter().filter_map(move |(id, chart)| {
            Some((chart.data.as_deref()?, charts.key(id).key("data")))
        });
        drawn.chain(plotted).chain(pinned)
    }
}

/// A data file beside the article.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataFile {
    /// SHA-256 of its bytes, in hexadecimal.
    #[serde(default, deserialize_with = "maybe_hash")]
    pub sha256: Option<String>,
    /// An id of sources.yaml.
    pub source: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// A number as it was written, kept as text so that no digit is lost to binary floating point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenNumber(pub String);

impl<'de> Deserialize<'de> for WrittenNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;
        impl serde::de::Visitor<'_> for Scalar {
            type Value = WrittenNumber;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number")
            }

            fn visit_str<E>(self, text: &str) -> Result<WrittenNumber, E> {
                Ok(WrittenNumber(text.to_owned()))
            }
        }
        // Asked for as text, a number comes with all the digits that stand in the file.
        deserializer.deserialize_str(Scalar)
    }
}

impl JsonSchema for WrittenNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WrittenNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": ["number", "string"]})
    }
}

/// A named number with unit and source: written, drawn from a data file, or both, which must agree.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number, or a day.
    pub value: Option<WrittenNumber>,
    /// Where in a data file it comes from.
    pub from: Option<Draw>,
    /// The rounding of what was drawn: `3 significant` or `1 decimals`.
    pub round: Option<String>,
    /// Its unit, such as `USD`, `persons` or `percent`.
    pub unit: Option<String>,
    /// The day, month or year it holds for.
    pub on: Option<PartialDate>,
    /// The number as prose shows it.
    pub shown: Option<String>,
    /// An id of sources.yaml.
    pub source: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Its name for readers; its id in words where not given.
    pub name: Option<String>,
}

/// A number drawn from a column of a data file, by one of `sum_of`, `mean_of`, `value_at`,
/// `share_of`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["data"]))]
pub struct Draw {
    /// A CSV file beside the article.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub data: String,
    /// Adds up a column over the rows of `where`.
    #[serde(alias = "sum of")]
    pub sum_of: Option<String>,
    /// The arithmetic mean of a column over the rows of `where`.
    #[serde(alias = "mean of")]
    pub mean_of: Option<String>,
    /// The column's value in the one row of `where`.
    #[serde(alias = "value at")]
    pub value_at: Option<String>,
    /// The part, in percent, of the column's whole that lies in the rows of `where`.
    #[serde(alias = "share of")]
    pub share_of: Option<String>,
    /// Which rows: per column a value, or a range such as `1961..1970` (both ends count).
    #[serde(default, rename = "where")]
    pub rows: Registry<WrittenNumber>,
}

/// Arithmetic over quantities.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The expression.
    pub of: String,
    /// The rounding: `3 significant` or `1 decimals`, half up.
    pub round: Option<String>,
    /// The unit of the result.
    pub unit: Option<String>,
    /// The result as prose shows it.
    pub shown: Option<String>,
    /// The exact result.
    pub equals: Option<WrittenNumber>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Its name for readers; its id in words where not given.
    pub name: Option<String>,
}

/// A picture of a data file (`data`, `x`, `y`) or of figures by name (`values`).
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["title"]))]
pub struct Chart {
    /// A CSV file beside the article.
    pub data: Option<String>,
    /// Quantities and sums, in this order, in place of a data file.
    #[serde(default)]
    pub values: Vec<ChartValue>,
    /// Bars, a line, or small multiples.
    #[serde(default)]
    pub kind: ChartKind,
    /// Column of the horizontal axis.
    pub x: Option<String>,
    /// Column of the vertical axis.
    pub y: Option<String>,
    /// Column that tells the series apart.
    pub series: Option<String>,
    /// Column with the number in words, such as `nearly $10 billion`, shown in place of the number.
    pub shown: Option<String>,
    /// Column with what a reader must know about each row.
    pub row_note: Option<String>,
    /// Column with an id of sources.yaml for each row.
    pub row_source: Option<String>,
    /// Which rows: per column a value, or a range such as `1961..1970` (both ends count).
    #[serde(default, rename = "where")]
    pub rows: Registry<WrittenNumber>,
    /// Name of the horizontal axis for readers; the column's name where not given.
    pub x_label: Option<String>,
    /// Name of the vertical axis for readers; the column's name where not given.
    pub y_label: Option<String>,
    /// Unit of the vertical axis.
    pub unit: Option<String>,
    /// Title.
    #[serde(default, deserialize_with = "text")]
    #[schemars(with = "String")]
    pub title: String,
    /// What is to be seen in it, in a sentence.
    pub summary: Option<String>,
    /// An id of sources.yaml.
    pub source: Option<String>,
    /// What a reader must know to read it rightly.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Events.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

/// One value of a chart of figures.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartValue {
    /// Its name for readers.
    pub label: String,
    /// The series it belongs to.
    pub series: Option<String>,
    /// An id of `quantities` or `sums`.
    pub of: String,
    /// What a reader must know about it.
    pub note: Option<String>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Bars.
    #[default]
    Bar,
    /// A line.
    Line,
    /// One small chart per series.
    SmallMultiples,
}

/// An event or a period marked in a chart.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Place on the horizontal axis, or the first of a period.
    pub x: WrittenNumber,
    /// The last place of a period.
    pub to: Option<WrittenNumber>,
    /// Its name.
    pub label: String,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn no_digit_of_a_number_is_lost() {
        for text in ["20e9", "304.702", "0.30000000000000000001", "12345678901234567890123", "1.50"]
        {
            let read: WrittenNumber = serde_yaml::from_str(text).unwrap();
            assert_eq!(read.0, text);
        }
        let read: WrittenNumber = serde_yaml::from_str("2023-12-30").unwrap();
        assert_eq!(read.0, "2023-12-30");
        assert!(serde_yaml::from_str::<WrittenNumber>("[1]").is_err());
    }
}
