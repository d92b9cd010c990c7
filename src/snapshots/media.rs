//! What kind of file a kept copy is.

/// A kind of file that quotations can be looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A web page.
    Html,
    /// XML, such as TEI.
    Xml,
    /// A PDF.
    Pdf,
    /// Plain text.
    Text,
    /// A table.
    Csv,
    /// JSON, read as text.
    Json,
}

impl Media {
    /// The kind that a media type names, as a server gives it; its parameters don't matter.
    pub fn of_type(media_type: &str) -> Option<Self> {
        let name = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        Some(match &*name {
            "text/html" | "application/xhtml+xml" => Self::Html,
            "application/pdf" | "application/x-pdf" => Self::Pdf,
            "text/plain" | "text/markdown" | "text/x-markdown" => Self::Text,
            "text/csv" | "text/tab-separated-values" | "application/csv" => Self::Csv,
            "application/json" | "text/json" => Self::Json,
            "application/xml" | "text/xml" => Self::Xml,
            name if name.ends_with("+json") => Self::Json,
            // Pictures that are XML hold no sentences.
            name if name.ends_with("+xml") && !name.starts_with("image/") => Self::Xml,
            _ => return None,
        })
    }

    /// The kind that the name of a file tells.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        Some(match &*end.to_ascii_lowercase() {
            "html" | "htm" | "xhtml" => Self::Html,
            "pdf" => Self::Pdf,
            "txt" | "text" | "md" => Self::Text,
            "csv" | "tsv" => Self::Csv,
            "json" => Self::Json,
            "xml" | "tei" => Self::Xml,
            _ => return None,
        })
    }

    /// The kind that a file shows at its start.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        if is_pdf(bytes) {
            return Some(Self::Pdf);
        }
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let start = start[..start.len().min(1024)].to_ascii_lowercase();
        let holds = |words: &[u8]| memchr::memmem::find(&start, words).is_some();
        if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") || holds(b"<html") {
            Some(Self::Html)
        } else if start.starts_with(b"<?xml") {
            Some(Self::Xml)
        } else {
            (!bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()).then_some(Self::Text)
        }
    }

    /// What it is called in factpress.lock.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Xml => "application/xml",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Json => "application/json",
        }
    }

    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Whether a file is a PDF: readers look for its sign in the first kilobyte (ISO 32000-1, annex H).
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_type_name_and_start() {
        assert_eq!(Media::of_type("Text/HTML; charset=utf-8"), Some(Media::Html));
        assert_eq!(Media::of_type("application/ld+json"), Some(Media::Json));
        assert_eq!(Media::of_type("application/atom+xml"), Some(Media::Xml));
        for other in ["image/svg+xml", "image/png", "application/octet-stream", ""] {
            assert_eq!(Media::of_type(other), None, "{other}");
        }
        assert_eq!(Media::of_name("a.b/essay.PDF"), Some(Media::Pdf));
        assert_eq!(Media::of_name("essay"), None);
        assert_eq!(Media::of_bytes(b"\n%PDF-1.7"), Some(Media::Pdf));
        assert_eq!(Media::of_bytes(b"<?xml version='1.0'?>\n<html>"), Some(Media::Html));
        assert_eq!(Media::of_bytes(b"<?xml version='1.0'?>\n<TEI>"), Some(Media::Xml));
        assert_eq!(Media::of_bytes("é".as_bytes()), Some(Media::Text));
        assert_eq!(Media::of_bytes(b"\x89PNG\0"), None);
        for kind in [Media::Html, Media::Xml, Media::Pdf, Media::Text, Media::Csv, Media::Json] {
            assert_eq!(Media::of_type(kind.media_type()), Some(kind));
            assert_eq!(Media::of_name(&format!("a.{}", kind.extension())), Some(kind));
        }
    }
}
