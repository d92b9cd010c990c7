//! The objects of a PDF file.
//!
//! A file has tables of where its objects are. They can lead to one place a million times, or into the
//! middle of another object, and the library follows them, so that small files fill any memory. Here
//! the tables are not read at all: the file is walked through once from its start, as viewers do
//! with damaged ones, and each byte belongs to one object at most. Of two objects of one number the
//! later counts, since changes are written after what they change.

use std::collections::HashMap;

use lopdf::encryption::decrypt_object;
use lopdf::{Dictionary, Document, EncryptionState, Object, ObjectId, Stream};
use memchr::memmem;

use super::pdf_budget::Budget;
use super::pdf_syntax::{Syntax, Token, after_space, is_space, unsigned};

/// Opens a file.
///
/// # Errors
/// Why it can't be read, as the end of a sentence that starts with "it".
pub fn open(bytes: &[u8], budget: &mut Budget) -> Result<Document, String> {
    let damaged = || "is damaged, or no PDF".to_owned();
    memmem::find(bytes, b"%PDF-").ok_or_else(damaged)?;
    let mut file = File { bytes, document: Document::new(), places: HashMap::new(), lengths: None };
    file.walk(budget);
    file.unlock()?;
    file.unpack_objects(budget);
    file.find_catalog();
    match budget.why() {
        Some(why) => Err(why),
        None if file.document.catalog().is_err() => Err(damaged()),
        None => Ok(file.document),
    }
}

struct File<'a> {
    bytes: &'a [u8],
    document: Document,
    /// Where the objects that count start.
    places: HashMap<ObjectId, usize>,
    /// Objects that are numbers: lengths of streams may stand apart from them.
    lengths: Option<HashMap<ObjectId, usize>>,
}

impl File<'_> {
    /// Reads all objects that are not packed into others.
    fn walk(&mut self, budget: &mut Budget) {
        let mut syntax = Syntax::new(self.bytes, 0, budget.objects);
        for found in memmem::find_iter(self.bytes, b"obj") {
            // What was read as a part of something is no object.
            let Some(id) = id_before(self.bytes, syntax.at, found) else { continue };
            self.read_trailers(&mut syntax, found);
            if syntax.at > found {
                continue;
            }
            syntax.at = found + 3;
            let Some(Token::Object(object)) = syntax.next() else { continue };
            let object = match object {
                Object::Dictionary(entries) if syntax.stream() => {
                    let content = self.content(&mut syntax, &entries);
                    if entries.has_type(b"XRef") {
                        self.set_trailer(entries);
                        continue;
                    }
                    Object::Stream(Stream::new(entries, content.to_vec()))
                }
                object => object,
            };
            self.keep(id, object, found);
        }
        self.read_trailers(&mut syntax, self.bytes.len());
        budget.leave_objects(syntax.left);
    }

    fn keep(&mut self, id: ObjectId, object: Object, place: usize) {
        // An object that is only a reference says nothing, and leads through long chains of such.
        if object.as_reference().is_err() {
            self.places.insert(id, place);
            self.document.objects.insert(id, object);
        }
    }

    /// Reads the trailers between two objects.
    fn read_trailers(&mut self, syntax: &mut Syntax<'_>, end: usize) {
        let word = b"trailer";
        while let Some(at) = self.bytes.get(syntax.at..end).and_then(|gap| memmem::find(gap, word))
        {
            syntax.at += at + word.len();
            if let Some(Token::Object(Object::Dictionary(entries))) = syntax.next() {
                self.set_trailer(entries);
            }
        }
    }

    /// The last trailer that says where the document starts counts.
    fn set_trailer(&mut self, entries: Dictionary) {
        if entries.has(b"Root") {
            self.document.trailer = entries;
        }
    }

    /// The bytes of a stream; `syntax` stands at their start, and is led to their end.
    fn content(&mut self, syntax: &mut Syntax<'_>, entries: &Dictionary) -> &[u8] {
        let rest = &self.bytes[syntax.at..];
        let length = match entries.get(b"Length") {
            Ok(Object::Integer(length)) => usize::try_from(*length).ok(),
            Ok(Object::Reference(id)) => {
                let lengths = self.lengths.get_or_insert_with(|| lengths(self.bytes));
                lengths.get(id).copied()
            }
            _ => None,
        };
        let ends_there = |length: &usize| {
            after_space(rest.get(*length..).unwrap_or_default()).starts_with(b"endstream")
        };
        let content = if let Some(length) = length.filter(ends_there) {
            &rest[..length]
        } else {
            // Where no end comes, none comes for what follows, either: it is all one stream.
            let end = memmem::find(rest, b"endstream").unwrap_or(rest.len());
            let content = &rest[..end];
            let content = content.strip_suffix(b"\n").unwrap_or(content);
            content.strip_suffix(b"\r").unwrap_or(content)
        };
        syntax.at += content.len();
        content
    }

    /// Makes a file that is locked without a password readable.
    fn unlock(&mut self) -> Result<(), String> {
        let document = &mut self.document;
        match document.trailer.get(b"Encrypt").cloned() {
            Err(_) => return Ok(()),
            // The library looks for it among the objects. No object has the number 0.
            Ok(lock @ Object::Dictionary(_)) => {
                document.objects.insert((0, 0), lock);
                document.trailer.set("Encrypt", (0, 0));
            }
            Ok(_) => {}
        }
        let locked = || "is locked with a password".to_owned();
        document.authenticate_password("").map_err(|_| locked())?;
        let state = EncryptionState::decode(document, "").map_err(|_| locked())?;
        let lock = document.trailer.get(b"Encrypt").and_then(Object::as_reference).ok();
        for (id, object) in &mut document.objects {
            if Some(*id) != lock {
                // What can't be unlocked can't be unpacked, which is counted there.
                let _ = decrypt_object(&state, *id, object);
            }
        }
        Ok(())
    }

    /// Reads the objects that are packed into others.
    fn unpack_objects(&mut self, budget: &mut Budget) {
        let packed = self.document.objects.iter().filter_map(|(id, object)| {
            let stream = object.as_stream().ok().filter(|it| it.dict.has_type(b"ObjStm"))?;
            Some((*self.places.get(id)?, stream))
        });
        let mut packed: Vec<(usize, &Stream)> = packed.collect();
        packed.sort_by_key(|(place, _)| *place);
        let mut found = Vec::new();
        for (place, stream) in packed {
            if let Some(content) = budget.unpack(stream) {
                let objects = objects_in(&content, &stream.dict, budget);
                found.extend(objects.into_iter().map(|(id, object)| (place, id, object)));
            }
        }
        for (place, id, object) in found {
            if self.places.get(&id).is_none_or(|known| *known <= place) {
                self.keep(id, object, place);
            }
        }
    }

    /// Where no trailer leads to it, the catalog is found by its kind.
    fn find_catalog(&mut self) {
        if self.document.catalog().is_err() {
            let catalogs = self
                .document
                .objects
                .iter()
                .filter(|(_, object)| object.type_name().is_ok_and(|name| name == b"Catalog"));
            let last = catalogs.map(|(id, _)| *id).max_by_key(|id| self.places.get(id));
            if let Some(last) = last {
                self.document.trailer.set("Root", last);
            }
        }
    }
}

/// The objects that are packed into a stream (ISO 32000-1, 7.5.7): numbers and places come first.
fn objects_in(
    content: &[u8],
    entries: &Dictionary,
    budget: &mut Budget,
) -> Vec<(ObjectId, Object)> {
    let first = entries.get(b"First").and_then(Object::as_i64).ok();
    let first = first.and_then(|first| usize::try_from(first).ok());
    let Some(index) = first.and_then(|first| content.get(..first)) else { return Vec::new() };
    let mut syntax = Syntax::new(index, 0, budget.objects);
    let mut places = Vec::new();
    while let Some(Token::Object(number)) = syntax.next()
        && let Some(Token::Object(place)) = syntax.next()
    {
        let place = place.as_i64().ok().and_then(|place| usize::try_from(place).ok());
        let number = number.as_i64().ok().and_then(|number| u32::try_from(number).ok());
        places.extend(place.zip(number));
    }
    places.sort_unstable();
    let mut syntax = Syntax::new(content, index.len(), syntax.left);
    let mut objects = Vec::new();
    for (place, number) in places {
        let place = index.len().saturating_add(place);
        // What starts in the middle of another object is none.
        if place < syntax.at {
            continue;
        }
        syntax.at = place;
        if let Some(Token::Object(object)) = syntax.next() {
            objects.push(((number, 0), object));
        }
    }
    budget.leave_objects(syntax.left);
    objects
}

/// The numbers before `obj`, not before `from`: `12 0 obj`.
fn id_before(bytes: &[u8], from: usize, obj: usize) -> Option<ObjectId> {
    let before = bytes.get(from..obj)?;
    let (before, generation) = number_at_end(without_space(before))?;
    let generation = generation.try_into().ok()?;
    let spaced = without_space(before);
    let (_, number) = number_at_end(spaced).filter(|_| spaced.len() < before.len())?;
    Some((number.try_into().ok()?, generation))
}

fn without_space(bytes: &[u8]) -> &[u8] {
    let space = bytes.iter().rev().take(16).take_while(|byte| is_space(**byte)).count();
    &bytes[..bytes.len() - space]
}

/// The number that a text ends with, and the text before it.
fn number_at_end(bytes: &[u8]) -> Option<(&[u8], u64)> {
    let digits = bytes.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = bytes.split_at(bytes.len() - digits);
    Some((before, unsigned(digits)?))
}

/// All objects that start with a number.
fn lengths(bytes: &[u8]) -> HashMap<ObjectId, usize> {
    let lengths = memmem::find_iter(bytes, b"obj").filter_map(|obj| {
        let id = id_before(bytes, 0, obj)?;
        let rest = after_space(&bytes[obj + 3..]);
        let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        Some((id, usize::try_from(unsigned(&rest[..digits])?).ok()?))
    });
    lengths.collect()
}
