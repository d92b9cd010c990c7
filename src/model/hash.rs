//! Hashes of files as people write them: in capitals or not, the program writes none.

use serde::{Deserialize, Deserializer};

/// Reads the hash of a file in the form in which hashes are compared.
pub(super) fn hash<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| normal(&text))
}

/// As [`hash`], of one that may be left out.
pub(super) fn maybe_hash<'de, D>(deserializer: D) -> Result<Option<String>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.map(|text| normal(&text)))
}

fn normal(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}
