//! What kind of file a name stands for, as the browser is told.

/// The media type by extension (IANA registry). Files without one, such as `_headers`, are text.
pub(super) fn of(path: &str) -> &'static str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let extension = match name.rsplit_once('.') {
        Some((start, extension)) if !start.is_empty() => extension,
        _ => "txt",
    };
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn by_the_extension_of_the_name_alone() {
        assert_eq!(of("a/index.html"), "text/html; charset=utf-8");
        assert_eq!(of("a/PHOTO.JPG"), "image/jpeg");
        assert_eq!(of("v1.2/_headers"), "text/plain; charset=utf-8");
        assert_eq!(of(".nojekyll"), "text/plain; charset=utf-8");
        assert_eq!(of("a.pagefind"), "application/octet-stream");
    }
}
