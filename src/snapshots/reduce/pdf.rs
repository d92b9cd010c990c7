//! The words of a PDF file.
//!
//! The library (lopdf) reads the file: objects, compression, encryption and the operators of pages.
//! It gives no spaces where a page sets words apart by moving the pen, as most pages do, so the pen
//! is followed here ([`super::pdf_page`]).

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use super::pdf_page::Pages;
use super::words::Words;

/// Most pages that are read.
const MOST_PAGES: usize = 10_000;
/// Most bytes of one stream that is needed to open the file.
const LARGEST_STREAM: usize = 8 * 1024 * 1024;

/// The words of a file, page after page, in the order in which they are drawn.
///
/// # Errors
/// Why it can't be read.
pub fn words(bytes: &[u8]) -> Result<Words, String> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_STREAM);
    let document = Document::load_mem_with_options(bytes, options)
        .map_err(|_| "is damaged, or no PDF".to_owned())?;
    if document.is_encrypted() {
        return Err("is locked with a password".to_owned());
    }
    let mut pages = Pages::new(&document);
    for page in document.page_iter().take(MOST_PAGES) {
        let Ok(page) = document.get_dictionary(page) else { continue };
        pages.read(page);
    }
    if pages.is_unreadable() {
        return Err("does not say which letters its signs stand for".to_owned());
    }
    Ok(Words::printed(&pages.text, pages.is_partly_read()))
}

/// A value, wherever in the file it stands.
pub fn value<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Object> {
    dictionary.get_deref(key, document).ok()
}

/// A value that is a dictionary.
pub fn entry<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    value(document, dictionary, key)?.as_dict().ok()
}

/// The bytes of a stream, `most` at most; none where there are more, or they can't be unpacked.
pub fn unpacked(stream: &Stream, most: usize) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(most).ok().filter(|bytes| bytes.len() <= most)
}

/// A number of either kind.
pub fn number(object: &Object) -> Option<f64> {
    match object {
        #[allow(clippy::cast_precision_loss, reason = "lengths on a page")]
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}
