//! The pages that the preview makes itself.

use crate::render::escape;

/// For a site without a 404 page.
pub(super) const NOT_FOUND: &[u8] = b"<!doctype html>\n<html lang=\"en\">\n<head>\n\
    <meta charset=\"utf-8\">\n<title>Not found</title>\n\
    <link rel=\"stylesheet\" href=\"/_factpress/error.css\">\n</head>\n\
    <body>\n<main>\n<h1>There is no page at this address</h1>\n\
    <p><a href=\"/\">To the front page</a></p>\n</main>\n</body>\n</html>\n";

/// Shows in place of every page why there is no site. `failure`: as drawn for a terminal.
pub(super) fn failed(failure: &str) -> String {
    let styles = super::answer::STYLES;
    let failure = escape(failure.trim_end());
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>This can't be published yet</title>\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n</head>\n<body>\n<main>\n\
         <h1>This can't be published yet</h1>\n\
         <p>Mend what is listed here and save. The page comes back by itself.</p>\n\
         <pre>{failure}</pre>\n</main>\n</body>\n</html>\n"
    )
}
