//! `figures.yaml`: named numbers, sums over them, charts of data files.
//!
//! Typed and held to its form; arithmetic and charts are not computed yet.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{PartialDate, Registry};

/// The whole file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Named numbers.
    #[serde(default)]
    pub quantities: Registry<Quantity>,
    /// Arithmetic over them.
    #[serde(default)]
    pub sums: Registry<Sum>,
    /// Pictures of data files.
    #[serde(default)]
    pub charts: Registry<Chart>,
}

/// A number as it was written, kept as text so that no digit is lost to binary floating point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenNumber(pub String);

impl<'de> Deserialize<'de> for WrittenNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_yaml::Value::deserialize(deserializer)?;
        match value {
            serde_yaml::Value::Number(number) => Ok(Self(number.to_string())),
            serde_yaml::Value::String(text) => Ok(Self(text)),
            _ => Err(serde::de::Error::custom("invalid type: no number, expected a number")),
        }
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

/// A named number with unit and source.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number.
    pub value: WrittenNumber,
    /// Its unit, such as `USD`, `persons` or `percent`.
    pub unit: Option<String>,
    /// The day, month or year it holds for.
    pub on: Option<PartialDate>,
    /// An id of sources.yaml.
    pub source: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// Arithmetic over quantities.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The expression.
    pub of: String,
    /// The rounding: `3 significant` or `1 decimals`.
    pub round: Option<String>,
    /// The unit of the result.
    pub unit: Option<String>,
    /// The result as prose shows it.
    pub shown: Option<String>,
    /// The exact result.
    pub equals: Option<WrittenNumber>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// A picture of a data file.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// A CSV file beside the article.
    pub data: String,
    /// Bars, a line, or small multiples.
    pub kind: ChartKind,
    /// Column of the horizontal axis.
    pub x: String,
    /// Column of the vertical axis.
    pub y: String,
    /// Unit of the vertical axis.
    pub unit: Option<String>,
    /// Title.
    pub title: String,
    /// An id of sources.yaml.
    pub source: Option<String>,
    /// What a reader must know to read it rightly.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Events.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Bars.
    Bar,
    /// A line.
    Line,
    /// One small chart per series.
    SmallMultiples,
}

/// An event marked in a chart.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Place on the horizontal axis.
    pub x: WrittenNumber,
    /// Its name.
    pub label: String,
}
