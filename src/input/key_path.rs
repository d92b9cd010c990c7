//! Names of values inside a YAML file.

use std::fmt;

/// One step down into a YAML value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a mapping, by key.
    Key(String),
    /// Into a list, by place from 0.
    Index(usize),
}

/// The way from a file's top to one value, shown as `claims[3].quote`.
///
/// # Examples
/// ```
/// use factpress::input::KeyPath;
/// assert_eq!(KeyPath::top().key("claims").index(3).key("quote").to_string(), "claims[3].quote");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyPath {
    /// The steps, outermost first.
    pub steps: Vec<Step>,
}

impl KeyPath {
    /// The whole file.
    pub fn top() -> Self {
        Self::default()
    }

    /// One key further down.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// One list entry further down, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self { steps }
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.steps.iter().enumerate() {
            match step {
                Step::Key(key) if place == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
