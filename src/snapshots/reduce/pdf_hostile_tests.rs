//! PDF files that are made to keep their reader busy, and what is spent on them.

use std::fmt::Write as _;

use lopdf::{Document, Object};

use super::pdf::words_within;
use super::pdf_budget::Budget;
use super::pdf_file::open;
use super::pdf_page::MOST_TEXT;
use super::pdf_tests::{PLAIN, file, packed, page, stream};
use super::words::Words;

/// What was read, and what is left of a budget.
fn spend(mut budget: Budget, bytes: &[u8]) -> (Result<Words, String>, Budget) {
    let words = words_within(&mut budget, bytes);
    (words, budget)
}

/// The words that were read of a file, although not all were.
fn partly(words: Result<Words, String>) -> String {
    let words = words.unwrap();
    assert!(words.partly);
    words.text_for(&[]).trim().to_owned()
}

/// What was spent of something.
fn spent(left: &Budget, of: fn(&Budget) -> usize) -> usize {
    of(&Budget::default()) - of(left)
}

/// A stream that is packed, in letters so that it can stand in a text.
fn packed_stream(entries: &str, content: &[u8]) -> String {
    stream(&format!("{entries} /Filter [/ASCIIHexDecode /FlateDecode]"), &packed_letters(content))
}

fn packed_letters(content: &[u8]) -> String {
    let digits = packed(content).into_iter().map(|byte| format!("{byte:02x}"));
    digits.chain([">".to_owned()]).collect()
}

/// A page whose contents are some objects, from the fifth on.
fn page_of(contents: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Contents {contents} /Resources << {PLAIN} >> >>"),
        "null".to_owned(),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

fn references(numbers: std::ops::Range<usize>) -> String {
    let each: Vec<String> = numbers.map(|number| format!("{number} 0 R")).collect();
    format!("[{}]", each.join(" "))
}

const WORDS: &str = "BT /F 10 Tf (a loan) Tj ET";

#[test]
fn what_is_unpacked_in_vain_is_counted() {
    let bomb = packed_stream("", &vec![b' '; 400_000]);
    let bytes = page_of(&references(5..25), &vec![bomb; 20]);
    // The first two fit into what is left, the third does not, and the rest is not opened.
    let (words, left) = spend(Budget { bytes: 1_000_000, ..Budget::default() }, &bytes);
    assert!(words.unwrap_err().contains("unpacks to more than"));
    assert_eq!((left.bytes, spent(&left, |it| it.failures)), (0, 1));
    // What the first filter gives counts, although the last gives nothing.
    let nothing = packed_letters(format!("> {}", " ".repeat(300_000)).as_bytes());
    let filters = "/Filter [/ASCIIHexDecode /FlateDecode /ASCIIHexDecode]";
    let bytes = page_of("5 0 R", &[stream(filters, &nothing)]);
    let (_, left) = spend(Budget::default(), &bytes);
    assert!(spent(&left, |it| it.bytes) > 300_000);
}

#[test]
fn streams_that_fail_end_the_reading() {
    let damaged = stream("/Filter /Nonsense", "x");
    let mut each = vec![damaged; 40];
    each.push(stream("", WORDS));
    let (words, left) = spend(Budget::default(), &page_of(&references(5..46), &each));
    assert!(words.unwrap_err().contains("can't be unpacked"));
    assert_eq!(left.failures, 0);
    // One that is named many times fails once, and what stands beside it is read.
    let often = "5 0 R ".repeat(1000);
    let bytes = page_of(&format!("[{often} 6 0 R]"), &each[39..]);
    let (words, left) = spend(Budget::default(), &bytes);
    assert_eq!(partly(words), "a loan");
    assert_eq!(spent(&left, |it| it.failures), 1);
}

#[test]
fn opening_costs_something() {
    let often = "5 0 R ".repeat(2000);
    let bytes = page_of(&format!("[{often}]"), &[stream("", "")]);
    let (words, left) = spend(Budget { bytes: 1024 * 1024, ..Budget::default() }, &bytes);
    assert!(words.is_err() && left.bytes == 0);
    let nothing = page_of(&format!("[{}]", "9 0 R ".repeat(2000)), &[]);
    let (words, left) = spend(Budget { operators: 1000, ..Budget::default() }, &nothing);
    assert!(words.unwrap_err().contains("strokes") && left.operators == 0);
}

/// A page whose font stands in it, chosen many times.
fn chosen_often(font: &str, more: &[String]) -> (Result<Words, String>, Budget) {
    let shown = format!("BT {} (a) Tj ET", "/F 10 Tf ".repeat(3000));
    let resources = format!("/Font << /F << /Type /Font {font} >> >>");
    spend(Budget::default(), &page(&resources, &shown, more))
}

#[test]
fn fonts_are_made_once() {
    let table =
        packed_stream("", &"1 beginbfchar <61> <0062> endbfchar ".repeat(1000).into_bytes());
    let (words, left) = chosen_often("/Subtype /Type1 /ToUnicode 5 0 R", &[table]);
    assert_eq!(words.unwrap().text_for(&[]).trim(), "b");
    assert_eq!(spent(&left, |it| it.fonts), 1);
    assert!(spent(&left, |it| it.bytes) < 200_000);
    assert!(spent(&left, |it| it.objects) < 2000);
}

#[test]
fn fonts_are_counted() {
    let fonts = (0..9).fold(String::new(), |fonts, at| {
        fonts + &format!("/F{at} << /Subtype /Type1 /BaseFont /Courier >> ")
    });
    let shown = (0..9).fold(String::new(), |shown, at| shown + &format!("/F{at} 9 Tf (word) Tj "));
    let bytes = page(&format!("/Font << {fonts} >>"), &format!("BT {shown} ET"), &[]);
    let (words, left) = spend(Budget { fonts: 6, ..Budget::default() }, &bytes);
    assert_eq!(partly(words).matches("word").count(), 6);
    assert_eq!(left.fonts, 0);
}

#[test]
fn widths_are_counted() {
    // Each range is all signs but one.
    let ranges = format!("[{}]", "0 65534 500 ".repeat(20_000));
    let wide = "/Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< /W 5 0 R >>]";
    let (words, left) = chosen_often(wide, &[ranges]);
    assert!(words.is_ok());
    assert!(spent(&left, |it| it.objects) < 200_000);
    // A list that is named many times counts each time.
    let lists = format!("[{}]", "0 6 0 R ".repeat(50));
    let list = format!("[{}]", "/x ".repeat(10_000));
    let (_, left) = chosen_often(wide, &[lists, list]);
    assert!(spent(&left, |it| it.objects) > 500_000);
}

#[test]
fn signs_of_many_letters_do_not_fill_the_memory() {
    let long = "0061".repeat(100_000);
    let table = stream("", &format!("1 beginbfchar <61> <{long}> endbfchar"));
    let shown = format!("BT /F 9 Tf ({}) Tj ET", "a".repeat(200_000));
    let font = "/Font << /F << /Subtype /Type1 /ToUnicode 5 0 R >> >>";
    let (words, _) = spend(Budget::default(), &page(font, &shown, &[table]));
    assert!(partly(words).len() < MOST_TEXT + 1000);
}

#[test]
fn values_without_end_are_not_kept() {
    let shown = format!("{WORDS} {} Tj BT /F 10 Tf (more) Tj ET", "0 ".repeat(1_000_000));
    let (words, _) = spend(Budget::default(), &page(PLAIN, &shown, &[]));
    assert_eq!(partly(words), "a loan");
    let many = format!("[{}]", "0 ".repeat(20_000));
    let (words, left) =
        spend(Budget { objects: 10_000, ..Budget::default() }, &page(PLAIN, WORDS, &[many]));
    assert!(words.unwrap_err().contains("made of more than"));
    assert_eq!(left.objects, 0);
}

#[test]
fn packed_objects_are_read_once_each() {
    // Fifty thousand numbers lead to one list.
    let index = (10..50_010).fold(String::new(), |index, number| index + &format!("{number} 0 "));
    let list = format!("[{}]", "0 ".repeat(1000));
    let entries = format!("/Type /ObjStm /N 50000 /First {}", index.len());
    let bytes = page(PLAIN, WORDS, &[packed_stream(&entries, (index + &list).as_bytes())]);
    let (words, left) = spend(Budget::default(), &bytes);
    assert_eq!(words.unwrap().text_for(&[]).trim(), "a loan");
    assert!(spent(&left, |it| it.objects) < 102_000);
}

#[test]
fn packed_objects_are_unpacked_within_one_budget() {
    let bomb = packed_stream("/Type /ObjStm /N 0 /First 0", &vec![b' '; 100_000]);
    let bytes = page(PLAIN, WORDS, &vec![bomb; 200]);
    let (words, left) = spend(Budget { bytes: 2_000_000, ..Budget::default() }, &bytes);
    assert!(words.unwrap_err().contains("unpacks to more than"));
    assert_eq!(left.bytes, 0);
}

#[test]
fn tables_lead_nowhere() {
    // A hundred thousand numbers lead to one object.
    let good = page(PLAIN, WORDS, &[]);
    let text = String::from_utf8(good.clone()).unwrap();
    let place = text.find("4 0 obj").unwrap();
    let entries = format!("{place:010} 00000 n \n").repeat(100_000);
    let bad = text.replace("xref\n0 5\n", &format!("xref\n0 100005\n{entries}"));
    let (words, left) = spend(Budget::default(), bad.as_bytes());
    assert_eq!(words.unwrap().text_for(&[]).trim(), "a loan");
    assert_eq!(left, spend(Budget::default(), &good).1);
}

#[test]
fn each_byte_belongs_to_one_object() {
    // Streams that say that they go on to the end of the file, and open strings and comments.
    for start in [
        "<< /Length 3 0 R >> stream\n",
        "<< /Length 99 >> stream\n",
        "<< >> stream\n",
        "<< >> %",
        "1 %",
        "(",
        "<< >> (",
        "trailer (",
        "trailer << /A (",
        "[",
        "<",
    ] {
        let mut text = String::from("%PDF-1.7\n2 0 obj << /Type /Catalog >> endobj\n");
        for number in 10..2010 {
            let _ = write!(text, "{number} 0 obj {start}");
        }
        let length = text.len();
        let _ = write!(text, "endstream 3 0 obj {length} endobj");
        let mut budget = Budget::default();
        let document = open(text.as_bytes(), &mut budget).unwrap();
        let kept: usize = document.objects.values().map(size).sum();
        assert!(kept <= text.len(), "{start}: {kept}");
        // A trailer takes all that follows, and it is not read again.
        assert!(!start.starts_with("trailer") || spent(&budget, |it| it.objects) < 20);
    }
}

/// The bytes that an object has of a file.
fn size(object: &Object) -> usize {
    match object {
        Object::Stream(stream) => stream.content.len(),
        Object::String(string, _) => string.len(),
        Object::Array(each) => each.iter().map(size).sum(),
        Object::Dictionary(each) => each.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

#[test]
fn nothing_calls_itself_for_long() {
    let deep = ["[", "<<", "<</A", "(", "[<</A", "<</A[(", "q ", "BT ", "BI ", "/Do Do "];
    for deep in deep.map(|deep| deep.repeat(100_000)) {
        let table = stream("", &format!("1 beginbfchar <61> {deep} endbfchar"));
        let font = "/Font << /F << /Subtype /Type1 /ToUnicode 5 0 R >> >>";
        let packed = stream("/Type /ObjStm /N 1 /First 4", &format!("9 0 {deep}"));
        for bytes in [
            page(PLAIN, &format!("{WORDS} {deep}"), &[]),
            page(PLAIN, WORDS, std::slice::from_ref(&deep)),
            page(PLAIN, WORDS, &[packed]),
            page(font, WORDS, &[table]),
            [&page(PLAIN, WORDS, &[]), b"trailer ".as_slice(), deep.as_bytes()].concat(),
        ] {
            let _ = spend(Budget::default(), &bytes);
        }
    }
    // References to references.
    let chain: Vec<String> = (6..5006).map(|next| format!("{next} 0 R")).collect();
    let document = open(&page(PLAIN, WORDS, &chain), &mut Budget::default()).unwrap();
    assert!(document.objects.len() < 6);
}

#[test]
fn drawings_of_drawings_are_counted() {
    // Each draws the next ten times: a hundred thousand, then a million ...
    let drawings: Vec<String> = (0..11)
        .map(|at| {
            let inner = format!("/Resources << /XObject << /D {} 0 R >> >>", at + 6);
            stream(&format!("/Type /XObject /Subtype /Form {inner}"), &"/D Do ".repeat(10))
        })
        .collect();
    let resources = format!("{PLAIN} /XObject << /D 5 0 R >>");
    let bytes = page(&resources, &format!("{WORDS} /D Do"), &drawings);
    let (words, left) = spend(Budget { bytes: 10_000_000, ..Budget::default() }, &bytes);
    assert_eq!(partly(words), "a loan");
    assert_eq!(left.bytes, 0);
}

#[test]
fn a_document_is_still_a_document() {
    // What the library says of these files, where it can be trusted with them.
    for bytes in [page(PLAIN, WORDS, &[]), page_of("[5 0 R]", &[stream("", WORDS)])] {
        let theirs = Document::load_mem(&bytes).unwrap();
        let ours = open(&bytes, &mut Budget::default()).unwrap();
        assert_eq!(theirs.objects, ours.objects);
        assert_eq!(theirs.trailer, ours.trailer);
    }
}
