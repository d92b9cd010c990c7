//! Whole percentages in hand-written files.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::{Serialize, Serializer};

/// A share from 0 to 100, in whole percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// The share as a number; none where it is above a hundred.
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// The number, from 0 to 100.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether so many of all are at least this share. Of nothing every share is reached.
    ///
    /// # Examples
    /// ```
    /// use factpress::model::Percent;
    /// let most = Percent::new(80).unwrap();
    /// assert!(most.is_reached(4, 5) && !most.is_reached(39, 49) && most.is_reached(0, 0));
    /// ```
    pub fn is_reached(self, part: usize, all: usize) -> bool {
        part * 100 >= usize::from(self.0) * all
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_yaml::Value::deserialize(deserializer)?;
        let due = &"a percentage";
        let unexpected = match &value {
            serde_yaml::Value::Number(number) => {
                let percent = number.as_u64().and_then(|whole| u8::try_from(whole).ok());
                if let Some(percent) = percent.and_then(Self::new) {
                    return Ok(percent);
                }
                return Err(D::Error::invalid_value(Unexpected::Other(&number.to_string()), due));
            }
            serde_yaml::Value::String(text) => Unexpected::Str(text),
            serde_yaml::Value::Bool(value) => Unexpected::Bool(*value),
            serde_yaml::Value::Sequence(_) => Unexpected::Seq,
            serde_yaml::Value::Null => Unexpected::Unit,
            _ => Unexpected::Map,
        };
        Err(D::Error::invalid_type(unexpected, due))
    }
}

impl JsonSchema for Percent {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "minimum": 0, "maximum": 100})
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_whole_shares_are_read() {
        let read = |text: &str| serde_yaml::from_str::<Percent>(text).map(Percent::get);
        assert_eq!((read("0").unwrap(), read("100").unwrap()), (0, 100));
        for bad in ["101", "-1", "80%", "79.5", "yes", "[80]", "true", "~"] {
            let words = read(bad).unwrap_err().to_string();
            assert!(words.contains("expected a percentage"), "{bad}: {words}");
        }
    }
}
