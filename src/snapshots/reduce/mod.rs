//! Reduces a kept copy to the words that a reader of it sees.

mod charset;
mod endless_tag;
mod markup;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_budget;
#[cfg(feature = "pdf")]
mod pdf_file;
#[cfg(feature = "pdf")]
mod pdf_font;
#[cfg(all(test, feature = "pdf"))]
#[allow(clippy::unwrap_used, reason = "tests")]
mod pdf_hostile_tests;
#[cfg(feature = "pdf")]
mod pdf_page;
#[cfg(feature = "pdf")]
mod pdf_syntax;
#[cfg(all(test, feature = "pdf"))]
#[allow(clippy::unwrap_used, reason = "tests")]
mod pdf_tests;
mod words;

pub use words::{Words, ligatures};

use super::media::Media;

/// Reads the words of a kept copy. `charset` is the encoding that its server named.
///
/// # Errors
/// Why nothing can be read in it, as the end of a sentence that starts with "it".
pub fn reduce(bytes: &[u8], media: Media, charset: Option<&str>) -> Result<Words, String> {
    let words = match media {
        Media::Html => Words::of(markup::html(&charset::html(bytes, charset))?),
        Media::Xml => Words::of(markup::xml(&charset::xml(bytes, charset))?),
        Media::Text | Media::Csv | Media::Json => plain(bytes, charset)?,
        Media::Pdf => read_pdf(bytes)?,
    };
    if words.is_empty() {
        return Err(match media {
            Media::Html => "holds no words; its page may be made by a script",
            Media::Pdf => "holds pictures of pages and no words",
            _ => "holds no words",
        }
        .to_owned());
    }
    Ok(words)
}

fn plain(bytes: &[u8], charset: Option<&str>) -> Result<Words, String> {
    let text = charset::plain(bytes, charset);
    if text.contains('\0') {
        return Err("is no text".to_owned());
    }
    Ok(Words::of(text.into_owned()))
}

#[cfg(feature = "pdf")]
fn read_pdf(bytes: &[u8]) -> Result<Words, String> {
    pdf::words(bytes)
}

#[cfg(not(feature = "pdf"))]
fn read_pdf(_: &[u8]) -> Result<Words, String> {
    Err("is a PDF, which this factpress was built without".to_owned())
}
