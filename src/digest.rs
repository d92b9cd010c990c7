//! SHA-256 of files, as people compare it: in hexadecimal.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal.
///
/// # Examples
/// ```
/// assert!(factpress::digest::sha256(b"").starts_with("e3b0c44298fc1c14"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The first eight bytes of the SHA-256 of a text, its words joined by single spaces.
pub fn of_words(text: &str) -> u64 {
    let mut words = text.split_whitespace();
    let mut hash = Sha256::new();
    if let Some(first) = words.next() {
        hash.update(first);
    }
    for word in words {
        hash.update(b" ");
        hash.update(word);
    }
    let digest = hash.finalize();
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
