//! What reading one PDF file may cost.
//!
//! A file of some kilobytes can ask for gigabytes of memory and days of work: streams unpack to a
//! thousand times their size, one stream is named by a million pages, a font is made anew for each
//! letter. So all work is counted, whatever it is for, and a file that asks for more is not read on.

use lopdf::{DecompressError, Dictionary, Error, Object, Stream};

/// What to do with a file that is not read.
pub const ADVICE: &str = "save it as text and keep that with `--from`";

/// Most bytes that all unpacking together takes and gives.
const MOST_UNPACKED: usize = 256 * 1024 * 1024;
/// Most bytes that a stream unpacks to.
const LARGEST_STREAM: usize = 32 * 1024 * 1024;
/// What opening a stream costs, however short it is.
const OPENING: usize = 1024;
/// Most streams that can't be unpacked: one damaged page is no reason to give a file up.
const MOST_FAILURES: usize = 16;
/// Most objects that are in memory at a time; each takes about a hundred bytes.
const MOST_OBJECTS: usize = 4_000_000;
/// Most operators of all pages together.
const MOST_OPERATORS: usize = 10_000_000;
/// Most fonts.
const MOST_FONTS: usize = 4096;

/// What is left of it.
///
/// It starts full. Whoever works takes from it first, and stops when there is nothing left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Bytes that may still be unpacked.
    pub bytes: usize,
    /// Streams that may still fail to unpack.
    pub failures: usize,
    /// Objects that may still be kept: numbers, names and strings of the file, entries of its fonts.
    pub objects: usize,
    /// Operators that may still be followed.
    pub operators: usize,
    /// Fonts that may still be made.
    pub fonts: usize,
    /// What ran out first.
    pub short: Option<Short>,
}

/// What a file asks too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Short {
    Bytes,
    Failures,
    Objects,
    Operators,
    Fonts,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            bytes: MOST_UNPACKED,
            failures: MOST_FAILURES,
            objects: MOST_OBJECTS,
            operators: MOST_OPERATORS,
            fonts: MOST_FONTS,
            short: None,
        }
    }
}

impl Budget {
    /// Notes how many objects may still be kept.
    pub fn leave_objects(&mut self, left: usize) {
        self.objects = left;
        if left == 0 {
            self.short.get_or_insert(Short::Objects);
        }
    }

    /// Why the file is not read on, if so, as the end of a sentence that starts with "it".
    pub fn why(&self) -> Option<String> {
        let asks = match self.short? {
            Short::Bytes => format!(
                "unpacks to more than {} MB, which no ordinary document does",
                MOST_UNPACKED / 1024 / 1024
            ),
            Short::Failures => {
                format!(
                    "has more than {MOST_FAILURES} parts that can't be unpacked, so it is damaged"
                )
            }
            Short::Objects => format!(
                "is made of more than {} million parts, as no ordinary document is",
                MOST_OBJECTS / 1_000_000
            ),
            Short::Operators => format!(
                "draws more than {} million strokes and letters, as no ordinary document does",
                MOST_OPERATORS / 1_000_000
            ),
            Short::Fonts => {
                format!("uses more than {MOST_FONTS} typefaces, which no ordinary document does")
            }
        };
        Some(format!("{asks}; {ADVICE}"))
    }

    /// Whether the file is not to be read on. One typeface too many leaves the rest readable.
    pub fn is_spent(&self) -> bool {
        self.short.is_some_and(|short| short != Short::Fonts)
    }

    /// Takes some of one kind; false where there is not enough.
    pub fn take(&mut self, of: Short, count: usize) -> bool {
        let left = match of {
            Short::Bytes => &mut self.bytes,
            Short::Failures => &mut self.failures,
            Short::Objects => &mut self.objects,
            Short::Operators => &mut self.operators,
            Short::Fonts => &mut self.fonts,
        };
        let enough = *left >= count;
        *left = left.saturating_sub(count);
        if !enough {
            self.short.get_or_insert(of);
        }
        enough
    }

    /// The bytes of a stream; none where they can't be unpacked, or are too many. What was unpacked
    /// in vain is taken, too.
    pub fn unpack(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        if self.is_spent() || !self.take(Short::Bytes, OPENING + stream.content.len()) {
            return None;
        }
        let unpacked = self.unfilter(stream);
        if unpacked.is_none() {
            self.take(Short::Failures, 1);
        }
        unpacked
    }

    /// One filter after the other, since each of them may give a bomb to the next.
    fn unfilter(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let mut content = stream.content.clone();
        let filters = stream.filters().unwrap_or_default();
        if filters.len() > Stream::MAX_FILTERS {
            return None;
        }
        let settings = stream.dict.get(b"DecodeParms").ok();
        for (at, filter) in filters.into_iter().enumerate() {
            let mut one = Dictionary::new();
            one.set("Filter", Object::Name(filter.to_vec()));
            let own = match settings {
                Some(Object::Array(each)) => each.get(at),
                other => other,
            };
            if let Some(own) = own {
                one.set("DecodeParms", own.clone());
            }
            let most = self.bytes.min(LARGEST_STREAM);
            match Stream::new(one, content).get_plain_content_with_limit(most) {
                Ok(unpacked) => content = unpacked,
                Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => {
                    self.take(Short::Bytes, most);
                    return None;
                }
                Err(_) => return None,
            }
            self.take(Short::Bytes, content.len());
        }
        Some(content)
    }
}
