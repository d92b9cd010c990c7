//! PDF files made by hand, good ones and bad ones.

use std::fmt::Write as _;
use std::io::Write as _;

use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};

use super::super::media::Media;
use super::words::Words;
use super::{pdf, reduce};

/// A file of objects, the catalog first, with its table.
pub fn file(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(text.len());
        let _ = write!(text, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = text.len();
    let _ = write!(text, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in places {
        let _ = writeln!(text, "{place:010} 00000 n ");
    }
    let size = objects.len() + 1;
    let _ = write!(
        text,
        "trailer\n<< /Size {size} /Root 1 0 R /ID [<00> <00>] >>\nstartxref\n{start}\n%%EOF\n"
    );
    text.into_bytes()
}

pub fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A page with one font; the objects from the fifth on are given.
pub fn page(resources: &str, content: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << {resources} >> >>"),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// Letters of half their size each.
pub const PLAIN: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding \
                     /WinAnsiEncoding /FirstChar 0 /Widths [500 500] >> >>";

pub fn read(bytes: &[u8]) -> Words {
    pdf::words(bytes).unwrap_or_else(|error| panic!("it {error}"))
}

fn text(bytes: &[u8]) -> String {
    let words = read(bytes);
    assert!(!words.partly);
    words.text_for(&[]).trim().to_owned()
}

fn plain(content: &str) -> String {
    text(&page(PLAIN, content, &[]))
}

#[test]
fn words_are_where_the_pen_was() {
    assert_eq!(
        plain("BT /F 10 Tf 10 700 Td (a loan) Tj 0 -12 Td (of all) Tj ET"),
        "a loan\nof all"
    );
    // Kerning parts no word; a step as wide as a space does.
    assert_eq!(
        plain("BT /F 10 Tf [(lo) 80 (an) -90 (s) -250 (of) -300 (all)] TJ ET"),
        "loans of all"
    );
    assert_eq!(plain("BT /F 10 Tf 0 0 Td (lo) Tj 10 0 Td (an) Tj 13 0 Td (of) Tj ET"), "loan of");
    assert_eq!(plain("BT /F 10 Tf 1 0 0 1 9 9 Tm (one) Tj 1 0 0 1 24 9 Tm (two) Tj ET"), "onetwo");
    assert_eq!(
        plain("BT 12 TL /F 10 Tf (one) ' (two) ' 1 2 (three) \" T* (four) Tj ET"),
        "one\ntwo\nthree\nfour"
    );
    // Raised letters stay beside theirs.
    assert_eq!(plain("BT /F 10 Tf (x) Tj 4 Ts (2) Tj 0 Ts (y) Tj ET"), "x2y");
    // Spaces between letters, in the middle of words and at their ends.
    assert_eq!(plain("BT /F 10 Tf 2 Tc (lo) Tj (an) Tj 0 Tc ET"), "loan");
    assert_eq!(plain("BT /F 10 Tf 50 Tz (lo) Tj 5 0 Td (an) Tj ET"), "loan");
    // Turned and scaled pages.
    assert_eq!(
        plain("0 2 -2 0 0 0 cm BT /F 10 Tf (lo) Tj 10 0 Td (an) Tj 14 0 Td (of) Tj ET"),
        "loan of"
    );
    assert_eq!(
        plain("q 3 0 0 3 0 0 cm BT /F 10 Tf (a) Tj ET Q BT /F 10 Tf 200 0 Td (b) Tj ET"),
        "a b"
    );
}

#[test]
fn lines_that_part_words_are_whole_again() {
    let words = read(&page(PLAIN, "BT 9 TL /F 10 Tf (assis-) ' (tance well-) ' (known) ' ET", &[]));
    assert_eq!(words.text_for(&["a well-known one".to_owned()]).trim(), "assistance well-known");
}

#[test]
fn letters_come_from_tables_names_and_encodings() {
    assert_eq!(plain("BT /F 10 Tf (\\(caf\\351\\) \\200 \\223x\\224) Tj ET"), "(café) € “x”");
    let table = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
                 /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
                 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
                 2 beginbfchar <0001> <0066006C> <0009> <D83DDE00> endbfchar\n\
                 2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00790079>] endbfrange\n\
                 endcmap end end";
    let wide = "/Font << /F << /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 5 0 R \
                /DescendantFonts [<< /DW 500 /W [1 [250] 16 18 750] >>] >> >>";
    let shown = "BT /F 10 Tf <0001> Tj 2.5 0 Td <001000110012> Tj 22.5 0 Td <00200021> Tj 12 0 Td <0009> Tj ET";
    assert_eq!(text(&page(wide, shown, &[stream("", table)])), "flabcxyy 😀");
    let names = "/Font << /F << /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /eacute /f_f_i \
                 /uni20AC /u1F600 /a.alt 65 /B] >> >> >>";
    assert_eq!(text(&page(names, "BT /F 10 Tf <01020304054143> Tj ET", &[])), "éffi€😀aBC");
    let chinese = "/Font << /F << /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< >>] >> >>";
    assert_eq!(text(&page(chinese, "BT /F 10 Tf <4E2D56FD> Tj ET", &[])), "中国");
}

#[test]
fn drawings_on_a_page_are_read() {
    let resources = format!("{PLAIN} /XObject << /D 5 0 R >>");
    let drawing = |resources: &str, content: &str| {
        stream(
            &format!("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -50] {resources}"),
            content,
        )
    };
    let shown = "BT /F 10 Tf (before) Tj ET /D Do BT /F 10 Tf (after) Tj ET";
    let inner = drawing("", "BT /F 10 Tf (inside) Tj ET");
    assert_eq!(text(&page(&resources, shown, &[inner])), "before\ninside\nafter");
    // One that holds itself, and two that hold each other.
    let own = drawing("", "BT /F 10 Tf (inside) Tj ET /D Do");
    let words = read(&page(&resources, shown, &[own]));
    assert!(words.partly);
    assert_eq!(words.text_for(&[]).trim(), "before\ninside\nafter");
    let resources = format!("{PLAIN} /XObject << /D 5 0 R /E 6 0 R >>");
    let both = [drawing("", "/E Do /E Do"), drawing("", "/D Do /D Do")];
    assert!(read(&page(&resources, shown, &both)).partly);
}

#[test]
fn what_holds_no_words_says_why() {
    let why = |bytes: &[u8]| reduce(bytes, Media::Pdf, None).unwrap_err();
    assert!(why(&page("", "0 0 100 100 re f", &[])).contains("pictures"));
    let wide = "/Font << /F << /Type /Font /Subtype /Type0 /Encoding /Identity-H >> >>";
    assert!(why(&page(wide, "BT /F 10 Tf <00010002> Tj ET", &[])).contains("which letters"));
    assert!(why(b"%PDF-1.7\nnothing").contains("damaged"));
    let mixed = format!("{} /G << /Type /Font /Subtype /Type0 >> >>", PLAIN.trim_end_matches(">>"));
    let words =
        read(&page(&mixed, "BT /F 10 Tf (a good many letters) Tj /G 10 Tf <0001> Tj ET", &[]));
    assert!(words.partly);
}

#[test]
fn locked_files_are_told_and_open_ones_read() {
    let bytes = page(PLAIN, "BT /F 10 Tf (a loan) Tj ET", &[]);
    let lock = |bytes: &[u8], password: &str| {
        let mut document = Document::load_mem(bytes).unwrap();
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut locked = Vec::new();
        document.save_to(&mut locked).unwrap();
        locked
    };
    assert_eq!(text(&lock(&bytes, "")), "a loan");
    // The library does not write packed objects, so it is not told that these are.
    let mut packed = lock(&packed_page("Packed"), "");
    let kind = packed.windows(6).position(|word| word == b"Packed").unwrap();
    packed[kind..kind + 6].copy_from_slice(b"ObjStm");
    assert_eq!(text(&packed), "a loan");
    assert!(pdf::words(&lock(&bytes, "secret")).unwrap_err().contains("password"));
}

/// A page whose objects are packed into one, but for its content.
fn packed_page(kind: &str) -> Vec<u8> {
    let objects = [
        (1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned()),
        (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned()),
        (3, format!("<< /Type /Page /Contents 5 0 R /Resources << {PLAIN} >> >>")),
    ];
    let (mut index, mut content) = (String::new(), String::new());
    for (number, object) in objects {
        let _ = write!(index, "{number} {} ", content.len());
        let _ = write!(content, "{object} ");
    }
    let entries = format!("/Type /{kind} /N 3 /First {}", index.len());
    let objects = [
        "null".to_owned(),
        "null".to_owned(),
        "null".to_owned(),
        stream(&entries, &(index + &content)),
        stream("", "BT /F 10 Tf (a loan) Tj ET"),
    ];
    file(&objects)
}

#[test]
fn objects_are_found_where_they_are() {
    assert_eq!(text(&packed_page("ObjStm")), "a loan");
    assert!(pdf::words(&packed_page("Other")).unwrap_err().contains("damaged"));
    let good = page(PLAIN, "BT /F 10 Tf (a loan) Tj ET", &["26".to_owned()]);
    let good = String::from_utf8(good).unwrap();
    // Lengths that stand apart, and wrong ones.
    assert!(good.contains("/Length 26"));
    for length in ["5 0 R", "4 0 R", "9 0 R", "3", "99999", "-1", "(x)"] {
        assert_eq!(
            text(good.replace("/Length 26", &format!("/Length {length}")).as_bytes()),
            "a loan"
        );
    }
    // Without a trailer, and with a table that leads nowhere.
    assert_eq!(text(good.replace("/Root 1 0 R", "").as_bytes()), "a loan");
    assert_eq!(text(good.replace("0000", "0777").as_bytes()), "a loan");
    // What is changed is written once more, after it.
    let content = stream("", "BT /F 10 Tf (a grant) Tj ET");
    let changed = |at: &str| format!("{good}\n{at} obj {content} endobj");
    assert_eq!(text(changed("4 0").as_bytes()), "a grant");
    assert_eq!(text(changed("4 1").as_bytes()), "a loan");
    // What stands in a stream is none of its file.
    let inner = stream("/Type /EmbeddedFile", &changed("4 0"));
    assert_eq!(text(&page(PLAIN, "BT /F 10 Tf (a loan) Tj ET", &[inner])), "a loan");
}

#[test]
fn pictures_among_operators_are_passed_over() {
    let picture = "BI /W 9 /H 9 /F /Fl ID x (EI\u{1} EI\u{1}\u{2} <<[ EI Q";
    assert_eq!(plain(&format!("q {picture} BT /F 10 Tf (a loan) Tj ET")), "a loan");
    let shown = format!("BT /F 10 Tf (a loan) Tj ET {}", picture.replace(" EI Q", ""));
    assert!(read(&page(PLAIN, &shown, &[])).partly);
}

#[test]
fn the_notation_is_read() {
    assert_eq!(
        plain("BT /#46 10 Tf [(a \\\n) -.2 (l\\157\\(a\\)(n)) +0. 0.0-1 --5] TJ % x\nET"),
        "a lo(a)(n)"
    );
    assert_eq!(plain("BT/F 10Tf<61 20 6C6f616E2>Tj/F<</A[1 2 R]/B<61>>>BDC(!)Tj ET"), "a loan !");
}

/// A stream that is packed.
pub fn packed(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content).unwrap();
    packer.finish().unwrap()
}

#[test]
fn bombs_are_not_unpacked() {
    let mut bomb = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] \
                     /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R 4 0 R 4 0 R] >>\nendobj\n"
        .to_vec();
    let stream = packed(&vec![b' '; 40 * 1024 * 1024]);
    let _ = write!(bomb, "4 0 obj\n<< /Filter /FlateDecode /Length {} >>\nstream\n", stream.len());
    bomb.extend(&stream);
    bomb.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF");
    assert!(bomb.len() < 1024 * 1024);
    assert!(pdf::words(&bomb).unwrap_err().contains("can't be unpacked"));
}

#[test]
fn circles_end() {
    let circles = |pages: &str, parent: &str| {
        file(&[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            pages.to_owned(),
            format!("<< /Type /Page /Parent {parent} /Contents 4 0 R >>"),
            stream("", "BT /F 10 Tf (a) Tj ET"),
            "<< /Parent 5 0 R >>".to_owned(),
        ])
    };
    for bytes in [
        circles("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", "2 0 R"),
        circles("<< /Type /Pages /Kids [3 0 R] /Parent 3 0 R /Count 1 >>", "2 0 R"),
        circles("<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] /Count 3 >>", "5 0 R"),
        circles("2 0 R", "3 0 R"),
    ] {
        let _ = reduce(&bytes, Media::Pdf, None);
    }
}

/// Numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

#[test]
fn damaged_files_end_in_words_or_in_a_reason() {
    let mut dice = Dice(42);
    let table = "2 beginbfchar <01> <0061> <02> <0062> endbfchar 1 beginbfrange <03> <FFFFFFFF> <0063> endbfrange";
    let font = "/Font << /F << /Type /Font /Subtype /Type1 /FirstChar 1 /Widths [500 500] /ToUnicode 5 0 R >> >> \
                /XObject << /D 6 0 R >>";
    let drawing = stream("/Type /XObject /Subtype /Form", "BT /F 9 Tf <0102> Tj ET");
    let good =
        page(font, "q BT /F 10 Tf [<01> -300 <0203>] TJ ET Q /D Do", &[stream("", table), drawing]);
    assert_eq!(text(&good), "a bc ab");
    for _ in 0..2000 {
        let mut bad = good.clone();
        for _ in 0..=dice.roll(6) {
            let at = dice.roll(bad.len());
            match dice.roll(4) {
                0 => bad[at] = u8::try_from(dice.roll(256)).unwrap(),
                1 => drop(bad.drain(at..(at + dice.roll(20)).min(bad.len()))),
                2 => {
                    let piece = bad[at..(at + dice.roll(40)).min(bad.len())].to_vec();
                    let to = dice.roll(bad.len());
                    bad.splice(to..to, piece);
                }
                _ => bad[at] = b"<>[]()/0 R"[dice.roll(10)],
            }
            if bad.is_empty() {
                break;
            }
        }
        let _ = reduce(&bad, Media::Pdf, None);
    }
    for length in (0..3000).step_by(7) {
        let mut noise = b"%PDF-1.4\n".to_vec();
        noise.extend((0..length).map(|_| u8::try_from(dice.roll(256)).unwrap()));
        let _ = reduce(&noise, Media::Pdf, None);
    }
    for deep in ["[", "<<", "(", "<</A", "q ", "BT "] {
        let _ = reduce(&page(PLAIN, &deep.repeat(100_000), &[]), Media::Pdf, None);
        let _ = reduce(&page(PLAIN, "", &[deep.repeat(100_000)]), Media::Pdf, None);
    }
}
