//! From byte offsets to lines and columns.

/// A position as editors show it: both numbers start at 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes), from 1.
    pub column: usize,
}

/// The line and column of a byte offset. An offset past the end, or inside a character, is moved
/// back to the nearest place that exists.
///
/// # Examples
/// ```
/// use factpress::input::{line_column, LineColumn};
/// assert_eq!(line_column("é\nab", 4), LineColumn { line: 2, column: 2 });
/// ```
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    LineColumn {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_clamped() {
        assert_eq!(line_column("", 9), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column("a\n", 2), LineColumn { line: 2, column: 1 });
        assert_eq!(line_column("aé", 2), LineColumn { line: 1, column: 2 });
    }
}
