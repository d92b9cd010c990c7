//! Number words of English and Spanish.

use super::language::Words;

/// What a word means in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number, and the place it fills: five fills 1, fifty fills 10, doscientos fills 100.
    Value(i64, i64),
    /// Multiplies what stands before it: thousand, millones, dozen.
    Times(i64),
    /// Divides one, or what stands before it: half, thirds, tercios.
    Part(i64),
    /// A word that may be read in two ways: these.
    Ambiguous(&'static str, &'static str),
}

use Meaning::{Part, Times, Value};

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;
const TRILLION: i64 = 1_000_000_000_000;

/// What a word means, where it is part of a number. `word` as written: `M` is a million, in English
/// `m` too.
pub(super) fn meaning(word: &str, language: Words) -> Option<Meaning> {
    let lower = word.to_lowercase();
    match language {
        Words::English => english(&lower),
        Words::Spanish => spanish(word, &lower),
    }
}

/// Whether a word joins the parts of a number.
pub(super) fn joins(word: &str, language: Words) -> bool {
    match language {
        Words::English => word.eq_ignore_ascii_case("and"),
        Words::Spanish => matches!(word, "y" | "Y" | "e"),
    }
}

/// Whether a word may stand inside a number without a meaning: half *a* million, miles *de* millones.
pub(super) fn is_filler(word: &str, language: Words) -> bool {
    match language {
        Words::English => matches!(word, "a" | "an" | "of"),
        Words::Spanish => matches!(word, "de" | "la" | "parte" | "partes"),
    }
}

fn english(word: &str) -> Option<Meaning> {
    Some(match word {
        "zero" => Value(0, 1),
        "one" => Value(1, 1),
        "two" => Value(2, 1),
        "three" => Value(3, 1),
        "four" => Value(4, 1),
        "five" => Value(5, 1),
        "six" => Value(6, 1),
        "seven" => Value(7, 1),
        "eight" => Value(8, 1),
        "nine" => Value(9, 1),
        "ten" => Value(10, 1),
        "eleven" => Value(11, 1),
        "twelve" => Value(12, 1),
        "thirteen" => Value(13, 1),
        "fourteen" => Value(14, 1),
        "fifteen" => Value(15, 1),
        "sixteen" => Value(16, 1),
        "seventeen" => Value(17, 1),
        "eighteen" => Value(18, 1),
        "nineteen" => Value(19, 1),
        "twenty" => Value(20, 10),
        "thirty" => Value(30, 10),
        "forty" => Value(40, 10),
        "fifty" => Value(50, 10),
        "sixty" => Value(60, 10),
        "seventy" => Value(70, 10),
        "eighty" => Value(80, 10),
        "ninety" => Value(90, 10),
        "dozen" => Times(12),
        "hundred" => Times(100),
        "thousand" | "k" => Times(THOUSAND),
        "lakh" | "lakhs" => Times(100_000),
        "million" | "millions" | "m" | "mm" | "mn" | "mln" => Times(MILLION),
        "crore" | "crores" => Times(10_000_000),
        "billion" | "billions" | "b" | "bn" | "bln" => Times(BILLION),
        "trillion" | "trillions" | "tn" | "trn" => Times(TRILLION),
        "quadrillion" => Times(1000 * TRILLION),
        "half" | "halves" => Part(2),
        "third" | "thirds" => Part(3),
        "quarter" | "quarters" | "fourth" | "fourths" => Part(4),
        "fifth" | "fifths" => Part(5),
        "sixth" | "sixths" => Part(6),
        "seventh" | "sevenths" => Part(7),
        "eighth" | "eighths" => Part(8),
        "ninth" | "ninths" => Part(9),
        "tenth" | "tenths" => Part(10),
        _ => return None,
    })
}

fn spanish(written: &str, word: &str) -> Option<Meaning> {
    Some(match word {
        "cero" => Value(0, 1),
        "un" | "uno" | "una" => Value(1, 1),
        "dos" => Value(2, 1),
        "tres" => Value(3, 1),
        "cuatro" => Value(4, 1),
        "cinco" => Value(5, 1),
        "seis" => Value(6, 1),
        "siete" => Value(7, 1),
        "ocho" => Value(8, 1),
        "nueve" => Value(9, 1),
        "diez" => Value(10, 1),
        "once" => Value(11, 1),
        "doce" => Value(12, 1),
        "trece" => Value(13, 1),
        "catorce" => Value(14, 1),
        "quince" => Value(15, 1),
        "dieciséis" | "dieciseis" => Value(16, 1),
        "diecisiete" => Value(17, 1),
        "dieciocho" => Value(18, 1),
        "diecinueve" => Value(19, 1),
        "veinte" => Value(20, 10),
        "veintiuno" | "veintiún" | "veintiun" | "veintiuna" => Value(21, 1),
        "veintidós" | "veintidos" => Value(22, 1),
        "veintitrés" | "veintitres" => Value(23, 1),
        "veinticuatro" => Value(24, 1),
        "veinticinco" => Value(25, 1),
        "veintiséis" | "veintiseis" => Value(26, 1),
        "veintisiete" => Value(27, 1),
        "veintiocho" => Value(28, 1),
        "veintinueve" => Value(29, 1),
        "treinta" => Value(30, 10),
        "cuarenta" => Value(40, 10),
        "cincuenta" => Value(50, 10),
        "sesenta" => Value(60, 10),
        "setenta" => Value(70, 10),
        "ochenta" => Value(80, 10),
        "noventa" => Value(90, 10),
        "cien" | "ciento" => Value(100, 100),
        "doscientos" | "doscientas" => Value(200, 100),
        "trescientos" | "trescientas" => Value(300, 100),
        "cuatrocientos" | "cuatrocientas" => Value(400, 100),
        "quinientos" | "quinientas" => Value(500, 100),
        "seiscientos" | "seiscientas" => Value(600, 100),
        "setecientos" | "setecientas" => Value(700, 100),
        "ochocientos" | "ochocientas" => Value(800, 100),
        "novecientos" | "novecientas" => Value(900, 100),
        "decena" | "decenas" => Times(10),
        "docena" | "docenas" => Times(12),
        "veintena" | "veintenas" => Times(20),
        "centenar" | "centenares" => Times(100),
        "mil" | "miles" | "millar" | "millares" | "k" => Times(THOUSAND),
        // `mdd` and `mdp`: millions of dollars and of pesos, as Mexican papers write them.
        "millón" | "millon" | "millones" | "mill" | "mdd" | "mdp" => Times(MILLION),
        "millardo" | "millardos" | "mmdd" | "mmdp" => Times(BILLION),
        "billón" | "billon" | "billones" => Times(TRILLION),
        "trillón" | "trillon" | "trillones" => Times(MILLION * TRILLION),
        "mm" => Meaning::Ambiguous("millones", "miles de millones"),
        "medio" | "media" | "mitad" => Part(2),
        "tercio" | "tercios" | "tercera" | "terceras" => Part(3),
        "cuarto" | "cuartos" | "cuarta" | "cuartas" => Part(4),
        "quinto" | "quintos" | "quinta" | "quintas" => Part(5),
        "sexto" | "sextos" | "sexta" | "sextas" => Part(6),
        "séptimo" | "séptimos" | "séptima" | "séptimas" => Part(7),
        "octavo" | "octavos" | "octava" | "octavas" => Part(8),
        "noveno" | "novenos" | "novena" | "novenas" => Part(9),
        "décimo" | "décimos" | "décima" | "décimas" => Part(10),
        _ if written == "M" => Times(MILLION),
        _ => return None,
    })
}

/// The currency that an abbreviation names together with its millions.
pub(super) fn currency_within(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "mdd" | "mmdd" => Some("dólares"),
        "mdp" | "mmdp" => Some("pesos"),
        _ => None,
    }
}

/// Whether a word that multiplies means one of it where no number stands before it: a million, mil.
pub(super) fn may_stand_alone(word: &str, language: Words) -> bool {
    let word = word.to_lowercase();
    match language {
        Words::English => {
            matches!(&*word, "dozen" | "hundred" | "thousand" | "million" | "billion" | "trillion")
        }
        Words::Spanish => matches!(&*word, "mil" | "millón" | "billón" | "millardo"),
    }
}

/// Whether a word is short for another and may end with a full stop.
pub(super) fn is_short(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "mill" | "mn" | "bn" | "tn" | "mln" | "bln" | "m")
}
