//! The words of a PDF file.
//!
//! The library (lopdf) unpacks and decrypts, knows encodings, and walks the tree of pages. It trusts
//! what a file says about itself, so the notation ([`super::pdf_syntax`]) and the file
//! ([`super::pdf_file`]) are read here, within a budget ([`super::pdf_budget`]). It gives no spaces
//! where a page sets words apart by moving the pen, as most pages do, so the pen is followed here, too
//! ([`super::pdf_page`]).

use lopdf::{Dictionary, Document, Object};

use super::pdf_budget::{ADVICE, Budget};
use super::pdf_file::open;
use super::pdf_page::Pages;
use super::words::Words;

/// Most pages that are read.
const MOST_PAGES: usize = 10_000;

/// The words of a file, page after page, in the order in which they are drawn.
///
/// # Errors
/// Why it can't be read.
pub fn words(bytes: &[u8]) -> Result<Words, String> {
    words_within(&mut Budget::default(), bytes)
}

/// The same, within a budget.
pub fn words_within(budget: &mut Budget, bytes: &[u8]) -> Result<Words, String> {
    let document = open(bytes, budget)?;
    let mut pages = Pages::new(&document, budget);
    for page in document.page_iter().take(MOST_PAGES) {
        let Ok(page) = document.get_dictionary(page) else { continue };
        pages.read(page);
    }
    if pages.is_unreadable() {
        return Err("does not say which letters its signs stand for".to_owned());
    }
    let words = Words::printed(&pages.text, pages.is_partly_read());
    // Words that were found are there, whatever else the file holds.
    if words.is_empty() && words.partly {
        return Err(budget.why().unwrap_or_else(|| {
            format!("has pages that can't be unpacked, so it is damaged or too large; {ADVICE}")
        }));
    }
    Ok(words)
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

/// A number of either kind.
pub fn number(object: &Object) -> Option<f64> {
    match object {
        #[allow(clippy::cast_precision_loss, reason = "lengths on a page")]
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}
